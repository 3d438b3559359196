"""How much there is to read on each way: it may become less, not more.

The figures are those of ``python -m benchmarks.reading`` in Spanish, which has more words than
English; docs/accessibility.md has the goals.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks.readers import READERS
from benchmarks.reading import Reader

_LIMITS = {
    ("short", "father with a DUI"): (30, 1600),
    ("short", "person with a final order"): (30, 1300),
    ("short", "who says nearly nothing"): (30, 1189),
    ("full", "father with a DUI"): (55, 2697),
    ("full", "who says nearly nothing"): (37, 1737),
}
"""The most pages and words, the letter's own among them."""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    found = Reader()
    yield found
    found.close()


@pytest.mark.parametrize(("way", "name"), _LIMITS, ids=[" ".join(key) for key in _LIMITS])
def test_there_is_not_more_to_read(reader: Reader, way: str, name: str) -> None:
    walk = reader.walk(READERS[name], way, "es")
    pages, words = _LIMITS[way, name]
    assert len(walk.pages) <= pages
    assert 0.9 * words < walk.words <= words, f"{walk.words} words: the limit is to follow"
