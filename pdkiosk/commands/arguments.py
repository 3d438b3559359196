"""The command line: its options and commands, and the help that explains them."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pdkiosk import __version__
from pdkiosk.commands.output import complain, say

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

TEXT_SIZES = (80, 200)  # the smallest and the largest percentage
"""Percent of the normal size, smallest first: the sizes that a person can choose."""

_EXAMPLES = """\
examples:
  pdkiosk                          the wizard, full screen, as on a kiosk
  pdkiosk --window                 the wizard in a window
  pdkiosk --facility site.toml     with this facility's names, addresses and printer
  pdkiosk --pdf-folder ~/papers    saves the pages there if there is no printer
  pdkiosk render ana.json --out pages
                                   makes the pages of an answers file, without a window
  pdkiosk check                    checks that the program has all it needs
  pdkiosk update FILE              installs an update from a stick

Nothing is sent anywhere, and no answer is kept after the session.
"""

_RENDER = """\
Reads an answers file (JSON) and writes letter.pdf, reading-copy.pdf (unless the language is
English), summary.pdf, large-print-copy.pdf and what else the answers call for into a folder: all
of them or none. A folder that has such pages already is refused: they may be somebody else's.
"pdkiosk schema" tells what an answers file may hold. The smallest one that gets
a letter:

  {"format": 1, "answers": {"in_proceedings": "yes", "way": "short"}}
"""

_RENDER_MORE = """\
exit codes:
  0  the pages are written; their names are on standard output
  1  the folder cannot be written, or has such pages already; nothing is written
  2  the answers file or the facility file is wrong: one line on standard error says where and
     what was expected; nothing is written
  3  there is no letter for this person (no case in immigration court, or they do not know):
     the reason is on standard output in their language; nothing is written
  74 the pages are written, but their names could not be said on standard output

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

_PIN = """\
Asks twice for a PIN of 6 to 16 digits and prints the line that opens the staff page with it. The
line holds a hash (Argon2id), not the PIN.
"""

_PIN_MORE = """\
exit codes:
  0  the line is on standard output
  1  no PIN that can be used was typed

example:
  pdkiosk pin >> facility.toml     where the file has no staff_pin yet
"""

_VOICES = """\
Lists the texts that can be read aloud and that the facility's folder of voices (voices_folder)
has no recording of, as CSV: the file's name without .ogg or .wav, the English text, where it
is. A text whose sentences are recorded one by one counts once all of them are.
"""

_VOICES_MORE = """\
exit codes:
  0  all is recorded; nothing is printed
  1  something is not; the count is on standard error, and which files nothing plays
  2  there is no such language, or the facility's file is wrong

example:
  pdkiosk voices --language es --facility site.toml > to-record.csv
"""

_TOUR_MORE = """\
Walks a sample person through the whole interview and writes a picture of every screen and all
pages, for reviewers and translators. It needs no display.

example:
  pdkiosk tour --out tour --language es --size 1024x768 --text-size 133
"""


_UPDATE_MORE = """\
The file is refused when it is not signed by those who make this program, incomplete, older than
what is installed, or past its date. It is installed beside the version that runs, tested, and
only then switched to; the version before stays, and --back goes back to it. A file with guide
and translations alone is installed the same way.

exit codes:
  0  done; restart the program
  1  refused, with the reason; what was there goes on working

examples:
  pdkiosk update /media/stick/pdkiosk-1.2.0.release
  pdkiosk update --back
"""


_WITH_VALUE = {"--facility", "--pdf-folder", "--languages", "--voice", "--to-paper", "--title"}


