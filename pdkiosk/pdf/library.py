"""The only door to reportlab: closed to its settings files, and opened late.

``import reportlab`` executes ``~/.reportlab_settings``, ``~/.reportlab_mods`` and the modules
``reportlab_settings``, ``reportlab_mods``, ``local_rl_settings`` and ``local_rl_mods``,
whoever put them there, and costs a tenth of a second.
"""

from __future__ import annotations

import sys
from functools import cache
from types import ModuleType
from typing import Any

# reportlab looks for these by name and reads the files in the home folder only when the
# modules are not found. An empty module in the place of each keeps all of them out.
_HOOKS = (
    "reportlab_settings",
    "reportlab_mods",
    "reportlab.local_rl_settings",
    "reportlab.local_rl_mods",
)


def _shut_hooks() -> None:
    for name in _HOOKS:
        empty = ModuleType(name)
        # Without this, "from ... import *" would have nothing to read its names from.
        empty.__dict__["__all__"] = []
        sys.modules[name] = empty


@cache
def reportlab() -> tuple[Any, Any, Any]:
    """The modules ``canvas``, ``pdfmetrics`` and ``ttfonts`` of reportlab, imported once."""
    if "reportlab" not in sys.modules:
        _shut_hooks()
    from reportlab.pdfbase import pdfmetrics, ttfonts
    from reportlab.pdfgen import canvas

    return canvas, pdfmetrics, ttfonts
