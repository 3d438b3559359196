"""How the time for letter and summary grows with the family and with the story."""

from __future__ import annotations

import datetime
import itertools
import math
import sys
from collections.abc import Callable
from typing import Any

from benchmarks.papers import median_ms
from benchmarks.probe import Report
from pdkiosk import pdf, resources
from pdkiosk.documents.model import Summary
from pdkiosk.documents.packet import compose_packet
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import Catalogs

MEMBERS = (1, 10, 100, 300)
CHARACTERS = (1_000, 10_000, 30_000, 100_000)
_WORDS = "Mi hija pregunta cada noche cuándo vuelvo a casa. "


def main() -> int:
    """``growth.py REPORT``."""
    guide = load_guide(resources.path("guide"))
    catalogs = Catalogs(resources.folder("translations"))

    def work(answers: dict[str, Any]) -> Callable[[], object]:
        kept = Answers({"in_proceedings": "yes", "way": "full", **answers})
        person = Interview(guide, datetime.date(2026, 11, 24), kept)

        def make() -> None:
            for part in compose_packet(guide, person, Facility(), "es", drafted=True):
                if isinstance(part.content, Summary):
                    pdf.render_summary(part.content, ("es", "en"), catalogs, pdf.Paper.LETTER)
                else:
                    pdf.render(part.content, part.language, catalogs, pdf.Paper.LETTER, "es")

        return make

    members = [median_ms(work(family(count)), 3) for count in MEMBERS]
    story = [median_ms(work(told(count)), 3) for count in CHARACTERS]
    Report(sys.argv[1]).write(
        members_ms=dict(zip(map(str, MEMBERS), members, strict=True)),
        members_exponent=exponent(MEMBERS, members),
        characters_ms=dict(zip(map(str, CHARACTERS), story, strict=True)),
        characters_exponent=exponent(CHARACTERS, story),
    )
    return 0


def family(members: int) -> dict[str, Any]:
    """Somebody with so many children and other relatives."""
    return {
        "reasons_family": ["citizen_family"],
        "people": [
            {
                "relation": ("daughter", "son", "sister")[n % 3],
                "person_status": "citizen",
                "person_name": f"Nombre{n}",
                "person_age": n % 15,
                "person_depends": "yes",
            }
            for n in range(members)
        ],
    }


def told(characters: int) -> dict[str, Any]:
    """Somebody with so long a story."""
    return {"story": (_WORDS * (characters // len(_WORDS) + 1))[:characters]}


def exponent(sizes: tuple[int, ...], times: list[float]) -> float:
    """The steepest slope of log(time) over log(size) between neighboring sizes.

    What every paper costs hides the growth where there is little of it, so the steepest of
    neighboring slopes is the honest figure, not the fit over all.
    """
    pairs = list(zip(sizes, times, strict=True))
    return max(
        math.log(later / earlier) / math.log(large / small)
        for (small, earlier), (large, later) in itertools.pairwise(pairs)
    )


if __name__ == "__main__":
    sys.exit(main())
