"""The line on the screen that says honestly how far a text has been reviewed."""

from __future__ import annotations

from datetime import date

from pdkiosk.language.message import (
    DateArg,
    LanguageName,
    Listing,
    Message,
    Own,
    PartialDate,
)
from pdkiosk.review.status import Status

# Translators: the honest state of what is said about the law: nobody has checked it.
_NO_LAWYER = Message("No lawyer has checked this yet.", "review.no_lawyer")
# Translators: {checked} and {all} are numbers, {by} names of organizations, {date} a month.
_LAW_BY = Message(
    "{checked} of {all} legal statements checked by {by}, {date}.", "review.law_checked_by"
)
# Translators: {checked} and {all} are numbers, {date} is a month: "June 2027".
_LAW = Message(
    "{checked} of {all} legal statements checked by a lawyer, {date}.", "review.law_checked"
)
# Translators: the honest state of a translation. {language} is its name: "Spanish".
_NO_TRANSLATOR = Message(
    "The text in {language} has not yet been checked by a human translator.", "tools.drafted"
)
# Translators: {checked} and {all} are numbers, {by} names of organizations, {date} a month.
_LANGUAGE_BY = Message(
    "{checked} of {all} texts in {language} checked by {by}, {date}.", "review.language_checked_by"
)
# Translators: {checked} and {all} are numbers, {date} is a month: "June 2027".
_LANGUAGE = Message(
    "{checked} of {all} texts in {language} checked by a translator, {date}.",
    "review.language_checked",
)


def law_line(status: Status) -> Message:
    """A line that says how far the law is checked."""
    return _counted(_LAW_BY if status.by else _LAW, status) if status.checked else _NO_LAWYER


def language_line(status: Status, language: str) -> Message:
    """A line that says how far the text in a language is checked."""
    name = LanguageName(language)
    if not status.checked:
        return _NO_TRANSLATOR(language=name)
    return _counted(_LANGUAGE_BY if status.by else _LANGUAGE, status)(language=name)


def _counted(message: Message, status: Status) -> Message:
    last = date.fromisoformat(status.last)
    said = message(
        checked=status.checked,
        all=status.total,
        date=DateArg(PartialDate(last.year, last.month)),
    )
    return said(by=Listing(tuple(map(Own, status.by)))) if status.by else said
