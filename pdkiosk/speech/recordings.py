"""Recorded voices: which file holds a message in a language, and what its name is."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from pdkiosk.language.message import Message

SUFFIXES = (".ogg", ".wav")
_SLUG_LETTERS = 40
_NO_LETTERS = re.compile(r"[^a-z0-9]+")


def recordable(message: Message) -> bool:
    """Whether one recording can say all of it: nothing in it changes from person to person."""
    return "{" not in message.text and not message.plural


def recording_id(message: Message) -> str:
    """The name of a message's recording: its first words and a hash of context and English.

    The same English in another context may need other words, so it has another name.
    """
    import hashlib  # it loads OpenSSL, and the start screen needs no file's name

    plain = unicodedata.normalize("NFKD", message.text).encode("ascii", "ignore").decode()
    slug = _NO_LETTERS.sub("-", plain.lower()).strip("-")[:_SLUG_LETTERS].rstrip("-")
    key = f"{message.context}\x04{message.text}".encode()
    return f"{slug}-{hashlib.sha256(key).hexdigest()[:8]}"


def language_name(english_name: str) -> Message:
    """The name of a language as a message, so that it can be recorded as well."""
    return Message(text=english_name, context="language.name")


class Recordings:
    """The folder of recorded voices, ``<language>/<recording id>.ogg`` or ``.wav``.

    None is no folder: nothing is recorded. A folder that can not be read is none.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._found: dict[str, dict[str, Path]] = {}

    def find(self, message: Message, language: str) -> Path | None:
        """The recording of a message in a language, .ogg before .wav; None where there is none."""
        if not recordable(message):
            return None
        return self._of(language).get(recording_id(message))

    def _of(self, language: str) -> dict[str, Path]:
        """All recordings of a language by id; the folder is read once in a session."""
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
