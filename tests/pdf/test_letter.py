from __future__ import annotations

import itertools
import re
import time

import pytest

from pdkiosk.documents.model import CodedRow, Heading, PageBreak, Paragraph, Sentence, WriteIn
from pdkiosk.language.message import Blank, Message, Own
from pdkiosk.pdf import Paper, Pdf, render
from tests.pdf import samples
from tests.pdf.samples import CATALOGS, document, full_text, letter, own_words, page_texts, said


def rendered(*blocks: object, **more: object) -> Pdf:
    return render(document(*blocks, **more), "en", CATALOGS, Paper.LETTER)  # type: ignore[arg-type]


def test_each_block_is_on_paper() -> None:
    text = full_text(render(letter(), "en", CATALOGS, Paper.LETTER))
    for expected in (
        "María López Ruiz",
        "Date:",
        "Office of the Principal Legal Advisor",
        "Field Office Director",
        "RE:",
        "Next hearing:",
        "My life",
        "20. I have gone to every hearing",
        "As I typed it:",
        "“I ask <b>you & yours</b>.”",
        "Read each line.",
        "I declare under penalty of perjury.",
        "Sign here",
        "Birth certificate",
        "To follow",
        "By mail",
        "12 Road",
        "Adapted from the guide.",
    ):
        assert expected in text


def test_pages_are_counted_and_said_at_the_foot_of_each() -> None:
    pdf = render(letter(), "en", CATALOGS, Paper.LETTER)
    assert pdf.pages == len(samples.reader(pdf).pages) >= 4
    for number, text in enumerate(page_texts(pdf), 1):
        assert f"Page {number} of {pdf.pages}" in text
        assert "Footer words" in text


def test_credit_stands_once_on_the_last_page_in_small_but_readable_print() -> None:
    pdf = render(letter(), "en", CATALOGS, Paper.LETTER)
    places = [p for p in samples.positions(pdf) if "Adapted" in p[4]]
    assert [place[0] for place in places] == [pdf.pages - 1]
    assert places[0][3] >= 8


@pytest.mark.parametrize("count", range(18, 34))
def test_credit_never_has_a_page_to_itself(count: int) -> None:
    blocks = samples.paragraphs(count, 1)
    pdf = rendered(*blocks, credit=(Message("Credit words. " * 30),))
    assert "hearing" in page_texts(pdf)[-1]


def test_banner_is_on_every_page() -> None:
    pdf = rendered(*samples.paragraphs(60), banner=Message("READING COPY: DO NOT SEND"))
    assert pdf.pages > 2
    assert all("READING COPY: DO NOT SEND" in text for text in page_texts(pdf))


@pytest.mark.parametrize("paper", Paper)
def test_nothing_is_outside_the_margins(paper: Paper) -> None:
    width, height = paper.value
    story = own_words("W" * 3000 + " iiii " + "ñ" * 500)
    pdf = render(document(*letter().blocks, story), "en", CATALOGS, paper)
    page = samples.reader(pdf).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(paper.value)
    for _page, x, y, size, text in samples.positions(pdf):
        assert x >= 71.9
        for line in text.splitlines():
            # No character of the fonts is narrower than a fifth of an em.
            assert x + 0.2 * size * len(line.strip()) <= width - 71.9
        assert 20 < y < height - 20
        assert y >= 72 or size <= 8


@pytest.mark.parametrize("count", range(14, 32))
def test_signature_is_never_split_nor_alone(count: int) -> None:
    last = Paragraph((said("This is the declaration."),))
    pdf = rendered(
        *samples.paragraphs(count, 1), Heading(Message("Declare")), last, samples.signature()
    )
    (signed,) = [text for text in page_texts(pdf) if "Sign here" in text]
    for expected in ("Declare", "This is the declaration.", "X", "Date signed", "City and state"):
        assert expected in signed


@pytest.mark.parametrize("count", range(14, 32))
def test_heading_stays_with_its_paragraph(count: int) -> None:
    pdf = rendered(
        *samples.paragraphs(count, 1),
        Heading(Message("A Heading")),
        Paragraph((said("What follows it."),)),
    )
    (page,) = [text for text in page_texts(pdf) if "A Heading" in text]
    assert "What follows it." in page


@pytest.mark.parametrize("count", range(14, 32))
def test_what_belongs_to_the_line_before_it_stays_with_it(count: int) -> None:
    street = WriteIn(Message("Street of that place:"), inset=True)
    card = [
        CodedRow("4E 1", Message("My family"), (Message("Daughter Ana"),)),
        CodedRow("", Message("Age"), (Message("9"),), inner=True),
        CodedRow("", Message("Lived together"), (Message("Yes"),), inner=True),
    ]
    for first, *others in ([Paragraph((said("I can live with her."),)), street], card):
        pages = page_texts(rendered(*samples.paragraphs(count, 1), first, *others))
        begins = "I can live" if others == [street] else "Daughter Ana"
        ends = "Street of that place" if others == [street] else "Lived together"
        assert [begins in text for text in pages] == [ends in text for text in pages]


@pytest.mark.parametrize("count", range(10, 30))
def test_no_lonely_lines(count: int) -> None:
    marked = Paragraph((said("one\ntwo\nthree\nfour"),))
    pages = page_texts(rendered(*samples.paragraphs(count, 1), marked))
    on_page = [
        [w for w in ("one", "two", "three", "four") if w in re.findall(r"\w+", text)]
        for text in pages
    ]
    assert all(len(lines) != 1 for lines in on_page)
    assert sum(map(len, on_page)) == 4


