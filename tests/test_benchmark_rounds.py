"""A comparison keeps its verdict even if something else runs for a while."""

from __future__ import annotations

import pytest

from benchmarks.rounds import NOISY, Rounds, quiet


def rounds(*factors: float, ratio: float = 2.0) -> Rounds:
    """Ours takes ``ratio`` times as long as its peer, on a machine slower by each factor."""
    return Rounds(tuple(ratio * factor for factor in factors), factors)


def test_a_busy_machine_slows_both_and_the_ratio_stays() -> None:
    assert rounds(1, 1, 1, 1, 1).ratio == rounds(1, 3, 3, 5, 1).ratio == 2.0
    assert rounds(1, 3, 3, 5, 1).noise == pytest.approx(0)


def test_one_round_that_was_disturbed_changes_nothing() -> None:
    disturbed = Rounds((2, 2, 2, 2, 9), (1, 1, 1, 1, 1))
    assert disturbed.ratio == 2.0 and disturbed.noise == 0


def test_a_goal_within_the_noise_is_neither_met_nor_missed() -> None:
    noisy = Rounds((1.8, 1.9, 2.0, 2.1, 2.2), (1, 1, 1, 1, 1))
    verdicts = {goal: noisy.verdict(goal) for goal in (1.8, 1.95, 2.05, 2.1, 2.3)}
    assert verdicts == {
        1.8: "not met", 1.95: "undecided", 2.05: "undecided", 2.1: "met", 2.3: "met"
    }  # fmt: skip
    assert (rounds(1, 3, 1).verdict(2.0), rounds(1, 3, 1).verdict(1.99)) == ("met", "not met")


def test_what_was_noisy_is_taken_again_and_the_least_noisy_counts() -> None:
    noisy = Rounds((1, 2, 3, 4, 5), (1, 1, 1, 1, 1))
    less = Rounds((2, 2, 3, 3, 2), (1, 1, 1, 1, 1))
    calm = rounds(1, 2, 1, 2, 1)
    assert noisy.noise > less.noise > NOISY > calm.noise
    for taken, best, times in (
        ([calm, noisy], calm, 1),
        ([noisy, calm, noisy], calm, 2),
        ([noisy, less, noisy, calm], less, 3),
    ):
        left = iter(taken)
        assert quiet(lambda left=left: {"row": next(left)})["row"] is best  # type: ignore[misc]
        assert len(list(left)) == len(taken) - times
