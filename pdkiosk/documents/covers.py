"""A cover sheet for each exhibit: its letter in large print and what goes behind it."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.exhibits import Exhibits
from pdkiosk.documents.head import footer
from pdkiosk.documents.model import Block, Cover, Document, Kind, PageBreak, Sentence
from pdkiosk.guide.model import said


def cover_sheets(speaker: Speaker, shown: Exhibits) -> Document:
    """One page for each exhibit, those to follow included."""
    blocks: list[Block] = []
    for paper in shown.papers:
        if blocks:
            blocks.append(PageBreak())
        line = "cover.follow" if paper.id in shown.to_follow else "cover.behind"
        blocks.append(
            Cover(
                speaker.sentence("cover.exhibit", letter=shown.letters[paper.id]),
                Sentence(said(paper.exhibit), "papers"),
                Sentence(
                    speaker.sentence(line)
                    if paper.id in shown.to_follow
                    else speaker.sentence(line, what=said(paper.label)),
                    "papers",
                ),
            )
        )
    return Document(
        Kind.COVERS, speaker.sentence("cover.title"), tuple(blocks), footer=footer(speaker)
    )
