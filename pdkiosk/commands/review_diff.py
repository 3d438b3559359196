"""``pdkiosk review diff``: shows what changed between two guide packs, for a lawyer to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from pdkiosk.commands.output import complain, say
from pdkiosk.commands.review_packs import as_folder
from pdkiosk.documents.letter import compose_letter
from pdkiosk.documents.model import Sentence
from pdkiosk.documents.packet import NoLetterError, speaker_of
from pdkiosk.documents.sentence_runs import sentence_runs
from pdkiosk.exit_codes import DONE, WRONG_INPUT
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import GuideError, load_guide
from pdkiosk.guide.model import Guide
from pdkiosk.interview.answers_file import AnswersFileError
from pdkiosk.language.catalogs import DOMAIN, SOURCE_LANGUAGE, Catalogs
from pdkiosk.language.message import Message
from pdkiosk.review.difference import (
    letter_changed,
    rules_changed,
    statements_changed,
    translations_changed,
)
from pdkiosk.review.people import people
from pdkiosk.review.translation import translated
from pdkiosk.update.refusal import Refused


def diff(old: Path, new: Path, keys: Sequence[Path] = ()) -> int:
    """Prints what changed from one pack to another.

    A pack is a folder with resources and translations, or a release file signed with one of this
    program's keys or one of ``keys``.
    """
    try:
        with as_folder(old, keys) as before, as_folder(new, keys) as after:
            return _compare(before, after)
    except Refused as refused:
        complain(f"pdkiosk: a release file that does not count: {refused}")
    except OSError as error:
        complain(f"pdkiosk: a pack that cannot be read: {error}")
    return WRONG_INPUT


def _compare(old: Path, new: Path) -> int:
    try:
        before, after = (load_guide(pack / "resources" / "guide") for pack in (old, new))
    except GuideError as error:
        complain(f"pdkiosk: a pack that this program cannot read: {error}")
        return WRONG_INPUT
    _part("Statements", statements_changed(before, after))
    _part("Rules", _rules(old, new))
    for language in _languages(new):
        _part(f"Translation: {language}", _translations(language, old, new))
    try:
        was, now = (_letters(*pack) for pack in ((before, old), (after, new)))
    except AnswersFileError as error:
        complain(f"pdkiosk: the invented people do not fit a pack: {error}")
        return WRONG_INPUT
    for name, lines in now.items():
        _part(f"Letter: {name}", letter_changed(was.get(name, []), lines))
    return DONE


def _part(title: str, changes: Iterable[str]) -> None:
    found = list(changes)
    say(f"== {title}: {f'{len(found)} changes' if found else 'no change'}")
    for change in found:
        say(change)
    say()


def _rules(old: Path, new: Path) -> Iterator[str]:
    try:
        yield from rules_changed(old, new)
    except OSError:
        yield "not compared: rules are part of the program, and one of the packs holds none"
    except (SyntaxError, msgspec.MsgspecError) as error:
        yield f"not compared: {error}"


def _languages(pack: Path) -> list[str]:
    found = (pack / "translations").glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return sorted(path.parents[1].name for path in found)


def _translations(language: str, old: Path, new: Path) -> Iterator[str]:
    try:
        before, after = (translated(pack / "translations", language) for pack in (old, new))
    except (OSError, ValueError) as error:
        yield f"not compared: {error}"
        return
    yield from translations_changed(language, before, after)


def _letters(guide: Guide, pack: Path) -> dict[str, list[str]]:
    """The English letter of each invented person, line by line. Raises AnswersFileError."""
    catalogs = Catalogs(pack / "translations")
    found = {}
    for person in people(guide, (SOURCE_LANGUAGE, *_languages(pack))):
        try:
            document = compose_letter(speaker_of(guide, person.interview), Facility())
        except NoLetterError:
            continue  # the interview stops for this person
        found[person.name] = [line for block in document.blocks for line in _said(block, catalogs)]
    return found


def _said(thing: object, catalogs: Catalogs) -> Iterator[str]:
    """The sentences of a block of a letter, in order."""
    if isinstance(thing, Sentence):
        yield "".join(run.text for run in sentence_runs(catalogs, thing, SOURCE_LANGUAGE))
    elif isinstance(thing, Message):
        yield catalogs.text(thing, SOURCE_LANGUAGE)
    elif isinstance(thing, list | tuple):
        for item in thing:
            yield from _said(item, catalogs)
    elif isinstance(thing, msgspec.Struct):
        for field in thing.__struct_fields__:
            yield from _said(getattr(thing, field), catalogs)
