"""What a person does while something slow is under way: nothing of it is lost or mixed up."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from pdkiosk.session.saved_work import State
from pdkiosk.ui.saving.screens import waiting
from pdkiosk.vault import disk
from pdkiosk.vault.handle import Handle
from pdkiosk.vault.shelf import Shelf
from tests.journeys.kiosk import Kiosk
from tests.journeys.person import Person
from tests.saving.conftest import (
    Saved,
    begins,
    confirms_words,
    goes_to_words,
    hanging,
    opens,
    saves,
    vanishes,
)


def _handle(person: Person) -> Handle:
    handle = person.shell.context.saving.handle
    assert handle is not None
    return handle


def _leaves_when(person: Person, event: threading.Event) -> None:
    """Leaves, while the disk becomes able to write again."""
    threading.Timer(0.3, event.set).start()
    person.erases()


def test_words_in_use_cannot_be_changed(
    kiosk: Kiosk, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    begins(person)
    here = person.place
    answers = hanging(monkeypatch)
    words = confirms_words(person)
    person.tap("next")
    person.back()
    assert person.place == here, "not to the words"
    person.tap("keep")
    assert person.place == "working:save"
    answers.set()
    person.wait(lambda: person.place == "saved")
    assert kiosk.shell.context.saving.draft.words == words
    saved = Saved(" ".join(words), _handle(person).work.picture, _handle(person).work.number)
    person.tap("saved.leave")
    opens(person, saved)


def test_answers_given_during_the_first_save_are_saved_when_leaving(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    begins(person)
    answers = hanging(monkeypatch)
    words = confirms_words(person)
    person.tap("next")
    person.back()
    person.next()
    person.writes("facility_name", "Honduras")
    made: list[Handle] = []
    save = Handle.save

    def noted(handle: Handle, data: bytes) -> None:
        made.append(handle)
        save(handle, data)

    monkeypatch.setattr(Handle, "save", noted)
    _leaves_when(person, answers)
    assert made
    opens(person, Saved(" ".join(words), made[0].work.picture, made[0].work.number))
    assert person.answers["facility_name"] == "Honduras"


def test_answers_given_while_it_tries_again_are_saved_when_leaving(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    begins(person)
    saved = saves(person)
    person.next()
    with monkeypatch.context() as patch:

        def fails(*_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        patch.setattr(disk, "write", fails)
        person.go_on_to_question("facility_name")
        person.wait(lambda: person.sees("not-saved"))
    answers = hanging(monkeypatch)
    person.tap("keep")
    person.tap("saved.again")
    assert person.place == "working:save"
    person.back()
    person.writes("facility_name", "Honduras")
    _leaves_when(person, answers)
    opens(person, saved)
    assert person.answers["facility_name"] == "Honduras"


def test_leaving_never_waits_for_ever(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    begins(person)
    answers = hanging(monkeypatch)
    monkeypatch.setattr("pdkiosk.ui.saving.autosave._LAST_SAVE_SECONDS", 0.1)
    confirms_words(person)
    person.tap("next")
    person.back()
    start = time.monotonic()
    person.erases()
    assert time.monotonic() - start < 30  # the disk hangs for 60
    assert person.place == "start"
    answers.set()


@pytest.fixture
def opening(person: Person, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    """Somebody opens saved work, slowly: until this is called."""
    begins(person, "Ana")
    saved = saves(person)
    vanishes(person)
    goes_to_words(person, saved)
    answers = threading.Event()
    opened = Shelf._opened

    def hangs(*given: object) -> object:
        answers.wait(60)
        return opened(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(Shelf, "_opened", hangs)
    monkeypatch.setattr(waiting, "SLOW_MS", 50)
    person.enters("open.text", saved.words)
    person.tap("next")
    person.wait(lambda: person.reads("Está tardando más de lo normal"))
    job = person.shell.context.saving._awaited
    assert job is not None

    def ends() -> None:
        answers.set()
        assert job.wait(60)
        job.result()

    return ends


def _answers_anew(person: Person, opening: Callable[[], object]) -> None:
    """After it was left, an opening that ends well replaces nothing and saves nothing."""
    saving = person.shell.context.saving
    assert not saving.busy
    _begins_here(person)
    opening()
    person.settle()
    assert person.answers["full_name"] == "Berta"
    assert saving.handle is None and saving.opened is None
    assert person.find("keep").accessibleName() == "Guardar"


def _begins_here(person: Person) -> None:
    person.touches("in_proceedings", "yes")
    person.touches("way", "full")
    person.writes("full_name", "Berta")


def test_an_opening_ends_when_the_person_begins_without_it(
    person: Person, opening: Callable[[], object]
) -> None:
    assert not person.reads("Esto continúa solo"), "it does not go on by itself"
    person.tap("open.new")
    assert person.place == "proceedings"
    _answers_anew(person, opening)


def test_an_opening_ends_when_the_person_goes_back(
    person: Person, opening: Callable[[], object]
) -> None:
    person.back()
    assert person.place == "open:words"
    for _ in range(3):
        person.back()
    assert person.place == "proceedings"
    _answers_anew(person, opening)


def test_an_opening_ends_when_its_page_fails(
    kiosk: Kiosk, person: Person, opening: Callable[[], object]
) -> None:
    kiosk.shell.step_aside("e-0000")
    person.next()
    assert person.place == "proceedings"
    _answers_anew(person, opening)


def test_an_opening_goes_on_under_another_tool(
    person: Person, opening: Callable[[], object]
) -> None:
    person.tap("tool.help")
    opening()
    person.wait(lambda: person.place == "opened")
    assert person.answers["full_name"] == "Ana"


# ---- while it is deleted ---------------------------------------------------------------------


@pytest.fixture
def deleting(person: Person, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The person's saved work is being deleted, until the event is set; it then fails."""
    end = threading.Event()

    def fails(handle: Handle) -> None:
        end.wait(60)
        raise ValueError("unexpected")

    begins(person)
    saves(person)
    monkeypatch.setattr(Handle, "delete", fails)
    person.tap("saved.delete")
    person.tap("saved.delete.yes")
    person.back()
    yield end
    end.set()


def test_work_that_is_being_deleted_is_not_said_to_stay(
    person: Person, deleting: threading.Event
) -> None:
    stays = "Lo que guardó sigue guardado"
    assert person.find("keep").accessibleName() == "Guardar"
    person.tap("erase")
    assert not person.reads(stays)
    person.tap("next")
    person.shell.idle.warn.emit()
    person.settle()
    assert not person.reads(stays)


def test_an_unexpected_error_of_the_deletion_costs_no_answers(
    kiosk: Kiosk, person: Person, deleting: threading.Event, qtbot: QtBot
) -> None:
    handle = _handle(person)
    person.go_on_to_question("facility_name")
    person.writes("facility_name", "Honduras")
    with qtbot.capture_exceptions():
        deleting.set()
        with pytest.raises(ValueError, match="unexpected"):
            kiosk.shell.context.saving.finish(b"the last answers", 3.0)
    assert kiosk.shell.context.saving.settled is State.SAVED
    assert handle.work.saved is not None
    assert kiosk.shell.context.saving._saved == b"the last answers"
