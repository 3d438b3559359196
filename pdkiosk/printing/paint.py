"""Paints a PDF on a printer through Qt, in a process of its own.

A driver runs inside the process that paints, and may hang or end it: so it is not the
window's. The pages come by standard input and are nowhere else.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPoint, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

# Exit codes.
NO_PRINTER, REFUSED, UNREADABLE = 61, 51, 65

# Finer than that nobody sees in black letters, and the spool would grow with its square.
_MOST_DPI = 600
_STRIP = 512  # lines painted at once: a whole page at 600 dpi would take 134 MB


class PaintError(Exception):
    """It can not be painted; ``code`` says why."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


def main(queue: str, title: str) -> int:
    """Paints the PDF of standard input on this printer, as a job with this title."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(["pdkiosk"])
    info = QPrinterInfo.printerInfo(queue)
    if info.isNull():
        return NO_PRINTER
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    try:
        paint(sys.stdin.buffer.read(), printer, lambda: _stay(queue, title))
    except PaintError as error:
        return error.code
    del application
    return 0


def _stay(queue: str, title: str) -> None:
    if sys.platform == "win32":
        from pdkiosk.printing.winspool import WinSpool

        WinSpool().retain(queue, title)


def paint(data: bytes, printer: QPrinter, begun: Callable[[], object] = lambda: None) -> int:
    """Paints all pages in their size, without scaling; returns how many. ``begun``: the job is.

    Raises PaintError, and then the printer has been told to forget the job.
    """
    pages = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    pages.load(buffer)
    if pages.status() is not QPdfDocument.Status.Ready or not pages.pageCount():
        raise PaintError(UNREADABLE)
    size = QPageSize(
        pages.pagePointSize(0), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    printer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    # From the edge of the paper: the pages have their own margins.
    printer.setFullPage(True)
    printer.setResolution(min(printer.resolution(), _MOST_DPI))
    painter = QPainter()
    if not painter.begin(printer):
        raise PaintError(REFUSED)
    begun()
    for number in range(pages.pageCount()):
        if number and not printer.newPage():
            printer.abort()
            raise PaintError(REFUSED)
        _paint_page(pages, number, painter, printer)
    if not painter.end():
        raise PaintError(REFUSED)
    return pages.pageCount()


def _paint_page(pages: QPdfDocument, number: int, painter: QPainter, printer: QPrinter) -> None:
    points: QSizeF = pages.pagePointSize(number)
    dpi = printer.resolution()
    width, height = round(points.width() * dpi / 72), round(points.height() * dpi / 72)
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(QSize(width, height))
    for top in range(0, height, _STRIP):
        clip = QRect(0, top, width, min(_STRIP, height - top))
        options.setScaledClipRect(clip)
        strip = pages.render(number, clip.size(), options)
        if strip.isNull():
            painter.end()
            printer.abort()
            raise PaintError(UNREADABLE)
        painter.drawImage(QPoint(0, top), _on_white(strip))


def _on_white(strip: QImage) -> QImage:
    """Without transparency, and grey: a quarter of the spool, and our papers have no colours."""
    white = QImage(strip.size(), QImage.Format.Format_Grayscale8)
    white.fill(255)
    painter = QPainter(white)
    painter.drawImage(0, 0, strip)
    painter.end()
    return white
