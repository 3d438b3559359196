"""The questions of the guide: every kind of question, and the options."""

from __future__ import annotations

from typing import Literal, Union

from pdkiosk.guide.texts import Callout, Figure, Strict, Text, Way, When, Words
from pdkiosk.guide.vocabulary import Group


class Option(Strict, frozen=True, kw_only=True):
    """A choice that can be touched.

    ``letter`` is its wording inside a sentence of the letter; if a language may need a different
    wording there, ``sentence`` names one. ``default_when`` ticks it before the person has touched
    anything. ``group`` is what relatives have in common. ``law``: the entries that its note rests
    on. ``apart``: no list in the letter includes it; it has a sentence of its own, or none.
    ``drawing`` replaces the icon; ``figures``: drawings with words, below its own words;
    ``points``: its description, in lines with a pictogram each.
    """

    id: str
    label: Words
    note: Words | None = None
    letter: Words | None = None
    form: Literal["", "f", "m"] = ""
    icon: str = ""
    drawing: str = ""
    figures: list[Figure] = []
    points: list[Text] = []
    group: Literal["", "child", "spouse", "parent", "sibling", "other"] = ""
    sentence: str = ""
    apart: bool = False
    ledger: list[str] = []
    law: list[str] = []
    ways: tuple[Way, ...] = ("short", "full")
    when: When | None = None
    default_when: When | None = None


class _Question(Strict, frozen=True, kw_only=True, tag_field="kind"):
    """What all questions have in common.

    ``short`` is its name on the page where answers are checked. ``gate``: it cannot be skipped.
    ``unknown``: "I do not know" is offered. ``private``: spoken aloud and shown on the summary only
    if the person wants it. ``find_out``: what the summary says to do when the answer is not known.
    ``same_page``: it shares a screen with the question before it.
    """

    id: str
    prompt: Words
    short: Words
    hint: Words | None = None
    ways: tuple[Way, ...] = ("short", "full")
    when: When | None = None
    gate: bool = False
    unknown: bool = False
    private: bool = False
    same_page: bool = False
    find_out: Words | None = None
    callouts: list[Callout] = []


class Choice(_Question, frozen=True, kw_only=True, tag="choice"):
    """Choose one of several options."""

    options: list[Option]


class Choices(_Question, frozen=True, kw_only=True, tag="choices"):
    """Choose any number of options. ``group`` takes the options from the factors of that group.

    ``nothing`` is the card for choosing none of them: touching it answers the question with none.
    """

    options: list[Option] = []
    group: Group | Literal[""] = ""
    nothing: Words | None = None


class TextQuestion(_Question, frozen=True, kw_only=True, tag="text"):
    """A line in the person's own words. ``example`` shows what is meant.

    ``names``: a name or a place, in which each word is capitalized. ``suggestions`` are offered as
    cards; touching one gives the answer "@" plus its id; the person can still type instead.
    """

    limit: int = 200
    names: bool = False
    example: Words | None = None
    suggestions: list[Option] = []


class LongText(_Question, frozen=True, kw_only=True, tag="long_text"):
    """Free text of any length up to ``limit`` characters, with a worked example."""

    limit: int = 20_000
    example: Words | None = None


class Number(_Question, frozen=True, kw_only=True, tag="number"):
    """A whole number between ``least`` and ``most``, followed by its ``unit``."""

    least: int = 0
    most: int = 120
    unit: Words | None = None


class DateQuestion(_Question, frozen=True, kw_only=True, tag="date"):
    """A full or partial date. ``future``: it may be up to three years ahead.

    ``year_is_enough``: the ways on which month and day are not asked.
    """

    future: bool = False
    year_is_enough: list[Way] = []


class ANumber(_Question, frozen=True, kw_only=True, tag="a_number"):
    """The number that DHS gave the person: A and nine digits; older ones have eight."""


class Papers(_Question, frozen=True, kw_only=True, tag="papers"):
    """For each paper that fits the reasons: the person has it, can ask for it, or cannot get it."""


Question = Union[
    Choice,
    Choices,
    TextQuestion,
    LongText,
    Number,
    DateQuestion,
    ANumber,
    Papers,
    "Cards",
]


class Cards(_Question, frozen=True, kw_only=True, tag="cards"):
    """A repeated group: people, record entries. Touching "add" answers the question ``lead``.

    ``nothing`` is the card for having none: touching it answers the question with none.
    """

    lead: Choice
    fields: list[Question]
    add: Words
    nothing: Words | None = None
