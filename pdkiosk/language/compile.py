"""Compiles translations from .po to .mo where the .po is newer. Run by ``./run`` and the build."""

from __future__ import annotations

import os
from pathlib import Path

from pdkiosk import resources


def compile_catalogs(folder: Path) -> list[Path]:
    """Writes each outdated ``.mo`` below ``folder`` beside its ``.po``; returns what was written.

    A catalog is replaced as a whole, so that a run that is interrupted leaves the old one.
    Raises OSError when it can not be written.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    written = []
    for source in sorted(folder.rglob("*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as readable:
            catalog = read_po(readable)
        beside = target.with_suffix(".mo.new")
        with beside.open("wb") as writable:
            write_mo(writable, catalog)
        os.replace(beside, target)
        written.append(target)
    return written


if __name__ == "__main__":
    for path in compile_catalogs(resources.folder("translations")):
        print(path)
