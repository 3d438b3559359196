"""What printing logs: one code for each outcome, and the pages that came out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from pdkiosk.language.message import Message
from pdkiosk.log import is_code
from pdkiosk.papers_desk import Noted
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import FinishedJob, Progress
from pdkiosk.printing.state import State
from pdkiosk.session.papers import Part

PARTS = [
    Part("letter", Message("Letter"), 3, b""),
    Part("summary", Message("Summary"), 1, b""),
]


def noted(finished: int, outcome: Outcome | None) -> list[str]:
    notes: list[str] = []
    progress = Progress(1, 2, 3, None, State.READY, finished, None)
    job = Noted(FinishedJob(replace(progress, outcome=outcome)), PARTS, notes.append)
    for _ in range(3):
        job.poll()
    return notes


@pytest.mark.parametrize(
    ("finished", "outcome", "notes"),
    [
        (0, None, []),
        (2, Outcome.PRINTED, ["print-p00", "pages-4"]),
        (1, Outcome.JAM, ["print-p32", "pages-3"]),
        (0, Outcome.OUT_OF_PAPER, ["print-p31"]),
        (0, Outcome.SENT, ["print-p10", "pages-4"]),
        (2, Outcome.SAVED, ["print-p01"]),
    ],
)
def test_an_outcome_is_noted_once_with_the_pages_that_came_out(
    finished: int, outcome: Outcome | None, notes: list[str]
) -> None:
    assert noted(finished, outcome) == notes


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_code_that_the_log_takes(outcome: Outcome) -> None:
    assert all(is_code(note) for note in noted(2, outcome))
    assert noted(2, outcome)
