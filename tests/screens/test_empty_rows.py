"""The measure of what is empty on a page, and which picture is put beside which screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from benchmarks.empty_rows import empty_share
from benchmarks.side_by_side import beside, step_of


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


def test_a_picture_is_put_beside_the_screen_that_it_shows() -> None:
    steps = ["age", "stage", "ask:taxes", "a_number"]
    assert step_of("way-07-stage", steps, {}) == "stage"
    assert step_of("04a-age", steps, {}) == "age"
    assert step_of("way-11-a_number", steps, {}) == "a_number"
    assert step_of("05a-family", steps, {"05a-family": "people"}) == "people"
    assert step_of("12-erase-sheet", steps, {}) == ""
    sheet = beside(_page(), _page())
    assert (sheet.width(), sheet.height()) == (416, 100)
