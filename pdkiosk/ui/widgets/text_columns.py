"""Many short paragraphs in two columns, to be read one column after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.geometry import spaced


class TextColumns(QWidget):
    """Two columns of ``texts``, each of which must support height for width."""

    def __init__(
        self, look: Look, texts: Sequence[QWidget], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = spaced(QHBoxLayout(self), look.scale.mm(6.0))
        half = -(-len(texts) // 2)
        for part in (texts[:half], texts[half:]):
            column = spaced(QVBoxLayout(), look.scale.mm(3.0))
            for text in part:
                column.addWidget(text)
            column.addStretch(1)
            row.addLayout(column, 1)
        self._hint = QSize(look.scale.mm(200), look.scale.mm(30))

    def sizeHint(self) -> QSize:
        # Without asking the layout, which would lay out all words for a temporary width.
        return self._hint
