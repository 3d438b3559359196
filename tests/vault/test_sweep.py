"""Works are deleted when their time is over, but never because of a wrong clock."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from pdkiosk.vault.trouble import Trouble
from tests.vault.kit import (
    WORDS,
    Clock,
    cheap_shelf,
    is_empty,
    trouble_of,
)


def test_works_are_deleted_on_their_day(tmp_path: Path) -> None:
    clock = Clock()
    place = cheap_shelf(tmp_path, clock)
    handle = place.create(WORDS, b"x")
    kept = place.create(WORDS, b"y")
    for day in range(61):
        assert place.sweep() == (1 if day == 60 else 0), day
        if day == 30:
            kept.save(b"later")
        clock.pass_days(1)
    assert trouble_of(place.open, handle.work, WORDS) is Trouble.GONE
    assert place.open(kept.work, WORDS).data == b"later"
    assert kept.work.deletion == date.fromordinal(date.fromtimestamp(clock.now).toordinal() + 29)


@pytest.mark.parametrize("jump", [-20_000, -400, 61, 400, 3_650, 30_000])
def test_a_clock_that_jumps_deletes_nothing(tmp_path: Path, jump: int) -> None:
    clock = Clock()
    place = cheap_shelf(tmp_path, clock)
    for _ in range(10):
        place.sweep()
        clock.pass_days(1)
    work = place.create(WORDS, b"x").work
    clock.pass_days(jump)
    for _ in range(6):
        assert place.sweep() == place.sweep() == 0
        clock.pass_days(1)
    clock.pass_days(-jump)
    assert place.sweep() == 0
    assert place.open(work, WORDS).data == b"x"


def test_a_kiosk_that_was_off_for_long_deletes_after_a_week_of_days(tmp_path: Path) -> None:
    clock = Clock()
    place = cheap_shelf(tmp_path, clock)
    place.create(WORDS, b"x")
    clock.pass_days(400)
    swept = []
    for _ in range(8):
        swept.append(place.sweep())
        clock.pass_days(1)
    assert swept == [0] * 6 + [1, 0]


def test_a_save_by_a_clock_that_fell_back_is_not_deleted_early(tmp_path: Path) -> None:
    clock = Clock()
    place = cheap_shelf(tmp_path, clock)
    for _ in range(10):
        place.sweep()
        clock.pass_days(1)
    now, clock.now = clock.now, 0.0
    work = place.create(WORDS, b"x").work
    clock.now = now
    assert place.sweep() == 0
    clock.pass_days(10)
    assert place.sweep() == 0
    assert place.open(work, WORDS).data == b"x"


def test_a_sweep_clears_what_killed_kiosks_left_and_what_cannot_be_dated(
    tmp_path: Path,
) -> None:
    import time

    clock = Clock(time.time())
    place = cheap_shelf(tmp_path, clock)
    work = place.create(WORDS, b"x").work
    folder = tmp_path / work.picture / str(work.number)
    (folder / "0123456789abcdef.part").write_bytes(b"left")
    (tmp_path / "sun" / "777").mkdir(parents=True)
    (tmp_path / "sun" / "778").mkdir()
    (tmp_path / "sun" / "778" / "00000001.work").write_bytes(b"damaged")
    (tmp_path / "sun" / "not ours").mkdir()
    (tmp_path / "letters of somebody").mkdir()
    (tmp_path / "seen").write_bytes(b"\xff damaged too")
    for _ in range(10):
        place.sweep()
        clock.pass_days(1)
    assert os.listdir(folder) == ["00000001.work"]
    assert place.numbers("sun") == [number for number in place.numbers("sun") if number != 777]
    assert 778 in place.numbers("sun")
    for _ in range(60):
        place.sweep()
        clock.pass_days(1)
    assert is_empty(place)
    assert (tmp_path / "sun" / "not ours").exists()
    assert (tmp_path / "letters of somebody").exists()
