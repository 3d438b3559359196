"""The cards "None of these" and "I do not know".

"None of these" unchecks the others, they uncheck it, and it is an answer.
"""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.guide.model import Choice, Choices, Option, Text, Words
from pdkiosk.interview.answers import Value
from pdkiosk.ui.fields.base import QuestionField, Slot
from pdkiosk.ui.fields.make import make_field
from pdkiosk.ui.screens.questions import answer_slot
from pdkiosk.ui.widgets import ChoiceCard
from tests.journeys.kiosk import Kiosk

ASKED = Choices(
    id="community_kinds",
    prompt=Words("How do you take part?"),
    short=Words("My community"),
    nothing=Words("None of these"),
    options=[
        Option(id="faith", icon="church", label=Words("A church or faith group")),
        Option(id="school", icon="school", label=Words("My children’s school")),
    ],
)


def _field(kiosk: Kiosk, roomy: bool) -> QuestionField:
    context = kiosk.shell.context
    slot = answer_slot(context, ASKED, lambda: None)
    field = make_field(context, ASKED, slot, roomy=roomy)
    field.setParent(kiosk.shell)
    field.show()
    return field


def _touch(kiosk: Kiosk, field: QuestionField, name: str) -> set[str]:
    """Touches a card, and gives the names of those that are chosen then."""
    card = field.findChild(ChoiceCard, f"{ASKED.id}.{name}")
    assert isinstance(card, ChoiceCard)
    card.click()
    cards = field.findChildren(ChoiceCard)
    return {card.objectName().removeprefix(f"{ASKED.id}.") for card in cards if card.isChecked()}


@pytest.mark.parametrize("roomy", [True, False])
def test_none_of_these_and_the_others_clear_each_other(kiosk: Kiosk, roomy: bool) -> None:
    answers = kiosk.shell.context.interview.answers
    answers.clear(ASKED.id)
    field = _field(kiosk, roomy)
    assert _touch(kiosk, field, "faith") == {"faith"}
    assert _touch(kiosk, field, "school") == {"faith", "school"}
    assert _touch(kiosk, field, "nothing") == {"nothing"} and answers.get(ASKED) == []
    assert _touch(kiosk, field, "school") == {"school"} and answers.get(ASKED) == ["school"]


def test_what_is_taken_back_is_no_answer(kiosk: Kiosk) -> None:
    answers = kiosk.shell.context.interview.answers
    answers.clear(ASKED.id)
    field = _field(kiosk, True)
    for name in ("faith", "nothing"):
        _touch(kiosk, field, name)
        kiosk.shell.context.look.taps.now = lambda: 1e9  # a moment later
        assert ASKED.id in answers
    assert _touch(kiosk, field, "nothing") == set()
    assert ASKED.id not in answers


def test_none_of_these_is_shown_again_and_comes_last(kiosk: Kiosk) -> None:
    slot = Slot(True, [], lambda value: None, lambda: None)
    field = make_field(kiosk.shell.context, ASKED, slot, roomy=True)
    field.setParent(kiosk.shell)
    cards = field.findChildren(ChoiceCard)
    assert [card.objectName() for card in cards][-1] == f"{ASKED.id}.nothing"
    assert [card.isChecked() for card in cards] == [False, False, True]


@pytest.mark.parametrize("roomy", [True, False])
@pytest.mark.parametrize(
    "look", [{"icon": "church"}, {"drawing": "clock-30"}, {"points": True}, {}], ids=str
)
def test_every_look_of_a_choice_has_a_card_for_who_does_not_know(
    kiosk: Kiosk, look: dict[str, str | bool], roomy: bool
) -> None:
    more: dict[str, Any] = dict(look)
    if "points" in more:
        more = {"points": [Text(text=Words("It is short"), icon="pencil")]}
    options = [Option(id=name, label=Words(name), **more) for name in ("faith", "school")]
    words = Words("How do you take part?")
    asked = Choice(id=ASKED.id, prompt=words, short=words, unknown=True, options=options)
    given: list[Value] = []
    slot = Slot(False, None, given.append, lambda: None)
    field = make_field(kiosk.shell.context, asked, slot, roomy=roomy)
    field.setParent(kiosk.shell)
    field.show()
    card = field.findChild(ChoiceCard, f"{ASKED.id}.unknown")
    assert isinstance(card, ChoiceCard)
    card.click()
    assert given == [None]
