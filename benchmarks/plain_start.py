"""The peer of the first screen: a plain window with its words on Qt's own labels and buttons.

``plain_start.py WORDS``: what ``start_words`` wrote. It stays until it is ended.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> int:
    """Shows the window."""
    from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

    application = QApplication(["plain"])
    window = QWidget()
    window.setStyleSheet("* { font-size: 24px; } QWidget { background: #F6EFE4; }")
    column = QVBoxLayout(window)
    for words, touched in json.loads(Path(sys.argv[1]).read_text("utf-8"))["pieces"]:
        if touched:
            column.addWidget(QPushButton(words))
        else:
            label = QLabel(words)
            label.setWordWrap(True)
            column.addWidget(label)
    window.resize(1280, 1024)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
