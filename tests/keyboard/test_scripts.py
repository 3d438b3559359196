"""People write in their own letters by taps, and in Latin ones where a court has them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pdkiosk.ui.keyboard.layout import Action
from tests.keyboard.conftest import MakeWindow
from tests.keyboard.window import SCREENS, Window, layouts

LEAST_MM, GAP_MM = 12.7, 2.54
WRITTEN = {
    "pt": "Não sei. São João, 5 anos",
    "ht": "Mwen rele Jean. Li gen 5 an",
    "fr": "Où est né François",
    "ru": "Меня зовут Алексей",
    "ar": "اسمي أحمد ؟ آمنة",
    "fa": "می\u200cخواهم بمانم. گلی",
    "hi": "मेरा नाम आशा है। घर",
    "pa": "ਮੇਰਾ ਨਾਂ ਸਿੰਘ ਹੈ। ਅੱਜ",
    "bn": "আমার নাম রহিম। ঢাকা",
}
FORMS = {
    "am": "ሰ ለ form3 መ form5 space ቀ form7 ነ form5 ቀ form7",
    "vi": "N g u y ê form3 n",
}
MADE = {"am": "ሰላም ቋንቋ", "vi": "Nguyễn"}


def window_in(make_window: MakeWindow, language: str) -> Window:
    return make_window(first=language, second="en")


@pytest.mark.parametrize("language", WRITTEN)
def test_a_sentence_is_written_by_finger(make_window: MakeWindow, language: str) -> None:
    window = window_in(make_window, language)
    window.open_at(window.area.editor)
    window.writes(WRITTEN[language])
    assert window.area.editor.toPlainText() == WRITTEN[language]


@pytest.mark.parametrize("language", FORMS)
def test_a_letter_takes_another_form(make_window: MakeWindow, language: str) -> None:
    window = window_in(make_window, language)
    editor = window.line.editor
    window.open_at(editor)
    seen: list[str] = []
    window.line.changed.connect(seen.append)
    touches = FORMS[language].split()
    for key in touches:
        if len(key) == 1:
            window.tap(key)
        else:
            window.touch(window.middle(named(window, key)))
    assert editor.text() == MADE[language]
    assert len(seen) == len(touches), "each touch is one change, with nothing in between"


def test_the_form_that_is_there_gives_the_letter_again(make_window: MakeWindow) -> None:
    window = window_in(make_window, "vi")
    window.open_at(window.line.editor)
    window.writes("A")
    window.touch(window.middle(named(window, "form1")))
    assert window.line.editor.text() == "À"
    window.touch(window.middle(named(window, "form1")))
    assert window.line.editor.text() == "A"
    window.writes("b")
    window.touch(window.middle(named(window, "form1")))
    assert window.line.editor.text() == "Ab", "b has no form"


def test_forms_are_shown_before_they_are_touched(make_window: MakeWindow) -> None:
    window = window_in(make_window, "am")
    window.open_at(window.line.editor)
    assert named(window, "form1").accessibleName() == "ሁ"  # one that there can be
    window.tap("ለ")
    names = [named(window, f"form{number}").accessibleName() for number in range(1, 8)]
    assert "".join(names) == "ሉሊላሌልሎሏ"


def test_a_name_is_written_as_on_court_papers(make_window: MakeWindow) -> None:
    window = window_in(make_window, "ar")
    editor = window.line.editor
    editor.setInputMethodHints(editor.inputMethodHints() | Qt.InputMethodHint.ImhPreferUppercase)
    window.open_at(editor)
    latin = window.key(Action.LATIN)
    assert "أوراق المحكمة" in latin.accessibleName(), "court papers"
    window.tap(Action.LATIN)
    window.writes("Ahmad Ali")
    assert editor.text() == "Ahmad Ali"
    assert named(window, "letters")._face.label.first == "أبت"
    window.tap(Action.LETTERS)
    window.writes("ا")
    assert editor.text() == "Ahmad Aliا"


def test_elsewhere_the_key_says_only_what_it_shows(make_window: MakeWindow) -> None:
    window = window_in(make_window, "ru")
    window.open_at(window.area.editor)
    face = window.key(Action.LATIN)._face
    assert face is not None and face.label.first == "ABC"
    assert window.key(Action.SHIFT).accessibleName() == "Заглавные буквы"


def test_letters_without_capitals_never_turn_by_themselves(make_window: MakeWindow) -> None:
    window = window_in(make_window, "hi")
    window.open_at(window.area.editor)
    shift = window.key(Action.SHIFT)
    assert not shift.isChecked() and shift.accessibleName() == "More letters"
    window.tap(Action.SHIFT)
    window.tap("आ")
    assert not window.key(Action.SHIFT).isChecked(), "More is for one letter"
    window.tap(Action.LATIN)
    window.writes("ab, c.")
    assert window.area.editor.toPlainText() == "आab, c."


def test_plastic_keys_write_any_script(make_window: MakeWindow) -> None:
    window = window_in(make_window, "ar")
    window.open_at(window.line.editor)
    window.tap("م")
    QTest.keyClicks(window.line.editor, "abc")
    assert window.line.editor.text() == "مabc" and window.keyboard.is_open


@pytest.mark.parametrize("language", sorted({*WRITTEN, *FORMS}))
@pytest.mark.parametrize(("size", "diagonal"), [SCREENS[0], ((1024, 768), 15.0), SCREENS[4]])
def test_keys_of_every_language_are_large_enough(
    make_window: MakeWindow, size: tuple[int, int], diagonal: float, language: str
) -> None:
    window = make_window(size=size, diagonal=diagonal, first=language)
    mm = window.look.scale.px_per_mm
    window.open_at(window.area.editor)
    assert window.keyboard.height() < 0.45 * window.height()
    for page in layouts()[language].pages:
        window.keyboard._page = page
        window.keyboard._arrange()
        keys = window.keyboard.shown_keys()
        assert {key.spec for key in keys} == {
            key for row in layouts()[language].pages[page] for key in row if not key.blank
        }
        for i, key in enumerate(keys):
            place = key.geometry()
            assert min(place.width(), place.height()) >= LEAST_MM * mm
            assert window.keyboard.rect().contains(place)
            grown = place.adjusted(*(round(side * GAP_MM * mm) for side in (-1, -1, 1, 1)))
            assert not any(grown.intersects(other.geometry()) for other in keys[:i])


def test_each_language_has_its_own_keyboard_after_another(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = window_in(make_window, "ru")
    window.open_at(window.line.editor)
    window.writes("Да")
    window.build("en", "")
    window.open_at(window.line.editor)
    window.writes("Yes")
    assert window.line.editor.text() == "Yes"
    window.build("qqm", "en")  # without one of its own
    window.open_at(window.line.editor)
    assert window.key("Q").accessibleName() == "Q"


def named(window: Window, name: str):  # type: ignore[no-untyped-def]
    """The key with a name of the layout's file."""
    return next(key for key in window.keyboard.shown_keys() if key.spec.name == name)
