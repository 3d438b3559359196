"""A job in a scripted CUPS: every transition, and every timeout."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pdkiosk.printing import queue_job, queue_printer
from pdkiosk.printing.command import Result
from pdkiosk.printing.cups import CupsPrinter
from pdkiosk.printing.job_tags import JobTags
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Progress
from pdkiosk.printing.queue_job import QueueJob
from pdkiosk.printing.state import State
from pdkiosk.printing.timeouts import Timeouts
from tests.printing import fakes
from tests.printing.fakes import Clock, Programs, job, look
from tests.printing.papers import Paper

_LETTER = Paper("letter", 3, b"%PDF letter")
_SUMMARY = Paper("summary", 1, b"%PDF summary")
_TAGS = JobTags("0123456789ab", ("ba9876543210",))
_LEFT = "document-ba9876543210-1"  # by a run that is over
_FOREIGN = "document-cccccccccccc-1"  # by another program at the same queue
TIMEOUTS = Timeouts()
_PRINTING = look(job(), state=4)
_OVER = look(job(1, 9, "processing-to-stop-point"))
_CANCELED = look(job(1, 7, "job-canceled-by-user"))


class AtOnce:
    """``background.Job`` without a thread, so that a clock of the test's own can run."""

    done = True
    lasted = 0.0

    def __init__(self, work: Callable[[], Any]) -> None:
        self._error: Exception | None = None
        try:
            self._result = work()
        except Exception as error:
            self._error = error

    def wait(self, seconds: float) -> bool:
        return True

    def result(self) -> Any:
        if self._error is not None:
            raise self._error
        return self._result


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (queue_job, queue_printer):
        monkeypatch.setattr(module, "Job", AtOnce)


pytestmark = pytest.mark.usefixtures("at_once")


def printer_of(programs: Programs, clock: Clock | None = None) -> CupsPrinter:
    return CupsPrinter(run=programs, tags=_TAGS, clock=clock or Clock())


def end(job: QueueJob, clock: Clock, step: float = 0.6) -> tuple[Progress, float]:
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
    programs = Programs(look=[look(), _PRINTING, _OVER, look(), look(), _OVER, look()])
    progress, _ = run(programs, _LETTER, _SUMMARY)
    assert progress.outcome is Outcome.PRINTED
    assert (progress.part, progress.finished) == (2, 2)
    assert programs.sent == [b"%PDF letter", b"%PDF summary"]
    # A job that is over is purged.
    assert [call for call in programs.calls if call[0] != "look"] == [
        *[("print",), ("cancel", "1", "true")] * 2
    ]


def test_what_is_said_of_a_job_names_nobody() -> None:
    commands: list[list[str]] = []
    programs = Programs(look=[look(), _OVER, look()])

    def watched(arguments: Any, data: bytes, timeout: float) -> fakes.Process:
        commands.append(list(arguments))
        return programs(arguments, data, timeout)

    clock = Clock()
    end(CupsPrinter(run=watched, tags=_TAGS, clock=clock, paper="a4").start([_LETTER]), clock)
    sent = next(command for command in commands if command[-1].endswith("print.test"))
    variables = dict(word.split("=", 1) for word in sent if "=" in word)
    title = variables.pop("title")
    assert variables == {
        "owner": "kiosk",
        "printer": "ipp://localhost/printers/kiosk",
        "media": "iso_a4_210x297mm",
        "size": "A4",
        "pages": "3",
    }
    kind, tag, number = title.split("-")
    assert (kind, tag) == ("document", _TAGS.own)
    assert len(number) == 8
    assert sent[sent.index("-f") + 1] == "/dev/stdin"


@pytest.mark.parametrize(
    ("ended", "outcome"),
    [
        (job(1, 9, "job-completed-successfully"), Outcome.PRINTED),
        (job(1, 9, "processing-to-stop-point", pages=None), Outcome.PRINTED),
        (job(1, 9, pages=0), Outcome.SENT),
        (job(1, 9, "job-completed-with-errors"), Outcome.ABORTED),
        (job(1, 7, "processing-to-stop-point"), Outcome.ABORTED),
        (job(1, 7, "job-canceled-by-user"), Outcome.CANCELED_BY_STAFF),
        (job(1, 7, "job-canceled-at-device"), Outcome.CANCELED_BY_STAFF),
        (job(1, 8, "job-aborted-by-system"), Outcome.ABORTED),
        (job(1, 8, "processing-to-stop-point"), Outcome.ABORTED),
    ],
)
def test_over_is_not_printed(ended: dict[str, Any], outcome: Outcome) -> None:
    progress, _ = run(Programs(look=[look(), look(ended)]))
    assert progress.outcome is outcome
    assert progress.finished == (outcome is Outcome.PRINTED)


def test_done_with_a_complaint_is_doubtful() -> None:
    over = look(job(1, 9), reasons="media-empty-error")
    assert run(Programs(look=[look(), over]))[0].outcome is Outcome.DOUBTFUL
    low = look(job(1, 9), reasons="toner-low-report")
    assert run(Programs(look=[look(), low]))[0].outcome is Outcome.PRINTED


