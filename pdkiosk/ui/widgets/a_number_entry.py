"""An input for the A-number, by pad or keyboard, in groups of three as on official papers."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.digit_pad import DigitPad
from pdkiosk.ui.widgets.pair import NOTHING, Pair
from pdkiosk.ui.widgets.text_fields import TextField

_DIGITS = 9


class ANumberEntry(TextField):
    """The field; ``pad`` has the keys and must be placed by the caller.

    ``full``: a digit was touched that no longer fits. What is typed on a physical keyboard stays as
    typed.
    """

    full = Signal()

    def __init__(
        self,
        look: Look,
        *,
        name: str,
        remove: Pair,
        max_length: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, NOTHING, max_length=max_length, parent=parent)
        editor = self.editor
        editor.setFont(look.font(TextRole.HEADING))
        editor.setMinimumHeight(
            max(look.scale.mm(24.0), round(editor.fontMetrics().height() * 1.6))
        )
        editor.setInputMethodHints(editor.inputMethodHints() | Qt.InputMethodHint.ImhPreferNumbers)
        editor.setProperty("own_keys", True)  # the on-screen keyboard stays hidden
        editor.installEventFilter(self)
        self._replaced = False
        editor.textChanged.connect(self._on_text)
        self.pad = DigitPad(look, remove, name, parent=self)
        self.pad.digit.connect(self._add)
        self.pad.removed.connect(self._remove)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and event.type() is QEvent.Type.MouseButtonRelease:
            self._replaced = bool(self.editor.text())
            self.editor.selectAll()
        return False

    def _on_text(self) -> None:
        self._replaced = False

    def _add(self, digit: str) -> None:
        digits = "" if self._replaced else _digits(self.editor.text())
        if len(digits) < _DIGITS:
            self.editor.setText(_grouped(digits + digit))
        else:
            self.full.emit()

    def _remove(self) -> None:
        self.editor.setText(_grouped(_digits(self.editor.text())[:-1]))


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def _grouped(digits: str) -> str:
    """The digits after the letter A, in groups of three."""
    threes = [digits[start : start + 3] for start in range(0, len(digits), 3)]
    return " ".join(["A", *threes]) if digits else ""
