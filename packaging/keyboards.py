"""Makes the keyboards of further languages from xkb-data, and lays them out for the screen.

``packaging/keyboards.py`` reads layouts of Debian's package ``xkb-data`` (the X Keyboard
Configuration Database, MIT and like licenses) through ``libxkbcommon``, as every desktop does, and
writes ``resources/keyboards/``: which letters a layout has, and in which order, is the database's;
how rows of keys are cut for fingers is ours (``docs/keyboards.md``). The same package gives the
same bytes. English, Spanish and the pad for numbers are written by hand and stay as they are.
"""

from __future__ import annotations

import ctypes
import json
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from debian_version import installed

PACKAGE = "xkb-data"
VERSION = "2.35.1-1"
"""Of the package."""

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "keyboards"
_LICENSE = Path("/usr/share/doc/xkb-data/copyright")
_COLUMNS = 12
_LEVELS = 2
_KEYS = {"AE": 12, "AD": 12, "AC": 11, "AB": 10}
_BOTTOM = ["space", "enter:2.25", "done:2"]
_DIGITS = list("1234567890")
_SIGNS = ["/", ";", "(", ")", "$", "&", "@", '"', "'"]
_MORE_SIGNS = ["#", "%", "+", "=", "*", "º", "ª", ",", ".", ":"]

Row = list[str]
Layout = dict[str, tuple[str, ...]]
"""What each key types, level by level, "" for nothing that can be seen; keys by XKB's names."""


class _Names(ctypes.Structure):
    _fields_ = [(name, ctypes.c_char_p) for name in ("rules", "model", "layout", "variant", "opt")]


def read_layout(name: str, variant: str = "") -> Layout:
    """A layout of the database. Raises OSError where the library or the database is missing."""
    xkb = ctypes.CDLL("libxkbcommon.so.0")
    for function in ("xkb_context_new", "xkb_keymap_new_from_names"):
        getattr(xkb, function).restype = ctypes.c_void_p
    symbols = ctypes.POINTER(ctypes.c_uint32)
    context = ctypes.c_void_p(xkb.xkb_context_new(0))
    names = _Names(b"evdev", b"pc105", name.encode(), variant.encode(), b"")
    keymap = ctypes.c_void_p(xkb.xkb_keymap_new_from_names(context, ctypes.byref(names), 0))
    if not keymap:
        raise OSError(f"there is no layout {name} {variant}")
    found: Layout = {}
    wanted = [f"{row}{number:02}" for row, last in _KEYS.items() for number in range(1, last + 1)]
    for key in (*wanted, "TLDE", "BKSL"):
        code = xkb.xkb_keymap_key_by_name(keymap, key.encode())
        levels = []
        for level in range(_LEVELS):
            typed = symbols()
            count = xkb.xkb_keymap_key_get_syms_by_level(
                keymap, code, 0, level, ctypes.byref(typed)
            )
            character = xkb.xkb_keysym_to_utf32(typed[0]) if count == 1 else 0
            levels.append(_visible(character))
        found[key] = tuple(levels)
    return found


def _visible(character: int) -> str:
    text = chr(character) if character >= 0x20 else ""
    return "" if text and unicodedata.category(text) in ("Cc", "Cf", "Co", "Cn") else text


def row(layout: Layout, name: str) -> Row:
    """What the keys of a row type without Shift, from left to right."""
    keys = (f"{name}{number:02}" for number in range(1, _KEYS[name] + 1))
    return [layout[key][0] for key in keys if layout[key][0]]


# ---- Latin letters -----------------------------------------------------------------------------


def latin(
    source: Layout,
    accents: Row,
    more: Row,
    *,
    middle: Row | None = None,
    families: Row | None = None,
) -> dict[str, object]:
    """Letters below a row of accents, as the Spanish keyboard has them; ``more`` beside signs."""
    upper, home, lower = (_letters(source, name) for name in ("AD", "AC", "AB"))
    wide = len(home) > 9
    sides = ["left", "right"] if wide else ["left:1.25", "right:1.25"]
    letters = [
        accents,
        [*upper, "delete:2"],
        [*([] if wide else ["blank:0.5"]), *home, *sides],
        ["shift:2", *lower, *(["'"] if len(lower) < 7 else []), ",", ".", ":"],
        ["symbols:2", *_BOTTOM],
    ]
    symbols = [
        more,
        [*_DIGITS, "delete:2"],
        ["blank:0.5", *_SIGNS, "left:1.25", "right:1.25"],
        ["shift:2", *_MORE_SIGNS],
        ["letters:2", *_BOTTOM],
    ]
    pages = {"letters": letters, "symbols": symbols}
    return {"pages": pages, "families": families or []}


