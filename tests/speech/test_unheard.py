"""Without headphones, what is read of a page never reveals an answer, or whether there is one.

Exceptions, and why they are harmless: the number of pages on the button that prints, and the
words of the primary button, which are those of any page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from pdkiosk.guide.model import (
    ANumber,
    Cards,
    Choice,
    Choices,
    DateQuestion,
    LongText,
    Number,
    Papers,
    Question,
    TextQuestion,
)
from pdkiosk.interview.answers import Answers, Card, Value
from pdkiosk.interview.flow import Step
from pdkiosk.language.message import PartialDate
from pdkiosk.ui.reading.script import ReadingMode, script
from pdkiosk.ui.window.registry import make_screen
from tests.journeys.kiosk import Kiosk, make_kiosk, the_guide

NOT_IN_FULL = ["Without headphones, this page is not read in full.", "It is on the screen."]
ANSWER = "What you answer here, and what follows from it, is shown on the screen only."
_GROUPS = {
    "life": "reasons_life",
    "family": "reasons_family",
    "medical": "medical",
    "high": "weighs",
}


def _base() -> dict[str, Value]:
    return {
        "in_proceedings": "yes",
        "way": "full",
        "strong_case": "weak",
        "has_lawyer": "no",
        "applications": [],
        "fear": "no",
        "reasons_life": [],
        "reasons_family": [],
        "weighs": [],
        "people": [],
        "record": [],
    }


def _others() -> Iterator[tuple[str, dict[str, Value]]]:
    """What one person answers otherwise than another."""
    for factor in the_guide().factor:
        changed: dict[str, Value] = {_GROUPS[factor.group]: [factor.id]}
        if factor.group == "medical":
            changed["reasons_family"] = ["health"]
        yield f"factor-{factor.id}", changed
        if factor.group == "high":
            yield f"kept-{factor.id}", {**changed, f"{factor.id}_way": "keep"}
    yield "fear", {"fear": "yes"}
    yield "fear-unknown", {"fear": None}
    yield "no-case", {"in_proceedings": "no"}
    yield "case-unknown", {"in_proceedings": None}
    yield "order", {"in_proceedings": "order"}
    yield "strong", {"strong_case": "yes"}
    yield "lawyer", {"has_lawyer": "yes"}
    yield "asylum", {"applications": ["asylum", "bond", "adjustment"]}
    yield "lost", {"stage": "against_me"}
    yield "dismiss", {"requests": ["dismiss"]}
    drugs: Card = {"record_kind": "drugs", "record_way": "keep"}
    yield "record", {"record": [drugs]}
    dui: Card = {"record_kind": "dui", "record_way": "leave"}
    yield "left-out", {"record": [dui]}
    daughter: Card = {"relation": "daughter", "person_status": "citizen"}
    yield "family", {"people": [daughter]}
    yield "papers", {"papers": {"support_letters": "ask"}}


OTHERS = dict(_others())


@pytest.fixture(scope="module")
def kiosk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kiosk]:
    folder: Path = tmp_path_factory.mktemp("papers")
    made = make_kiosk(folder, lambda *_, **__: None)
    made.shell.context.preferences.first = "en"
    yield made
    made.shell.close()


def _said(kiosk: Kiosk, step: Step, *, aloud: bool = False) -> list[str]:
    """What is said of a page. It is not shown: to lay it out takes four times as long."""
    context = kiosk.shell.context
    mode = ReadingMode("en", lambda message: context.text(message, "en"), aloud=aloud)
    screen = make_screen(context, step)
    said = [sentence.text for sentence in script(screen, mode)]
    delete(screen)
    return said


def _heard(kiosk: Kiosk, values: dict[str, Value], *, aloud: bool = False) -> dict[str, list[str]]:
    """What is said of each page of this person's way."""
    interview = kiosk.shell.context.interview
    interview.answers = Answers(dict(values))
    return {
        step.id: _said(kiosk, step, aloud=aloud)
        for step in interview.course().steps
        if step.page.kind != "print"  # its papers are made: test_the_papers_to_print_are_not_named
    }


@pytest.fixture(scope="module")
def plain(kiosk: Kiosk) -> dict[str, list[str]]:
    return _heard(kiosk, _base())


