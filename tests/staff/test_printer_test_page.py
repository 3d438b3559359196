"""The test page: one page, both languages, a ruler of the right length, all letters."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from pdkiosk import pdf, resources
from pdkiosk.facility.settings import Facility
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import Language, load_languages
from pdkiosk.pdf.printer_test_page import RULER_MM
from pdkiosk.pdf.styles import MM
from pdkiosk.staff_page_desk import Staff
from tests.printing.fakes import FakeJob, FakePrinter
from tests.staff.kiosk import the_guide


@pytest.mark.parametrize("paper", pdf.Paper)
def test_the_page(paper: pdf.Paper) -> None:
    catalogs = Catalogs(resources.folder("translations"))
    made = pdf.render_test_page("Eloy Ñ", ["en", "es"], ["añil ßŁĐ", "Ẽ"], catalogs, paper)
    assert made.pages == 1
    page = PdfReader(io.BytesIO(made.data)).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(paper.value)
    text = page.extract_text()
    for words in ("Test page", "Página de prueba", "Eloy Ñ", "ñ", "ß", "Đ", "Ẽ", "150"):
        assert words in text
    assert {"LETTER": "Letter", "A4": "A4"}[paper.name] in text
    contents = page.get_contents()
    assert isinstance(contents, StreamObject)
    lines = re.findall(
        r"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l", contents.get_data().decode("latin-1")
    )
    across = [float(c) - float(a) for a, b, c, d in lines if b == d]
    assert any(length == pytest.approx(RULER_MM * MM, abs=0.01) for length in across)
    assert (
        made.data
        == pdf.render_test_page("Eloy Ñ", ["en", "es"], ["añil ßŁĐ", "Ẽ"], catalogs, paper).data
    )


@pytest.mark.parametrize("name", ["Eloy " * 40, "W" * 500])
def test_a_long_name_and_many_letters_stay_on_the_page(name: str) -> None:
    catalogs = Catalogs(resources.folder("translations"))
    letters = "".join(map(chr, range(0x21, 0x500)))
    made = pdf.render_test_page(name, ["en", "es"], [letters], catalogs, pdf.Paper.LETTER)
    page = PdfReader(io.BytesIO(made.data)).pages[0]
    lowest: list[float] = []
    page.extract_text(visitor_text=lambda text, cm, tm, font, size: lowest.append(tm[5]))
    assert min(y for y in lowest if y) > 10 * MM


def test_neither_a_damaged_file_nor_a_language_without_text_is_in_its_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, catalogs = load_languages(), Catalogs(resources.folder("translations"))
    heard = Language("qqm", "Qqm", "Qqm", text="es")
    staff = Staff(the_guide(), Facility(), catalogs, {"qqm": heard, "es": known["es"]})
    printer = FakePrinter()
    pages: list[bytes] = []

    def start(parts: Sequence[Any]) -> FakeJob:
        pages.extend(part.data for part in parts)
        return FakePrinter.start(printer, parts)

    monkeypatch.setattr(printer, "start", start)
    monkeypatch.setitem(vars(staff), "_printer", printer)
    source = tmp_path / "es" / "LC_MESSAGES" / "pdkiosk.po"
    source.parent.mkdir(parents=True)
    source.write_bytes(b"\xff a\xe9\x00b ")
    folder = resources.folder
    monkeypatch.setattr(
        resources, "folder", lambda name: tmp_path if name == "translations" else folder(name)
    )
    staff.print_test_page()
    (page,) = pages
    text = PdfReader(io.BytesIO(page)).pages[0].extract_text()
    assert "Test page" in text and "Página de prueba" in text
