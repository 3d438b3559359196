"""The command line: what can be asked for, and the help that explains it."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from pdkiosk import __version__

TEXT_SIZES = (80, 200)  # the least and the most percent
"""Percent of the normal size, smallest first: the sizes that a person can choose."""

_EXAMPLES = """\
examples:
  pdkiosk                          the wizard, full screen, as on a kiosk
  pdkiosk --window                 the wizard in a window
  pdkiosk --facility site.toml     with this facility's names, addresses and printer
  pdkiosk --pdf-folder ~/papers    saves the pages there when there is no printer
  pdkiosk render ana.json --out pages
                                   makes the pages of an answers file, without a window
  pdkiosk check                    is all here that the program needs?

Nothing is sent anywhere, and no answer is kept after the session.
"""

_RENDER = """\
Reads an answers file (JSON) and writes letter.pdf, reading-copy.pdf (unless the language is
English) and summary.pdf into a folder: all of them or none. "pdkiosk schema" tells what an
answers file may hold. The smallest one that gets a letter:

  {"format": 1, "answers": {"in_proceedings": "yes", "way": "short"}}
"""

_RENDER_MORE = """\
exit codes:
  0  the pages are written; their names stand on standard output
  1  the folder can not be written
  2  the answers file or the facility file is wrong: one line on standard error says where and
     what was expected; nothing is written
  3  there is no letter for this person (no case in immigration court, or they do not know):
     the reason stands on standard output in their language; nothing is written

example:
  pdkiosk render ana.json --out pages --language es
"""

_CHECK_MORE = """\
Each line starts with ok, warn or FAIL. Printer and speech only warn: the wizard works without.

exit codes:
  0  nothing failed
  1  something failed

example:
  pdkiosk check --facility site.toml
"""

_TOUR_MORE = """\
Walks a sample person through the whole interview and writes a picture of every screen and all
pages, for reviewers and translators. It needs no display.

example:
  pdkiosk tour --out tour --language es --size 1024x768 --text-size 133
"""


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = _parser(
        argparse.ArgumentParser,
        prog="pdkiosk",
        description="A bilingual guide that writes a letter to ICE asking for prosecutorial "
        "discretion. Without a command it shows the wizard.",
        epilog=_EXAMPLES,
    )
    parser.add_argument("--version", action="version", version=f"pdkiosk {__version__}")
    parser.add_argument("--window", action="store_true", help="in a window, not full screen")
    _facility(parser, None)
    parser.add_argument(
        "--pdf-folder",
        type=Path,
        metavar="DIR",
        help="where the pages are saved when there is no printer",
    )
    parser.add_argument(
        "--languages",
        type=_codes,
        default=[],
        metavar="CODES",
        help="languages to offer, in this order, for example es,en (default: the facility's, "
        "or all)",
    )
    # For the supervisor only: one session of the wizard, or the page that asks for staff.
    parser.add_argument("--session", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--apology", action="store_true", help=argparse.SUPPRESS)
    # For pdkiosk check only: paints the first screen, says so, and ends.
    parser.add_argument("--paint", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument(
        "--self-test", action="store_true", help='checks every part, a line each: "pdkiosk check"'
    )
    commands = parser.add_subparsers(dest="command", title="commands", metavar="")
    _add_render(commands)
    _parser(
        commands.add_parser,
        "schema",
        help="prints the JSON Schema of an answers file",
        description="Prints the JSON Schema of an answers file.",
        epilog="example:\n  pdkiosk schema > answers.schema.json\n",
    )
    found = _parser(
        commands.add_parser,
        "check",
        help="checks guide, translations, papers, window, facility file, printer and so on",
        description="Checks all that the program needs on this machine, a line each.",
        epilog=_CHECK_MORE,
    )
    _facility(found, argparse.SUPPRESS)
    _add_tour(commands)
    return parser


def _parser(make, *names: str, **words: str) -> argparse.ArgumentParser:  # type: ignore[no-untyped-def]
    made: argparse.ArgumentParser = make(
        *names, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False, **words
    )
    return made


def _facility(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--facility",
        type=Path,
        default=default,
        metavar="FILE",
        help="the facility's settings (facility.toml)",
    )


def _add_render(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    render = _parser(
        commands.add_parser,
        "render",
        help="makes the pages of an answers file, without a window",
        description=_RENDER,
        epilog=_RENDER_MORE,
    )
    render.add_argument("answers", type=Path, metavar="ANSWERS.json", help="the answers file")
    render.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="folder for the pages; it is made"
    )
    render.add_argument(
        "--language",
        metavar="CODE",
        help="language of the person, for example es (default: the file's, else the first one)",
    )
    _facility(render, argparse.SUPPRESS)


def _add_tour(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    tour = _parser(
        commands.add_parser,
        "tour",
        help="writes a picture of every screen",
        description="Writes a picture of every screen into a folder.",
        epilog=_TOUR_MORE,
    )
    tour.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="folder for the pictures"
    )
    tour.add_argument(
        "--language", default="es", metavar="CODE", help="language of the sample person (es)"
    )
    tour.add_argument(
        "--size", type=_size, default=(1280, 1024), metavar="WxH", help="of the screen (1280x1024)"
    )
    tour.add_argument(
        "--text-size",
        type=_percent,
        default=100,
        metavar="PERCENT",
        help="of the text, 80 to 200; the nearest of the four sizes is taken: 87, 100, 133, 177 "
        "(100)",
    )


def _percent(text: str) -> int:
    least, most = TEXT_SIZES
    if not text.isdecimal() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"expected a number from {least} to {most}")
    return int(text)


def _codes(text: str) -> list[str]:
    codes = [code.strip() for code in text.split(",")]
    if not all(codes) or len(set(codes)) != len(codes):
        raise argparse.ArgumentTypeError("expected codes like es,en, each once")
    return codes


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"([0-9]{3,4})x([0-9]{3,4})", text)
    if not match:
        raise argparse.ArgumentTypeError("expected width x height in pixels, like 1280x1024")
    return int(match[1]), int(match[2])
