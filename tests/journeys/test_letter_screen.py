"""The letter on the screen says exactly what the paper says."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pdkiosk.documents.model import Paragraph
from pdkiosk.language.identifiers import NO_BREAK_SPACE
from pdkiosk.pdf.text import Words
from pdkiosk.pdf.wording import Wording
from pdkiosk.ui.screens.letter import LetterScreen
from pdkiosk.ui.screens.letter_sheet import SentenceRow
from tests.documents.people import GATES, MARIA
from tests.journeys.kiosk import Kiosk, make_kiosk


def test_the_screen_says_each_sentence_as_the_paper_does(kiosk: Kiosk) -> None:
    kiosk.give(
        {**GATES, **MARIA}, work_kind="Sol Inc.", lived_where="Mesa, Ariz.", sponsor="Tía Inés…"
    )
    context = kiosk.shell.context
    context.preferences.first = "es"
    context.preferences.everywhere = True
    step = next(s for s in context.interview.course().steps if s.page.kind == "letter")
    screen = LetterScreen(context, step)
    rows = [[b.pair.first for b in row._blocks] for row in screen.findChildren(SentenceRow)]
    wordings = [Wording(context.catalogs, language) for language in ("es", "en")]
    seen = 0
    for block in context.papers.letter().blocks:
        for sentence in block.sentences if isinstance(block, Paragraph) else ():
            spans = [wording.sentence(sentence) for wording in wordings]
            if all(isinstance(span, Words) for span in (*spans[0], *spans[1])):
                printed = [
                    "".join(s.text for s in some if isinstance(s, Words)).replace(
                        NO_BREAK_SPACE, " "
                    )
                    for some in spans
                ]
                assert printed in rows
                seen += 1
    assert seen > 10
    english = [row[-1] for row in rows]
    assert any("Sol Inc." in text for text in english)
    assert not any(".." in text or "…." in text for row in rows for text in row)


def test_a_line_under_a_sentence_is_named_among_what_is_missing(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("en")
    kiosk.give({**GATES, "sponsor": "brother"})
    person.shell.navigator.go_to("letter")
    person.settle()
    # In the list it is an item, on the sheet it leads to a line.
    assert "Who I would live with (name, address, telephone)" in person.words()
    assert person.reads("Who I would live with (name, address, telephone): ____")
    kiosk.give({"sponsor": None})
    person.shell.navigator.go_to("print")
    person.shell.navigator.go_to("letter")
    person.settle()
    assert not person.reads("Who I would live with (name, address, telephone)")


@pytest.mark.parametrize(
    ("size", "both"), [((1280, 1024), True), ((1080, 1920), False)], ids=["in both", "upright"]
)
def test_what_is_missing_is_said_where_nothing_stands_beside_the_letter(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int], both: bool
) -> None:
    kiosk = make_kiosk(tmp_path, qtbot.waitUntil, size=size)
    qtbot.addWidget(kiosk.shell)
    person = kiosk.person()
    person.start("es")
    kiosk.shell.context.preferences.everywhere = both
    kiosk.give(GATES)
    person.shell.navigator.go_to("letter")
    person.settle()
    screen = kiosk.shell.findChild(LetterScreen)
    assert screen is not None and screen._columns is None
    assert person.reads("Falta, a mano") and person.reads("Su firma")


def test_a_letter_that_is_in_view_as_a_whole_asks_nobody_whether_it_was_read(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("es")
    for answers, asked in ((GATES, False), ({**GATES, **MARIA}, True)):
        kiosk.give(answers)
        person.shell.navigator.go_to("letter")
        person.settle()
        assert person.shell.frame.reads_on is asked
        assert person.reads("Ya la leí toda") is asked
    while person.shell.frame.reads_on:
        person.shell.frame.read_on()
        person.settle()
    assert not person.reads("Ya la leí toda")
