"""The interface of a voice: speaks one utterance at a time and reports how it ended."""

from __future__ import annotations

import enum
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from msgspec import Struct


class Trouble(enum.Enum):
    """Why nothing is heard."""

    NO_SPEECH = enum.auto()  # this machine has no speech, or it does not answer
    NO_VOICE = enum.auto()  # it speaks, but not this language


class Utterance(Struct, frozen=True):
    """A sentence to be heard. ``recording``, if there is one, is played instead of the text.

    ``rate`` is -1 (slowest) to 1, ``volume`` 0 to 1.
    """

    text: str
    language: str
    rate: float = 0.0
    volume: float = 1.0
    recording: Path | None = None

    def __repr__(self) -> str:
        return "Utterance()"  # the text may be a person's answer: never in a log


class Voice(Protocol):
    """A voice.

    Pausing means stopping, resuming means repeating the sentence: see docs/voices.md.
    """

    def listen(self, finished: Callable[[], None], failed: Callable[[Trouble], None]) -> None:
        """Sets the functions to call when an utterance has ended, or why it failed.

        Nothing is reported for an utterance that was stopped or cut short by the next one.
        """

    def say(self, utterance: Utterance) -> None:
        """Says an utterance, interrupting the current one. Returns at once."""

    def stop(self) -> None:
        """Stops speaking at once."""

    def close(self) -> None:
        """Stops speaking and forgets everything; can be used again."""


class NoVoice:
    """A machine without speech: reports that for each utterance."""

    def __init__(self) -> None:
        self._failed: Callable[[Trouble], None] = lambda trouble: None

    def listen(self, finished: Callable[[], None], failed: Callable[[Trouble], None]) -> None:
        self._failed = failed

    def say(self, utterance: Utterance) -> None:
        self._failed(Trouble.NO_SPEECH)

    def stop(self) -> None:
        """Does nothing."""

    def close(self) -> None:
        """Does nothing."""
