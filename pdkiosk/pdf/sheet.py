"""The sheet to draw on: a reportlab canvas behind the few drawing operations that we need."""

from __future__ import annotations

import contextlib
import io
import os
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from pdkiosk.pdf import styles
from pdkiosk.pdf.kerning import kerned
from pdkiosk.pdf.line import Line, Placed
from pdkiosk.pdf.numbers import written
from pdkiosk.pdf.reportlab_import import reportlab
from pdkiosk.pdf.styles import Paper, PrintSize

if TYPE_CHECKING:
    from pdkiosk.pdf.scripts.glyph_fonts import GlyphFonts

_GAP_DROP = 2.0
_NAME = "pdkiosk"


@contextlib.contextmanager
def _no_day_of_a_build() -> Iterator[None]:
    """Hides SOURCE_DATE_EPOCH: otherwise reportlab would write that date into the PDF."""
    day = os.environ.pop("SOURCE_DATE_EPOCH", None)
    try:
        yield
    finally:
        if day is not None:
            os.environ["SOURCE_DATE_EPOCH"] = day


class Pdf(Struct, frozen=True):
    """A finished PDF file: its bytes, and how many pages it has."""

    data: bytes
    pages: int


class _Jpeg:
    """A JPEG that reportlab accepts as an already opened image, since it has no Pillow here."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __str__(self) -> str:
        """Its name in the PDF, so that the same picture is stored once."""
        return f"{zlib.crc32(self._data):08x}-{zlib.adler32(self._data):08x}-{len(self._data)}"

    def jpeg_fh(self) -> io.BytesIO:
        return io.BytesIO(self._data)


class Sheet:
    """Draws pages; all positions are points from the lower left corner of the page.

    In large print the points are enlarged, so a page has fewer of them. On a mirrored sheet, for a
    language written from right to left, x is counted from the right edge and everything is drawn to
    the left: blanks, boxes and tables change sides, letters do not.
    """

    def __init__(
        self,
        paper: Paper,
        title: str,
        language: str,
        print_: PrintSize = styles.NORMAL,
        mirrored: bool = False,
    ) -> None:
        """``title`` and ``language`` are metadata that a viewer or a screen reader announces."""
        canvas, _metrics, _ttfonts = reportlab()
        self.print = print_
        self.mirrored = mirrored
        self._zoom = print_.zoom
        self.width, self.height = (side / print_.zoom for side in paper.value)
        self._glyph_fonts: GlyphFonts | None = None
        self._file = io.BytesIO()
        self._pages = 0
        # All text of a page, and the current graphics state, which is written only when it changes.
        self._writer: Any = None
        self._pen: tuple[str, float] | None = None
        self._gray: float | None = None
        # invariant: no time and no random identifier in the PDF, so that the same paper gives the
        # same bytes and does not reveal when it was printed.
        with _no_day_of_a_build():
            self._canvas: Any = canvas.Canvas(
                self._file,
                pagesize=paper.value,
                pageCompression=1,
                invariant=1,
                lang=language,
            )
        if mirrored:
            self._canvas.setViewerPreference("Direction", "R2L")
        self._canvas.setTitle(title)
        self._canvas.setProducer(_NAME)
        self._canvas.setCreator(_NAME)
        self._canvas.setAuthor("")
        self._canvas.setSubject("")

    def line(self, x: float, y: float, line: Line, size: float, gray: float = 0.0) -> None:
        """Draws a line of text that begins at x; y is its baseline."""
        x = self._from_left(x, line.width)
        for piece in line.pieces:
            # Write real sizes, so that PDF readers need not know the zoom.
            place = (x + piece.x) * self._zoom, y * self._zoom, size * self._zoom
            self._write(piece, *place, gray)
        for gap, width in line.gaps:
            self._draw_stroke(x + gap, y - _GAP_DROP, x + gap + width, y - _GAP_DROP, styles.RULE)

    def _write(self, piece: Placed, x: float, y: float, size: float, gray: float) -> None:
        if self._writer is None:
            self._writer = self._canvas.beginText()
        writer = self._writer
        if gray != self._gray:
            writer.setFillGray(gray)
            self._gray = gray
        if piece.drawn:
            self._draw_glyphs(writer, piece, x, y, size, gray)
            self._pen = None
            return
        if self._pen != (piece.font, size):
            writer.setFont(piece.font, size)
            self._pen = piece.font, size
        # Not textOut: it would measure each piece to find the place of the next one.
        shown = kerned(writer, piece) if piece.kerns else writer._formatText(piece.text)
        writer._code.append(f"1 0 0 1 {written(x, y)} Tm {shown}")

    def _draw_glyphs(
        self, writer: Any, piece: Placed, x: float, y: float, size: float, gray: float
    ) -> None:
        if self._glyph_fonts is None:
            from pdkiosk.pdf.scripts.glyph_fonts import GlyphFonts

            self._glyph_fonts = GlyphFonts(self._canvas)
        # The outlines of artificially bold letters are strokes of the same gray.
        writer.setStrokeGray(gray)
        writer._code.append(self._glyph_fonts.code(piece.font, piece.drawn, x, y, size))

    def rule(self, left: float, right: float, y: float, thickness: float) -> None:
        """Draws a horizontal line."""
        self._stroke(left, y, right, y, thickness)

    def dashes(self, left: float, right: float, y: float) -> None:
        """Draws a dashed horizontal line to cut along."""
        self._canvas.saveState()
        self._canvas.setDash(5, 4)
        self.rule(left, right, y, styles.RULE)
        self._canvas.restoreState()

    def dashed_frame(self, left: float, top: float, right: float, bottom: float) -> None:
        """Draws a dashed rectangle to cut out."""
        self._canvas.saveState()
        self._canvas.setDash(5, 4)
        self.frame(left, top, right, bottom, styles.RULE)
        self._canvas.restoreState()

    def dot(self, x: float, y: float, radius: float) -> None:
        """Draws the bullet before a list item, with its center at x and y."""
        self._canvas.setFillGray(styles.BLACK)
        zoom = self._zoom
        x = self._from_left(x)
        self._canvas.circle(x * zoom, y * zoom, radius * zoom, stroke=0, fill=1)

    def bar(self, x: float, top: float, bottom: float, thickness: float) -> None:
        """Draws a vertical line."""
        self._stroke(x, top, x, bottom, thickness)

    def frame(self, left: float, top: float, right: float, bottom: float, thick: float) -> None:
        """Draws a rectangle."""
        zoom = self._zoom
        left, right = sorted((self._from_left(left), self._from_left(right)))
        self._canvas.setLineWidth(thick * zoom)
        self._canvas.rect(left * zoom, bottom * zoom, (right - left) * zoom, (top - bottom) * zoom)

    def tick_box(self, x: float, top: float, side: float, checked: bool = False) -> None:
        """Draws an empty tick box, or one with a cross in it."""
        thick = 1.1
        inner = thick / 2
        self.frame(x + inner, top - inner, x + side - inner, top - side + inner, thick)
        if checked:
            near, far = side * 0.22, side * 0.78
            self._stroke(x + near, top - near, x + far, top - far, 1.8)
            self._stroke(x + near, top - far, x + far, top - near, 1.8)

    def picture(self, jpeg: bytes, left: float, top: float, width: float, height: float) -> None:
        """Draws a JPEG picture in a thin frame."""
        zoom = self._zoom
        self._canvas.drawImage(
            _Jpeg(jpeg),
            self._from_left(left, width) * zoom,
            (top - height) * zoom,
            width * zoom,
            height * zoom,
        )
        self.frame(left, top, left + width, top - height, styles.HAIRLINE)

    def _from_left(self, x: float, width: float = 0.0) -> float:
        """The left edge of something that begins at x with this width, counted from the left."""
        return self.width - x - width if self.mirrored else x

    def _stroke(self, x: float, y: float, to_x: float, to_y: float, thickness: float) -> None:
        x, to_x = self._from_left(x), self._from_left(to_x)
        self._draw_stroke(x, y, to_x, to_y, thickness)

    def _draw_stroke(self, x: float, y: float, to_x: float, to_y: float, thickness: float) -> None:
        zoom = self._zoom
        self._canvas.setLineWidth(thickness * zoom)
        self._canvas.line(x * zoom, y * zoom, to_x * zoom, to_y * zoom)

    def end_page(self) -> None:
        """Finishes this page; further drawing goes on the next page."""
        if self._writer is not None:
            self._canvas.drawText(self._writer)
        self._writer = self._pen = self._gray = None
        self._canvas.showPage()
        self._pages += 1

    def finish(self) -> Pdf:
        """Finishes and returns the PDF. Nothing can be drawn after this."""
        if self._glyph_fonts is not None:
            self._glyph_fonts.embed()
        self._canvas.save()
        return Pdf(self._file.getvalue(), self._pages)
