"""Every text of the program as a message, with the files it is in, read from the template."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pdkiosk.language.catalogs import TEMPLATE_NAME
from pdkiosk.language.extraction import read_catalog
from pdkiosk.language.message import Message


class ListedText(NamedTuple):
    """A message, the files it is in, and the comment for translators."""

    message: Message
    files: tuple[str, ...]
    note: str


def all_texts(folder: Path) -> Iterator[ListedText]:
    """The texts of the template in a folder of translations, in order.

    Raises OSError or ValueError when the template cannot be read.
    """
    for entry in read_catalog(folder / TEMPLATE_NAME):
        if not entry.id:
            continue
        text, plural = (entry.id, "") if isinstance(entry.id, str) else entry.id[:2]
        message = Message(text, entry.context or "", plural=plural)
        files = tuple(dict.fromkeys(str(place) for place, _ in entry.locations))
        note = " ".join(entry.auto_comments).removeprefix("Translators: ")
        yield ListedText(message, files, note)
