"""Keyboard layouts, read from ``resources/keyboards`` and validated."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec
from msgspec import Struct

from pdkiosk.ui.keyboard.words import Words

FALLBACK = "en"  # for a language without its own keyboard
DIGITS = "digits"  # the number pad; its two pages follow
NUMBER_PAGE, A_NUMBER_PAGE = "digits", "a_number"


class LayoutError(Exception):
    """A keyboard's file is malformed; the text names the file, the page and the key."""


class Action(enum.Enum):
    """The action of a key that types nothing visible; the value is its name in the files."""

    DELETE = "delete"
    SHIFT = "shift"
    SPACE = "space"
    ENTER = "enter"
    DONE = "done"
    LEFT = "left"
    RIGHT = "right"
    LETTERS = "letters"
    SYMBOLS = "symbols"
    ACCENTS = "accents"
    LATIN = "latin"
    FURTHER = "further"

    @property
    def page(self) -> str:
        """The page that the key switches to, or ""."""
        return self.value if self in _TURNS else ""


_TURNS = frozenset({Action.LETTERS, Action.SYMBOLS, Action.ACCENTS, Action.LATIN})
_BLANK = "blank"
_NAMES = frozenset({_BLANK} | {action.value for action in Action})
_EVERYWHERE = frozenset({Action.DELETE, Action.DONE, Action.LEFT, Action.RIGHT})
_WITH_LETTERS = frozenset({Action.SPACE, Action.ENTER})
# "form1" to "form9": a key for a form of the letter before the cursor, or for a word that the
# letters before the cursor spell.
_FORM = re.compile(r"form([1-9])")
# Joiners and non-joiners are invisible but are typed in some scripts.
_TYPED_SHAPELESS = frozenset({"\u200c", "\u200d"})


class KeySpec(Struct, frozen=True):
    """A key: what it types, plain and shifted, or its action; its width in columns.

    With neither it is a gap. The width of Space is 0: it takes the rest of its row. ``form``, from
    1: replaces the letter before the cursor with that form, or the letters before it with that
    word. ``shown`` is displayed on the key if what it types is not visible by itself.
    """

    text: str = ""
    shifted: str = ""
    action: Action | None = None
    width: float = 1.0
    form: int = 0
    shown: str = ""

    @property
    def blank(self) -> bool:
        """Whether it is a gap and not a key."""
        return not self.text and self.action is None and not self.form

    @property
    def name(self) -> str:
        """Its name in the file."""
        if self.form:
            return f"form{self.form}"
        return self.action.value if self.action else self.text


Row = tuple[KeySpec, ...]


class KeyLayout(Struct, frozen=True):
    """The keyboard of one language: its pages by name; the first page is shown first.

    ``families``: letters with other forms that a key can choose, each with its forms in order;
    ``words``: what the letters before the cursor can spell; ``labels``: the label of keys that
    switch pages, if it is not the usual one.
    """

    name: str
    columns: float
    pages: Mapping[str, tuple[Row, ...]]
    families: tuple[str, ...] = ()
    labels: Mapping[str, str] = MappingProxyType({})
    words: Words | None = None

    @property
    def first_page(self) -> str:
        return next(iter(self.pages))

    @property
    def has_capitals(self) -> bool:
        """Whether its letters have capitals; otherwise Shift shows more letters."""
        letters = self.pages[self.first_page]
        return any(key.text and key.text.upper() != key.text for row in letters for key in row)

    def forms_of(self, letter: str) -> str:
        """The forms of a letter in order; "" if it has none."""
        if not letter:
            return ""
        return next((family for family in self.families if letter in family), "")

    def every_key(self) -> Iterator[tuple[str, KeySpec]]:
        """Every key with the name of its page, without gaps."""
        for name, rows in self.pages.items():
            for row in rows:
                yield from ((name, key) for key in row if not key.blank)

    def characters(self) -> set[str]:
        """All characters that keys type, without Space, line breaks and words."""
        typed = {text for _, key in self.every_key() for text in (key.text, key.shifted) if text}
        return typed | set("".join(self.families))


