"""CUPS' client as a test scripts it, and printers with scripted outcomes."""

from __future__ import annotations

import plistlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pdkiosk.printing.command import Result
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Printable, Progress
from pdkiosk.printing.state import State


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


def plist(*answers: tuple[str, str, list[dict[str, Any]]]) -> Result:
    """An answer of ipptool 2.4.2: (name of the request, status, what was found) each."""
    tests = [
        {
            "Name": name,
            "StatusCode": status,
            "ResponseAttributes": [{"attributes-charset": "utf-8"}, *items],
        }
        for name, status, items in answers
    ]
    text = plistlib.dumps({"ipptoolVersion": "CUPS v2.4.2", "Tests": tests}).decode()
    return Result(0, text + f"\nSummary: {len(tests)} tests, {len(tests)} passed\n")


def job(
    number: int = 1,
    state: int = 5,
    reasons: str = "job-printing",
    words: str = "",
    pages: int | None = 3,
    title: str = "",
    queue: str = "kiosk",
) -> dict[str, Any]:
    """``state``: 3 pending, 4 held, 5 processing, 7 canceled, 8 aborted, 9 completed."""
    found: dict[str, Any] = {
        "job-id": number,
        "job-name": title,
        "job-printer-uri": f"ipp://localhost/printers/{queue}",
        "job-state": state,
        "job-state-reasons": reasons,
        "job-printer-state-message": words,
    }
    return found if pages is None else {**found, "job-impressions-completed": pages}


def queue(
    name: str = "kiosk",
    state: int = 3,
    reasons: str = "none",
    words: str = "",
    accepting: bool = True,
    device: str = "ipp://printer/",
    **more: Any,
) -> dict[str, Any]:
    """``state``: 3 idle, 4 processing, 5 stopped."""
    several = reasons.split()
    return {
        "printer-name": name,
        "printer-uri-supported": f"ipp://localhost/printers/{name}",
        "printer-type": 4,
        "printer-state": state,
        "printer-state-reasons": several if len(several) > 1 else several[0],
        "printer-state-message": words,
        "printer-is-accepting-jobs": accepting,
        "device-uri": device,
        **{key.replace("_", "-"): value for key, value in more.items()},
    }


def look(*jobs: dict[str, Any], default: str = "kiosk", **of_queue: Any) -> Result:
    return looked([queue(**of_queue)], jobs, default)


def looked(
    queues: Sequence[dict[str, Any]], jobs: Sequence[dict[str, Any]] = (), default: str = ""
) -> Result:
    status = "successful-ok" if default else "client-error-not-found"
    return plist(
        ("default", status, [{"printer-name": default}] if default else []),
        ("queues", "successful-ok", list(queues)),
        ("jobs", "successful-ok", list(jobs)),
    )


SENT = plist(("print", "successful-ok", [{"job-id": 1, "job-state": 3}]))
NO_SERVICE = Result(1, plistlib.dumps({"Tests": [], "Successful": False}).decode())
CANCELED = plist(("cancel", "successful-ok", []))
HANGS: Result | None = None


@dataclass
class Programs:
    """Answers each request in turn; the last answer stands for all that follow."""

    look: list[Result | None] = field(default_factory=lambda: [look()])
    print: list[Result | None] = field(default_factory=lambda: [SENT])
    cancel: list[Result | None] = field(default_factory=lambda: [CANCELED])
    after_cancel: Result | None = None  # what is seen then
    calls: list[tuple[str, ...]] = field(default_factory=list)
    sent: list[bytes] = field(default_factory=list)
    processes: list[Process] = field(default_factory=list)

    def __call__(self, arguments: Sequence[str], data: bytes, timeout: float) -> Process:
        assert timeout > 0
        assert arguments[0] == "ipptool"
        request = Path(arguments[-1]).stem
        variables = dict(word.split("=", 1) for word in arguments if "=" in word)
        self.calls.append((request, *(variables[k] for k in ("job", "purge") if k in variables)))
        if request == "print":
            self.sent.append(data)
        if request == "cancel" and self.after_cancel:
            self.look = [self.after_cancel]
        answers: list[Result | None] = getattr(self, request)
        process = Process(answers.pop(0) if len(answers) > 1 else answers[0])
        self.processes.append(process)
        return process

    def count(self, request: str) -> int:
        return sum(call[0] == request for call in self.calls)


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
