"""A page that ends the interview, on paper to take along: whom to call, what to do first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pdkiosk.documents.model import (
    Block,
    Document,
    Heading,
    Kind,
    Lines,
    ListRow,
    Notice,
    Paragraph,
    Sentence,
)
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.lookup import placeholders
from pdkiosk.guide.model import Page, Words, said
from pdkiosk.interview.rules import holds
from pdkiosk.interview.situation import Situation
from pdkiosk.language.message import Arg, Message, Own, alone

# Translators: title of a printed page with what to do first, before any letter to ICE.
_TITLE = Message("What to do first", "stop_sheet.title")
# Translators: on that page, above the names and telephone numbers of free legal help.
_HELP = Message("Free legal help", "stop_sheet.help")
# Translators: on that page, where nothing is known about local legal help.
_ASK = Message("Ask the library for the list of free legal help.", "help.ask_library")


def stop_sheet(
    page: Page, situation: Situation, facility: Facility, known: Mapping[str, Arg]
) -> Document:
    """The page that ended the interview, and the facility's list of legal help.

    ``known``: the arguments that a text of the guide may use.
    """

    def sentence(words: Words) -> Sentence:
        message = said(words)
        named = placeholders(message.text)
        return Sentence(message(**{name: known[name] for name in named}))

    blocks: list[Block] = [Heading(said(page.title), level=1)]
    if page.lead:
        blocks.append(Paragraph((sentence(page.lead),)))
    blocks += [ListRow(sentence(text.text)) for text in page.body if holds(text.when, situation)]
    blocks += _callouts(page, situation, sentence)
    blocks.append(Heading(_HELP))
    if facility.legal_help:
        blocks.append(Lines(tuple(Sentence(alone(Own(line))) for line in facility.legal_help)))
    else:
        blocks.append(Paragraph((Sentence(_ASK),)))
    return Document(Kind.STOP, _TITLE, tuple(blocks), footer=said(page.title))


def _callouts(
    page: Page, situation: Situation, sentence: Callable[[Words], Sentence]
) -> list[Block]:
    """The boxes of the page; what must not be done stands out."""
    blocks: list[Block] = []
    for callout in page.callouts:
        if not holds(callout.when, situation):
            continue
        rows = [sentence(text.text) for text in callout.text if holds(text.when, situation)]
        blocks.append(Heading(said(callout.title)))
        if callout.tone == "stop":
            blocks.append(Notice(tuple(rows), strong=True))
        else:
            blocks += [ListRow(row) for row in rows]
    return blocks
