"""The fonts of the screen: the same files as those of paper, none of the machine's own needed."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFontDatabase

from pdkiosk import typefaces

# Where the name that a font gives itself is not that of its file with spaces.
_NAMES = {"WenQuanYiMicroHei": "WenQuanYi Micro Hei"}


@cache
def families() -> tuple[str, ...]:
    """The families as Qt names them, in the order in which a letter is looked for."""
    return tuple(
        _NAMES.get(family, re.sub("(?<=[a-z])(?=[A-Z])", " ", family))
        for family in typefaces.families()
    )


def load_fonts() -> None:
    """Makes the shipped fonts known to Qt; once, after the application object exists.

    Raises OSError when a font file cannot be used.
    """
    if set(families()) <= set(QFontDatabase.families()):
        return
    # Qt says of each font before the right one that it cannot write a script.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    for family in typefaces.families():
        for path in dict.fromkeys(typefaces.file_of(family, bold)[0] for bold in (False, True)):
            if QFontDatabase.addApplicationFont(str(path)) < 0:
                raise OSError(f"font file cannot be used: {path.name}")
