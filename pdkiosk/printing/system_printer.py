"""The printers of the current operating system."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pdkiosk.printing.abilities import Abilities
    from pdkiosk.printing.queue_printer import QueuePrinter


def system_printer(name: str = "", paper: str = "letter") -> QueuePrinter:
    """The named printer, or the system's default, or the only one; ``paper``: letter or a4."""
    if sys.platform == "win32":
        from pdkiosk.printing.windows import WindowsPrinter
        from pdkiosk.printing.winspool import WinSpool
        from pdkiosk.system import own_program

        return WindowsPrinter(name, WinSpool(), own_program())
    from pdkiosk.printing.cups import CupsPrinter

    return CupsPrinter(name, paper=paper)


def abilities(seconds: float) -> Sequence[Abilities] | None:
    """All printers of the system; None if it does not answer properly in time. Waits."""
    from pdkiosk.background import Job

    asking = Job(system_printer().abilities)
    try:
        return asking.result() if asking.wait(seconds) else None
    except Exception:  # also if the client answers something unexpected
        return None
