"""Reads a compiled catalog (GNU gettext's .mo): each message only when it is asked for.

The standard library's reader takes every message apart when a catalog is opened. With thirty
languages on the first screen that was half of the time before it stands.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from operator import add

_MAGIC = 0x950412DE
_HEADER = 5  # numbers of four bytes: magic, revision, messages, where the two tables begin
CONTEXT_END = "\x04"
_FORM_END = "\x00"


class MoFile:
    """The messages of a catalog. A message that it lacks is None."""

    def __init__(self, data: bytes) -> None:
        """Raises ValueError when ``data`` is no whole catalog in UTF-8."""
        self._data = data
        if len(data) < 4 * _HEADER:
            raise ValueError("too short for a catalog")
        self._order = "<" if struct.unpack_from("<I", data)[0] == _MAGIC else ">"
        magic, revision, self._count, keys, texts = self._numbers(0, _HEADER)
        if magic != _MAGIC or revision >> 16 > 1:
            raise ValueError("no catalog")
        if max(keys, texts) + 8 * self._count > len(data):
            raise ValueError("a catalog that was cut off")
        self._keys, self._texts = keys, texts
        self._check()
        self._found: dict[str, str | None] = {}
        self._plural_form: Callable[[int], int] | None = None

    def _check(self) -> None:
        data, begin = self._data, len(self._data)
        for table in (self._keys, self._texts):
            lengths, places = self._places(table)
            # A zero stands behind the last.
            if max(map(add, lengths, places), default=0) >= len(data):
                raise ValueError("a catalog that was cut off")
            begin = min((begin, *places))
        data[begin:].decode()
        found = [
            data[place : place + length]
            for length, place in zip(*self._places(self._keys), strict=True)
        ]
        if found != sorted(found):
            raise ValueError("a catalog that is not in order")

    def _places(self, table: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The lengths of the entries of a table, and where they begin."""
        numbers = self._numbers(table, 2 * self._count)
        return numbers[0::2], numbers[1::2]

    def _numbers(self, place: int, count: int) -> tuple[int, ...]:
        return struct.unpack_from(f"{self._order}{count}I", self._data, place)

    def text(self, context: str, text: str) -> str | None:
        """The translation of a message; ``context`` is "" for one without."""
        return self._find(_key(context, text))

    def plural(self, context: str, text: str, plural: str, number: int) -> str | None:
        """The translation of a message for a number of things."""
        forms = self._find(_key(context, text) + _FORM_END + plural)
        if forms is None:
            return None
        found = forms.split(_FORM_END)
        try:
            index = self._form(number)
        except (ArithmeticError, ValueError):  # a rule that can not be reckoned
            return None
        return found[index] if 0 <= index < len(found) else None

    def _form(self, number: int) -> int:
        if self._plural_form is None:
            self._plural_form = _plural_form(self._find("") or "")
        return self._plural_form(number)

    def _find(self, key: str) -> str | None:
        if key not in self._found:
            self._found[key] = self._searched(key.encode())
        return self._found[key]

    def _searched(self, key: bytes) -> str | None:
        first, last = 0, self._count  # the keys are sorted
        while first < last:
            middle = (first + last) // 2
            here = self._at(self._keys, middle)
            if here == key:
                return self._at(self._texts, middle).decode()
            first, last = (middle + 1, last) if here < key else (first, middle)
        return None

    def _at(self, table: int, index: int) -> bytes:
        length, place = self._numbers(table + 8 * index, 2)
        return self._data[place : place + length]


def _key(context: str, text: str) -> str:
    return f"{context}{CONTEXT_END}{text}" if context else text


def _plural_form(header: str) -> Callable[[int], int]:
    """Which form a number takes, as the catalog's header says; as in English without it."""
    import gettext  # for the few pages that count something

    for line in header.splitlines():
        name, _, value = line.partition(":")
        if name.strip().lower() == "plural-forms":
            rule = value.partition("plural=")[2].strip().rstrip(";")
            form: Callable[[int], int] = gettext.c2py(rule)
            return form
    return lambda number: int(number != 1)
