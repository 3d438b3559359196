"""Papers to print."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True)
class Paper:
    id: str
    pages: int
    data: bytes


def paper(name: str, pages: int = 1) -> Paper:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for number in range(pages):
        canvas.drawString(100, 700, f"{name} {number + 1}")
        canvas.showPage()
    canvas.save()
    return Paper(name, pages, buffer.getvalue())
