"""A kiosk whose voice is recorded by the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pdkiosk.facility.settings import Facility
from pdkiosk.ui.reading import reader as reading
from pdkiosk.ui.reading.reader import Reader, State
from tests.journeys.kiosk import Kiosk, make_kiosk
from tests.journeys.person import Person
from tests.speech.fakes import FakeVoice


@dataclass
class Heard:
    """A kiosk, the person before it, and what they hear."""

    kiosk: Kiosk
    person: Person
    voice: FakeVoice
    qtbot: QtBot

    @property
    def reader(self) -> Reader:
        found = self.kiosk.shell.listening.reader
        assert found is not None
        return found

    def next_sentence(self) -> str:
        """Lets the sentence come to its end and gives the one after it."""
        before = len(self.voice.said)
        self.voice.finish()
        self.qtbot.waitUntil(lambda: len(self.voice.said) > before or not self.reading)
        return self.voice.said[-1].text if len(self.voice.said) > before else ""

    def rest_of_page(self) -> list[str]:
        """Listens to the end; gives the sentence being said now and all after it."""
        heard = [self.voice.said[-1].text]
        while following := self.next_sentence():
            heard.append(following)
        return heard

    @property
    def reading(self) -> bool:
        return self.reader.state is State.READING

    def begins(self, words: str) -> None:
        """Waits until these words are being said."""
        self.qtbot.waitUntil(
            lambda: self.voice.speaking and self.voice.said[-1].text.startswith(words)
        )


@pytest.fixture
def heard_with(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Facility | None], Heard]]:
    """Makes a kiosk with the settings of a facility."""
    monkeypatch.setattr(reading, "_BREATH_MS", 0)

    def make(facility: Facility | None) -> Heard:
        voice = FakeVoice()
        # Unpainted, as in the journeys (tests/journeys/conftest.py).
        kiosk = make_kiosk(tmp_path / "papers", qtbot.waitUntil, facility, paints=False)
        qtbot.addWidget(kiosk.shell)
        qtbot.waitUntil(kiosk.shell.isActiveWindow)
        kiosk.shell.context.voice = lambda: voice
        return Heard(kiosk, kiosk.person(), voice, qtbot)

    yield make


@pytest.fixture
def heard(heard_with: Callable[[Facility | None], Heard]) -> Heard:
    return heard_with(None)
