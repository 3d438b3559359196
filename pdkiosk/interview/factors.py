"""Which factors a person ticked, and what they decided about those that weigh against them."""

from __future__ import annotations

from pdkiosk.guide.contract import KEPT, LAWYER_HELPED, LEFT_TO_LAWYER, RECORD
from pdkiosk.guide.model import Choices, Factor, Guide, LongText
from pdkiosk.guide.vocabulary import KEEP, LEAVE, CountsAs
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


def wants_kept(factor: Factor, answers: Answers) -> bool:
    """Whether the person chose that the letter speaks of a thing that weighs against them."""
    return answers.values.get(factor.way) == KEEP


def is_kept(factor: Factor, answers: Answers) -> bool:
    """Whether the letter speaks of a factor that was ticked: always, unless there is a choice.

    Of some it speaks only where a lawyer helped with the words (safety notes, section 9, 5).
    """
    if not factor.way:
        return True
    helped = not factor.lawyer_only or answers.says(LAWYER_HELPED)
    return wants_kept(factor, answers) and helped


def is_told(factor: Factor, answers: Answers) -> bool:
    """Whether the letter has anything on a factor that is kept: a sentence, or own words."""
    words = (answers.get(q) for q in factor.questions if isinstance(q, LongText))
    said = factor.facts or any(isinstance(text, str) and text.strip() for text in words)
    return bool(said) and is_kept(factor, answers)


def kept_entries(answers: Answers) -> list[Answers]:
    """The arrests and convictions that the letter speaks of, as the person decided."""
    return [entry for entry in answers.members(RECORD) if entry.says(KEPT)]


def for_lawyer_entries(answers: Answers) -> list[Answers]:
    """The arrests and convictions that the person made a question for a lawyer."""
    return [entry for entry in answers.members(RECORD) if entry.says(LEFT_TO_LAWYER)]


def for_lawyer(guide: Guide, answers: Answers) -> list[Factor]:
    """The ticked factors that are a question for a lawyer: all that is not kept nor left out.

    What was kept and must not be without a lawyer is among them, what was kept and of which nothing
    was written, and what was not decided.
    """
    return [
        factor
        for factor in chosen_factors(guide, answers)
        if factor.way and not is_told(factor, answers) and answers.values.get(factor.way) != LEAVE
    ]
