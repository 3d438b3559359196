"""The queues of CUPS, as reported by ``ipptool``.

"Over" does not mean "printed": ``job-state`` distinguishes canceled, aborted and refused jobs from
completed ones. But CUPS also calls a document complete that the printer discarded without giving a
reason (seen with CUPS 2.4.2), so the person is always asked to count the pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from pdkiosk.printing import ipptool
from pdkiosk.printing.abilities import Abilities
from pdkiosk.printing.command import Result, Running
from pdkiosk.printing.ipptool import Attributes, IppTool, NoClientError
from pdkiosk.printing.job_tags import JobTags
from pdkiosk.printing.printer import Printable
from pdkiosk.printing.queues import JobNow, PrintServiceGoneError, Queue, QueuedJob
from pdkiosk.printing.state import State

_STOPPED = 5  # printer-state, RFC 8011 5.4.11
_PROCESSING = 4
_PENDING, _PENDING_HELD, _CANCELED, _COMPLETED = 3, 4, 7, 9  # job-state, RFC 8011 5.3.7
_CLASS = 1  # printer-type: a class, which has no device of its own
_SUFFIX = re.compile(r"-(error|warning|report)$")

# Messages of CUPS backends about a printer that is off, unplugged or gone. They are in the language
# of the job, which is English here, and seldom given as a reason.
_SILENT = re.compile(
    r"unavailable|not responding|unreachable|unable to (locate|connect|contact)|"
    r"to become available|not connected|timed out|host is down",
    re.IGNORECASE,
)
_IN_USE = re.compile(r"\b(in use|busy)\b", re.IGNORECASE)

# RFC 8011 5.4.12 and PWG 5100.9, without their severity; the most informative first.
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

# Backends that make files or send faxes, also behind one that only forwards ("beh:/1/3/5/…").
_NO_PAPER = re.compile(r"(^|[^/]/)(cups-pdf|cups-brf|pdf|xps|hpfax|fax|efax|mfax|mailto):")

# The facility's paper as IPP and PostScript name it (PWG 5101.1).
_SIZES = {"letter": ("na_letter_8.5x11in", "Letter"), "a4": ("iso_a4_210x297mm", "A4")}

# Harmless defaults of a queue: they change nothing on the paper, or print.test overrides them for
# each job.
_HARMLESS = """
charset ColorModel color color-model document-format identify-actions job-account-id
job-accounting-user-id job-cancel-after job-delay-output-until job-error-sheet job-priority
job-retain-until job-spooling media-col media-source media-type natural-language notify-events
notify-lease-duration output-bin output-mode overrides port-monitor print-color-mode
print-content-optimize print-quality print-rendering-intent printer-error-policy
printer-op-policy printer-resolution Resolution
Collate copies crop-to-fit collate Duplex fill finishings finishings-col fit-to-page fitplot booklet
job-hold-until job-sheets landscape media mirror multiple-document-handling natural-scaling
number-up number-up-layout orientation-requested OutputOrder outputorder page-border page-bottom
page-delivery page-label page-left page-ranges page-right page-set page-top PageSize position
presentation-direction-number-up print-scaling scaling sides
"""


class CupsJob(Struct, frozen=True):
    """See ``queues.QueuedJob``."""

    id: int
    queue: str
    title: str = ""
    state: int = _PENDING
    reasons: tuple[str, ...] = ()
    words: str = ""
    pages: int | None = None

    @property
    def over(self) -> bool:
        return self.state >= _CANCELED

    @property
    def stuck(self) -> bool:
        # Gone from the queue, but not from a printer that cannot be reached.
        return "unable to cancel" in self.words.lower()

    @property
    def held(self) -> bool:
        return self.state == _PENDING_HELD or self._says("job-hold")

    @property
    def pages_out(self) -> int:
        return self.pages or 0

    @property
    def progress(self) -> object:
        return self.state, self.reasons, self.pages

    @property
    def now(self) -> JobNow:
        if not self.over:
            return JobNow.WAITS
        if self.state == _CANCELED and self._says("canceled"):
            return JobNow.TAKEN
        if self.state != _COMPLETED or self._says("aborted", "completed-with-errors"):
            # Also if canceled by CUPS itself because of an error.
            return JobNow.IMPOSSIBLE
        # This is how CUPS "completes" a document that the printer rejected.
        return JobNow.PERHAPS if self.pages == 0 else JobNow.PRINTED

    def _says(self, *parts: str) -> bool:
        return any(part in reason for reason in self.reasons for part in parts)


class CupsQueue(Struct, frozen=True):
    """See ``queues.Queue``."""

    name: str
    address: str = ""
    state: int = 3
    accepting: bool = True
    reasons: tuple[str, ...] = ()
    words: str = ""
    jobs: tuple[CupsJob, ...] = ()
    makes_files: bool = False

    @property
    def printer(self) -> State:
        if self.state == _STOPPED or not self.accepting:
            return State.STOPPED
        # Check this before the reasons, which do not change while a printer cannot be reached.
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

    def state_for(self, number: int | None) -> State:
        job = next((job for job in self.jobs if job.id == number), None)
        busy = self.state == _PROCESSING
        if job is None:
            return State.BUSY if busy and self.printer is State.READY else self.printer
        if job.held:
            return State.HELD
        if self.printer.trouble or job.state != _PENDING:
            return self.printer
        return State.BUSY if busy else State.HELD  # it waits although the printer is idle


def _is_error(reason: str) -> bool:
    return reason.endswith("-error") and not reason.startswith("cups-")


class CupsQueues:
    """See ``queues.Queues``. ``paper``: the facility's, "letter" or "a4"."""

    def __init__(self, tool: IppTool, paper: str) -> None:
        self._tool = tool
        self._paper = paper

    def look(self, name: str) -> CupsQueue | None:
        try:
            answers = self._tool.ask("look")
        except NoClientError:
            return None
        default = next((_text(item, "printer-name") for item in _items(answers, "default")), "")
        every = [_queue(item) for item in _items(answers, "queues")]
        found = _choose(name, default, [queue for queue in every if not queue.makes_files])
        if found is None:
            return None
        jobs = tuple(job for job in _jobs(answers) if job.queue == found.address)
        return replace(found, jobs=jobs)

    def ours(self, tags: JobTags) -> Sequence[CupsJob]:
        try:
            answers = self._tool.ask("look")
        except NoClientError:
            return ()  # then no job of ours exists either
        return [job for job in _jobs(answers) if tags.match(job.title)]

    def delete(self, jobs: Sequence[QueuedJob]) -> None:
        for job in jobs:
            # Purging a job that is not over would leave its document behind.
            purge = "true" if job.over else "false"
            self._tool.ask("cancel", printer=job.queue, job=str(job.id), purge=purge)

    def send(self, queue: Queue, title: str, part: Printable) -> Running:
        media, size = _SIZES[self._paper]
        return self._tool.send(
            "print",
            part.data,
            printer=queue.address,
            title=title,
            media=media,
            size=size,
            pages=str(part.pages),
        )

    def number(self, sent: Result) -> int | None:
        return ipptool.number(sent)

    def abilities(self) -> Sequence[Abilities]:
        try:
            answers = self._tool.ask("abilities")
        except NoClientError:
            return ()
        default = next((_text(item, "printer-name") for item in _items(answers, "default")), "")
        return [_abilities(item, default) for item in _items(answers, "queues")]


