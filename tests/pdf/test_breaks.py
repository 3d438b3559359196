"""Where a line may break: after a hyphen between letters, never beside a digit."""

from __future__ import annotations

import pytest

from pdkiosk.pdf.text import Words, width_of, wrap

SIZE = 10.0


def lines(text: str, room_for: str) -> list[str]:
    """The lines of a text in a column that is as wide as other words, and no wider."""
    broken = wrap([Words(text)], SIZE, width_of(room_for, SIZE) + 0.1)
    return ["".join(piece.text for piece in line.pieces) for line in broken]


@pytest.mark.parametrize(
    "kept", ["245-A", "I-485", "A-123-456", "1-800-898-7180", "12-31-2026", "-5", "3-year"]
)
def test_a_hyphen_beside_a_figure_holds(kept: str) -> None:
    before, _, after = kept.rpartition("-")
    assert lines(f"wwww {kept}", f"wwww {before}-") == ["wwww", kept]
    assert after


@pytest.mark.parametrize("word", ["self-help", "Ana-María", "K-iche"])
def test_after_a_hyphen_between_letters_a_line_may_end(word: str) -> None:
    before, _, after = word.partition("-")
    assert lines(f"wwww {word}", f"wwww {before}-") == [f"wwww {before}-", after]


@pytest.mark.parametrize("dash", "–—")
def test_after_a_dash_a_line_may_end(dash: str) -> None:
    assert lines(f"wwww 2019{dash}2021", f"wwww 2019{dash}") == [f"wwww 2019{dash}", "2021"]


def test_a_line_that_just_fits_is_not_broken() -> None:
    assert lines("wwww 245-A", "wwww 245-A") == ["wwww 245-A"]
