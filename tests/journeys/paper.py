"""Reads the printed pages back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import ContentStream

_CROSS_WIDTH = 1.8  # points: only the cross in a tick box is drawn with this line

_HEAD = re.compile(r"^.*?(Page \d+ of|Página \d+ de) \d+ ")


@dataclass(frozen=True)
class Paper:
    """A printed PDF: the words of each page, and where boxes are ticked on the first page.

    ``crosses``: points from the left edge; ``width``: points. ``text`` leaves out what is
    above each page, so that a sentence that goes on over the page is in one piece.
    """

    pages: tuple[str, ...]
    crosses: tuple[float, ...]
    width: float

    @property
    def text(self) -> str:
        """All words, in order, with one space between them."""
        pages = [_HEAD.sub("", page, count=1) for page in self.pages]
        if len(pages) > 1:  # and what else is above every page
            above = 0
            while len({tuple(page.split()[: above + 1]) for page in pages}) == 1:
                above += 1
            pages = [" ".join(page.split()[above:]) for page in pages]
        return " ".join([self.pages[0].removesuffix(pages[0]), *pages])

    def __contains__(self, words: str) -> bool:
        return squeezed(words) in squeezed(self.text)


def read_paper(path: Path) -> Paper:
    """The words and crosses of a PDF."""
    with path.open("rb") as file:
        reader = PdfReader(file, strict=True)
        pages = reader.pages
        first = pages[0]
        contents = first.get_contents()
        crosses = []
        if contents is not None:
            wide = False
            for operands, operator in ContentStream(contents, reader).operations:
                if operator == b"w":
                    wide = float(operands[0]) == _CROSS_WIDTH
                elif operator == b"m" and wide:
                    crosses.append(float(operands[0]))
        return Paper(
            tuple(" ".join(page.extract_text().split()) for page in pages),
            tuple(crosses),
            float(first.mediabox.width),
        )


def read_papers(folder: Path) -> dict[str, Paper]:
    """Everything that came out, by its name."""
    return {name: read_paper(path) for name, path in paper_files(folder).items()}


def paper_files(folder: Path) -> dict[str, Path]:
    """The papers by name; each printing has a folder of its own, and the last one counts."""
    found = sorted(folder.rglob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)
    return {path.stem: path for path in found}


def squeezed(text: str) -> str:
    """Without any space: where a line was broken does not matter."""
    return "".join(text.split())
