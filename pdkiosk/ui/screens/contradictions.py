"""Answers that do not fit together, asked about before the letter: each to be changed, or right."""

from __future__ import annotations

from pdkiosk.documents.answer_text import answer_text
from pdkiosk.guide.model import said
from pdkiosk.interview.contradictions import contradictions
from pdkiosk.interview.flow import Step
from pdkiosk.session.requests import Change
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets.spoken import FOLLOWS


class ContradictionsScreen(Screen):
    """What does not fit, and below each the answers that it is about."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        self.add_page_heading(step.page)
        situation = context.interview.situation()
        shown: set[str] = set()
        for odd in contradictions(situation):
            self.add_title(odd.message, before_mm=4.0).setProperty(FOLLOWS, True)
            for question in odd.questions:
                if question.id in shown:
                    continue
                shown.add(question.id)
                value = situation.answers.get(question)
                row = self.add_answer(
                    f"change:{question.id}",
                    said(question.short),
                    answer_text(context.guide, question, value, True, situation),
                    Change(question.id),
                    answered=True,
                )
                row.setProperty(FOLLOWS, True)
