"""The printer of the system that this is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pdkiosk.printing.printer import Printer


def system_printer(name: str = "") -> Printer:
    """The named printer, or the system's default, or the only one."""
    if sys.platform == "win32":
        from pdkiosk.printing.windows import WindowsPrinter
        from pdkiosk.printing.winspool import WinSpool
        from pdkiosk.system import own_program

        return WindowsPrinter(name, WinSpool(), own_program())
    from pdkiosk.printing.cups import CupsPrinter

    return CupsPrinter(name)
