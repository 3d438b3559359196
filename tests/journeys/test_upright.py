"""A portrait screen: answers are rows, because columns would be tall and empty."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pdkiosk.ui.widgets import CardGrid
from tests.documents.people import GATES
from tests.journeys.kiosk import make_kiosk


@pytest.mark.parametrize(("size", "rows"), [((1080, 1920), True), ((1280, 1024), False)])
@pytest.mark.parametrize("question", ["has_lawyer", "maybe_citizen"])
def test_a_word_or_two_to_choose_from(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int], rows: bool, question: str
) -> None:
    kiosk = make_kiosk(tmp_path, qtbot.waitUntil, size=size)
    qtbot.addWidget(kiosk.shell)
    person = kiosk.person()
    person.start("es")
    kiosk.give({**GATES, "way": "short"})
    steps = kiosk.shell.course().steps
    (step,) = [s.id for s in steps if any(q.id == question for q in s.questions)]
    kiosk.shell.navigator.go_to(step)
    person.settle()
    grid = kiosk.shell.findChild(CardGrid)
    assert grid is not None
    lefts = {card.x() for card in grid.cards}
    assert len(lefts) == (1 if rows else len(grid.cards))
    if rows:
        assert all(card.width() > card.height() for card in grid.cards)