class _Parser(argparse.ArgumentParser):
    """A parser that, like all commands, notices when its help or errors cannot be written."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if file is sys.stdout and file is not None:
            say(message.rstrip("\n"))
        else:
            complain(message.rstrip("\n"))


def make_parser(words: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """The parser for the whole command line, or only for the command in these words.

    The wizard's start waits for it, and building the parsers of all commands takes 3 ms.
    """
    parser = _parser(
        _Parser,
        prog="pdkiosk",
        description="A bilingual guide that writes a letter to ICE asking for prosecutorial "
        "discretion. Without a command it shows the wizard.",
        epilog=_EXAMPLES,
    )
    parser.add_argument("--version", action="version", version=f"pdkiosk {__version__}")
    parser.add_argument("--window", action="store_true", help="run in a window, not full screen")
    _facility(parser, None)
    parser.add_argument(
        "--pdf-folder",
        type=_path,
        metavar="DIR",
        help="where to save the pages if there is no printer",
    )
    parser.add_argument(
        "--languages",
        type=_codes,
        default=[],
        metavar="CODES",
        help="languages to offer, in this order, for example es,en (default: the facility's, "
        "or all but drafts)",
    )
    # For the supervisor only: one session of the wizard, or the page that asks for staff.
    parser.add_argument("--session", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--out-of-order", action="store_true", help=argparse.SUPPRESS)
    # For a session only: the process that speaks, using an engine of Qt.
    parser.add_argument("--voice", metavar="ENGINE", help=argparse.SUPPRESS)
    # Where Qt paints the pages: prints a PDF from standard input on this printer, as this job.
    parser.add_argument("--to-paper", metavar="PRINTER", help=argparse.SUPPRESS)
    parser.add_argument("--title", default="pdkiosk", help=argparse.SUPPRESS)
    # For the supervisor only: removes the print jobs that a killed program left behind.
    parser.add_argument("--take-back", action="store_true", help=argparse.SUPPRESS)
    # For pdkiosk check only: paints the first screen, says so, and ends.
    parser.add_argument("--paint", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--self-test", action="store_true", help='same as "pdkiosk check"')
    if words is not None and not _more_than_options(words):
        parser.set_defaults(command=None)
        return parser
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
        description="Checks everything that the program needs here, one line for each check.",
        epilog=_CHECK_MORE,
    )
    _facility(found, argparse.SUPPRESS)
    _parser(
        commands.add_parser,
        "pin",
        help="prints the line for the staff PIN in the facility file",
        description=_PIN,
        epilog=_PIN_MORE,
    )
    _add_tour(commands)
    _add_update(commands)
    voices = _parser(
        commands.add_parser,
        "voices",
        help="lists what is not recorded yet in a language that is read aloud",
        description=_VOICES,
        epilog=_VOICES_MORE,
    )
    voices.add_argument(
        "--language", required=True, metavar="CODE", help="language of the recordings"
    )
    _facility(voices, argparse.SUPPRESS)
    _add_review(commands)
    return parser


def _add_review(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from pdkiosk.commands.review_arguments import add_review

    add_review(commands, _parser, _path)


def _more_than_options(words: Sequence[str]) -> bool:
    return any(
        word in ("-h", "--help") or not (word.startswith("-") or before in _WITH_VALUE)
        for before, word in pairwise(["", *words])
    )


def _parser(make, *names: str, **words: str) -> argparse.ArgumentParser:  # type: ignore[no-untyped-def]
    made: argparse.ArgumentParser = make(
        *names, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False, **words
    )
    return made


def _facility(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--facility",
        type=_path,
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
    render.add_argument("answers", type=_path, metavar="ANSWERS.json", help="the answers file")
    render.add_argument(
        "--out", type=_path, required=True, metavar="DIR", help="folder for the pages; created"
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
        "--out", type=_path, required=True, metavar="DIR", help="folder for the pictures"
    )
    tour.add_argument(
        "--language",
        default="es",
        metavar="CODE",
        help="language of the sample person (default: es)",
    )
    tour.add_argument(
        "--size",
        type=_size,
        default=(1280, 1024),
        metavar="WxH",
        help="size of the screen (default: 1280x1024)",
    )
    tour.add_argument(
        "--text-size",
        type=_percent,
        default=100,
        metavar="PERCENT",
        help="text size in percent, 80 to 200; the nearest of 87, 100, 133, 177 is used "
        "(default: 100)",
    )


def _add_update(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    update = _parser(
        commands.add_parser,
        "update",
        help="installs a signed update, or goes back to the version before",
        description="Installs a signed update from a file.",
        epilog=_UPDATE_MORE,
    )
    what = update.add_mutually_exclusive_group(required=True)
    what.add_argument("release", nargs="?", type=_path, metavar="FILE", help="the update")
    what.add_argument("--back", action="store_true", help="go back to the version before")
    what.add_argument(
        "--content-back", action="store_true", help="go back to the guide and translations before"
    )
    # For the service that installs what the staff page handed over (in the kiosk's state folder).
    what.add_argument("--handed-over", type=_path, metavar="DIR", help=argparse.SUPPRESS)
    update.add_argument(
        "--check", action="store_true", help="only say whether the file could be installed"
    )
    update.add_argument(
        "--root",
        type=_path,
        metavar="DIR",
        help="folder with versions (default: this program's)",
    )
    update.add_argument(
        "--key",
        type=_path,
        action="append",
        default=[],
        metavar="FILE.pub",
        help="also trust this minisign key",
    )


def _percent(text: str) -> int:
    least, most = TEXT_SIZES
    if not text.isdecimal() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"expected a number from {least} to {most}")
    return int(text)


def _path(text: str) -> Path:
    """A path that is not empty: "" would mean the current folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("a name is missing")
    return Path(text)


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
