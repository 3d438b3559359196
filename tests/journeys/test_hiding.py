"""Somebody comes near: everything is off the screen at once, and only the four squares open it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLineEdit

from pdkiosk.facility.settings import Facility
from pdkiosk.session.hide_pattern import Answer, HidePattern
from pdkiosk.ui.widgets import BigButton
from pdkiosk.ui.window.countdown import Countdown
from tests.journeys.kiosk import TITLE, Kiosk
from tests.journeys.person import Person
from tests.speech.fakes import FakeVoice
from tests.widgets.fakes import Clock

PAINTS = True  # what is hidden must not be painted once more
SECRET = "Zebulon"
MINE = (1, 5, 5, 9)
OTHER = (2, 5, 5, 9)


def _reachable(interface: QAccessibleInterface) -> list[str]:
    """All that a screen reader could find below here, said or not."""
    texts = [interface.text(kind) for kind in QAccessible.Text if kind.value < 1000]
    for n in range(interface.childCount()):
        child = interface.child(n)
        if child is not None:
            texts += _reachable(child)
    return texts


def _all_reachable(kiosk: Kiosk) -> str:
    root = QAccessible.queryAccessibleInterface(kiosk.shell)
    assert root is not None
    return "\n".join(_reachable(root))


def _touch(person: Person, squares: tuple[int, ...]) -> None:
    for square in squares:
        person.tap(f"square.{square}")


@pytest.fixture
def writer(kiosk: Kiosk) -> Person:
    """Somebody who has just written their name."""
    person = kiosk.person()
    person.start("es")
    person.touches("in_proceedings", "yes")
    person.touches("way", "full")
    person.writes("full_name", SECRET)
    return person


def test_one_touch_hides_everything_and_four_bring_it_back(kiosk: Kiosk, writer: Person) -> None:
    place, answers = writer.place, dict(kiosk.answers)
    assert SECRET in _all_reachable(kiosk), "else this test proves nothing"
    writer.tap("tool.hide")
    assert writer.place == "hidden"
    everything = _all_reachable(kiosk).replace(TITLE, "", 1)
    for word in (SECRET, "ICE", "pdkiosk", "carta", "the letter", "nombre", "name"):
        assert word not in everything
    assert not kiosk.shell.findChildren(QLineEdit)
    assert not writer.sees("erase") and not writer.sees("next") and not writer.sees("tool.help")
    _touch(writer, MINE)
    assert writer.place == "hidden", "choosing the way back does not open it"
    _touch(writer, MINE)
    assert writer.place == place and dict(kiosk.answers) == answers
    editor = writer.find("full_name.text")
    assert isinstance(editor, QLineEdit) and editor.text() == SECRET
    writer.tap("tool.hide")  # now the way is known
    _touch(writer, MINE)
    assert writer.place == place


def test_wrong_squares_tell_nothing_and_cost_time(kiosk: Kiosk, writer: Person) -> None:
    clock = Clock()
    kiosk.shell.context.hide_pattern.clock = clock
    writer.tap("tool.hide")
    _touch(writer, MINE)
    for _ in range(3):
        _touch(writer, OTHER)
        assert writer.place == "hidden" and SECRET not in _all_reachable(kiosk)
    assert not writer.find("square.1").isEnabled()
    clock.forward(5.1)
    writer.wait(writer.find("square.1").isEnabled)
    _touch(writer, MINE)
    assert writer.place == "full_name" or writer.asks("full_name")


def test_waits_grow_and_end_with_the_right_squares() -> None:
    clock = Clock()
    way = HidePattern(clock)
    assert way.touch(MINE) is Answer.CHOSEN
    waits = []
    for _ in range(8):
        assert way.touch(OTHER) is Answer.WRONG
        waits.append(round(way.rest))
        clock.forward(way.rest)
    assert waits == [0, 0, 5, 10, 20, 40, 60, 60]
    assert way.touch(OTHER) is Answer.WRONG
    assert way.touch(MINE) is Answer.WRONG, "in the wait even the right ones do not open"
    clock.forward(60)
    assert way.touch(MINE) is Answer.BACK
    assert str(MINE) not in repr(way)


def test_start_again_erases_and_the_next_person_has_no_pattern(
    kiosk: Kiosk, writer: Person
) -> None:
    old = kiosk.answers
    writer.tap("tool.hide")
    _touch(writer, MINE)
    writer.tap("hidden.start")
    safe = kiosk.shell.findChild(BigButton, "hidden.no")
    final = kiosk.shell.findChild(BigButton, "hidden.yes")
    assert safe is not None and final is not None
    assert safe.height() >= final.height() and safe.width() >= final.width()
    writer.tap("hidden.no")
    assert writer.place == "hidden" and old
    writer.tap("hidden.start")
    writer.tap("hidden.yes")
    assert writer.place == "start" and old == {} and kiosk.answers == {}
    assert not kiosk.shell.context.hide_pattern.chosen and not kiosk.shell.context.hidden


def test_the_idle_time_wipes_and_its_words_give_nothing_away(kiosk: Kiosk, writer: Person) -> None:
    old = kiosk.answers
    clock = kiosk.idle_clock()
    writer.tap("tool.hide")
    clock.forward(Facility().idle_minutes * 60)
    assert kiosk.shell.idle.watch.look()
    assert kiosk.shell.findChildren(Countdown)
    said = _all_reachable(kiosk)
    assert SECRET not in said and "escribi" not in said and "wrote" not in said
    assert "erase" not in said and "borra" not in said
    writer.tap("here")
    assert writer.place == "hidden", "being there is not the way back"
    clock.forward(Facility().idle_minutes * 60 + Facility().countdown_seconds)
    writer.wait(lambda: writer.place == "start")
    assert old == {}


def test_hiding_the_screen_silences_the_voice(kiosk: Kiosk, writer: Person) -> None:
    voice = FakeVoice()
    kiosk.shell.context.voice = lambda: voice
    kiosk.shell.listening.turn_on()
    kiosk.shell.listening.read_page()
    assert voice.speaking
    said = len(voice.said)
    writer.tap("tool.hide")
    writer.settle()
    assert not voice.speaking and voice.closed and not kiosk.shell.listening.on
    _touch(writer, MINE)
    _touch(writer, MINE)
    writer.settle()
    assert writer.place != "hidden" and len(voice.said) == said, "silent until asked again"


def test_the_way_back_can_be_chosen_in_peace(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("es")
    person.touches("in_proceedings", "yes")
    person.go_on_to_question("way")
    person.tap("practice_hiding")
    assert person.place == "hidden"
    _touch(person, MINE)
    _touch(person, MINE)
    assert person.place == "way"
    assert not person.sees("practice_hiding"), "once is enough"
    person.tap("tool.hide")
    _touch(person, OTHER)
    assert person.place == "hidden", "a stranger's squares choose nothing any more"
    _touch(person, MINE)
    assert person.place == "way"
