"""The guide as typed data: what ``resources/guide/`` may contain, and nothing else.

Texts are English (type ``Words``) and become messages only when shown. ``ledger`` lists
carry the numbers of the statements of the source guide that a piece of content makes, so
that a test can prove that none was lost.
"""

from __future__ import annotations

from typing import Literal, NewType, Union

import msgspec

from pdkiosk.guide.law import Law
from pdkiosk.guide.vocabulary import Block, CountsAs, Rule
from pdkiosk.language.message import Message

Words = NewType("Words", str)
"""A text to be translated, in English."""

Way = Literal["short", "full"]
Tone = Literal["stop", "warning", "note", "done"]
Source = Literal["guide", "law", "house"]
"""Who says it: the source guide, the safety notes on today's law, or this program."""

UNKNOWN = "unknown"
"""Identifier of the choice "I do not know" in conditions."""


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all guide data: immutable, and an unknown key is an error."""


def said(words: str) -> Message:
    """The text of the guide as a message."""
    return Message(words)


class When(_Strict, frozen=True, kw_only=True):
    """A condition on the answers: the closed vocabulary of the guide's branches.

    Exactly one of ``question`` (with one of ``equals``, ``has``, ``answered``), ``rule``,
    ``all``, ``any`` or ``none`` is set.
    """

    question: str = ""
    equals: str | list[str] | None = msgspec.field(default=None, name="is")
    has: str | list[str] | None = None
    answered: bool | None = None
    rule: Rule | Literal[""] = ""
    all: list[When] = []
    any: list[When] = []
    none: list[When] = []


class Text(_Strict, frozen=True, kw_only=True):
    """A paragraph or a bullet, whom it comes from, and the statements that it carries.

    ``law``: the entries that it rests on, where its source is the law.
    """

    text: Words
    bullet: bool = False
    ledger: list[str] = []
    source: Source = "guide"
    law: list[str] = []
    when: When | None = None


class Callout(_Strict, frozen=True, kw_only=True):
    """A box that stands out: stop, warning, note or done. Never colour alone: ``title`` says it."""

    tone: Tone
    title: Words
    text: list[Text] = []
    ledger: list[str] = []
    when: When | None = None


class Option(_Strict, frozen=True, kw_only=True):
    """A choice that can be touched.

    ``letter`` is how it reads inside a sentence of the letter; where a language may need another
    wording for it there, ``sentence`` names one. ``default_when`` ticks it before the person has
    touched anything. ``group`` is what relatives have in common. ``law``: what its note rests on.
    """

    id: str
    label: Words
    note: Words | None = None
    letter: Words | None = None
    form: Literal["", "f", "m"] = ""
    icon: str = ""
    group: Literal["", "child", "spouse", "parent", "sibling", "other"] = ""
    sentence: str = ""
    ledger: list[str] = []
    law: list[str] = []
    when: When | None = None
    default_when: When | None = None


class _Question(_Strict, frozen=True, kw_only=True, tag_field="kind"):
    """What all questions share.

    ``short`` names it on the page where answers are checked. ``gate``: it cannot be
    skipped. ``unknown``: "I do not know" is offered. ``private``: spoken aloud and shown on
    the summary only if the person wants it. ``find_out``: what the summary says to do when
    the answer is not known.
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
    find_out: Words | None = None
    callouts: list[Callout] = []


class Choice(_Question, frozen=True, kw_only=True, tag="choice"):
    """One of several."""

    options: list[Option]


class Choices(_Question, frozen=True, kw_only=True, tag="choices"):
    """Any number of several. ``group`` takes the options from the factors of that group."""

    options: list[Option] = []
    group: str = ""


