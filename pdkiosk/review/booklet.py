"""The content of a printed book in order: statements in groups, and pictures of screens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from pdkiosk.review.statement import LAW, Statement


class Picture(Struct, frozen=True):
    """A screen: ``jpeg`` as seen, ``width`` and ``height`` in pixels.

    ``texts``: the texts on it, as pairs of context and English.
    """

    number: int
    title: str
    jpeg: bytes
    width: int
    height: int
    texts: frozenset[tuple[str, str]]


class Group(Struct, frozen=True):
    """Statements under a heading, after the picture of the screen that shows them, if any."""

    heading: str
    statements: list[Statement]
    picture: Picture | None = None


class Booklet(Struct, frozen=True):
    """A printed book. ``shown`` maps the number of a statement to the picture that shows it.

    ``pictures`` come at the end, unless they are among the statements.
    """

    book: str
    groups: list[Group]
    pictures: list[Picture]
    shown: dict[str, int]

    @property
    def statements(self) -> list[Statement]:
        return [each for group in self.groups for each in group.statements]


def booklet(book: str, statements: Sequence[Statement], pictures: list[Picture]) -> Booklet:
    """The book of these statements, with the pictures that show them."""
    shown = {}
    for each in statements:
        on = [p.number for p in pictures if each.key in p.texts]
        if on:
            shown[each.number] = on[0]
    if book == LAW:
        groups = [Group(head, list(found)) for head, found in groupby(statements, _heading)]
        used = set(shown.values())
        return Booklet(book, groups, [p for p in pictures if p.number in used], shown)
    return Booklet(book, list(_by_screen(statements, pictures, shown)), [], shown)


def _heading(each: Statement) -> str:
    return each.heading


def _by_screen(
    statements: Sequence[Statement], pictures: list[Picture], shown: dict[str, int]
) -> list[Group]:
    """Groups statements under each heading screen by screen, each picture once.

    The rest comes last.
    """
    by_number = {picture.number: picture for picture in pictures}
    printed: set[int] = set()
    groups = []
    for head, under in groupby(statements, _heading):
        together = list(under)
        first = True
        for number in [*sorted({shown[e.number] for e in together if e.number in shown}), 0]:
            found = [each for each in together if shown.get(each.number, 0) == number]
            if not found:
                continue
            picture = by_number.get(number)
            title = head if first else ""
            if number == 0 and not first:
                title = f"{head}: not on a picture"
            fresh = picture if picture and number not in printed else None
            printed.add(number)
            groups.append(Group(title, found, fresh))
            first = False
    return groups
