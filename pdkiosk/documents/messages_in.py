"""Finds every message and every sentence of a paper, wherever they are."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from pdkiosk.documents.model import Sentence
from pdkiosk.language.message import Message


def messages_in(content: object) -> Iterator[Message]:
    """The messages of a document, a summary or a part of one, including nested ones."""
    if isinstance(content, Message):
        if content.text:
            yield content
        for argument in content.args.values():
            yield from messages_in(argument)
    elif isinstance(content, Struct):
        for name in content.__struct_fields__:
            yield from messages_in(getattr(content, name))
    elif isinstance(content, tuple):
        for each in content:
            yield from messages_in(each)


def sentences_in(content: object) -> Iterator[Sentence]:
    """The sentences of a document or of a part of one, in order."""
    if isinstance(content, Sentence):
        yield content
    elif isinstance(content, Struct) and not isinstance(content, Message):
        for name in content.__struct_fields__:
            yield from sentences_in(getattr(content, name))
    elif isinstance(content, tuple):
        for each in content:
            yield from sentences_in(each)
