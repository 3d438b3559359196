"""A name in any script is on every paper as typed: head, RE line, signature, every footer."""

from __future__ import annotations

import io
import subprocess
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader

from pdkiosk.characters import BOX
from pdkiosk.documents.model import Kind
from tests import needs
from tests.documents import people
from tests.pdf.writings import read

NAMES = {
    "Chinese": "王小明",
    "Arabic": "أحمد محمد العلي",
    "Punjabi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "K'iche'": "B’alam Ixq̈anil Tz̈oc",
    "Vietnamese": unicodedata.normalize("NFD", "Nguyễn Thị Ánh"),
}
# The slip and the pages that a hand fills in name nobody.
NAMELESS = frozenset({Kind.SLIP, Kind.SUPPORT_REQUEST})
STORY = "我在这里住了十年。" * 40


@needs.poppler
@pytest.mark.parametrize("reader", ["en", "es"])
@pytest.mark.parametrize("script", NAMES)
def test_a_name_is_on_every_page_of_every_paper(script: str, reader: str, tmp_path: Path) -> None:
    name = NAMES[script]
    packet = people.packet(
        reader=reader, full_name=name, a_number="012345678", story=STORY, papers={"id": "have"}
    )
    seen = set()
    for part in packet.parts:
        if part.kind in NAMELESS:
            continue
        pdf = people.rendered(part, reader)
        seen.add(part.kind)
        for number, page in enumerate(PdfReader(io.BytesIO(pdf.data)).pages, 1):
            text = read(page.extract_text())
            # Of the summary, which others see, only the initials.
            shown = read(name)[0] if part.kind is Kind.SUMMARY else read(name)
            assert shown in text, (part.kind, number)
            assert BOX not in text
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf.data)
        done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
        if part.kind is not Kind.SUMMARY:
            assert read(done.stdout).count(read(name)) >= pdf.pages, part.kind
        if part.kind is Kind.LETTER:
            # The head, the RE block, the declaration, the signature and every footer.
            assert read(done.stdout).count(read(name)) >= 3 + pdf.pages
    assert {Kind.LETTER, Kind.SUMMARY, Kind.ENVELOPE} <= seen