def test_page_break_begins_one_new_page() -> None:
    first, second = Paragraph((said("first"),)), Paragraph((said("second"),))
    pdf = rendered(PageBreak(), first, PageBreak(), PageBreak(), second, PageBreak())
    assert ["first" in text for text in page_texts(pdf)] == [True, False]
    assert pdf.pages == 2


def test_empty_document_is_one_page() -> None:
    assert rendered().pages == 1


def test_exhibits_are_named_before_the_full_stop() -> None:
    one = Sentence(Message("She is a citizen."), exhibits=("A",))
    two = Sentence(Message("I pay taxes."), exhibits=("B", "C"))
    none = Sentence(Message("Who?"), exhibits=("D",))
    text = full_text(rendered(Paragraph((one, two, none))))
    assert "She is a citizen (Exhibit A). I pay taxes (Exhibits B and C). Who? (Exhibit D)" in text


def test_typed_words_stay_whole_and_end_with_one_full_stop() -> None:
    typed = Message("I have {i}.")(i=Own("Asthma."))
    plain, cited = Sentence(typed), Sentence(typed, exhibits=("A",))
    text = full_text(rendered(Paragraph((plain, cited, plain))))
    assert "I have Asthma. I have Asthma. (Exhibit A) I have Asthma." in text
    assert ".." not in text


def test_several_lines_to_write_on_stand_under_their_label() -> None:
    pdf = rendered(
        WriteIn(Message("My reasons:"), lines=5), WriteIn(Message("Street:"), inset=True)
    )
    content = samples.reader(pdf).pages[0].get_contents()
    assert content is not None
    rules = re.findall(rb"n ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", content.get_data())
    wide = [float(y) for left, y, right, _y in rules if float(right) - float(left) > 460]
    label = next(p for p in samples.positions(pdf) if "My reasons" in p[4])
    below = [y for y in wide if 60 < y < label[2]]
    assert len(below) == 5
    assert all(a - b >= 24 for a, b in itertools.pairwise(below))


def test_blank_is_a_line_of_its_width_and_never_broken() -> None:
    for lead in range(40):
        text = "a" * lead + " {b}."
        pdf = rendered(Paragraph((said(text, b=Blank(80)),)))
        content = samples.reader(pdf).pages[0].get_contents()
        assert content is not None
        lines = re.findall(rb"n ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", content.get_data())
        lengths = [float(right) - float(left) for left, _y, right, _y2 in lines]
        assert any(length == pytest.approx(80 / 25.4 * 72, abs=0.1) for length in lengths)
        assert all(float(right) <= 540.1 for _left, _y, right, _y2 in lines)


def test_blank_wider_than_the_page_is_as_wide_as_the_column() -> None:
    assert rendered(Paragraph((said("{b} and {b}", b=Blank(900)),))).pages == 1


@pytest.mark.parametrize("unit", ["x", "word ", "a-b ", "\n", " ", "é\u0301"])
def test_long_own_words_lose_nothing(unit: str) -> None:
    text = "<" + unit * (20_000 // len(unit)) + ">"  # ten pages
    pdf = rendered(own_words(text))
    found = full_text(pdf)
    body = re.sub(r"Page \d+ of \d+|Footer words", "", found)
    letter = unit.strip()[:1]
    assert body.count(letter) >= text.count(letter) if letter else "<" in body
    assert ">”" in body.replace(" ", "")


def test_time_is_linear_in_the_length() -> None:
    papers = [document(own_words("x" * length)) for length in (12_500, 50_000)]
    found: list[list[float]] = [[], []]
    for _ in range(7):  # by turns, so that whatever else this machine does falls on both
        for paper, spent in zip(papers, found, strict=True):
            begin = time.process_time()
            render(paper, "en", CATALOGS, Paper.LETTER)
            spent.append(time.process_time() - begin)
    short, long = map(min, found)
    assert long < 8 * short


def test_translation_gets_lines_by_the_length_of_the_text() -> None:
    def lines(text: str) -> int:
        more = {"translation_label": Message("In English:")}
        count = 0
        for page in samples.reader(rendered(own_words(text, **more))).pages:
            content = page.get_contents()
            assert content is not None
            count += len(re.findall(rb"72 [\d.]+ m 540 [\d.]+ l S", content.get_data()))
        return count

    short = lines("Hello.")
    footer = 1
    assert short == 3 + footer
    assert short < lines("Hello there. " * 40) < lines("Hello there. " * 5000)


def test_table_headings_are_repeated() -> None:
    from pdkiosk.documents.model import ExhibitRow, ExhibitTable

    rows = tuple(ExhibitRow(f"Z{n}", said("A paper")) for n in range(90))
    labels = (Message("What goes with it"), Message("Pages"), Message("Follows"))
    pages = page_texts(rendered(ExhibitTable(*labels, rows)))
    assert len(pages) > 2
    assert all("What goes with it Pages" in text for text in pages)


def test_the_environment_of_a_build_leaves_no_day_on_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    usual = render(letter(), "en", CATALOGS, Paper.LETTER)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795987397")
    assert render(letter(), "en", CATALOGS, Paper.LETTER) == usual


def test_same_paper_is_the_same_bytes() -> None:
    assert render(letter(), "en", CATALOGS, Paper.LETTER) == render(
        letter(), "en", CATALOGS, Paper.LETTER
    )


def test_metadata_names_the_paper_and_nobody() -> None:
    pdf = samples.reader(render(letter(), "es", CATALOGS, Paper.LETTER))
    information = pdf.metadata
    assert information is not None
    assert information.title == "Request for discretion"
    assert not information.author
    assert information.creator == information.producer == "pdkiosk"
    assert pdf.trailer["/Root"]["/Lang"] == "es"  # type: ignore[index]
    assert "2026" not in str(information)
