"""Lets Babel find the texts of the guide: every field of type ``Words``, with its comment."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import IO, Any, get_args, get_type_hints

import msgspec

from pdkiosk.guide import model

_Found = tuple[int, str, str | tuple[str, ...], list[str]]


def _translated_keys() -> frozenset[str]:
    """The names of all fields of type ``Words`` (or optional ``Words``) in the model."""
    keys = set()
    for thing in vars(model).values():
        if isinstance(thing, type) and issubclass(thing, msgspec.Struct):
            for name, hint in get_type_hints(thing).items():
                if hint is model.Words or model.Words in get_args(hint):
                    keys.add(name)
    return frozenset(keys)


def extract(
    fileobj: IO[bytes], keywords: object, comment_tags: object, options: object
) -> Iterator[_Found]:
    """Babel's extraction method for ``resources/guide/**.toml``.

    Sentences of the letter have the context ``letter.<id>``; those with two forms come twice, as
    ``letter.<id>.f`` (about a woman) and ``letter.<id>.m`` (about a man).
    """
    text = fileobj.read().decode("utf-8")
    finder = _Finder(text)
    yield from finder.walk(tomllib.loads(text), "")


class _Finder:
    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._keys = _translated_keys()

    def _line(self, words: str) -> int:
        start = words[:40]
        return next((n for n, line in enumerate(self._lines, 1) if start in line), 1)

    def walk(self, value: object, place: str, forms: bool = False) -> Iterator[_Found]:
        if isinstance(value, list):
            for item in value:
                yield from self.walk(item, place, forms)
        elif isinstance(value, dict):
            if "id" in value:
                place = f"{place} {value['id']}".strip()
            if "text" in value and "comment" in value:
                yield from self._sentence(value, forms)
                return
            for key, inner in value.items():
                if key in self._keys and isinstance(inner, str):
                    yield self._line(inner), "gettext", inner, [f"{place}: {key}"]
                else:
                    inside = place if "id" in value else f"{place} {key}".strip()
                    yield from self.walk(inner, inside, key == "forms")

    def _sentence(self, entry: dict[str, Any], forms: bool) -> Iterator[_Found]:
        contexts = [f"letter.{entry['id']}"]
        if forms:
            contexts = [f"{contexts[0]}.f", f"{contexts[0]}.m"]
        for context in contexts:
            line = self._line(entry["text"])
            comments = [entry["comment"]]
            if "plural" in entry:
                yield line, "npgettext", (context, entry["text"], entry["plural"]), comments
            else:
                yield line, "pgettext", (context, entry["text"]), comments
            for more in ("zero", "typed", "by_hand"):
                if more in entry:
                    yield line, "pgettext", (f"{context}.{more}", entry[more]), comments
