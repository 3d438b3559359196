"""The sheet to draw on: a reportlab canvas behind the few strokes that our pages are made of."""

from __future__ import annotations

import io
import zlib
from typing import Any

from msgspec import Struct

from pdkiosk.pdf import styles
from pdkiosk.pdf.reportlab_import import reportlab
from pdkiosk.pdf.styles import Paper, PrintSize
from pdkiosk.pdf.text import Line

_GAP_DROP = 2.0
_NAME = "pdkiosk"


class Pdf(Struct, frozen=True):
    """A finished PDF file: its bytes, and how many pages it has."""

    data: bytes
    pages: int


class _Jpeg:
    """What reportlab takes for an image that it need not open: it has no Pillow here."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __str__(self) -> str:
        """Its name in the file: the same picture is stored once."""
        return f"{zlib.crc32(self._data):08x}-{zlib.adler32(self._data):08x}-{len(self._data)}"

    def jpeg_fh(self) -> io.BytesIO:
        return io.BytesIO(self._data)


class Sheet:
    """Draws pages; all positions are points from the lower left corner of the page.

    In large print they are the larger points of that print, of which a page has fewer.
    """

    def __init__(
        self, paper: Paper, title: str, language: str, print_: PrintSize = styles.NORMAL
    ) -> None:
        """``title`` and ``language`` are what a viewer or a screen reader announces."""
        canvas, _metrics, _ttfonts = reportlab()
        self.print = print_
        self._zoom = print_.zoom
        self.width, self.height = (side / print_.zoom for side in paper.value)
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
        """A line of text that begins at x; y is its baseline."""
        if line.pieces:
            writer = self._canvas.beginText()
            writer.setFillGray(grey)
            for piece in line.pieces:
                # Real sizes are in the file: whoever reads it back need not know the zoom.
                writer.setFont(piece.font, size * self._zoom)
                writer.setTextOrigin((x + piece.x) * self._zoom, y * self._zoom)
                writer.textOut(piece.text)
            self._canvas.drawText(writer)
        for gap, width in line.gaps:
            self.rule(x + gap, x + gap + width, y - _GAP_DROP, styles.RULE)

    def rule(self, left: float, right: float, y: float, thickness: float) -> None:
        """A horizontal line."""
        self._stroke(left, y, right, y, thickness)

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
        zoom = self._zoom
        self._canvas.circle(x * zoom, y * zoom, radius * zoom, stroke=0, fill=1)

    def bar(self, x: float, top: float, bottom: float, thickness: float) -> None:
        """A vertical line."""
        self._stroke(x, top, x, bottom, thickness)

    def frame(self, left: float, top: float, right: float, bottom: float, thick: float) -> None:
        """A rectangle."""
        zoom = self._zoom
        self._canvas.setLineWidth(thick * zoom)
        self._canvas.rect(left * zoom, bottom * zoom, (right - left) * zoom, (top - bottom) * zoom)

    def tick_box(self, x: float, top: float, side: float, checked: bool = False) -> None:
        """An empty box to tick, or one with a cross in it."""
        thick = 1.1
        inner = thick / 2
        self.frame(x + inner, top - inner, x + side - inner, top - side + inner, thick)
        if checked:
            near, far = side * 0.22, side * 0.78
            self._stroke(x + near, top - near, x + far, top - far, 1.8)
            self._stroke(x + near, top - far, x + far, top - near, 1.8)

    def picture(self, jpeg: bytes, left: float, top: float, width: float, height: float) -> None:
        """A picture in JPEG, in a thin frame."""
        zoom = self._zoom
        self._canvas.drawImage(
            _Jpeg(jpeg), left * zoom, (top - height) * zoom, width * zoom, height * zoom
        )
        self.frame(left, top, left + width, top - height, styles.HAIRLINE)

    def _stroke(self, x: float, y: float, to_x: float, to_y: float, thickness: float) -> None:
        zoom = self._zoom
        self._canvas.setLineWidth(thickness * zoom)
        self._canvas.line(x * zoom, y * zoom, to_x * zoom, to_y * zoom)

    def end_page(self) -> None:
        """Finishes this page; what is drawn next is on the next one."""
        self._canvas.showPage()
        self._pages += 1

    def finish(self) -> Pdf:
        """The file. Nothing can be drawn after this."""
        self._canvas.save()
        return Pdf(self._file.getvalue(), self._pages)
