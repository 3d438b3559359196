from __future__ import annotations

import re
import time

import pytest
from msgspec import structs

from pdkiosk.documents.model import OneLanguage, SummarySection
from pdkiosk.language.message import Message, Own
from pdkiosk.pdf import Paper, render_summary
from tests.pdf import samples
from tests.pdf.samples import CATALOGS, full_text, row, summary

BOTH = ("es", "en")


def numbers_left_out(text: str) -> list[int]:
    return [int(n) for n in re.findall(r"(\d+) lines? left out", text)]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("languages", [BOTH, ("en", "en")])
@pytest.mark.parametrize("rows", [0, 1, 10, 40, 200])
@pytest.mark.parametrize("keep", [0, 1, 5])
@pytest.mark.parametrize("words", [2, 30])
def test_always_one_page(
    paper: Paper, languages: tuple[str, str], rows: int, keep: int, words: int
) -> None:
    stays_on_one_page(paper, languages, rows, keep, words)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("words", [2, 30])
def test_a_thousand_rows_are_one_page(paper: Paper, words: int) -> None:
    stays_on_one_page(paper, BOTH, 1000, 5, words)


def stays_on_one_page(
    paper: Paper, languages: tuple[str, str], rows: int, keep: int, words: int
) -> None:
    many = [row("words " * words, tick=n % 2 == 0, keep=keep) for n in range(rows)]
    half = rows // 2
    pdf = render_summary(summary(many[:half], many[half:]), languages, CATALOGS, paper)
    assert pdf.pages == len(samples.reader(pdf).pages) == 1
    width, height = paper.value
    for _page, x, y, size, _text in samples.positions(pdf):
        assert 44 <= x <= width - 44
        assert 30 < y < height - 40
        assert size >= 8


@pytest.mark.parametrize("sections", [30, 300])
def test_one_page_with_far_too_many_sections_and_warnings(sections: int) -> None:
    content = summary(*([row("a row")] for _ in range(sections)), warnings=(Message("Care!"),) * 90)
    pdf = render_summary(content, BOTH, CATALOGS, Paper.LETTER)
    assert pdf.pages == 1
    assert numbers_left_out(full_text(pdf))


def test_two_columns_for_two_languages_and_one_for_one() -> None:
    content = summary([row("a reason")])
    assert full_text(render_summary(content, BOTH, CATALOGS, Paper.LETTER)).count("a reason") == 2
    one = render_summary(content, ("en", "en"), CATALOGS, Paper.LETTER)
    assert full_text(one).count("a reason") == 1


def test_words_of_one_language_stand_there_once_over_the_whole_width() -> None:
    words = "Ask an officer in your unit for a law library slip " * 2
    once = OneLanguage(Message("{t}")(t=Own(words)), Message("Law library:"))
    content = summary([row("in columns"), row("not shown", once=once)])
    pdf = render_summary(content, BOTH, CATALOGS, Paper.LETTER)
    text = full_text(pdf)
    assert text.count("Ask an officer") == 2 and "not shown" not in text
    assert text.count("Law library:") == 1
    assert text.count("in columns") == 2
    # Two lines of it at most: in a column it would take four.
    heights = {y for _, _, y, _, t in samples.positions(pdf) if "officer" in t or "slip" in t}
    assert len(heights) <= 2


def test_a_section_says_in_its_own_words_what_was_left_out() -> None:
    rows = tuple(row(f"helper{n}.", keep=3) for n in range(90))
    content = summary([row("first")])
    call = SummarySection(Message("Call"), rows, (), Message("{n} more on the help page"))
    pdf = render_summary(
        structs.replace(content, sections=(*content.sections, call)), BOTH, CATALOGS, Paper.LETTER
    )
    text = full_text(pdf)
    shown = len(set(re.findall(r"helper[0-9]+\.", text)))
    assert 0 < shown < 90
    assert text.count(f"{90 - shown} more on the help page") == 2
    assert not numbers_left_out(text)


def test_letters_shrink_to_nine_points_and_not_below() -> None:
    few = render_summary(summary([row("a reason")]), BOTH, CATALOGS, Paper.LETTER)
    assert max(p[3] for p in samples.positions(few) if "a reason" in p[4]) == 11
    many = summary([row(f"reason {n}.", keep=1) for n in range(300)])
    sizes = {
        p[3]
        for p in samples.positions(render_summary(many, BOTH, CATALOGS, Paper.LETTER))
        if "reason" in p[4]
    }
    assert sizes == {9}


def test_rows_of_the_highest_rank_go_first_the_last_ones_first() -> None:
    needed = [row(f"needed{n}.") for n in range(10)]
    first = [row(f"first{n}.", keep=1) for n in range(10)]
    second = [row(f"second{n}.", keep=2) for n in range(60)]
    content = summary(needed, second, first)
    text = full_text(render_summary(content, BOTH, CATALOGS, Paper.LETTER))
    for n in range(10):
        assert f"needed{n}." in text
        assert f"first{n}." in text
    shown = [n for n in range(60) if f"second{n}." in text]
    assert 0 < len(shown) < 60
    assert shown == list(range(len(shown)))
    assert numbers_left_out(text) == [60 - len(shown)] * 2
    # Said in its place: behind the last row that is shown.
    assert text.rindex(f"second{shown[-1]}.") < text.index("left out") < text.index("first0.")


def test_nothing_is_said_to_be_left_out_when_all_fits() -> None:
    text = full_text(render_summary(summary([row("x", keep=3)]), BOTH, CATALOGS, Paper.LETTER))
    assert "left out" not in text


def test_enormous_text_is_shortened_at_a_word_and_counted() -> None:
    content = summary([row("before"), row("enormous " * 5000), row("after")])
    text = full_text(render_summary(content, BOTH, CATALOGS, Paper.LETTER))
    assert "before" in text
    assert "after" in text
    assert re.search(r"enormous …", text)
    assert numbers_left_out(text) == [1, 1]


def test_enormous_word_is_shortened() -> None:
    content = summary([row("x" * 50_000)])
    text = full_text(render_summary(content, BOTH, CATALOGS, Paper.LETTER))
    assert "x …" in text
    assert numbers_left_out(text) == [1, 1]


def test_tick_boxes_are_large_enough_even_on_a_full_page() -> None:
    content = summary([row("a row", tick=True, keep=1) for _ in range(90)])
    page = samples.reader(render_summary(content, BOTH, CATALOGS, Paper.LETTER)).pages[0]
    contents = page.get_contents()
    assert contents is not None
    boxes = re.findall(rb"n [\d.]+ [\d.]+ ([\d.]+) ([\d.]+) re S", contents.get_data())
    small = [float(w) for w, h in boxes if w == h]
    assert len(small) > 20
    # The line of the box, 1.1 points, is half inside and half outside.
    assert min(small) + 1.1 >= 4 / 25.4 * 72


def test_same_summary_is_the_same_bytes_and_names_nobody() -> None:
    content = summary([row("a reason")])
    pdf = render_summary(content, BOTH, CATALOGS, Paper.LETTER)
    assert pdf == render_summary(content, BOTH, CATALOGS, Paper.LETTER)
    information = samples.reader(pdf).metadata
    assert information is not None
    assert information.title == "My summary"
    assert not information.author


def test_a_full_page_is_made_quickly() -> None:
    content = summary(*([row(f"reason {n} and more words", keep=2)] * 20 for n in range(8)))
    render_summary(content, BOTH, CATALOGS, Paper.LETTER)
    begin = time.process_time()
    render_summary(content, BOTH, CATALOGS, Paper.LETTER)
    assert time.process_time() - begin < 0.5