class _Page(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    rows: list[list[str]]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    columns: float
    page: list[_Page]
    shifted: dict[str, str] = {}
    shown: dict[str, str] = {}
    labels: dict[str, str] = {}
    families: tuple[str, ...] = ()
    words: str = ""


class KeyLayouts(Mapping[str, KeyLayout]):
    """The keyboards of a folder by name, each read on first use.

    Access raises LayoutError if a file cannot be read or is inconsistent; so does creating this for
    a folder without the number pad or the fallback keyboard.
    """

    def __init__(self, folder: Path) -> None:
        self._files = {path.stem: path for path in sorted(folder.glob("*.toml"))}
        self._read: dict[str, KeyLayout] = {}
        for name in (FALLBACK, DIGITS):
            if name not in self._files:
                raise LayoutError(f"{folder.name}: there is no {name}.toml")

    def __getitem__(self, name: str) -> KeyLayout:
        if name not in self._read:
            self._read[name] = load_layout(self._files[name])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, name: object) -> bool:
        return name in self._files


def load_layouts(folder: Path) -> dict[str, KeyLayout]:
    """All keyboards of a folder by name: a language's code, or ``DIGITS``.

    Raises LayoutError if a file cannot be read or is inconsistent, or if the number pad or the
    fallback keyboard is missing.
    """
    layouts = dict(KeyLayouts(folder))
    for page in (NUMBER_PAGE, A_NUMBER_PAGE):
        if page not in layouts[DIGITS].pages:
            raise LayoutError(f"{DIGITS}.toml: there is no page {page}")
    return layouts


def load_layout(path: Path) -> KeyLayout:
    """Reads one keyboard. Raises LayoutError with file, page and key."""
    try:
        file = msgspec.toml.decode(path.read_bytes(), type=_File)
        words = Words((path.parent / file.words).read_bytes()) if file.words else None
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as error:
        raise LayoutError(f"{path.name}: {error}") from error
    except ValueError as error:  # tomllib's own errors, and those of word lists
        raise LayoutError(f"{path.name}: {error}") from error
    pages: dict[str, tuple[Row, ...]] = {}
    for page in file.page:
        place = f"{path.name}, page {page.id}"
        if page.id in pages:
            raise LayoutError(f"{place}: this page occurs twice")
        pages[page.id] = tuple(
            tuple(_key(token, file, page.id, f"{place}, row {number}") for token in row)
            for number, row in enumerate(page.rows, 1)
        )
    layout = KeyLayout(path.stem, file.columns, pages, file.families, file.labels, words)
    problem = next(_problems(layout, file), None)
    if problem:
        raise LayoutError(f"{path.name}, {problem}")
    return layout


def _key(token: str, file: _File, page: str, place: str) -> KeySpec:
    if _one_sign(token) or token in _TYPED_SHAPELESS:
        # On the page of Latin letters a comma is the Latin one.
        changed = {} if page == Action.LATIN.page else file.shifted
        shifted = changed.get(token, token.upper())
        if not _one_sign(shifted) and shifted not in _TYPED_SHAPELESS:
            raise LayoutError(f"{place}: the capital of {token!r} is {shifted!r}, not one sign")
        if token in _TYPED_SHAPELESS and token not in file.shown:
            raise LayoutError(f"{place}: {token!r} has no shape, so it needs a row in shown")
        return KeySpec(text=token, shifted=shifted, shown=file.shown.get(token, ""))
    name, colon, width = token.partition(":")
    form = _FORM.fullmatch(name)
    if name not in _NAMES and not form:
        raise LayoutError(f"{place}: there is no key {token!r}")
    try:
        columns = float(width) if colon else 1.0
    except ValueError:
        columns = 0.0
    if not 0 < columns < 100:
        raise LayoutError(f"{place}: {token!r} has no sound width")
    if form:
        return KeySpec(form=int(form[1]), width=columns)
    if name == _BLANK:
        return KeySpec(width=columns)
    action = Action(name)
    if action is Action.SPACE:
        if colon:
            raise LayoutError(f"{place}: space takes what its row leaves, it has no width")
        columns = 0.0
    elif columns < 1:
        raise LayoutError(f"{place}: {token!r} would be too narrow for a finger")
    return KeySpec(action=action, width=columns)


