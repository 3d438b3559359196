"""Gives each paper its exhibit letter and tells which letters prove a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pdkiosk.guide.model import Paper
from pdkiosk.interview.flow import papers
from pdkiosk.documents.arguments import Speaker


@dataclass(frozen=True)
class Exhibits:
    """The papers that go with the letter, in order, with their letters."""

    letters: dict[str, str]
    papers: tuple[Paper, ...]
    to_follow: frozenset[str]

    def of(self, paper_ids: Iterable[str]) -> tuple[str, ...]:
        """The letters of those of the papers that are exhibits, in order."""
        wanted = set(paper_ids)
        return tuple(letter for paper, letter in self.letters.items() if paper in wanted)


def exhibits(speaker: Speaker) -> Exhibits:
    """Papers in hand and papers that can be asked for; what can not be had is no exhibit."""
    statuses = speaker.answers.statuses("papers")
    chosen = [
        paper
        for paper in papers(speaker.guide, speaker.situation)
        if statuses.get(paper.id) in ("have", "ask")
    ]
    return Exhibits(
        {paper.id: exhibit_letter(index) for index, paper in enumerate(chosen)},
        tuple(chosen),
        frozenset(paper.id for paper in chosen if statuses[paper.id] == "ask"),
    )


def exhibit_letter(index: int) -> str:
    """A, B, … Z, AA, AB, … for 0, 1, …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