def _letters(source: Layout, name: str) -> Row:
    """The letters a to z of a row."""
    return [sign for sign in row(source, name) if sign.isascii() and sign.isalpha()]


# ---- other letters, and Latin ones on a page of their own --------------------------------------


def others(
    rows: list[Row],
    extras: Row,
    signs: Row,
    *,
    label: str,
    shifted: dict[str, str] | None = None,
    shift: bool = False,
    shown: dict[str, str] | None = None,
    families: Row | None = None,
) -> dict[str, object]:
    """Three rows of letters below one of what does not fit and of signs."""
    signs = list(dict.fromkeys(signs))
    top = [*extras, *(sign for sign in signs if sign not in extras)][:8]
    here = {key for each in (*rows, top) for key in each}
    letters = [
        [*top, "left", "right", "delete:2"],
        *(_centered(each) for each in rows[:2]),
        _centered(rows[2], "shift:1.5" if shift else ""),
        ["symbols:1.5", "latin:3", *_BOTTOM],
    ]
    rest = [sign for sign in signs if sign not in here and sign not in _SIGNS][:12]
    symbols = [
        _centered(rest),
        [*_DIGITS, "delete:2"],
        ["blank:0.5", *_SIGNS, "left:1.25", "right:1.25"],
        _centered([sign for sign in _MORE_SIGNS if sign not in rest]),
        ["letters:1.5", "latin:3", *_BOTTOM],
    ]
    pages = {"letters": letters, "symbols": symbols, "latin": _latin_page()}
    changed = {
        key: value
        for key, value in (shifted or {}).items()
        if key in here and value not in here and not value.isascii()
    }
    return {
        "pages": pages,
        "labels": {"letters": label},
        "shifted": changed if shift else {},
        "shown": shown or {},
        "families": families or [],
    }


def _latin_page() -> list[Row]:
    us = read_layout("us")
    return [
        ["'", "-", ".", ",", "@", ":", "á", "ñ", "left", "right", "delete:2"],
        _centered(_letters(us, "AD")),
        _centered(_letters(us, "AC")),
        _centered(_letters(us, "AB"), "shift:2"),
        ["letters:3", "symbols:1.5", *_BOTTOM],
    ]


def _centered(keys: Row, before: str = "") -> Row:
    """A row with gaps at its ends, as wide as the keyboard."""
    taken = float(before.partition(":")[2] or 0) if before else 0.0
    rest = _COLUMNS - taken - len(keys)
    if rest < 0:
        raise ValueError(f"{len(keys)} keys are too many for a row: {keys}")
    if before:
        return [before, *keys, *([f"blank:{rest:g}"] if rest else [])]
    gap = [f"blank:{rest / 2:g}"] if rest else []
    return [*gap, *keys, *gap]


def second_levels(layout: Layout) -> dict[str, str]:
    """What Shift makes of each key."""
    return {
        levels[0]: levels[1] for levels in layout.values() if levels[0] and levels[1] != levels[0]
    }


def _script(layout: Layout, name: str, keep: Callable[[str], bool]) -> Row:
    return [sign for sign in row(layout, name) if keep(sign)]


def _within(first: int, last: int, besides: str = "") -> Callable[[str], bool]:
    return lambda sign: first <= ord(sign[0]) <= last or sign in besides


# ---- the languages -----------------------------------------------------------------------------


def portuguese() -> dict[str, object]:
    """Letters of Brazil."""
    return latin(
        read_layout("br", "nodeadkeys"),
        list("áàâãéêíóôõúç"),
        list("üñèìòäö¿?¡!-"),
    )


def haitian() -> dict[str, object]:
    """English letters, with the accents of Creole and French."""
    return latin(read_layout("us"), list("èòàéêôïç?'!-"), list("ùûîâëüñ¿«»¡…"))


