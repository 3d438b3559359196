"""``pdkiosk voices``.

Lists what is still missing from a recorded voice, as a list to record from.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pdkiosk import resources
from pdkiosk.commands.output import complain, say
from pdkiosk.commands.stock import Stock
from pdkiosk.exit_codes import DONE, FAILED
from pdkiosk.language.all_texts import ListedText, all_texts
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.languages import Language
from pdkiosk.language.message import Message
from pdkiosk.speech.recordings import (
    WHOLE,
    Recordings,
    language_name,
    recordable,
    recording_name,
)
from pdkiosk.speech.sentences import split

# Printed or technical texts that nobody hears. The letter is read in the language of its text:
# nearly every sentence contains the person's own facts, which no recording can say.
_PRINTED = (
    "pdkiosk/documents/",
    "pdkiosk/pdf/",
    "pdkiosk/commands/",
    "pdkiosk/language/",
    "resources/guide/packet.toml",
    "resources/guide/sentences.toml",
    "resources/guide/summary.toml",
)
# Not part of a page, so not read aloud.
_BESIDE_PAGES = (
    "pdkiosk/ui/faults/out_of_order.py",
    "pdkiosk/ui/keyboard/",
    "pdkiosk/ui/reading/strip.py",
    "pdkiosk/ui/faults/after_failure.py",
)
# The rooms whose words appear only on the staff page, which is never read aloud.
_STAFF = (
    "pdkiosk/facility/",
    "pdkiosk/staff/",
    "pdkiosk/ui/staff/",
    "pdkiosk/update/",
)
_UNHEARD = (*_PRINTED, *_BESIDE_PAGES, *_STAFF)


def heard(entries: Iterable[ListedText]) -> Iterator[ListedText]:
    """The texts that can be heard on some screen and that can be recorded."""
    for entry in entries:
        on_screens = [name for name in entry.files if not name.startswith(_UNHEARD)]
        if on_screens and recordable(entry.message) and not _in_the_letter_alone(entry.message):
            yield entry._replace(files=tuple(on_screens))


def _in_the_letter_alone(message: Message) -> bool:
    """Whether a text is only in the letter; labels of lines to fill in also appear beside it."""
    return message.context.startswith("letter.") and not message.context.endswith(".by_hand")


def to_record(languages: Mapping[str, Language]) -> list[ListedText]:
    """All texts that a recorded voice needs."""
    names = [
        ListedText(
            language_name(each.english_name), ("resources/languages.toml",), "name of a language"
        )
        for each in languages.values()
    ]
    return [*names, *heard(all_texts(resources.folder("translations")))]


def voices(stock: Stock, language: str) -> int:
    """Prints as CSV what is not recorded yet in a language; returns 1 if anything is missing."""
    stock.offered([language])
    folder = stock.facility.voices_folder
    recordings = Recordings(Path(folder) if folder else None)
    shown_in = stock.languages[language].text or language
    head = ["recording", "English", "place", "note"]
    if shown_in != SOURCE_LANGUAGE:
        head.append(shown_in)
    entries = to_record(stock.languages)
    rows = []
    incomplete = 0
    played: set[str] = set()
    for message, files, note in entries:
        text = stock.catalogs.text(message, shown_in)
        sentences = [text[start : start + length] for start, length in split(text)]
        parts = {WHOLE: text, **dict(enumerate(sentences, 1))}
        played.update(recording_name(message, number) for number in parts)
        lacking = [n for n in parts if recordings.find(message, language, n) is None]
        if WHOLE not in lacking or lacking == [WHOLE]:
            continue
        incomplete += 1
        # A text that was begun sentence by sentence is continued that way.
        for number in [WHOLE] if len(lacking) == len(parts) else lacking[1:]:
            english = parts[number] if shown_in == SOURCE_LANGUAGE else message.text
            row = [recording_name(message, number), english, " ".join(files), note, parts[number]]
            rows.append(row[: len(head)])
    if rows:
        table = io.StringIO()
        csv.writer(table).writerows([head, *rows])
        say(table.getvalue().removesuffix("\n"))
    recorded = len(entries) - incomplete
    complain(f"{language}: {recorded} of {len(entries)} recorded")
    for name in sorted(recordings.files(language).keys() - played):
        complain(f"{language}: {name} is never played")
    return FAILED if incomplete else DONE
