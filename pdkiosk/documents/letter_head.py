"""The head of the letter: who is writing, to which office, and about which case."""

from __future__ import annotations

from pdkiosk.documents.arguments import (
    DATE_BLANK,
    NAME_BLANK,
    TEXT_BLANK,
    Speaker,
    masked_a_number,
    shown_a_number,
)
from pdkiosk.documents.model import (
    Addressee,
    Block,
    Paragraph,
    Reference,
    SenderAndDate,
    Sentence,
)
from pdkiosk.documents.wishes import asks_its_officers, wishes
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.contract import (
    A_NUMBER,
    AGAINST_ME,
    APPEALED,
    COURT,
    FACILITY_NAME,
    FINAL_ORDER,
    FOR_ME,
    FULL_NAME,
    JUDGE,
    NEXT_HEARING,
    NOT_FILED,
    ORDER_DATE,
    REQUESTS,
    STAGE,
    WANTS_RELEASE,
    WANTS_RELEASE_WON,
    WANTS_STAY,
    WANTS_SUPERVISION,
)
from pdkiosk.guide.named import TextAnswer
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.interview.citizenship import perhaps_citizen
from pdkiosk.interview.deadlines import hearing_may_have_passed
from pdkiosk.language.message import Arg, Blank, Message, Own, alone

# Millimeters. In every language a blank fits on one line with its label, so that no line breaks
# inside a blank.
_NUMBER_BLANK = 42.0
_SHORT_BLANK = 36.0
_UNIT_BLANK = 25.0
_PRINTED_NAME_BLANK = 42.0
_ADDRESS_BLANK = 66.0
_OPLA: tuple[SentenceId, ...] = ("address.opla", "address.opla.unit", "address.ice")
_ERO: tuple[SentenceId, ...] = (
    "address.ero",
    "address.ero.unit",
    "address.ero.attention",
    "address.ice",
)
# The officer's name is posted in the unit; no facility file has it.
_OFFICER: SentenceId = "address.ero.attention"
_OFFICER_BLANK = 12.0
_COURT_LINES: list[tuple[TextAnswer, SentenceId]] = [(COURT, "re.court"), (JUDGE, "re.judge")]


def head(speaker: Speaker, facility: Facility) -> list[Block]:
    """From the sender's lines to the salutation."""
    return [
        SenderAndDate(sender_lines(speaker, facility), speaker.sentence("date")),
        offices(speaker, facility),
        Reference(
            speaker.sentence("re.label"),
            Sentence(speaker.sentence(_subject(speaker)), REQUESTS),
            tuple(_reference(speaker)),
        ),
        Paragraph((Sentence(speaker.sentence(_salutation(speaker, facility))),)),
    ]


def _subject(speaker: Speaker) -> SentenceId:
    """The subject line of the letter, depending on what it asks for."""
    asked = wishes(speaker)
    if has_order(speaker):
        stay, out = WANTS_STAY.option in asked, WANTS_SUPERVISION.option in asked
        # Only someone who is not a citizen can be under an order of supervision.
        citizen = perhaps_citizen(speaker.situation)
        if not stay:
            return "re.release" if citizen else "re.supervision"
        if not out:
            return "re.stay"
        return "re.stay_release.citizen" if citizen else "re.stay_release"
    if WANTS_RELEASE_WON.option in asked:
        return "re.won"
    return "re.release" if WANTS_RELEASE.option in asked else "re.title"


def _salutation(speaker: Speaker, facility: Facility) -> SentenceId:
    opla, ero = (checked for checked, _lines in offices(speaker, facility).boxes)
    if opla and ero:
        return "salutation"
    return "salutation.opla" if opla else "salutation.ero"


def offices(speaker: Speaker, facility: Facility) -> Addressee:
    """The two offices of ICE with their tick boxes, ticked as the request calls for.

    ERO decides who is released and what happens after a final order; OPLA decides everything else
    in a case before the court. If ERO is asked too, both get a copy (safety notes, section 9, rule
    11).
    """
    order = has_order(speaker)
    return Addressee(
        (
            (not order, _office(speaker, _OPLA, facility.opla_address)),
            (order or asks_its_officers(speaker), _office(speaker, _ERO, facility.ero_address)),
        )
    )


def envelopes(speaker: Speaker, facility: Facility) -> list[tuple[Sentence, ...]]:
    """The addresses of the ticked offices; both while the stage of the case is unknown."""
    boxes = offices(speaker, facility).boxes
    if has_order(speaker) or speaker.answers.text(STAGE):
        boxes = tuple(box for box in boxes if box[0])
    return [lines for _checked, lines in boxes]


def hearing_expected(speaker: Speaker) -> bool:
    """Whether a hearing can be expected: not before the court has the case, nor after it ends."""
    decided = (NOT_FILED, FOR_ME, AGAINST_ME, FINAL_ORDER)
    return not any(map(speaker.answers.says, decided))


def has_order(speaker: Speaker) -> bool:
    """Whether there is a final order of removal."""
    return speaker.answers.says(FINAL_ORDER)


def name(speaker: Speaker, width: float = NAME_BLANK) -> Arg:
    """The writer's name, or a line to write it on."""
    typed = speaker.answers.text(FULL_NAME).strip()
    return Own(typed) if typed else Blank(width)


def printed_name(speaker: Speaker) -> Sentence:
    """The name under a signature."""
    known = name(speaker, _PRINTED_NAME_BLANK)
    sentence: SentenceId = "printed_name.blank" if isinstance(known, Blank) else "printed_name"
    return Sentence(speaker.sentence(sentence, name=known), FULL_NAME)


