"""What can go wrong with saved work, as the person sees it, by real taps through the window."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from pdkiosk.safe_files import Folder
from pdkiosk.session import saved_work as ui_saving
from pdkiosk.session.saved_work import State
from pdkiosk.ui.context import Context
from pdkiosk.ui.saving import snapshot
from pdkiosk.ui.saving.screens import waiting as working
from pdkiosk.ui.widgets import TextPair
from pdkiosk.ui.window.countdown import Countdown
from pdkiosk.vault import disk
from pdkiosk.vault import tries as vault_tries
from pdkiosk.vault.shelf import Shelf
from pdkiosk.vault.trouble import Trouble
from pdkiosk.vault.usb import Stick
from tests.journeys.kiosk import Kiosk
from tests.journeys.person import Person
from tests.saving.conftest import (
    Saved,
    begins,
    confirms_words,
    goes_to_words,
    hanging,
    is_kept,
    opens,
    saves,
    vanishes,
)


def test_wrong_and_damaged_look_the_same_and_tries_are_slowed_down(
    kiosk: Kiosk, person: Person, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As many tries as in truth are free, then a wait that no slow machine outlasts.
    monkeypatch.setattr(vault_tries, "delay", lambda count: 0.0 if count < 3 else 600.0)
    begins(person)
    saved = saves(person)
    person.tap("saved.leave")

    def tries(typed: str) -> list[str]:
        goes_to_words(person, saved)
        person.enters("open.text", typed)
        person.tap("next")
        person.wait(lambda: person.place == "open:words" and person.sees("said"))
        box = person.find("said")
        said = [part.accessibleName() for part in box.findChildren(QWidget)]
        person.erases()
        return said

    wrong = tries("otras palabras que no son nada")
    works = list(shelf.rglob("*.work"))
    intact = {path: path.read_bytes() for path in works}
    for path, data in intact.items():
        path.write_bytes(data[:200] + bytes([data[200] ^ 1]) + data[201:])
    damaged = tries(saved.words)
    assert damaged == wrong
    assert any("dañado" in text for text in wrong)
    for path, data in intact.items():
        path.write_bytes(data)
    tries("otras palabras que no son nada")
    assert any("Espere" in text for text in tries(saved.words))


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, Trouble.FULL),
        (errno.EROFS, Trouble.READ_ONLY),
        (errno.ENOENT, Trouble.NO_PLACE),
        (errno.EIO, Trouble.FAULT),
    ],
)
def test_a_save_that_fails_says_so_and_tries_again(
    kiosk: Kiosk,
    person: Person,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    trouble: Trouble,
) -> None:
    begins(person)
    saved = saves(person)
    person.next()
    with monkeypatch.context() as patch:

        def fails(*_args: object) -> None:
            raise OSError(number, os.strerror(number))

        patch.setattr(disk, "write", fails)
        person.go_on_to_question("facility_name")
        person.wait(lambda: kiosk.shell.context.saving.state is State.FAILING)
        person.wait(lambda: person.sees("not-saved"))
        kept = kiosk.shell.context.saving.trouble
        assert kept is not None and kept.trouble is trouble
        assert person.reads("Sus respuestas siguen aquí")
        person.writes("facility_name", "Honduras")
        person.tap("keep")
        assert person.place == "saved"
        assert person.reads(f"Código para la biblioteca: {trouble.code}")
        assert person.reads("Sus últimos cambios no están guardados")
    person.tap("saved.again")
    person.wait(lambda: kiosk.shell.context.saving.state is State.SAVED)
    person.next()
    assert not person.sees("not-saved")
    assert person.answers["facility_name"] == "Honduras"
    person.erases()
    opens(person, saved)
    assert person.answers["facility_name"] == "Honduras"


def test_the_first_save_can_fail(kiosk: Kiosk, person: Person, shelf: Path) -> None:
    begins(person)
    before = dict(person.answers)
    gone = shelf.with_name("taken-away")
    confirms_words(person)
    shelf.rename(gone)
    person.tap("next")
    person.wait(lambda: person.place == "save:failed")
    assert person.reads("Sus respuestas no están guardadas")
    assert person.reads(Trouble.NO_PLACE.code)
    assert person.answers == before
    gone.rename(shelf)
    person.tap("next")
    person.wait(lambda: person.place == "saved")


def test_an_autosave_goes_on_trying_by_itself(kiosk: Kiosk, person: Person, shelf: Path) -> None:
    begins(person)
    saved = saves(person)
    person.next()
    gone = shelf.with_name("taken-away")
    shelf.rename(gone)
    person.go_on_to_question("facility_name")
    person.wait(lambda: person.sees("not-saved"))
    person.writes("facility_name", "Honduras")
    gone.rename(shelf)
    kiosk.shell.autosave.save_step()  # what its timer does a quarter of a minute later
    person.wait(lambda: not person.sees("not-saved"))
    assert kiosk.shell.context.saving.state is State.SAVED
    vanishes(person)
    opens(person, saved)
    assert person.answers["facility_name"] == "Honduras"


def test_a_server_that_does_not_answer_is_told_and_nothing_freezes(
    kiosk: Kiosk, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    begins(person)
    saved = saves(person)
    person.next()
    answers = hanging(monkeypatch)
    monkeypatch.setattr(ui_saving, "SLOW_SECONDS", 0.2)
    person.walks = True  # many steps, all of them with a save that hangs
    person.go_on_to_question("facility_name")
    person.wait(lambda: person.sees("not-saved"))
    person.writes("facility_name", "Honduras")
    answers.set()
    person.wait(lambda: not person.sees("not-saved"))
    person.erases()
    opens(person, saved)
    assert person.answers["facility_name"] == "Honduras"


def test_a_first_save_that_hangs_lets_the_person_go_on(
    kiosk: Kiosk, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    begins(person)
    here = person.place
    answers = hanging(monkeypatch)
    monkeypatch.setattr(working, "SLOW_MS", 50)
    confirms_words(person)
    person.tap("next")
    person.wait(lambda: person.reads("Está tardando más de lo normal"))
    person.back()
    assert person.place == here
    person.next()
    answers.set()
    person.wait(lambda: person.place == "saved")


def test_changed_on_another_kiosk(
    kiosk: Kiosk, person: Person, kiosk_for: Callable[..., Kiosk], shelf: Path
) -> None:
    begins(person)
    saved = saves(person)
    person.next()
    other = kiosk_for()
    twin = other.person()
    opens(twin, saved)
    twin.next()
    twin.go_on_to_question("facility_name")
    twin.writes("facility_name", "Honduras")
    twin.next()
    is_kept(twin)
    twin.erases()
    other.shell.hide()
    kiosk.shell.activateWindow()
    person.wait(kiosk.shell.isActiveWindow)

    person.go_on_to_question("facility_name")
    person.writes("facility_name", "El Salvador")
    person.next()
    person.wait(lambda: person.sees("not-saved"))
    assert person.reads("se cambiaron en otra computadora")
    person.tap("keep")
    person.tap("saved.as_new")
    person.wait(lambda: person.place == "saved" and person.sees("saved.leave"))
    handle = kiosk.shell.context.saving.handle
    assert handle is not None
    new = (handle.work.picture, handle.work.number)
    assert new != (saved.picture, saved.number)
    person.tap("saved.leave")
    opens(person, saved)
    assert person.answers["facility_name"] == "Honduras"
    person.erases()
    opens(person, Saved(saved.words, *new))
    assert person.answers["facility_name"] == "El Salvador"


def test_deleted_by_its_owner(kiosk: Kiosk, person: Person, shelf: Path) -> None:
    begins(person)
    saves(person)
    assert list(shelf.rglob("*.work"))
    person.tap("saved.delete")
    person.tap("next")  # the large button keeps it
    assert list(shelf.rglob("*.work"))
    person.tap("saved.delete")
    person.tap("saved.delete.yes")
    person.wait(lambda: person.place == "deleted")
    assert not list(shelf.rglob("*.work"))
    person.next()
    assert person.answers["full_name"] == "María López Ruiz"
    assert person.find("keep").accessibleName() == "Guardar"


def test_past_its_day(kiosk: Kiosk, person: Person, shelf: Path) -> None:
    begins(person)
    saved = saves(person)
    assert person.reads("Se borrará en esta fecha")
    person.tap("saved.leave")
    today = time.time()
    # A clock that jumps is not believed at once; one that moves on is.
    for day in range(62):
        Shelf(shelf, 60, clock=partial(float, today + day * 86_400)).sweep()
    person.tap("start.saved")
    person.start("es")
    person.tap(f"picture.{saved.picture}")
    person.wait(lambda: person.reads("Nada de lo guardado tiene este dibujo"))


def test_work_of_a_newer_program_is_told_where_the_words_are_typed(
    kiosk: Kiosk, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    begins(person)
    with monkeypatch.context() as patch:
        pack = snapshot.pack

        def newer(context: Context, place: str) -> bytes:
            return pack(context, place).replace(b'"format":1', b'"format":2', 1)

        patch.setattr(snapshot, "pack", newer)
        saved = saves(person)
        vanishes(person)
    goes_to_words(person, saved)
    for _ in range(2):  # and again
        person.enters("open.text", saved.words)
        person.tap("next")
        person.wait(lambda: person.place == "open:words" and person.sees("said"))
        assert person.reads(Trouble.NEWER_FORMAT.code)
        assert person.reads("Una versión más nueva")
        person.empties("open.text")
    assert kiosk.shell.context.saving.handle is None
    for _ in range(3):
        person.back()
    assert person.place == "proceedings"


def test_leaving_while_saving_fails_does_not_promise_the_last_changes(
    kiosk: Kiosk, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    begins(person)
    saves(person)
    person.next()
    promise, failing = "sigue guardado", "Sus últimos cambios no están guardados"

    def countdown() -> list[str]:
        kiosk.shell.idle.warn.emit()
        (shown,) = kiosk.shell.findChildren(Countdown)
        said = [label.pair.first for label in shown.findChildren(TextPair)]
        kiosk.shell.idle.stay()
        return said

    person.tap("erase")
    assert person.reads("Lo que guardó sigue guardado") and not person.reads(failing)
    person.next()
    said = countdown()
    assert failing not in said and [words for words in said if promise in words]
    person.tap("tool.hide")
    assert not [words for words in countdown() if promise in words], "a hidden screen says nothing"
    kiosk.shell.unhide()

    def fails(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(disk, "write", fails)
    person.go_on_to_question("facility_name")
    person.wait(lambda: kiosk.shell.context.saving.state is State.FAILING)
    person.tap("erase")
    assert person.reads(failing) and person.reads("Ya no hay espacio")
    assert not person.reads("Lo que guardó sigue guardado")
    person.next()
    said = countdown()
    assert failing in said and not [words for words in said if promise in words]


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.EIO, Trouble.FAULT),
        (errno.ESTALE, Trouble.NO_PLACE),
        (errno.EACCES, Trouble.NO_PLACE),
    ],
)
def test_a_place_that_cannot_be_read_is_not_called_empty(
    person: Person, monkeypatch: pytest.MonkeyPatch, number: int, trouble: Trouble
) -> None:
    person.tap("start.saved")
    person.start("es")

    def fails(*_given: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Folder, "__init__", fails)
    person.tap("picture.sun")
    person.wait(lambda: person.sees("said"))
    assert person.reads(trouble.code)
    assert not person.reads("Nada de lo guardado tiene este dibujo")


def test_a_stick_that_was_pulled_out_is_not_called_empty(
    kiosk_for: Callable[..., Kiosk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    there = [Stick(stick, stick.stat().st_dev, "KINGSTON")]
    monkeypatch.setattr("pdkiosk.vault.usb.sticks", lambda: list(there))
    monkeypatch.setattr("pdkiosk.places.state_folder", lambda: tmp_path / "state")
    person = kiosk_for(saving_usb=True, saving_folder="").person()
    person.tap("start.saved")
    person.start("es")
    person.tap("open.place.1")
    person.tap("picture.sun")
    person.wait(lambda: person.reads("Nada de lo guardado tiene este dibujo"))
    person.back()
    person.tap("open.place.1")
    stick.rename(tmp_path / "pulled out")
    person.tap("picture.sun")
    person.wait(lambda: person.sees("said"))
    assert person.reads(Trouble.NO_PLACE.code)
    there.clear()
    person.back()
    person.tap("picture.sun")
    person.wait(lambda: person.reads("Nada de lo guardado tiene este dibujo"))
