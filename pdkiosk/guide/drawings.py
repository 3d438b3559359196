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
    # Translators: said of a drawing, by a screen reader.
    "appeal": Drawing(Message("Drawing: the paper of an appeal", "drawing.appeal")),
    # Translators: said of a drawing, by a screen reader.
    "bubble": Drawing(Message("Drawing: somebody speaks", "drawing.bubble")),
    # Translators: said of a drawing, by a screen reader.
    "calendar-judge": Drawing(
        Message("Drawing: a date with a judge, and a question mark", "drawing.calendar_judge")
    ),
    # Translators: said of a drawing, by a screen reader.
    "case-ended": Drawing(Message("Drawing: a crossed-out case", "drawing.case_ended")),
    # Translators: said of a drawing, by a screen reader.
    "clock-30": Drawing(Message("Drawing: a clock with half an hour marked", "drawing.clock_30")),
    # Translators: said of a drawing, by a screen reader.
    "clock-60": Drawing(Message("Drawing: a clock with a whole hour marked", "drawing.clock_60")),
    # Translators: said of a drawing, by a screen reader and aloud.
    "court-paper": Drawing(
        Message(
            "Drawing: on the court paper, the line to copy is the one called offense.",
            "drawing.court_paper",
        ),
        says_more=True,
    ),
    # Translators: said of a drawing, by a screen reader.
    "doc-envelopes": Drawing(Message("Drawing: envelopes", "drawing.doc_envelopes")),
    # Translators: said of a drawing, by a screen reader.
    "doc-lawyer": Drawing(
        Message("Drawing: a page with questions for a lawyer", "drawing.doc_lawyer")
    ),
    # Translators: said of a drawing, by a screen reader.
    "doc-letter": Drawing(Message("Drawing: your letter", "drawing.doc_letter")),
    # Translators: said of a drawing, by a screen reader.
    "doc-reader": Drawing(
        Message("Drawing: a page for whoever reads it to you", "drawing.doc_reader")
    ),
    # Translators: said of a drawing, by a screen reader.
    "doc-steps": Drawing(Message("Drawing: a page with three steps", "drawing.doc_steps")),
    # Translators: said of a drawing, by a screen reader.
    "done": Drawing(Message("Drawing: a finished letter", "drawing.done")),
    # Translators: said of a drawing, by a screen reader.
    "erase": Drawing(Message("Drawing: an eraser", "drawing.erase")),
    # Translators: said of a drawing, by a screen reader.
    "fast-removal": Drawing(Message("Drawing: an airplane", "drawing.fast_removal")),
    # Translators: said of a drawing, by a screen reader.
    "find-paper": Drawing(
        Message("Drawing: a paper with the A-number on it", "drawing.find_paper")
    ),
    # Translators: said of a drawing, by a screen reader.
    "green-card": Drawing(Message("Drawing: a green card", "drawing.green_card")),
    # Translators: said of a drawing, by a screen reader.
    "hearing-notice": Drawing(
        Message("Drawing: a notice of hearing, with a date and a time", "drawing.hearing_notice")
    ),
    # Translators: said of a drawing, by a screen reader.
    "keep-nothing": Drawing(Message("Drawing: nothing is kept", "drawing.keep_nothing")),
    # Translators: said of a drawing, by a screen reader.
    "lamp-letter": Drawing(Message("Drawing: a letter under a lamp", "drawing.lamp_letter")),
    # Translators: said of a drawing, by a screen reader.
    "letter-long": Drawing(Message("Drawing: a long letter", "drawing.letter_long")),
    # Translators: said of a drawing, by a screen reader.
    "letter-short": Drawing(Message("Drawing: a short letter", "drawing.letter_short")),
    # Translators: said of a drawing, by a screen reader.
    "no-judge": Drawing(Message("Drawing: a crossed-out judge’s hammer", "drawing.no_judge")),
    # Translators: said of a drawing, by a screen reader.
    "notice-to-appear": Drawing(
        Message("Drawing: a Notice to Appear, with the A-number on it", "drawing.notice_to_appear")
    ),
    # Translators: said of a drawing, by a screen reader.
    "order-removal": Drawing(
        Message("Drawing: a judge’s order of deportation", "drawing.order_removal")
    ),
    # Translators: said of a drawing, by a screen reader.
    "order-supervision": Drawing(
        Message("Drawing: an order of supervision", "drawing.order_supervision")
    ),
    # Translators: said of a drawing, by a screen reader.
    "paper-yours": Drawing(Message("Drawing: a paper in your hands", "drawing.paper_yours")),
    # Translators: said of a drawing, by a screen reader.
    "phone": Drawing(Message("Drawing: a telephone", "drawing.phone")),
    # Translators: said of a drawing, by a screen reader.
    "printer": Drawing(Message("Drawing: a printer", "drawing.printer")),
    # Translators: said of a drawing, by a screen reader.
    "proof-two-years": Drawing(
        Message("Drawing: proof of two years in the country", "drawing.proof_two_years")
    ),
    # Translators: said of a drawing, by a screen reader.
    "step-court": Drawing(Message("Drawing: a date in court", "drawing.step_court")),
    # Translators: said of a drawing, by a screen reader.
    "step-mail": Drawing(Message("Drawing: an envelope", "drawing.step_mail")),
    # Translators: said of a drawing, by a screen reader.
    "step-read": Drawing(Message("Drawing: a page that is read aloud", "drawing.step_read")),
    # Translators: said of a drawing, by a screen reader.
    "way-in": Drawing(Message("Drawing: a letter with the line marked", "drawing.way_in")),
    # Translators: said of a drawing, by a screen reader.
    "way-lawyer": Drawing(Message("Drawing: a page of its own for a lawyer", "drawing.way_lawyer")),
    # Translators: said of a drawing, by a screen reader.
    "way-out": Drawing(Message("Drawing: a letter without the line", "drawing.way_out")),
}
"""By the name of the file."""
