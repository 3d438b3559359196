from __future__ import annotations

import os
from pathlib import Path

import pytest

from pdkiosk.staff.attempts import (
    FREE_TRIES,
    LONGEST_WAIT,
    UNWRITABLE_WAIT,
    Attempts,
    SystemClock,
    wait_after,
)


class Machine:
    """A machine's clock that goes on when it is told to; ``boots`` restarts it."""

    def __init__(self) -> None:
        self.time = 500.0
        self.name = "first"

    def now(self) -> float:
        return self.time

    def start(self) -> str:
        return self.name

    def boots(self, name: str, time: float = 20.0) -> None:
        self.name, self.time = name, time


@pytest.fixture
def machine() -> Machine:
    return Machine()


def wrong(attempts: Attempts, times: int, machine: Machine) -> None:
    for _ in range(times):
        machine.time += attempts.wait()
        assert attempts.begin()


def test_five_tries_are_free_then_the_wait_doubles() -> None:
    assert [wait_after(n) for n in range(9)] == [0, 0, 0, 0, 0, 15, 30, 60, 120]
    assert wait_after(9_999) == LONGEST_WAIT


def test_after_five_wrong_pins_nothing_is_looked_at(tmp_path: Path, machine: Machine) -> None:
    attempts = Attempts(tmp_path, machine)
    wrong(attempts, FREE_TRIES, machine)
    assert attempts.wait() == 15
    assert not attempts.begin()
    machine.time += 14.9
    assert not attempts.begin()
    machine.time += 0.2
    assert attempts.begin()
    assert attempts.wait() == 30


def test_the_count_outlives_the_process(tmp_path: Path, machine: Machine) -> None:
    wrong(Attempts(tmp_path, machine), FREE_TRIES, machine)
    machine.time += 5
    attempts = Attempts(tmp_path, machine)
    assert attempts.wrong == FREE_TRIES
    assert attempts.wait() == 10


def test_a_try_counts_before_it_is_known_how_it_went(tmp_path: Path, machine: Machine) -> None:
    for _ in range(FREE_TRIES):
        assert Attempts(tmp_path, machine).begin()  # and the program is killed
    assert not Attempts(tmp_path, machine).begin()


def test_a_right_pin_begins_anew(tmp_path: Path, machine: Machine) -> None:
    attempts = Attempts(tmp_path, machine)
    wrong(attempts, FREE_TRIES + 2, machine)
    machine.time += attempts.wait()
    assert attempts.begin()
    attempts.succeeded()
    assert Attempts(tmp_path, machine).wrong == 0


def test_a_clock_that_goes_back_opens_nothing(tmp_path: Path, machine: Machine) -> None:
    attempts = Attempts(tmp_path, machine)
    wrong(attempts, FREE_TRIES, machine)
    machine.time -= 400
    assert attempts.wait() == 15
    assert not attempts.begin()
    machine.time -= 50
    assert Attempts(tmp_path, machine).wait() == 15


@pytest.mark.parametrize("time", [1.0, 20.0, 1e9])
def test_another_start_of_the_machine_waits_anew(
    tmp_path: Path, machine: Machine, time: float
) -> None:
    wrong(Attempts(tmp_path, machine), FREE_TRIES + 1, machine)
    machine.boots("second", time)
    assert Attempts(tmp_path, machine).wait() == 30


def test_the_wall_clock_is_not_asked(
    tmp_path: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong(Attempts(tmp_path, machine), FREE_TRIES, machine)
    for moved in (0.0, 4e9):
        monkeypatch.setattr("time.time", lambda moved=moved: moved)
        assert not Attempts(tmp_path, machine).begin()


@pytest.mark.parametrize(
    "data", [b"", b"{", b'{"wrong": "no"}', b'{"x": 1}', b"\xff\x00", b"[]"], ids=repr
)
def test_a_spoiled_file_is_no_fresh_start(tmp_path: Path, machine: Machine, data: bytes) -> None:
    (tmp_path / "pin-tries.json").write_bytes(data)
    assert Attempts(tmp_path, machine).wait() == 15


@pytest.mark.parametrize("since", [1e12, -1e12])
def test_a_forged_time_does_not_shorten_the_wait(
    tmp_path: Path, machine: Machine, since: float
) -> None:
    (tmp_path / "pin-tries.json").write_text(f'{{"wrong": 6, "since": {since}, "start": "first"}}')
    assert Attempts(tmp_path, machine).wait() == 30


def test_a_folder_that_cannot_be_made_waits_at_each_start(tmp_path: Path, machine: Machine) -> None:
    (tmp_path / "file").write_text("")
    attempts = Attempts(tmp_path / "file" / "state", machine)
    assert not attempts.keeps
    assert attempts.wait() == UNWRITABLE_WAIT
    assert not attempts.begin()
    machine.time += UNWRITABLE_WAIT
    assert attempts.begin()
    assert attempts.wait() == 15  # at once: there are no free tries
    machine.time += 15
    assert attempts.begin()
    assert attempts.wait() == 30
    assert Attempts(tmp_path / "file" / "state", machine).wait() == UNWRITABLE_WAIT


def test_a_right_pin_ends_the_wait_of_a_folder_that_cannot_be_written(
    tmp_path: Path, machine: Machine
) -> None:
    (tmp_path / "file").touch()
    attempts = Attempts(tmp_path / "file", machine)
    machine.time += attempts.wait() - 1
    assert not attempts.keeps and attempts.wait() == 1
    attempts.succeeded()  # as when somebody else's process let them in
    assert attempts.wait() == 0


def test_the_file_holds_only_numbers_and_the_machine(tmp_path: Path, machine: Machine) -> None:
    wrong(Attempts(tmp_path, machine), 2, machine)
    assert os.listdir(tmp_path) == ["pin-tries.json"]
    text = (tmp_path / "pin-tries.json").read_text()
    assert text == '{"wrong":2,"since":500.0,"start":"first"}'


def test_the_real_clock_goes_on() -> None:
    clock = SystemClock()
    before = clock.now()
    assert clock.now() >= before > 0
    assert clock.start() == clock.start()
