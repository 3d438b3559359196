"""A page of questions, and the follow-up questions of one reason."""

from __future__ import annotations

from collections.abc import Callable

from pdkiosk.guide.model import Question, said
from pdkiosk.interview.answers import Value
from pdkiosk.interview.flow import Step
from pdkiosk.interview.rules import Situation, holds
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.fields.base import QuestionField, Slot
from pdkiosk.ui.fields.make import make_field
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import TextPair
from pdkiosk.ui.widgets.a_number_drawing import ANumberDrawing


def answer_slot(context: Context, question: Question, after: Callable[[], None]) -> Slot:
    """The slot of a question among the answers; ``after`` is called when it changed."""
    interview = context.interview
    situation = interview.situation()

    def put(value: Value) -> None:
        interview.put(question.id, value)
        after()

    def clear() -> None:
        interview.clear(question.id)
        after()

    # What is ticked by default counts as an answer of this question.
    answered = question.id in interview.answers or question.id in situation.answers
    return Slot(answered, situation.answers.get(question.id), put, clear)


class QuestionsScreen(Screen):
    """One or a few questions with what must be said at that moment."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        self._step = step
        page = step.page
        situation = context.interview.situation()
        factor = step.factor
        title = factor.follow or factor.title if factor else page.title
        self.add_heading(said(title))
        if page.lead:
            self.add(TextPair(context.look, context.words(page.lead), parent=self))
        self.add_texts(page.body, situation)
        if factor:
            self.add_callouts(factor.callouts, situation)
        self._fields: dict[str, QuestionField] = {}
        # A single question whose page already asks it needs no second label.
        labelled = len(step.questions) > 1 or page.kind == "follow"
        for question in step.questions:
            slot = answer_slot(context, question, self.changed.emit)
            label = labelled or question.hint is not None or question.unknown
            field = make_field(context, question, slot, label=label)
            self._fields[question.id] = field
            self.add(field)
            self.add_callouts(question.callouts, situation)
        if page.drawing == "a_number":
            self.add(ANumberDrawing(context.look, parent=self))
        self.add_callouts(page.callouts, situation)
        self.add_words(page.words)

    def signature(self) -> object:
        """What the answers decide about this screen; when it changes, the screen is built anew."""
        return questions_signature(self.context, self._step)

    def leave(self) -> bool:
        """A gate must be answered; all else may be skipped."""
        for question in self._step.questions:
            if question.gate and question.id not in self.context.interview.answers:
                field = self._fields[question.id]
                field.set_error(wording.CHOOSE_ONE)
                self.go.emit(f"reveal:{question.id}")
                return False
        return True


def questions_signature(context: Context, step: Step) -> object:
    """The questions, options and boxes that the answers now call for on a step."""
    course = context.interview.course()
    current = next((s for s in course.steps if s.id == step.id), None)
    if current is None:
        return None
    situation = Situation(course.kept, context.interview.today)
    shown = [
        holds(callout.when, situation)
        for question in current.questions
        for callout in question.callouts
    ]
    boxes = [holds(callout.when, situation) for callout in current.page.callouts]
    return [q.id for q in current.questions], shown, boxes
