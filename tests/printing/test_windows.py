"""The Windows printer with a simulated spooler: every status bit, every outcome, no leftovers."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest
from msgspec.structs import replace

from pdkiosk.commands.arguments import make_parser
from pdkiosk.printing.abilities import Abilities
from pdkiosk.printing.command import Result
from pdkiosk.printing.job_tags import JobTags
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Progress
from pdkiosk.printing.queue_job import QueueJob
from pdkiosk.printing.queues import JobNow, PrintServiceGoneError
from pdkiosk.printing.state import State
from pdkiosk.printing.timeouts import Timeouts
from pdkiosk.printing.windows import WindowsPrinter
from pdkiosk.printing.windows_queues import (
    JobBit,
    PrinterBit,
    Snapshot,
    SpoolJob,
)
from tests.printing.papers import Paper, paper

_BRIEF = Timeouts(
    program=0.5, sending=0.5, between=0.01, settle=0.02, trouble=0.15, offline=0.1, held=0.1,
    silence=0.3, page=0.0, service=0.1, cleaning=0.2,
)  # fmt: skip
TAGS = JobTags("0123456789ab", ("ba9876543210",))
_LEFT = "document-ba9876543210-1"
PRINTED = JobBit.PRINTED | JobBit.RETAINED
_WHOLE = Result(0)  # all is painted


@dataclass
class PlayedSpooler:
    """``becomes``: the states that a job of ours goes through, a look each; the last stays."""

    printer: Snapshot | None = field(default_factory=lambda: Snapshot("Office"))
    becomes: list[int] = field(default_factory=lambda: [JobBit.PRINTING, PRINTED])
    gone: bool = False
    hangs: bool = False
    keeps: bool = False  # jobs do not leave when they are deleted
    deleted: list[int] = field(default_factory=list)
    forgets: bool = False  # a printed job is in no list
    number: int = 0

    def look(self, name: str) -> Snapshot | None:
        if self.hangs:
            time.sleep(3)
        if self.gone:
            raise PrintServiceGoneError("1722")
        if self.printer is None or name not in ("", self.printer.name):
            return None
        jobs = [
            replace(job, status=self._next(job)) if TAGS.match(job.title) else job
            for job in self.jobs
        ]
        if self.forgets:
            jobs = [job for job in jobs if job.now is not JobNow.PRINTED]
        self.printer = replace(self.printer, jobs=tuple(jobs))
        return self.printer

    @property
    def jobs(self) -> Sequence[SpoolJob]:
        return self.printer.jobs if self.printer is not None else ()

    def _next(self, job: SpoolJob) -> int:
        return self.becomes.pop(0) if len(self.becomes) > 1 else self.becomes[0]

    def delete(self, name: str, jobs: Sequence[int]) -> None:
        self.deleted += jobs
        if self.printer is not None and not self.keeps:
            left = tuple(job for job in self.printer.jobs if job.id not in jobs)
            self.printer = replace(self.printer, jobs=left)

    def abilities(self) -> Sequence[Abilities]:
        if self.gone:
            raise PrintServiceGoneError("1722")
        return [Abilities(self.printer.name)] if self.printer is not None else []

    def add(self, title: str, status: int = 0) -> None:
        assert self.printer is not None
        self.number += 1
        job = SpoolJob(self.number, title, status, queue=self.printer.name)
        self.printer = replace(self.printer, jobs=(*self.printer.jobs, job))


@dataclass
class Painter:
    """Stands in for the process that paints: puts a job into the spooler and ends."""

    spooler: PlayedSpooler
    result: Result | None = field(default_factory=lambda: Result(0))
    calls: list[tuple[str, ...]] = field(default_factory=list)
    data: list[bytes] = field(default_factory=list)
    killed: int = 0

    def __call__(self, arguments: Sequence[str], data: bytes, timeout: float) -> Painter:
        self.calls.append(tuple(arguments))
        self.data.append(data)
        self.spooler.add(arguments[-1].removeprefix("--title="))
        return self

    def poll(self) -> Result | None:
        return self.result

    def kill(self) -> None:
        self.killed += 1


def made(
    spooler: PlayedSpooler, name: str = "", result: Result | None = _WHOLE
) -> tuple[WindowsPrinter, Painter]:
    painter = Painter(spooler, result)
    return WindowsPrinter(name, spooler, ["me"], tags=TAGS, timeouts=_BRIEF, run=painter), painter


def follow(
    job: QueueJob, until: Callable[[Progress], bool] = lambda p: p.outcome is not None
) -> Progress:
    end = time.monotonic() + 10
    while not until(progress := job.poll()):
        assert progress.outcome is None, progress
        assert time.monotonic() < end, progress
        time.sleep(0.002)
    return progress


def papers() -> list[Paper]:
    return [paper("letter", 3), paper("summary", 1)]


def test_all_parts_are_printed_and_nothing_stays() -> None:
    spooler = PlayedSpooler()
    printer, painter = made(spooler)
    letter, summary = papers()
    done = follow(printer.start([letter, summary]))
    assert done.outcome is Outcome.PRINTED
    assert (done.part, done.parts, done.finished) == (2, 2, 2)
    assert painter.data == [letter.data, summary.data]
    assert not spooler.jobs
    titles = {call[-1] for call in painter.calls}
    assert len(titles) == 2
    assert all(re.fullmatch(f"--title=document-{TAGS.own}-[0-9a-f]{{8}}", t) for t in titles)
    assert {call[:2] for call in painter.calls} == {("me", "--to-paper=Office")}


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (JobBit.PRINTED, Outcome.PRINTED),
        (PRINTED, Outcome.PRINTED),
        (JobBit.COMPLETE, Outcome.SENT),
        (JobBit.RETAINED, Outcome.SENT),
        (JobBit.PRINTED | JobBit.ERROR, Outcome.NEEDS_HELP),
        (JobBit.DELETED, Outcome.CANCELED_BY_STAFF),
        (JobBit.DELETING, Outcome.CANCELED_BY_STAFF),
        (JobBit.BLOCKED_DEVQ, Outcome.ABORTED),
        (JobBit.PAUSED, Outcome.HELD),
        (JobBit.PAPEROUT | JobBit.PRINTING, Outcome.OUT_OF_PAPER),
        (JobBit.OFFLINE, Outcome.OFFLINE),
        (JobBit.ERROR, Outcome.NEEDS_HELP),
        (JobBit.USER_INTERVENTION, Outcome.NEEDS_HELP),
        (JobBit.PRINTING, Outcome.TIMED_OUT),
        (JobBit.SPOOLING, Outcome.TIMED_OUT),
        (JobBit.RESTART, Outcome.TIMED_OUT),
        (JobBit.RENDERING_LOCALLY, Outcome.TIMED_OUT),
    ],
)
def test_how_a_job_ends(status: int, outcome: Outcome) -> None:
    spooler = PlayedSpooler(becomes=[status])
    done = follow(made(spooler)[0].start(papers()[:1]))
    assert done.outcome is outcome
    assert not spooler.jobs, "nothing of ours stays in the queue"


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (PrinterBit.PAPER_OUT, Outcome.OUT_OF_PAPER),
        (PrinterBit.PAPER_JAM, Outcome.JAM),
        (PrinterBit.DOOR_OPEN, Outcome.DOOR_OPEN),
        (PrinterBit.NO_TONER, Outcome.NO_TONER),
        (PrinterBit.OFFLINE, Outcome.OFFLINE),
        (PrinterBit.ERROR, Outcome.NEEDS_HELP),
        (PrinterBit.PAUSED, Outcome.PRINTER_STOPPED),
        (PrinterBit.PENDING_DELETION, Outcome.NO_PRINTER),
    ],
)
def test_a_trouble_of_the_printer_ends_with_its_own_words(status: int, outcome: Outcome) -> None:
    spooler = PlayedSpooler(Snapshot("Office", status), becomes=[JobBit.PRINTING])
    printer, _ = made(spooler)
    follow_look(printer, lambda state: state is Snapshot("Office", status).printer)
    assert follow(printer.start(papers()[:1])).outcome is outcome
    assert not spooler.jobs


def follow_look(printer: WindowsPrinter, until: Callable[[State], bool]) -> None:
    end = time.monotonic() + 5
    while not until(state := printer.look()):
        assert time.monotonic() < end, state
        time.sleep(0.002)


def test_paper_is_put_in_and_printing_goes_on() -> None:
    waits = [int(JobBit.PAPEROUT)] * 6
    spooler = PlayedSpooler(becomes=[*waits, JobBit.PRINTING, PRINTED])
    job = made(spooler)[0].start(papers()[:1])
    follow(job, lambda progress: progress.state is State.OUT_OF_PAPER)
    assert follow(job).outcome is Outcome.PRINTED


def test_done_while_something_is_wrong_is_doubtful() -> None:
    spooler = PlayedSpooler(Snapshot("Office", PrinterBit.PAPER_JAM), becomes=[PRINTED])
    assert follow(made(spooler)[0].start(papers()[:1])).outcome is Outcome.DOUBTFUL


def test_a_job_that_was_printed_before_anybody_looked_is_only_sent() -> None:
    spooler = PlayedSpooler(becomes=[PRINTED], forgets=True)
    assert follow(made(spooler)[0].start(papers()[:1])).outcome is Outcome.SENT


@pytest.mark.parametrize(
    ("result", "outcome"),
    [
        (Result(61), Outcome.REFUSED),
        (Result(None), Outcome.TIMED_OUT),
        (Result(-1), Outcome.REFUSED),
    ],
)
def test_what_paints_fails_or_hangs(result: Result, outcome: Outcome) -> None:
    spooler = PlayedSpooler(becomes=[JobBit.SPOOLING])
    assert follow(made(spooler, result=result)[0].start(papers()[:1])).outcome is outcome
    assert not spooler.jobs, "half a letter does not come out"


def test_the_person_stops_it() -> None:
    spooler = PlayedSpooler(becomes=[JobBit.PRINTING])
    printer, painter = made(spooler, result=None)
    job = printer.start(papers())
    follow(job, lambda progress: bool(painter.calls) and progress.state is State.READY)
    job.cancel()
    assert follow(job).outcome is Outcome.CANCELED
    assert painter.killed == 1
    assert not spooler.jobs


def test_what_cannot_be_stopped_is_said() -> None:
    spooler = PlayedSpooler(becomes=[JobBit.PRINTING], keeps=True)
    printer, painter = made(spooler)
    job = printer.start(papers())
    follow(job, lambda _: bool(painter.calls))
    job.cancel()
    assert follow(job).outcome is Outcome.NOT_CANCELED


def test_without_a_printer_or_a_spooler() -> None:
    assert follow(made(PlayedSpooler(None))[0].start(papers())).outcome is Outcome.NO_PRINTER
    assert follow(made(PlayedSpooler(), "Other")[0].start(papers())).outcome is Outcome.NO_PRINTER
    assert follow(made(PlayedSpooler(gone=True))[0].start(papers())).outcome is Outcome.NO_SERVICE
    for spooler, state in (
        (PlayedSpooler(None), State.NO_PRINTER),
        (PlayedSpooler(gone=True), State.NO_SERVICE),
        (PlayedSpooler(), State.READY),
    ):
        follow_look(made(spooler)[0], lambda found, wanted=state: found is wanted)  # type: ignore[misc]


def test_a_spooler_that_goes_away_while_it_prints() -> None:
    spooler = PlayedSpooler(becomes=[JobBit.PRINTING])
    printer, painter = made(spooler)
    job = printer.start(papers())
    follow(job, lambda _: bool(painter.calls))
    spooler.gone = True
    assert follow(job).outcome is Outcome.SERVICE_LOST


def test_nobody_waits_for_a_spooler_that_hangs() -> None:
    printer, _ = made(PlayedSpooler(hangs=True))
    begun = time.monotonic()
    assert printer.look() is State.CHECKING
    job = printer.start(papers())
    job.poll()
    assert time.monotonic() - begun < 0.1
    assert follow(job).outcome is Outcome.NO_SERVICE
    follow_look(printer, lambda state: state is State.NO_SERVICE)
    assert not printer.clear()
    assert time.monotonic() - begun < 4


def test_what_an_earlier_session_left_is_not_printed() -> None:
    spooler = PlayedSpooler()
    spooler.add(_LEFT, JobBit.PAPEROUT)
    spooler.add("somebody else's")
    printer, _ = made(spooler)
    done = follow(printer.start(papers()[:1]))
    assert done.outcome is Outcome.PRINTED
    assert 1 in spooler.deleted
    assert [job.title for job in spooler.jobs] == ["somebody else's"]


def test_the_end_of_a_session_takes_back_ours_and_nobody_elses() -> None:
    spooler = PlayedSpooler()
    spooler.add("somebody else's")
    spooler.add(_LEFT, JobBit.PAPEROUT)
    assert made(spooler)[0].clear()
    assert [job.title for job in spooler.jobs] == ["somebody else's"]
    spooler.keeps = True
    spooler.add(TAGS.title())
    assert not made(spooler)[0].clear()
    assert not made(PlayedSpooler(gone=True))[0].clear()


@pytest.mark.parametrize("name", ["-Office", r"\\server\Law Library", "50% Büro", 'A "new" one'])
def test_a_name_is_handed_on_as_it_is(name: str) -> None:
    """To the process that paints, through its command line."""
    spooler = PlayedSpooler(Snapshot(name))
    printer, painter = made(spooler, name)
    assert follow(printer.start(papers()[:1])).outcome is Outcome.PRINTED
    assert make_parser([]).parse_args(painter.calls[0][1:]).to_paper == name


def test_what_another_program_prints_is_left_alone() -> None:
    """Two computers of a library at one printer."""
    other = JobTags("cccccccccccc")
    spooler = PlayedSpooler()
    spooler.add(other.title(), JobBit.PRINTING)
    printer, _ = made(spooler)
    job = printer.start(papers())
    follow(job, lambda progress: progress.part == 2)
    job.cancel()
    assert follow(job).outcome is Outcome.CANCELED
    assert printer.clear()
    assert 1 not in spooler.deleted
    assert [other.match(job.title) for job in spooler.jobs] == [True]


def test_a_strange_answer_is_a_spooler_that_is_not_there() -> None:
    class Strange(PlayedSpooler):
        def look(self, name: str) -> Snapshot | None:
            raise KeyError("pPortName")

        def abilities(self) -> Sequence[Abilities]:
            raise TypeError

    printer, _ = made(Strange())
    follow_look(printer, lambda state: state is State.NO_SERVICE)
    assert follow(printer.start(papers())).outcome is Outcome.NO_SERVICE
    assert not printer.clear()


def test_nothing_to_print_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="nothing"):
        made(PlayedSpooler())[0].start([])