@pytest.mark.parametrize("other", OTHERS)
def test_nobody_can_tell_two_people_apart(
    kiosk: Kiosk, plain: dict[str, list[str]], other: str
) -> None:
    heard = _heard(kiosk, {**_base(), **OTHERS[other]})
    for step in plain.keys() & heard.keys():
        assert heard[step] == plain[step], step
    cut = len(heard) < len(plain) and other in ("no-case", "case-unknown")
    for step in plain.keys() ^ heard.keys():
        if cut and step in plain:
            continue  # the way ends before it: it is not heard of that person at all
        if step.startswith("stop_"):
            continue  # that there is to be no letter has to reach who cannot read it
        assert heard.get(step, plain.get(step)) == NOT_IN_FULL, step


def _answers(question: Question) -> Iterator[Value]:
    """Answers of every sort that a question can get, those that something is wrong with left out.

    Of a choice, each; None is "I do not know".
    """
    if question.unknown:
        yield None
    match question:
        case Choice():
            yield from (option.id for option in question.options)
        case Choices():
            yield from ([option.id] for option in question.options)
            yield [option.id for option in question.options]
        case TextQuestion():
            yield "Zebulon"
            yield from (f"@{option.id}" for option in question.suggestions)
        case LongText():
            yield "Zebulon"
            yield "Zebulon " * (question.limit // 8)  # how much room is left is shown then
        case ANumber():
            yield "A 012-345-678"
        case Number():
            yield question.most
        case DateQuestion():
            yield PartialDate(2024)
            yield PartialDate(2024, 2, 29, about=True)
        case Cards():
            for option in question.lead.options:
                card: Card = {question.lead.id: option.id}
                yield [card]
        case Papers():
            yield {"support_letters": "ask"}


def test_nobody_can_tell_whether_it_was_answered(kiosk: Kiosk) -> None:
    interview = kiosk.shell.context.interview
    interview.answers = Answers(_base())
    asked = {s.id: s.questions[0] for s in interview.course().steps if s.questions}
    sorts = set()
    for step_id, question in asked.items():
        heard = []
        left_out = {key: value for key, value in _base().items() if key != question.id}
        for values in (left_out, *({**left_out, question.id: v} for v in _answers(question))):
            interview.answers = Answers(values)
            step = next(s for s in interview.course().steps if s.id == step_id)
            heard.append(_said(kiosk, step))
        assert len(heard) > 1 and all(said == heard[0] for said in heard), step_id
        assert heard[0].count(ANSWER) + heard[0].count(NOT_IN_FULL[0]) == 1, step_id
        sorts.add(type(question))
    assert sorts == {
        *(Choice, Choices, TextQuestion, LongText, ANumber, Number, DateQuestion, Cards, Papers)
    }


def test_it_is_the_page_that_is_shown(kiosk: Kiosk, plain: dict[str, list[str]]) -> None:
    context = kiosk.shell.context
    context.interview.answers = Answers(_base())
    mode = ReadingMode("en", lambda message: context.text(message, "en"))
    for step, said in plain.items():
        kiosk.shell.navigator.go_to(step)
        assert kiosk.shell.frame.screen is not None
        assert [s.text for s in script(kiosk.shell.frame.screen, mode)] == said, step


def test_with_headphones_it_is_all_read(kiosk: Kiosk) -> None:
    values = {**_base(), "reasons_family": ["victim"], "fear": "yes"}
    heard = _heard(kiosk, values, aloud=True)
    assert "Tell the judge or an officer" in heard["fear"]
    steps = kiosk.shell.context.interview.course().steps
    followed = [step.id for step in steps if step.factor is not None]
    assert followed and all(len(heard[step]) > 1 for step in followed)


def test_the_papers_to_print_are_not_named(kiosk: Kiosk, qtbot: QtBot) -> None:
    context = kiosk.shell.context
    context.interview.answers = Answers({**_base(), "reasons_family": ["victim"]})
    step = next(s for s in context.interview.course().steps if s.page.kind == "print")
    kiosk.shell.navigator.go_to(step.id)
    assert kiosk.shell.frame.screen is not None
    mode = ReadingMode("en", lambda message: context.text(message, "en"))
    said = {sentence.text for sentence in script(kiosk.shell.frame.screen, mode)}
    titles = {context.text(part.title, "en") for part in context.papers.parts("en")}
    assert titles and not said & titles
    assert said.issuperset(NOT_IN_FULL)
