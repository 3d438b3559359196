"""The factors that a person ticked, and their decisions about those that weigh against them."""

from __future__ import annotations

from pdkiosk.characters import has_words
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
    """The ticked factors that count as such a thing."""
    return [f for f in chosen_factors(guide, answers) if kind in (f.counts_as or ())]


def wants_kept(factor: Factor, answers: Answers) -> bool:
    """Whether the person chose that the letter mentions something that weighs against them."""
    return answers.values.get(factor.way) == KEEP


def is_kept(factor: Factor, answers: Answers) -> bool:
    """Whether the letter mentions a ticked factor: always, unless the person has a choice.

    Some are mentioned only if a lawyer helped with the words (safety notes, section 9, rule 5).
    """
    if not factor.way:
        return True
    helped = not factor.lawyer_only or answers.says(LAWYER_HELPED)
    return wants_kept(factor, answers) and helped


def is_told(factor: Factor, answers: Answers) -> bool:
    """Whether the letter says anything about a kept factor.

    A sentence, or the person's own words.
    """
    words = (answers.get(q) for q in factor.questions if isinstance(q, LongText))
    said = factor.facts or any(isinstance(text, str) and has_words(text) for text in words)
    return bool(said) and is_kept(factor, answers)


def has_record_sentence(guide: Guide, answers: Answers) -> bool:
    """Whether a kept factor that counts as a record has a sentence of its own in the letter."""
    return any(f.facts and is_kept(f, answers) for f in counting_as(guide, answers, "record"))


def kept_entries(answers: Answers) -> list[Answers]:
    """The arrests and convictions that the letter mentions, as the person decided."""
    return [entry for entry in answers.members(RECORD) if entry.says(KEPT)]


def for_lawyer_entries(answers: Answers) -> list[Answers]:
    """The arrests and convictions that the person made a question for a lawyer."""
    return [entry for entry in answers.members(RECORD) if entry.says(LEFT_TO_LAWYER)]


def for_lawyer(guide: Guide, answers: Answers) -> list[Factor]:
    """The ticked factors that are a question for a lawyer: those neither kept nor left out.

    These include factors that the person kept but that need a lawyer, kept factors about which
    nothing was written, and undecided ones.
    """
    return [
        factor
        for factor in chosen_factors(guide, answers)
        if factor.way and not is_told(factor, answers) and answers.values.get(factor.way) != LEAVE
    ]
