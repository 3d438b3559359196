"""The bar at the bottom: Back, a status line, and the primary button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from pdkiosk.language.message import Message
from pdkiosk.ui import wording
from pdkiosk.ui.screens.page import Aside, Page, PageContext
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import BigButton, ButtonKind, Pair, Surface, SurfaceKind, TextPair
from pdkiosk.ui.widgets.focus_order import put_in_order
from pdkiosk.ui.widgets.geometry import spaced

_BACK_MM, _FORWARD_MM = 45.0, 70.0
_LEAST_HINT_EMS = 9  # if narrower, a hint would become a column of single words
# How many buttons at each end keep their picture, and the padding of the others in millimeters.
_TRIES = ((1, 4.5), (1, 3.5), (0, 4.5), (0, 3.5), (0, 2.0))


class BottomBar(Surface):
    """The content comes from a page; ``show_page`` is called again when it has changed.

    ``leave``: different words for the back button if it leads out. ``squeezed``: the buttons did
    not fit and gave up decorations that other pages may have.
    """

    back = Signal()
    forward = Signal()
    aside = Signal()

    def __init__(self, context: PageContext, page: Page, *, leave: Message | None = None) -> None:
        super().__init__(context.look, SurfaceKind.BOTTOM_BAR)
        look = context.look
        self._context = context
        column = QVBoxLayout(self)
        side, pad = look.scale.mm(7), look.scale.mm(3.8)
        column.setContentsMargins(side, pad, side, pad)
        column.setSpacing(look.scale.mm(2.6))
        self.squeezed = False
        self._above = QHBoxLayout()
        column.addLayout(self._above)
        self._row = spaced(QHBoxLayout(), look.scale.mm(4))
        column.addLayout(self._row)
        words, icon = (leave, "log-out") if leave else (wording.BACK, "arrow-left")
        self._back = self._button("back", words, self.back, ButtonKind.OUTLINE, icon)
        self._row.addWidget(self._back)
        self._hint: TextPair | None = None
        self._row.addStretch(1)
        self._aside: BigButton | None = None
        self._aside_shown: Aside | None = None
        self._forward: BigButton | None = None
        self.show_page(page)

    def _button(
        self, name: str, words: Message, asks: SignalInstance, kind: ButtonKind, icon: str = ""
    ) -> BigButton:
        button = BigButton(
            self._context.look,
            self._context.pair(words),
            kind=kind,
            icon=icon,
            icon_trailing=name == "next",
            bar=True,
            large=name != "aside",
            parent=self,
        )
        button.setObjectName(name)
        button.activated.connect(asks)
        return button

    @property
    def primary_button(self) -> BigButton | None:
        return self._forward

    def show_page(self, page: Page, *, read_on: bool = False) -> None:
        """Shows the page's current buttons and the line between them.

        ``read_on``: the primary button scrolls down the page.
        """
        self._show_forward(page, read_on)
        self._show_aside(page.aside)
        self._fit()
        put_in_order(self.stops)
        self._show_hint(page.hint)

    @property
    def stops(self) -> list[BigButton]:
        """The buttons in reading order: what is above comes first."""
        above = [each for each in (self._aside,) if each and self._above.indexOf(each) >= 0]
        return [*above, *(each for each in self._buttons() if each not in above)]

    def _show_forward(self, page: Page, read_on: bool) -> None:
        if self._forward is None and page.primary is not None:
            # The page may have appeared when there was nothing to go on to.
            self._forward = self._button(
                "next", page.primary, self.forward, ButtonKind.PRIMARY, page.primary_icon
            )
            self._row.addWidget(self._forward)
        if self._forward is None:
            return
        self._forward.setVisible(page.primary is not None)
        if page.primary is not None:
            words = wording.READ_ON if read_on else page.primary
            said = self._context.pair(words)
            if said != self._forward.pair:
                self._forward.set_pair(said)
            self._forward.set_icon("arrow-down" if read_on else page.primary_icon)
            quiet = page.primary_quiet and not read_on
            kind = ButtonKind.OUTLINE if quiet else ButtonKind.PRIMARY
            self._forward.set_kind(kind)

    def _show_aside(self, aside: Aside | None) -> None:
        if aside == self._aside_shown:
            return
        self._aside_shown = aside
        if self._aside is not None:
            self._aside.hide()
            self._aside.deleteLater()
            self._aside = None
        if aside is not None:
            self._aside = self._button("aside", aside.words, self.aside, ButtonKind.PLAIN)
            self._aside.set_icon(aside.icon)
            self._aside.setObjectName(aside.name)
            # Beside the primary button, whether or not there is a line between the buttons.
            last = self._row.indexOf(self._forward) if self._forward is not None else -1
            self._row.insertWidget(last, self._aside, 0, Qt.AlignmentFlag.AlignVCenter)
            self._aside.show()

    def _show_hint(self, hint: Message | None) -> None:
        if hint is None or self._aside is not None:
            if self._hint is not None:
                self._hint.hide()
            return
        words = Pair(self._context.pair(hint).first)
        if self._hint is None:
            self._hint = TextPair(
                self._context.look, words, TextRole.HINT, centered=True, parent=self
            )
            self._hint.setObjectName("hint")
            self._hint.hide()
            self._row.insertWidget(1, self._hint, 1000, Qt.AlignmentFlag.AlignVCenter)
        elif words != self._hint.pair:
            self._hint.set_pair(words)
        room = self._room() - self._taken()
        letters = self._context.look.font(TextRole.HINT).pixelSize()
        wide = room >= min(self._hint.sizeHint().width(), letters * _LEAST_HINT_EMS)
        most = self._context.look.scale.main_target + letters
        self._hint.setVisible(wide and self._hint.heightForWidth(max(1, room)) <= most)

    def _buttons(self) -> list[BigButton]:
        found = (self._back, self._aside, self._forward)
        return [each for each in found if each is not None and not each.isHidden()]

    def _room(self) -> int:
        look = self._context.look
        return look.scale.width_px - 2 * look.scale.mm(7)

    def _taken(self) -> int:
        widths = (max(b.sizeHint().width(), b.minimumWidth()) for b in self._buttons())
        return sum(width + self._row.spacing() for width in widths)

    def _fit(self) -> None:
        """If the buttons do not fit side by side, words take priority over pictures."""
        scale = self._context.look.scale
        self._back.setMinimumWidth(scale.mm(_BACK_MM))
        if self._forward is not None:
            self._forward.setMinimumWidth(scale.mm(_FORWARD_MM))
        if self._taken() <= self._room():
            return
        self.squeezed = True
        if self._aside is not None and self._above.indexOf(self._aside) < 0:
            self._row.removeWidget(self._aside)
            self._above.addStretch(1)
            self._above.addWidget(self._aside)
        buttons = [each for each in self._buttons() if each is not self._aside]
        for button in buttons:
            button.setMinimumWidth(0)
        for first, pad_mm in _TRIES:
            if sum(b.sizeHint().width() + self._row.spacing() for b in buttons) <= self._room():
                return
            for button in buttons[first : len(buttons) - first]:
                button.compact(pad_mm)
