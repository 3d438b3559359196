"""The two bars that stand on every screen: where I am and the tools; the ways back, out and on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pdkiosk.guide.model import Section, said
from pdkiosk.language.message import Message
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.theme import TextRole
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

_NARROW_EMS = 36


class TopBar(QWidget):
    """Hiding in the corner, section and step, the tools at the right, the progress under all."""

    tool = Signal(str)
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
        row.addWidget(place, 1, Qt.AlignmentFlag.AlignVCenter)
        for name, pair, icon, accessible in (
            ("look", NOTHING, "a-large-small", wording.TEXT_SIZE),
            ("language", _language_names(context), "languages", wording.LANGUAGE),
            ("help", NOTHING, "circle-question-mark", wording.HELP),
        ):
            button = ToolButton(
                look, pair, icon=icon, accessible=context.pair(accessible), parent=bar
            )
            button.setObjectName(f"tool.{name}")
            button.activated.connect(lambda chosen=name: self.tool.emit(chosen))
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
    names = [
        context.languages[code].name
        for code in (context.preferences.first, context.preferences.second)
        if code in context.languages
    ]
    # On a narrow screen the codes say it, or the place would have no room.
    letter = context.look.font(TextRole.BAR).pixelSize()
    if context.look.scale.width_px < letter * _NARROW_EMS:
        names = [
            code.upper() for code in (context.preferences.first, context.preferences.second) if code
        ]
    return Pair(" + ".join(names))


class BottomBar(Surface):
    """Back and Erase at the left, one primary button at the right."""

    back = Signal()
    erase = Signal()
    forward = Signal()

    def __init__(
        self, context: Context, primary: Message | None, icon: str, *, erase: bool
    ) -> None:
        super().__init__(context.look, SurfaceKind.BOTTOM_BAR)
        look = context.look
        row = QHBoxLayout(self)
        side, pad = look.scale.mm(7), look.scale.mm(4)
        row.setContentsMargins(side, pad, side, pad)
        row.setSpacing(look.scale.mm(5))
        back = BigButton(look, context.pair(wording.BACK), icon="arrow-left", bar=True, parent=self)
        back.setObjectName("back")
        back.activated.connect(self.back)
        row.addWidget(back)
        if erase:
            out = BigButton(
                look,
                context.pair(wording.ERASE),
                kind=ButtonKind.PLAIN,
                icon="eraser",
                bar=True,
                parent=self,
            )
            out.setObjectName("erase")
            out.activated.connect(self.erase)
            row.addWidget(out)
        row.addStretch(1)
        self._context = context
        self._forward: BigButton | None = None
        if primary is not None:
            forward = BigButton(
                look,
                context.pair(primary),
                kind=ButtonKind.PRIMARY,
                icon=icon,
                icon_trailing=True,
                bar=True,
                parent=self,
            )
            forward.setObjectName("next")
            forward.activated.connect(self.forward)
            self._forward = forward
            row.addWidget(forward)

    def set_primary(self, primary: Message | None, icon: str) -> None:
        """Other words for the primary button; none while there is nothing to go on to."""
        if self._forward is None:
            return
        self._forward.setVisible(primary is not None)
        if primary is not None:
            self._forward.set_pair(self._context.pair(primary))
            self._forward.set_icon(icon)
