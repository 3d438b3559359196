"""The guide as typed data: what ``resources/guide/`` may contain, and nothing else.

Texts are English (type ``Words``) and become messages only when shown. ``ledger`` lists
carry the numbers of the statements of the source guide that a piece of content makes, so
that a test can prove that none was lost. ``texts.py`` has what the pieces are made of,
``questions.py`` what is asked; both are taken from here.
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

    ``{question_id}`` puts an answer in, ``{question_id:since}`` and ``{question_id:in}`` a
    date in its role; names of ``interview.derived`` work too. ``count`` names the number
    that decides between ``text`` and ``plural``. ``block`` is the part of the letter.
    ``origin`` is the question that the review screen leads back to; ``papers`` prove a
    sentence that belongs to no factor. ``zero`` is said where the count is 0. ``typed`` is said
    where an answer was typed, whose words then stand at its end, in quotation marks. ``by_hand``
    stands before a line on paper for what is never typed (safety notes, section 5).
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
        """What is said in its place where the count is 0."""
        return Message(self.zero, f"letter.{self.id}.zero") if self.zero else None

    @property
    def for_typed(self) -> Message | None:
        """What is said in its place where an answer in it was typed."""
        return Message(self.typed, f"letter.{self.id}.typed") if self.typed else None

    @property
    def for_line(self) -> Message | None:
        """What stands before the line that is filled in by hand."""
        return Message(self.by_hand, f"letter.{self.id}.by_hand") if self.by_hand else None


class SummaryLine(Strict, frozen=True, kw_only=True):
    """What the summary says of a reason in place of its own ``summary`` where ``when`` holds."""

    summary: Words
    when: When


class Factor(Strict, frozen=True, kw_only=True):
    """A reason ("life", "family"), a severe illness ("medical"), or what weighs against ("high").

    ``summary`` is its line on the summary, ``masked`` the line where others may read it; of
    ``summaries`` the first that holds is said in place of ``summary``, as the letter says it.
    ``follow`` heads the page of its questions. ``papers`` can prove it. ``way`` is the question
    whether the letter speaks of it, with the options of WAYS; without one it does. What weighs
    against the person needs it, and ``counts_as``, be it empty; nothing else has them.
    ``lawyer_only``: the letter speaks of it only where a lawyer helped with the words (safety
    notes, section 9, rule 5).
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

    ``next_label`` is the primary button's words. A ``stop`` page ends the interview. ``hope``: its
    title and lead stand on green, as what is good to know; ``drawing`` stands beside them.
    ``figures``: drawings with words under them. ``offers_hiding``: one may try here how the screen
    is hidden. ``chapter`` says more about it; what only tells
    can be read there again. Without ``ways`` it stands there alone, and in no section.
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
    """A chapter of the guide, to be read at any time: its pages, in their order.

    ``groups``: the factors that it lists after them; ``papers``: whether it lists the papers.
    """

    id: str
    title: Words
    icon: str
    groups: list[Group] = []
    papers: bool = False


class Section(Strict, frozen=True, kw_only=True):
    """One of the eight steps."""

    id: str
    title: Words
    icon: str


class Paper(Strict, frozen=True, kw_only=True):
    """A document that can prove something: what it is, who can send it, how to ask.

    ``always``: offered whatever the reasons. ``when``: offered when this holds. ``unless``: never
    where this holds. ``ways``: on which ways. ``short``: its name on a tile. ``exhibit`` is its
    line in the list of exhibits, ``how`` says how to ask for it.
    ``private``: its very name tells what others should not read on the summary.
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

    ``also``: other spellings under which it stands in the English texts. They find it in the
    text of a page, whatever language the page is shown in, and are never shown: so they are
    no ``Words``.
    """

    id: str
    term: Words
    meaning: Words
    also: tuple[str, ...] = ()


class Sentence(Strict, frozen=True, kw_only=True):
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


class Forms(Strict, frozen=True, kw_only=True):
    """A sentence about somebody whose gender some languages must know."""

    id: str
    text: Words
    plural: Words | None = None
    comment: str

    def message(self, form: str) -> Message:
        """The sentence about a woman ("f") or a man ("m"); mixed groups take "m"."""
        return Message(self.text, f"letter.{self.id}.{form}", plural=self.plural or "")


class Part(Strict, frozen=True, kw_only=True):
    """A part of the letter. The parts stand in the letter in the order of the guide.

    ``heading`` is a sentence. ``paragraphs`` says what shares a paragraph, in the order of
    reading: factors, GENERAL, and questions of a page for the person's own words. A factor that
    is not named has a paragraph of its own, after these; its own words follow its paragraph.
    """

    id: Block | Literal["words"]
    heading: str
    paragraphs: list[list[str]] = []


class About(Strict, frozen=True, kw_only=True):
    """The source, its age, and when the content was last checked. Dates are ISO."""

    version: str
    checked: str
    check_by: str
    source_years: str
    credit: Words
    disclaimers: list[Text]
    expired: Words


class Narrowing(Strict, frozen=True, kw_only=True):
    """What whoever signs a guide pack does not stand behind, and what they add to it.

    ``by``: who they are. ``asks_off``, ``keep_off``, ``local_notes`` and ``reviewed_here`` are as
    in the facility file (``docs/settings.md``), and count besides what is said there.
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
