"""The bars of the staff page: where one is; the way back and the one button that goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from pdkiosk.language.message import Message
from pdkiosk.ui import wording
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import BigButton, ButtonKind, Surface, SurfaceKind, TextPair

# Translators: at the top of all pages that only the staff of the library use.
_STAFF = Message("For staff only", "staff.bar")
# Translators: leaves the pages that only the staff of the library use.
_LEAVE = Message("Leave the staff page", "staff.leave")


class StaffTopBar(Surface):
    """Says that this is not for the people who come to write."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context.look, SurfaceKind.TOP_BAR)
        look = context.look
        row = QHBoxLayout(self)
        side, pad = look.scale.mm(7), look.scale.mm(4)
        row.setContentsMargins(side, pad, side, pad)
        words = TextPair(
            look,
            context.pair(_STAFF),
            TextRole.BAR,
            inline=True,
            colour=look.theme.on_top,
            second_colour=look.theme.on_top_second,
            parent=self,
        )
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)


class StaffBottomBar(Surface):
    """Back (or leave, from the first panel) at the left, the primary button at the right."""

    back = Signal()
    forward = Signal()

    def __init__(
        self, context: StaffContext, primary: Message | None, icon: str, *, first: bool
    ) -> None:
        super().__init__(context.look, SurfaceKind.BOTTOM_BAR)
        look = context.look
        row = QHBoxLayout(self)
        side, pad = look.scale.mm(7), look.scale.mm(4)
        row.setContentsMargins(side, pad, side, pad)
        row.setSpacing(look.scale.mm(5))
        back = BigButton(
            look,
            context.pair(_LEAVE if first else wording.BACK),
            icon="log-out" if first else "arrow-left",
            bar=True,
            parent=self,
        )
        back.setObjectName("back")
        back.activated.connect(self.back)
        row.addWidget(back)
        row.addStretch(1)
        if primary is not None:
            button = BigButton(
                look,
                context.pair(primary),
                kind=ButtonKind.PRIMARY,
                icon=icon,
                icon_trailing=True,
                bar=True,
                parent=self,
            )
            button.setObjectName("next")
            button.activated.connect(self.forward)
            row.addWidget(button)
