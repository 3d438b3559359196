"""Saves pages as files where there is no printer; only if the command line names a folder."""

from __future__ import annotations

import os
from pathlib import Path

from pdkiosk.printing.outcome import Outcome


def save(folder: Path, pages: dict[str, bytes]) -> Outcome:
    """Writes each PDF (name without ending -> bytes) whole or not at all."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in pages.items():
            beside = folder / f".{name}.pdf.part"
            beside.write_bytes(data)
            os.replace(beside, folder / f"{name}.pdf")
    except OSError:
        return Outcome.NOT_SAVED
    return Outcome.SAVED
