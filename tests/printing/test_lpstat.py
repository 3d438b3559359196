"""What lpstat prints, as seen with CUPS 2.4.2, and what is made of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdkiosk.printing.lpstat import read
from pdkiosk.printing.state import State
from tests.printing import fakes

_SEEN = """scheduler is running
no system default destination
law-lib-2-14            kiosk             3072   Tue Nov 24 12:18:49 2026
\tStatus: Printing page 2, 40% complete.
\tAlerts: job-printing
\tqueued for law-lib-2
office-15               root              3072   Tue Nov 24 12:18:55 2026
\tAlerts: job-hold-until-specified
\tqueued for office
printer law-lib-2 now printing law-lib-2-14.  enabled since Tue Nov 24 12:16:03 2026
\tPrinting page 2, 40% complete.
\tForm mounted:
\tContent types: any
\tPrinter types: unknown
\tDescription: Alerts: media-jam-error
\tAlerts: toner-low-report cups-waiting-for-job-completed
\tLocation: near the door
printer office disabled since Tue Nov 24 12:15:40 2026 -
\tPaused by staff
\tForm mounted:
\tAlerts: paused
law-lib-2 accepting requests since Tue Nov 24 12:16:03 2026
office not accepting requests since Tue Nov 24 12:15:40 2026 -
\tRejecting Jobs
law-lib-2-14            kiosk             3072   Tue Nov 24 12:18:57 2026
\tStatus:\x20
\tAlerts: processing-to-stop-point
\tqueued for law-lib-2
law-lib-2-9             kiosk                0   Tue Nov 24 12:15:39 2026
\tStatus: Unable to add document to print job.
\tAlerts: job-canceled-by-user
\tqueued for law-lib-2
"""


def test_a_whole_answer() -> None:
    report = read(_SEEN)
    assert report.running
    assert report.default == ""
    assert report.queue("") is None  # two queues, none of them the default
    queue = report.queues["law-lib-2"]
    assert (queue.job, queue.state, queue.accepting) == (14, State.LOW_TONER, True)
    assert queue.words == "Printing page 2, 40% complete."
    office = report.queues["office"]
    assert (office.state, office.accepting, office.words) == (
        State.STOPPED,
        False,
        "Paused by staff",
    )
    job = report.job("law-lib-2", 14)
    assert job is not None and job.over  # it ended between the two lists
    assert report.waiting("kiosk") == []
    assert [other.name for other in report.over("kiosk")] == ["law-lib-2-14", "law-lib-2-9"]
    held = report.job("office", 15)
    assert held is not None and held.says("job-hold") and not held.over
    assert report.jobs[0].page == 2


@pytest.mark.parametrize(
    ("reasons", "state"),
    [
        ("none", State.READY),
        ("cups-waiting-for-job-completed", State.READY),
        ("media-empty-error media-needed-error", State.OUT_OF_PAPER),
        ("media-empty-warning", State.OUT_OF_PAPER),
        ("media-jam-report door-open-report", State.JAM),
        ("door-open-error", State.DOOR_OPEN),
        ("cover-open", State.DOOR_OPEN),
        ("toner-empty-error", State.NO_TONER),
        ("marker-supply-empty-warning", State.NO_TONER),
        ("toner-low-warning", State.LOW_TONER),
        ("marker-supply-low-report media-low-warning", State.LOW_TONER),
        ("media-low-report", State.LOW_PAPER),
        ("toner-low-report media-empty-error", State.OUT_OF_PAPER),
        ("offline-report", State.OFFLINE),
        ("connecting-to-device", State.OFFLINE),
        ("paused", State.STOPPED),
        ("fuser-over-temp-error", State.NEEDS_HELP),
        ("output-area-full-warning", State.NEEDS_HELP),
        ("something-new-report", State.READY),
    ],
)
def test_reasons(reasons: str, state: State) -> None:
    assert read(fakes.lpstat(reasons=reasons).text).queues["kiosk"].state is state


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("The printer may not exist or is unavailable at this time.", State.OFFLINE),
        ("The printer is not responding.", State.OFFLINE),
        ("The printer is unreachable at this time.", State.OFFLINE),
        ("Waiting for printer to become available.", State.OFFLINE),
        ("The printer is in use.", State.BUSY),
        ("Printing.", State.JAM),
        ("Rejecting Jobs", State.JAM),
    ],
)
def test_words_that_no_reason_says(words: str, state: State) -> None:
    """An old reason stays while a printer cannot be reached."""
    answer = fakes.lpstat(reasons="media-jam-report", words=words)
    assert read(answer.text).queues["kiosk"].state is state


def test_no_service_and_no_queue() -> None:
    assert not read("scheduler is not running\n").running
    assert not read("").running
    report = read("scheduler is running\nno system default destination\n")
    assert report.running and report.queue("") is None and report.queue("kiosk") is None


@given(st.text(alphabet="printer kiosk-1\t\n:Alerts()0", max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    read(text)
    read(_SEEN + text)
