"""Decides whether the next letter is a capital: automatically or by the person's choice."""

from __future__ import annotations

import enum


class Mode(enum.Enum):
    """Who decides about capitals, and how."""

    BY_ITSELF = enum.auto()
    ONCE = enum.auto()
    LOCKED = enum.auto()
    SMALL = enum.auto()  # the person does not want the automatic capital


_FOLLOWING = {
    Mode.BY_ITSELF: Mode.ONCE,
    Mode.ONCE: Mode.LOCKED,
    Mode.LOCKED: Mode.SMALL,
    Mode.SMALL: Mode.ONCE,
}


class Shift:
    """The state of the Shift key. One touch: the next letter; a second touch: all letters.

    Touching it where a capital comes automatically gives just that, not a lowercase letter.
    """

    def __init__(self) -> None:
        self.mode = Mode.BY_ITSELF
        self.begins = False

    @property
    def capital(self) -> bool:
        """Whether the next letter is a capital."""
        if self.mode is Mode.BY_ITSELF:
            return self.begins
        return self.mode is not Mode.SMALL

    @property
    def locked(self) -> bool:
        """Whether all letters are capitals until the key is touched again."""
        return self.mode is Mode.LOCKED

    def touch(self) -> None:
        self.mode = _FOLLOWING[self.mode]

    def typed(self, letter: bool) -> None:
        """A character was typed; ``letter`` if it has lowercase and capital forms."""
        if letter and not self.locked:
            self.mode = Mode.BY_ITSELF

    def reset(self) -> None:
        """Resets the state for another editor with another text."""
        self.mode = Mode.BY_ITSELF