def _one_sign(text: str) -> bool:
    """Whether a text is one sign to its reader: a visible character and its combining marks.

    A combining mark alone counts too.
    """
    if not text or text[0].isspace():
        return False
    if unicodedata.category(text[0]).startswith("C"):
        return False
    return all(unicodedata.category(mark) in ("Mn", "Mc", "Me") for mark in text[1:])


def _problems(layout: KeyLayout, file: _File) -> Iterator[str]:
    if not layout.pages:
        yield "it has no page"
        return
    if not 1 <= layout.columns <= 24:
        yield f"it has {layout.columns:g} columns"
    if len({len(rows) for rows in layout.pages.values()}) > 1:
        yield "its pages have different numbers of rows, so that it would jump"
    for page, rows in layout.pages.items():
        yield from (f"page {page}: {problem}" for problem in _bad_page(layout, page, rows))
    turned_to = {key.action.page for _, key in layout.every_key() if key.action and key.action.page}
    if turned_to:
        for page in layout.pages:
            if page not in turned_to:
                yield f"page {page}: no key turns to it"
    names = {key.name for _, key in layout.every_key()}
    for setting, keys in (
        ("shifted", file.shifted), ("shown", file.shown), ("labels", file.labels)
    ):  # fmt: skip
        for text in keys:
            if text not in names:
                yield f"{setting}: there is no key {text!r}"
    most = max((key.form for _, key in layout.every_key()), default=0)
    if layout.words is not None and not (most and Action.FURTHER.value in names):
        yield "words: no keys show them, or none shows further ones"
    if layout.words is None and Action.FURTHER.value in names:
        yield "there are no words of which to show further ones"
    letters: Counter[str] = Counter("".join(layout.families))
    for family in layout.families:
        if not most:
            yield "families: no key makes a form"
            return
        if any(letters[letter] > 1 for letter in family):
            yield f"families: a letter of {family!r} occurs twice"


def _bad_page(layout: KeyLayout, page: str, rows: tuple[Row, ...]) -> Iterator[str]:
    keys = [key for row in rows for key in row if not key.blank]
    actions = [key.action for key in keys if key.action]
    names = Counter(key.name for key in keys)
    for name, times in names.items():
        if times > 1:
            yield f"the key {name!r} occurs twice"
    wanted = _EVERYWHERE | (_WITH_LETTERS if layout.name != DIGITS else frozenset())
    for action in sorted(wanted - set(actions), key=lambda each: each.value):
        yield f"it has no key {action.value!r}"
    for action in actions:
        if action.page and action.page not in layout.pages:
            yield f"the key {action.value!r} turns to a page that is not there"
        if action.page == page:
            yield f"the key {action.value!r} turns to the page that it is on"
    if Action.LATIN in actions and layout.labels.get("letters", "") == "":
        yield "labels: what turns back from Latin letters needs a label"
    if Action.SHIFT in actions and all(key.text == key.shifted for key in keys):
        yield "shift would change nothing"
    for number, row in enumerate(rows, 1):
        width = sum(key.width for key in row)
        elastic = any(key.action is Action.SPACE for key in row)
        if elastic and width > layout.columns - 2:
            yield f"row {number} leaves {layout.columns - width:g} columns for space, not 2"
        elif not elastic and width != layout.columns:
            yield f"row {number} is {width:g} columns wide, not {layout.columns:g}"
        if any(key.action is Action.ENTER for key in row) and not elastic:
            yield f"row {number}: enter comes and goes, so space must be in its row"
