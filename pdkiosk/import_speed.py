"""Keeps PySide from reading the source of all that is imported after it."""

from __future__ import annotations

import sys

import shiboken6  # noqa: F401 - it brings along what is changed here


def leave_sources_unread() -> None:
    """To be called before the window's own modules are imported.

    For ``from __feature__ import …``, which nothing here uses, PySide looks into the source of
    each module whether it mentions PySide6, and what it read stays in memory: 20 ms and 6 MB by
    the time that the papers are loaded. In the bundle there is no source, and all goes its way.
    """
    feature = getattr(sys.modules.get("shibokensupport.feature"), "__dict__", {})
    if "_mod_uses_pyside" in feature:
        feature["_mod_uses_pyside"] = lambda module: False
