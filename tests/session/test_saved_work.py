"""The saved work of a session goes from state to state, and reports each change."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from pdkiosk.facility.settings import Facility
from pdkiosk.session.saved_work import Draft, SavedWork, State
from pdkiosk.vault import usb
from pdkiosk.vault.trouble import Trouble, VaultError
from pdkiosk.vault.usb import Stick

WORDS = "celery orbit velvet hammer puzzle lantern"


@pytest.fixture
def work(tmp_path: Path) -> SavedWork:
    return SavedWork(Facility(saving=True, saving_folder=str(tmp_path)))


def _settles(work: SavedWork) -> State:
    end = time.monotonic() + 60
    while work.busy:
        assert time.monotonic() < end
        time.sleep(0.01)
        work.poll()
    return work.state


def _saved(work: SavedWork) -> SavedWork:
    work.draft.words = WORDS.split()
    work.save(b"first")
    assert _settles(work) is State.SAVED
    return work


def test_the_first_save(work: SavedWork) -> None:
    assert work.state is State.UNSAVED
    work.draft.words = WORDS.split()
    work.save(b"first")
    assert (work.state, work.settled) == (State.SAVING, State.UNSAVED)
    assert _settles(work) is State.SAVED
    assert [state for state in State if state.waiting] == [
        State.SAVING,
        State.OPENING,
        State.DELETING,
    ]


def test_the_stick_that_was_chosen_stays_it_when_another_is_pulled_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, mine = (Stick(tmp_path / name, 0, "USB") for name in ("first", "mine"))
    there = [first, mine]
    monkeypatch.setattr(usb, "sticks", lambda: list(there))
    work = SavedWork(Facility(saving=True, saving_usb=True, saving_folder=str(tmp_path)))
    assert len(work.places()) == 3
    work.draft.place = 2
    there.remove(first)
    work.places(again=True)
    assert work.place.shelf.folder == mine.folder / "pdkiosk"
    there[:] = [first]
    work.places(again=True)
    assert work.draft.place == 0, "not on the stick of somebody else"


def test_a_first_save_that_fails(work: SavedWork) -> None:
    work.draft.words = ["one"]
    work.save(b"first")
    assert _settles(work) is State.UNSAVED
    assert work.trouble is not None and work.handle is None


def test_after_an_unexpected_error_no_older_save_replaces_a_newer_one(
    work: SavedWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    _saved(work)
    handle = work.handle
    assert handle is not None
    saved: list[bytes] = []

    def fails(data: bytes) -> None:
        raise RuntimeError("a fault of ours")

    with monkeypatch.context() as patch:
        patch.setattr(handle, "save", fails)
        work.autosave(b"second")
        work.autosave(b"third")
        with pytest.raises(RuntimeError):
            _settles(work)
    assert work.trouble is not None and work.state is State.FAILING
    monkeypatch.setattr(handle, "save", saved.append)
    work.autosave(b"fourth")
    assert _settles(work) is State.SAVED
    assert saved == [b"fourth"]


def test_a_later_save_fails_and_goes_well_again(
    work: SavedWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    _saved(work)
    handle = work.handle
    assert handle is not None

    def fails(data: bytes) -> None:
        raise VaultError(Trouble.FULL)

    with monkeypatch.context() as patch:
        patch.setattr(handle, "save", fails)
        work.autosave(b"second")
        assert work.state is State.SAVED, "nobody waits for it"
        assert _settles(work) is State.FAILING
    work.autosave(b"second")
    assert _settles(work) is State.SAVED and work.trouble is None


def test_deleting(work: SavedWork) -> None:
    _saved(work)
    work.delete()
    assert work.state is State.DELETING
    assert _settles(work) is State.UNSAVED and work.trouble is None


def test_opening(work: SavedWork, tmp_path: Path) -> None:
    handle = _saved(work).handle
    assert handle is not None
    other = SavedWork(Facility(saving=True, saving_folder=str(tmp_path)))
    other.draft.picture, other.draft.number = handle.work.picture, handle.work.number
    other.draft.typed = "wrong words"
    other.open()
    assert other.state is State.OPENING
    assert _settles(other) is State.UNSAVED and other.trouble is not None
    other.draft.typed = WORDS
    other.open()
    assert _settles(other) is State.UNSAVED and other.trouble is None
    opened = other.opened
    assert opened is not None and opened.data == b"first"
    other.take(opened, b"first, as it is saved now")
    assert other.state is State.SAVED and other.draft == Draft()
    other.autosave(b"first, as it is saved now")
    assert not other.busy, "nothing has changed"


def test_what_is_touched_twice_is_done_once(work: SavedWork) -> None:
    _saved(work)
    work.delete()
    work.try_again(b"second")
    assert work.state is State.DELETING
    assert _settles(work) is State.UNSAVED


def test_the_words_of_the_draft_are_those_that_open_the_work(work: SavedWork) -> None:
    work.draft.words = WORDS.split()
    work.save(b"first")
    work.draft.words, work.draft.own = ["others"], "mine"
    _settles(work)
    assert work.draft.passphrase == WORDS
