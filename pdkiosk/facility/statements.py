"""Splits a damaged facility file into settings the way people would read it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from msgspec import Struct

from pdkiosk.facility.settings import settings

# The sign as in TOML and YAML, or as in programming languages: ":=", "==", "+=", "=>", "->".
_ANY = re.compile(r"\s*([\"']?)([^\W\d][\w -]*?)\1\s*([+:=]*[=:]>?|->)(.*)", re.DOTALL)


class Statement(Struct, frozen=True):
    """Lines of the file that belong together; ``first`` and ``last`` count from 1.

    ``name`` and ``sign`` are what comes before ``value`` (the sign is "=", or a wrong one such as
    ":", ":=" or ""); all are "" for lines that set nothing.
    """

    first: int
    last: int
    text: str
    name: str = ""
    sign: str = ""
    value: str = ""

    def is_good(self) -> bool:
        """Whether TOML can read it."""
        return can_be_read(self.text)


def can_be_read(text: str) -> bool:
    """Whether it is TOML."""
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def statements(text: str) -> Iterator[Statement]:
    """Every setting of a file and everything between them except comments."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    at = 0
    while at < len(lines):
        if not lines[at].strip() or lines[at].lstrip().startswith("#"):
            at += 1
            continue
        end = _end(lines, at)
        yield _statement(lines, at, end)
        at = end


def line_of(text: str, name: str) -> int | None:
    """The line on which a setting begins."""
    found = statement_of(text, name)
    return found.first if found else None


def statement_of(text: str, name: str) -> Statement | None:
    """The first statement that sets a setting."""
    return next((each for each in statements(text) if name and each.name == name), None)


def _end(lines: list[str], begin: int) -> int:
    """The last line of the statement: where it can be read, else before the next statement."""
    if _begins(lines[begin]) is None:
        return begin + 1
    last = begin + 1
    for end in range(begin + 1, len(lines) + 1):
        if can_be_read("\n".join(lines[begin:end])):
            return end
        line = lines[end - 1].strip()
        if end > begin + 1 and _begins(line) is not None:
            break
        if line and not line.startswith("#"):
            last = end
    return last


def _begins(line: str) -> tuple[str, str, str] | None:
    """Name, sign and value of a line that sets something, however wrong."""
    found = _ANY.match(line)
    if found is not None:
        return found[2].strip(), found[3], found[4]
    for name in settings():
        found = re.match(rf"\s*[\"']?{name}\b[\"']?(.*)", line, re.DOTALL)
        if found is not None:
            return name, "", found[1]
    return None


def _statement(lines: list[str], begin: int, end: int) -> Statement:
    text = "\n".join(lines[begin:end])
    name, sign, value = _begins(text) or ("", "", "")
    return Statement(begin + 1, end, text, name, sign, value)
