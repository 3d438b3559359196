"""Paints a PDF on a printer through Qt, in a separate process.

A printer driver runs inside the painting process and may hang or crash it, so this is not done in
the window's process. The pages come on standard input and are stored nowhere else.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from pdkiosk.exit_codes import NO_PAGES, NO_SUCH_PAPER, NO_SUCH_PRINTER, NOT_TAKEN

# Dots per inch, as sharp as a letter needs. Windows spools four bytes for each dot: 34 MB for a
# page, and four times as much at 600.
_MOST_DPI = 300


class PaintError(Exception):
    """The PDF cannot be painted; ``code`` is the exit code that says why."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


def main(queue: str, title: str) -> int:
    """Paints the PDF from standard input on this printer, as a job with this title."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(["pdkiosk"])
    info = QPrinterInfo.printerInfo(queue)
    if info.isNull():
        return NO_SUCH_PRINTER
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
        from pdkiosk.printing.queues import PrintServiceGoneError
        from pdkiosk.printing.winspool import WinSpool

        # Without the job the pages still come out, but that cannot be confirmed.
        with contextlib.suppress(PrintServiceGoneError):
            WinSpool().retain(queue, title)


def paint(data: bytes, printer: QPrinter, begun: Callable[[], object] = lambda: None) -> int:
    """Paints all pages at actual size; returns their number.

    ``begun`` is called once the job exists.

    Raises PaintError after telling the printer to drop the job.
    """
    pages = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    pages.load(buffer)
    if pages.status() is not QPdfDocument.Status.Ready or not pages.pageCount():
        raise PaintError(NO_PAGES)
    size = QPageSize(
        pages.pagePointSize(0), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    _leave_nothing_to_the_driver(printer)
    if not printer.setPageSize(size):
        raise PaintError(NO_SUCH_PAPER)
    printer.setResolution(min(printer.resolution(), _MOST_DPI))
    painter = QPainter()
    if not painter.begin(printer):
        raise PaintError(NOT_TAKEN)
    begun()
    for number in range(pages.pageCount()):
        if number and not printer.newPage():
            printer.abort()
            raise PaintError(NOT_TAKEN)
        _paint_page(pages, number, painter, printer)
    if not painter.end():
        raise PaintError(NOT_TAKEN)
    return pages.pageCount()


def _leave_nothing_to_the_driver(printer: QPrinter) -> None:
    """Sets explicitly what the printer's settings would decide, such as copies and page order."""
    # Measure from the edge of the paper: the pages have their own margins.
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    printer.setCopyCount(1)
    printer.setCollateCopies(True)
    printer.setPageOrder(QPrinter.PageOrder.FirstPageFirst)
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    printer.setFromTo(0, 0)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)


def _paint_page(pages: QPdfDocument, number: int, painter: QPainter, printer: QPrinter) -> None:
    points, dpi = pages.pagePointSize(number), printer.resolution()
    size = QSize(round(points.width() * dpi / 72), round(points.height() * dpi / 72))
    # Render whole pages: Qt 6.11 puts parts of a page in the wrong place.
    page = pages.render(number, size)
    if page.isNull():
        painter.end()
        printer.abort()
        raise PaintError(NO_PAGES)
    painter.drawImage(QPoint(0, 0), _on_white(page))


def _on_white(page: QImage) -> QImage:
    """The picture without transparency and in gray: our papers have no colors."""
    white = QImage(page.size(), QImage.Format.Format_Grayscale8)
    white.fill(255)
    painter = QPainter(white)
    painter.drawImage(0, 0, page)
    painter.end()
    return white
