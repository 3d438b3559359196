"""A job over a scripted CUPS: every way on, and every time that runs out."""

from __future__ import annotations

import pytest

from pdkiosk.printing.command import Result
from pdkiosk.printing.cups import CupsPrinter
from pdkiosk.printing.cups_job import CupsJob
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.patience import Patience
from pdkiosk.printing.printer import Progress
from pdkiosk.printing.state import State
from tests.printing import fakes
from tests.printing.fakes import Clock, Programs, job_line, job_state, lpstat, printing
from tests.printing.papers import Paper

_LETTER = Paper("letter", 3, b"%PDF letter")
_SUMMARY = Paper("summary", 1, b"%PDF summary")
_OVER = lpstat(over=job_line(1, "processing-to-stop-point"))
PATIENCE = Patience()
_PRINTING = lpstat(waiting=job_line(1), state=printing())


def printer_of(programs: Programs, clock: Clock | None = None) -> CupsPrinter:
    return CupsPrinter(run=programs, clock=clock or Clock())


def end(job: CupsJob, clock: Clock, step: float = 0.6) -> tuple[Progress, float]:
    """How the job ends, and after how many seconds."""
    begun = clock.time
    for _ in range(2000):
        progress = job.poll()
        if progress.outcome is not None:
            return progress, clock.time - begun
        clock.time += step
    raise TimeoutError(str(job.poll()))


def run(programs: Programs, *parts: Paper) -> tuple[Progress, float]:
    clock = Clock()
    return end(printer_of(programs, clock).start(parts or (_LETTER,)), clock)


def test_a_part_after_the_other() -> None:
    programs = Programs(lpstat=[lpstat(), _PRINTING, _OVER, lpstat(), _OVER])
    progress, _ = run(programs, _LETTER, _SUMMARY)
    assert progress.outcome is Outcome.PRINTED
    assert (progress.part, progress.finished) == (2, 2)
    assert programs.sent == [b"%PDF letter", b"%PDF summary"]
    assert [call[0] for call in programs.calls] == [
        *("lpstat", "lp", "lpstat", "lpstat", "ipptool", "ipptool"),
        *("lpstat", "lp", "lpstat", "ipptool", "ipptool"),
    ]


def test_what_is_said_of_a_job_is_the_same_for_everybody() -> None:
    programs = Programs(lpstat=[lpstat(), _OVER])
    run(programs)
    sent = next(call for call in programs.calls if call[0] == "lp")
    expected = "lp -U kiosk -d kiosk -t document -o job-sheets=none -"
    assert sent == tuple(expected.split())


@pytest.mark.parametrize(
    ("confirmed", "outcome"),
    [
        (job_state(), Outcome.PRINTED),
        (job_state("completed", 0), Outcome.SENT),
        (job_state("canceled"), Outcome.ABORTED),
        (job_state("aborted"), Outcome.ABORTED),
        (Result(127), Outcome.SENT),  # no ipptool
        (Result(1), Outcome.SENT),
        (Result(None), Outcome.SENT),
    ],
)
def test_over_is_not_printed(confirmed: Result, outcome: Outcome) -> None:
    programs = Programs(lpstat=[lpstat(), _OVER], ipptool=[confirmed])
    progress, _ = run(programs)
    assert progress.outcome is outcome
    assert progress.finished == (outcome is Outcome.PRINTED)


@pytest.mark.parametrize(
    ("over", "outcome"),
    [
        ("job-completed-successfully", Outcome.PRINTED),
        ("job-canceled-by-user", Outcome.CANCELED_BY_STAFF),
        ("job-canceled-at-device", Outcome.CANCELED_BY_STAFF),
        ("job-aborted-by-system", Outcome.ABORTED),
        ("aborted-by-system", Outcome.ABORTED),
        ("job-completed-with-errors", Outcome.ABORTED),
    ],
)
def test_how_a_job_is_over(over: str, outcome: Outcome) -> None:
    programs = Programs(lpstat=[lpstat(), lpstat(over=job_line(1, over))])
    assert run(programs)[0].outcome is outcome


def test_done_with_a_complaint_is_doubtful() -> None:
    over = lpstat(over=job_line(1, "processing-to-stop-point"), reasons="media-empty-error")
    assert run(Programs(lpstat=[lpstat(), over]))[0].outcome is Outcome.DOUBTFUL
    low = lpstat(over=job_line(1, "processing-to-stop-point"), reasons="toner-low-report")
    assert run(Programs(lpstat=[lpstat(), low]))[0].outcome is Outcome.PRINTED


