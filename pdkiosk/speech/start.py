"""Starts the process that speaks: its daemon starts while Qt is being loaded."""

from __future__ import annotations

import os

from pdkiosk.speech.daemon import ADDRESS, end_with_parent, lead_group, start_daemon


def start(engine_name: str) -> int:
    """Speaks until standard input ends. ``engine_name``: Qt's name of an engine, or "auto"."""
    lead_group()
    # If the window is killed while the engine hangs, nothing else would end this process.
    end_with_parent()
    os.environ.pop(ADDRESS, None)  # use no daemon but our own
    daemon = start_daemon()
    from pdkiosk.speech.engine import run

    return run(engine_name, daemon)
