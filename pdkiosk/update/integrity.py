"""Checks whether an installed version is still exactly what was signed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pdkiosk.update import manifest as manifests
from pdkiosk.update.refusal import Refused


def first_damaged_file(folder: Path) -> str:
    """The first file of a version that differs from its manifest; "" if none does."""
    try:
        manifest = manifests.read((folder / manifests.NAME).read_bytes())
    except (OSError, Refused):
        return manifests.NAME
    for name, file in manifest.files.items():
        path = folder / name
        try:
            if file.link:
                good = str(path.readlink()) == file.link
            else:
                good = hashlib.sha256(path.read_bytes()).hexdigest() == file.sha256
        except OSError:
            good = False
        if not good:
            return name
    return ""
