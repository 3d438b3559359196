"""Kerned text as a PDF draws it: letters closer together than their widths."""

from __future__ import annotations

from typing import Any

from pdkiosk.pdf.line import Placed
from pdkiosk.pdf.numbers import written
from pdkiosk.pdf.reportlab_import import reportlab

# Characters that must be escaped in a PDF string. The rest is Latin-1, byte by byte.
_ESCAPED = str.maketrans(
    {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))}
    | {sign: f"\\{sign}" for sign in "()\\"}
)


def kerned(writer: Any, piece: Placed) -> str:
    """The operators that show a kerned piece, for a reportlab text object with the same font.

    Like reportlab, it shows text in one 256-letter subset font after another, but with ``TJ``
    instead of ``Tj``: numbers between the parts say by how many thousandths of an em the next one
    is closer.
    """
    document = writer._canvas._doc
    _canvas, metrics, _ttfonts = reportlab()
    font = metrics.getFont(piece.font)
    shown = ""
    start = 0
    for subset, codes in font.splitString(piece.text, document):
        if subset != writer._curSubset:
            name = font.getSubsetInternalName(subset, document)
            shown += f"{name} {written(writer._fontsize)} Tf "
            writer._curSubset = subset
        letters = codes.decode("latin-1")
        begin, end = start, start + len(letters)
        shown += "[("
        for place, kern in piece.kerns:
            if start <= place < end:
                part = letters[begin - start : place - start].translate(_ESCAPED)
                shown += f"{part}){-kern}("
                begin = place
        shown += f"{letters[begin - start :].translate(_ESCAPED)})] TJ "
        start = end
    return shown
