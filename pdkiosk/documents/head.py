"""The head of the letter: who writes, to which office, and about which case."""

from __future__ import annotations

from pdkiosk.documents.arguments import DATE_BLANK, NAME_BLANK, TEXT_BLANK, Speaker, masked_a_number
from pdkiosk.documents.model import (
    Addressee,
    Block,
    Paragraph,
    Reference,
    SenderAndDate,
    Sentence,
)
from pdkiosk.facility.settings import Facility
from pdkiosk.interview.rules import hearing_may_have_passed
from pdkiosk.language.message import Arg, Blank, Message, Own, alone

# Millimetres. Each fits its line with its label, in every language, so that no line is
# broken inside a blank.
_NUMBER_BLANK = 42.0
_SHORT_BLANK = 36.0
_UNIT_BLANK = 25.0
_PRINTED_NAME_BLANK = 42.0
_ADDRESS_BLANK = 66.0
_OPLA = ("address.opla", "address.opla.unit", "address.ice")
_ERO = ("address.ero", "address.ero.unit", "address.ero.attention", "address.ice")


def head(speaker: Speaker, facility: Facility) -> list[Block]:
    """From the sender's lines to the salutation."""
    return [
        SenderAndDate(sender_lines(speaker, facility), speaker.sentence("date")),
        offices(speaker, facility),
        Reference(
            speaker.sentence("re.label"),
            Sentence(speaker.sentence("re.title")),
            tuple(_reference(speaker)),
        ),
        Paragraph((Sentence(speaker.sentence("salutation")),)),
    ]


def offices(speaker: Speaker, facility: Facility) -> Addressee:
    """The two offices of ICE with their tick boxes; the stage of the case ticks one."""
    order = has_order(speaker)
    return Addressee(
        (
            (not order, _office(speaker, _OPLA, facility.opla_address)),
            (order, _office(speaker, _ERO, facility.ero_address)),
        )
    )


def envelopes(speaker: Speaker, facility: Facility) -> list[tuple[Sentence, ...]]:
    """The address of the office that the stage of the case ticks; of both while it is open."""
    boxes = offices(speaker, facility).boxes
    if has_order(speaker) or speaker.answers.text("stage"):
        boxes = tuple(box for box in boxes if box[0])
    return [lines for _checked, lines in boxes]


def has_order(speaker: Speaker) -> bool:
    """Whether there is a final order of removal."""
    return speaker.answers.text("in_proceedings") == "order"


def name(speaker: Speaker, width: float = NAME_BLANK) -> Arg:
    """The writer's name, or a line to write it on."""
    typed = speaker.answers.text("full_name").strip()
    return Own(typed) if typed else Blank(width)


def printed_name(speaker: Speaker) -> Sentence:
    """The name under a signature."""
    known = name(speaker, _PRINTED_NAME_BLANK)
    suffix = ".blank" if isinstance(known, Blank) else ""
    return Sentence(speaker.sentence(f"printed_name{suffix}", name=known), "full_name")


def footer(speaker: Speaker) -> Message:
    """What stands at the foot of each page: name and masked number, as far as known."""
    typed = speaker.answers.text("a_number").strip()
    known: list[Arg] = []
    writer = name(speaker)
    if not isinstance(writer, Blank):
        known.append(writer)
    if typed:
        known.append(masked_a_number(typed))
    if len(known) == 2:
        return speaker.sentence("footer", name=known[0], a_number=known[1])
    if known:
        return speaker.sentence("footer.one", it=known[0])
    return speaker.sentence("re.title")


def _a_number(speaker: Speaker, width: float = _NUMBER_BLANK) -> Arg:
    found = speaker.value("a_number")
    return Blank(width) if isinstance(found, Blank) else found


