"""Letters that the person sends to others: for a letter of support, for medical records."""

from __future__ import annotations

from typing import NamedTuple

from pdkiosk.characters import has_words
from pdkiosk.documents.arguments import DATE_BLANK, TEXT_BLANK, Speaker
from pdkiosk.documents.closing import signature
from pdkiosk.documents.letter_head import footer, name, place_lines, sender_lines
from pdkiosk.documents.model import (
    Aside,
    Block,
    Document,
    Heading,
    Kind,
    Lines,
    ListRow,
    Notice,
    PageBreak,
    Paragraph,
    Sentence,
    SignatureLine,
    WriteIn,
)
from pdkiosk.documents.related_people import ALWAYS_ADULT, cared_for_card
from pdkiosk.documents.wishes import asks_for_release, asks_not_to_be_deported
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.contract import (
    A_NUMBER,
    CARE_WHO,
    CARETAKER,
    CITIZEN,
    DOCTOR_LETTER,
    FROM_DOCTORS,
    MEDICAL_RECORDS,
    NO_LAWYER,
    OWN_HEALTH,
    PAPERS,
    PEOPLE,
    PERSON_AGE,
    PERSON_NAME,
    PREGNANT,
    RELATION,
    RESIDENT,
    SUPPORT_READERS,
)
from pdkiosk.guide.model import Option, said
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.interview.answers import ASK
from pdkiosk.interview.citizenship import OF_AGE
from pdkiosk.interview.unsaid import may_show_ill_person
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.message import Arg, Blank, Own, alone

# Used in the reading copy where the form has a line to write on.
_OPEN = "…"
_CHILD = "child"


class _Signer(NamedTuple):
    """Who must sign for another person's records: the label of the line, and the advice."""

    label: SentenceId
    advice: SentenceId


_PATIENT = _Signer("records.sign.patient", "records.must.patient")
_GUARDIAN = _Signer("records.sign.child", "records.must.child")
_EITHER = _Signer("records.sign.either", "records.must.either")


def support_request(speaker: Speaker, facility: Facility, readers: list[str]) -> Document:
    """A letter that asks for a letter of support and says what a good one contains.

    ``readers`` are the options of SUPPORT_READERS that it is for; none means all. Only citizens
    and residents may write: safety notes, section 3, 12.
    """
    title = speaker.sentence("support.title")
    lines = [
        speaker.sentence("support.who"),
        speaker.sentence("support.facts"),
        *(
            speaker.option(option)
            for option in speaker.choices(SUPPORT_READERS)
            if not readers or option.id in readers
        ),
        speaker.sentence("support.home"),
        speaker.sentence("support.harm"),
        speaker.sentence("support.sign"),
    ]
    if not readers or FROM_DOCTORS.option in readers:
        if any(map(speaker.answers.says, (OWN_HEALTH, PREGNANT))):
            lines.append(speaker.sentence("support.permit.mine"))
        if may_show_ill_person(speaker.situation) and asks_for_records(speaker):
            lines.append(speaker.sentence("support.permit.theirs"))
    why: list[SentenceId] = ["support.detained", _why(speaker), "support.help"]
    if speaker.answers.says(NO_LAWYER):
        why.insert(1, "open.no_lawyer")
    blocks: list[Block] = [
        Heading(title, level=1),
        _paragraph(speaker, "support.dear", reader=Blank(TEXT_BLANK)),
        Paragraph(tuple(Sentence(speaker.sentence(i)) for i in why)),
        Notice((Sentence(speaker.sentence("support.safe")),), strong=True),
        Heading(speaker.sentence("support.head")),
        *(ListRow(Sentence(line)) for line in lines),
        _paragraph(speaker, "support.language"),
        WriteIn(speaker.sentence("support.signed")),
        _paragraph(speaker, "support.send"),
        Lines(sender_lines(speaker, facility)),
    ]
    return Document(Kind.SUPPORT_REQUEST, title, tuple(blocks), footer=footer(speaker))


def _why(speaker: Speaker) -> SentenceId:
    """What the letter to ICE asks for, in a few words: the reader need not learn more."""
    out, stay = asks_for_release(speaker), asks_not_to_be_deported(speaker)
    if stay:
        return "support.why.both" if out else "support.why.stay"
    return "support.why.out" if out else "support.why"


def asks_for_records(speaker: Speaker) -> bool:
    """Whether the request for medical records is among the papers.

    For someone else it is the permission for their doctor to write, too.
    """
    statuses = speaker.answers.statuses(PAPERS)
    theirs = may_show_ill_person(speaker.situation)
    letter_of_theirs = theirs and statuses.get(DOCTOR_LETTER) == ASK
    return statuses.get(MEDICAL_RECORDS) == ASK or letter_of_theirs


def records_request(speaker: Speaker, facility: Facility, language: str) -> Document:
    """A blank request for medical records: the writer's own, and those of the person they care for.

    Nobody releases another person's records on the writer's word: that page names the patient, and
    the patient signs it, or for a child the other parent or the guardian.
    """
    own, theirs = _own_records(speaker), may_show_ill_person(speaker.situation)
    blocks: list[Block] = _for_own(speaker, facility, language) if own else []
    if own and theirs:
        blocks.append(PageBreak())
    if theirs:
        blocks += _for_theirs(speaker, language)
    title = speaker.sentence("records.title" if own else "records.title.theirs")
    return Document(Kind.RECORDS_REQUEST, title, tuple(blocks), footer=footer(speaker))