def test_the_worst_part_counts() -> None:
    programs = Programs(
        lpstat=[lpstat(), _OVER, lpstat(), _OVER],
        ipptool=[job_state("completed", 0), Result(0), job_state(), Result(0)],
    )
    progress, _ = run(programs, _LETTER, _SUMMARY)
    assert progress.outcome is Outcome.SENT
    assert progress.finished == 1


def test_gone_without_a_record_is_only_sent() -> None:
    """As in a queue that keeps no history."""
    assert run(Programs(lpstat=[lpstat(), _PRINTING, lpstat()]))[0].outcome is Outcome.SENT


@pytest.mark.parametrize(
    ("looks", "outcome"),
    [
        (Result(127), Outcome.NO_PRINTER),
        (fakes.NO_SERVICE, Outcome.NO_SERVICE),
        (Result(None), Outcome.NO_SERVICE),
        (Result(0, "scheduler is running\nno system default destination\n"), Outcome.NO_PRINTER),
        (lpstat(state="disabled"), Outcome.PRINTER_STOPPED),
        (lpstat(accepting=False), Outcome.PRINTER_STOPPED),
    ],
)
def test_nothing_is_sent_where_nothing_can_be(looks: Result, outcome: Outcome) -> None:
    programs = Programs(lpstat=[looks])
    assert run(programs)[0].outcome is outcome
    assert programs.count("lp") == 0
    assert programs.count("cancel") == 0


@pytest.mark.parametrize(
    ("lp", "outcome"),
    [
        (Result(1), Outcome.REFUSED),
        (Result(0, "something else"), Outcome.REFUSED),
        (Result(None), Outcome.TIMED_OUT),
    ],
)
def test_what_lp_began_is_taken_back(lp: Result, outcome: Outcome) -> None:
    incoming = lpstat(waiting=job_line(7, "job-incoming"))
    over = lpstat(over=job_line(7, "job-canceled-by-user"))
    programs = Programs(lpstat=[lpstat(), incoming, over], lp=[lp])
    assert run(programs)[0].outcome is outcome
    assert ("cancel", "-U", "kiosk", "kiosk-7") in programs.calls
    assert programs.count("ipptool") == 1  # purged


@pytest.mark.parametrize(
    ("answer", "outcome", "patience"),
    [
        (lpstat(waiting=job_line(1), state=printing(), reasons="media-empty-error"),
         Outcome.OUT_OF_PAPER, PATIENCE.trouble),
        (lpstat(waiting=job_line(1), state=printing(), reasons="offline-report"),
         Outcome.OFFLINE, PATIENCE.offline),
        (lpstat(waiting=job_line(1), state=printing(2)), Outcome.BUSY, PATIENCE.trouble),
        (lpstat(waiting=job_line(1, "job-hold-until-specified")), Outcome.HELD, PATIENCE.held),
        (lpstat(waiting=job_line(1, "none")), Outcome.HELD, PATIENCE.held),
        (lpstat(waiting=job_line(1, "none"), state="disabled"),
         Outcome.PRINTER_STOPPED, PATIENCE.trouble),
        (_PRINTING, Outcome.TIMED_OUT, PATIENCE.silence + 3 * PATIENCE.page),
    ],
)  # fmt: skip
def test_patience_ends(answer: Result, outcome: Outcome, patience: float) -> None:
    over = lpstat(over=job_line(1, "job-canceled-by-user"))
    programs = Programs(lpstat=[lpstat(), answer], after_cancel=over)
    progress, seconds = run(programs)
    assert progress.outcome is outcome
    assert patience <= seconds < patience + 10
    assert ("cancel", "-U", "kiosk", "kiosk-1") in programs.calls


def test_pages_that_come_out_win_time() -> None:
    looks: list[Result | None] = [lpstat()]
    for page in (1, 2, 3):
        line = job_line(1, words=f"Printing page {page}")
        looks += [lpstat(waiting=line, state=printing())] * 150
    progress, seconds = run(Programs(lpstat=[*looks, _OVER]))
    assert progress.outcome is Outcome.PRINTED
    assert seconds > PATIENCE.silence + 3 * PATIENCE.page


def test_a_trouble_is_told_when_it_lasts() -> None:
    """When a job begins, CUPS still says what was wrong before it."""
    clock = Clock()
    jam = lpstat(waiting=job_line(1), state=printing(), reasons="media-jam-error")
    programs = Programs(lpstat=[lpstat(), *[jam] * 9, _PRINTING])
    job = printer_of(programs, clock).start([_LETTER])
    states = []
    for _ in range(24):
        states.append(job.poll().state)
        clock.time += 0.6
    assert states.index(State.JAM) > states.index(State.CHECKING, 2)
    assert states[-1] is State.READY


