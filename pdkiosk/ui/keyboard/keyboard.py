"""The keyboard on the screen: keys for fingers, in the look of the page, above the bottom bar."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from pdkiosk.language.message import Message
from pdkiosk.ui.keyboard import editing
from pdkiosk.ui.keyboard.editing import Editor
from pdkiosk.ui.keyboard.geometry import Measures, place, without_enter
from pdkiosk.ui.keyboard.key import Fonts, Key
from pdkiosk.ui.keyboard.layout import (
    A_NUMBER_PAGE,
    DIGITS,
    FALLBACK,
    NUMBER_PAGE,
    Action,
    KeyLayout,
)
from pdkiosk.ui.keyboard.pad import Pad
from pdkiosk.ui.keyboard.shift import Shift
from pdkiosk.ui.keyboard.watch import EditorWatch
from pdkiosk.ui.keyboard.wording import (
    KEYBOARD,
    LOCKED_NAME,
    MORE_LOCKED_NAME,
    MORE_NAME,
    SHIFT_NAME,
    Face,
    faces,
    other_faces,
)
from pdkiosk.ui.keyboard.words import Choice, Words
from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.pair import Pair

_PRESSES = {
    Action.ENTER: Qt.Key.Key_Return,
    Action.DELETE: Qt.Key.Key_Backspace,
    Action.LEFT: Qt.Key.Key_Left,
    Action.RIGHT: Qt.Key.Key_Right,
}
_HINT = Qt.InputMethodHint
_LETTERS = re.compile(r"[A-Za-z]*\Z")


def _spelled(words: Words, before: str) -> tuple[str, list[Choice]]:
    """The typed letters before the cursor, and the words that they spell."""
    found = _LETTERS.search(before)
    letters = found[0] if found else ""
    return letters, words.spelled_by(letters.lower())


class Keyboard(Pad):
    """Types into the focused editor. Appears when an editor is touched, if ``enabled``.

    It is part of the window's layout, hidden until needed; call ``apply_look`` first. It stores
    nothing of what was typed. ``opened`` tells that it has appeared (True) or disappeared.
    """

    opened = Signal(bool)

    def __init__(
        self, layouts: Mapping[str, KeyLayout], window: QWidget, *, enabled: bool = True
    ) -> None:
        super().__init__(window)
        self._layouts = layouts
        self._window = window
        self._enabled = enabled
        self._speaks = ("", "")
        self._language = FALLBACK
        self._fonts: Fonts | None = None
        self._faces: dict[Action, Face] = {}
        self._other_faces: dict[Action, Face] = {}
        self._shift_names = self._more_names = ("", "")
        self._layout = layouts[FALLBACK]
        self._page = self._layout.first_page
        self._arranged: tuple[object, ...] = ()
        self._further = 0  # words that were skipped
        self._editor: Editor | None = None
        self._shift = Shift()
        self.setObjectName("keyboard")
        self.hide()
        self.tapped.connect(self._activate)
        self.repeated.connect(self._delete)
        self._watch = EditorWatch(window)
        self._watch.touched.connect(self._on_touched)
        self._watch.moved.connect(self._on_moved)
        self._watch.left.connect(self.put_away)

    # ---- the window's side -----------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether the keyboard is on the screen."""
        return not self.isHidden()

    def apply_look(
        self, look: Look, say: Callable[[Message], Pair], languages: tuple[str, str]
    ) -> None:
        """Applies a page's look and languages; does nothing if they are unchanged.

        ``say`` renders a message in the languages of the screen, the second of which may be "".
        Raises LayoutError if a key has no words.
        """
        if look is self.look and languages == self._speaks:
            return  # a page rebuilt while someone is typing: do not lose any finger
        first, _ = self._speaks = languages
        name = first if first in self._layouts and first != DIGITS else FALLBACK
        self._faces = faces((self._layouts[each] for each in (FALLBACK, DIGITS, name)), say)
        self._other_faces = other_faces(say)
        self._shift_names = (say(SHIFT_NAME).spoken(), say(LOCKED_NAME).spoken())
        self._more_names = (say(MORE_NAME).spoken(), say(MORE_LOCKED_NAME).spoken())
        self.look = look
        self._fonts = Fonts(look)
        if name != self._language:
            self._language = name
            self._shift.reset()
        self.setAccessibleName(say(KEYBOARD).spoken())
        self._arranged = ()
        if self.is_open and self._editor is not None and isValid(self._editor):
            self._choose_layout(self._editor)
            self._arrange()

    def put_away(self) -> None:
        """Hides the keyboard: another page has come, or typing is finished."""
        self.forget_fingers()
        self._let_go()
        self._shift.reset()
        self._page = ""
        if self.is_open:
            self.hide()
            self.opened.emit(False)

    def _on_touched(self, editor: Editor) -> None:
        if not self._enabled or self.look is None or editor.property("own_keys"):
            return
        self._take(editor)
        if not self.is_open:
            self._arrange()
            self.come()
            layout = self._window.layout()
            if layout is not None:
                layout.activate()  # now, or everything would be painted twice
            self.opened.emit(True)

    def _on_moved(self, editor: Editor) -> None:
        if self.is_open:
            self._take(editor)
            self._arrange()

    def _take(self, editor: Editor) -> None:
        """Directs typing to this editor from now on."""
        if editor is not self._editor:
            old = self._editor
            # The same question on a rebuilt page still has the same text.
            same = (
                old is not None and isValid(old) and old.objectName() == editor.objectName() != ""
            )
            self._let_go()
            self._editor = editor
            editor.cursorPositionChanged.connect(self._on_cursor)
            if not same:
                self._shift.reset()
                self._page = ""
        self._choose_layout(editor)
        self._on_cursor()

    def _let_go(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None and isValid(editor):
            editor.cursorPositionChanged.disconnect(self._on_cursor)

    def _choose_layout(self, editor: Editor) -> None:
        hints = editing.hints(editor)
        if hints & (_HINT.ImhDigitsOnly | _HINT.ImhPreferNumbers):
            self._layout = self._layouts[DIGITS]
            self._page = NUMBER_PAGE if hints & _HINT.ImhDigitsOnly else A_NUMBER_PAGE
            return
        self._layout = self._layouts[self._language]
        if self._page not in self._layout.pages:
            self._page = self._layout.first_page

    # ---- the keys --------------------------------------------------------------------

    def _arrange(self) -> None:
        """Puts the keys of the page in their places; does nothing if nothing has changed."""
        if self.look is None or self._fonts is None:
            return
        width = self.width() if self.is_open else self._window.width()
        lines = self._editor is not None and editing.takes_lines(self._editor)
        named = self._editor is not None and self._takes_names(self._editor)
        wanted = (self._layout.name, self._page, lines, named, width)
        if wanted == self._arranged:
            return
        self._arranged = wanted
        rows = self._layout.pages[self._page]
        if not lines:
            rows = tuple(without_enter(row) for row in rows)
        pairs = any(face.label.second for face in self._faces.values())
        wished = self._fonts.one_line_mm
        if pairs:
            wished = max(wished, self._fonts.two_lines_mm)
        measures = Measures.of(self.look.scale, wished, self._layout, len(rows))
        placed = place(rows, self._layout.columns, width, measures)
        self.put_keys(placed, measures, self._fonts, self._faces_here(named))
        self._show_capitals()
        self._show_forms()

    def _faces_here(self, named: bool) -> dict[Action, Face]:
        """The faces of this keyboard's keys; ``named``: for an editor for names."""
        shown = dict(self._faces)
        for name, label in self._layout.labels.items():
            action = Action(name)
            shown[action] = shown[action]._replace(label=Pair(label))
        if not self._has_capitals:
            shown[Action.SHIFT] = self._other_faces[Action.SHIFT]
        if named:
            shown[Action.LATIN] = self._other_faces[Action.LATIN]
        return shown

    @property
    def _has_capitals(self) -> bool:
        return self._layout.has_capitals or self._page == Action.LATIN.page

    @staticmethod
    def _takes_names(editor: Editor) -> bool:
        return bool(editing.hints(editor) & _HINT.ImhPreferUppercase)

    def _show_forms(self) -> None:
        """Shows on the form keys the forms of the letter before the cursor, or possible ones."""
        editor = self._editor
        before = editing.text_before(editor) if editor and isValid(editor) else ""
        if self._layout.words is not None:
            self._show_words(self._layout.words, before)
            return
        before = before[-1:]
        forms = self._layout.forms_of(before)
        for key in self.shown_keys():
            if key.spec.form:
                place = key.spec.form
                sample = self._layout.families[0] if self._layout.families else ""
                found = (forms or sample)[place : place + 1]
                # Choosing the current form again restores the basic letter.
                shown = forms[0] if forms and found == before else found
                key.set_form(shown, live=bool(forms and found))

    def _show_words(self, words: Words, before: str) -> None:
        """Shows the words that the letters before the cursor spell, or possible ones."""
        _letters, choices = _spelled(words, before)
        if self._further >= len(choices):
            self._further = 0
        for key in self.shown_keys():
            place = self._further + key.spec.form - 1
            if key.spec.form and place < len(choices):
                key.set_form(choices[place].text, live=True)
            elif key.spec.form:
                key.set_form("" if choices else words.sample[place], live=False)

    def _show_capitals(self) -> None:
        capital, locked = self._shift.capital, self._shift.locked
        names = self._shift_names if self._has_capitals else self._more_names
        for key in self.shown_keys():
            if key.spec.text:
                key.set_capital(capital)
            elif key.spec.action is Action.SHIFT:
                key.set_shift(capital, locked, names[locked])

    def _on_cursor(self, *_: object) -> None:
        editor = self._editor
        if editor is None or not isValid(editor):
            return
        hints, before = editing.hints(editor), editing.text_before(editor)
        wanted = self._layout.name != DIGITS and not hints & _HINT.ImhNoAutoUppercase
        wanted = wanted and self._has_capitals
        each_word = self._takes_names(editor) and before[-1:].isspace()
        self._shift.begins = wanted and (each_word or editing.wants_capital(before))
        self._further = 0
        self._show_capitals()
        self._show_forms()

    def resizeEvent(self, event: object) -> None:
        if self.is_open:
            self._arrange()

    # ---- what a key does -------------------------------------------------------------

    def _target(self) -> Editor | None:
        """The editor to type into: a screen reader may press a key while the key has the focus."""
        editor = self._watch.editor
        if editor is None and self._editor is not None and isValid(self._editor):
            editor = self._editor
        return editor

    def _activate(self, key: Key) -> None:
        action = key.spec.action
        editor = self._target()
        if action is Action.DONE:
            self._done(editor)
        elif action is Action.SHIFT:
            self._shift.touch()
            self._show_capitals()
        elif action is not None and action.page:
            self._page = action.page
            self._shift.reset()
            self._arrange()
            self._on_cursor()
        elif action is Action.FURTHER:
            self._further += sum(bool(shown.spec.form) for shown in self.shown_keys())
            self._show_forms()
        elif editor is not None:
            self._type(editor, key)

    def _type(self, editor: Editor, key: Key) -> None:
        action = key.spec.action
        if action is None:
            sign = key.sign
            if key.spec.form and self._layout.words is not None:
                letters, choices = _spelled(self._layout.words, editing.text_before(editor))
                chosen = choices[self._further + key.spec.form - 1 :][:1] if sign else []
                for choice in chosen:  # the remaining letters are for the next word
                    rest = letters[choice.letters :]
                    editing.replace_before(editor, choice.text + rest, len(letters))
                self._on_cursor()
                return
            if key.spec.form:
                editing.replace_before(editor, sign)
                self._on_cursor()
                return
            # Before telling the editor, because its reaction may rebuild this page.
            letter = sign.lower() != sign.upper() or not self._has_capitals
            self._shift.typed(letter)
            editing.type_text(editor, sign)
        elif action is Action.SPACE:
            editing.type_text(editor, " ")
        else:
            editing.press(editor, _PRESSES[action])
        self._on_cursor()

    def _delete(self) -> None:
        editor = self._target()
        if editor is not None:
            editing.press(editor, Qt.Key.Key_Backspace)

    def _done(self, editor: Editor | None) -> None:
        self.put_away()
        if isinstance(editor, QLineEdit):
            editor.editingFinished.emit()  # handle what was typed now, not later
