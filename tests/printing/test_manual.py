"""The technician's manual has every code that printing can show."""

from __future__ import annotations

from pathlib import Path

import pytest

from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.state import State

_MANUAL = Path(__file__).parents[2] / "docs" / "operations.md"


@pytest.mark.parametrize("code", [each.value for each in (*Outcome, *State)])
def test_every_code_has_a_row_with_meaning_and_what_to_do(code: str) -> None:
    rows = [
        row for row in _MANUAL.read_text("utf-8").splitlines() if row.startswith(f"| `{code}` |")
    ]
    assert [row.count(" | ") for row in rows] == [2]