def test_the_service_comes_back_or_not() -> None:
    programs = Programs(lpstat=[lpstat(), _PRINTING, *[fakes.NO_SERVICE] * 5, _PRINTING, _OVER])
    assert run(programs)[0].outcome is Outcome.PRINTED
    programs = Programs(lpstat=[lpstat(), _PRINTING, fakes.NO_SERVICE])
    progress, seconds = run(programs)
    assert (progress.outcome, progress.state) == (Outcome.SERVICE_LOST, State.NO_SERVICE)
    assert seconds < PATIENCE.service + 10
    # It came back and knows nothing of the job.
    programs = Programs(lpstat=[lpstat(), _PRINTING, fakes.NO_SERVICE, lpstat()])
    assert run(programs)[0].outcome is Outcome.SERVICE_LOST


def test_cancel_waits_until_the_queue_has_let_go() -> None:
    clock = Clock()
    over = lpstat(over=job_line(1, "job-canceled-by-user"))
    programs = Programs(lpstat=[lpstat(), _PRINTING, _PRINTING, _PRINTING, over])
    job = printer_of(programs, clock).start([_LETTER, _SUMMARY])
    for _ in range(4):
        job.poll()
    job.cancel()
    job.cancel()
    assert job.poll().outcome is None
    assert end(job, clock)[0].outcome is Outcome.CANCELED
    assert programs.count("lp") == 1


@pytest.mark.parametrize("last", [
    _PRINTING,
    fakes.NO_SERVICE,
    lpstat(over=job_line(1, "job-canceled-by-user", "Unable to cancel print job.")),
])  # fmt: skip
def test_cancel_that_does_not_work_is_not_called_canceled(last: Result) -> None:
    clock = Clock()
    programs = Programs(lpstat=[lpstat(), _PRINTING, last])
    job = printer_of(programs, clock).start([_LETTER])
    for _ in range(4):
        job.poll()
    job.cancel()
    progress, seconds = end(job, clock)
    assert progress.outcome is Outcome.NOT_CANCELED
    assert seconds < PATIENCE.cleaning + 5


def test_cancel_kills_lp() -> None:
    programs = Programs(lp=[fakes.HANGS])
    job = printer_of(programs).start([_LETTER])
    job.poll()
    job.poll()
    assert programs.calls[-1][0] == "lp"
    job.cancel()
    assert programs.processes[-1].killed


def test_leftovers_are_taken_back_first() -> None:
    left = lpstat(waiting=job_line(5, "none"))
    programs = Programs(lpstat=[left, lpstat(), _OVER])
    assert run(programs)[0].outcome is Outcome.PRINTED
    assert [call[0] for call in programs.calls][:4] == ["lpstat", "cancel", "lpstat", "lp"]


def test_a_look_never_waits_and_is_repeated() -> None:
    clock = Clock()
    programs = Programs(lpstat=[fakes.HANGS])
    printer = printer_of(programs, clock)
    assert [printer.look() for _ in range(5)] == [State.CHECKING] * 5
    assert programs.count("lpstat") == 1
    programs.processes[0].result = lpstat(reasons="media-empty-error")
    assert printer.look() is State.OUT_OF_PAPER
    assert State.OUT_OF_PAPER.may_try  # it may be an old complaint
    programs.lpstat = [lpstat()]
    assert printer.look() is State.OUT_OF_PAPER
    clock.time += 2.1
    assert printer.look() is State.READY


def test_clear_takes_back_and_purges() -> None:
    waiting = lpstat(waiting=job_line(1))
    programs = Programs(lpstat=[waiting, waiting, _OVER])
    assert printer_of(programs).clear()
    assert [call[0] for call in programs.calls] == [
        *("lpstat", "cancel", "lpstat", "cancel", "lpstat", "ipptool"),
    ]


@pytest.mark.parametrize(("answer", "clear"), [
    (lpstat(), True),
    (Result(127), True),
    (fakes.NO_SERVICE, False),
])  # fmt: skip
def test_clear_says_what_it_knows(answer: Result, clear: bool) -> None:
    assert printer_of(Programs(lpstat=[answer])).clear() is clear


def test_there_must_be_something_to_print() -> None:
    with pytest.raises(ValueError, match="nothing"):
        printer_of(Programs()).start([])
