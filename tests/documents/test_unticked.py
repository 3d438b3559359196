"""Answers that belong to an unticked reason are on no paper, although they are kept."""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import Cover, Document, ExhibitTable
from pdkiosk.guide.model import Choices, Factor
from tests.documents import people
from tests.documents.people import Packet, guide, packet, with_papers

GROUPS = {q.group: q.id for q in people.questions().values() if isinstance(q, Choices) and q.group}
# Without these the letter says nothing on the reason, and asks for no paper.
TOLD: dict[str, Any] = {"military_who": "self", "pregnant_or_nursing": "pregnant"}
ALONE = [factor for factor in guide().factor if factor.papers and factor.group in GROUPS]


def exhibits(made: Packet) -> tuple[list[int], int]:
    """How many rows each list of exhibits has, and how many cover sheets are printed."""
    rows, covers = [], 0
    for part in made.parts:
        if isinstance(part.content, Document):
            for block in part.content.blocks:
                rows += [len(block.rows)] if isinstance(block, ExhibitTable) else []
                covers += isinstance(block, Cover)
    return rows, covers


def own_papers(answers: dict[str, Any]) -> dict[str, str]:
    found: dict[str, str] = with_papers({**TOLD, **answers})["papers"]
    return found


@pytest.mark.parametrize("factor", ALONE, ids=lambda factor: factor.id)
def test_papers_of_a_reason_taken_back_are_not_printed(factor: Factor) -> None:
    question = GROUPS[factor.group]
    none: dict[str, Any] = {question: []}
    ticked: dict[str, Any] = {question: [factor.id], "record_way": "keep"}
    papers = own_papers(ticked)
    extra = set(papers) - set(own_papers(none))
    if not extra:
        pytest.skip("the letter does not speak of it, or its papers are everybody's")
    before = packet(**TOLD, **ticked, papers=papers)
    after = packet(**TOLD, **{**ticked, question: []}, papers=papers)
    rows, covers = exhibits(before)
    fewer_rows, fewer_covers = exhibits(after)
    assert rows and all(count == len(papers) for count in rows)
    assert sum(fewer_rows) == len(rows and fewer_rows) * (len(papers) - len(extra))
    assert fewer_covers == covers - len(extra)


def test_most_reasons_bring_papers_of_their_own() -> None:
    bringing = [
        factor.id
        for factor in ALONE
        if set(own_papers({GROUPS[factor.group]: [factor.id]}))
        - set(own_papers({GROUPS[factor.group]: []}))
    ]
    assert len(bringing) > len(ALONE) / 2
