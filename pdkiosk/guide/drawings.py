"""The drawings of ``resources/drawings``: what each shows, for people who cannot see it.

A drawing beside words that say the same is not read aloud; one that says more than the words is.
"""

from __future__ import annotations

from pdkiosk.language.message import Message

DRAWINGS = {
    # Translators: said of a drawing, by a screen reader and aloud.
    "a-notice": Message(
        "Drawing: the A-number is near the top of this paper.", "a_number.on_notice"
    ),
    # Translators: said of a drawing, by a screen reader and aloud.
    "a-receipt": Message("Drawing: the A-number is in a box of this paper.", "a_number.on_receipt"),
    # Translators: said of a drawing, by a screen reader and aloud.
    "a-wristband": Message(
        "Drawing: the A-number is in the middle of the wristband.", "a_number.on_wristband"
    ),
    # Translators, for each of these: said of a drawing, by a screen reader.
    "appeal": Message("Drawing: the paper of an appeal", "drawing.appeal"),
    "bubble": Message("Drawing: somebody speaks", "drawing.bubble"),
    "calendar-judge": Message(
        "Drawing: a date with a judge, and a question mark", "drawing.calendar_judge"
    ),
    "case-ended": Message("Drawing: a crossed-out case", "drawing.case_ended"),
    "clock-30": Message("Drawing: a clock with half an hour marked", "drawing.clock_30"),
    "clock-60": Message("Drawing: a clock with a whole hour marked", "drawing.clock_60"),
    # Translators: said of a drawing, by a screen reader and aloud.
    "court-paper": Message(
        "Drawing: on the court paper, the line to copy is the one called offense.",
        "drawing.court_paper",
    ),
    "doc-envelopes": Message("Drawing: envelopes", "drawing.doc_envelopes"),
    "doc-lawyer": Message("Drawing: a page with questions for a lawyer", "drawing.doc_lawyer"),
    "doc-letter": Message("Drawing: your letter", "drawing.doc_letter"),
    "doc-reader": Message("Drawing: a page for whoever reads it to you", "drawing.doc_reader"),
    "doc-steps": Message("Drawing: a page with three steps", "drawing.doc_steps"),
    "done": Message("Drawing: a finished letter", "drawing.done"),
    "erase": Message("Drawing: an eraser", "drawing.erase"),
    "fast-removal": Message("Drawing: an airplane", "drawing.fast_removal"),
    "find-paper": Message("Drawing: a paper with the A-number on it", "drawing.find_paper"),
    "green-card": Message("Drawing: a green card", "drawing.green_card"),
    "hearing-notice": Message(
        "Drawing: a notice of hearing, with a date and a time", "drawing.hearing_notice"
    ),
    "keep-nothing": Message("Drawing: nothing is kept", "drawing.keep_nothing"),
    "lamp-letter": Message("Drawing: a letter under a lamp", "drawing.lamp_letter"),
    "letter-long": Message("Drawing: a long letter", "drawing.letter_long"),
    "letter-short": Message("Drawing: a short letter", "drawing.letter_short"),
    "no-judge": Message("Drawing: a crossed-out judge’s hammer", "drawing.no_judge"),
    "notice-to-appear": Message(
        "Drawing: a Notice to Appear, with the A-number on it", "drawing.notice_to_appear"
    ),
    "order-removal": Message("Drawing: a judge’s order of deportation", "drawing.order_removal"),
    "order-supervision": Message("Drawing: an order of supervision", "drawing.order_supervision"),
    "paper-yours": Message("Drawing: a paper in your hands", "drawing.paper_yours"),
    "phone": Message("Drawing: a telephone", "drawing.phone"),
    "printer": Message("Drawing: a printer", "drawing.printer"),
    "proof-two-years": Message(
        "Drawing: proof of two years in the country", "drawing.proof_two_years"
    ),
    "step-court": Message("Drawing: a date in court", "drawing.step_court"),
    "step-mail": Message("Drawing: an envelope", "drawing.step_mail"),
    "step-read": Message("Drawing: a page that is read aloud", "drawing.step_read"),
    "way-in": Message("Drawing: a letter with the line marked", "drawing.way_in"),
    "way-lawyer": Message("Drawing: a page of its own for a lawyer", "drawing.way_lawyer"),
    "way-out": Message("Drawing: a letter without the line", "drawing.way_out"),
}
"""What each drawing shows, by the name of its file."""

SAYS_MORE = frozenset({"a-notice", "a-receipt", "a-wristband", "court-paper"})
"""The drawings that show more than the words beside them, and so are read aloud."""
