"""Fields: their values, error messages, and nothing left for the next person."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QGuiApplication,
    QInputMethodEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pdkiosk.characters import length
from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets import BigButton, Callout, ChoiceCard, Pair, TextPair, Tone
from pdkiosk.ui.widgets.a_number_entry import ANumberEntry
from pdkiosk.ui.widgets.date_panel import DatePanel
from pdkiosk.ui.widgets.date_pickers import DatePickers, DateTexts, DateValue
from pdkiosk.ui.widgets.field import ErrorLine
from pdkiosk.ui.widgets.number_stepper import NumberStepper
from pdkiosk.ui.widgets.text_fields import TextArea, TextField
from tests.widgets.fakes import Clock, MakeLook

LABEL = Pair("Nombre", "Name")
TEXTS = DateTexts(
    year=Pair("Año", "Year"),
    month=Pair("Mes", "Month"),
    day=Pair("Día", "Day"),
    unknown=Pair("No sé", "I do not know"),
    about=Pair("Más o menos", "About"),
    choose=Pair("Elegir", "Choose"),
    other_years=Pair("Otros años", "Other years"),
    months=tuple(Pair(f"mes {i}", f"month {i}") for i in range(1, 13)),
)


@pytest.fixture
def pickers(qtbot: QtBot, look: Look) -> DatePickers:
    made = DatePickers(look, LABEL, TEXTS, last=date(2026, 12, 31), first_year=1931)
    made.resize(1100, 900)
    qtbot.addWidget(made)
    made.show()
    return made


def tap(parent: QWidget, words: str, clock: Clock) -> None:
    """Taps the button with these words, as a person sees them now."""
    clock.forward(1)
    buttons: list[BigButton | ChoiceCard] = [
        *parent.findChildren(BigButton),
        *parent.findChildren(ChoiceCard),
    ]
    for button in buttons:
        if button.isVisible() and button.pair.first == words:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(f"no button says {words!r}")


def tap_part(pickers: DatePickers, index: int, clock: Clock) -> None:
    clock.forward(1)
    QTest.mouseClick(list(pickers.parts.values())[index], Qt.MouseButton.LeftButton)


def test_a_line_gives_what_was_typed(qtbot: QtBot, look: Look) -> None:
    field = TextField(look, LABEL, max_length=10)
    qtbot.addWidget(field)
    field.show()
    heard: list[str] = []
    field.changed.connect(heard.append)
    field.set_text("x")
    assert not heard
    field.set_text("")
    QTest.keyClicks(field.editor, " Ana Lucia y mas")
    assert field.text() == "Ana Lucia"
    assert heard[0] == " "
    assert field.editor.accessibleName() == "Nombre"


def test_digits_only(qtbot: QtBot, look: Look) -> None:
    field = TextField(look, LABEL, digits=True)
    qtbot.addWidget(field)
    QTest.keyClicks(field.editor, "a1b2-3")
    assert field.text() == "123"
    assert field.editor.inputMethodHints() & Qt.InputMethodHint.ImhDigitsOnly


@pytest.mark.parametrize("make", [TextField, TextArea])
def test_nothing_is_left_for_the_next_person(
    qtbot: QtBot, look: Look, make: type[TextField] | type[TextArea]
) -> None:
    field = make(look, LABEL)
    qtbot.addWidget(field)
    field.show()
    editor = field.editor
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    QTest.keyClicks(editor, "secreto")
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "before"
    assert field.text() == "secreto"
    field.set_text("")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert editor.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    assert not editor.acceptDrops()
    hints = editor.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_an_error_is_said_in_words_and_to_a_screen_reader(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[QAccessibleEvent] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", said.append)
    field = TextField(look, LABEL)
    qtbot.addWidget(field)
    field.show()
    field.set_error(Pair("Falta el nombre.", "The name is missing."))
    (line,) = field.findChildren(ErrorLine)
    assert line.isVisible()
    (event,) = said
    assert isinstance(event, QAccessibleAnnouncementEvent)
    assert event.message() == "Falta el nombre."
    assert event.politeness() is QAccessible.AnnouncementPoliteness.Assertive
    assert line.pair.first == "Falta el nombre."
    assert "Falta" in field.editor.accessibleDescription()
    assert field.editor.property("invalid") == "true"
    field.set_error(None)
    assert not line.isVisible()
    assert field.editor.accessibleDescription() == ""


def test_free_text_grows_and_shows_every_line(qtbot: QtBot, look: Look) -> None:
    area = TextArea(look, LABEL, rows=3)
    area.resize(700, 300)
    qtbot.addWidget(area)
    area.show()
    before = area.editor.height()
    area.set_text("\n".join(f"línea {i}" for i in range(30)))
    qtbot.waitUntil(lambda: area.editor.height() > before)
    editor = area.editor
    last = editor.document().lastBlock()
    bottom = editor.blockBoundingGeometry(last).translated(editor.contentOffset()).bottom()
    assert bottom <= editor.viewport().height()
    assert editor.verticalScrollBar().value() == 0


def test_free_text_holds_four_thousand_and_counts_only_near_its_end(
    qtbot: QtBot, look: Look
) -> None:
    with pytest.raises(ValueError, match="4000"):
        TextArea(look, LABEL, max_length=3999)
    area = TextArea(look, LABEL, max_length=4000, near=Pair("Quedan {left}", "{left} left"))
    qtbot.addWidget(area)
    area.resize(900, 400)
    area.show()

    def counter() -> list[str]:
        texts = [w.pair.first for w in area.findChildren(TextPair) if w.isVisible()]
        return [t for t in texts if t.startswith("Quedan")]

    area.set_text("a" * 3000)
    assert counter() == []
    area.set_text("a" * 3998)
    assert counter() == ["Quedan 2"]
    QTest.keyClicks(area.editor, "bcd")
    assert area.text() == "a" * 3998 + "bc"
    assert counter() == ["Quedan 0"]


def test_letters_that_take_two_places_count_as_two(qtbot: QtBot, look: Look) -> None:
    """As the rule for answers counts them: it would refuse, and drop, the whole text."""
    area = TextArea(look, LABEL, max_length=4000, near=Pair("Quedan {left}", "{left} left"))
    qtbot.addWidget(area)
    heard: list[str] = []
    area.changed.connect(heard.append)
    area.set_text("\U0001e900" * 1999)  # Adlam, in which Fulani is written
    for letters in ("\U0001e901", "\U0001e902", "x"):
        commit = QInputMethodEvent()
        commit.setCommitString(letters)
        QApplication.sendEvent(area.editor, commit)
    assert heard == ["\U0001e900" * 1999 + "\U0001e901"] and area.text() == heard[0]
    assert length(heard[0]) == 4000
    assert area.editor.textCursor().position() == 4000


def test_a_number_is_stepped_or_typed_or_empty(qtbot: QtBot, look: Look, clock: Clock) -> None:
    field = NumberStepper(
        look, LABEL, less=Pair("Menos"), more=Pair("Más"), minimum=1, maximum=12, start=1
    )
    qtbot.addWidget(field)
    field.show()
    heard: list[int | None] = []
    field.changed.connect(heard.append)
    assert field.value() is None
    for _ in range(3):
        QTest.mouseClick(field.more_button, Qt.MouseButton.LeftButton)
        clock.forward(0.5)
    assert field.value() == 3
    for _ in range(5):
        QTest.mouseClick(field.less_button, Qt.MouseButton.LeftButton)
        clock.forward(0.5)
    assert field.value() == 1
    field.editor.clear()
    QTest.keyClicks(field.editor, "99")
    assert field.value() is None, "no other number in its place"
    field.editor.selectAll()
    QTest.keyClick(field.editor, Qt.Key.Key_Backspace)
    assert field.value() is None
    assert heard == [1, 2, 3, 2, 1, None, 9, None]
    field.set_value(4)
    assert field.editor.text() == "4"
    assert field.more_button.accessibleName() == "Más: Nombre"
    side = 20 * look.scale.px_per_mm
    assert min(field.more_button.width(), field.more_button.height()) >= side


def test_a_date_by_touch_alone(pickers: DatePickers, clock: Clock) -> None:
    heard: list[DateValue | None] = []
    pickers.changed.connect(heard.append)
    assert pickers.value() is None
    pickers.ask()
    tap(pickers, "Otros años", clock)
    tap(pickers, "2010 – 2015", clock)
    tap(pickers, "2012", clock)
    assert not pickers.is_open()  # the month is offered, and can be left out
    tap_part(pickers, 1, clock)
    tap(pickers, "mes 3", clock)
    tap_part(pickers, 2, clock)
    tap(pickers, "15", clock)
    assert not pickers.is_open()
    assert pickers.value() == DateValue(2012, 3, 15, False)
    tap(pickers, "Más o menos", clock)
    assert heard == [
        DateValue(2012),
        DateValue(2012, 3),
        DateValue(2012, 3, 15),
        DateValue(2012, 3, 15, True),
    ]


def test_month_and_day_may_be_unknown(pickers: DatePickers, clock: Clock) -> None:
    tap_part(pickers, 0, clock)
    tap(pickers, "Otros años", clock)
    tap(pickers, "1931 – 1939", clock)
    tap(pickers, "1931", clock)
    tap_part(pickers, 1, clock)
    tap(pickers, "No sé", clock)
    assert pickers.value() == DateValue(1931)
    assert not pickers.is_open()  # no day is asked for without a month


def test_a_day_that_the_month_has_not_is_let_go(pickers: DatePickers, clock: Clock) -> None:
    pickers.set_value(DateValue(2011, 1, 31))
    tap_part(pickers, 1, clock)
    tap(pickers, "mes 2", clock)
    assert pickers.value() == DateValue(2011, 2)
    tap_part(pickers, 2, clock)
    days = {b.pair.first for b in pickers.findChildren(BigButton) if b.isVisible()}
    assert "28" in days
    assert "29" not in days


def words_shown(pickers: DatePickers) -> list[str]:
    return [b.pair.first for b in pickers.findChildren(BigButton) if b.isVisible()]


def test_the_nearest_years_come_first(qtbot: QtBot, look: Look, clock: Clock) -> None:
    past = DatePickers(look, LABEL, TEXTS, last=date(2026, 11, 24), first_year=1916)
    ahead = DatePickers(look, LABEL, TEXTS, last=date(2029, 12, 31), first_year=2025, nearest=2026)
    for made in (past, ahead):
        qtbot.addWidget(made)
        made.resize(1100, 900)
        made.show()
        made.ask()
    assert words_shown(past) == [*map(str, range(2026, 2015, -1)), "Otros años"]
    assert words_shown(ahead) == ["2026", "2027", "2028", "2029", "2025"]
    tap(past, "Otros años", clock)
    assert words_shown(past)[0] == "2010 – 2015", "no year stands in two places"
    tap(past, "2010 – 2015", clock)
    assert words_shown(past)[:2] == ["2015", "2014"]


def test_only_what_can_be_given_is_offered(qtbot: QtBot, look: Look, clock: Clock) -> None:
    made = DatePickers(look, LABEL, TEXTS, last=date(2026, 11, 24), first_year=1916)
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show()
    assert [part.isVisible() for part in made.parts.values()] == [True, False, False]
    made.ask()
    tap(made, "2026", clock)
    assert all(part.isVisible() for part in made.parts.values()), "month and day are offered"
    tap_part(made, 1, clock)
    assert words_shown(made)[:-1] == [f"mes {i}" for i in range(1, 12)]
    tap(made, "mes 11", clock)
    tap_part(made, 2, clock)
    assert words_shown(made)[:-1] == [str(i) for i in range(1, 25)]


def test_in_portrait_the_choices_stand_right_under_their_part(
    make_look: MakeLook, qtbot: QtBot, clock: Clock
) -> None:
    look = make_look(size=(600, 1024), diagonal=12.0)
    made = DatePickers(look, LABEL, TEXTS, last=date(2026, 11, 24), first_year=1916)
    qtbot.addWidget(made)
    made.resize(500, 1000)
    made.show()
    made.set_value(DateValue(2019, 3, 2))
    for index, part in enumerate(list(made.parts.values())):
        tap_part(made, index, clock)
        (panel,) = (each for each in made.findChildren(DatePanel) if each.isVisible())
        under = panel.mapTo(made, QPoint()).y()
        assert under > part.mapTo(made, QPoint()).y()
        below = [p for p in made.parts.values() if p.isVisible() and p is not part]
        assert all(p.mapTo(made, QPoint()).y() < under for p in below)
        assert [p.isVisible() for p in made.parts.values()] == [i <= index for i in range(3)]
        tap_part(made, index, clock)


def test_a_date_can_be_shown_again(pickers: DatePickers) -> None:
    pickers.set_value(DateValue(1999, 12, None, True))
    assert pickers.value() == DateValue(1999, 12, None, True)
    names = [part.accessibleName() for part in pickers.parts.values()]
    assert "1999" in names[0]
    assert "mes 12" in names[1]
    assert "No sé" in names[2]
    pickers.set_value(None)
    assert pickers.value() is None


@pytest.mark.parametrize("tone", list(Tone))
def test_a_callout_has_an_icon_and_words_and_not_only_a_color(look: Look, tone: Tone) -> None:
    box = Callout(look, tone, Pair("Alto. No lo mande.", "Stop."), [Pair("Porque no.", "Because.")])
    assert tone.value
    words = [w.pair.first for w in box.findChildren(TextPair)]
    assert words == ["Alto. No lo mande.", "Porque no."]
    assert box.accessibleName() == "Alto. No lo mande."


def test_from_right_to_left_the_words_stand_clear_of_the_icon(qtbot: QtBot, look: Look) -> None:
    box = Callout(look, Tone.STOP, Pair("Alto", "Stop"))
    qtbot.addWidget(box)
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box.resize(800, box.heightForWidth(800))
    box.show()
    (words,) = box.findChildren(TextPair)
    assert words.geometry().right() < 800 - look.scale.mm(15)
    assert words.x() < look.scale.mm(7)


def test_years_that_have_the_page_for_themselves_are_large(qtbot: QtBot, look: Look) -> None:
    widths = []
    for alone in (False, True):
        made = DatePickers(look, LABEL, TEXTS, last=date(2026, 11, 24), stays_open=alone)
        qtbot.addWidget(made)
        made.ask()
        (panel,) = made.findChildren(DatePanel)
        widths.append(panel.buttons[0]._words.natural_width())
    assert widths[1] > 1.3 * widths[0]


def _cue(editor: QWidget) -> bool:
    """Whether something is drawn at the end of the first line of a field."""
    image = editor.grab().toImage()
    middle = min(editor.height() // 2, 40)
    box = (range(editor.width() - 70, editor.width() - 8), range(middle - 12, middle + 12))
    return len({image.pixel(x, y) for x in box[0] for y in box[1]}) > 3


@pytest.mark.parametrize("kind", [TextField, TextArea])
def test_an_empty_field_shows_that_one_can_write_there(
    qtbot: QtBot, look: Look, kind: type[TextField | TextArea]
) -> None:
    field = kind(look, LABEL)
    qtbot.addWidget(field)
    field.resize(700, 300)
    field.show()
    editor = field.editor
    other = QWidget(field, focusPolicy=Qt.FocusPolicy.StrongFocus)
    other.show()
    other.setFocus()
    assert _cue(editor)
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    assert not _cue(editor), "the keyboard is there now"
    other.setFocus()
    assert _cue(editor)
    field.set_text("Ana")
    assert not _cue(editor)


def test_a_field_with_keys_of_its_own_beside_it_needs_no_pencil(qtbot: QtBot, look: Look) -> None:
    entry = ANumberEntry(look, name="a", remove=Pair("Quitar"), max_length=40)
    qtbot.addWidget(entry)
    entry.resize(700, 300)
    assert not _cue(entry.editor)
