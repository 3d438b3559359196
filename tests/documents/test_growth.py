"""Work grows only linearly with the answers; the same answers give the same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from pdkiosk import pdf
from pdkiosk.documents.model import Kind
from tests import needs
from tests.documents import people, stress


def calls(work: Callable[[], object]) -> int:
    """How many functions are called: a measure that no busy machine can spoil."""
    count = 0

    def hook(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(hook)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def compose_and_render(answers: dict[str, Any]) -> None:
    packet = people.packet(**answers)
    pdf.render(packet.letter, "en", people.CATALOGS, pdf.Paper.LETTER)
    pdf.render_summary(packet.summary, ("es", "en"), people.CATALOGS, pdf.Paper.LETTER)
    large = packet.document(Kind.LARGE_PRINT)
    pdf.render(large, "es", people.CATALOGS, pdf.Paper.LETTER)


def growth(small: dict[str, Any], large: dict[str, Any]) -> float:
    compose_and_render(small)
    return calls(lambda: compose_and_render(large)) / calls(lambda: compose_and_render(small))


def test_two_hundred_relatives() -> None:
    def family(members: int) -> dict[str, Any]:
        return {"people": people.everything(members, 1)["people"]}

    assert growth(family(100), family(200)) < 2.1


def test_two_hundred_entries_on_record() -> None:
    entries = [people.entry("dui", result="convicted", place=f"Place {n}") for n in range(200)]
    assert growth({"record": entries[:100]}, {"record": entries}) < 2.1


@pytest.mark.parametrize("question_id", ["story", "hardship_words"])
def test_fifty_thousand_characters(question_id: str) -> None:
    text = "Mi hija pregunta cada noche. " * (50_000 // 29)
    assert growth({question_id: text[:25_000]}, {question_id: text}) < 2.1


def test_sixty_exhibits() -> None:
    def work(exhibits: int) -> Callable[[], object]:
        return lambda: stress.run(0, 0, exhibits)

    stress.run(0, 0, 1)
    base, thirty, sixty = (calls(work(exhibits)) for exhibits in (0, 30, 60))
    assert (sixty - base) / (thirty - base) < 2.1


@needs.linux
def test_the_largest_packet_fits_in_memory() -> None:
    script = Path(stress.__file__)
    root = script.parent.parent.parent
    result = subprocess.run(
        [sys.executable, str(script)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    cost = json.loads(result.stdout)
    assert cost["pages"]["summary"] == 1
    assert cost["pages"]["letter"] > 10
    # Megabytes; the bookkeeping of the measure itself is in the second one.
    assert cost["allocated"] < 100
    assert cost["resident"] < 200


def test_the_same_answers_are_the_same_bytes() -> None:
    def files() -> list[bytes]:
        packet = people.packet(**people.everything(12, 3))
        letter, copy = packet.letter, packet.reading_copy
        return [
            pdf.render(letter, "en", people.CATALOGS, pdf.Paper.LETTER).data,
            pdf.render(copy, "es", people.CATALOGS, pdf.Paper.LETTER).data,
            pdf.render_summary(
                packet.summary, ("es", "en"), people.CATALOGS, pdf.Paper.LETTER
            ).data,
        ]

    assert files() == files()