def test_the_worst_part_counts() -> None:
    nothing = [look(job(1, 9, pages=0))] * 6
    programs = Programs(look=[look(), *nothing, look(), look(), _OVER, look()])
    progress, _ = run(programs, _LETTER, _SUMMARY)
    assert progress.outcome is Outcome.SENT
    assert progress.finished == 1


def test_gone_without_a_record_is_only_sent() -> None:
    """As in a queue that keeps no history."""
    assert run(Programs(look=[look(), _PRINTING, look()]))[0].outcome is Outcome.SENT


@pytest.mark.parametrize(
    ("looks", "outcome"),
    [
        (Result(127), Outcome.NO_PRINTER),
        (fakes.NO_SERVICE, Outcome.NO_SERVICE),
        (Result(None), Outcome.NO_SERVICE),
        (Result(0, "Segmentation fault"), Outcome.NO_SERVICE),
        (fakes.looked([]), Outcome.NO_PRINTER),
        (look(state=5), Outcome.PRINTER_STOPPED),
        (look(accepting=False), Outcome.PRINTER_STOPPED),
    ],
)
def test_nothing_is_sent_where_nothing_can_be(looks: Result, outcome: Outcome) -> None:
    programs = Programs(look=[looks])
    assert run(programs)[0].outcome is outcome
    assert programs.count("print") == 0
    assert programs.count("cancel") == 0


@pytest.mark.parametrize(
    ("sent", "outcome"),
    [
        (Result(1), Outcome.REFUSED),
        (Result(None), Outcome.TIMED_OUT),
    ],
)
def test_what_the_client_began_is_taken_back(sent: Result, outcome: Outcome) -> None:
    """Nobody knows its number then, so it is found by its title."""
    incoming = look(job(7, 3, "job-incoming", title=_TAGS.title()))
    over = look(job(7, 7, "job-canceled-by-user", title=_TAGS.title()))
    programs = Programs(look=[look(), incoming, over, look()], print=[sent])
    assert run(programs)[0].outcome is outcome
    canceled = [call for call in programs.calls if call[0] == "cancel"]
    assert canceled == [("cancel", "7", "false"), ("cancel", "7", "true")] or canceled == [
        ("cancel", "7", "true")
    ]


@pytest.mark.parametrize(
    ("answer", "outcome", "patience"),
    [
        (look(job(), state=4, reasons="media-empty-error"),
         Outcome.OUT_OF_PAPER, TIMEOUTS.trouble),
        (look(job(), state=4, reasons="offline-report"), Outcome.OFFLINE, TIMEOUTS.offline),
        (look(job(1, 3, "none"), state=4), Outcome.BUSY, TIMEOUTS.trouble),
        (look(job(1, 4, "job-hold-until-specified")), Outcome.HELD, TIMEOUTS.held),
        (look(job(1, 3, "none")), Outcome.HELD, TIMEOUTS.held),
        (look(job(1, 3, "none"), state=5), Outcome.PRINTER_STOPPED, TIMEOUTS.trouble),
        (_PRINTING, Outcome.TIMED_OUT, TIMEOUTS.silence + 3 * TIMEOUTS.page),
    ],
)  # fmt: skip
def test_patience_ends(answer: Result, outcome: Outcome, patience: float) -> None:
    programs = Programs(look=[look(), answer], after_cancel=_CANCELED)
    progress, seconds = run(programs)
    assert progress.outcome is outcome
    assert patience <= seconds < patience + 10
    assert ("cancel", "1", "false") in programs.calls


def test_a_printer_that_changes_its_mind_for_ever_wins_no_time() -> None:
    empty = look(job(1, 3, "printer-stopped"), state=4, reasons="media-empty-error")
    programs = Programs(look=[look(), *[empty, _PRINTING] * 900, _OVER], after_cancel=_CANCELED)
    progress, seconds = run(programs)
    assert progress.outcome in (Outcome.OUT_OF_PAPER, Outcome.TIMED_OUT)
    patience = TIMEOUTS.unmoved + 3 * TIMEOUTS.page
    assert patience <= seconds < patience + 10
    assert ("cancel", "1", "false") in programs.calls


def test_pages_that_come_out_win_time() -> None:
    looks: list[Result | None] = [look()]
    for page in (0, 1, 2):
        looks += [look(job(pages=page), state=4)] * 150
    clock = Clock()
    programs = Programs(look=[*looks, _OVER])
    printing = printer_of(programs, clock).start([_LETTER])
    pages = set()
    while (progress := printing.poll()).outcome is None:
        pages.add(progress.page)
        clock.time += 0.6
    assert progress.outcome is Outcome.PRINTED
    assert clock.time - 1000 > TIMEOUTS.silence + 3 * TIMEOUTS.page
    assert pages == {None, 2, 3}


