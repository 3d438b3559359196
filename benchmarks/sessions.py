"""Many people, one after the other, under one supervisor: does it grow or become slower?"""

from __future__ import annotations

import sys
import types
from pathlib import Path

from benchmarks.probe import Report


def main() -> int:
    """``sessions.py REPORT NUMBER``."""
    # Some package on the machine may call itself "tests" too; ours is meant.
    tests = sys.modules["tests"] = types.ModuleType("tests")
    tests.__path__ = [str(Path(__file__).parent.parent / "tests")]
    from tests.endurance.run import with_processes

    number = int(sys.argv[2])
    figures = with_processes(number, min(20, number // 3))
    Report(sys.argv[1]).write(
        first_mib=figures.memory_mib.first,
        last_mib=figures.memory_mib.last,
        first_turn_ms=figures.turn_ms.first,
        last_turn_ms=figures.turn_ms.last,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
