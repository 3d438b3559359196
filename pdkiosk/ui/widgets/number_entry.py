"""A whole number, entered on a pad or typed; empty means not answered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.digit_pad import DigitPad
from pdkiosk.ui.widgets.field import Field
from pdkiosk.ui.widgets.geometry import spaced
from pdkiosk.ui.widgets.kiosk_editors import LineEditor
from pdkiosk.ui.widgets.labels import TextPair
from pdkiosk.ui.widgets.pair import NOTHING, Pair

_FEW = 4
_PAD_MM, _LONG_PAD_MM = 16.0, 11.0  # beside the digits


class NumberEntry(Field):
    """Shows the number exactly as entered, valid or not; it never changes it.

    ``pad`` has the keys and must be placed by the caller. The next digit replaces a number that was
    there when the page appeared or that was itself touched. ``changed`` carries the number as an
    int, or None, when the person changes it.
    """

    changed = Signal(object)

    def __init__(
        self,
        look: Look,
        *,
        name: str,
        remove: Pair,
        unit: Pair = NOTHING,
        digits: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        """``digits``: the maximum number of digits; one more is accepted, so that none is lost."""
        super().__init__(look, NOTHING, parent=parent)
        self._digits = digits
        self._replaced = False
        self.editor = LineEditor(look, self)
        # Dollar amounts are longer than an age, and their unit is beside them.
        long = digits > _FEW
        self.editor.setFont(look.font(TextRole.QUESTION if long else TextRole.ANSWER))
        self.editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.editor.setMaxLength(digits)
        self.editor.take_only_digits()
        letter = self.editor.fontMetrics()
        pad_mm = _LONG_PAD_MM if long else _PAD_MM
        width = letter.horizontalAdvance("0" * digits) + look.scale.mm(pad_mm)
        height = max(look.scale.mm(26.0), round(letter.height() * 1.25))
        self.editor.setFixedSize(width, height)
        self.editor.setProperty("own_keys", True)  # the on-screen keyboard stays hidden
        self.editor.installEventFilter(self)
        row = spaced(QHBoxLayout(), look.scale.mm(5.0))
        row.addWidget(self.editor, 0)
        if unit:
            words = TextPair(look, unit, TextRole.CARD_LARGE, inline=True, parent=self)
            row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            row.addStretch(1)
        self.body.addLayout(row)
        self.pad = DigitPad(look, remove, name, parent=self)
        self.pad.digit.connect(self._add)
        self.pad.removed.connect(self._remove)
        # Not textEdited: assistive tools change the text without it.
        self.editor.textChanged.connect(self._on_changed)

    def control(self) -> QWidget:
        return self.editor

    def value(self) -> int | None:
        """The number shown, whether or not it is a valid answer."""
        text = self.editor.text()
        return int(text) if text else None

    def set_value(self, value: int | None) -> None:
        """Shows a number, without ``changed``; the next digit replaces it."""
        with QSignalBlocker(self.editor):
            self.editor.setText("" if value is None else str(value))
        self._replaced = value is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and event.type() is QEvent.Type.MouseButtonRelease:
            self._replaced = bool(self.editor.text())
            self.editor.selectAll()
        return False

    def _add(self, digit: str) -> None:
        text = "" if self._replaced else self.editor.text()
        self._replaced = False
        if len(text) < self._digits:
            self.editor.setText(text + digit)

    def _remove(self) -> None:
        self._replaced = False
        self.editor.setText(self.editor.text()[:-1])

    def _on_changed(self) -> None:
        self._replaced = False
        self.changed.emit(self.value())
