"""Decides which screens come in which order and which answers count, without a window."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from pdkiosk.guide.contract import PAPERS, SHORT_WAY
from pdkiosk.guide.model import (
    Cards,
    Choice,
    Choices,
    Factor,
    Guide,
    Option,
    Page,
    Paper,
    Papers,
    Question,
)
from pdkiosk.interview.answers import Answers, Card, Value
from pdkiosk.interview.contradictions import contradictions
from pdkiosk.interview.factors import chosen_factors, is_kept
from pdkiosk.interview.rules import holds, on_answers
from pdkiosk.interview.situation import Situation
from pdkiosk.interview.today import Today, judged
from pdkiosk.interview.unprintable import unprintable
from pdkiosk.interview.untold import is_untold
from pdkiosk.interview.values import Fault, fault


class Step(Struct, frozen=True):
    """A screen of this person's interview.

    A page, or one of its questions with all that belongs to it.

    ``factor`` is the reason that a follow-up question is about. ``first`` is false for the later
    questions of a page; the page's own texts are on its first step. ``part`` counts the screens of
    a question that is too long for one: a few papers at a time.
    """

    page: Page
    questions: tuple[Question, ...] = ()
    factor: Factor | None = None
    first: bool = True
    part: int = 0

    @property
    def follows(self) -> bool:
        """Whether the step comes only because of earlier answers.

        The warning that there will be no letter must also reach people who cannot read.
        """
        return self.page.kind != "stop" and (
            self.factor is not None
            or self.part > 0  # how many papers fit depends on the answers
            or on_answers(self.page.when)
            or any(on_answers(question.when) for question in self.questions)
        )

    @property
    def id(self) -> str:
        """An id that stays the same when answers change."""
        if self.part:
            return f"{self.page.id}:{self.part}"
        return self.page.id if self.first and not self.factor else f"ask:{self.questions[0].id}"


class Course(Struct, frozen=True):
    """The path through the interview that the answers so far allow.

    ``kept`` has only answers to reachable questions: these go on paper.
    ``waiting`` is the gate question that must be answered before anything follows it.
    """

    steps: tuple[Step, ...]
    kept: Answers
    waiting: Question | None = None


PAPERS_ON_A_SCREEN = 6


class _Nothing(enum.Enum):
    """Marks an answer that does not count at all; None is an answer ("I do not know")."""

    NOTHING = enum.auto()


class Interview:
    """A person's way through the guide."""

    def __init__(
        self,
        guide: Guide,
        today: date,
        answers: Answers | None = None,
        confirmed: bool | None = None,
    ) -> None:
        self.guide = guide
        self.today = today
        self.confirmed = confirmed  # whether someone confirmed this day
        self.answers = Answers() if answers is None else answers
        self._walked: Course | None = None
        self._walked_with: object = None
        self._at = ""
        self._asked: set[str] = set()
        self._card: tuple[str, int] | None = None
        self._asked_on_card: set[str] = set()

    def come_to(self, step: Step) -> None:
        """The person is at this step: what it asks stays there until they are at another one.

        An answer may be what brings a question onto the short way; someone who empties the field
        must still be able to write it again.
        """
        if self._at != step.id:
            self._at, self._asked, self._card = step.id, set(), None
        self._asked |= {question.id for question in step.questions}

    def come_to_card(self, question: Cards, index: int) -> None:
        """The person opens this card of a group: ``keep_asking`` applies to no other."""
        if self._card != (question.id, index):
            self._card, self._asked_on_card = (question.id, index), set()

    def remove_card(self, question: Cards, index: int) -> None:
        """Removes one card of a group; the next ones move up."""
        cards = self.answers.cards(question)
        del cards[index]
        if cards:
            self.answers.set(question.id, cards)
        else:
            self.answers.clear(question.id)
        self._card = None

    def keep_asking(self, fields: Iterable[Question]) -> None:
        """What the open card asks stays there, as what a step asks does."""
        self._asked_on_card |= {field.id for field in fields}

    def course(self) -> Course:
        """The reachable steps and the answers that count, from the beginning."""
        asked = frozenset(self._asked)
        walked_with = (self.today, self.confirmed, self.answers, self.answers.revision, asked)
        if self._walked is None or self._walked_with != walked_with:  # a screen asks several times
            self._walked = self._walk()
            self._walked_with = walked_with
        return self._walked

    def _walk(self) -> Course:
        live = Answers()
        situation = Situation(live, self.today, self.guide, self.confirmed)
        steps: list[Step] = []
        for page in self.guide.page:
            if not holds(page.when, situation):
                continue
            if page.kind == "contradictions" and not _to_look_at_again(situation, steps):
                continue
            for step in self._steps(page, situation):
                steps.append(step)
                for question in step.questions:
                    if question.gate and question.id not in live:
                        return Course(tuple(steps), live, question)
            if page.kind == "stop":
                break
        return Course(tuple(steps), live)

    def _steps(self, page: Page, situation: Situation) -> list[Step]:
        if page.kind != "follow":
            questions = self._take(page.questions, page.ways, situation)
            asked = page.kind in ("questions", "cards", "papers")
            if page.kind == "papers":
                return self._paper_steps(page, questions, situation)
            if asked:
                return _one_by_one(page, questions)
            return [Step(page)] if self._way() in page.ways else []
        steps = []
        for factor in chosen_factors(self.guide, situation.answers):
            if factor.group != page.follow_group:
                continue
            questions = self._take(factor.questions, page.ways, situation)
            steps.extend(_one_by_one(page, questions, factor))
        return steps

    def _paper_steps(
        self, page: Page, questions: tuple[Question, ...], situation: Situation
    ) -> list[Step]:
        """A few papers on each step; on the short way all of them, without more questions."""
        if self._way() == "short":
            return [Step(page, questions)] if questions else []
        return paper_steps(page, questions, len(papers(self.guide, situation)))

    def _way(self) -> str:
        """The way that the person chose; until then, every page of any way may come."""
        return "short" if on_short_way(self.answers) else "full"

    def _take(
        self, questions: list[Question], ways: tuple[str, ...], situation: Situation
    ) -> tuple[Question, ...]:
        """The questions asked here; each answer counts from then on.

        Answered questions are asked on the short way too: everything that goes on paper must be
        visible to the person and changeable.
        """
        asked = []
        live = situation.answers
        for question in questions:
            given = question.id in self.answers
            in_way = self._way() in ways and self._way() in question.ways
            asks = given or in_way or question.id in self._asked
            if not holds(question.when, situation) or not asks:
                continue
            asked.append(question)
            if given:
                value = self._counting(question, self.answers.get(question), situation)
                if not isinstance(value, _Nothing):
                    live.set(question.id, value)
            else:
                default = self.default(question, situation)
                if default:
                    live.set(question.id, default)
        return tuple(asked)

    def default(self, question: Question, situation: Situation) -> list[str]:
        """The options that are ticked before the person has touched anything."""
        if not isinstance(question, Choices) or question.group:
            return []
        return [
            option.id
            for option in question.options
            if option.default_when is not None
            and holds(option.when, situation)
            and holds(option.default_when, situation)
        ]

    def _counting(self, question: Question, value: Value, situation: Situation) -> Value | _Nothing:
        """The part of an answer that counts: only options offered now, and no blank text."""
        if value is None:
            return None if question.unknown else _Nothing.NOTHING
        if isinstance(question, Choice):
            offered = {option.id for option in options(self.guide, question, situation, value)}
            return value if isinstance(value, str) and value in offered else _Nothing.NOTHING
        if isinstance(question, Choices) and isinstance(value, list):
            offered = {option.id for option in options(self.guide, question, situation, value)}
            return [item for item in value if isinstance(item, str) and item in offered]
        if isinstance(question, Cards) and isinstance(value, list):
            outer = situation.answers
            cards = [self._live(question, card, outer) for card in value if isinstance(card, dict)]
            return [card for card in cards if card]
        if isinstance(question, Papers) and isinstance(value, dict):
            offered = {paper.id for paper in papers(self.guide, situation, value)}
            return {key: status for key, status in value.items() if key in offered}
        if isinstance(value, str) and not value.strip():
            return _Nothing.NOTHING
        return value

    def live_card(self, question: Cards, card: Card) -> Card:
        """The answers of one member of a group that count, its own conditions applied.

        Empty if it is not known what the member is.
        """
        return self._live(question, card, self.course().kept)

    def _live(self, question: Cards, card: Card, outer: Answers) -> Card:
        """The same; ``outer`` has the answers elsewhere, which conditions may use."""
        inner = Situation(Answers(dict(outer.values)), self.today, self.guide, self.confirmed)
        fields = (question.lead, *question.fields)
        for asked in fields:
            if asked.id in card and holds(asked.when, inner):
                value = self._counting(asked, card[asked.id], inner)
                if not isinstance(value, _Nothing):
                    inner.answers.set(asked.id, value)
            if asked is question.lead and asked.id not in inner.answers:
                return {}
        return {f.id: inner.answers.values[f.id] for f in fields if f.id in inner.answers}

    def card_fields(self, question: Cards, card: Card) -> list[Question]:
        """The questions to ask about one member of a group."""
        inner = Answers({**self.course().kept.values, **self.live_card(question, card)})
        situation = Situation(inner, self.today, self.guide, self.confirmed)
        return [
            asked
            for asked in question.fields
            if holds(asked.when, situation)
            and (asked.id in card or self._way() in asked.ways or asked.id in self._asked_on_card)
        ]

    def accept(self, question: Question, value: Value) -> Fault | None:
        """Records an answer: all touched and typed input comes through here.

        A value that cannot be the answer changes nothing; the reason is returned.
        """
        found = fault(question, value, self.guide, self.day)
        if found is None:
            self.answers.set(question.id, value)
        return found

    def forget(self) -> None:
        """Forgets the answers and the course when the person has left."""
        self.answers.replace_all({})
        self._walked = self._walked_with = self.confirmed = None
        self._at, self._asked = "", set()
        self._card, self._asked_on_card = None, set()

    def situation(self) -> Situation:
        """The situation for conditions: the answers that count now, and the day."""
        return Situation(self.course().kept, self.today, self.guide, self.confirmed)

    @property
    def day(self) -> Today:
        return judged(self.today, self.guide.about, self.confirmed)


