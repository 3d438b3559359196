"""The guide as typed data: what ``resources/guide/`` may contain, and nothing else.

Texts are English (type ``Words``) and become messages only when shown. ``ledger`` lists contain the
numbers of the statements of the source guide that a piece of content conveys, so that a test can
prove that none was lost. ``texts.py`` defines the basic parts, ``questions.py`` the questions; this
module re-exports both.
"""

from __future__ import annotations

from typing import Literal

from pdkiosk.guide.law import Law
from pdkiosk.guide.questions import (
    ANumber,
    Cards,
    Choice,
    Choices,
    DateQuestion,
    LongText,
    Number,
    Option,
    Papers,
    Question,
    TextQuestion,
)
from pdkiosk.guide.texts import (
    UNKNOWN,
    Callout,
    Figure,
    Source,
    Strict,
    Text,
    Tone,
    Way,
    When,
    Words,
    said,
)
from pdkiosk.guide.vocabulary import Block, CountsAs, Group
from pdkiosk.language.message import Message

__all__ = [
    "UNKNOWN",
    "ANumber",
    "About",
    "Callout",
    "Cards",
    "Choice",
    "Choices",
    "DateQuestion",
    "Fact",
    "Factor",
    "Figure",
    "Forms",
    "Guide",
    "LongText",
    "Narrowing",
    "Number",
    "Option",
    "Page",
    "Paper",
    "Papers",
    "Part",
    "Question",
    "Section",
    "Sentence",
    "Source",
    "SummaryLine",
    "Term",
    "Text",
    "TextQuestion",
    "Tone",
    "Way",
    "When",
    "Words",
    "said",
]


class Fact(Strict, frozen=True, kw_only=True):
    """A sentence of the letter: complete, with the answers as arguments.

    ``{question_id}`` inserts an answer, ``{question_id:since}`` and ``{question_id:in}`` a date in
    that role; names of ``interview.derived`` work too. ``count`` names the number that decides
    between ``text`` and ``plural``. ``block`` is the part of the letter. ``origin`` is the question
    that the review screen links back to; ``papers`` prove a sentence that belongs to no factor.
    ``zero`` is used if the count is 0. ``typed`` is used if an answer was typed, whose words then
    come at its end, in quotation marks (without them if the person's best language is English).
    ``by_hand`` labels a line on paper for what is never typed (safety notes, section 5).
    """

    id: str
    block: Block
    text: Words
    plural: Words | None = None
    zero: Words | None = None
    typed: Words | None = None
    by_hand: Words | None = None
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
        """The sentence to use if the count is 0, if there is one."""
        return Message(self.zero, f"letter.{self.id}.zero") if self.zero else None

    @property
    def for_typed(self) -> Message | None:
        """The sentence to use if an answer in it was typed, if there is one."""
        return Message(self.typed, f"letter.{self.id}.typed") if self.typed else None

    @property
    def for_line(self) -> Message | None:
        """The label of the line to be filled in by hand, if there is one."""
        return Message(self.by_hand, f"letter.{self.id}.by_hand") if self.by_hand else None


class SummaryLine(Strict, frozen=True, kw_only=True):
    """What the summary says of a reason in place of its own ``summary`` where ``when`` holds."""

    summary: Words
    when: When


class Factor(Strict, frozen=True, kw_only=True):
    """A reason ("life", "family"), a severe illness ("medical"), or what weighs against ("high").

    ``summary`` is its line on the summary, ``masked`` that line in a form that others may read.
    The first of ``summaries`` that holds replaces ``summary``, to match the letter. ``follow`` is
    the heading of the page with its questions. ``papers`` can prove it. ``way`` is the question
    whether the letter mentions it, with the options of WAYS; without such a question the letter
    does. Only factors that weigh against the person have ``way`` and ``counts_as`` (possibly
    empty), and they must have both. ``lawyer_only``: the letter mentions it only if a lawyer helped
    with the words (safety notes, section 9, rule 5).
    """

    id: str
    group: Group
    way: str = ""
    counts_as: list[CountsAs] | None = None
    lawyer_only: bool = False
    title: Words
    icon: str
    summary: Words
    summaries: list[SummaryLine] = []
    masked: Words | None = None
    note: Words | None = None
    follow: Words | None = None
    ledger: list[str] = []
    when: When | None = None
    callouts: list[Callout] = []
    questions: list[Question] = []
    facts: list[Fact] = []
    papers: list[str] = []


