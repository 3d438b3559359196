"""The Windows spooler, through pywin32. Other systems load nothing of this."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from typing import Any, cast

from pdkiosk.printing.abilities import Abilities
from pdkiosk.printing.queues import PrintServiceGoneError
from pdkiosk.printing.windows_queues import Snapshot, SpoolJob, added

# Ports of printers that make files: the first asks for a name, the others go elsewhere.
_NO_PAPER = ("PORTPROMPT:", "FILE:", "NUL:", "XPSPORT:", "SHRFAX:")
_INVALID_PRINTER_NAME = 1801  # ERROR_INVALID_PRINTER_NAME
_MOST_JOBS = 200
_DC_PAPERS = 2  # DeviceCapabilities: the papers, by their numbers in wingdi.h
_PAPERS = {"letter": 1, "a4": 9}  # DMPAPER_LETTER, DMPAPER_A4
_RETAIN = 8  # JOB_CONTROL_RETAIN, since Vista; pywin32 has no name for it


class WinSpool:
    """See ``windows_queues.Spooler``."""

    def look(self, name: str) -> Snapshot | None:
        with _told():
            chosen = name or self._usual()
            if not chosen:
                return None
            with _opened(chosen) as handle:
                if handle is None:
                    return None
                about = _about(handle)
                if not _makes_paper(about["pPortName"]):
                    return None
                jobs = tuple(_job(each, chosen) for each in _jobs(handle))
                return Snapshot(chosen, about["Status"], about["Attributes"], jobs)

    def delete(self, name: str, jobs: Sequence[int]) -> None:
        import win32print

        with _told(), _opened(name) as handle:
            for number in jobs if handle is not None else ():
                with contextlib.suppress(_error()):
                    win32print.SetJob(handle, number, 0, None, win32print.JOB_CONTROL_DELETE)

    def abilities(self) -> Sequence[Abilities]:
        import win32print

        flags = win32print.PRINTER_ENUM_LOCAL | win32print.PRINTER_ENUM_CONNECTIONS
        found = []
        with _told():
            usual = ""
            with contextlib.suppress(_error()):  # there may be none
                usual = str(win32print.GetDefaultPrinter())
            for _flags, _description, name, _comment in win32print.EnumPrinters(flags):
                with _opened(name) as handle:
                    if handle is not None:
                        port = _about(handle)["pPortName"]
                        files, sizes = not _makes_paper(port), _sizes(name, port)
                        adds = () if files else _adds(handle)
                        found.append(Abilities(name, name == usual, files, sizes, adds=adds))
        return found

    def retain(self, name: str, title: str) -> bool:
        """Keeps our job in the queue after printing, so that we can query it."""
        import win32print

        with _told(), _opened(name) as handle:
            if handle is None:
                return False
            for each in _jobs(handle):
                if each["pDocument"] == title:
                    with contextlib.suppress(_error()):
                        win32print.SetJob(handle, each["JobId"], 0, None, _RETAIN)
                        return True
        return False

    def _usual(self) -> str:
        printers = [each for each in self.abilities() if not each.makes_files]
        usual = [each.name for each in printers if each.usual]
        return usual[0] if usual else printers[0].name if len(printers) == 1 else ""


def _sizes(name: str, port: str) -> frozenset[str] | None:
    import win32print

    try:
        papers: Any = win32print.DeviceCapabilities(name, port, _DC_PAPERS)
    except _error():
        return None
    return frozenset(size for size, number in _PAPERS.items() if number in papers) or None


def _adds(handle: Any) -> tuple[str, ...]:
    """What the printing preferences of this user or of all users do to each job."""
    import win32print

    for level in (9, 8):
        with contextlib.suppress(_error(), NotImplementedError):
            told: Any = win32print.GetPrinter(handle, level)
            if told.get("pDevMode") is not None:
                return added(told["pDevMode"])
    return ()


def _makes_paper(port: str) -> bool:
    return not any(each.strip().upper() in _NO_PAPER for each in port.split(","))


def _error() -> type[Exception]:
    if sys.platform != "win32":
        return OSError
    import pywintypes

    found: type[Exception] = pywintypes.error
    return found


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except _error() as error:
        raise PrintServiceGoneError(str(getattr(error, "winerror", ""))) from None


@contextlib.contextmanager
def _opened(name: str) -> Iterator[Any]:
    """A handle, or None if there is no such printer."""
    import win32print

    try:
        handle = win32print.OpenPrinter(name)
    except _error() as error:
        if getattr(error, "winerror", 0) != _INVALID_PRINTER_NAME:
            raise
        yield None
        return
    try:
        yield handle
    finally:
        win32print.ClosePrinter(handle)


def _about(handle: Any) -> dict[str, Any]:
    import win32print

    return cast("dict[str, Any]", win32print.GetPrinter(handle, 2))


def _jobs(handle: Any) -> list[dict[str, Any]]:
    import win32print

    return cast("list[dict[str, Any]]", list(win32print.EnumJobs(handle, 0, _MOST_JOBS, 1)))


def _job(told: dict[str, Any], queue: str) -> SpoolJob:
    return SpoolJob(
        told["JobId"], told["pDocument"] or "", told["Status"], told["PagesPrinted"] or 0, queue
    )
