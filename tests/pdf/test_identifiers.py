"""A number is on paper completely or not at all; only names are shortened."""

from __future__ import annotations

import pytest

from pdkiosk.language.message import Message, Own
from pdkiosk.pdf import Paper, render, render_summary
from pdkiosk.pdf.line import Line
from pdkiosk.pdf.text import wrap
from pdkiosk.pdf.wording import Wording
from tests.pdf import samples
from tests.pdf.samples import CATALOGS, document, paragraphs, row, summary

WORDING = Wording(CATALOGS, "en")
LONG = "María de los Ángeles Guadalupe del Carmen Hernández-Villanueva y Ramírez de la Cruz " * 3
NUMBER = "A ••• ••• 789"


def shown(lines: list[Line]) -> list[str]:
    return ["".join(p.text for p in line.pieces).replace("\u00a0", " ") for line in lines]


@pytest.mark.parametrize(
    "identifier", ["A 012 345 678", "(520) 464-3000 ext. 12", "1 800 898 7180", NUMBER]
)
@pytest.mark.parametrize("typed", [False, True])
def test_no_line_ends_inside_an_identifier(identifier: str, typed: bool) -> None:
    message = Message("{before} {it}, and more words behind it.")
    for letters in range(60):
        it = Own(identifier) if typed else identifier
        spans = WORDING.spans(message(before="x" * letters, it=it))
        assert sum(identifier in line for line in shown(wrap(spans, 11.5, 170.0))) == 1, letters


def test_an_identifier_wider_than_its_column_is_broken_where_it_is_full() -> None:
    lines = wrap(WORDING.spans(Message("A 012 345 678")), 11.5, 40.0)
    assert len(lines) > 1 and all(line.width <= 40.01 for line in lines)


@pytest.mark.parametrize("name", ["Ana", LONG, "x" * 300, "(" + LONG + ")"])
@pytest.mark.parametrize("large", [False, True])
def test_the_footer_shortens_the_name_and_keeps_the_number(name: str, large: bool) -> None:
    footer = Message("{name} · {a_number}")(name=Own(name), a_number=NUMBER)
    made = document(*paragraphs(60), large=large)
    pdf = render(
        type(made)(made.kind, made.title, made.blocks, footer, large=large),
        "en",
        CATALOGS,
        Paper.LETTER,
    )
    pages = samples.page_texts(pdf)
    assert len(pages) > 1
    assert all(NUMBER in page for page in pages)
    assert all(name[:6] in page for page in pages)


@pytest.mark.parametrize("name", ["Ana", LONG * 3, "x" * 900])
def test_the_summary_shortens_the_name_and_keeps_the_number(name: str) -> None:
    who = Message("{name} · {a_number}")(name=Own(name), a_number=NUMBER)
    for languages in (("es", "en"), ("en", "en")):
        pdf = render_summary(summary([row("x")], who=who), languages, CATALOGS, Paper.LETTER)
        assert NUMBER in samples.full_text(pdf)


def test_a_soft_hyphen_leaves_nothing_on_paper() -> None:
    pdf = render(document(samples.own_words("dis\u00adcre\u00adción")), "en", CATALOGS, Paper.A4)
    assert "discreción" in samples.full_text(pdf)


def test_a_decomposed_name_is_printed_with_its_own_letters() -> None:
    pdf = render(document(samples.own_words("A\u0301lvaro")), "en", CATALOGS, Paper.A4)
    assert "Álvaro" in samples.full_text(pdf)