def _items(answers: dict[str, ipptool.Answer], name: str) -> list[Attributes]:
    """The answer to one of several requests. Raises PrintServiceGoneError if there is none."""
    if name not in answers:
        raise PrintServiceGoneError("CUPS went away while it answered")
    return answers[name].items


def _choose(name: str, default: str, queues: Sequence[CupsQueue]) -> CupsQueue | None:
    by_name = {queue.name: queue for queue in queues}
    if name:
        # CUPS itself ignores case.
        folded = {queue.name.lower(): queue for queue in queues}
        return by_name.get(name) or folded.get(name.lower())
    if default in by_name:
        return by_name[default]
    return queues[0] if len(queues) == 1 else None


def _queue(item: Attributes) -> CupsQueue:
    return CupsQueue(
        _text(item, "printer-name"),
        _text(item, "printer-uri-supported"),
        _number(item, "printer-state") or 0,
        item.get("printer-is-accepting-jobs") is not False,
        _words(item, "printer-state-reasons"),
        _text(item, "printer-state-message"),
        makes_files=_makes_files(item),
    )


def _makes_files(item: Attributes) -> bool:
    device = _text(item, "device-uri")
    if (_number(item, "printer-type") or 0) & _CLASS:
        return False
    if device.startswith("file:"):  # a printer only if it has a device
        path = "/" + device.removeprefix("file:").lstrip("/")
        return not path.startswith(("/dev/lp", "/dev/usb/", "/dev/tty", "/dev/parport"))
    return _NO_PAPER.search(device) is not None


def _jobs(answers: dict[str, ipptool.Answer]) -> list[CupsJob]:
    found = []
    for item in _items(answers, "jobs"):
        number = _number(item, "job-id")
        if number is not None:
            found.append(
                CupsJob(
                    number,
                    _text(item, "job-printer-uri"),
                    _text(item, "job-name"),
                    _number(item, "job-state") or _PENDING,
                    _words(item, "job-state-reasons"),
                    _text(item, "job-printer-state-message"),
                    _number(item, "job-impressions-completed"),
                )
            )
    return found


def _abilities(item: Attributes, default: str) -> Abilities:
    name = _text(item, "printer-name")
    adds = []
    for attribute, value in sorted(item.items()):
        option = attribute.removesuffix("-default")
        if option != attribute and option not in _HARMLESS.split() and not _says_nothing(value):
            adds.append(f"{option}={','.join(_many(value))}")
    return Abilities(
        name,
        name == default,
        _makes_files(item),
        _sizes(item, "media-supported"),
        _sizes(item, "media-ready"),
        tuple(adds),
    )


def _says_nothing(value: object) -> bool:
    return all(word in ("", "none", "no-value", "<<no-value>>", "False") for word in _many(value))


def _sizes(item: Attributes, attribute: str) -> frozenset[str] | None:
    named = _words(item, attribute)
    if not named:
        return None
    return frozenset(
        size
        for size, names in _SIZES.items()
        if any(word == name or word.startswith(name + ".") for word in named for name in names)
    )


def _many(value: object) -> list[str]:
    return [str(each) for each in (value if isinstance(value, list) else [value])]


def _text(item: Attributes, attribute: str) -> str:
    value: Any = item.get(attribute)
    return value if isinstance(value, str) else ""


def _number(item: Attributes, attribute: str) -> int | None:
    value: Any = item.get(attribute)
    return value if isinstance(value, int) else None


def _words(item: Attributes, attribute: str) -> tuple[str, ...]:
    if attribute not in item:
        return ()
    return tuple(word for word in _many(item[attribute]) if word not in ("", "none"))
