"""Several rounds of one comparison: ours and its peer in turns, and how noisy that was.

A goal is a ratio. Each round has one of its own, taken within a moment, so that what else the
machine does falls on both; the row's is their median.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

NOISY = 0.15
"""Half of the ratios may differ from each other by this part of their median, not by more."""

Verdict = Literal["met", "not met", "undecided"]

_TRIES = 3


@dataclass(frozen=True)
class Rounds:
    """What each round took, ours and the peer's, in one unit."""

    ours: tuple[float, ...]
    peer: tuple[float, ...]

    @property
    def ratios(self) -> list[float]:
        """Ours divided by the peer's, round by round."""
        return [mine / other for mine, other in zip(self.ours, self.peer, strict=True)]

    @property
    def ratio(self) -> float:
        """The median of the ratios."""
        return statistics.median(self.ratios)

    @property
    def noise(self) -> float:
        """How far the middle half of the ratios reaches, as a part of their median."""
        low, high = self._middle_half
        return (high - low) / self.ratio

    def verdict(self, goal: float) -> Verdict:
        """Whether the ratio is at most ``goal``; "undecided" if that changes from round to round.

        That is, if the goal is within the middle half of the ratios: another run may give either.
        """
        low, high = self._middle_half
        if low <= goal < high:
            return "undecided"
        return "met" if self.ratio <= goal else "not met"

    @property
    def _middle_half(self) -> tuple[float, float]:
        low, _, high = statistics.quantiles(self.ratios, n=4, method="inclusive")
        return low, high


def quiet(take: Callable[[], dict[str, Rounds]]) -> dict[str, Rounds]:
    """Takes them again while any is noisy, three times at most; of each the least noisy one."""
    best = take()
    for _ in range(_TRIES - 1):
        if all(rounds.noise <= NOISY for rounds in best.values()):
            break
        for name, rounds in take().items():
            best[name] = min(best[name], rounds, key=lambda one: one.noise)
    return best