class Page(Strict, frozen=True, kw_only=True):
    """A screen. ``kind`` chooses the class that shows it.

    ``next_label`` is the text of the primary button. A ``stop`` page ends the interview. ``hope``:
    its title and lead are good news and are shown on green, with ``drawing`` beside them.
    ``figures``: drawings with words under them. ``offers_hiding``: the person can try out hiding
    the screen here. ``chapter`` says more about the subject; a page that only informs can be read
    again there. A page without ``ways`` is only in its chapter and in no section.
    """

    id: str
    section: str = ""
    kind: Literal[
        "info",
        "questions",
        "cards",
        "papers",
        "follow",
        "stop",
        "contradictions",
        "letter",
        "print",
        "end",
    ]
    title: Words
    icon: str = ""
    lead: Words | None = None
    body: list[Text] = []
    callouts: list[Callout] = []
    questions: list[Question] = []
    follow_group: Group | Literal[""] = ""
    words: list[str] = []
    hope: bool = False
    drawing: str = ""
    figures: list[Figure] = []
    offers_hiding: bool = False
    next_label: Words | None = None
    ways: tuple[Way, ...] = ("short", "full")
    when: When | None = None
    chapter: str = ""
    ledger: list[str] = []


class Chapter(Strict, frozen=True, kw_only=True):
    """A chapter of the guide, which can be read at any time: its pages, in order.

    ``groups``: the factors that it lists after them; ``papers``: whether it lists the papers.
    """

    id: str
    title: Words
    icon: str
    groups: list[Group] = []
    papers: bool = False


class Section(Strict, frozen=True, kw_only=True):
    """One of the eight steps of the interview."""

    id: str
    title: Words
    icon: str


class Paper(Strict, frozen=True, kw_only=True):
    """A document that can prove something: what it is, who can send it, how to ask.

    ``always``: offered whatever the reasons. ``when``: offered if this holds. ``unless``: never
    offered if this holds. ``ways``: the ways through the interview on which it is offered.
    ``short``: its name on a tile. ``exhibit`` is its line in the list of exhibits, ``how`` says how
    to ask for it. ``private``: its name alone reveals what others should not read on the summary.
    """

    id: str
    label: Words
    short: Words
    icon: str
    exhibit: Words
    from_whom: Words
    how: Words
    ledger: list[str] = []
    always: bool = False
    private: bool = False
    ways: tuple[Way, ...] = ("short", "full")
    when: When | None = None
    unless: When | None = None


class Term(Strict, frozen=True, kw_only=True):
    """A legal word and its plain meaning.

    ``also``: other spellings of it in the English texts. They are used to find the term in a page,
    whatever language is shown, and are never shown themselves: so they are not ``Words``.
    """

    id: str
    term: Words
    meaning: Words
    also: tuple[str, ...] = ()


class Sentence(Strict, frozen=True, kw_only=True):
    """A sentence of a printed page, referred to by name, that is not a fact of a factor.

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


class Forms(Strict, frozen=True, kw_only=True):
    """A sentence about someone whose gender matters in some languages."""

    id: str
    text: Words
    plural: Words | None = None
    comment: str

    def message(self, form: str) -> Message:
        """The sentence about a woman ("f") or a man ("m"); mixed groups take "m"."""
        return Message(self.text, f"letter.{self.id}.{form}", plural=self.plural or "")


class Part(Strict, frozen=True, kw_only=True):
    """A part of the letter. The parts follow the order of the guide.

    ``heading`` is a sentence. ``paragraphs`` says what shares a paragraph, in reading order:
    factors, GENERAL, and questions for the person's own words. A factor that is not listed has its
    own paragraph after these, followed by the person's own words about it.
    """

    id: Block | Literal["words"]
    heading: str
    paragraphs: list[list[str]] = []


class About(Strict, frozen=True, kw_only=True):
    """The source guide, its age, and when the content was last checked. Dates are ISO."""

    version: str
    checked: str
    check_by: str
    credit: Words
    disclaimers: list[Text]
    expired: Words


class Narrowing(Strict, frozen=True, kw_only=True):
    """What the signer of a guide pack leaves out, and what they add.

    ``by``: who they are. ``asks_off``, ``keep_off``, ``local_notes`` and ``reviewed_here`` work as
    in the facility file (``docs/settings.md``) and are added to the settings there.
    """

    by: str
    asks_off: list[str] = []
    keep_off: list[str] = []
    local_notes: list[str] = []
    reviewed_here: str = ""


class Guide(Strict, frozen=True, kw_only=True):
    """The whole guide."""

    about: About
    section: list[Section]
    chapter: list[Chapter]
    page: list[Page]
    factor: list[Factor]
    paper: list[Paper]
    term: list[Term]
    sentence: list[Sentence]
    forms: list[Forms]
    facts: list[Fact]
    part: list[Part]
    law: list[Law]
    narrowing: list[Narrowing] = []
