"""The only place that imports reportlab: late, without its settings files and extra modules.

``import reportlab`` executes ``~/.reportlab_settings``, ``~/.reportlab_mods`` and the modules
``reportlab_settings``, ``reportlab_mods``, ``local_rl_settings`` and ``local_rl_mods``,
whoever put them there, and takes a tenth of a second.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from types import ModuleType
from typing import Any

# reportlab looks for these by name and reads the files in the home folder only if the modules are
# not found. An empty module in place of each keeps all of them out.
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
    """Stand-ins for modules that reportlab imports but our pages do not use: they save 7 MB.

    Pillow, imported by name; OpenSSL, which ``hashlib`` would load for a checksum that Python has
    built in; HarfBuzz, which ``scripts`` loads if a text needs it. A page that needs Pillow would
    fail at once with an error.
    """
    package, image = ModuleType("PIL"), ModuleType("PIL.Image")
    package.__dict__.update(__path__=[], Image=image)
    image.__dict__["Image"] = type("Image", (), {})
    return {"PIL": package, "PIL.Image": image, "_hashlib": None, "uharfbuzz": None}


@contextlib.contextmanager
def _traveling_light() -> Iterator[None]:
    """Installs the stand-ins only during the import, and only for modules not loaded yet."""
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

    # ASCII-encoded streams, once meant for e-mail, would be a quarter longer.
    rl_config.useA85 = 0
    # reportlab formats the same few numbers again and again: the letter widths of a font, for each
    # paper.
    pdfdoc.fp_str = lru_cache(maxsize=4096)(pdfdoc.fp_str)
    return canvas, pdfmetrics, ttfonts
