"""Finds what a facility or a legal-aid group may turn off, and turns it off."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from pdkiosk.guide.contract import RECORD, REQUESTS
from pdkiosk.guide.law import Law
from pdkiosk.guide.model import Cards, Choice, Choices, Factor, Guide, Page, Question
from pdkiosk.guide.vocabulary import KEEP


def may_turn_off(guide: Guide) -> list[str]:
    """The requests that need not be offered: all except those that are ticked by default.

    So everyone has something left to ask for.
    """
    return [
        option.id
        for page in guide.page
        for question in page.questions
        if question.id == REQUESTS and isinstance(question, Choices)
        for option in question.options
        if option.default_when is None
    ]


def may_not_keep(guide: Guide) -> list[str]:
    """What the letter can be kept from mentioning.

    The record and whatever weighs against a person.
    """
    return [*(factor.id for factor in guide.factor if factor.way), str(RECORD)]


def narrowed(guide: Guide, asks_off: Collection[str], keep_off: Collection[str]) -> Guide:
    """The guide without these requests, and without "keep it" for these factors.

    What may not be turned off stays.
    """
    asks = set(asks_off) & set(may_turn_off(guide))
    if not asks and not keep_off:
        return guide
    pages = [_page(page, asks, keep_off) for page in guide.page]
    factors = [_factor(factor) if factor.id in keep_off else factor for factor in guide.factor]
    return msgspec.structs.replace(guide, page=pages, factor=factors)


def asks_on(guide: Guide, entries: Collection[Law]) -> list[str]:
    """The requests that may be turned off and that rest on one of these law entries."""
    named, may = {entry.id for entry in entries}, may_turn_off(guide)
    return [
        option.id
        for page in guide.page
        for question in page.questions
        if isinstance(question, Choices)
        for option in question.options
        if option.id in may and named & set(option.law)
    ]


def _page(page: Page, asks: Collection[str], keep_off: Collection[str]) -> Page:
    questions: list[Question] = []
    for question in page.questions:
        if question.id == REQUESTS and isinstance(question, Choices):
            left = [option for option in question.options if option.id not in asks]
            question = msgspec.structs.replace(question, options=left)
        elif question.id == RECORD and isinstance(question, Cards) and RECORD in keep_off:
            fields = [_without_keep(field) for field in question.fields]
            question = msgspec.structs.replace(question, fields=fields)
        questions.append(question)
    return msgspec.structs.replace(page, questions=questions)


def _factor(factor: Factor) -> Factor:
    questions = [_without_keep(q) if q.id == factor.way else q for q in factor.questions]
    return msgspec.structs.replace(factor, questions=questions)


def _without_keep(question: Question) -> Question:
    if not isinstance(question, Choice):
        return question
    left = [option for option in question.options if option.id != KEEP]
    return msgspec.structs.replace(question, options=left)
