"""Makes the largest possible packet in a separate process; prints its cost.

200 relatives, 50,000 characters of story, 60 exhibits. Run by test_growth.py.
"""

from __future__ import annotations

import datetime
import json
import tracemalloc
from pathlib import Path
from typing import Any

import msgspec

from pdkiosk import pdf, resources
from pdkiosk.documents.model import Kind, Summary
from pdkiosk.documents.packet import compose_packet
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.guide.model import Guide
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import Catalogs

MEMBERS, CHARACTERS, EXHIBITS = 200, 50_000, 60
_WORDS = "Mi hija pregunta cada noche. "


def larger_guide(guide: Guide, exhibits: int) -> Guide:
    """A copy of the guide with so many papers, each offered to everybody."""
    fakes = [
        msgspec.structs.replace(
            guide.paper[n % len(guide.paper)], id=f"fake{n}", always=True, when=None
        )
        for n in range(exhibits)
    ]
    return msgspec.structs.replace(guide, paper=fakes)


def answers(members: int, characters: int, exhibits: int) -> dict[str, Any]:
    """Somebody with that much to say."""
    return {
        "in_proceedings": "yes",
        "way": "full",
        "full_name": "María López Ruiz",
        "best_language": "@spanish",
        "reasons_life": ["work"],
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
        "papers": {f"fake{n}": ("have", "ask")[n % 2] for n in range(exhibits)},
        "story": (_WORDS * (characters // len(_WORDS) + 1))[:characters],
    }


def run(members: int, characters: int, exhibits: int) -> dict[str, int]:
    """Makes all papers; the pages of each."""
    guide = larger_guide(load_guide(resources.path("guide")), exhibits)
    catalogs = Catalogs(resources.folder("translations"))
    given = Answers(answers(members, characters, exhibits))
    person = Interview(guide, datetime.date(2026, 11, 24), given)
    pages: dict[str, int] = {}
    for part in compose_packet(guide, person, Facility(), "es", drafted=True):
        if isinstance(part.content, Summary):
            made = pdf.render_summary(part.content, ("es", "en"), catalogs, pdf.Paper.LETTER)
        else:
            made = pdf.render(part.content, part.language, catalogs, pdf.Paper.LETTER, "es")
        pages[part.kind.value] = made.pages
    assert pages.get(Kind.COVERS.value, 0) == exhibits
    return pages


def _most_resident() -> float:
    """The most memory that this process ever held, megabytes.

    Not ru_maxrss: that also counts what the parent held at the fork.
    """
    status = Path("/proc/self/status").read_text().splitlines()
    line = next(line for line in status if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / 1e6


def main() -> None:
    """Prints the pages and the memory (MB): of the process, and of what Python allocated."""
    tracemalloc.start()
    pages = run(MEMBERS, CHARACTERS, EXHIBITS)
    allocated = tracemalloc.get_traced_memory()[1] / 1e6
    resident = _most_resident()
    print(json.dumps({"pages": pages, "allocated": allocated, "resident": resident}))


if __name__ == "__main__":
    main()
