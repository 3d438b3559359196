"""What a voice can do, whoever speaks: one utterance at a time, and it says how that ended."""

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
    """A sentence to be heard. ``recording`` takes the place of the text where there is one.

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
    """Speaks. To pause is to stop, to go on is to say the sentence again: see docs/voices.md."""

    def listen(self, finished: Callable[[], None], failed: Callable[[Trouble], None]) -> None:
        """Who is told when an utterance came to its end, or why it did not.

        An utterance that was stopped, or cut short by the next one, tells nothing.
        """

    def say(self, utterance: Utterance) -> None:
        """Says it instead of what is being said. Returns at once."""

    def stop(self) -> None:
        """Is silent at once."""

    def close(self) -> None:
        """Is silent and forgets all; it can speak again."""


class NoVoice:
    """A machine without speech: says so each time."""

    def __init__(self) -> None:
        self._failed: Callable[[Trouble], None] = lambda trouble: None

    def listen(self, finished: Callable[[], None], failed: Callable[[Trouble], None]) -> None:
        self._failed = failed

    def say(self, utterance: Utterance) -> None:
        self._failed(Trouble.NO_SPEECH)

    def stop(self) -> None:
        """There is nothing to stop."""

    def close(self) -> None:
        """There is nothing to forget."""
