"""Elements that are on many pages are in the same place on each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from benchmarks.readers import READERS
from benchmarks.reading import Reader

_TOP_MM = 24.0  # below the upper edge of the page, for what stands at its corner
_MARGIN_MM, _PAD_MM = 17.5, 8.0  # of the page; of a box that its heading may stand in


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    found = Reader()
    yield found
    found.close()


def _on_page(page: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint()), widget.size())


@pytest.mark.parametrize("who", READERS)
def test_the_words_of_a_page_and_its_code_are_at_its_upper_corner(
    reader: Reader, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: dict[str, dict[str, QRect]] = {"words": {}, "more": {}, "code": {}}

    def note() -> int:
        page = reader.shell.frame.screen
        assert page is not None
        for name, boxes in found.items():
            widget = page.findChild(QWidget, name)
            if widget is not None:
                boxes[reader.shell.place] = _on_page(page, widget)
        return 0

    monkeypatch.setattr(reader, "_words", note)
    reader.walk(READERS[who], "short", "es")
    scale = reader.shell.context.look.scale
    for name, boxes in found.items():
        assert len(boxes) >= 3, name
        for place, box in boxes.items():
            assert box.top() <= scale.mm(_TOP_MM), (name, place)
            assert box.center().x() > scale.width_px // 2, (name, place)
    margin = scale.width_px - scale.mm(_MARGIN_MM)
    for place, box in found["words"].items():
        assert abs(margin - box.right()) < scale.mm(_PAD_MM), place
