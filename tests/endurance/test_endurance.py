"""Many people one after the other; the whole form, 5,000, is a command (docs/proofs.md)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.endurance.run import MOST_GROWTH, VISITOR, Growth, with_processes, within_one_process

if not Path("/proc/self/smaps_rollup").exists():
    pytest.skip("memory is measured where Linux tells it", allow_module_level=True)

RUN = VISITOR.replace("tests.endurance.guest", "tests.endurance.test_endurance")


def run(arguments: list[str]) -> None:
    """In a process of its own: the tests before must not have made its memory, nor loaded Qt."""
    if arguments:
        # As many people as ever, but one page after the other is for the whole form: what is kept
        # of a page would be kept of the pages that they do see.
        within_one_process(5, 1, Path(arguments[0]), walks=False)
        figures = within_one_process(20, 5, Path(arguments[0]), walks=False)
    else:
        figures = with_processes(4, 1)
    print(figures)
    assert figures.memory_mib.part < MOST_GROWTH, figures


def test_a_process_for_each_person_leaves_the_supervisor_as_it_was() -> None:
    apart()


def test_people_within_one_process_leave_nothing_that_grows(tmp_path: Path) -> None:
    apart(str(tmp_path))


def apart(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", RUN, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    print(done.stdout)
    assert done.returncode == 0, done.stderr[-2000:]


def test_growth_is_seen() -> None:
    assert Growth(100.0, 106.0).part > MOST_GROWTH > Growth(100.0, 104.0).part