def sender_lines(speaker: Speaker, facility: Facility) -> tuple[Sentence, ...]:
    """The writer's name, number and address, with lines for what is not known.

    Mail to and from a detention center carries the number.
    """
    lines = []
    writer, number = name(speaker), _a_number(speaker)
    if isinstance(writer, Blank):
        lines.append(Sentence(speaker.sentence("sender.name", name=writer), "full_name"))
    else:
        lines.append(Sentence(alone(writer), "full_name"))
    if isinstance(number, Blank):
        lines.append(Sentence(speaker.sentence("sender.a_number", a_number=number), "a_number"))
    else:
        lines.append(Sentence(alone(number), "a_number"))
    return (*lines, *place_lines(speaker, facility))


def place_lines(speaker: Speaker, facility: Facility) -> tuple[Sentence, ...]:
    """Where the writer is held, and their unit."""
    unit = Sentence(speaker.sentence("unit", unit=Blank(_UNIT_BLANK)))
    return (*_place(speaker, facility), unit)


def _place(speaker: Speaker, facility: Facility) -> list[Sentence]:
    typed = speaker.answers.text("facility_name").strip()
    address = facility.address
    if typed:
        lines = [Sentence(alone(Own(typed)), "facility_name")]
        # The facility's own address belongs to no other place.
        if typed.casefold() != facility.name.strip().casefold():
            address = []
    elif facility.name:
        lines = [Sentence(alone(facility.name), "facility_name")]
    else:
        blank = Blank(TEXT_BLANK - 10)
        lines = [Sentence(speaker.sentence("sender.facility", facility=blank), "facility_name")]
    if address:
        return [*lines, *(Sentence(alone(line)) for line in address)]
    return [*lines, Sentence(speaker.sentence("sender.address", address=Blank(TEXT_BLANK)))]


def _office(speaker: Speaker, ids: tuple[str, ...], address: list[str]) -> tuple[Sentence, ...]:
    lines: list[Arg] = list(address) or [Blank(_ADDRESS_BLANK), Blank(_ADDRESS_BLANK)]
    return (
        *(Sentence(speaker.sentence(sentence_id)) for sentence_id in ids),
        *(Sentence(alone(line)) for line in lines),
    )


def _reference(speaker: Speaker) -> list[Sentence]:
    lines = _who(speaker)
    if has_order(speaker):
        lines.append(Sentence(speaker.sentence("re.order"), "in_proceedings"))
        return lines
    # Before the court has the case there is no hearing to wait for.
    expected = speaker.answers.text("stage") != "not_filed"
    if expected or speaker.answers.date("next_hearing"):
        # A date that has passed would show ICE a hearing that may have been missed.
        passed = hearing_may_have_passed(speaker.situation)
        blank: dict[str, Arg] = {"next_hearing": Blank(DATE_BLANK)} if passed else {}
        lines.append(Sentence(speaker.sentence("re.hearing", **blank), "next_hearing"))
    lines += _court(speaker, expected)
    if speaker.answers.text("stage"):
        lines.append(Sentence(speaker.sentence("re.stage"), "stage"))
    else:
        lines.append(Sentence(speaker.sentence("re.stage.open"), "stage"))
    return lines


def _who(speaker: Speaker) -> list[Sentence]:
    writer, number = name(speaker), _a_number(speaker)
    suffix = ".blank" if isinstance(number, Blank) else ""
    if isinstance(writer, Blank):
        return [
            Sentence(speaker.sentence("sender.name", name=writer), "full_name"),
            Sentence(speaker.sentence(f"re.number{suffix}", a_number=number), "a_number"),
        ]
    message = speaker.sentence(f"re.who{suffix}", name=writer, a_number=number)
    return [Sentence(message, "a_number" if suffix else "full_name")]


def _court(speaker: Speaker, expected: bool) -> list[Sentence]:
    known = [i for i in ("court", "judge") if speaker.answers.text(i).strip()]
    if known or not expected:
        shown = ("court", "judge") if expected else known
        return [Sentence(speaker.sentence(f"re.{name}"), name) for name in shown]
    short = Blank(_SHORT_BLANK)
    return [Sentence(speaker.sentence("re.court_judge", court=short, judge=short), "court")]
