"""Check your answers: every question asked, in order, each row leading back to its screen."""

from __future__ import annotations

from pdkiosk.documents.shown import shown
from pdkiosk.guide.model import Section, said
from pdkiosk.interview.flow import Step
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import TextPair
from pdkiosk.ui.widgets.answer_row import AnswerRow
from pdkiosk.ui.widgets.spoken import FOLLOWS


class ReviewScreen(Screen):
    """Made from the same steps as the screens before it."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        page = step.page
        if page.next_label:
            self.primary = said(page.next_label)
        self.add_heading(said(page.title), page.icon)
        if page.lead:
            self.add_lead(page.lead)
        course = context.interview.course()
        situation = context.interview.situation()
        section_id = ""
        for asked in course.steps:
            if asked.page.kind == "review":
                break
            if asked.questions and asked.page.section != section_id:
                section_id = asked.page.section
                self._add_section(next(s for s in context.guide.section if s.id == section_id))
            for question in asked.questions if not asked.part else ():
                answered = question.id in course.kept
                value = course.kept.get(question.id)
                row = AnswerRow(
                    context.look,
                    context.words(question.short),
                    context.pair(shown(context.guide, question, value, answered, situation)),
                    answered=answered and value not in (None, [], "", {}),
                    parent=self,
                )
                row.setProperty(FOLLOWS, True)
                row.setObjectName(f"change:{question.id}")
                row.activated.connect(lambda name=question.id: self.go.emit(f"change:{name}"))
                self.add(row)

    def _add_section(self, section: Section) -> None:
        title = TextPair(
            self.context.look,
            self.context.words(section.title),
            TextRole.SUBHEADING,
            emphasis=True,
            parent=self,
        )
        title.setProperty(FOLLOWS, True)
        self.add(title, space_before_mm=4.0)
