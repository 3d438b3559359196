"""Check your answers: every question asked, in order, each row leading back to its screen."""

from __future__ import annotations

from pdkiosk.documents.answer_text import answer_text
from pdkiosk.guide.model import said
from pdkiosk.interview.contradictions import contradictions
from pdkiosk.interview.flow import Step
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Change
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import Tone
from pdkiosk.ui.widgets.spoken import FOLLOWS

# Translators: title of a box that names answers which do not fit together.
_RIGHT = Message("Is this right?", "check.right")
# Translators: what to do about answers that do not fit together; they stand below in rows.
_CHANGE = Message(
    "Touch what is wrong below, and change it. If all is right, go on.", "check.change"
)


class ReviewScreen(Screen):
    """Made from the same steps as the screens before it."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        self.add_page_heading(step.page)
        course = context.interview.course()
        situation = context.interview.situation()
        odd = [each.message for each in contradictions(situation)]
        if odd:
            box = self.add_box(Tone.WARNING, _RIGHT, *odd, _CHANGE, name="contradictions")
            box.setProperty(FOLLOWS, True)
        section_id = ""
        for asked in course.steps:
            if asked.page.kind == "review":
                break
            if asked.questions and asked.page.section != section_id:
                section_id = asked.page.section
                section = next(s for s in context.guide.section if s.id == section_id)
                title = self.add_title(said(section.title), before_mm=4.0)
                title.setProperty(FOLLOWS, True)
            for question in asked.questions if not asked.part else ():
                answered = question.id in course.kept
                value = course.kept.get(question)
                row = self.add_answer(
                    f"change:{question.id}",
                    said(question.short),
                    answer_text(context.guide, question, value, answered, situation),
                    Change(question.id),
                    answered=answered and value not in (None, [], "", {}),
                )
                row.setProperty(FOLLOWS, True)
