"""Writes what stands on the first screen: its words, and which of them can be touched."""

from __future__ import annotations

import sys

from benchmarks.probe import Report


def main() -> int:
    """``start_words.py REPORT``."""
    from benchmarks.plain_page import pieces
    from benchmarks.reading import Reader

    reader = Reader(drafts=False)
    Report(sys.argv[1]).write(pieces=pieces(reader.shell))
    reader.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
