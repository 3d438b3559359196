from __future__ import annotations

import os

import pytest

from tests.documents import golden


@pytest.mark.parametrize("name", golden.NAMES)
def test_sentences_are_as_they_were_read_aloud(name: str) -> None:
    path = golden.FOLDER / f"{name}.txt"
    composed = golden.golden(name)
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(composed, "utf-8")
    assert composed == path.read_text("utf-8")


@pytest.mark.parametrize("name", golden.NAMES)
def test_enough_sentences_were_read(name: str) -> None:
    text = (golden.FOLDER / f"{name}.txt").read_text("utf-8")
    lines = {line for line in text.splitlines() if line and not line.startswith("# ")}
    # Both languages together.
    assert len(lines) >= 60
