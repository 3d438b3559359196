"""How much the program does while nobody is there: ``python -m benchmarks.idle [SECONDS]``.

Starts the kiosk on the display that is there, waits until its start screen is at rest, and counts
for some seconds (30) the processor time and the wakeups of all its processes; then again on a
screen that is dark for the night.
"""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

_AT_REST_SECONDS = 20.0
_DARK_SECONDS = 140.0  # by then it is dark: it looks each minute, and twice
_TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


class Used(NamedTuple):
    """Processor time in seconds, and how often a thread was woken."""

    seconds: float
    wakeups: int


def used_by(root: int) -> Used:
    """What a process and all below it have used since they began."""
    ticks = wakeups = 0
    for pid in _with_children(root):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            fields = (thread / "stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
            status = (thread / "status").read_text().splitlines()
            wakeups += sum(int(line.split()[1]) for line in status if "ctxt_switches" in line)
    return Used(ticks / _TICKS_A_SECOND, wakeups)


def _with_children(root: int) -> list[int]:
    below: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:  # it has ended meanwhile
            continue
        below.setdefault(parent, []).append(int(folder.name))
    found = [root]
    for pid in found:
        found += below.get(pid, [])
    return found


def idle(facility: str, rest: float, seconds: float) -> Used:
    """What the kiosk with a facility file uses in so many seconds, after it was left to rest."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facility.toml"
        path.write_text(facility, "utf-8")
        program = subprocess.Popen(
            [sys.executable, "-P", "-m", "pdkiosk", "--facility", str(path)],
            env={**os.environ, "STATE_DIRECTORY": folder},
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            time.sleep(rest)
            before = used_by(program.pid)
            time.sleep(seconds)
            after = used_by(program.pid)
        finally:
            program.terminate()
            program.wait()
    return Used(after.seconds - before.seconds, after.wakeups - before.wakeups)


def main() -> int:
    """Prints both."""
    seconds = float(sys.argv[1]) if sys.argv[1:] else 30.0
    now = datetime.datetime.now()
    night = [(now + datetime.timedelta(hours=hours)).strftime("%H:00") for hours in (-1, 2)]
    dark = f'night_from = "{night[0]}"\nnight_to = "{night[1]}"\n'
    for name, facility, rest in (
        ("start screen", "", _AT_REST_SECONDS),
        ("dark screen of the night", dark, _DARK_SECONDS),
    ):
        found = idle(facility, rest, seconds)
        print(
            f"{name}: {found.seconds * 1000:.0f} ms of processor time in {seconds:.0f} s, "
            f"{found.wakeups / seconds:.1f} wakeups a second"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
