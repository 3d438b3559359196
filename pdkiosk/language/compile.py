"""Compiles translations from .po to .mo where the .po is newer. Run by ``./run`` and the build."""

from __future__ import annotations

import datetime
import io
import os
from pathlib import Path

from pdkiosk import resources
from pdkiosk.language.extraction import texts

# Babel writes a date into its output; this fixed one makes the same texts give the same file.
_DATE = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def compile_catalogs(folder: Path) -> list[Path]:
    """Writes each outdated ``.mo`` below ``folder`` beside its ``.po``; returns the written files.

    A catalog is replaced as a whole, so that an interrupted run leaves the old one.
    Raises OSError if one cannot be written.
    """
    written = []
    for source in sorted(folder.rglob("*.po")):
        target = source.with_suffix(".mo")
        newest = max(source.stat().st_mtime, Path(__file__).stat().st_mtime)
        if target.exists() and target.stat().st_mtime >= newest:
            continue
        compiled = _compiled(source)
        beside = target.with_suffix(".mo.new")
        beside.write_bytes(compiled)
        os.replace(beside, target)
        written.append(target)
    return written


def is_compiled(source: Path) -> bool:
    """Whether the ``.mo`` beside a ``.po`` says the same as it. Raises OSError or ValueError."""
    target = source.with_suffix(".mo")
    return target.exists() and target.read_bytes() == _compiled(source)


def _compiled(source: Path) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as readable:
        catalog = read_po(readable)
    catalog.creation_date = _DATE
    for message in list(catalog):
        # For a text with plural forms Babel would write even the empty ones.
        if message.id and not all(texts(message)):
            catalog.delete(message.id, message.context)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    return compiled.getvalue()


if __name__ == "__main__":
    for path in compile_catalogs(resources.folder("translations")):
        print(path)