def _to_look_at_again(situation: Situation, steps: Sequence[Step]) -> bool:
    """Whether answers contradict each other, or contain letters that paper cannot show."""
    asked = (question for step in steps for question in step.questions)
    return bool(contradictions(situation) or unprintable(asked, situation.answers))


def on_short_way(answers: Answers) -> bool:
    """Whether the person has chosen the short way."""
    return answers.says(SHORT_WAY)


def _one_by_one(
    page: Page, questions: tuple[Question, ...], factor: Factor | None = None
) -> list[Step]:
    """A step for each question, except that short ones that belong together share a screen."""
    groups: list[list[Question]] = []
    for question in questions:
        if question.same_page and groups:
            groups[-1].append(question)
        else:
            groups.append([question])
    return [Step(page, tuple(g), factor, first=index == 0) for index, g in enumerate(groups)]


def paper_steps(page: Page, questions: tuple[Question, ...], count: int) -> list[Step]:
    """The steps that ask for this many papers, a few on each."""
    parts = range(max(1, -(-count // PAPERS_ON_A_SCREEN)))
    return [Step(page, questions, first=part == 0, part=part) for part in parts if questions]


def options(
    guide: Guide, question: Choice | Choices, situation: Situation, given: Value = None
) -> list[Option]:
    """The options that can be chosen now, in order; the screen adds "I do not know".

    Options chosen on the full way stay on the short one. ``given`` is the answer, if the situation
    does not have it yet.
    """
    if isinstance(question, Choices) and question.group:
        return [
            Option(id=f.id, label=f.title, icon=f.icon, note=f.note, ledger=f.ledger, when=f.when)
            for f in guide.factor
            if f.group == question.group and holds(f.when, situation)
        ]
    value = situation.answers.values.get(question.id) if given is None else given
    chosen: Sequence[object] = value if isinstance(value, list) else [value]
    way = "short" if on_short_way(situation.answers) else "full"
    return [
        option
        for option in question.options
        if (way in option.ways or option.id in chosen) and holds(option.when, situation)
    ]


def papers(guide: Guide, situation: Situation, given: Value = None) -> list[Paper]:
    """The papers that fit the chosen reasons, in the order of the guide.

    Papers answered on the full way stay on the short one; ``given`` as in ``options``.

    A factor brings its papers only if the letter mentions it: the list of exhibits must not give
    away what was left out.
    """
    wanted = {
        paper_id
        for factor in chosen_factors(guide, situation.answers)
        if is_kept(factor, situation.answers) and not is_untold(situation, factor)
        for paper_id in factor.papers
    }
    said = situation.answers.values.get(PAPERS) if given is None else given
    named = said if isinstance(said, dict) else {}
    way = "short" if on_short_way(situation.answers) else "full"
    return [
        paper
        for paper in guide.paper
        if (way in paper.ways or paper.id in named)
        and (paper.unless is None or not holds(paper.unless, situation))
        and (
            paper.always
            or paper.id in wanted
            or (paper.when is not None and holds(paper.when, situation))
        )
    ]
