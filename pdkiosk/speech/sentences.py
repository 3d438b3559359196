"""Splits a text into sentences: the units that are spoken, recorded and highlighted."""

from __future__ import annotations

import re

# A sentence ends at its final mark if a capital letter follows, and at the end of a line.
_BREAKS = re.compile(
    r"(?<=[.?!…])([\"”»)]*)\s+(?=[\"“«(¿¡]*[A-ZÁÉÍÓÚÑÜ0-9])|\n+",
)
_SHORT_FORM = re.compile(r"(?:\b(?:No|Mr|Mrs|Ms|Dr|St|Sr|Sra|vs|etc|EE|Uds?)|\b[A-Z])\.$")

_LONGEST = 8  # letters of an abbreviation, with its period and a margin


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of a text: start and length of each, without surrounding spaces."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAKS.finditer(text):
        end = match.start()
        if "\n" not in match[0] and _SHORT_FORM.search(text, max(start, end - _LONGEST), end):
            continue
        closed = match.end(1) if match[1] else match.start()  # closing marks belong to it
        spans.append((start, closed - start))
        start = match.end()
    spans.append((start, len(text) - start))
    return [_stripped(text, span) for span in spans if text[span[0] : span[0] + span[1]].strip()]


def _stripped(text: str, span: tuple[int, int]) -> tuple[int, int]:
    piece = text[span[0] : span[0] + span[1]]
    return span[0] + len(piece) - len(piece.lstrip()), len(piece.strip())
