"""Whether the next letter is a capital: by itself where a sentence begins, or by the person."""

from __future__ import annotations

import enum


class Mode(enum.Enum):
    """Who decides, and how."""

    BY_ITSELF = enum.auto()
    ONCE = enum.auto()
    LOCKED = enum.auto()
    SMALL = enum.auto()  # the person does not want the capital that would come by itself


_FOLLOWING = {
    Mode.BY_ITSELF: Mode.ONCE,
    Mode.ONCE: Mode.LOCKED,
    Mode.LOCKED: Mode.SMALL,
    Mode.SMALL: Mode.ONCE,
}


class Shift:
    """The state of the key for capitals. One touch: the next letter; a second touch: all.

    Whoever touches it where a capital comes by itself gets just that, and not a small letter.
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
        """Whether all letters are capitals until it is touched again."""
        return self.mode is Mode.LOCKED

    def touch(self) -> None:
        self.mode = _FOLLOWING[self.mode]

    def typed(self, letter: bool) -> None:
        """A sign was typed; ``letter`` when it has small and capital forms."""
        if letter and not self.locked:
            self.mode = Mode.BY_ITSELF

    def reset(self) -> None:
        """Another editor, another text."""
        self.mode = Mode.BY_ITSELF
