"""The same text in the two languages on the screen."""

from __future__ import annotations

from msgspec import Struct

from pdkiosk.language.message import Message


class Pair(Struct, frozen=True):
    """``first`` in the person's language, ``second`` under it in English, or empty.

    ``source``: the message that both render, if there is one; it may have a recording.
    """

    first: str
    second: str = ""
    source: Message | None = None

    @property
    def same(self) -> bool:
        """Whether the second language adds nothing to hear, such as "No" under "No"."""
        return not self.second or self.second == self.first

    def spoken(self) -> str:
        """The text for a screen reader: only in the person's language, because it has one voice."""
        return self.first or self.second

    def both(self) -> str:
        """Both texts on one line, for when it is not known yet which one the person reads."""
        if self.same or not self.first:
            return self.first or self.second
        joint = " " if self.first.rstrip()[-1:] in ".?!:" else ". "
        return f"{self.first.rstrip()}{joint}{self.second}"

    def __bool__(self) -> bool:
        return bool(self.first or self.second)


NOTHING = Pair("")
