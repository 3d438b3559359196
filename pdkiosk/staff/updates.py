"""Updates as the staff page sees them: what is installed, what is on a stick, what was asked for.

Nothing is installed here: the program may not change itself. It hands a release over to the
service of the system (``pdkiosk.update.service_request``), where there is one.
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
_MOST = 12  # releases that are looked at; a stick with more of them was not made for this

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
    """A release on a stick: what it says of itself, or why it is not taken."""

    path: Path
    manifest: Manifest | None = None
    refused: Reason | None = None


class Answer(Struct, frozen=True):
    """How a request went."""

    code: str
    says: Message
    good: bool


class Updates(Struct):
    """``judge`` makes what checks releases; it may raise Refused. ``sticks`` gives their folders.

    ``service``: where the service says how it went; None where there is none.
    """

    judge: Callable[[], Installation]
    sticks: Callable[[], Iterable[Path]]
    state: Path
    service: Path | None

    @property
    def installed(self) -> bool:
        """Whether this program was installed beside its other versions."""
        return resources.installation() is not None

    def content_version(self) -> str:
        """The version of the guide that was updated alone; "" for the program's own."""
        folder = resources.content()
        return folder.name if folder is not None else ""

    def before(self, *, content: bool) -> str:
        """The version that one can go back to; "" when there is none."""
        try:
            return self.judge().before(content=content)
        except Refused:
            return ""

    def unused_keys(self) -> list[Path]:
        """The files of keys that do not count; the other keys do."""
        try:
            return [key.path for key in self.judge().unused_keys]
        except Refused:
            return []

    def find(self) -> list[Found]:
        """The releases on the sticks, each checked to its last byte: takes some seconds."""
        return [self._judged(path) for path in self._releases()]

    def submit(self, found: Found) -> None:
        """Asks for a release to be installed; takes as long as copying it. Raises Refused."""
        service_request.submit_release(found.path, self.state)

    def submit_back(self, *, content: bool) -> None:
        """Asks for the version before. Raises Refused."""
        service_request.submit(Request.CONTENT_BACK if content else Request.BACK, self.state)

    def last_result(self) -> Result | None:
        """What the service has said last."""
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
            # The stick was taken away; or this one file does what nobody thought of: it is
            # refused, and the others are still looked at.
            return Found(path, refused=Reason.UNREADABLE)


def answer(result: Result) -> Answer:
    """What the service has said, in words."""
    if result.code in _TOLD:
        return Answer(result.code, _TOLD[result.code], good=True)
    with contextlib.suppress(ValueError):
        reason = Reason(result.code)
        return Answer(reason.value, reason.message, good=False)
    return Answer("update-failed", _FAILED, good=False)


def _in(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in entries:
            # Some systems leave a shadow "._name" of each file.
            hidden = entry.name.startswith(".")
            if entry.name.endswith(ENDING) and not hidden and entry.is_file(follow_symlinks=False):
                yield Path(entry.path)
