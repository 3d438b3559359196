"""A number that is too small causes a warning; the smallest valid one does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import Number
from pdkiosk.ui.fields.base import Slot
from pdkiosk.ui.fields.number import NumberField
from tests.journeys.kiosk import make_kiosk


@pytest.mark.parametrize("below", [0, 1])
def test_only_what_is_below_the_least_is_too_small(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, below: int
) -> None:
    kiosk = make_kiosk(tmp_path / "papers", qtbot.waitUntil, None)
    qtbot.addWidget(kiosk.shell)
    context = kiosk.shell.context
    question = next(
        question
        for question in all_questions(context.guide)
        if isinstance(question, Number) and question.least > 0
    )
    put: list[object] = []
    field = NumberField(context, question, Slot(False, None, put.append, put.clear), False)
    qtbot.addWidget(field)
    assert field.entry is not None
    field.entry.editor.setText(str(question.least - below))
    warned = field.new_warning() is not None
    assert warned is bool(below)
    assert put == ([] if below else [question.least])
    assert field.new_warning() is None, "it is said once"
