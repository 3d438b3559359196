"""Where a person touches the screen on the short way to the letter, for try-deb and try-windows.

Walks the program of this checkout on the display that DISPLAY names and prints a line for each
touch: x, y, and the place that it was on. The bundle, on a screen of the same size, looks the
same, so the same touches lead to the same papers: there by a real pointer, from outside.
``--window``: in its window, which is smaller than the screen.
"""

from __future__ import annotations

import sys
import tempfile
import time
import types
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

# Our tests are no package, and some library brings one of that name.
_tests = types.ModuleType("tests")
_tests.__path__ = [str(Path(__file__).resolve().parent.parent / "tests")]
sys.modules["tests"] = _tests

from pdkiosk.ui.theme.look import Scale  # noqa: E402
from tests.journeys.kiosk import make_kiosk  # noqa: E402
from tests.journeys.person import Person  # noqa: E402

_PATIENCE = 20.0  # seconds


class Recorder(Person):
    """A person whose touches are written down."""

    def touch(self, point: QPoint, expected: QWidget) -> None:
        print(point.x(), point.y(), self.place)
        super().touch(point, expected)


def wait(condition: Callable[[], bool]) -> None:
    """Waits until it holds."""
    until = time.monotonic() + _PATIENCE
    while not condition():
        if time.monotonic() > until:
            raise SystemExit("waited too long")
        QApplication.processEvents()
        time.sleep(0.01)


def main() -> int:
    """Walks."""
    with tempfile.TemporaryDirectory() as folder:
        size = (1280, 960) if "--window" in sys.argv else (1280, 1024)
        kiosk = make_kiosk(Path(folder), wait, size=size, scale=Scale(1280, 1024, 19.0))
        made = kiosk.person()
        person = Recorder(kiosk.shell, kiosk.clock, made._finger, wait)
        person.start("es")
        person.touches("in_proceedings", "yes")
        person.touches("way", "short")
        person.touches("stage", "court")
        person.touches("reasons_life", "work")
        person.prints()
    return 0


if __name__ == "__main__":
    sys.exit(main())
