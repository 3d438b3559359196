"""Findings about how far people have checked the law and the translations."""

from __future__ import annotations

from collections.abc import Callable

from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.languages import Language
from pdkiosk.language.message import Message
from pdkiosk.review.ledger import LedgerError
from pdkiosk.review.status import Status
from pdkiosk.staff.finding import Finding, Level
from pdkiosk.staff.health import INSTALL_AGAIN

# Translators: a part of the machine on the health page for staff.
_LAW = Message("Law, checked by lawyers", "staff.law_review")
# Translators: health page: the honest status of what is said about the law.
_NOBODY = Message("No lawyer has checked this yet.", "staff.law_review_none")
# Translators: health page; all are numbers. "passed": their date has passed.
_COUNTS = Message(
    "{checked} of {all} are checked. Of those checked before, {changed} have changed, {late} have "
    "passed their date, and {objected} have an open question.",
    "staff.review_counts",
)
# Translators: health page; {what} is the name of a file and what is wrong in it.
_DAMAGED = Message("The list of what was checked is damaged: {what}", "staff.review_damaged")
# Translators: health page.
_FIX = Message("Ask for a new version of the guide.", "staff.review_fix")
# Translators: a part of the machine on the health page for staff; {language} is a name.
_TRANSLATION = Message("Translation: {language}", "staff.translation")
# Translators: health page: the honest status of a translation.
_DRAFTED = Message("Drafted, not reviewed by a person.", "staff.drafted")
# Translators: health page: the file of a translation cannot be read.
_UNREADABLE = Message(
    "It is damaged. People are not offered this language.", "staff.translation_bad"
)
# Translators: health page: the language that the guide was written in.
_SOURCE = Message("The guide is written in this language.", "staff.source")


def law_review(status: Callable[[], Status]) -> Finding:
    """How far the law is checked; ``status`` counts that and may raise LedgerError."""
    return _finding(_LAW, status, _NOBODY, ("R00", "R01", "R02", "R03"))


def translation(
    language: Language, status: Callable[[], Status], *, readable: bool = True
) -> Finding:
    """How far a translation is checked; ``status`` counts that and may raise LedgerError.

    If it is not ``readable``, the finding is a damaged file, whatever was checked.
    """
    part = _TRANSLATION(language=language.name)
    if not readable:
        return Finding(part, Level.BAD, _UNREADABLE, "T05", INSTALL_AGAIN)
    if language.code == SOURCE_LANGUAGE:
        return Finding(part, Level.GOOD, _SOURCE, "T00")
    return _finding(part, status, _DRAFTED, ("T01", "T02", "T03", "T04"))


def _finding(
    part: Message, count: Callable[[], Status], nobody: Message, codes: tuple[str, str, str, str]
) -> Finding:
    """``codes``: for everything, nothing, or some of it checked, and for a damaged ledger."""
    try:
        status = count()
    except LedgerError as error:
        return Finding(part, Level.BAD, _DAMAGED(what=str(error)), codes[3], _FIX)
    if not status.total:
        return Finding(part, Level.LOOK, nobody, codes[1])
    says = _COUNTS(
        checked=status.checked,
        all=status.total,
        changed=len(status.changed),
        late=len(status.ran_out),
        objected=len(status.objected),
    )
    if status.complete:
        return Finding(part, Level.GOOD, says, codes[0])
    return Finding(part, Level.LOOK, says, codes[2])
