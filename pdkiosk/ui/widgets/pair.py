"""The same words in the two languages that are on the screen together."""

from __future__ import annotations

from msgspec import Struct

from pdkiosk.language.message import Message


class Pair(Struct, frozen=True):
    """``first`` in the person's language, ``second`` under it in English, or empty.

    ``source``: the message that both say, where they say one; a recording of it may exist.
    """

    first: str
    second: str = ""
    source: Message | None = None

    @property
    def same(self) -> bool:
        """Whether the second language adds nothing to hear, as "No" under "No"."""
        return not self.second or self.second == self.first

    def spoken(self) -> str:
        """For a screen reader: in the person's language alone, as it has one voice."""
        return self.first or self.second

    def both(self) -> str:
        """Both as one line, while it is not known yet which of them the person reads."""
        if self.same or not self.first:
            return self.first or self.second
        joint = " " if self.first.rstrip()[-1:] in ".?!:" else ". "
        return f"{self.first.rstrip()}{joint}{self.second}"

    def __bool__(self) -> bool:
        return bool(self.first or self.second)


NOTHING = Pair("")
