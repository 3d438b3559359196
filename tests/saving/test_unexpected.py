"""What fails in a way that nobody expects is told, and nobody waits for it any more."""

from __future__ import annotations

from typing import NoReturn

import pytest
from pytestqt.qtbot import QtBot

from pdkiosk.session.saved_work import State
from pdkiosk.vault.shelf import Shelf
from pdkiosk.vault.trouble import Trouble, VaultError
from tests.journeys.person import Person
from tests.saving.conftest import begins, confirms_words, goes_to_words, saves, vanishes


def _fails(*given: object, **more: object) -> NoReturn:
    raise ValueError("a fault of ours")


def _trouble(person: Person) -> Trouble | None:
    found = person.shell.context.saving.trouble
    return found.trouble if found else None


def test_opening(person: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begins(person)
    saved = saves(person)
    vanishes(person)
    goes_to_words(person, saved)
    person.enters("open.text", saved.words)
    with monkeypatch.context() as patched, qtbot.capture_exceptions() as errors:
        patched.setattr("pdkiosk.vault.handle.Handle.__init__", _fails)
        person.tap("next")
        person.wait(lambda: person.place == "open:words")
    assert [error[0] for error in errors] == [ValueError]
    assert _trouble(person) is Trouble.FAULT and person.sees("said")
    person.tap("next")
    person.wait(lambda: person.place == "opened")


def test_the_first_save(person: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begins(person)
    confirms_words(person)
    monkeypatch.setattr(Shelf, "create", _fails)
    with qtbot.capture_exceptions() as errors:
        person.tap("next")
        person.wait(lambda: person.place == "save:failed")
    assert [error[0] for error in errors] == [ValueError]
    assert _trouble(person) is Trouble.FAULT


def test_a_save_by_itself(person: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begins(person)
    saves(person)
    person.tap("next")
    with monkeypatch.context() as patched, qtbot.capture_exceptions() as errors:
        patched.setattr("pdkiosk.vault.handle.Handle.save", _fails)
        person.shell.context.interview.answers.set("full_name", "Ana")
        person.shell.autosave.save_step()
        person.wait(lambda: not person.shell.context.saving.busy)
    assert [error[0] for error in errors] == [ValueError]
    assert person.shell.context.saving.state is State.FAILING
    person.shell.autosave.save_step()
    person.wait(lambda: person.shell.context.saving.state is State.SAVED)


def test_words_that_are_refused_lead_back_to_the_words(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*given: object, **more: object) -> NoReturn:
        raise VaultError(Trouble.TOO_WEAK)

    begins(person)
    confirms_words(person)
    monkeypatch.setattr(Shelf, "create", refuses)
    person.tap("next")
    person.wait(lambda: person.place == "save:failed")
    person.tap("next")
    assert person.place == "save:words"
