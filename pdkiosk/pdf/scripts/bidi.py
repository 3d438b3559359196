"""The Unicode bidirectional algorithm (UAX 9): which way each character of a paragraph runs.

It computes the levels, with isolates and paired brackets, and the visual order (rule L2). The last
step, mirroring characters, is left to the caller. The tests are Unicode's own, ``BidiTest.txt`` and
``BidiCharacterTest.txt``. It takes linear time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

# The maximum depth of explicit levels (BD2) and of the stack of open brackets (BD16).
_MAX_DEPTH = 125
_MAX_BRACKETS = 63

_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = {"LRE": "ON", "RLE": "ON", "LRO": "L", "RLO": "R"}
_REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_AS_RIGHT = {"L": "L", "R": "R", "EN": "R", "AN": "R"}

# Bidi_Paired_Bracket of Unicode 15, opening and closing in turn. Canonically equivalent ones
# (U+2329 and U+3008) are listed once.
_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSES = frozenset(_CLOSING.values())
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}


@cache
def _class_of(character: str) -> str:
    return unicodedata.bidirectional(character) or "L"


def levels(text: str, base: int | None = None) -> list[int]:
    """The embedding level of each character of one paragraph; odd levels run right to left.

    ``base`` is the level of the paragraph; if None, its first strong character decides.
    """
    classes = [_class_of(character) for character in text]
    return levels_of_classes(classes, paragraph_level(classes) if base is None else base, text)


def first_level(text: str) -> int:
    """The level of a paragraph, determined from its text (P2, P3)."""
    return paragraph_level([_class_of(character) for character in text])


def paragraph_level(classes: Sequence[str]) -> int:
    """1 if the first strong character outside of isolates runs right to left, else 0 (P2, P3)."""
    return _first_strong(classes, 0, len(classes))


def levels_of_classes(classes: Sequence[str], base: int, text: str = "") -> list[int]:
    """Like ``levels``, from bidirectional classes; without ``text``, brackets are not paired."""
    found, types = _explicit(classes, base)
    for sequence in list(_isolating_runs(classes, found, base)):
        _resolve(classes, types, found, sequence, text)
    last = base
    for index, kind in enumerate(classes):
        if kind in _REMOVED:
            found[index] = last  # it has no level of its own
        last = found[index]
    return found


def visual_order(found: Sequence[int]) -> list[int]:
    """The indexes of a line's items from left to right, given their levels (L2)."""
    order = list(range(len(found)))
    odd = [level for level in found if level & 1]
    if not odd:
        return order
    for least in range(max(found), min(odd) - 1, -1):
        start = None
        for place in range(len(order) + 1):
            inside = place < len(order) and found[order[place]] >= least
            if inside and start is None:
                start = place
            elif not inside and start is not None:
                order[start:place] = order[start:place][::-1]
                start = None
    return order


def _first_strong(classes: Sequence[str], start: int, end: int) -> int:
    depth = 0
    for index in range(start, end):
        kind = classes[index]
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


def _matching(classes: Sequence[str]) -> dict[int, int]:
    """The PDI of each isolate that has one, and the isolate of each such PDI (BD9)."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for index, kind in enumerate(classes):
        if kind in _ISOLATES:
            opened.append(index)
        elif kind == "PDI" and opened:
            start = opened.pop()
            found[start], found[index] = index, start
        elif kind == "B":
            opened.clear()
    return found


def _explicit(classes: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Levels and classes after the explicit marks (X1 to X8)."""
    found, types = [base] * len(classes), list(classes)
    if not any(kind in _ISOLATES or kind in _REMOVED or kind == "PDI" for kind in set(classes)):
        return found, types
    matching = _matching(classes)
    stack: list[tuple[int, str, bool]] = [(base, "ON", False)]
    too_many_isolates = too_many_embeddings = valid_isolates = 0
    for index, kind in enumerate(classes):
        level, override, _isolate = stack[-1]
        if kind in _EMBEDDINGS:
            found[index] = level
            new = level + 1 | 1 if kind in ("RLE", "RLO") else level + 2 & ~1
            if new <= _MAX_DEPTH and not too_many_isolates and not too_many_embeddings:
                stack.append((new, _EMBEDDINGS[kind], False))
            elif not too_many_isolates:
                too_many_embeddings += 1
        elif kind in _ISOLATES:
            found[index] = level
            if override != "ON":
                types[index] = override
            right = kind == "RLI"
            if kind == "FSI":
                end = matching.get(index, len(classes))
                right = bool(_first_strong(classes, index + 1, end))
            new = level + 1 | 1 if right else level + 2 & ~1
            if new <= _MAX_DEPTH and not too_many_isolates and not too_many_embeddings:
                valid_isolates += 1
                stack.append((new, "ON", True))
            else:
                too_many_isolates += 1
        elif kind == "PDI":
            if too_many_isolates:
                too_many_isolates -= 1
            elif valid_isolates:
                too_many_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            level, override, _isolate = stack[-1]
            found[index] = level
            if override != "ON":
                types[index] = override
        elif kind == "PDF":
            found[index] = level
            if too_many_isolates:
                pass
            elif too_many_embeddings:
                too_many_embeddings -= 1
            elif not stack[-1][2] and len(stack) > 1:
                stack.pop()
        elif kind == "B":
            found[index] = base
        else:
            found[index] = level
            if override != "ON" and kind != "BN":
                types[index] = override
    return found, types


