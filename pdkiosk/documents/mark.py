"""How a sentence names the exhibits that prove it, on paper and on the screen alike."""

from __future__ import annotations

from pdkiosk.language.message import Listing, Message

# Translators: at the end of a sentence, the exhibit that proves it. {letters} is one letter: "A".
_ONE = Message("(Exhibit {letters})", "paper.exhibits.one")
# Translators: at the end of a sentence, the exhibits that prove it. {letters}: "A, B and C".
_SEVERAL = Message("(Exhibits {letters})", "paper.exhibits.several")


def exhibit_mark(letters: tuple[str, ...]) -> Message:
    """The mark of one exhibit or of several, in brackets."""
    if len(letters) == 1:
        return _ONE(letters=letters[0])
    return _SEVERAL(letters=Listing(letters))
