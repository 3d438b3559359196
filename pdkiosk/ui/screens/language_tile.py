"""A language on the start screen: its name, a listen button, and a note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets import BigButton, TextPair
from pdkiosk.ui.widgets.geometry import from_start, take_height_for_width

_ROOMY_FROM_EMS = 36  # from this screen height on, both are larger than the minimum
_ROOMY_MM = (34, 22)  # their heights there
_UPRIGHT_MM = (60, 38)  # and on portrait screens


class LanguageTile(QWidget):
    """A button to read in a language, and one to hear it: below, or ``beside``.

    ``note`` is shown below both.
    """

    def __init__(
        self,
        look: Look,
        card: BigButton,
        listen: BigButton,
        note: TextPair | None = None,
        *,
        beside: bool = False,
    ) -> None:
        super().__init__()
        self._look, self._card, self._listen, self._note = look, card, listen, note
        self._beside = beside
        for part in (card, listen, note):
            if part is not None:
                part.setParent(self)
        self._gap = look.scale.mm(3.0)
        self._note_gap = look.scale.mm(1.0 if beside else 2.0)
        take_height_for_width(self)

    def least_width(self) -> int:
        """The narrowest width, pixels, at which no word is torn."""
        card, listen = self._card.sizeHint().width(), self._listen.sizeHint().width()
        return card + self._gap + listen if self._beside else max(card, listen)

    def _heights(self, width: int) -> tuple[int, int, int]:
        scale = self._look.scale
        note = self._note.heightForWidth(width) if self._note is not None else 0
        if self._beside:
            both = max(scale.main_target, self._card.heightForWidth(self._card_width(width)))
            return both, both, note
        roomy = scale.height_px >= self._look.body_px * _ROOMY_FROM_EMS
        high = scale.height_px > scale.width_px
        least = (_UPRIGHT_MM if high else _ROOMY_MM) if roomy else (0, 0)
        card = max(scale.mm(least[0]), self._card.heightForWidth(width))
        listen = max(scale.mm(least[1]), self._listen.heightForWidth(width))
        return card, listen, note

    def _card_width(self, width: int) -> int:
        return max(1, width - self._gap - self._listen.sizeHint().width())

    def heightForWidth(self, width: int) -> int:
        card, listen, note = self._heights(width)
        below = self._note_gap + note if note else 0
        return (card if self._beside else card + self._gap + listen) + below

    def sizeHint(self) -> QSize:
        width = self.least_width()
        return QSize(width, self.heightForWidth(width))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # a button's words have changed
            self.updateGeometry()
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        width = self.width()
        card, listen, note = self._heights(width)
        if self._beside:
            room = self._card_width(width)
            rest = width - self._gap - room
            self._card.setGeometry(from_start(self, 0, room), 0, room, card)
            self._listen.setGeometry(from_start(self, room + self._gap, rest), 0, rest, listen)
            foot = card
        else:
            self._card.setGeometry(0, 0, width, card)
            self._listen.setGeometry(0, card + self._gap, width, listen)
            foot = card + self._gap + listen
        if self._note is not None:
            self._note.setGeometry(0, foot + self._note_gap, width, note)
