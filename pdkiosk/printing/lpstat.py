"""Reads what CUPS' lpstat says about queues and jobs.

One call gives all (``QUESTION``): whether the service runs, the default queue, the jobs
that are not over, the queues with their reasons, who accepts, and the jobs that are over.
The last two lists are told apart by what stands between them. A job that ends between two
lists is in both and counts as over.

"Over" is not "printed". CUPS lists canceled, aborted and refused jobs among the completed
ones, and gives even a job that was taken back while it waited the reason
``processing-to-stop-point``, just like one that was printed (seen with CUPS 2.4.2). Only
``job-state`` decides, and lpstat does not say it: ``cups_job.py`` asks for it.
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from pdkiosk.printing.state import State

QUESTION = (
    "lpstat", "-r", "-d", "-l", "-W", "not-completed", "-o", "-p", "-a", "-W", "completed", "-o",
)  # fmt: skip

_DEFAULT = re.compile(r"system default destination: (\S+)")
_QUEUE = re.compile(r"printer (\S+) (is idle|now printing (\S+)-(\d+)|disabled)?")
_ACCEPTS = re.compile(r"(\S+) (not )?accepting requests")
_JOB = re.compile(r"(\S+)-(\d+)\s+(.+?)\s+\d+\s+\w{3} ")
_PAGE = re.compile(r"\bpage (\d+)", re.IGNORECASE)
_SUFFIX = re.compile(r"-(error|warning|report)$")

# What CUPS' backends say of a printer that is off, unplugged or gone. They say it in the
# language of the job, which is C here, and seldom as a reason.
_SILENT = re.compile(
    r"unavailable|not responding|unreachable|unable to (locate|connect|contact)|"
    r"to become available|not connected|timed out|host is down",
    re.IGNORECASE,
)

_IN_USE = re.compile(r"\b(in use|busy)\b", re.IGNORECASE)

# RFC 8011 5.4.12 and PWG 5100.9, without their severity; the most telling first.
_REASONS = (
    (State.JAM, ("media-jam",)),
    (State.DOOR_OPEN, ("door-open", "cover-open", "interlock-open")),
    (State.OUT_OF_PAPER, ("media-empty", "media-needed", "input-tray-missing")),
    (
        State.NO_TONER,
        ("toner-empty", "marker-supply-empty", "developer-empty", "marker-supply-missing"),
    ),
    (State.OFFLINE, ("offline", "shutdown", "timed-out", "connecting-to-device")),
    (State.STOPPED, ("paused", "moving-to-paused", "stopping", "deactivated")),
)
_HELP = ("output-area-full", "marker-waste-full", "spool-area-full", "other")
_WARNINGS = (
    (State.LOW_TONER, ("toner-low", "marker-supply-low", "developer-low")),
    (State.LOW_PAPER, ("media-low",)),
)


class Queue(Struct):
    """A print queue: what it does, and what its printer complains of."""

    name: str
    disabled: bool = False
    accepting: bool = True
    job: int | None = None  # being printed now
    reasons: list[str] = field(default_factory=list)
    words: str = ""

    @property
    def state(self) -> State:
        """The worst that is known."""
        if self.disabled or not self.accepting:
            return State.STOPPED
        # Before the reasons, which stay as they were while a printer cannot be reached.
        if _SILENT.search(self.words):
            return State.OFFLINE
        if _IN_USE.search(self.words):
            return State.BUSY
        bare = {_SUFFIX.sub("", reason) for reason in self.reasons}
        for state, reasons in _REASONS:
            if bare.intersection(reasons):
                return state
        if bare.intersection(_HELP) or any(_is_error(reason) for reason in self.reasons):
            return State.NEEDS_HELP
        for state, reasons in _WARNINGS:
            if bare.intersection(reasons):
                return state
        return State.READY


def _is_error(reason: str) -> bool:
    return reason.endswith("-error") and not reason.startswith("cups-")


class QueuedJob(Struct):
    """A job as the queue shows it."""

    queue: str
    id: int
    owner: str
    over: bool
    reasons: list[str] = field(default_factory=list)
    words: str = ""

    @property
    def name(self) -> str:
        """As CUPS' programs name it."""
        return f"{self.queue}-{self.id}"

    @property
    def page(self) -> int | None:
        """The page being printed, if the filters say it."""
        found = _PAGE.search(self.words)
        return int(found[1]) if found else None

    def says(self, *parts: str) -> bool:
        """Whether a reason has one of these parts in it."""
        return any(part in reason for reason in self.reasons for part in parts)


class Report(Struct):
    """What lpstat said. Without a running service everything else is empty."""

    running: bool = False
    default: str = ""
    queues: dict[str, Queue] = field(default_factory=dict)
    jobs: list[QueuedJob] = field(default_factory=list)

    def queue(self, name: str) -> Queue | None:
        """The queue of this name; without a name the default one, or the only one."""
        if name or self.default:
            return self.queues.get(name or self.default)
        return next(iter(self.queues.values())) if len(self.queues) == 1 else None

    def job(self, queue: str, number: int) -> QueuedJob | None:
        """A job; where it is in both lists, it is over."""
        found = [job for job in self.jobs if job.queue == queue and job.id == number]
        return max(found, key=lambda job: job.over, default=None)

    def waiting(self, owner: str) -> list[QueuedJob]:
        """The owner's jobs that are not over."""
        over = {job.name for job in self.jobs if job.over}
        return [
            job for job in self.jobs if job.owner == owner and not job.over and job.name not in over
        ]

    def over(self, owner: str) -> list[QueuedJob]:
        """The owner's jobs that are over, however they ended."""
        return [job for job in self.jobs if job.owner == owner and job.over]


def read(text: str) -> Report:
    """What an answer to QUESTION says. Lines that it does not know are passed over."""
    report = Report()
    after_queues = False
    item: Queue | QueuedJob | None = None
    below = 0  # lines since the item began
    for line in text.splitlines():
        if line[:1].isspace():
            below += 1
            _detail(item, line.strip(), below)
            continue
        item, below = None, 0
        if line.startswith("scheduler is "):
            report.running = line.strip() == "scheduler is running"
        elif found := _DEFAULT.match(line):
            report.default = found[1]
        elif found := _QUEUE.match(line):
            after_queues = True
            item = Queue(found[1], disabled=found[2] == "disabled")
            item.job = int(found[4]) if found[4] else None
            report.queues[item.name] = item
        elif found := _ACCEPTS.match(line):
            after_queues = True
            if found[2] and found[1] in report.queues:
                report.queues[found[1]].accepting = False
        elif found := _JOB.match(line):
            item = QueuedJob(found[1], int(found[2]), found[3], over=after_queues)
            report.jobs.append(item)
    return report


def _detail(item: Queue | QueuedJob | None, line: str, below: int) -> None:
    name, colon, rest = line.partition(":")
    if item is None:
        return
    if colon and name == "Alerts":
        item.reasons = [word for word in rest.split() if word != "none"]
    elif isinstance(item, QueuedJob):
        if colon and name == "Status":
            item.words = rest.strip()
    elif below == 1 and name != "Form mounted":
        # A queue's message stands without a label right below its name.
        item.words = line
