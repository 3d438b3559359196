"""Finds people's pages that were saved as files and still exist."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from pdkiosk.language.message import Message
from pdkiosk.printing.folder import saved
from pdkiosk.staff.finding import Finding, Level

_OLD_SECONDS = 24 * 3600
_MOST_NAMES = 12

# Translators: a part of the machine on the health page for staff.
_PART = Message("Pages saved as files", "staff.saved_papers")
# Translators: health page; {names} are names of folders, {folder} is the folder that they are in.
_OLD = Message(
    "Folders with people's pages that are more than a day old are in {folder}: {names}",
    "staff.saved_papers_old",
)
# Translators: health page; the same, where there are {more} folders beside those named.
_OLD_MORE = Message(
    "Folders with people's pages that are more than a day old are in {folder}: {names}, and {more} "
    "more",
    "staff.saved_papers_old_more",
)
# Translators: health page; it is about folders with people's pages.
_OLD_FIX = Message(
    "Give the pages to the person who knows the name of the folder. Then delete the folder; delete "
    "also those that nobody asks for.",
    "staff.saved_papers_fix",
)
# Translators: health page; {folder} is the folder for people's pages.
_UNREAD = Message("The folder {folder} cannot be read from here.", "staff.saved_papers_unread")


def saved_papers(folder: Path, now: Callable[[], float] = time.time) -> list[Finding]:
    """A finding about folders that should be gone by now, the oldest first.

    Empty if there are none.
    """
    try:
        every = saved(folder)
    except FileNotFoundError:  # nothing was saved yet
        return []
    except OSError:
        return [Finding(_PART, Level.LOOK, _UNREAD(folder=str(folder)), "H07")]
    old = [name for name, when in every if now() - when > _OLD_SECONDS]
    if not old:
        return []
    names = ", ".join(old[:_MOST_NAMES])
    more = len(old) - _MOST_NAMES
    says = _OLD(folder=str(folder), names=names)
    if more > 0:
        says = _OLD_MORE(folder=str(folder), names=names, more=str(more))
    return [Finding(_PART, Level.BAD, says, "H06", _OLD_FIX)]
