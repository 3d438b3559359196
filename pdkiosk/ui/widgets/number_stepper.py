"""A whole number, stepped by two large buttons or typed; empty means not answered."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.big_button import BigButton, ButtonKind
from pdkiosk.ui.widgets.field import Field
from pdkiosk.ui.widgets.geometry import spaced
from pdkiosk.ui.widgets.kiosk_editors import LineEditor
from pdkiosk.ui.widgets.pair import NOTHING, Pair


class NumberStepper(Field):
    """A number from ``minimum`` to ``maximum``, or None. The first step goes to ``start``.

    ``changed`` carries an int or None, when the person changed it.
    """

    changed = Signal(object)

    def __init__(
        self,
        look: Look,
        label: Pair,
        *,
        less: Pair,
        more: Pair,
        minimum: int = 0,
        maximum: int = 99,
        start: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, label, parent=parent)
        self._minimum, self._maximum = minimum, maximum
        self._start = max(minimum, min(maximum, start))
        side = look.scale.main_target
        self.less_button = self._side_button("minus", less, side)
        self.editor = LineEditor(look, self)
        self.more_button = self._side_button("plus", more, side)
        self.editor.setFont(look.font(TextRole.CARD_LARGE))
        self.editor.setFixedSize(max(look.scale.mm(32), round(look.body_px * 4.4)), side)
        self.editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.editor.setMaxLength(len(str(maximum)))
        self.editor.take_only_digits()
        self.editor.setAccessibleName(label.spoken())
        row = spaced(QHBoxLayout(), look.scale.gap)
        row.addWidget(self.less_button)
        row.addWidget(self.editor)
        row.addWidget(self.more_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self._value: int | None = None
        self.less_button.activated.connect(lambda: self._step(-1))
        self.more_button.activated.connect(lambda: self._step(1))
        # Not textEdited: assistive tools change the text without it.
        self.editor.textChanged.connect(self._on_typed)
        self.editor.editingFinished.connect(self._write)

    def _side_button(self, icon: str, name: Pair, side: int) -> BigButton:
        button = BigButton(self.look, NOTHING, kind=ButtonKind.OUTLINE, icon=icon, parent=self)
        button.setAccessibleName(f"{name.spoken()}: {self.label.first}")
        button.setFixedSize(side, side)
        return button

    def control(self) -> QWidget:
        return self.editor

    def value(self) -> int | None:
        """The number, or None if it is empty or out of bounds."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Sets the number, without ``changed``."""
        self._value = value
        self._write()

    def _step(self, by: int) -> None:
        value = self._start if self._value is None else self._value + by
        self._become(max(self._minimum, min(self._maximum, value)))
        self._write()

    def _on_typed(self, text: str) -> None:
        number = int(text) if text else None
        inside = number is not None and self._minimum <= number <= self._maximum
        self._become(number if inside else None)  # too small: perhaps only half typed

    def _become(self, value: int | None) -> None:
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def _write(self) -> None:
        text = "" if self._value is None else str(self._value)
        if self.editor.text() != text:
            with QSignalBlocker(self.editor):
                self.editor.setText(text)
