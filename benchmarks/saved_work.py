"""Opens a saved work, compared with the unavoidable derivation of its key alone."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.probe import Report
from pdkiosk.vault import seal
from pdkiosk.vault.seal import STANDARD
from pdkiosk.vault.shelf import Shelf

_ROUNDS = 9
_WORDS = "seven otters carry lanterns over frozen gravel"
_LETTER = b'{"a": "letter of usual length"}' * 500


def main() -> int:
    """``saved_work.py REPORT``."""
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder) / "shelf", 60, make=True)
        work = shelf.create(_WORDS, _LETTER).work
        salt = seal.new_salt()
        seal.derive(_WORDS, salt, STANDARD)  # the first one imports what it needs
        ours, peer = [], []
        for _ in range(_ROUNDS):
            ours.append(_milliseconds(lambda: shelf.open(work, _WORDS)))
            peer.append(_milliseconds(lambda: seal.derive(_WORDS, salt, STANDARD)))
    Report(sys.argv[1]).write(ours_ms=ours, peer_ms=peer)
    return 0


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
