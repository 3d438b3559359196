"""The fonts of the screen: the same files as for paper, without needing any system fonts."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFontDatabase

from pdkiosk import typefaces

# Fonts whose own name is not their file name with spaces.
_NAMES = {"WenQuanYiMicroHei": "WenQuanYi Micro Hei"}


@cache
def families() -> tuple[str, ...]:
    """The families as Qt names them, in the order in which they are searched for a letter."""
    return tuple(
        _NAMES.get(family, re.sub("(?<=[a-z])(?=[A-Z])", " ", family))
        for family in typefaces.families()
    )


def load_fonts() -> None:
    """Registers the shipped fonts with Qt; call once, after the application object exists.

    Raises OSError if a font file cannot be used.
    """
    if set(families()) <= set(QFontDatabase.families()):
        return
    # For each font before the right one, Qt warns that it cannot write a script.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    for family in typefaces.families():
        for path in dict.fromkeys(typefaces.file_of(family, bold)[0] for bold in (False, True)):
            if QFontDatabase.addApplicationFont(str(path)) < 0:
                raise OSError(f"font file cannot be used: {path.name}")
