"""Where a line may end in scripts that do not put spaces between words.

Between ideographs, kana and Hangul syllables, but never before a closing mark or after an opening
one (UAX 14: CL, CP, EX, NS, OP; the rules of Chinese and Japanese typesetting). In Thai, Lao, Khmer
and Burmese between clusters that HarfBuzz considers safe to break: finding words would take a
dictionary, which we do not have. In all other scripts lines end at spaces.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_WIDE = re.compile(
    "[\u2e80-\u2fff\u3003-\u3007\u3012-\u3013\u3020-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff10-\uff9f"
    "\U00020000-\U0003ffff]"
)
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f]"
)
# These never begin a line: closing punctuation, small kana, iteration and length marks.
_CLOSING = frozenset(
    "\u00a0!%),.:;?]}\u00a2\u00b0\u00bb\u2010\u2013\u2014\u2019\u201d\u2026\u2030\u2032\u2033\u2103"
    "、。，．・：；！？％）］｝｠｡｣､･ﾞﾟ々〻ー〜ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶｧｨｩｪｫｬｭｮｯｰ"
    "\u0e2f\u0e46\u0eaf\u0ec6\u104a\u104b\u17d4\u17d5\u17d6\u17d7\u17d8\u17da"
)
_OPENING = frozenset("\u00a0$([{\u00a3\u00a5\u00ab\u00bf\u00a1\u2018\u201c＄（［｛｟｢￡￥")
# Thai and Lao write these vowels before the consonant that they are spoken after.
_VOWELS_BEFORE = frozenset("เแโใไເແໂໃໄ")
# These end the syllable of the letter before them: Burmese asat and virama.
_ENDS_SYLLABLE = re.compile("[\u1039\u103a]")


def is_unspaced(text: str) -> bool:
    """Whether a text has letters of a script without spaces between words."""
    return _UNSPACED.search(text) is not None


def has_breaks(text: str) -> bool:
    """Whether a line of the text could end anywhere other than at a space."""
    return is_unspaced(text) or _WIDE.search(text) is not None


def may_break(before: str, after: str, safe: bool) -> bool:
    """Whether a line may end between two clusters, neither of which is a space.

    ``safe`` is whether the shaping of the second does not depend on the first.
    """
    first, last = after[0], before[-1]
    if first in _CLOSING or last in _OPENING or _kind(first) == "close" or _kind(last) == "open":
        return False
    if _WIDE.match(first) or _WIDE.match(before[0]):
        return True
    if not _UNSPACED.match(first) or not _UNSPACED.match(before[0]):
        return False
    return safe and last not in _VOWELS_BEFORE and not _ENDS_SYLLABLE.search(after)


@cache
def _kind(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Pe", "Pf") or category.startswith("M"):
        return "close"
    return "open" if category in ("Ps", "Pi") else ""