class TextQuestion(_Question, frozen=True, kw_only=True, tag="text"):
    """A line of the person's own words. ``example`` shows what is meant.

    ``names``: a name or a place, in which each word begins with a capital. ``suggestions`` are
    offered as cards to touch and answered as "@" and their id; own words stay possible.
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
    """A whole number between ``least`` and ``most``; ``unit`` stands behind it."""

    least: int = 0
    most: int = 120
    unit: Words | None = None


class DateQuestion(_Question, frozen=True, kw_only=True, tag="date"):
    """A date known in part or whole. ``future``: it may lie ahead, up to three years."""

    future: bool = False


class ANumber(_Question, frozen=True, kw_only=True, tag="a_number"):
    """The number that DHS gave the person: A and nine digits; older ones have eight."""


class Papers(_Question, frozen=True, kw_only=True, tag="papers"):
    """For each paper that fits the reasons: have it, can ask for it, cannot get it."""


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
    """A repeated group: people, entries of a record. ``lead`` is asked by touching "add"."""

    lead: Choice
    fields: list[Question]
    add: Words


class Fact(_Strict, frozen=True, kw_only=True):
    """A sentence of the letter: complete, with the answers as arguments.

    ``{question_id}`` puts an answer in, ``{question_id:since}`` and ``{question_id:in}`` a
    date in its role; names of ``interview.derived`` work too. ``count`` names the number
    that decides between ``text`` and ``plural``. ``block`` is the part of the letter.
    ``origin`` is the question that the review screen leads back to; ``papers`` prove a
    sentence that belongs to no factor. ``zero`` is said where the count is 0.
    """

    id: str
    block: Block
    text: Words
    plural: Words | None = None
    zero: Words | None = None
    count: str = ""
    comment: str
    origin: str = ""
    papers: list[str] = []
    when: When | None = None

    @property
    def message(self) -> Message:
        """The sentence; its identifier is the context, as letters need their own wording."""
        return Message(self.text, f"letter.{self.id}", plural=self.plural or "")

    @property
    def for_zero(self) -> Message | None:
        """What is said in its place where the count is 0."""
        return Message(self.zero, f"letter.{self.id}.zero") if self.zero else None


class Factor(_Strict, frozen=True, kw_only=True):
    """A reason ("life", "family"), a severe illness ("medical"), or what weighs against ("high").

    ``summary`` is its line on the summary, ``masked`` the line where others may read it.
    ``follow`` heads the page of its questions. ``papers`` can prove it. ``way`` is the question
    whether the letter speaks of it, with the options of WAYS; without one it does. What weighs
    against the person needs it, and ``counts_as``, be it empty. ``lawyer_only``: the letter
    speaks of it only where a lawyer helped with the words (safety notes, section 9, rule 5).
    """

    id: str
    group: Literal["life", "family", "medical", "high"]
    way: str = ""
    counts_as: list[CountsAs] | None = None
    lawyer_only: bool = False
    title: Words
    icon: str
    summary: Words
    masked: Words | None = None
    note: Words | None = None
    follow: Words | None = None
    ledger: list[str] = []
    when: When | None = None
    callouts: list[Callout] = []
    questions: list[Question] = []
    facts: list[Fact] = []
    papers: list[str] = []


class Page(_Strict, frozen=True, kw_only=True):
    """A screen. ``kind`` chooses the class that shows it.

    ``next_label`` is the primary button's words. A ``stop`` page ends the interview.
    """

    id: str
    section: str
    kind: Literal[
        "info", "questions", "cards", "papers", "follow", "stop", "review", "letter", "print", "end"
    ]
    title: Words
    icon: str = ""
    lead: Words | None = None
    body: list[Text] = []
    callouts: list[Callout] = []
    questions: list[Question] = []
    follow_group: str = ""
    words: list[str] = []
    drawing: Literal["", "a_number"] = ""
    next_label: Words | None = None
    ways: tuple[Way, ...] = ("short", "full")
    when: When | None = None
    help: bool = False
    ledger: list[str] = []


class Section(_Strict, frozen=True, kw_only=True):
    """One of the eight steps."""

    id: str
    title: Words
    icon: str


class Paper(_Strict, frozen=True, kw_only=True):
    """A document that can prove something: what it is, who can send it, how to ask.

    ``always``: offered whatever the reasons. ``when``: offered when this holds.
    ``exhibit`` is its line in the list of exhibits, ``how`` says how to ask for it.
    ``private``: its very name tells what others should not read on the summary.
    """

    id: str
    label: Words
    icon: str
    exhibit: Words
    from_whom: Words
    how: Words
    ledger: list[str] = []
    always: bool = False
    private: bool = False
    when: When | None = None


class Term(_Strict, frozen=True, kw_only=True):
    """A legal word and its plain meaning.

    ``also``: other spellings under which it stands in the English texts. They find it in the
    text of a page, whatever language the page is shown in, and are never shown: so they are
    no ``Words``.
    """

    id: str
    term: Words
    meaning: Words
    also: tuple[str, ...] = ()


class Sentence(_Strict, frozen=True, kw_only=True):
    """A named sentence of a printed page that is not a fact of a factor.

    ``law``: the entries that it rests on.
    """

    id: str
    text: Words
    plural: Words | None = None
    comment: str
    law: list[str] = []

    @property
    def message(self) -> Message:
        """The sentence; its identifier is the context."""
        return Message(self.text, f"letter.{self.id}", plural=self.plural or "")


class Forms(_Strict, frozen=True, kw_only=True):
    """A sentence about somebody whose gender some languages must know."""

    id: str
    text: Words
    plural: Words | None = None
    comment: str

    def message(self, form: str) -> Message:
        """The sentence about a woman ("f") or a man ("m"); mixed groups take "m"."""
        return Message(self.text, f"letter.{self.id}.{form}", plural=self.plural or "")


class Part(_Strict, frozen=True, kw_only=True):
    """A part of the letter. The parts stand in the letter in the order of the guide.

    ``heading`` is a sentence. ``paragraphs`` says what shares a paragraph, in the order of
    reading: factors, GENERAL, and questions of a page for the person's own words. A factor that
    is not named has a paragraph of its own, after these; its own words follow its paragraph.
    """

    id: Block | Literal["words"]
    heading: str
    paragraphs: list[list[str]] = []


class About(_Strict, frozen=True, kw_only=True):
    """The source, its age, and when the content was last checked. Dates are ISO."""

    version: str
    checked: str
    check_by: str
    source_years: str
    credit: Words
    disclaimers: list[Text]
    expired: Words


class Guide(_Strict, frozen=True, kw_only=True):
    """The whole guide."""

    about: About
    section: list[Section]
    page: list[Page]
    factor: list[Factor]
    paper: list[Paper]
    term: list[Term]
    sentence: list[Sentence]
    forms: list[Forms]
    facts: list[Fact]
    part: list[Part]
    law: list[Law]
