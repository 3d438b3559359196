"""The list of papers still to get: what, who can send it, how to ask, and by when."""

from __future__ import annotations

from pdkiosk.documents.arguments import DATE_BLANK, Speaker
from pdkiosk.documents.exhibits import Exhibits, label_of
from pdkiosk.documents.letter_head import footer, has_order, hearing_expected
from pdkiosk.documents.model import (
    Block,
    CheckRow,
    Document,
    Heading,
    Kind,
    Notice,
    Paragraph,
    Sentence,
)
from pdkiosk.guide.contract import NEXT_HEARING
from pdkiosk.guide.model import Paper, said
from pdkiosk.interview.deadlines import hearing_may_have_passed
from pdkiosk.language.message import Blank, Message


def gathering_list(speaker: Speaker, exhibits: Exhibits) -> Document:
    """One row for each paper that the person does not have yet."""
    title = speaker.sentence("gather.title")
    blocks: list[Block] = [
        Heading(title, level=1),
        Paragraph(
            (
                Sentence(speaker.sentence("gather.intro")),
                *map(Sentence, _deadline(speaker)),
                Sentence(speaker.sentence("gather.late")),
            )
        ),
        Notice((Sentence(speaker.sentence("gather.mail")),)),
        *(
            _row(speaker, p, exhibits.letters[p.id])
            for p in exhibits.papers
            if p.id in exhibits.to_follow
        ),
    ]
    return Document(Kind.GATHERING, title, tuple(blocks), footer=footer(speaker))


def _deadline(speaker: Speaker) -> list[Message]:
    """When the papers are needed; nothing if there is no hearing to have them ready for."""
    if has_order(speaker):
        return [speaker.sentence("gather.by_order")]
    given = speaker.answers.date(NEXT_HEARING) is not None
    if given and not hearing_may_have_passed(speaker.situation):
        return [speaker.sentence("gather.by_hearing")]
    if not hearing_expected(speaker):
        return []
    return [speaker.sentence("gather.by", **{NEXT_HEARING: Blank(DATE_BLANK)})]


def _row(speaker: Speaker, paper: Paper, letter: str) -> CheckRow:
    dates = {"asked": Blank(DATE_BLANK), "came": Blank(DATE_BLANK)}
    return CheckRow(
        Sentence(speaker.sentence("gather.item", paper=label_of(speaker, paper), letter=letter)),
        details=(
            Sentence(speaker.sentence("gather.from", source=said(paper.from_whom))),
            Sentence(said(paper.how)),
            Sentence(speaker.sentence("gather.asked", **dates)),
        ),
    )
