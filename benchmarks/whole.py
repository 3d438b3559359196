"""The whole program as a person meets it: its supervisor and its sessions."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.screen_watch import painted

_ROOT = Path(__file__).parent.parent
_BUNDLE_PROGRAM = _ROOT / "dist" / "pdkiosk" / "pdkiosk"
_WALK_SECONDS = 12.0
SOURCE = [sys.executable, "-P", "-m", "pdkiosk", "--window"]
BUNDLE = [str(_BUNDLE_PROGRAM), "--window"]
BARE = [sys.executable, "-P", "-m", "benchmarks.bare_window"]
PLAIN = [sys.executable, "-P", "-m", "benchmarks.plain_start"]


def has_bundle() -> bool:
    """Whether the bundle has been built."""
    return _BUNDLE_PROGRAM.exists()


def start(command: list[str]) -> tuple[float, float]:
    """Seconds from process start to the first painted screen, and MiB of all its processes."""
    return painted(command, root=_ROOT)


def at_letter() -> float:
    """MiB of all processes when the sample person has come to the letter."""
    command = [sys.executable, "-P", "-m", "benchmarks.letter_session"]
    return painted(command, root=_ROOT, settled=_WALK_SECONDS)[1]
