"""The command line of ``pdkiosk review``, and the help that explains it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from pdkiosk.review.ledger import ROLES

_REVIEW = """\
Makes what a reviewer needs: a book to print and sign (PDF), and the same as a table (.xlsx and
.csv) that goes there and back by e-mail. --for law is for a lawyer, --for language CODE for a
translator. docs/reviewing.md says who does what.
"""

_REVIEW_MORE = """\
exit codes:
  0  done
  1  the folder cannot be written or has such files; or not all rows of a table were taken
  2  the command line or the table is wrong: nothing is taken

examples:
  pdkiosk review --for law --out packet
  pdkiosk review --for language es --out packet --since last-time.csv
  pdkiosk review take review-law.xlsx --who "Jane Roe" --role lawyer \\
      --organization "Example Legal Aid" --date 2027-06-30 --may-be-named
  pdkiosk review diff before after > changes.txt
"""

_TAKE = """\
Takes a table that came back (.xlsx or .csv) into the ledger: who has found which words right, when.
Rows whose words changed since are not taken, and listed. What is to be changed goes to a list for
the editor beside the table: no text is changed by itself. A table with anything wrong in it is
refused whole.
"""

_DIFF = """\
Says as text which statements, rules, translations and letters of the invented people differ between
two guide packs: folders with resources and translations, such as two checkouts, or the content
folders of two updates (docs/updates.md). Rules are compared where both folders hold the program.
"""


def add_review(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    make: Callable[..., argparse.ArgumentParser],
    path: Callable[[str], Path],
) -> None:
    """Adds the command.

    ``make`` creates a parser like those of all commands; ``path`` parses a path.
    """
    from pdkiosk.commands.review import day

    review = make(
        commands.add_parser,
        "review",
        help="makes books and tables for reviewers, and takes them back",
        description=_REVIEW,
        epilog=_REVIEW_MORE,
    )
    review.add_argument(
        "--for",
        dest="book",
        nargs="+",
        default=[],
        metavar=("law|language", "CODE"),
        help="whom the book is for",
    )
    review.add_argument(
        "--out",
        type=path,
        default=Path("review"),
        metavar="DIR",
        help="folder for it, which is created (default: review)",
    )
    review.add_argument(
        "--since",
        type=path,
        metavar="FILE",
        help="this reviewer's last table: what changed since comes first",
    )
    parts = review.add_subparsers(dest="part", title="also", metavar="")
    take = make(
        parts.add_parser,
        "take",
        help="takes a returned table",
        description=_TAKE,
        epilog=_REVIEW_MORE,
    )
    take.add_argument("table", type=path, metavar="FILE", help="the table, .xlsx or .csv")
    take.add_argument("--who", required=True, metavar="NAME", help="who filled it in")
    take.add_argument(
        "--role",
        required=True,
        choices=ROLES,
        help="their role; only a lawyer counts for the law, a translator for a language",
    )
    take.add_argument(
        "--organization", required=True, metavar="NAME", help="organization of that person"
    )
    take.add_argument("--date", required=True, type=day, metavar="DAY", help="day of the signature")
    take.add_argument(
        "--may-be-named",
        action="store_true",
        help="the organization agreed in writing to be named on the screen",
    )
    diff = make(
        parts.add_parser,
        "diff",
        help="says what changed between two guide packs",
        description=_DIFF,
        epilog=_REVIEW_MORE,
    )
    for name in ("old", "new"):
        diff.add_argument(
            name,
            type=path,
            metavar=name.upper(),
            help=f"the {name} pack: a folder or a release file",
        )
    diff.add_argument(
        "--key",
        dest="keys",
        type=path,
        action="append",
        default=[],
        metavar="FILE",
        help="a public key to accept, besides those of this program",
    )
