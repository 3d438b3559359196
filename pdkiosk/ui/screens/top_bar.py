"""The bar at the top: protective tools at one end, helpful ones at the other, and the path."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pdkiosk.guide.model import Section, said
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.widgets import Pair, PathStrip, Surface, SurfaceKind, ToolButton
from pdkiosk.ui.widgets.geometry import spaced

_SIDE_MM, _PAD_MM, _GAP_MM = 7.0, 3.1, 3.4
_LEAST_GAP_MM = 2.6


class TopBar(QWidget):
    """Hide and Erase at the start; reading aloud, second language, text size and help at the end.

    ``filled``: how much of each section was seen, 0 to 1.
    """

    tool = Signal(Tool)
    listen = Signal()
    hiding = Signal()
    keep = Signal()
    second_language = Signal()

    def __init__(
        self,
        context: Context,
        section: Section,
        filled: Sequence[float],
        *,
        erase: bool = True,
        keep: bool = False,
    ) -> None:
        """``erase``, ``keep``: whether those tools are available here."""
        super().__init__()
        self._context = context
        look = context.look
        column = spaced(QVBoxLayout(self), 0)
        bar = Surface(look, SurfaceKind.TOP_BAR, self)
        self._row = QHBoxLayout(bar)
        side, pad = look.scale.mm(_SIDE_MM), look.scale.mm(_PAD_MM)
        self._row.setContentsMargins(side, pad, side, pad)
        self._row.setSpacing(look.scale.mm(_GAP_MM))
        self._tools: list[ToolButton] = []
        # Hide is in the corner, so that no language or text size moves it.
        self._add("tool.hide", wording.HIDE_WORD, "eye-off", wording.HIDE)
        self._tools[0].activated.connect(self.hiding)
        if erase:
            button = self._add("erase", wording.ERASE_WORD, "eraser", wording.ERASE)
            button.activated.connect(partial(self.tool.emit, Tool(ToolKind.ERASE)))
        self._keep: ToolButton | None = None
        if keep:
            self._keep = self._add("keep", wording.SAVE, "save", wording.SAVE)
            self._keep.activated.connect(self.keep)
        self._row.addStretch(1)
        self._add_helps()
        self._fit()
        column.addWidget(bar)
        self.path = PathStrip(
            look,
            [context.text(said(each.title), context.first) for each in context.guide.section],
            parent=self,
        )
        self.path.setObjectName("path")
        column.addWidget(self.path)
        self.come_to(section, filled)

    def come_to(self, section: Section, filled: Sequence[float]) -> None:
        """Updates the place on the path."""
        context, sections = self._context, self._context.guide.section
        number = sections.index(section)
        step = wording.STEP(section=said(section.title), n=number + 1, all=len(sections))
        self.path.come_to(number, filled)
        self.path.setAccessibleName(context.text(step, context.first))

    def _add_helps(self) -> None:
        context = self._context
        listen = self._add("tool.listen", wording.LISTEN, "volume-2", wording.LISTEN, warm=True)
        listen.activated.connect(self.listen)
        preferences = context.preferences
        if preferences.second:
            name = Pair(context.language(preferences.second).name)
            switch = self._add("tool.second", name, "languages", wording.EVERYWHERE)
            switch.setCheckable(True)
            switch.setChecked(preferences.everywhere)
            switch.activated.connect(self.second_language)
        for kind, word, icon, accessible in (
            (ToolKind.LOOK, wording.LETTERS, "a-large-small", wording.TEXT_SIZE),
            (ToolKind.HELP, wording.HELP, "circle-question-mark", wording.HELP),
        ):
            button = self._add(f"tool.{kind.value}", word, icon, accessible)
            button.activated.connect(partial(self.tool.emit, Tool(kind)))

    def _add(
        self,
        name: str,
        words: Message | Pair,
        icon: str,
        accessible: Message,
        *,
        warm: bool = False,
    ) -> ToolButton:
        context = self._context
        pair = words if isinstance(words, Pair) else Pair(context.text(words, context.first))
        said_whole = context.pair(accessible)
        button = ToolButton(
            context.look, pair, icon=icon, accessible=said_whole, warm=warm, parent=self
        )
        button.setObjectName(name)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tools.append(button)
        return button

    def set_keep(self, words: Message, icon: str) -> None:
        """Updates the save tool, which says whether the work is saved."""
        if self._keep is not None:
            word = Pair(self._context.text(words, self._context.first))
            self._keep.set_words(word, icon, self._context.pair(words))

    def _fit(self) -> None:
        """If not everything fits: pictograms above the words, then tighter, then without words."""
        if self._fits():
            return
        for button in self._tools:
            button.stack()
        if self._fits():
            return
        self._row.setSpacing(self._context.look.scale.mm(_LEAST_GAP_MM))
        # Tools with the clearest pictogram lose their words first, reading aloud last of all.
        last = [each for each in self._tools if each.objectName() == "tool.listen"]
        order = [each for each in reversed(self._tools) if each not in last]
        for button in (*order, *last):
            if self._fits():
                return
            button.go_bare()

    def _fits(self) -> bool:
        margins = self._row.contentsMargins()
        gaps = self._row.spacing() * len(self._tools)
        words = sum(button.sizeHint().width() for button in self._tools)
        room = self._context.look.scale.width_px - margins.left() - margins.right()
        return words + gaps <= room
