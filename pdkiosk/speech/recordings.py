"""Recorded voices: finds the file with a message in a language, and its name."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from pdkiosk import safe_files
from pdkiosk.language.message import Message

WHOLE = 0
"""In place of the number of a sentence: the whole message."""

SUFFIXES = (".ogg", ".wav")
_SLUG_LETTERS = 40
_NO_LETTERS = re.compile(r"[^a-z0-9]+")


def recordable(message: Message) -> bool:
    """Whether a message can be recorded: nothing in it changes from person to person."""
    return "{" not in message.text and not message.plural


def recording_id(message: Message) -> str:
    """The name of a message's recording: its first words and a hash of context and English.

    The same English in another context may need other words, so it gets another name.
    """
    import hashlib  # loads OpenSSL: not before the first screen

    plain = unicodedata.normalize("NFKD", message.text).encode("ascii", "ignore").decode()
    slug = _NO_LETTERS.sub("-", plain.lower()).strip("-")[:_SLUG_LETTERS].rstrip("-")
    key = f"{message.context}\x04{message.text}".encode()
    return f"{slug}-{hashlib.sha256(key).hexdigest()[:8]}"


def recording_name(message: Message, number: int = WHOLE) -> str:
    """The file name without its ending; ``number`` is that of a sentence, from 1, or ``WHOLE``."""
    return recording_id(message) + (f".{number}" if number else "")


def language_name(english_name: str) -> Message:
    """The name of a language as a message, so that it can be recorded too."""
    return Message(text=english_name, context="language.name")


class Recordings:
    """The folder of recorded voices, ``<language>/<recording name>.ogg`` or ``.wav``.

    None means that nothing is recorded; so does a folder that cannot be read.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._found: dict[str, dict[str, Path]] = {}

    def find(self, message: Message, language: str, number: int = WHOLE) -> Path | None:
        """The recording of a message in a language, .ogg before .wav; None if there is none.

        ``number`` is that of a sentence in the shown text, from 1, or ``WHOLE``.
        """
        files = self.files(language)
        if not files or not recordable(message):
            return None
        path = files.get(recording_name(message, number))
        return path if path is not None and _is_file(path) else None

    def files(self, language: str) -> dict[str, Path]:
        """All recordings of a language by name; the folder is read once per session."""
        if self._folder is None:
            return {}
        if language not in self._found:
            try:
                files = sorted((self._folder / language).iterdir(), reverse=True)
            except OSError:
                files = []
            # In reverse, so that .ogg comes last and wins.
            self._found[language] = {
                path.stem: path for path in files if path.suffix.lower() in SUFFIXES
            }
        return self._found[language]


def _is_file(path: Path) -> bool:
    """Whether it is a readable regular file: the player would wait for a pipe."""
    try:
        with safe_files.closing(safe_files.open_file(path, follow=True)):
            return True
    except OSError:
        return False
