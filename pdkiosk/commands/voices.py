"""``pdkiosk voices``: what a recorded voice still lacks, as a list to record from."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pdkiosk import resources
from pdkiosk.commands.stock import Stock
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.listing import Listed, listed
from pdkiosk.speech.recordings import Recordings, language_name, recordable, recording_id

COMPLETE, LACKING = 0, 1

# Printed or technical: nobody hears it. The letter is read in the language of its text, as nearly
# each of its sentences holds somebody's own facts.
_UNHEARD = (
    "pdkiosk/documents/",
    "pdkiosk/pdf/",
    "pdkiosk/desk.py",
    "pdkiosk/commands/",
    "pdkiosk/language/",
    "pdkiosk/ui/apology.py",
    "pdkiosk/ui/keyboard/",
    "resources/guide/packet.toml",
    "resources/guide/sentences.toml",
    "resources/guide/summary.toml",
)


def heard(entries: Iterable[Listed]) -> Iterator[Listed]:
    """Those texts that can be heard on some screen and that one recording can say."""
    for entry in entries:
        on_screens = [name for name in entry.files if not name.startswith(_UNHEARD)]
        if (
            on_screens
            and recordable(entry.message)
            and not entry.message.context.startswith("letter.")
        ):
            yield entry._replace(files=tuple(on_screens))


def voices(stock: Stock, language: str) -> int:
    """Prints, as CSV, what is not recorded in a language; 1 when there is anything."""
    stock.offered([language])
    folder = stock.facility.voices_folder
    recordings = Recordings(Path(folder) if folder else None)
    shown_in = stock.languages[language].text or language
    names = [
        Listed(
            language_name(each.english_name), ("resources/languages.toml",), "name of a language"
        )
        for each in stock.languages.values()
    ]
    entries = [*names, *heard(listed(resources.folder("translations")))]
    lacking = [each for each in entries if recordings.find(each.message, language) is None]
    if lacking:
        lines = csv.writer(sys.stdout)
        head = ["recording", "English", "place", "note"]
        lines.writerow(head if shown_in == SOURCE_LANGUAGE else [*head, shown_in])
        for message, files, note in lacking:
            row = [recording_id(message), message.text, " ".join(files), note]
            if shown_in != SOURCE_LANGUAGE:
                row.append(stock.catalogs.text(message, shown_in))
            lines.writerow(row)
    recorded = len(entries) - len(lacking)
    print(f"{language}: {recorded} of {len(entries)} recorded", file=sys.stderr)
    return LACKING if lacking else COMPLETE
