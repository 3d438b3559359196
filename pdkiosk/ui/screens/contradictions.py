"""Answers to check again before the letter: each can be changed or confirmed."""

from __future__ import annotations

from collections.abc import Iterable

from pdkiosk.documents.answer_text import answer_text
from pdkiosk.guide.model import Question, said
from pdkiosk.interview.contradictions import contradictions
from pdkiosk.interview.flow import Step
from pdkiosk.interview.unprintable import unprintable
from pdkiosk.language.message import Message, Own
from pdkiosk.session.requests import Change
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets.spoken import FOLLOWS

# Translators: some typed letters leave a box on paper; a question in a few words, and the letters.
_LETTERS = Message("The paper cannot show some letters: {question}: {letters}", "check.letters")
# Translators: what to do about letters that paper cannot show; the answer stands below.
_WRITE_ANOTHER_WAY = Message(
    "It prints a box there. Write it as it is on your court papers, or leave those letters out.",
    "check.letters_change",
)


class ContradictionsScreen(Screen):
    """Contradictions and unprintable answers, with the answers concerned below each."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        self.add_page_heading(step.page)
        self._shown: set[str] = set()
        for odd in contradictions(context.interview.situation()):
            self._add(odd.message, odd.questions, *odd.more)
        course = context.interview.course()
        asked = [question for each in course.steps for question in each.questions]
        for question, letters in unprintable(asked, course.kept):
            which = _LETTERS(question=said(question.short), letters=Own(letters))
            self._add(which, (question,), _WRITE_ANOTHER_WAY)

    def _add(self, title: Message, about: Iterable[Question], *more: Message) -> None:
        self.add_title(title, before_mm=4.0).setProperty(FOLLOWS, True)
        for words in more:
            self.add_text(words).setProperty(FOLLOWS, True)
        situation = self.context.interview.situation()
        for question in about:
            if question.id in self._shown:
                continue
            self._shown.add(question.id)
            value = situation.answers.get(question)
            row = self.add_answer(
                f"change:{question.id}",
                said(question.short),
                answer_text(self.context.guide, question, value, True, situation),
                Change(question.id),
                answered=True,
            )
            row.setProperty(FOLLOWS, True)
