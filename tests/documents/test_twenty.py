"""The letters of twenty invented people, in docs/letters, are what the program composes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import letters
from tests.documents.twenty import TWENTY


@pytest.mark.parametrize("name", TWENTY)
def test_the_letter_in_the_docs_is_the_program_s(name: str) -> None:
    """After a change: ``python -m tests.letters``, then the difference is read aloud."""
    assert (letters.FOLDER / f"{name}.txt").read_text("utf-8") == letters.side_by_side(name)
    assert (letters.SPANISH / f"{name}.txt").read_text("utf-8") == letters.text(name, "es")


@pytest.mark.parametrize("folder", [letters.FOLDER, letters.BEFORE, letters.SPANISH])
def test_no_letter_is_left_of_somebody_else(folder: Path) -> None:
    assert {path.stem for path in folder.glob("*.txt")} == set(TWENTY)