def french() -> dict[str, object]:
    """AZERTY."""
    return latin(read_layout("fr"), list("éèêëàâçîïôûù"), list("œæüÿñáí?!-«»"))


def vietnamese() -> dict[str, object]:
    """The letters of the layout; its marks of tone, which combine, as forms of each vowel."""
    source = read_layout("vn")
    top = row(source, "AE")
    marks = [sign for sign in top if unicodedata.combining(sign)]
    own = [sign for sign in (*top, *row(source, "AD")) if sign.isalpha() and not sign.isascii()]
    vowels = [*"aeiouy", *(sign for sign in own if sign != "đ")]
    families = [
        "".join([vowel, *(unicodedata.normalize("NFC", vowel + mark) for mark in marks)])
        for small in vowels
        for vowel in (small, small.upper())
    ]
    forms = [f"form{number}" for number in range(1, len(marks) + 1)]
    more = list("ñçüö¿?¡!-…“”")
    return latin(source, [*own, *forms], more, families=families)


def russian() -> dict[str, object]:
    """As on any Russian keyboard."""
    source = read_layout("ru")
    rows = [_script(source, name, str.isalpha) for name in ("AD", "AC", "AB")]
    return others(rows, [source["TLDE"][0]], list(",.-?!:()«»№—;…"), label="АБВ", shift=True)


def arabic() -> dict[str, object]:
    """Letters and hamzas; the marks of vowels are among the signs."""
    source = read_layout("ara")
    keep = _within(0x620, 0x64A)
    rows = [_script(source, name, keep) for name in ("AD", "AC", "AB")]
    second = [levels[1] for levels in source.values()]
    hamzas = [sign for sign in "أإآ" if sign in second]
    marks = sorted(sign for sign in second if unicodedata.combining(sign or " "))
    return others(rows, [source["TLDE"][0], *hamzas], [*"،.؟-", *marks, *"؛«»"], label="أبت")


def farsi() -> dict[str, object]:
    """Letters and the half space; the marks of vowels are among the signs."""
    source = read_layout("ir")
    keep = _within(0x620, 0x6CC)
    rows = [_script(source, name, keep) for name in ("AD", "AC", "AB")]
    second = [levels[1] for levels in source.values()]
    extras = [sign for sign in "ژآئءؤأ" if sign in second]
    marks = sorted(sign for sign in second if sign and "ً" <= sign <= "ْ")
    joinless = "\u200c"  # it parts letters inside a word
    return others(
        rows,
        [*extras, joinless],
        ["،", ".", "؟", "-", *marks, "؛", "«"],
        label="ابپ",
        shown={joinless: "نیم\u200cفاصله"},
    )


def hindi() -> dict[str, object]:
    """InScript, the standard of India's government: half of the letters come with Shift."""
    source = read_layout("in")
    keep = _within(0x900, 0x97F, ",.")
    left_out = set("ॊॆ")  # of the languages of the south
    rows = [
        [sign for sign in _script(source, name, keep) if sign not in left_out]
        for name in ("AD", "AC", "AB")
    ]
    extras = [source["AE12"][0], source["BKSL"][0], source["AE11"][1]]
    rows[1] = [sign for sign in rows[1] if sign not in extras]
    return others(
        rows, extras, list("।?-!:()॥…“”"), label="कखग", shift=True, shifted=second_levels(source)
    )


def punjabi() -> dict[str, object]:
    """InScript in Gurmukhi."""
    source = read_layout("in", "guru")
    keep = _within(0xA00, 0xA7F, ",.")
    rows = [_script(source, name, keep) for name in ("AD", "AC", "AB")]
    extras = [source["AE03"][1], source["AB01"][1], source["AE11"][0]]
    return others(
        rows, extras, list("।?-!:()॥…“”"), label="ਕਖਗ", shift=True, shifted=second_levels(source)
    )


def bengali() -> dict[str, object]:
    """Probhat, which lays the letters out by their sound."""
    source = read_layout("bd", "probhat")
    keep = _within(0x980, 0x9FF, ",।")
    rows = [_script(source, name, keep) for name in ("AD", "AC", "AB")]
    extras = [source["AE07"][1], source["AE08"][1]]
    return others(
        rows, extras, list(".?-!:()॥…“”"), label="কখগ", shift=True, shifted=second_levels(source)
    )


