"""The two bars around a page: where I am and the tools; the ways back, out and on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pdkiosk.guide.model import Section, said
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.page import PageContext
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import (
    NOTHING,
    BigButton,
    ButtonKind,
    Pair,
    ProgressBar,
    Surface,
    SurfaceKind,
    TextPair,
    ToolButton,
)
from pdkiosk.ui.widgets.icon_note import IconBeside

_NARROW_EMS = 36
# How many buttons at each end keep their picture, and the millimetres beside the others' words.
_TRIES = ((1, 4.5), (1, 3.5), (0, 4.5), (0, 3.5), (0, 2.0))


class TopBar(QWidget):
    """Hiding in the corner, section and step, the tools at the right, the progress under all."""

    tool = Signal(Tool)
    listen = Signal()
    hiding = Signal()

    def __init__(self, context: Context, section: Section, part: float) -> None:
        super().__init__()
        look = context.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = Surface(look, SurfaceKind.TOP_BAR, self)
        row = QHBoxLayout(bar)
        side, pad = look.scale.mm(7), look.scale.mm(3)
        row.setContentsMargins(side, pad, side, pad)
        row.setSpacing(look.scale.mm(3.5))
        hide = ToolButton(look, icon="eye-off", accessible=context.pair(wording.HIDE), parent=bar)
        hide.setObjectName("tool.hide")
        hide.activated.connect(self.hiding)
        # In the corner: no language and no text size moves it.
        row.addWidget(hide, 0, Qt.AlignmentFlag.AlignVCenter)
        sections = context.guide.section
        number = sections.index(section) + 1
        words = context.pair(wording.STEP(section=said(section.title), n=number, all=len(sections)))
        place = TextPair(
            look,
            _kept_together(words),
            TextRole.BAR,
            colour=look.theme.on_top,
            second_colour=look.theme.on_top_second,
            parent=bar,
        )
        place.setObjectName("place")
        beside = IconBeside(look, section.icon, colour=look.theme.on_top, parent=bar)
        beside.column.addWidget(place, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(beside, 1, Qt.AlignmentFlag.AlignVCenter)
        for kind, pair, icon, accessible in (
            (None, NOTHING, "volume-2", wording.LISTEN),
            (ToolKind.LOOK, NOTHING, "a-large-small", wording.TEXT_SIZE),
            (ToolKind.LANGUAGE, _language_names(context), "languages", wording.LANGUAGE),
            (ToolKind.HELP, NOTHING, "circle-question-mark", wording.HELP),
        ):
            button = ToolButton(
                look, pair, icon=icon, accessible=context.pair(accessible), parent=bar
            )
            button.setObjectName(f"tool.{kind.value if kind else 'listen'}")
            if kind is None:
                button.activated.connect(self.listen)
            else:
                button.activated.connect(partial(self.tool.emit, Tool(kind)))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(bar)
        progress = ProgressBar(look, accessible=words.first, parent=self)
        progress.set_fraction((number - 1 + part) / len(sections))
        column.addWidget(progress)


def _kept_together(words: Pair) -> Pair:
    """The place, such that its dot does not begin a line."""
    first, second = (text.replace(" · ", "\u00a0· ") for text in (words.first, words.second))
    return Pair(first, second)


def _language_names(context: Context) -> Pair:
    preferences = context.preferences
    codes = (preferences.spoken or preferences.first, preferences.second)
    names = [context.languages[code].name for code in codes if code in context.languages]
    # On a narrow screen the codes say it, or the place would have no room.
    letter = context.look.font(TextRole.BAR).pixelSize()
    if context.look.scale.width_px < letter * _NARROW_EMS:
        names = [code.upper() for code in codes if code]
    return Pair(" + ".join(names))


class BottomBar(Surface):
    """Back, what keeps the work, and Erase at the left; one primary button at the right.

    ``leave``: other words for the button that goes back, where it leads out.
    """

    back = Signal()
    keep = Signal()
    erase = Signal()
    forward = Signal()

    def __init__(
        self,
        context: PageContext,
        primary: Message | None,
        icon: str,
        *,
        keep: bool = True,
        erase: bool,
        leave: Message | None = None,
    ) -> None:
        super().__init__(context.look, SurfaceKind.BOTTOM_BAR)
        look = context.look
        row = QHBoxLayout(self)
        side, pad = look.scale.mm(7), look.scale.mm(4)
        row.setContentsMargins(side, pad, side, pad)
        row.setSpacing(look.scale.mm(4))
        self._context = context
        self._row = row
        words, icon_back = (leave, "log-out") if leave else (wording.BACK, "arrow-left")
        self._add("back", words, self.back, ButtonKind.OUTLINE, icon_back)
        self._keep = self._add("keep", NOTHING, self.keep, ButtonKind.PLAIN) if keep else None
        if erase:
            self._add("erase", wording.ERASE, self.erase, ButtonKind.PLAIN, "eraser")
        row.addStretch(1)
        self._forward: BigButton | None = None
        if primary is not None:
            self._forward = self._add_forward(primary, icon)
        self._fit()

    def _add(
        self,
        name: str,
        words: Message | Pair,
        asks: SignalInstance,
        kind: ButtonKind,
        icon: str = "",
    ) -> BigButton:
        pair = words if isinstance(words, Pair) else self._context.pair(words)
        button = BigButton(
            self._context.look,
            pair,
            kind=kind,
            icon=icon,
            icon_trailing=kind is ButtonKind.PRIMARY,
            bar=True,
            parent=self,
        )
        button.setObjectName(name)
        button.activated.connect(asks)
        self._row.addWidget(button)
        return button

    def _add_forward(self, primary: Message, icon: str) -> BigButton:
        return self._add("next", primary, self.forward, ButtonKind.PRIMARY, icon)

    def set_keep(self, words: Message, icon: str) -> None:
        """What the button that keeps the work says now: whether it is saved."""
        if self._keep is not None:
            self._keep.set_pair(self._context.pair(words))
            self._keep.set_icon(icon)
            self._fit()

    def _fit(self) -> None:
        """Where the buttons would not fit beside each other: words before pictures."""
        row = self._row
        buttons = self.findChildren(BigButton)
        margins = row.contentsMargins()
        room = self._context.look.scale.width_px - margins.left() - margins.right()
        # The arrows of the first and the last button say the most.
        for first, pad_mm in _TRIES:
            if sum(b.sizeHint().width() + row.spacing() for b in buttons) <= room:
                return
            for button in buttons[first : len(buttons) - first]:
                button.compact(pad_mm)

    @property
    def primary_button(self) -> BigButton | None:
        """The button that goes on, where there is one."""
        return self._forward

    def set_primary(self, primary: Message | None, icon: str) -> None:
        """Other words for the primary button; none while there is nothing to go on to."""
        if self._forward is None:
            if primary is None:
                return
            # The page came when there was nothing to go on to, as while pages are printed.
            before = self.findChildren(BigButton)[-1]
            self._forward = self._add_forward(primary, icon)
            QWidget.setTabOrder(before, self._forward)
        self._forward.setVisible(primary is not None)
        if primary is not None:
            self._forward.set_pair(self._context.pair(primary))
            self._forward.set_icon(icon)
            self._fit()
