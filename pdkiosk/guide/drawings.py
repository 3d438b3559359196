"""The drawings of ``resources/drawings``: what each shows, for those who do not see it.

A drawing is beside words that say the same, and then it is not read aloud; one that says
more than its words is.
"""

from __future__ import annotations

from msgspec import Struct

from pdkiosk.language.message import Message


class Drawing(Struct, frozen=True):
    """What a drawing shows. ``says_more``: than the words beside it, so that it is read aloud."""

    shows: Message
    says_more: bool = False


DRAWINGS: dict[str, Drawing] = {
    # Translators: said of a drawing, by a screen reader and aloud.
    "a-notice": Drawing(
        Message("Drawing: the A-number is near the top of this paper.", "a_number.on_notice"),
        says_more=True,
    ),
    # Translators: said of a drawing, by a screen reader and aloud.
    "a-receipt": Drawing(
        Message("Drawing: the A-number is in a box of this paper.", "a_number.on_receipt"),
        says_more=True,
    ),
    # Translators: said of a drawing, by a screen reader and aloud.
    "a-wristband": Drawing(
        Message(
            "Drawing: the A-number is in the middle of the wristband.", "a_number.on_wristband"
        ),
        says_more=True,
    ),
    # Translators, for each of these: said of a drawing, by a screen reader.
    "appeal": Drawing(Message("Drawing: the paper of an appeal", "drawing.appeal")),
    "bubble": Drawing(Message("Drawing: somebody speaks", "drawing.bubble")),
    "calendar-judge": Drawing(
        Message("Drawing: a date with a judge, and a question mark", "drawing.calendar_judge")
    ),
    "case-ended": Drawing(Message("Drawing: a crossed-out case", "drawing.case_ended")),
    "clock-30": Drawing(Message("Drawing: a clock with half an hour marked", "drawing.clock_30")),
    "clock-60": Drawing(Message("Drawing: a clock with a whole hour marked", "drawing.clock_60")),
    # Translators: said of a drawing, by a screen reader and aloud.
    "court-paper": Drawing(
        Message(
            "Drawing: on the court paper, the line to copy is the one called offense.",
            "drawing.court_paper",
        ),
        says_more=True,
    ),
    "doc-envelopes": Drawing(Message("Drawing: envelopes", "drawing.doc_envelopes")),
    "doc-lawyer": Drawing(
        Message("Drawing: a page with questions for a lawyer", "drawing.doc_lawyer")
    ),
    "doc-letter": Drawing(Message("Drawing: your letter", "drawing.doc_letter")),
    "doc-reader": Drawing(
        Message("Drawing: a page for whoever reads it to you", "drawing.doc_reader")
    ),
    "doc-steps": Drawing(Message("Drawing: a page with three steps", "drawing.doc_steps")),
    "done": Drawing(Message("Drawing: a finished letter", "drawing.done")),
    "erase": Drawing(Message("Drawing: an eraser", "drawing.erase")),
    "fast-removal": Drawing(Message("Drawing: an airplane", "drawing.fast_removal")),
    "find-paper": Drawing(
        Message("Drawing: a paper with the A-number on it", "drawing.find_paper")
    ),
    "green-card": Drawing(Message("Drawing: a green card", "drawing.green_card")),
    "hearing-notice": Drawing(
        Message("Drawing: a notice of hearing, with a date and a time", "drawing.hearing_notice")
    ),
    "keep-nothing": Drawing(Message("Drawing: nothing is kept", "drawing.keep_nothing")),
    "lamp-letter": Drawing(Message("Drawing: a letter under a lamp", "drawing.lamp_letter")),
    "letter-long": Drawing(Message("Drawing: a long letter", "drawing.letter_long")),
    "letter-short": Drawing(Message("Drawing: a short letter", "drawing.letter_short")),
    "no-judge": Drawing(Message("Drawing: a crossed-out judge’s hammer", "drawing.no_judge")),
    "notice-to-appear": Drawing(
        Message("Drawing: a Notice to Appear, with the A-number on it", "drawing.notice_to_appear")
    ),
    "order-removal": Drawing(
        Message("Drawing: a judge’s order of deportation", "drawing.order_removal")
    ),
    "order-supervision": Drawing(
        Message("Drawing: an order of supervision", "drawing.order_supervision")
    ),
    "paper-yours": Drawing(Message("Drawing: a paper in your hands", "drawing.paper_yours")),
    "phone": Drawing(Message("Drawing: a telephone", "drawing.phone")),
    "printer": Drawing(Message("Drawing: a printer", "drawing.printer")),
    "proof-two-years": Drawing(
        Message("Drawing: proof of two years in the country", "drawing.proof_two_years")
    ),
    "step-court": Drawing(Message("Drawing: a date in court", "drawing.step_court")),
    "step-mail": Drawing(Message("Drawing: an envelope", "drawing.step_mail")),
    "step-read": Drawing(Message("Drawing: a page that is read aloud", "drawing.step_read")),
    "way-in": Drawing(Message("Drawing: a letter with the line marked", "drawing.way_in")),
    "way-lawyer": Drawing(Message("Drawing: a page of its own for a lawyer", "drawing.way_lawyer")),
    "way-out": Drawing(Message("Drawing: a letter without the line", "drawing.way_out")),
}
"""By the name of the file."""
