"""The sheet to draw on: a reportlab canvas behind the few strokes that our pages are made of."""

from __future__ import annotations

import io
from typing import Any

from msgspec import Struct

from pdkiosk.pdf import styles
from pdkiosk.pdf.library import reportlab
from pdkiosk.pdf.styles import Paper
from pdkiosk.pdf.text import Line

_GAP_DROP = 2.0
_NAME = "pdkiosk"


class Pdf(Struct, frozen=True):
    """A finished PDF file: its bytes, and how many pages it has."""

    data: bytes
    pages: int


class Sheet:
    """Draws pages; all positions are points from the lower left corner of the page."""

    def __init__(self, paper: Paper, title: str, language: str) -> None:
        """``title`` and ``language`` are what a viewer or a screen reader announces."""
        canvas, _metrics, _ttfonts = reportlab()
        self.width, self.height = paper.value
        self._file = io.BytesIO()
        self._pages = 0
        # invariant: no clock and no random identifier in the file, so that the same paper is
        # the same bytes, and says nothing about when it was printed.
        self._canvas: Any = canvas.Canvas(
            self._file,
            pagesize=paper.value,
            pageCompression=1,
            invariant=1,
            lang=language,
        )
        self._canvas.setTitle(title)
        self._canvas.setProducer(_NAME)
        self._canvas.setCreator(_NAME)
        self._canvas.setAuthor("")
        self._canvas.setSubject("")

    def line(self, x: float, y: float, line: Line, size: float, grey: float = 0.0) -> None:
        """A line of text that begins at x and stands on y."""
        if line.pieces:
            writer = self._canvas.beginText()
            writer.setFillGray(grey)
            for piece in line.pieces:
                writer.setFont(piece.font, size)
                writer.setTextOrigin(x + piece.x, y)
                writer.textOut(piece.text)
            self._canvas.drawText(writer)
        for gap, width in line.gaps:
            self.rule(x + gap, x + gap + width, y - _GAP_DROP, styles.RULE)

    def rule(self, left: float, right: float, y: float, thickness: float) -> None:
        """A horizontal line."""
        self._canvas.setLineWidth(thickness)
        self._canvas.line(left, y, right, y)

    def dashes(self, left: float, right: float, y: float) -> None:
        """A horizontal line to cut along."""
        self._canvas.saveState()
        self._canvas.setDash(5, 4)
        self.rule(left, right, y, styles.RULE)
        self._canvas.restoreState()

    def dashed_frame(self, left: float, top: float, right: float, bottom: float) -> None:
        """A rectangle to cut out."""
        self._canvas.saveState()
        self._canvas.setDash(5, 4)
        self.frame(left, top, right, bottom, styles.RULE)
        self._canvas.restoreState()

    def dot(self, x: float, y: float, radius: float) -> None:
        """The dot before a line of a list, its middle at x and y."""
        self._canvas.setFillGray(styles.BLACK)
        self._canvas.circle(x, y, radius, stroke=0, fill=1)

    def bar(self, x: float, top: float, bottom: float, thickness: float) -> None:
        """A vertical line."""
        self._canvas.setLineWidth(thickness)
        self._canvas.line(x, top, x, bottom)

    def frame(self, left: float, top: float, right: float, bottom: float, thick: float) -> None:
        """A rectangle."""
        self._canvas.setLineWidth(thick)
        self._canvas.rect(left, bottom, right - left, top - bottom)

    def tick_box(self, x: float, top: float, side: float, checked: bool = False) -> None:
        """An empty box to tick, or one with a cross in it."""
        thick = 1.1
        inner = thick / 2
        self.frame(x + inner, top - inner, x + side - inner, top - side + inner, thick)
        if checked:
            self._canvas.setLineWidth(1.8)
            near, far = side * 0.22, side * 0.78
            self._canvas.line(x + near, top - near, x + far, top - far)
            self._canvas.line(x + near, top - far, x + far, top - near)

    def end_page(self) -> None:
        """Finishes this page; what is drawn next is on the next one."""
        self._canvas.showPage()
        self._pages += 1

    def finish(self) -> Pdf:
        """The file. Nothing can be drawn after this."""
        self._canvas.save()
        return Pdf(self._file.getvalue(), self._pages)
