"""A cover sheet for each exhibit: its letter in large print and what goes behind it."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.exhibits import Exhibits, described
from pdkiosk.documents.letter_head import footer
from pdkiosk.documents.model import (
    Aside,
    Block,
    CheckRow,
    Cover,
    Document,
    Kind,
    PageBreak,
    Sentence,
)
from pdkiosk.guide.contract import PAPERS
from pdkiosk.guide.model import Paper
from pdkiosk.guide.sentence_ids import SentenceId


def cover_sheets(speaker: Speaker, exhibits: Exhibits) -> Document:
    """One page for each exhibit, including those that will follow later."""
    blocks: list[Block] = []
    for paper in exhibits.papers:
        if blocks:
            blocks.append(PageBreak())
        blocks += _cover(speaker, paper, exhibits)
    title = speaker.sentence("cover.title")
    return Document(Kind.COVERS, title, tuple(blocks), footer=footer(speaker, for_ice=True))


def _cover(speaker: Speaker, paper: Paper, exhibits: Exhibits) -> list[Block]:
    """The cover sheet of one exhibit.

    A paper that was to follow may have arrived by the day of mailing, so the person ticks by hand
    whether it is enclosed.
    """
    later = paper.id in exhibits.to_follow
    rows: tuple[SentenceId, ...] = ("cover.attached", "cover.follow") if later else ()
    what = described(speaker, paper)
    note = speaker.sentence("cover.later" if later else "cover.behind", what=what)
    return [
        Cover(
            speaker.sentence("cover.exhibit", letter=exhibits.letters[paper.id]),
            Sentence(what, PAPERS),
            tuple(CheckRow(Sentence(speaker.sentence(row))) for row in rows),
            speaker.sentence("cover.pages"),
        ),
        Aside(speaker.sentence("aside"), (Sentence(note),)),
    ]
