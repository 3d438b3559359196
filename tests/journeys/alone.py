"""A short journey in a separate process, for the test that checks what it leaves behind."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest

from tests.journeys.kiosk import make_kiosk


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(5)


def main(folder: Path, name: str) -> None:
    """A person who types their name, prints into ``folder``, and leaves."""
    kiosk = make_kiosk(folder, _wait)
    _wait(kiosk.shell.isActiveWindow)
    person = kiosk.person(walks=True)
    person.start("es")
    person.touches("in_proceedings", "yes")
    person.touches("way", "full")
    person.writes("full_name", name)
    person.writes("a_number", name)
    person.tap("next")  # it is no number at all; the page says so once
    person.touches("country_told", "yes")
    person.touches("country", "cuba")
    person.sizes("largest")
    person.writes("story", name)
    person.prints()
    person.erases()
