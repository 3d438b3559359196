"""A list of all answers, in the order of the questions; each row leads to its question.

What the person answered is bold, but not open questions or what stays out of the letter.
"""

from __future__ import annotations

from pdkiosk.documents.answer_text import answer_text, decides
from pdkiosk.guide.model import Cards, Question, said
from pdkiosk.guide.vocabulary import KEEP
from pdkiosk.interview.answers import Value
from pdkiosk.session.requests import Change
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets.spoken import FOLLOWS

_ROW = "answer"


def _left_out(question: Question, value: Value) -> bool:
    """Whether the letter leaves this answer out because the person wants that."""
    if isinstance(question, Cards) and isinstance(value, list):
        entries = [card for card in value if isinstance(card, dict)]
        ways = [field.id for field in question.fields if decides(field)]
        return bool(ways) and all(card.get(way) != KEEP for card in entries for way in ways)
    return decides(question) and value != KEEP


def add_all_answers(screen: Screen, context: Context) -> None:
    """Adds all earlier questions and answers at the end of the page."""
    course, situation = context.interview.course(), context.interview.situation()
    section_id = ""
    for asked in course.steps:
        if asked.page.kind == "letter":
            break
        if asked.questions and asked.page.section != section_id:
            section_id = asked.page.section
            section = next(s for s in context.guide.section if s.id == section_id)
            screen.add_title(said(section.title), before_mm=4.0).setProperty(FOLLOWS, True)
        for question in asked.questions if not asked.part else ():
            answered = question.id in course.kept
            value = course.kept.get(question)
            row = screen.add_answer(
                f"{_ROW}:{question.id}",
                said(question.short),
                answer_text(context.guide, question, value, answered, situation),
                Change(question.id, _ROW),
                answered=answered
                and value not in (None, [], "", {})
                and not _left_out(question, value),
            )
            row.setProperty(FOLLOWS, True)
