"""Recorded voices: which file holds a message in a language, and what its name is."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from pdkiosk import safe_files
from pdkiosk.language.message import Message

WHOLE = 0
"""In place of the number of a sentence: all of a message."""

SUFFIXES = (".ogg", ".wav")
_SLUG_LETTERS = 40
_NO_LETTERS = re.compile(r"[^a-z0-9]+")


def recordable(message: Message) -> bool:
    """Whether recordings can say all of it: nothing in it changes from person to person."""
    return "{" not in message.text and not message.plural


def recording_id(message: Message) -> str:
    """The name of a message's recording: its first words and a hash of context and English.

    The same English in another context may need other words, so it has another name.
    """
    import hashlib  # with OpenSSL: not before the first screen

    plain = unicodedata.normalize("NFKD", message.text).encode("ascii", "ignore").decode()
    slug = _NO_LETTERS.sub("-", plain.lower()).strip("-")[:_SLUG_LETTERS].rstrip("-")
    key = f"{message.context}\x04{message.text}".encode()
    return f"{slug}-{hashlib.sha256(key).hexdigest()[:8]}"


def recording_name(message: Message, number: int = WHOLE) -> str:
    """The file's name without its ending; ``number``: of one of its sentences, from 1 on."""
    return recording_id(message) + (f".{number}" if number else "")


def language_name(english_name: str) -> Message:
    """The name of a language as a message, so that it can be recorded as well."""
    return Message(text=english_name, context="language.name")


class Recordings:
    """The folder of recorded voices, ``<language>/<recording name>.ogg`` or ``.wav``.

    None is no folder: nothing is recorded. A folder that cannot be read is none.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._found: dict[str, dict[str, Path]] = {}

    def find(self, message: Message, language: str, number: int = WHOLE) -> Path | None:
        """The recording of a message in a language, .ogg before .wav; None where there is none.

        ``number``: of one of its sentences, in the text that is shown, from 1 on.
        """
        files = self.files(language)
        if not files or not recordable(message):
            return None
        path = files.get(recording_name(message, number))
        return path if path is not None and _is_file(path) else None

    def files(self, language: str) -> dict[str, Path]:
        """All recordings of a language by name; the folder is read once in a session."""
        if self._folder is None:
            return {}
        if language not in self._found:
            try:
                files = sorted((self._folder / language).iterdir(), reverse=True)
            except OSError:
                files = []
            # In reverse, so that .ogg comes last and stays.
            self._found[language] = {
                path.stem: path for path in files if path.suffix.lower() in SUFFIXES
            }
        return self._found[language]


def _is_file(path: Path) -> bool:
    """Whether the player gets a regular file that can be read: no pipe, which it would wait for."""
    try:
        with safe_files.closing(safe_files.open_file(path, follow=True)):
            return True
    except OSError:
        return False
