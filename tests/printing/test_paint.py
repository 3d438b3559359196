"""Pages painted by Qt, as on Windows: on a real CUPS queue, and compared with the PDF."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from pypdf import PdfReader
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from pdkiosk import exit_codes, resources
from pdkiosk.commands.stock import load_stock
from pdkiosk.interview.answers_file import read_answers
from pdkiosk.interview.answers_schema import AnswersSchema
from pdkiosk.interview.flow import Interview
from pdkiosk.papers_desk import Desk
from pdkiosk.printing import paint as painting
from pdkiosk.system import own_program
from tests.printing.papers import paper
from tests.printing.service import QUEUE, PrintService, wait_until

ROOT = Path(__file__).parents[2]
_DAY = datetime.date(2026, 11, 24)
_DPI = 75
_LETTER = (612, 792)


def sample_letter() -> tuple[bytes, int]:
    stock = load_stock(None)
    schema = AnswersSchema(stock.guide, tuple(stock.languages))
    file = read_answers(resources.read("sample-answers.json"), schema, _DAY)
    interview = Interview(stock.guide, file.today or _DAY, file.answers)
    desk = Desk(stock.guide, interview, stock.facility, stock.catalogs, stock.languages)
    letter = desk.parts("es")[0]
    return letter.data, letter.pages


def pictures(pdf: Path, folder: Path) -> list[Image.Image]:
    subprocess.run(
        ["pdftoppm", "-r", str(_DPI), "-gray", str(pdf), str(folder / pdf.stem)], check=True
    )
    return [Image.open(path).convert("L") for path in sorted(folder.glob(f"{pdf.stem}-*.pgm"))]


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pages, blurred: two programs shape small letters differently."""
    soft = [page.filter(ImageFilter.GaussianBlur(4)) for page in (one, other)]
    histogram = ImageChops.difference(*soft).histogram()
    return sum(value * count for value, count in enumerate(histogram)) / sum(histogram)


def same_pages(original: bytes, printed: Path, folder: Path) -> None:
    source = folder / "source.pdf"
    source.write_bytes(original)
    before, after = pictures(source, folder), pictures(printed, folder)
    assert len(after) == len(before)
    for one, other in zip(before, after, strict=True):
        assert abs(one.width - other.width) <= 1 and abs(one.height - other.height) <= 1
        other = other.resize(one.size)
        off = difference(one, other)
        # A page with little on it has little ink to compare with.
        assert off < 0.3 * difference(one, Image.new("L", one.size, 255))
        # Two millimeters to any side are noticed.
        moved = [ImageChops.offset(other, *by) for by in ((6, 0), (-6, 0), (0, 6), (0, -6))]
        assert off < 0.8 * min(difference(one, each) for each in moved)


def test_a_letter_is_painted_in_its_size_and_place(qapp: object, tmp_path: Path) -> None:
    data, pages = sample_letter()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert painting.paint(data, printer) == pages
    sizes = [page.mediabox for page in PdfReader(tmp_path / "printed.pdf").pages]
    assert [(round(s.width), round(s.height)) for s in sizes] == [_LETTER] * pages
    same_pages(data, tmp_path / "printed.pdf", tmp_path)


def test_what_the_driver_would_decide_is_said(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    printer.setCopyCount(3)
    printer.setCollateCopies(False)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert painting.paint(paper("letter", 3).data, printer) == 3
    pages = PdfReader(tmp_path / "printed.pdf").pages
    assert [(round(p.mediabox.width), round(p.mediabox.height)) for p in pages] == [_LETTER] * 3
    assert printer.duplex() is QPrinter.DuplexMode.DuplexNone
    assert (printer.copyCount(), printer.collateCopies()) == (1, True)
    assert printer.pageOrder() is QPrinter.PageOrder.FirstPageFirst
    assert printer.printRange() is QPrinter.PrintRange.AllPages
    assert (printer.fromPage(), printer.toPage()) == (0, 0)


def test_what_is_no_pdf_is_not_painted(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with pytest.raises(painting.PaintError) as error:
        painting.paint(b"no pages", printer)
    assert error.value.code == exit_codes.NO_PAGES


def to_paper(service: PrintService, queue: str, data: bytes) -> int:
    return subprocess.run(
        [*own_program(), "--to-paper", queue, "--title", "pdkiosk-0a1b2c3d"],
        input=data,
        env={**os.environ, "CUPS_SERVER": service.server, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        timeout=120,
        check=False,
        stderr=sys.stderr,
    ).returncode


def test_a_process_of_its_own_prints_on_a_real_queue(service: PrintService, tmp_path: Path) -> None:
    data, pages = sample_letter()
    assert to_paper(service, QUEUE, data) == 0
    wait_until(lambda: service.printed and not service.waiting, 30)
    assert len(PdfReader(service.printed[0]).pages) == pages
    same_pages(data, service.printed[0], tmp_path)
    history = (service.folder / "pages").read_text()
    assert "pdkiosk-0a1b2c3d" in history
    service.run("cancel", "-a", "-x")


def test_a_printer_that_is_not_there_is_said(service: PrintService) -> None:
    assert to_paper(service, "no-such-printer", paper("letter").data) == exit_codes.NO_SUCH_PRINTER
    assert to_paper(service, QUEUE, b"no pages") == exit_codes.NO_PAGES
