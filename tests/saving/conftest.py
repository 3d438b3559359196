"""A kiosk that lets people save, and a person who does so by touch alone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pdkiosk.facility.settings import Facility
from pdkiosk.safe_files import Folder
from pdkiosk.vault import disk
from pdkiosk.vault.shelf import Shelf
from tests.journeys.kiosk import Kiosk, make_kiosk
from tests.journeys.person import Person
from tests.vault.kit import CHEAP


@dataclass(frozen=True)
class Saved:
    """What somebody has to remember."""

    words: str
    picture: str
    number: int


@pytest.fixture(autouse=True)
def _cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a key costs is a matter of tests/vault."""
    monkeypatch.setattr("pdkiosk.vault.shelf.Shelf", partial(Shelf, cost=CHEAP))


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Where the facility keeps saved work."""
    folder = tmp_path / "saved"
    folder.mkdir()
    return folder


@pytest.fixture
def kiosk_for(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, shelf: Path
) -> Iterator[Callable[..., Kiosk]]:
    """Makes a kiosk of this facility; several of them share the folder."""

    def make(**settings: object) -> Kiosk:
        given = {"saving": True, "saving_folder": str(shelf), **settings}
        # Unpainted, as in the journeys (tests/journeys/conftest.py).
        kiosk = make_kiosk(
            tmp_path / "papers",
            qtbot.waitUntil,
            Facility(**given),  # type: ignore[arg-type]
            paints=False,
        )
        qtbot.addWidget(kiosk.shell)
        kiosk.shell.activateWindow()
        qtbot.waitUntil(kiosk.shell.isActiveWindow)
        return kiosk

    yield make


@pytest.fixture
def kiosk(kiosk_for: Callable[..., Kiosk]) -> Kiosk:
    return kiosk_for()


@pytest.fixture
def person(kiosk: Kiosk) -> Person:
    return kiosk.person()


def begins(person: Person, name: str = "María López Ruiz") -> None:
    """Answers the first gates and gives a name: something worth saving."""
    person.start("es")
    person.touches("in_proceedings", "yes")
    person.touches("way", "full")
    person.writes("full_name", name)


def reads_words(person: Person) -> list[str]:
    """The six words on the screen, in their order."""
    found = {}
    for words in person.words():
        number, dot, word = words.partition(". ")
        if dot and number.isdecimal():
            found[int(number)] = word
    assert sorted(found) == [1, 2, 3, 4, 5, 6]
    return [found[place] for place in sorted(found)]


def confirms_words(person: Person) -> list[str]:
    """Taps the proposed words in their order; the next tap on "next" saves."""
    person.tap("keep")
    person.tap("next")
    words = reads_words(person)
    person.tap("next")
    assert person.place == "save:tell"
    for word in words:
        person.tap(f"word.{word}")
    return words


def saves(person: Person) -> Saved:
    """The whole way with the proposed words; ends on the page that says it is saved."""
    words = confirms_words(person)
    person.tap("next")
    person.wait(lambda: person.place in ("saved", "save:failed"))
    assert person.place == "saved"
    handle = person.shell.context.saving.handle
    assert handle is not None
    assert person.reads(f" {handle.work.number}")
    return Saved(" ".join(words), handle.work.picture, handle.work.number)


def goes_to_words(person: Person, saved: Saved, language: str = "es") -> None:
    """From the start screen to where the words are typed."""
    assert person.place == "start"
    person.tap("start.saved")
    person.start(language)
    person.tap(f"picture.{saved.picture}")
    person.wait(lambda: person.sees(f"number.{saved.number}"))
    person.tap(f"number.{saved.number}")
    assert person.place == "open:words"


def opens(person: Person, saved: Saved, words: str = "", language: str = "es") -> None:
    """The whole way to the opened work, then back to where the person was."""
    goes_to_words(person, saved, language)
    person.enters("open.text", words or saved.words)
    person.tap("next")
    person.wait(lambda: person.place == "opened")


def vanishes(person: Person) -> None:
    """The session is over without a last save, as in a power cut."""
    person.shell.context.saving.forget()
    person.shell.end_session()
    person.settle()


def is_kept(person: Person) -> None:
    """Waits until what is on the screen is saved."""
    person.wait(lambda: not person.shell.context.saving.busy)


def hanging(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """From now on the disk writes nothing until the event is set."""
    answers = threading.Event()
    write = disk.write

    def hangs(folder: Folder, name: str, data: bytes) -> None:
        answers.wait(60)
        write(folder, name, data)

    monkeypatch.setattr(disk, "write", hangs)
    return answers
