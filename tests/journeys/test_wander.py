"""Someone who touches things at random: nothing breaks, and the letter stays behind its gate."""

from __future__ import annotations

import random

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from pdkiosk.interview.answers import Answers
from pdkiosk.interview.flow import Interview
from pdkiosk.ui.widgets import TapButton
from tests.interview.people import random_answers
from tests.journeys.kiosk import Kiosk
from tests.journeys.person import Person

PAINTS = True  # whatever comes is shown
TAPS = 240
AHEAD = 0.35  # the part of taps on Next, or nobody would come far


def _touchable(person: Person) -> list[TapButton]:
    return [b for b in person.shell.findChildren(TapButton) if b.isVisible() and b.isEnabled()]


def _something_stands_there(kiosk: Kiosk, person: Person) -> None:
    shell = kiosk.shell
    assert _touchable(person), f"nothing to touch at {person.place}"
    assert person.words(), f"nothing to read at {person.place}"
    if person.place in ("letter", "print"):
        assert kiosk.answers.get("in_proceedings") in ("yes", "order")
    if person.place == "start":
        assert kiosk.answers == {}
    elif person.place == shell.step_id:
        assert shell.step_id in [step.id for step in shell.course().steps]
        now = shell.context.interview
        anew = Interview(now.guide, now.today, Answers(now.answers.values)).course()
        assert anew.steps == shell.course().steps, "an answer was changed past its one door"
        assert anew.kept.values == shell.course().kept.values


@pytest.mark.parametrize("seed", range(2))
def test_whoever_touches_anything(kiosk: Kiosk, seed: int) -> None:
    chance = random.Random(seed)
    person = kiosk.person()
    for _ in range(TAPS):
        if person.place == "start":
            person.start(chance.choice(["en", "es"]))
            if seed % 2:  # somebody who has answered a lot, so that much can be taken back
                kiosk.give(random_answers(chance))
        person.settle()  # what reads aloud may come or go by itself
        buttons = _touchable(person)
        ahead = [b for b in buttons if b.objectName() == "next"]
        chosen = ahead[0] if ahead and chance.random() < AHEAD else chance.choice(buttons)
        person.tap(chosen)
        _something_stands_there(kiosk, person)
        editors = [
            e
            for kind in (QLineEdit, QPlainTextEdit)
            for e in kiosk.shell.findChildren(kind)
            if e.isVisible()
        ]
        if editors and chance.random() < 0.3:
            name = chance.choice(editors).objectName()
            text = "7" if name.endswith(".number") else chance.choice(["x", "{0}", "7", "@x"])
            person.types(name, text)
            _something_stands_there(kiosk, person)
    assert len(set(person.places)) > 12, "this one hardly came anywhere"
