"""Undecided factors that weigh against a person are mentioned, but do not block the way."""

from __future__ import annotations

from pdkiosk.documents.answer_text import answer_text, card_facts, decides
from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import Cards, Choice
from pdkiosk.interview import answer_words
from pdkiosk.interview.answers import Card
from pdkiosk.ui import wording
from pdkiosk.ui.screens.card import CardScreen
from pdkiosk.ui.widgets import TextPair
from pdkiosk.ui.widgets.answer_row import AnswerRow
from pdkiosk.ui.widgets.way_card import WayCard
from tests.journeys.kiosk import Kiosk, the_guide


def _record() -> Cards:
    return next(q for q in all_questions(the_guide()) if isinstance(q, Cards) and q.id == "record")


def _way() -> Choice:
    (way,) = [f for f in _record().fields if isinstance(f, Choice) and decides(f)]
    return way


def _texts(screen: CardScreen) -> set[str]:
    return {label.pair.first for label in screen.findChildren(TextPair)}


def test_each_way_is_a_row_with_what_comes_of_it(kiosk: Kiosk) -> None:
    for question in all_questions(the_guide()):
        if isinstance(question, Choice) and decides(question):
            assert all(option.drawing and option.note for option in question.options), question.id
    context = kiosk.shell.context
    given: Card = {"record_kind": "dui"}
    context.interview.answers.set("record", [given])
    screen = CardScreen(context, _record(), 0)
    rows = screen.findChildren(WayCard)
    assert len(rows) == 3
    assert all(len(row.spoken()) == 2 for row in rows)


def test_not_decided_is_said_and_the_button_says_so(kiosk: Kiosk) -> None:
    context = kiosk.shell.context
    said = answer_words.NOT_DECIDED
    for card, undecided in (({}, True), ({_way().id: "leave"}, False)):
        given: Card = {"record_kind": "dui", **card}
        context.interview.answers.set("record", [given])
        screen = CardScreen(context, _record(), 0)
        assert (screen.primary is wording.DECIDE_LATER) is undecided
        assert (context.pair(said).first in _texts(screen)) is undecided
        assert (said in card_facts(context.interview, _record(), given)) is undecided


def test_the_check_page_says_of_each_what_happens_with_it(kiosk: Kiosk) -> None:
    context = kiosk.shell.context
    cards: list[Card] = [
        {"record_kind": "dui", _way().id: "lawyer"},
        {"record_kind": "drugs"},
    ]
    situation = context.interview.situation()
    shown = answer_text(context.guide, _record(), [*cards], True, situation)
    text = context.text(shown, "en")
    labels = {option.id: option.label for option in _way().options}
    assert labels["lawyer"] in text and answer_words.NOT_DECIDED.text in text
    assert answer_text(context.guide, _way(), None, False, situation) is answer_words.NOT_DECIDED


def test_what_stays_out_of_the_letter_is_not_bold_in_the_list_of_answers(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("es")
    kiosk.give({"in_proceedings": "yes", "way": "full", "weighs": ["prior_order"]})
    for way, bold in (("keep", True), ("leave", False), ("lawyer", False)):
        entry: Card = {"record_kind": "dui", "record_way": way}
        kiosk.give({"record": [entry], "prior_order_way": way})
        person.shell.navigator.go_to("letter")
        person.settle()
        if person.sees("letter.answers"):
            person.tap("letter.answers")
        for question in ("record", "prior_order_way"):
            row = person.find(f"answer:{question}")
            assert isinstance(row, AnswerRow)
            assert row._answered is bold, (question, way)


def test_one_page_asks_what_is_to_happen_with_it_and_the_next_one_the_rest(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("es")
    kiosk.give({"in_proceedings": "yes", "way": "short", "stage": "court"})
    person.shell.navigator.go_to("record")
    person.settle()
    person.tap("record.add.dui")
    for way in ("leave", "lawyer"):
        person.tap(f"record_way.{way}")
        assert not person.leads_on() and not person.sees("record_result")
    person.tap("record_way.keep")
    assert person.leads_on() and not person.sees("record_result")
    person.next()
    assert person.place == "card:more:record:0" and not person.sees("record_way")
    person.tap("record_result.pleaded")
    person.back()
    assert person.place == "card:record:0" and person.is_chosen("record_way.keep")
    person.next()
    assert person.is_chosen("record_result.pleaded")
    person.next()
    assert person.place == "record"
    entry = {"record_kind": "dui", "record_way": "keep", "record_result": "pleaded"}
    assert kiosk.answers["record"] == [entry]


def test_after_both_pages_of_an_entry_one_is_where_it_was_opened_from(kiosk: Kiosk) -> None:
    """As after the one page of an entry that has no second."""
    person = kiosk.person()
    person.start("es")
    person.sizes("largest")
    entries: dict[str, Card] = {
        way: {"record_kind": "dui", "record_way": way} for way in ("keep", "leave")
    }
    for entry in entries.values():
        kiosk.give({"in_proceedings": "yes", "way": "short", "stage": "court"}, record=[entry] * 6)
        person.shell.navigator.go_to("record")
        frame = person.shell.frame
        frame.reveal("record.5")
        person.settle()
        was = frame.scrolled()
        assert was, "the entry would be in view anyhow"
        person.tap("record.5")
        person.next()
        if entry is entries["keep"]:
            assert person.place == "card:more:record:5"
            person.next()
        person.settle()
        assert person.place == "record"
        assert (frame.scrolled(), frame.focused_name()) == (was, "record.5")