def footer(speaker: Speaker, *, for_ice: bool = False) -> Message:
    """The footer of each page: name and A-number, as far as they are known.

    ``for_ice``: the page goes to ICE, which files it under the full number. On pages that the
    person keeps, the number is masked (safety notes, section 9, rule 11).
    """
    typed = speaker.answers.text(A_NUMBER).strip()
    known: list[Arg] = []
    writer = name(speaker)
    if not isinstance(writer, Blank):
        known.append(writer)
    if typed:
        known.append(shown_a_number(typed) if for_ice else masked_a_number(typed))
    if len(known) == 2:
        return speaker.sentence("footer", name=known[0], a_number=known[1])
    if known:
        return speaker.sentence("footer.one", it=known[0])
    return speaker.sentence("re.title")


def _a_number(speaker: Speaker) -> Arg:
    found = speaker.value(A_NUMBER)
    return Blank(_NUMBER_BLANK) if isinstance(found, Blank) else found


def sender_lines(speaker: Speaker, facility: Facility) -> tuple[Sentence, ...]:
    """The writer's name, number and address, with blank lines for what is not known.

    Mail to and from a detention center carries the number.
    """
    lines = []
    writer, number = name(speaker), _a_number(speaker)
    if isinstance(writer, Blank):
        lines.append(Sentence(speaker.sentence("sender.name", name=writer), FULL_NAME))
    else:
        lines.append(Sentence(alone(writer), FULL_NAME))
    if isinstance(number, Blank):
        lines.append(Sentence(speaker.sentence("sender.a_number", a_number=number), A_NUMBER))
    else:
        lines.append(Sentence(alone(number), A_NUMBER))
    return (*lines, *place_lines(speaker, facility))


def place_lines(speaker: Speaker, facility: Facility) -> tuple[Sentence, ...]:
    """The place where the writer is held, and their unit."""
    unit = Sentence(speaker.sentence("unit", unit=Blank(_UNIT_BLANK)))
    return (*_place(speaker, facility), unit)


def _place(speaker: Speaker, facility: Facility) -> list[Sentence]:
    typed = speaker.answers.text(FACILITY_NAME).strip()
    address = facility.address
    if typed:
        lines = [Sentence(alone(Own(typed)), FACILITY_NAME)]
        # The facility's address must not appear under the name of another place.
        if typed.casefold() != facility.name.strip().casefold():
            address = []
    elif facility.name:
        lines = [Sentence(alone(facility.name), FACILITY_NAME)]
    else:
        blank = Blank(TEXT_BLANK - 10)
        lines = [Sentence(speaker.sentence("sender.facility", facility=blank), FACILITY_NAME)]
    if address:
        return [*lines, *(Sentence(alone(line)) for line in address)]
    return [*lines, Sentence(speaker.sentence("sender.address", address=Blank(TEXT_BLANK)))]


def _office(
    speaker: Speaker, ids: tuple[SentenceId, ...], address: list[str]
) -> tuple[Sentence, ...]:
    lines: list[Arg] = list(address) or [Blank(_ADDRESS_BLANK), Blank(_ADDRESS_BLANK)]
    officer: dict[str, Arg] = {"officer": Blank(_OFFICER_BLANK)}
    return (
        *(Sentence(speaker.sentence(i, **(officer if i == _OFFICER else {}))) for i in ids),
        *(Sentence(alone(line)) for line in lines),
    )


def _reference(speaker: Speaker) -> list[Sentence]:
    lines = _who(speaker)
    if has_order(speaker):
        if speaker.answers.date(ORDER_DATE) is not None:
            lines.append(Sentence(speaker.sentence("re.order.date"), ORDER_DATE))
        else:
            lines.append(Sentence(speaker.sentence("re.order"), FINAL_ORDER.question))
        return lines
    expected = not speaker.answers.says(NOT_FILED)
    # A past date would tell ICE about a hearing that may have been missed.
    passed = hearing_may_have_passed(speaker.situation)
    coming = speaker.answers.date(NEXT_HEARING) is not None and not passed
    if coming or hearing_expected(speaker):
        blank: dict[str, Arg] = {NEXT_HEARING: Blank(DATE_BLANK)} if passed else {}
        lines.append(Sentence(speaker.sentence("re.hearing", **blank), NEXT_HEARING))
    lines += _court(speaker, expected)
    if speaker.answers.says(APPEALED):
        lines.append(Sentence(speaker.sentence("re.appealed"), APPEALED.question))
    elif speaker.answers.text(STAGE):
        lines.append(Sentence(speaker.sentence("re.stage"), STAGE))
    else:
        lines.append(Sentence(speaker.sentence("re.stage.open"), STAGE))
    return lines


def _who(speaker: Speaker) -> list[Sentence]:
    writer, number = name(speaker), _a_number(speaker)
    blank = isinstance(number, Blank)
    if isinstance(writer, Blank):
        # One blank for each is enough: it is in the sender's lines.
        if blank:
            return [Sentence(speaker.sentence("re.detained"))]
        return [Sentence(speaker.sentence("re.number", a_number=number), A_NUMBER)]
    who: SentenceId = "re.who.blank" if blank else "re.who"
    message = speaker.sentence(who, name=writer, a_number=number)
    return [Sentence(message, A_NUMBER if blank else FULL_NAME)]


def _court(speaker: Speaker, expected: bool) -> list[Sentence]:
    known = [line for line in _COURT_LINES if speaker.answers.text(line[0]).strip()]
    if known or not expected:
        lines = _COURT_LINES if expected else known
        return [Sentence(speaker.sentence(sentence), question) for question, sentence in lines]
    short = Blank(_SHORT_BLANK)
    return [Sentence(speaker.sentence("re.court_judge", court=short, judge=short), COURT)]
