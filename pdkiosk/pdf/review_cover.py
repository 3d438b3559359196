"""The first page of a reviewer's book: instructions to read in a minute, and where to sign."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from pdkiosk.pdf import styles
from pdkiosk.pdf.pagination import Strip
from pdkiosk.pdf.sheet import Sheet
from pdkiosk.pdf.text import Words, wrap

_SIZE = 11.0
_LEADING = 1.3
_LABEL = 9.0
_LINE = 30.0


class Cover(Struct, frozen=True):
    """``parts``: the parts of the book, one line each with its size. ``sign``: labels of lines."""

    title: str
    what: str
    steps: list[str]
    parts: list[tuple[str, str]]
    meaning: str
    sign: list[str]
    agree: str


def cover(page: Cover, left: float, right: float) -> Iterator[Strip]:
    """The strips of the first page."""
    width = right - left
    yield _text(page.title, styles.TITLE, left, width, bold=True)
    yield _text(page.what, _SIZE, left, width, space=8.0)
    yield _text("What to do", styles.HEADING, left, width, bold=True, space=14.0)
    for number, step in enumerate(page.steps, 1):
        yield _numbered(number, step, left, width)
    yield _text("What is in it", styles.HEADING, left, width, bold=True, space=14.0)
    for part, much in page.parts:
        yield _part(part, much, left, right)
    yield _text("What your “right” means", styles.HEADING, left, width, bold=True, space=14.0)
    yield _text(page.meaning, _SIZE, left, width, space=3.0)
    yield _text("Signature", styles.HEADING, left, width, bold=True, space=14.0)
    for first in range(0, len(page.sign), 2):
        yield _lines(page.sign[first : first + 2], left, right)
    yield _agree(page.agree, left, width)


def _text(
    words: str, size: float, left: float, width: float, *, bold: bool = False, space: float = 0.0
) -> Strip:
    lines = wrap([Words(words, bold)], size, width)
    leading = size * _LEADING

    def draw(sheet: Sheet, top: float) -> None:
        for index, line in enumerate(lines):
            sheet.line(left, top - index * leading - styles.baseline(size, leading), line, size)

    return Strip(len(lines) * leading, draw, space=space, glued=bold)


def _numbered(number: int, step: str, left: float, width: float) -> Strip:
    strip = _text(step, _SIZE, left + 20.0, width - 20.0, space=3.0)
    label = _text(f"{number}.", _SIZE, left, 20.0, bold=True)

    def draw(sheet: Sheet, top: float) -> None:
        label.draw(sheet, top)
        strip.draw(sheet, top)

    return Strip(strip.height, draw, space=3.0)


def _part(part: str, much: str, left: float, right: float) -> Strip:
    first = _text(part, _SIZE, left, right - left - 110.0)
    second = wrap([Words(much)], _SIZE, 110.0)[0]

    def draw(sheet: Sheet, top: float) -> None:
        first.draw(sheet, top)
        drop = styles.baseline(_SIZE, _SIZE * _LEADING)
        sheet.line(right - second.width, top - drop, second, _SIZE)

    return Strip(first.height, draw, space=1.0)


def _lines(labels: list[str], left: float, right: float) -> Strip:
    width = (right - left - 20.0) / 2

    def draw(sheet: Sheet, top: float) -> None:
        for index, label in enumerate(labels):
            at = left + index * (width + 20.0)
            sheet.rule(at, at + width, top - 19.0, styles.RULE)
            words = wrap([Words(label)], _LABEL, width)[0]
            sheet.line(at, top - 28.5, words, _LABEL, styles.GRAY)

    return Strip(_LINE, draw, space=4.0)


def _agree(words: str, left: float, width: float) -> Strip:
    strip = _text(words, _SIZE, left + 20.0, width - 20.0)

    def draw(sheet: Sheet, top: float) -> None:
        sheet.tick_box(left, top - 1.0, 12.0)
        strip.draw(sheet, top)

    return Strip(strip.height, draw, space=8.0)
