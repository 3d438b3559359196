"""All answers in a list, in the order of the questions: each row leads to its question.

Bold is what the person said; not what they left open, and not what stays out of the letter.
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
    """Whether the letter says nothing of what this answers, because the person wants that."""
    if isinstance(question, Cards) and isinstance(value, list):
        entries = [card for card in value if isinstance(card, dict)]
        ways = [field.id for field in question.fields if decides(field)]
        return bool(ways) and all(card.get(way) != KEEP for card in entries for way in ways)
    return decides(question) and value != KEEP


def add_all_answers(screen: Screen, context: Context) -> None:
    """Puts what was asked before this page, and what was answered, at its end."""
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
