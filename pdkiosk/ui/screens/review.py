"""Check your answers: every question asked, in order, each row leading back to its screen."""

from __future__ import annotations

from collections.abc import Mapping

from pdkiosk import characters
from pdkiosk.documents.answer_text import answer_text
from pdkiosk.guide.model import said
from pdkiosk.interview.contradictions import contradictions
from pdkiosk.interview.flow import Course, Step
from pdkiosk.language.message import Message, Own
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
# Translators: title of a box that says which of the typed letters paper cannot show.
_LETTERS = Message("The paper cannot show some letters", "check.letters")
# Translators: a question in a few words, and the letters in its answer that paper cannot show.
_LETTERS_OF = Message("{question}: {letters}", "check.letters_of")
# Translators: what to do about letters that paper cannot show; the answers stand below in rows.
_WRITE_ANOTHER_WAY = Message(
    "It prints a box there. Touch the answer below. Write it as it is on your court papers, or "
    "leave those letters out.",
    "check.letters_change",
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
        self._say_letters(course)
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

    def _say_letters(self, course: Course) -> None:
        rows = [
            _LETTERS_OF(question=said(question.short), letters=Own(letters))
            for asked in course.steps
            for question in (asked.questions if not asked.part else ())
            if (letters := characters.boxes_listed(_typed(course.kept.get(question))))
        ]
        if rows:
            box = self.add_box(Tone.WARNING, _LETTERS, *rows, _WRITE_ANOTHER_WAY, name="letters")
            box.setProperty(FOLLOWS, True)


def _typed(value: object) -> str:
    """All that somebody typed in an answer, in one string."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        value = value.values()
    elif not isinstance(value, list | tuple):
        return ""
    return " ".join(map(_typed, value))
