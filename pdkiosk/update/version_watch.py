"""Notices whether another version or other content was installed since this program started."""

from __future__ import annotations

import os
from pathlib import Path

from pdkiosk import resources


class VersionWatch:
    """Remembers where the links lead; calling it tells whether one leads elsewhere now.

    A missing link does not count (the package is being removed or replaced).
    """

    def __init__(self, root: Path | None = None) -> None:
        found = root or resources.installation()
        links = (found / "current", found / "content" / "current") if found else ()
        self._links = {link: _target(link) for link in links}

    def __call__(self) -> bool:
        return any(_target(link) not in ("", was) for link, was in self._links.items())


def _target(link: Path) -> str:
    try:
        return os.readlink(link)
    except OSError:
        return ""
