"""Simulates a slow machine: ``python -m benchmarks.old_machine [PERCENT]``.

Everything is measured in a control group with so much of one core (25 % of it unless told
otherwise): to the first painted screen, to each next one at the largest text, and all papers the
first time. Needs root and a display. Ends with 1 when one takes longer than its limit.

Tried with control groups of version 1. Those of version 2 need the controller "cpu" in the root's
``cgroup.subtree_control``; that was not tried.
"""

from __future__ import annotations

import contextlib
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import whole

_GROUPS = Path("/sys/fs/cgroup")
_PERIOD = 100_000  # microseconds
_ROUNDS = 5
_SIZE = "1280x1024"
_SCREEN_MS = 300
_FIRST_SCREEN_MS = _PRINTING_MS = 3000


@contextlib.contextmanager
def group(percent: int) -> Iterator[Path]:
    """A control group whose processes together have so much of one core."""
    quota = _PERIOD * percent // 100
    if (_GROUPS / "cpu").is_dir():  # version 1
        path = _GROUPS / "cpu" / "pdkiosk-old-machine"
        limits = {"cpu.cfs_period_us": f"{_PERIOD}", "cpu.cfs_quota_us": f"{quota}"}
    else:
        path = _GROUPS / "pdkiosk-old-machine"
        limits = {"cpu.max": f"{quota} {_PERIOD}"}
    path.mkdir(exist_ok=True)
    try:
        for name, value in limits.items():
            (path / name).write_text(value)
        yield path
    finally:
        with contextlib.suppress(OSError):  # a process of it may still be ending
            path.rmdir()


def _within(path: Path, command: list[str]) -> list[str]:
    """The command, begun by a process that has joined the group."""
    return ["sh", "-c", 'echo 0 > "$0/cgroup.procs" && exec "$@"', str(path), *command]


def _reported(path: Path, module: str, *arguments: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-P", "-m", module, str(report), *arguments]
        subprocess.run(_within(path, command), check=True, stdin=subprocess.DEVNULL)
        found: dict[str, Any] = json.loads(report.read_bytes())
        return found


def main() -> int:
    """Prints the median of five rounds of each; 1 when one is above its limit."""
    percent = int(sys.argv[1]) if sys.argv[1:] else 25
    with group(percent) as path:
        programs = {"source": whole.SOURCE}
        if whole.has_bundle():
            programs["bundle"] = whole.BUNDLE
        found: dict[str, tuple[list[float], int]] = {
            f"first screen, {name}": (
                [whole.start(_within(path, command))[0] * 1000 for _ in range(_ROUNDS)],
                _FIRST_SCREEN_MS,
            )
            for name, command in programs.items()
        }
        walks = [_reported(path, "benchmarks.screens", _SIZE, "LARGEST") for _ in range(_ROUNDS)]
        for key in "median", "p95", "letter":
            found[f"next screen, {key}"] = (
                [walk[f"next_screen_{key}_ms"] for walk in walks],
                _SCREEN_MS,
            )
        packets = [_reported(path, "benchmarks.papers", "first") for _ in range(_ROUNDS)]
        found["all papers, the first time"] = (
            [packet["first_packet_ms"] for packet in packets],
            _PRINTING_MS,
        )
    good = True
    for what, (taken, most) in found.items():
        median = statistics.median(taken)
        good = good and median <= most
        print(
            f"{what:28}{median:7.0f} ms ({min(taken):.0f} to {max(taken):.0f}; at most {most})"
            f"{'' if median <= most else '  not met'}"
        )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
