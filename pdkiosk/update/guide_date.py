"""The day a guide was last checked: an older guide never replaces a newer one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from pdkiosk.update.release import Release

_GUIDES = ("resources/guide", "_internal/pdkiosk/resources/guide")
"""The path of the guide within content, and within a program."""

_MOST_BYTES = 1_000_000  # maximum bytes of a file of a guide
_TOP = re.compile(r"resources/guide/[^/]+\.toml")


class _About(msgspec.Struct):
    checked: str


class _File(msgspec.Struct):
    about: _About


def of_guide(folder: Path) -> datetime.date | None:
    """The day for the guide in a folder; None if there is no guide or no day."""
    try:
        return _first(path.read_bytes() for path in sorted(folder.glob("*.toml")))
    except OSError:
        return None


def of_version(version: Path) -> datetime.date | None:
    """The day for the guide of an installed version of the program or of content."""
    return next(filter(None, (of_guide(version / inside) for inside in _GUIDES)), None)


def of_release(release: Release) -> datetime.date | None:
    """The day for the guide in a release of content. Raises Refused."""
    found = (file for name, file in release.files() if _TOP.fullmatch(name))
    return _first(file.whole() for file in found if file is not None and file.size <= _MOST_BYTES)


def is_older(content: datetime.date | None, program: datetime.date | None) -> bool:
    """Whether a guide is known to be older than that of a program."""
    return content is not None and program is not None and content < program


def _first(files: Iterable[bytes]) -> datetime.date | None:
    for data in files:
        try:
            day = msgspec.toml.decode(data, type=_File).about.checked
            return datetime.date.fromisoformat(day)
        except (msgspec.MsgspecError, ValueError):
            continue  # another file of the guide
    return None
