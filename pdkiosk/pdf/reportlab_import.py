"""The only door to reportlab: closed to its settings files, and opened late, without luggage.

``import reportlab`` executes ``~/.reportlab_settings``, ``~/.reportlab_mods`` and the modules
``reportlab_settings``, ``reportlab_mods``, ``local_rl_settings`` and ``local_rl_mods``,
whoever put them there, and costs a tenth of a second.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
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


def _stand_ins() -> dict[str, ModuleType | None]:
    """What reportlab imports and our pages, which hold no pictures, do not use: 7 MB of memory.

    Pillow, asked for by name; OpenSSL, which ``hashlib`` would load for a check sum that Python
    has built in; HarfBuzz, which ``scripts`` loads when a text needs it. Should a page ever need
    a picture, it fails at once and loudly.
    """
    package, image = ModuleType("PIL"), ModuleType("PIL.Image")
    package.__dict__.update(__path__=[], Image=image)
    image.__dict__["Image"] = type("Image", (), {})
    return {"PIL": package, "PIL.Image": image, "_hashlib": None, "uharfbuzz": None}


@contextlib.contextmanager
def _traveling_light() -> Iterator[None]:
    """The stand-ins are there for the import alone, and only for what nobody has loaded yet."""
    absent = {name: it for name, it in _stand_ins().items() if name not in sys.modules}
    sys.modules.update(absent)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


@cache
def reportlab() -> tuple[Any, Any, Any]:
    """The modules ``canvas``, ``pdfmetrics`` and ``ttfonts`` of reportlab, imported once."""
    if "reportlab" not in sys.modules:
        _shut_hooks()
    with _traveling_light():
        from reportlab import rl_config
        from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts
        from reportlab.pdfgen import canvas

    # Streams as letters would be a quarter longer, for mail of long ago.
    rl_config.useA85 = 0
    # The same few numbers again and again: the width of each letter of a font, for each paper.
    pdfdoc.fp_str = lru_cache(maxsize=4096)(pdfdoc.fp_str)
    return canvas, pdfmetrics, ttfonts
