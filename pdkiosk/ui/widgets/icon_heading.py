"""The heading of a page with its pictogram in a tinted square before it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look, TextRole, ToneColors
from pdkiosk.ui.widgets.callout import paint_tint
from pdkiosk.ui.widgets.geometry import MirroredMargins, from_start
from pdkiosk.ui.widgets.labels import HeadingLabel, TextPair
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.spoken import SILENT


class IconHeading(MirroredMargins):
    """A heading.

    ``icon`` names a file of ``resources/icons``; without one only the words are shown.

    With a ``tone`` it has that tone's background and a bar at its edge, so that a page that stops
    the person does not look like another question. ``code`` is the page's code on the answer sheet,
    shown small at the end of the line. ``question``: even larger words. ``color``: of the words, if
    there is no tone.
    """

    def __init__(
        self,
        look: Look,
        pair: Pair,
        icon: str = "",
        *,
        tone: ToneColors | None = None,
        code: Pair | None = None,
        question: bool = False,
        color: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tone = tone
        # If room is short, words take priority over pictures.
        self._icon = "" if look.scale.width_px < look.body_px * 30 else icon
        self._side = look.scale.mm(17.0)
        self._bar = look.scale.mm(3.4) if tone else 0
        self._pad = look.scale.mm(5.0) if tone else 0
        row = QHBoxLayout(self)
        row.setSpacing(look.scale.mm(4.0))
        self.label = HeadingLabel(
            look, pair, question=question, color=tone.text if tone else color, parent=self
        )
        row.addWidget(self.label, 1, Qt.AlignmentFlag.AlignVCenter)
        self.code: TextPair | None = None
        if code:
            self.code = TextPair(look, code, TextRole.SMALL, color=look.theme.second, parent=self)
            self.code.setObjectName("code")
            # For people with an answer sheet; between a question and its answers "1A" would be
            # noise.
            self.code.setProperty(SILENT, True)
            row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        beside = self._side + look.scale.mm(5.0) if self._icon else 0
        self.set_margins(self._bar + self._pad + beside, self._pad, self._pad, self._pad)
        if self._icon:
            self.setMinimumHeight(self._side + 2 * self._pad)
        self.setAccessibleName(pair.spoken())

    def least_width(self) -> int:
        """The smallest width, in pixels, at which no word is broken."""
        start, _, end, _ = self._margins
        return start + end + self.label.least_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._tone:
            paint_tint(self, painter, self._look, self._tone, self._bar)
        if not self._icon:
            return
        x = from_start(self, self._bar + self._pad, self._side)
        ground, line = theme.chosen, theme.on_chosen
        if self._tone:
            ground, line = self._tone.bar, self._tone.back
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        box = QRectF(x, self._pad, self._side, self._side)
        painter.drawRoundedRect(box, self._look.radius, self._look.radius)
        size = round(self._side * 0.58)
        inset = (self._side - size) // 2
        self._look.paint_icon(painter, self._icon, line, x + inset, self._pad + inset, size)
