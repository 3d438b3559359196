"""Without headphones nothing that is said of a page lets an answer be told from another.

Exceptions, and why they are harmless: the two sentences that something is on the screen (they
tell no answer, and on many pages everybody hears them), the number of pages on the button that
prints, and the words of the primary button, which are those of any page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pdkiosk.interview.answers import Answers, Card, Value
from pdkiosk.ui.speaking import Tongue, script
from tests.journeys.kiosk import Kiosk, make_kiosk, the_guide

NEUTRAL = {
    "This follows from your answers. It is on the screen.",
    "Your answer is on the screen.",
}
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
    yield "english", {"understands_english": "no"}
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
    qapp.setStyleSheet("")


def _heard(kiosk: Kiosk, values: dict[str, Value], *, aloud: bool = False) -> dict[str, list[str]]:
    """What is said of each page of this person's way, but for the neutral sentences."""
    context = kiosk.shell.context
    context.interview.answers = Answers(dict(values))
    tongue = Tongue("en", lambda message: context.text(message, "en"), aloud=aloud)
    heard = {}
    for step in context.interview.course().steps:
        if step.page.kind == "print":
            continue  # its papers are made: test_the_papers_to_print_are_not_named
        kiosk.shell.go_to(step.id)
        assert kiosk.shell.screen_widget is not None
        said = [sentence.text for sentence in script(kiosk.shell.screen_widget, tongue)]
        heard[step.id] = [text for text in said if text not in NEUTRAL]
    return heard


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
            continue  # that there is to be no letter has to reach who can not read it
        assert not heard.get(step, plain.get(step)), step


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
    kiosk.shell.go_to(step.id)
    assert kiosk.shell.screen_widget is not None
    tongue = Tongue("en", lambda message: context.text(message, "en"))
    said = {sentence.text for sentence in script(kiosk.shell.screen_widget, tongue)}
    titles = {context.text(part.title, "en") for part in context.papers.parts("en")}
    assert titles and not said & titles
    assert said & NEUTRAL
