"""The licenses of the program's components, opened from the help screen."""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import ToolScreen
from pdkiosk.ui.widgets import Pair

# Translators: heading: the licenses of the program and its parts.
TITLE = Message("Licenses", "licences.title")
# Translators: above the list of the parts of which the program is made and their licenses.
_FREE = Message(
    "This program is free to use, copy and change. It is made with the work of many people. These "
    "are its parts and their licenses.",
    "licences.free",
)
# Translators: under the list of licenses.
_WHOLE = Message(
    "The full texts come with the program, in its folder “licences”.", "licences.whole"
)

# Names, the same in every language. packaging/licenses.py collects the texts.
PARTS = (
    ("pdkiosk", "Apache License 2.0"),
    ("Qt, PySide6, Shiboken", "GNU LGPL 3"),
    ("ICU", "Unicode License 3"),
    ("Python", "PSF License 2"),
    ("Atkinson Hyperlegible Next, Noto Sans, Noto Naskh Arabic", "SIL Open Font License 1.1"),
    ("WenQuanYi Micro Hei, uharfbuzz", "Apache License 2.0"),
    ("HarfBuzz", "Old MIT License"),
    ("Lucide", "ISC License"),
    ("ReportLab, Babel, msgspec", "BSD 3-Clause License"),
    ("cryptography", "Apache License 2.0 / BSD 3-Clause License"),
    ("mnemonic, tomlkit, cffi, XCB, xkbcommon", "MIT License"),
    ("PyInstaller", "GNU GPL 2, with its exception for programs"),
)


class LicensesScreen(ToolScreen):
    """The components of the program and their licenses."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.add_heading(TITLE, "book-open")
        self.add_text(_FREE)
        for name, license in PARTS:
            self.add_text(Pair(f"{name}: {license}"))
        self.add_text(_WHOLE)
