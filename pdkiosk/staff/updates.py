"""Updates for the staff page: what is installed, what is on a stick, what was requested.

Nothing is installed here: the program may not change itself. It hands a release over to a system
service (``pdkiosk.update.service_request``), if there is one.
"""

from __future__ import annotations

import contextlib
import heapq
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from pdkiosk import resources
from pdkiosk.language.message import Message
from pdkiosk.update import service_request
from pdkiosk.update.install import Installation
from pdkiosk.update.manifest import Manifest
from pdkiosk.update.refusal import Reason, Refused
from pdkiosk.update.service_request import Request, Result

ENDING = ".release"
_MOST = 12  # maximum number of releases to check; a stick with more was not made for this

# Translators: how an update went, on the staff page.
_DONE = Message(
    "The new version is installed. It starts when nobody is at this machine.", "update.told_done"
)
# Translators: how an update of guide and translations went, on the staff page.
_CONTENT_DONE = Message(
    "The new guide is installed. It is used when nobody is at this machine.",
    "update.told_content_done",
)
# Translators: how going back to an older version went, on the staff page.
_BACK = Message(
    "The version before is back. It starts when nobody is at this machine.", "update.told_back"
)
# Translators: how going back to an older guide went, on the staff page.
_CONTENT_BACK = Message(
    "The guide before is back. It is used when nobody is at this machine.",
    "update.told_content_back",
)
# Translators: how an update went, on the staff page.
_FAILED = Message("The update failed. What was there goes on working.", "update.told_failed")

_TOLD = {
    "update-done": _DONE,
    "update-content-done": _CONTENT_DONE,
    "update-back": _BACK,
    "update-content-back": _CONTENT_BACK,
}


class Found(Struct, frozen=True):
    """A release on a stick: its manifest, or why it is refused."""

    path: Path
    manifest: Manifest | None = None
    refused: Reason | None = None


class Answer(Struct, frozen=True):
    """The result of a request."""

    code: str
    says: Message
    good: bool


class Updates(Struct):
    """``judge`` creates the checker for releases and may raise Refused. ``sticks`` lists folders.

    ``service``: the folder in which the service reports results; None if there is no service.
    """

    judge: Callable[[], Installation]
    sticks: Callable[[], Iterable[Path]]
    state: Path
    service: Path | None

    @property
    def installed(self) -> bool:
        """Whether this program is installed side by side with other versions."""
        return resources.installation() is not None

    def content_version(self) -> str:
        """The version of the separately updated guide; "" for the program's own."""
        folder = resources.content()
        return folder.name if folder is not None else ""

    def before(self, *, content: bool) -> str:
        """The version to go back to; "" if there is none."""
        try:
            return self.judge().before(content=content)
        except Refused:
            return ""

    def unused_keys(self) -> list[Path]:
        """The key files that cannot be used; the other keys still count."""
        try:
            return [key.path for key in self.judge().unused_keys]
        except Refused:
            return []

    def find(self) -> list[Found]:
        """The releases on the sticks, each checked completely: takes several seconds."""
        return [self._judged(path) for path in self._releases()]

    def submit(self, found: Found) -> None:
        """Requests the installation of a release; takes as long as copying it. Raises Refused."""
        service_request.submit_release(found.path, self.state)

    def submit_back(self, *, content: bool) -> None:
        """Requests going back to the version before. Raises Refused."""
        service_request.submit(Request.CONTENT_BACK if content else Request.BACK, self.state)

    def last_result(self) -> Result | None:
        """The last report of the service."""
        return service_request.last_result(self.service) if self.service is not None else None

    def _releases(self) -> list[Path]:
        found: list[Path] = []
        for folder in self.sticks():
            with contextlib.suppress(OSError):
                found += heapq.nsmallest(_MOST, _in(folder))
        return found[:_MOST]

    def _judged(self, path: Path) -> Found:
        try:
            return Found(path, self.judge().check(path))
        except Refused as refused:
            return Found(path, refused=refused.reason)
        except Exception:
            # The stick was removed, or this file does something unforeseen: refuse it, and still
            # check the others.
            return Found(path, refused=Reason.UNREADABLE)


def answer(result: Result) -> Answer:
    """The report of the service, in words."""
    if result.code in _TOLD:
        return Answer(result.code, _TOLD[result.code], good=True)
    with contextlib.suppress(ValueError):
        reason = Reason(result.code)
        return Answer(reason.value, reason.message, good=False)
    return Answer("update-failed", _FAILED, good=False)


def _in(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in entries:
            # Some systems (macOS) leave a hidden "._name" beside each file.
            hidden = entry.name.startswith(".")
            if entry.name.endswith(ENDING) and not hidden and entry.is_file(follow_symlinks=False):
                yield Path(entry.path)
