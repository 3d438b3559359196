"""Something in a guide that does not fit."""

from __future__ import annotations

from msgspec import Struct

from pdkiosk.guide.lookup import Place


class Problem(Struct, frozen=True):
    """What does not fit, and where."""

    place: Place
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"
