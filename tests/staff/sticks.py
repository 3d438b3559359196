"""A stick with releases, and a service that never answers or has answered."""

from __future__ import annotations

import datetime
from pathlib import Path

from pdkiosk.staff.updates import Updates
from tests.update.releases import CONTENT, Signer, installation, release


def stick(folder: Path, signer: Signer) -> None:
    """A program, a guide, an old one, one of a stranger, one cut off, and other files."""
    folder.mkdir()
    good = release(signer, version="1.2.0")
    guide = release(signer, CONTENT, kind="content", version="2026.12.1", platform="any")
    (folder / "a-program.release").write_bytes(good)
    (folder / "b-guide.release").write_bytes(guide)
    (folder / "c-old.release").write_bytes(
        release(signer, version="1.3.0", expires=datetime.date(2026, 1, 1))
    )
    (folder / "d-stranger.release").write_bytes(release(Signer()))
    (folder / "e-cut.release").write_bytes(good[:3000])
    (folder / "._a-program.release").write_bytes(b"shadow")
    (folder / "letter.pdf").write_bytes(b"%PDF-")


def updates(folder: Path, *, service: bool = True) -> Updates:
    """What the staff page works with, below a folder: an installation, a stick, a service."""
    signer = Signer()
    place = installation(folder / "root", signer)
    stick(folder / "stick", signer)
    answers = folder / "updates"
    answers.mkdir()
    return Updates(
        lambda: place, lambda: [folder / "stick"], folder / "state", answers if service else None
    )
