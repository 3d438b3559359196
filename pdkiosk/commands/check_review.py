"""The lines of ``pdkiosk check`` about what people have reviewed.

``python -m pdkiosk.commands.check_review`` prints only these.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from pdkiosk import resources
from pdkiosk.commands.output import say
from pdkiosk.commands.result import Level, Result
from pdkiosk.guide.loader import load_guide
from pdkiosk.guide.model import Guide
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.languages import load_languages, with_text
from pdkiosk.review.ledger import LedgerError
from pdkiosk.review.status import Status, language_status, law_status

_MOST_NUMBERS = 10


def check_reviews(guide: Guide, languages: Iterable[str], today: date) -> Iterator[Result]:
    """How much of the law and of each translation has been reviewed as of today."""
    yield from _lines("review law", lambda: law_status(guide, today), "no lawyer")
    for code in languages:
        if code != SOURCE_LANGUAGE:
            yield from _lines(f"review {code}", partial(language_status, code), "no translator")


def _lines(name: str, count: Callable[[], Status], nobody: str) -> Iterator[Result]:
    try:
        status = count()
    except LedgerError as error:
        yield Result(Level.FAIL, name, f"the ledger is damaged: {error}")
        return
    if not status.total:
        yield Result(Level.WARN, name, f"{nobody} has checked anything yet")
        return
    level = Level.OK if status.complete else Level.WARN
    by = f", by {', '.join(status.by)}" if status.by else ""
    until = f", the first runs out after {status.until}" if status.until else ""
    last = f", last on {status.last}" if status.last else ""
    yield Result(level, name, f"{status.checked} of {status.total} checked{by}{last}{until}")
    for numbers, says in (
        (status.ran_out, "ran out"),
        (status.changed, "changed since they were checked"),
        (status.gone, "were checked and are not said any more"),
        (status.objected, "have an open correction or question"),
    ):
        if numbers:
            more = f" and {len(numbers) - _MOST_NUMBERS} more" if numbers[_MOST_NUMBERS:] else ""
            listed = ", ".join(numbers[:_MOST_NUMBERS])
            yield Result(Level.WARN, name, f"{len(numbers)} {says}: {listed}{more}")


def main() -> int:
    """Prints the lines. Raises GuideError when the guide is malformed."""
    guide = load_guide(resources.path("guide"))
    found = list(check_reviews(guide, with_text(load_languages()), date.today()))
    for result in found:
        say(result)
    return int(any(result.level is Level.FAIL for result in found))


if __name__ == "__main__":
    sys.exit(main())
