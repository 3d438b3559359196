"""A page of questions, and the follow-up questions of one reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pdkiosk.documents.answer_text import decides
from pdkiosk.guide.model import (
    ANumber,
    Choice,
    Choices,
    Number,
    Papers,
    Question,
    said,
)
from pdkiosk.interview.answers import Value
from pdkiosk.interview.flow import PAPERS_ON_A_SCREEN, Step, papers
from pdkiosk.interview.rules import holds, law_overdue
from pdkiosk.interview.situation import Situation
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act, Reveal
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.fields.base import QuestionField, Slot
from pdkiosk.ui.fields.make import make_field
from pdkiosk.ui.fields.papers import on_tiles
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import FlowRow, TextBlock
from pdkiosk.ui.widgets.geometry import spaced
from pdkiosk.ui.widgets.spoken import FOLLOWS
from pdkiosk.ui.widgets.surface import SIDE_GAP_MM

_BESIDE_FROM_EMS = 28  # if the screen is this wide, keys are beside the question
_SIDE_PART = 0.4  # part of the screen's width for the keys
_FEW = 3  # the most answers that share the page as large cards

# Translators: which papers of a long list stand on this screen; all three are numbers.
_WHICH = Message("Papers {first} to {last} of {all}", "questions.which_papers")
# Translators: the same, where it is the last one alone.
_WHICH_ONE = Message("Paper {last} of {all}", "questions.which_paper")
# Translators: a small button: the person tries how the screen is hidden when somebody comes near.
_PRACTICE = Message("Try “Hide” here", "questions.practice_hiding")


def answer_slot(context: Context, question: Question, after: Callable[[], None]) -> Slot:
    """The slot of a question among the answers; ``after`` is called after a change."""
    interview = context.interview
    situation = interview.situation()

    def put(value: Value) -> Message | None:
        refused = interview.accept(question, value)
        if refused is not None:
            interview.answers.clear(question.id)
        after()
        return refused.message if refused else None

    def clear() -> None:
        interview.answers.clear(question.id)
        after()

    # Options ticked by default count as an answer.
    answered = question.id in interview.answers or question.id in situation.answers
    return Slot(answered, situation.answers.get(question), put, clear)


class QuestionsScreen(Screen):
    """One question, or a few short ones, with what must be said with it."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        self._step = step
        page, factor = step.page, step.factor
        question, *more = step.questions
        situation = context.interview.situation()
        theme = factor.follow or factor.title if factor else page.title
        title = page.title if step.first and not factor else question.prompt
        if title != theme:
            self.add_overline(said(theme))
        if isinstance(question, Papers) and not on_tiles(context):
            self._say_which(len(papers(context.guide, situation)), step.part)
        icon = factor.icon if factor else page.icon
        read = bool(factor.callouts) if factor else bool(page.lead or page.body)
        large = not read and not more and self._asks_one_short_thing(question, said(title))
        self.add_heading(said(title), icon, code=self.code_of(question.id), question=large)
        if step.first and page.lead:
            self.add_lead(page.lead)
        if step.first:
            self.add_texts(page.body, situation)
            self.add_callouts(factor.callouts if factor else page.callouts, situation)
        self._fields: dict[str, QuestionField] = {}
        field = self._ask(question, label=question.prompt != title, roomy=not more)
        side = field.side if self._has_room_beside() else None
        if step.first:
            self.add_figures(page.figures, room=self._room_beside(side))
        self._say_about(question, situation)
        for also in more:
            self._ask(also, label=True, roomy=False)
            self._say_about(also, situation)
        if page.offers_hiding and not context.hide_pattern.chosen:
            # If chosen calmly here, the person's own four squares bring the screen back.
            self.add_buttons(self.small_button("practice_hiding", _PRACTICE, Act.HIDE, "eye-off"))
        if step.first:
            self.add_local_notes(page)
        if any(
            isinstance(asked, Choice | Choices)
            and any(law_overdue(situation, option.law) for option in asked.options)
            for asked in step.questions
        ):
            self.add_text(wording.MAY_HAVE_CHANGED)
        self._keys_width = self._side_width(side) if side is not None else 0
        self._corner = self._make_corner() if side is not None else None
        if step.first:
            self.add_words(page.words, page.chapter)
        else:
            self.add_words([])
        self._next = self.primary  # the button's own words, once there is an answer
        self._pass = wording.DECIDE_LATER if decides(question) else wording.SKIP
        self._show_way_on()
        self.changed.connect(self._on_changed)
        if field.side is not None:
            self.put_beside(self._with_corner(field.side), beside=side is not None)

    def _ask(self, question: Question, *, label: bool, roomy: bool) -> QuestionField:
        slot = answer_slot(self.context, question, self.changed.emit)
        field = make_field(
            self.context, question, slot, label=label, part=self._step.part, roomy=roomy
        )
        self._fields[question.id] = field
        self.add(field, fills=field.fills)
        return field

    def _say_about(self, question: Question, situation: Situation) -> None:
        if decides(question) and question.id not in self.context.interview.answers:
            self.add_text(wording.NOT_DECIDED).setProperty(FOLLOWS, True)
        self.add_callouts(question.callouts, situation)

    def _has_room_beside(self) -> bool:
        """Whether keys can be beside the question instead of under it."""
        scale = self.look.scale
        wide = scale.width_px > scale.height_px
        return wide and scale.width_px >= self.look.body_px * _BESIDE_FROM_EMS

    def _make_corner(self) -> QHBoxLayout:
        """Puts above the keys what other pages have at the end of the heading's line."""
        across = spaced(QHBoxLayout(), self.look.scale.mm(4.0))
        across.addStretch(1)
        code = self._heading.code if self._heading is not None else None
        if code is not None:
            across.addWidget(code, 0, Qt.AlignmentFlag.AlignTop)
        return across

    def put_beside_heading(self, row: FlowRow) -> None:
        if self._corner is None:
            super().put_beside_heading(row)
            return
        row.setFixedWidth(row.sizeHint().width())
        self._corner.addWidget(row)
        self.beside_heading = list(row.tiles)

    def _with_corner(self, side: QWidget) -> QWidget:
        """The keys, below the content of the page's corner."""
        if self._corner is None:
            return side
        both = QWidget(self)
        both.setFixedWidth(self._keys_width)
        column = spaced(QVBoxLayout(both), self.look.scale.mm(2.6 if self.beside_heading else 1.6))
        column.addLayout(self._corner)
        column.addWidget(side, 1)
        return both

    def _fits_beside_heading(self, room: int, most: int | None) -> bool:
        if self._corner is None:
            return super()._fits_beside_heading(room, most)
        code = self._corner.sizeHint().width() + self.look.scale.mm(4.0)
        return room + code <= self._keys_width

    def _side_width(self, side: QWidget) -> int:
        """The width of the keys beside the question, in pixels."""
        return min(side.sizeHint().width(), round(self.look.scale.width_px * _SIDE_PART))

    def _room_beside(self, side: QWidget | None) -> int:
        """The width that keys beside the question leave to it, in pixels."""
        scale = self.look.scale
        if side is None:
            return self.widest(scale.width_px)
        return self.widest(scale.width_px) - self._side_width(side) - scale.mm(SIDE_GAP_MM)

    def _asks_one_short_thing(self, question: Question, title: Message) -> bool:
        """Whether the title may be larger.

        It takes one line, or two if there is nothing else to read.
        """
        if isinstance(question, Number | ANumber):
            return True
        if not isinstance(question, Choice) or len(question.options) + question.unknown > _FEW:
            return False
        words = TextBlock(self.look, self.say(title), TextRole.QUESTION)
        lines = words.natural_width() / self.widest(self.look.scale.width_px)
        return lines <= (0.9 if question.callouts or self._step.page.callouts else 1.7)

    def _is_answered(self, question: Question) -> bool:
        """Whether there is an answer; "I do not know" counts."""
        answers = self.context.interview.situation().answers
        given = answers.get(question) if question.id in answers else ""
        if given == [] and isinstance(question, Choices):
            return question.nothing is not None  # "none of these" was touched
        return given not in ("", [], {})

    def _show_way_on(self) -> bool:
        """Updates the text of the primary button; returns whether it has changed."""
        skips = not any(q.gate or self._is_answered(q) for q in self._step.questions)
        changed = skips is not self.primary_quiet
        self.primary_quiet = skips
        self.primary = self._pass if skips else self._next
        self.primary_icon = "skip-forward" if skips else "arrow-right"
        return changed

    def _on_changed(self) -> None:
        if self._show_way_on():
            self.go.emit(Act.PRIMARY)

    @property
    def reads_on(self) -> bool:
        # With an answer the person may go on; the on-screen keyboard would hide the end of the
        # page.
        return all(
            isinstance(question, Choice | Choices | Papers) and not self._is_answered(question)
            for question in self._step.questions
        )

    def _say_which(self, count: int, part: int) -> None:
        """Says which papers are on this screen, if there are several screens of them."""
        if count > PAPERS_ON_A_SCREEN:
            start = part * PAPERS_ON_A_SCREEN
            last = min(count, start + PAPERS_ON_A_SCREEN)
            which = _WHICH_ONE if last == start + 1 else _WHICH(first=start + 1)
            self.add_overline(which(last=last, all=count)).setProperty(FOLLOWS, True)

    def signature(self) -> object:
        """What the answers change about this screen; the screen is rebuilt when it changes."""
        return questions_signature(self.context, self._step)

    def leave(self) -> bool:
        """A gate must be answered.

        Anything else may be skipped, after one warning if it is unusual.
        """
        for question in self._step.questions:
            if question.gate and question.id not in self.context.interview.answers:
                self._fields[question.id].set_error(wording.CHOOSE_ONE)
                self.go.emit(Reveal(question.id))
                return False
            odd = self._fields[question.id].new_warning()
            if odd is not None:
                self._fields[question.id].set_error(odd)
                self.go.emit(Reveal(question.id))
                return False
        return True


def questions_signature(context: Context, step: Step) -> object:
    """The questions, options and boxes of a step that depend on the current answers."""
    course = context.interview.course()
    current = next((s for s in course.steps if s.id == step.id), None)
    if current is None:
        return None
    situation = context.interview.situation()
    shown = [
        holds(callout.when, situation)
        for question in current.questions
        for callout in question.callouts
    ]
    boxes = [holds(callout.when, situation) for callout in current.page.callouts]
    decided = [q.id in context.interview.answers for q in current.questions if decides(q)]
    return [q.id for q in current.questions], shown, boxes, decided
