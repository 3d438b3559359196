"""What the Windows spooler reports, and how each status bit is interpreted."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pdkiosk.printing.state import State
from pdkiosk.printing.windows_queues import (
    JOB_ENDS,
    JOB_STATES,
    PRINTER_STATES,
    WORK_OFFLINE,
    JobBit,
    PrinterBit,
    Snapshot,
    SpoolJob,
    added,
)


def test_every_bit_of_a_printer_has_a_state() -> None:
    told = dict(PRINTER_STATES)
    assert set(told) == set(PrinterBit)
    for bit, state in told.items():
        assert Snapshot("p", status=bit).printer is state
    assert Snapshot("p").printer is State.READY
    assert Snapshot("p", attributes=WORK_OFFLINE).printer is State.OFFLINE


def test_every_bit_of_a_job_is_known() -> None:
    assert {bit for bit, _ in JOB_ENDS} | {bit for bit, _ in JOB_STATES} == set(JobBit)
    for bit, now in JOB_ENDS:
        assert SpoolJob(1, "x", bit).now is now
    for bit, state in JOB_STATES:
        job = SpoolJob(1, "x", bit)
        assert Snapshot("p", jobs=(job,)).state_for(1) is (state or State.READY)


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (PrinterBit.ERROR | PrinterBit.PAPER_JAM, State.JAM),
        (
            PrinterBit.ERROR | PrinterBit.PAPER_OUT | PrinterBit.USER_INTERVENTION,
            State.OUT_OF_PAPER,
        ),
        (PrinterBit.PRINTING | PrinterBit.TONER_LOW, State.LOW_TONER),
        (PrinterBit.PAUSED | PrinterBit.OFFLINE, State.STOPPED),
        (PrinterBit.DOOR_OPEN | PrinterBit.OFFLINE, State.DOOR_OPEN),
    ],
)
def test_of_several_bits_the_one_that_can_be_fixed_is_told(status: int, state: State) -> None:
    assert Snapshot("p", status=status).printer is state


def test_the_printer_knows_better_what_a_job_needs() -> None:
    job = SpoolJob(1, "x", JobBit.ERROR)
    seen = Snapshot("p", status=PrinterBit.DOOR_OPEN, jobs=(job,))
    assert seen.state_for(1) is State.DOOR_OPEN


def test_a_job_waits_for_those_before_it_only() -> None:
    first, second = SpoolJob(1, "theirs"), SpoolJob(2, "ours")
    seen = Snapshot("p", status=PrinterBit.PRINTING, jobs=(first, second))
    assert seen.state_for(2) is State.BUSY
    assert seen.state_for(1) is State.READY


@dataclass
class Settings:
    """A DEVMODE as pywin32 gives it."""

    Fields: int
    Nup: int = 0
    Scale: int = 100


@pytest.mark.parametrize(
    ("settings", "adds"),
    [
        (Settings(0x40, Nup=2), ("Nup=2",)),
        (Settings(0x40, Nup=1), ()),
        (Settings(0x50, Nup=4, Scale=70), ("Nup=4", "Scale=70")),
        (Settings(0x10, Nup=2, Scale=100), ()),  # it has no such field
        (Settings(0, Nup=9, Scale=1), ()),
    ],
)
def test_what_a_driver_would_do_to_each_page_is_named(
    settings: Settings, adds: tuple[str, ...]
) -> None:
    assert added(settings) == adds
