"""A page in a right-to-left language: everything drawn changes sides, and its words follow."""

from __future__ import annotations

import io
from collections import Counter

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from pdkiosk.documents.model import Document, Reference, Summary
from pdkiosk.language import formats
from pdkiosk.language.languages import load_languages
from pdkiosk.language.message import Message, Own
from pdkiosk.pdf import Paper, Pdf, render, render_summary
from tests.pdf import samples
from tests.pdf.writings import WRITINGS, read

WIDTH = 612.0
Drawn = tuple[int, str, float, float, float, float]


def drawn(pdf: Pdf, mirrored: bool) -> Counter[Drawn]:
    """Rectangles and lines: page, kind, left, right, bottom, top; mirrored back if asked."""
    found: Counter[Drawn] = Counter()
    reader = PdfReader(io.BytesIO(pdf.data))
    for number, page in enumerate(reader.pages):
        contents = page.get_contents()
        assert contents is not None
        at = 0.0, 0.0
        for operands, operator in ContentStream(contents, reader).operations:
            values = [float(value) for value in operands] if operator in (b"re", b"m", b"l") else []
            if operator == b"re":
                x, y, wide, high = values
                box = min(x, x + wide), max(x, x + wide), min(y, y + high), max(y, y + high)
            elif operator == b"m":
                at = values[0], values[1]
                continue
            elif operator == b"l":
                (x, y), (to_x, to_y) = at, values
                box = min(x, to_x), max(x, to_x), min(y, to_y), max(y, to_y)
            else:
                continue
            left, right, bottom, top = box
            if mirrored:
                left, right = WIDTH - right, WIDTH - left
            places = (round(place, 0) for place in (left, right, bottom, top))
            found[(number, operator.decode(), *places)] += 1  # type: ignore[index]
    return found


def document() -> Document:
    """Every kind of block. Its words are English: blanks between them would not change sides."""
    letter = samples.letter(4)
    title = samples.said("Request for prosecutorial discretion")
    plain = Reference(Message("RE:"), title, (title,))
    blocks = [plain if isinstance(block, Reference) else block for block in letter.blocks]
    return samples.document(*blocks, credit=letter.credit)


def summary() -> Summary:
    rows = [samples.row("Plain words", tick=True), samples.row("More of them")]
    return samples.summary(rows)


def test_all_that_is_drawn_in_a_letter_changes_sides() -> None:
    there = render(document(), "ar", samples.CATALOGS, Paper.LETTER)
    here = render(document(), "en", samples.CATALOGS, Paper.LETTER)
    assert there.pages == here.pages
    assert drawn(there, True) == drawn(here, False) != drawn(there, False)


def test_all_that_is_drawn_in_a_summary_changes_sides() -> None:
    there = render_summary(summary(), ("ar", "en"), samples.CATALOGS, Paper.LETTER)
    here = render_summary(summary(), ("es", "en"), samples.CATALOGS, Paper.LETTER)
    assert drawn(there, True) == drawn(here, False) != drawn(there, False)


def starts(pdf: Pdf, words: str) -> list[float]:
    return [x for _page, x, _y, _size, text in samples.positions(pdf) if words in text]


def test_the_second_language_keeps_its_own_way() -> None:
    """English beside it runs from left to right, from the left edge of its column."""
    rows = [samples.row("Plain words")]
    pdf = render_summary(samples.summary(rows), ("ar", "en"), samples.CATALOGS, Paper.LETTER)
    left, right = min(starts(pdf, "Plain")), max(starts(pdf, "Plain"))
    assert left == pytest.approx(50.0, abs=0.5)
    assert right > WIDTH / 2


@pytest.mark.parametrize("language", ["ar", "he", "fa", "ur", "ps"])
def test_words_are_read_as_they_were_written(language: str) -> None:
    words = WRITINGS[language]
    pdf = render(
        samples.document(samples.own_words(words, number=1), samples.signature()),
        language,
        samples.CATALOGS,
        Paper.LETTER,
    )
    assert read(words).strip(".") in read(samples.full_text(pdf))
    assert b"/Direction /R2L" in pdf.data


def test_a_name_from_left_to_right_is_whole_in_a_footer_from_right_to_left() -> None:
    footer = Message("{n}, A 012 345 678")(n=Own("John Smith (Jr.)"))
    letter = Document(document().kind, Message("T"), document().blocks[:1], footer)
    pdf = render(letter, "ar", samples.CATALOGS, Paper.LETTER)
    (name,) = (piece for piece in samples.positions(pdf) if "John Smith" in piece[4])
    assert "John Smith (Jr.)" in name[4]
    assert name[1] > WIDTH / 2


def test_languages_run_as_babel_says() -> None:
    for code, language in load_languages().items():
        assert formats.right_to_left(code) == (language.direction == "rtl")
    assert [formats.right_to_left(code) for code in ("ar", "fa", "he", "fr", "zh")] == [
        True, True, True, False, False,
    ]  # fmt: skip
