"""Finds the files that ship with the program: one place, for a checkout and a bundle alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The shipped folder ``name`` ("resources" or "translations").

    Wheels and bundles carry it inside the package, a checkout beside it.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def path(name: str) -> Path:
    """A file or folder of ``resources/`` by its path there."""
    return folder("resources") / name


def read(name: str) -> bytes:
    """The bytes of a file of ``resources/``. Raises OSError when it is missing."""
    return path(name).read_bytes()
