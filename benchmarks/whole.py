"""The whole program as a person meets it: its supervisor and its sessions."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.screen_watch import painted

_ROOT = Path(__file__).parent.parent
_BUNDLE_PROGRAM = _ROOT / "dist" / "pdkiosk" / "pdkiosk"
_WALK_SECONDS = 12.0
# Read apart: this process must hold nothing of Qt (benchmarks/screen_watch.py).
_TEXTS = """
import json
from pdkiosk import resources
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.ui.screens.start import TEXTS
catalogs = Catalogs(resources.folder("translations"))
print(json.dumps([catalogs.text(text, code) for text in TEXTS for code in ("es", "en")]))
"""
SOURCE = [sys.executable, "-P", "-m", "pdkiosk", "--window"]
BUNDLE = [str(_BUNDLE_PROGRAM), "--window"]
BARE = [sys.executable, "-P", "-m", "benchmarks.bare_window"]


def has_bundle() -> bool:
    """Whether the bundle has been built."""
    return _BUNDLE_PROGRAM.exists()


def start(command: list[str]) -> tuple[float, float]:
    """Seconds from process start to the first painted screen, and MiB of all its processes."""
    return painted(command, root=_ROOT)


def start_texts() -> list[str]:
    """What is on the start screen: the same for the browser's page."""
    told = subprocess.run(
        [sys.executable, "-P", "-c", _TEXTS], cwd=_ROOT, check=True, stdout=subprocess.PIPE
    )
    texts: list[str] = json.loads(told.stdout)
    return texts


def at_letter() -> float:
    """MiB of all processes when the sample person has come to the letter."""
    command = [sys.executable, "-P", "-m", "benchmarks.letter_session"]
    return painted(command, root=_ROOT, settled=_WALK_SECONDS)[1]
