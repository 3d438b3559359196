"""CUPS' client programs as a test scripts them, and printers with scripted outcomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pdkiosk.printing.command import Result
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Printable, Progress
from pdkiosk.printing.state import State

OWNER = "kiosk"


class Clock:
    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


@dataclass
class Process:
    result: Result | None
    killed: bool = False

    def poll(self) -> Result | None:
        return self.result

    def kill(self) -> None:
        self.killed = True


def job_line(number: int, reasons: str = "job-printing", words: str = "") -> str:
    return (
        f"kiosk-{number:<17} {OWNER:<16} {3072:>8}   Tue Nov 24 12:13:20 2026\n"
        f"\tStatus: {words}\n\tAlerts: {reasons}\n\tqueued for kiosk\n"
    )


def lpstat(
    *,
    waiting: str = "",
    over: str = "",
    state: str = "is idle.  enabled",
    reasons: str = "none",
    words: str = "",
    accepting: bool = True,
) -> Result:
    """An answer in the form of CUPS 2.4.2."""
    line = f"\t{words}\n" if words else ""
    accepts = "accepting" if accepting else "not accepting"
    return Result(
        0,
        "scheduler is running\nsystem default destination: kiosk\n"
        f"{waiting}"
        f"printer kiosk {state} since Tue Nov 24 12:12:09 2026\n{line}"
        f"\tForm mounted:\n\tContent types: any\n\tDescription: kiosk\n\tAlerts: {reasons}\n"
        "\tLocation: \n\tUsers allowed:\n\t\t(all)\n"
        f"kiosk {accepts} requests since Tue Nov 24 12:12:09 2026\n"
        f"{over}",
    )


def printing(number: int = 1) -> str:
    return f"now printing kiosk-{number}.  enabled"


def job_state(state: str = "completed", impressions: int = 3) -> Result:
    return Result(
        0,
        f"        job-state (enum) = {state}\n"
        f"        job-impressions-completed (integer) = {impressions}\n",
    )


SENT = Result(0, "request id is kiosk-1 (0 file(s))\n")
NO_SERVICE = Result(0, "scheduler is not running\n")
HANGS: Result | None = None


@dataclass
class Programs:
    """Answers each program in turn; the last answer stands for all that follow."""

    lpstat: list[Result | None] = field(default_factory=lambda: [lpstat()])
    lp: list[Result | None] = field(default_factory=lambda: [SENT])
    cancel: list[Result | None] = field(default_factory=lambda: [Result(0)])
    ipptool: list[Result | None] = field(default_factory=lambda: [job_state()])
    after_cancel: Result | None = None  # what lpstat answers then
    calls: list[tuple[str, ...]] = field(default_factory=list)
    sent: list[bytes] = field(default_factory=list)
    processes: list[Process] = field(default_factory=list)

    def __call__(self, arguments: Sequence[str], data: bytes, timeout: float) -> Process:
        assert timeout > 0
        self.calls.append(tuple(arguments))
        if arguments[0] == "lp":
            self.sent.append(data)
        if arguments[0] == "cancel" and self.after_cancel:
            self.lpstat = [self.after_cancel]
        answers: list[Result | None] = getattr(self, arguments[0])
        process = Process(answers.pop(0) if len(answers) > 1 else answers[0])
        self.processes.append(process)
        return process

    def count(self, program: str) -> int:
        return sum(call[0] == program for call in self.calls)


@dataclass
class FakeJob:
    """Ends as it is told to, when it is told to."""

    progress: Progress
    canceled: int = 0

    def poll(self) -> Progress:
        return self.progress

    def cancel(self) -> None:
        self.canceled += 1


@dataclass
class FakePrinter:
    state: State = State.READY
    jobs: list[FakeJob] = field(default_factory=list)
    cleared: int = 0

    def look(self) -> State:
        return self.state

    def start(self, parts: Sequence[Printable]) -> FakeJob:
        self.jobs.append(FakeJob(Progress(1, len(parts), parts[0].pages)))
        return self.jobs[-1]

    def clear(self) -> bool:
        self.cleared += 1
        return True

    def end(self, outcome: Outcome, finished: int = 0) -> None:
        job = self.jobs[-1]
        job.progress = Progress(
            job.progress.parts, job.progress.parts, 1, finished=finished, outcome=outcome
        )
