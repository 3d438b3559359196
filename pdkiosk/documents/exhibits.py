"""Gives each paper its exhibit letter and tells which letters prove a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.model import Sentence
from pdkiosk.guide.contract import PAPERS
from pdkiosk.guide.model import Paper
from pdkiosk.interview.answers import ASK, HAVE
from pdkiosk.interview.flow import papers


class Exhibits(Struct, frozen=True):
    """The papers that go with the letter, in order, with their letters."""

    letters: dict[str, str]
    papers: tuple[Paper, ...]
    to_follow: frozenset[str]

    def of(self, paper_ids: Iterable[str]) -> tuple[str, ...]:
        """The letters of those of the papers that are in hand, in order.

        Whoever decides would look for the others in vain: the list at the end says they follow.
        """
        wanted = set(paper_ids) - self.to_follow
        return tuple(letter for paper, letter in self.letters.items() if paper in wanted)


def collect_exhibits(speaker: Speaker) -> Exhibits:
    """Papers in hand and papers that can be asked for; what cannot be had is no exhibit."""
    statuses = speaker.answers.statuses(PAPERS)
    chosen = [
        paper
        for paper in papers(speaker.guide, speaker.situation)
        if statuses.get(paper.id) in (HAVE, ASK)
    ]
    return Exhibits(
        {paper.id: exhibit_letter(index) for index, paper in enumerate(chosen)},
        tuple(chosen),
        frozenset(paper.id for paper in chosen if statuses[paper.id] == ASK),
    )


def cited_once(sentences: list[Sentence]) -> list[Sentence]:
    """A paragraph whose neighbouring sentences do not name the same exhibit twice.

    What proves several sentences in a row is named after the last of them.
    """
    followers = [*sentences[1:], Sentence(sentences[0].message)] if sentences else []
    return [
        replace(
            sentence,
            exhibits=tuple(e for e in sentence.exhibits if e not in follower.exhibits),
        )
        for sentence, follower in zip(sentences, followers, strict=True)
    ]


def exhibit_letter(index: int) -> str:
    """A, B, … Z, AA, AB, … for 0, 1, …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
