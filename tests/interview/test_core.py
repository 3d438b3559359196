"""The core works where neither Qt nor reportlab is installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_CODE = """
import sys
for name in ("PySide6", "shiboken6", "reportlab"):
    sys.modules[name] = None
import importlib, pkgutil, pdkiosk
for room in ("language", "guide", "interview", "documents", "facility"):
    package = importlib.import_module(f"pdkiosk.{room}")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"pdkiosk.{room}.{module.name}")
"""


def test_the_core_imports_with_window_and_paper_blocked() -> None:
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", _CODE], check=True, cwd=root)
