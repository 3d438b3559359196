"""Reads a compiled catalog in the format of GNU gettext (its manual, "MO Files").

The standard library decodes every text when it opens a catalog, which takes 3 to 5 ms for each
offered language. Here a text is decoded on demand; that all are present is checked at once.
"""

from __future__ import annotations

import gettext
import re
import struct
from collections.abc import Iterator
from functools import cached_property
from operator import add

_MAGIC = 0x950412DE
_HEAD = struct.Struct("<5I")
_RULE = re.compile(r"^Plural-Forms:.*\bplural=([^;\n]*)", re.MULTILINE)
_UTF_8 = re.compile(r"^Content-Type:.*\bcharset=utf-8$", re.MULTILINE | re.IGNORECASE)

NUMBERS = 120
"""How many numbers to try: the plural rules of our languages repeat after a hundred."""


class CompiledCatalog:
    """The texts of one language, each found by its key: context, English, and English plural."""

    def __init__(self, data: bytes) -> None:
        """Raises ValueError if the header is malformed or not every text is present in UTF-8."""
        try:
            magic, _version, self._count, originals, translations = _HEAD.unpack_from(data)
        except struct.error as error:
            raise ValueError("no compiled catalog") from error
        if magic != _MAGIC or not self._count:
            raise ValueError("no compiled catalog")
        self._data = data
        self._keys = _Places(data, originals, self._count)
        self._texts = _Places(data, translations, self._count)
        first = min(self._keys[0].start, self._texts[0].start)
        str(memoryview(data)[first:], "utf-8")
        header = data[self._texts[0]].decode()
        if data[self._keys[0]] or not _UTF_8.search(header):
            raise ValueError("no header that says UTF-8")
        rule = _RULE.search(header)
        try:
            self._plural = gettext.c2py(rule[1] if rule else "n != 1")
        except Exception as error:  # a single wrong letter can make it raise any exception
            raise ValueError("the rule for plurals is malformed") from error

    @cached_property
    def _numbers(self) -> dict[bytes, int]:
        return {self._data[self._keys[number]]: number for number in range(1, self._count)}

    def text(self, context: str, text: str, plural: str = "", n: int = 1) -> str:
        """The translation of a text, in the form for ``n`` if it has a plural.

        "" if it has no translation.
        """
        number = self._numbers.get(_key(context, text, plural))
        if number is None:
            return ""
        try:
            forms = self._data[self._texts[number]].decode().split("\0")
            which = self._plural(n) if plural else 0
        except (UnicodeDecodeError, ArithmeticError):  # half a letter; a division by zero
            return ""
        return forms[which] if 0 <= which < len(forms) else ""

    def writes_out(self, n: int) -> bool:
        """Whether the form for ``n`` is for no other number: then it may have it as a word."""
        try:
            form = self._plural(n)
            return all(m == n or self._plural(m) != form for m in range(NUMBERS))
        except ArithmeticError:
            return False

    def has(self, context: str, text: str, plural: str = "") -> bool:
        """Whether a text has a translation."""
        return _key(context, text, plural) in self._numbers

    def entries(self) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
        """The context, the English, its plural, and the forms of each text.

        Raises ValueError if one of them begins or ends in the middle of a UTF-8 sequence.
        """
        for key, number in self._numbers.items():
            context, _, text = key.decode().rpartition("\x04")
            english, _, plural = text.partition("\0")
            forms = self._data[self._texts[number]].decode().split("\0")
            yield context, english, plural, tuple(forms)

    def contexts(self) -> Iterator[str]:
        """The context of each text that has a translation; "" for one without."""
        return (
            key.partition(b"\x04")[0].decode(errors="replace") if b"\x04" in key else ""
            for key in self._numbers
        )


def _key(context: str, text: str, plural: str) -> bytes:
    key = f"{context}\x04{text}" if context else text
    return (f"{key}\0{plural}" if plural else key).encode()


class _Places:
    """The place of each text in a table, read from the file: building a list would be slow."""

    def __init__(self, data: bytes, table: int, count: int) -> None:
        """Raises ValueError if the table or one of its texts lies outside of the file."""
        numbers = memoryview(data)[table : table + 8 * count]
        if len(numbers) != 8 * count:
            raise ValueError("a table is missing")
        self._numbers = numbers.cast("I")
        if max(map(add, self._numbers[::2], self._numbers[1::2])) >= len(data):
            raise ValueError("a text is missing")

    def __getitem__(self, number: int) -> slice:
        length, start = self._numbers[2 * number], self._numbers[2 * number + 1]
        return slice(start, start + length)
