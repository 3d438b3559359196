"""The measure of what is empty on a page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from benchmarks.empty_rows import empty_share


def _page(*boxes: QRect) -> QImage:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#FBF8F3"))
    painter = QPainter(image)
    for box in boxes:
        painter.fillRect(box, QColor("#0B4F6C"))
    painter.end()
    return image


@pytest.mark.parametrize(
    ("boxes", "share"),
    [
        ([], 1.0),
        ([QRect(0, 0, 200, 100)], 1.0),  # one color alone is nothing, too
        ([QRect(20, 10, 50, 30)], 0.7),
        ([QRect(20, 10, 50, 30), QRect(100, 20, 1, 40)], 0.5),
    ],
)
def test_rows_on_which_nothing_is_painted(boxes: list[QRect], share: float) -> None:
    assert empty_share(_page(*boxes), QRect(0, 0, 200, 100)) == pytest.approx(share)
    below = empty_share(_page(*boxes), QRect(0, 50, 200, 50))
    assert 0 <= below <= 1
