"""Finds the files that ship with the program, in a checkout and in a bundle alike.

Guide and translations may have been updated separately (``pdkiosk.update``); then those are used.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from pdkiosk import shipped_files

_PACKAGE = Path(__file__).parent
CONTENT = "PDKIOSK_CONTENT"
"""The environment variable that names a content folder, or "" for none."""


def content() -> Path | None:
    """The folder of separately updated content; None if the program's own is used.

    A program in ``ROOT/versions/VERSION`` finds it at ``ROOT/content/current``; a session has
    checked before that it is undamaged (``show``).
    """
    named = os.environ.get(CONTENT)
    if named is not None:
        return Path(named) if named else None
    return next((folder for folder in contents() if folder.is_dir()), None)


def contents() -> Iterator[Path]:
    """The paths of content beside this program: the one in use, and the one before it."""
    root = installation()
    if root is None or not (root / "content" / "current").is_symlink():
        return
    for link in (root / "content" / "current", root / "content" / "previous"):
        if link.is_symlink():
            # Resolve the link now: a session stays with the content it began with.
            yield Path(os.path.realpath(link))


def show(folder: Path | None) -> None:
    """Makes this process and its children use content from a folder, or the program's own."""
    os.environ[CONTENT] = str(folder or "")


def installation() -> Path | None:
    """The folder with the versions of this program, if it was installed that way; else None."""
    for parent in _PACKAGE.parents:
        if parent.name == "versions":
            return parent.parent
    return None


def folder(name: str) -> Path:
    """The shipped folder ``name`` ("resources" or "translations").

    In wheels and bundles it is inside the package, in a checkout beside it.
    """
    inside = _PACKAGE / name
    own = inside if inside.is_dir() else _PACKAGE.parent / name
    if name == "translations" and (updated := content()) and (updated / name).is_dir():
        return updated / name
    return own


def path(name: str) -> Path:
    """A file or folder of ``resources/`` by its path there."""
    if (updated := content()) and (updated / "resources" / name).exists():
        return updated / "resources" / name
    return folder("resources") / name


def read(name: str) -> bytes:
    """The bytes of a file of ``resources/``. Raises OSError if it is missing or damaged."""
    return shipped_files.read(path(name))