class _Sequence:
    """An isolating run sequence: the places of its characters, its level and its neighbors."""

    def __init__(self, places: list[int], level: int, before: int, after: int) -> None:
        self.places = places
        self.level = level
        self.start = "R" if max(level, before) & 1 else "L"
        self.end = "R" if max(level, after) & 1 else "L"


def _isolating_runs(classes: Sequence[str], found: Sequence[int], base: int) -> Iterable[_Sequence]:
    """The sequences of runs of one level, joined over the isolates between them (X10)."""
    kept = [index for index, kind in enumerate(classes) if kind not in _REMOVED]
    if not kept:
        return
    runs: list[list[int]] = [[kept[0]]]
    for one, other in pairwise(kept):
        if found[one] != found[other]:
            runs.append([])
        runs[-1].append(other)
    matching = _matching(classes)
    by_first = {run[0]: run for run in runs}
    # For each run, the levels before and after it.
    around = [base, *(found[run[0]] for run in runs), base]
    level_after = {run[-1]: after for run, after in zip(runs, around[2:], strict=True)}
    for place, run in enumerate(runs):
        first = run[0]
        if classes[first] == "PDI" and first in matching:
            continue  # it continues from before its isolate
        places = list(run)
        while classes[places[-1]] in _ISOLATES and places[-1] in matching:
            following = by_first.get(matching[places[-1]])
            if following is None:
                break
            places += following
        last = places[-1]
        after = base if classes[last] in _ISOLATES else level_after[last]
        yield _Sequence(places, found[first], around[place], after)


def _resolve(
    classes: Sequence[str],
    types: list[str],
    found: list[int],
    sequence: _Sequence,
    text: str,
) -> None:
    kinds = [types[index] for index in sequence.places]
    _weak(kinds, sequence)
    if text:
        _brackets(kinds, sequence, [classes[index] for index in sequence.places], text)
    _neutral(kinds, sequence)
    odd = sequence.level & 1
    for index, kind in zip(sequence.places, kinds, strict=True):
        if odd:
            found[index] = sequence.level + (kind != "R")
        else:
            found[index] = sequence.level + {"R": 1, "L": 0}.get(kind, 2)


def _weak(kinds: list[str], sequence: _Sequence) -> None:
    """Rules W1 to W7, in place."""
    previous = strong = sequence.start
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kind = "ON" if previous in _ISOLATES or previous == "PDI" else previous
            kinds[index] = kind
        previous = kind
        if kind in ("L", "R", "AL"):
            strong = kind
            if kind == "AL":
                kinds[index] = "R"
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
    last = len(kinds) - 1
    for index in range(1, last):
        kind = kinds[index]
        if kind in ("ES", "CS"):
            before, after = kinds[index - 1], kinds[index + 1]
            if before == after and (before == "EN" or (before == "AN" and kind == "CS")):
                kinds[index] = before
    start = None  # start of a sequence of terminators
    for index, kind in enumerate([*kinds, "end"]):
        if kind == "ET":
            start = index if start is None else start
            continue
        if start is not None:
            number = kind == "EN" or (start > 0 and kinds[start - 1] == "EN")
            kinds[start:index] = ["EN" if number else "ON"] * (index - start)
            start = None
    strong = sequence.start
    for index, kind in enumerate(kinds):
        if kind in ("ES", "CS"):
            kinds[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _brackets(kinds: list[str], sequence: _Sequence, original: Sequence[str], text: str) -> None:
    """Rule N0, in place: both brackets of a pair take the direction of the text between them."""
    own = "R" if sequence.level & 1 else "L"
    for first, last in _bracket_pairs(kinds, sequence.places, text):
        inside = {_AS_RIGHT[kind] for kind in kinds[first + 1 : last] if kind in _AS_RIGHT}
        if not inside:
            continue
        direction = own
        if own not in inside:
            before = next(
                (_AS_RIGHT[kind] for kind in reversed(kinds[:first]) if kind in _AS_RIGHT),
                sequence.start,
            )
            direction = before  # the direction found inside, or our own
        for place in (first, last):
            kinds[place] = direction
            following = place + 1
            while following < len(kinds) and original[following] == "NSM":
                kinds[following] = direction
                following += 1


def _bracket_pairs(kinds: Sequence[str], places: Sequence[int], text: str) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for place, kind in enumerate(kinds):
        if kind != "ON":
            continue
        character = _CANONICAL.get(text[places[place]], text[places[place]])
        if character in _CLOSING:
            if len(opened) == _MAX_BRACKETS:
                return []
            opened.append((_CLOSING[character], place))
        elif character in _CLOSES:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == character:
                    pairs.append((opened[depth][1], place))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _neutral(kinds: list[str], sequence: _Sequence) -> None:
    """Rules N1 and N2, in place."""
    own = "R" if sequence.level & 1 else "L"
    before, start = sequence.start, None
    for index, kind in enumerate([*kinds, ""]):
        if kind in _NEUTRAL:
            start = index if start is None else start
            continue
        side = _AS_RIGHT.get(kind, sequence.end)
        if start is not None:
            kinds[start:index] = [before if before == side else own] * (index - start)
            start = None
        before = side
