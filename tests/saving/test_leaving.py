"""However a person leaves, nothing of theirs remains in the session or in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pdkiosk.papers_desk import Desk
from pdkiosk.session.papers import Part
from pdkiosk.session.saved_work import Draft
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context, Preferences
from pdkiosk.ui.theme.look import TextSize
from pdkiosk.ui.widgets import TextPair
from pdkiosk.ui.window import run
from pdkiosk.ui.window.countdown import Countdown
from pdkiosk.ui.window.shell import Shell
from tests.journeys.kiosk import Kiosk
from tests.journeys.person import Person
from tests.printing.fakes import FakePrinter
from tests.saving.conftest import begins, is_kept, opens, saves
from tests.speech.fakes import FakeVoice

SECRET = "Zebulon"


@pytest.fixture
def kiosk(
    kiosk_for: Callable[..., Kiosk], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Kiosk]:
    with monkeypatch.context() as patch:  # one way of leaving takes the window away
        patch.setattr(qtbot, "addWidget", lambda widget: None)
        kiosk = kiosk_for()
    yield kiosk
    QGuiApplication.clipboard().clear()
    if shiboken6.isValid(kiosk.shell):
        kiosk.shell.close()
        shiboken6.delete(kiosk.shell)


def _by_the_button(shell: Shell) -> None:
    shell.end_session()


def _by_walking_away(shell: Shell) -> None:
    shell.idle.warn.emit()
    assert shell.findChildren(Countdown)
    shell.idle.expired.emit()


def _by_closing(shell: Shell) -> None:
    assert shell.close()


def _by_a_fault(shell: Shell) -> None:
    application: Any = SimpleNamespace(exit=lambda code=0: None)
    run._Wizard(application, shell, window=True).give_up("e-0000")


def _by_the_end_of_the_supervisor(shell: Shell) -> None:
    shell.erase()  # what comes after the event loop


def _by_the_end_of_the_window(shell: Shell) -> None:
    shiboken6.delete(shell)


WAYS = (
    _by_the_button,
    _by_walking_away,
    _by_closing,
    _by_a_fault,
    _by_the_end_of_the_supervisor,
    _by_the_end_of_the_window,
)


class _Link:
    """Nobody at the other end of the line."""

    def __init__(self, *given: object) -> None:
        pass

    def say(self, word: str) -> None:
        pass


def _somebody(kiosk: Kiosk, person: Person) -> tuple[Context, FakePrinter, FakeVoice]:
    """In the middle of everything: saved, printing, read to, with words typed and copied."""
    begins(person, SECRET)
    saves(person)
    person.tap("next")
    is_kept(person)
    context, printer, voice = kiosk.shell.context, FakePrinter(), FakeVoice()
    assert isinstance(context.papers, Desk)
    context.papers._printer = printer
    context.papers.start([Part("letter", wording.SAVE, 3, SECRET.encode())])
    context.saving.draft = Draft(words=[SECRET], own=SECRET, typed=SECRET)
    context.printed, context.not_printed = {"letter"}, {"summary"}
    context.hide_pattern.touch([1, 2, 3, 4])
    context.preferences.text_size = TextSize.LARGE
    context.voice = lambda: voice
    kiosk.shell.listening.turn_on()
    kiosk.shell.listening.read_page()
    assert voice.speaking
    QGuiApplication.clipboard().setText(SECRET)
    return context, printer, voice


@pytest.mark.parametrize("leave", WAYS)
def test_nothing_is_left(
    kiosk: Kiosk,
    person: Person,
    leave: Callable[[Shell], None],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(run, "SessionLink", _Link)
    shell = kiosk.shell
    old, printer, voice = _somebody(kiosk, person)
    handle = old.saving.handle
    assert handle is not None
    interview, reader = old.interview, shell.listening.reader
    assert old.papers.printing is not None and reader is not None
    leave(shell)
    assert interview.answers.values == {} and SECRET not in str(vars(interview))
    assert old.papers.printing is None and printer.cleared
    saving = old.saving
    assert saving.handle is None and saving.draft == Draft() and saving.opened is None
    assert SECRET.encode() not in repr(vars(saving)).encode() and not saving.busy
    assert not old.printed and not old.not_printed
    assert not old.hidden and not old.hide_pattern.chosen
    assert old.preferences == Preferences()
    assert old.history.place == "start" and not old.history.tools
    assert QGuiApplication.clipboard().text() == ""
    assert not voice.speaking and shell.pages._signature is None
    assert shell.context.interview.answers.values == {}
    if leave is not _by_the_end_of_the_window:  # with it the rest went
        assert voice.closed and not reader.on
        assert not any(timer.isActive() for timer in shell.idle.findChildren(QTimer))
        shown = [each for each in shell.findChildren(QWidget) if each.isVisibleTo(shell)]
        assert not [label for label in shown if isinstance(label, TextPair)
                    and SECRET in label.pair.both()]  # fmt: skip
        assert not [each for each in shown if isinstance(each, QLineEdit | Countdown)]
        assert "erase-" not in capfd.readouterr().out, "a step failed"


@pytest.mark.parametrize("leave", WAYS)
def test_the_last_words_are_saved_first(
    kiosk: Kiosk,
    kiosk_for: Callable[..., Kiosk],
    person: Person,
    leave: Callable[[Shell], None],
    monkeypatch: pytest.MonkeyPatch,
    shelf: Path,
) -> None:
    monkeypatch.setattr(run, "SessionLink", _Link)
    begins(person)
    saved = saves(person)
    person.tap("next")
    is_kept(person)
    kiosk.give({"full_name": SECRET})
    kiosk.shell.context.preferences.text_size = TextSize.LARGE
    leave(kiosk.shell)
    following = kiosk_for()
    again = following.person()
    opens(again, saved, language="en")
    assert following.answers["full_name"] == SECRET
    preferences = following.shell.context.preferences
    assert (preferences.first, preferences.text_size) == ("es", TextSize.LARGE)
