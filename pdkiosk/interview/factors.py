"""Which factors a person ticked, and what they decided about those that weigh against them."""

from __future__ import annotations

from pdkiosk.guide.contract import ASK_LAWYER, KEEP, CountsAs
from pdkiosk.guide.model import Choices, Factor, Guide
from pdkiosk.interview.answers import Answers


def chosen_factors(guide: Guide, answers: Answers) -> list[Factor]:
    """The factors that the person ticked, in the order of the guide."""
    ticked = {
        item
        for page in guide.page
        for question in page.questions
        if isinstance(question, Choices) and question.group
        for item in answers.chosen(question)
    }
    return [factor for factor in guide.factor if factor.id in ticked]


def counting_as(guide: Guide, answers: Answers, kind: CountsAs) -> list[Factor]:
    """The ticked factors that are such a thing."""
    return [f for f in chosen_factors(guide, answers) if kind in (f.counts_as or ())]


def is_kept(factor: Factor, answers: Answers) -> bool:
    """Whether the letter speaks of a factor that was ticked: always, unless there is a choice."""
    return not factor.way or answers.values.get(factor.way) == KEEP


def for_lawyer(guide: Guide, answers: Answers) -> list[Factor]:
    """The ticked factors that the person made a question for a lawyer."""
    return [
        factor
        for factor in chosen_factors(guide, answers)
        if factor.way and answers.values.get(factor.way) == ASK_LAWYER
    ]