def _own_records(speaker: Speaker) -> bool:
    """Whether the writer's own health is a reason; it must be if nobody else is ill."""
    answers = speaker.answers
    return any(map(answers.says, (OWN_HEALTH, PREGNANT))) or not answers.says(CARETAKER)


def _for_own(speaker: Speaker, facility: Facility, language: str) -> list[Block]:
    dates: dict[str, Arg] = {"from_date": Blank(DATE_BLANK), "to_date": Blank(DATE_BLANK)}
    asked: tuple[SentenceId, ...] = ("records.body", "records.send", "records.fee")
    number = speaker.value(A_NUMBER)
    return [
        Heading(speaker.sentence("records.title"), level=1),
        WriteIn(speaker.sentence("records.to")),
        WriteIn(speaker.sentence("records.name"), value=_known(name(speaker))),
        WriteIn(speaker.sentence("records.number"), value=_known(number)),
        WriteIn(speaker.sentence("records.birth")),
        _paragraph(speaker, asked[0], **dates),
        _paragraph(speaker, asked[1]),
        Lines(place_lines(speaker, facility)),
        _paragraph(speaker, asked[2]),
        signature(speaker),
        _aside(speaker, language, ("records.note",), ("records.lines", *asked)),
    ]


def _for_theirs(speaker: Speaker, language: str) -> list[Block]:
    dates: dict[str, Arg] = {"from_date": Blank(DATE_BLANK), "to_date": Blank(DATE_BLANK)}
    asked: tuple[SentenceId, ...] = ("records.body.theirs", "records.send.theirs", "records.fee")
    patient, signer = _patient(speaker)
    advice: tuple[SentenceId, ...] = (signer.advice, "records.note.theirs", "records.agree")
    return [
        Heading(speaker.sentence("records.title.theirs"), level=1),
        WriteIn(speaker.sentence("records.to")),
        WriteIn(speaker.sentence("records.patient"), value=_known(patient)),
        WriteIn(speaker.sentence("records.birth")),
        _paragraph(speaker, asked[0], **dates),
        _paragraph(speaker, asked[1]),
        WriteIn(speaker.sentence("cert.name")),
        WriteIn(speaker.sentence("cert.address"), lines=2),
        WriteIn(speaker.sentence("cert.phone")),
        _paragraph(speaker, asked[2]),
        SignatureLine(speaker.sentence(signer.label), speaker.sentence("executed_date")),
        _aside(speaker, language, advice, ("records.lines.theirs", *asked), _relation(speaker)),
    ]


def _relation(speaker: Speaker) -> tuple[Sentence, ...]:
    """Whose records they are, in the writer's words."""
    who = _cared_for(speaker)
    labels = [said(option.label) for option in _relations(speaker) if option.id == who]
    return tuple(Sentence(speaker.sentence("records.for", who=label)) for label in labels)


def _cared_for(speaker: Speaker) -> str:
    """The relation of the ill person, from the card that says so or from the question."""
    marked = cared_for_card(speaker.answers)
    return speaker.answers.text(CARE_WHO) if marked is None else marked.text(RELATION)


def _relations(speaker: Speaker) -> list[Option]:
    """All relations such a person can have; a card offers more relations than the question."""
    known = speaker.choices(CARE_WHO)
    return [*known, *(o for o in speaker.choices(RELATION) if o.id not in {k.id for k in known})]


def _patient(speaker: Speaker) -> tuple[Arg, _Signer]:
    """The name of the person the writer cares for, or a line for it, and who signs for them.

    The name comes from a family card if only one card has this relation; it is never that of a
    relative whose papers were not stated (safety notes, section 3, 12).
    """
    who, marked = _cared_for(speaker), cared_for_card(speaker.answers)
    group = next((o.group for o in speaker.choices(RELATION) if o.id == who), "")
    cards = [card for card in speaker.answers.members(PEOPLE) if card.text(RELATION) == who]
    if marked is not None:
        cards = [marked]
    patient: Arg = Blank(TEXT_BLANK)
    age: int | None = None
    if who and len(cards) == 1:
        (card,) = cards
        typed, age = card.text(PERSON_NAME).strip(), card.number(PERSON_AGE)
        if has_words(typed) and (card.says(CITIZEN) or card.says(RESIDENT)):
            patient = Own(typed)
    if group in ALWAYS_ADULT or (age is not None and age >= OF_AGE):
        return patient, _PATIENT
    return patient, _GUARDIAN if age is not None and group == _CHILD else _EITHER


def _aside(
    speaker: Speaker,
    language: str,
    advice: tuple[SentenceId, ...],
    read: tuple[SentenceId, ...],
    first: tuple[Sentence, ...] = (),
) -> Aside:
    """The note for the writer at the foot: advice, and what the English form says."""
    keep = [*advice]
    if language != SOURCE_LANGUAGE:
        keep += ["cert.reading", *read]
    spaces: dict[str, Arg] = {"from_date": _OPEN, "to_date": _OPEN}
    dated: tuple[SentenceId, ...] = ("records.body", "records.body.theirs")
    said_there = [speaker.sentence(i, **(spaces if i in dated else {})) for i in keep]
    return Aside(speaker.sentence("aside"), (*first, *map(Sentence, said_there)))


def _known(arg: Arg) -> Sentence | None:
    return None if isinstance(arg, Blank) else Sentence(alone(arg))


def _paragraph(speaker: Speaker, sentence_id: SentenceId, **args: Arg) -> Paragraph:
    return Paragraph((Sentence(speaker.sentence(sentence_id, **args)),))
