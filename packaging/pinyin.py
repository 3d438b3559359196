"""Makes the words of the Chinese keyboard from Debian's package ``rime-data-pinyin-simp``.

``packaging/pinyin.py`` reads the dictionary of the Android Pinyin input method that the package
holds (Apache License 2.0) and writes ``resources/keyboards/pinyin.txt``: a line for each sound, its
letters and then its words of up to four characters, the usual ones first. The same package gives
the same bytes.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from debian_version import installed

PACKAGE = "rime-data-pinyin-simp"
VERSION = "0.0~git20230104.52b9c75-1"
"""Of the package."""

FILE = Path(__file__).resolve().parent.parent / "resources" / "keyboards" / "pinyin.txt"
SOURCE = Path("/usr/share/rime-data/pinyin_simp.dict.yaml")
_MOST = 4  # characters: a key has room for so many
_WITHOUT_SHAPE = "㳇"  # in none of our fonts


def words(source: Path = SOURCE) -> str:
    """The file's text. Raises OSError where the dictionary is missing."""
    sounds: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for word, pinyin, weight in _rows(source.read_text("utf-8")):
        if len(word) <= _MOST and _WITHOUT_SHAPE not in word:
            sounds[pinyin.replace(" ", "")].append((-weight, word))
    return "".join(
        f"{sound} {' '.join(word for _weight, word in sorted(found))}\n"
        for sound, found in sorted(sounds.items())
    )


def _rows(dictionary: str) -> Iterator[tuple[str, str, int]]:
    """The word, its sound and how usual it is, of each row of a dictionary of Rime."""
    _head, _end, rows = dictionary.partition("\n...\n")
    for row in rows.splitlines():
        if row and not row.startswith("#"):
            word, pinyin, weight = row.split("\t")
            yield word, pinyin, int(weight)


def main() -> int:
    """Writes the file."""
    if (found := installed(PACKAGE)) != VERSION:
        print(f"{PACKAGE} {VERSION} is needed, not {found or 'none'}", file=sys.stderr)
        return 1
    FILE.write_text(words(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
