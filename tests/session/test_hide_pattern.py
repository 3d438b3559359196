"""The squares that lead back from the hidden page, and the waits after wrong ones."""

from __future__ import annotations

from pdkiosk.session.hide_pattern import _RESTS, FREE_TRIES, Answer, HidePattern

RIGHT, WRONG = (1, 2, 3), (3, 2, 1)


class Clock:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def chosen() -> tuple[HidePattern, Clock]:
    clock = Clock()
    pattern = HidePattern(clock)
    assert not pattern.chosen
    assert pattern.touch(RIGHT) is Answer.CHOSEN and pattern.chosen
    return pattern, clock


def test_the_squares_that_were_chosen_lead_back_and_no_others() -> None:
    pattern, _ = chosen()
    assert pattern.touch(WRONG) is Answer.WRONG
    assert pattern.touch(RIGHT) is Answer.BACK


def test_after_the_free_tries_each_wrong_one_brings_a_rest() -> None:
    pattern, clock = chosen()
    for _ in range(FREE_TRIES - 1):
        assert pattern.touch(WRONG) is Answer.WRONG and pattern.rest == 0
    for rest in (*_RESTS, _RESTS[-1]):
        assert pattern.touch(WRONG) is Answer.WRONG
        assert pattern.rest == rest
        clock.time += rest
        assert pattern.rest == 0
    assert pattern.touch(RIGHT) is Answer.BACK
    assert pattern.touch(WRONG) is Answer.WRONG and pattern.rest == 0, "it counts from the start"


def test_during_a_rest_the_right_squares_are_no_answer() -> None:
    pattern, clock = chosen()
    for _ in range(FREE_TRIES):
        pattern.touch(WRONG)
    assert pattern.rest > 0 and pattern.touch(RIGHT) is Answer.WRONG
    clock.time += max(_RESTS)
    assert pattern.touch(RIGHT) is Answer.BACK