def amharic() -> dict[str, object]:
    """The first form of each letter in the order of the alphabet; a key for each other form."""
    source = read_layout("et")
    typed = {sign for levels in source.values() for sign in levels if sign}
    left_out = set("ዸጘ")  # of Oromo and Bilen
    firsts = sorted(sign for sign in typed - left_out if _is_first_form(sign))
    rows = [firsts[:12], firsts[12:24], firsts[24:]]
    forms = [f"form{number}" for number in range(1, 8)]
    marks = sorted(sign for sign in typed if "፡" <= sign <= "፧")
    return others(
        rows,
        forms,
        [*(mark for mark in ("።", "፣") if mark in marks), *marks, *"?!-()"],
        label="ሀለሐ",
        families=[_ethiopic_forms(first) for first in firsts],
    )


def _is_first_form(sign: str) -> bool:
    name = unicodedata.name(sign, "")
    return name.startswith("ETHIOPIC SYLLABLE ") and ord(sign) % 8 == 0


def _ethiopic_forms(first: str) -> str:
    """The seven forms of a letter, and the one with "wa" where there is one."""
    forms = "".join(chr(ord(first) + number) for number in range(7))
    sound = unicodedata.name(first).removesuffix("A")
    for ending in ("WAA", "WA"):
        try:
            return forms + unicodedata.lookup(sound + ending)
        except KeyError:
            continue
    return forms


LANGUAGES: dict[str, tuple[str, Callable[[], dict[str, object]]]] = {
    "pt": ("br(nodeadkeys)", portuguese),
    "ht": ("us", haitian),
    "fr": ("fr", french),
    "vi": ("vn", vietnamese),
    "ru": ("ru", russian),
    "ar": ("ara", arabic),
    "fa": ("ir", farsi),
    "hi": ("in", hindi),
    "pa": ("in(guru)", punjabi),
    "bn": ("bd(probhat)", bengali),
    "am": ("et", amharic),
}
"""The languages with their layout of xkb-data."""


def keyboard(language: str) -> str:
    """The file of a language's keyboard. Raises OSError where the source is missing."""
    layout, make = LANGUAGES[language]
    made = make()
    lines = [
        f"# Made by packaging/keyboards.py from the layout {layout} of {PACKAGE} {VERSION}",
        "# (LICENSE-xkb-data.txt). Do not edit this file. en.toml says how to read it.",
        "",
        f"columns = {_COLUMNS}",
    ]
    if made.get("families"):
        lines += ["", "# A letter and its forms, in the order of the keys form1, form2 …"]
        lines += ["families = [", *(f"    {_text(each)}," for each in made["families"]), "]"]  # type: ignore[attr-defined]
    for table in ("labels", "shown", "shifted"):
        if made.get(table):
            lines += ["", f"[{table}]"]
            lines += [f"{_text(key)} = {_text(value)}" for key, value in made[table].items()]  # type: ignore[attr-defined]
    for page, rows in made["pages"].items():  # type: ignore[attr-defined]
        lines += ["", "[[page]]", f'id = "{page}"', "rows = ["]
        lines += [f"    [{_listed(each)}]," for each in rows] + ["]"]
    return "\n".join(lines) + "\n"


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(map(_text, keys))


def _text(text: str) -> str:
    """A text in TOML; what has no shape of its own is written as its number."""
    shown = json.dumps(text, ensure_ascii=False)
    return "".join(f"\\u{ord(c):04x}" if unicodedata.category(c) == "Cf" else c for c in shown)


def main() -> int:
    """Writes the keyboards and the license."""
    if (found := installed(PACKAGE)) != VERSION:
        print(f"{PACKAGE} {VERSION} is needed, not {found or 'none'}", file=sys.stderr)
        return 1
    for language in LANGUAGES:
        (FOLDER / f"{language}.toml").write_text(keyboard(language), "utf-8")
    shutil.copyfile(_LICENSE, FOLDER / "LICENSE-xkb-data.txt")
    return 0


if __name__ == "__main__":
    sys.exit(main())
