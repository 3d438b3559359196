"""Keeps PySide from reading the source of every module that is imported after it."""

from __future__ import annotations

import sys

import shiboken6  # noqa: F401 - it brings along what is changed here


def leave_sources_unread() -> None:
    """Must be called before the window's own modules are imported.

    To support ``from __feature__ import …``, which nothing here uses, PySide searches the source of
    each module for PySide6 and keeps the source in memory: 20 ms and 6 MB by the time the papers
    are loaded. The bundle has no source, so there this changes nothing.
    """
    feature = getattr(sys.modules.get("shibokensupport.feature"), "__dict__", {})
    if "_mod_uses_pyside" in feature:
        feature["_mod_uses_pyside"] = lambda module: False
