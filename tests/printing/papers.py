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


def paper(name: str, pages: int = 1, size: str = "letter") -> Paper:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize={"letter": (612, 792), "a4": (595, 842)}[size])
    for number in range(pages):
        canvas.drawString(100, 700, f"{name} {number + 1}")
        canvas.rect(50, 50, 490, 690)
        canvas.showPage()
    canvas.save()
    return Paper(name, pages, buffer.getvalue())
