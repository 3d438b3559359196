"""The saved data of a session: answers, preferences and place; read back strictly.

A decrypted file is trusted no more than any other file: it is read with a schema, and a place or a
setting that does not exist is ignored.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct, structs

from pdkiosk.interview.answers_file import AnswersFile, AnswersFileError, write_answers
from pdkiosk.interview.answers_schema import AnswersSchema
from pdkiosk.interview.refit import Refitted, refit
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.ui.context import Context, Preferences
from pdkiosk.ui.theme.look import THEMES, TextSize

_FORMAT: Literal[1] = 1
_Short = Annotated[str, Meta(max_length=100)]
_Papers = Annotated[list[_Short], Meta(max_length=100)]


class WorkError(Exception):
    """The bytes are not work of this program version. Never contains what was typed."""


class _Saved(msgspec.Struct, frozen=True, kw_only=True):
    """The file format. Unknown keys are allowed: a later version may add more."""

    format: Literal[1]
    answers: msgspec.Raw
    first: _Short = ""
    second: _Short = ""
    text_size: _Short = ""
    theme: _Short = ""
    place: _Short = ""
    everywhere: bool = False
    printed: _Papers = []
    not_printed: _Papers = []


class Work(Struct, frozen=True):
    """A saved session as this program understands it."""

    refitted: Refitted
    preferences: Preferences
    place: str
    printed: frozenset[str]
    not_printed: frozenset[str]


def pack(context: Context, place: str) -> bytes:
    """Packs everything that another session needs to continue; ``place`` is the current step."""
    preferences = context.preferences
    answers = write_answers(AnswersFile(context.interview.answers))
    if context.saving.refitted is not None:
        answers = context.saving.refitted.with_unasked(answers)
    return msgspec.json.encode(
        _Saved(
            format=_FORMAT,
            answers=msgspec.Raw(answers),
            first=preferences.first,
            second=preferences.second,
            text_size=preferences.text_size.name,
            theme=preferences.theme.name,
            place=place,
            everywhere=preferences.everywhere,
            printed=sorted(context.printed),
            not_printed=sorted(context.not_printed),
        )
    )


def unpack(data: bytes, context: Context) -> Work:
    """Unpacks the work, as far as it fits this guide and these languages.

    Raises WorkError if it is not valid work.
    """
    try:
        saved = msgspec.json.decode(data, type=_Saved)
        schema = AnswersSchema(context.guide, tuple(context.languages))
        interview = context.interview
        refitted = refit(bytes(saved.answers), schema, interview.today, interview.confirmed)
    except (msgspec.MsgspecError, AnswersFileError, UnicodeDecodeError, RecursionError):
        raise WorkError from None
    return Work(
        refitted,
        _preferences(saved, context),
        saved.place,
        frozenset(saved.printed),
        frozenset(saved.not_printed),
    )


def restore(work: Work, context: Context) -> None:
    """Restores the work into a session."""
    context.interview.answers.replace_all(work.refitted.answers.values)
    context.saving.refitted = work.refitted
    context.preferences = work.preferences
    context.printed = set(work.printed)
    context.not_printed = set(work.not_printed)


def _preferences(saved: _Saved, context: Context) -> Preferences:
    """The person's preferences.

    Those that do not exist here, and those for listening, stay as now.
    """
    now = context.preferences
    first, second = now.first, now.second
    if saved.first in context.languages:
        first = saved.first
        known = (*context.languages, SOURCE_LANGUAGE)
        second = saved.second if saved.second in known else ""
    size = TextSize.__members__.get(saved.text_size, now.text_size)
    theme = next((theme for theme in THEMES if theme.name == saved.theme), now.theme)
    second = "" if second == first else second
    heard = context.languages.get(now.spoken)
    return structs.replace(
        now,
        first=first,
        second=second,
        text_size=size,
        theme=theme,
        spoken=now.spoken if heard is not None and heard.text == first else "",
        everywhere=saved.everywhere,
    )
