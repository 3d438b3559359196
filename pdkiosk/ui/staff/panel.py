"""What every panel of the staff page is: a column of content, and words for the bottom bar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pdkiosk.language.message import Message
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import Callout, Column, TextPair, Tone
from pdkiosk.ui.widgets.icon_heading import IconHeading


class Panel(Column):
    """``go`` asks the room for another panel, "back" or "leave".

    ``bare``: it fills the screen, without bars and without scrolling. ``busy``: it works, so
    the page does not close by itself.
    """

    go = Signal(str)

    primary: Message | None = None
    primary_icon = "check"
    bare = False
    busy = False

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context.look, top_mm=6.5, spacing_mm=3.6, max_width_mm=385)
        self.context = context

    def forward(self) -> None:
        """The primary button was touched."""

    def typed(self, text: str) -> None:
        """A key of a keyboard was pressed that nothing else wanted."""

    def end(self) -> None:
        """The panel goes away."""

    def add_heading(self, message: Message, icon: str) -> None:
        """What the panel is for."""
        row = IconHeading(self.context.look, self.context.pair(message), icon, parent=self)
        row.setObjectName("heading")
        self.add(row)

    def add_text(self, message: Message, role: TextRole = TextRole.BODY) -> TextPair:
        """A paragraph."""
        words = TextPair(
            self.context.look, self.context.pair(message), role, max_chars=78, parent=self
        )
        self.add(words)
        return words

    def add_box(self, tone: Tone, title: Message, *body: Message) -> Callout:
        """A box for what must be noticed."""
        pairs = [self.context.pair(message) for message in body]
        box = Callout(self.context.look, tone, self.context.pair(title), pairs, parent=self)
        self.add(box)
        return box

    def take_away(self, widget: QWidget | None) -> None:
        """Removes a widget that was added."""
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