def test_a_trouble_is_told_when_it_lasts() -> None:
    """When a job begins, CUPS still says what was wrong before it."""
    clock = Clock()
    jam = look(job(), state=4, reasons="media-jam-error")
    programs = Programs(look=[look(), *[jam] * 9, _PRINTING])
    printing = printer_of(programs, clock).start([_LETTER])
    states = []
    for _ in range(24):
        states.append(printing.poll().state)
        clock.time += 0.6
    assert states.index(State.JAM) > states.index(State.CHECKING, 1)
    assert states[-1] is State.READY


def test_the_service_comes_back_or_not() -> None:
    programs = Programs(look=[look(), _PRINTING, *[fakes.NO_SERVICE] * 5, _PRINTING, _OVER])
    assert run(programs)[0].outcome is Outcome.PRINTED
    programs = Programs(look=[look(), _PRINTING, fakes.NO_SERVICE])
    progress, seconds = run(programs)
    assert (progress.outcome, progress.state) == (Outcome.SERVICE_LOST, State.NO_SERVICE)
    assert seconds < TIMEOUTS.service + 10
    # It came back and knows nothing of the job.
    programs = Programs(look=[look(), _PRINTING, fakes.NO_SERVICE, look()])
    assert run(programs)[0].outcome is Outcome.SERVICE_LOST


def test_cancel_waits_until_the_queue_has_let_go() -> None:
    clock = Clock()
    programs = Programs(look=[look(), _PRINTING, _PRINTING, _PRINTING, _CANCELED])
    printing = printer_of(programs, clock).start([_LETTER, _SUMMARY])
    for _ in range(4):
        printing.poll()
        clock.time += 0.6
    printing.cancel()
    printing.cancel()
    assert printing.poll().outcome is None
    assert end(printing, clock)[0].outcome is Outcome.CANCELED
    assert programs.count("print") == 1


@pytest.mark.parametrize("last", [
    _PRINTING,
    fakes.NO_SERVICE,
    look(job(1, 7, "job-canceled-by-user", "Unable to cancel print job.")),
])  # fmt: skip
def test_cancel_that_does_not_work_is_not_called_canceled(last: Result) -> None:
    clock = Clock()
    programs = Programs(look=[look(), _PRINTING, last])
    printing = printer_of(programs, clock).start([_LETTER])
    for _ in range(2):
        printing.poll()
        clock.time += 0.6
    printing.cancel()
    progress, seconds = end(printing, clock)
    assert progress.outcome is Outcome.NOT_CANCELED
    assert seconds < TIMEOUTS.cleaning + 5


def test_cancel_kills_the_client() -> None:
    programs = Programs(print=[fakes.HANGS])
    printing = printer_of(programs).start([_LETTER])
    printing.poll()
    assert programs.calls[-1][0] == "print"
    printing.cancel()
    assert programs.processes[-1].killed


def test_leftovers_are_taken_back_first() -> None:
    left = look(job(5, 3, "none", title=_LEFT))
    programs = Programs(look=[left, look(), _OVER, look()])
    assert run(programs)[0].outcome is Outcome.PRINTED
    assert programs.calls[:4] == [
        ("look",), ("cancel", "5", "false"), ("look",), ("print",),
    ]  # fmt: skip


@pytest.mark.parametrize("state", [3, 5])
def test_what_another_program_prints_is_left_alone(state: int) -> None:
    """It prints under the same name at the same queue."""
    foreign = job(5, state, title=_FOREIGN)
    programs = Programs(look=[look(foreign, state=4), look(foreign, job(), state=4)])
    clock = Clock()
    printer = printer_of(programs, clock)
    printing = printer.start([_LETTER])
    for _ in range(4):
        printing.poll()
        clock.time += 0.6
    assert programs.count("print") == 1
    programs.after_cancel = look(foreign, job(1, 7, "job-canceled-by-user"))
    printing.cancel()
    assert end(printing, clock)[0].outcome is Outcome.CANCELED
    assert printer.clear()
    assert {call[1] for call in programs.calls if call[0] == "cancel"} == {"1"}


def test_clear_takes_back_and_purges() -> None:
    waiting = look(job(title=_TAGS.title()))
    over = look(job(1, 7, title=_TAGS.title()))
    programs = Programs(look=[waiting, waiting, over])
    assert printer_of(programs).clear()
    assert programs.calls == [
        *[("look",), ("cancel", "1", "false")] * 2,
        ("look",), ("cancel", "1", "true"),
    ]  # fmt: skip


@pytest.mark.parametrize(("answer", "clear"), [
    (look(), True),
    (Result(127), True),
    (fakes.NO_SERVICE, False),
    (Result(0, "?"), False),
])  # fmt: skip
def test_clear_says_what_it_knows(answer: Result, clear: bool) -> None:
    assert printer_of(Programs(look=[answer])).clear() is clear


def test_there_must_be_something_to_print() -> None:
    with pytest.raises(ValueError, match="nothing"):
        printer_of(Programs()).start([])
