"""The keyboards that ship are those that the converter makes of xkb-data."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def converter(name: str) -> ModuleType:
    sys.path.insert(0, str(ROOT / "packaging"))  # as for a script in that folder
    try:
        return importlib.import_module(name)
    finally:
        del sys.path[0]


MADE = converter("keyboards")
PINYIN = converter("pinyin")


@pytest.mark.parametrize("language", MADE.LANGUAGES)
def test_it_is_what_the_converter_makes(language: str) -> None:
    if MADE.installed(MADE.PACKAGE) != MADE.VERSION:
        pytest.skip(f"xkb-data {MADE.VERSION} is not installed")
    assert (MADE.FOLDER / f"{language}.toml").read_text("utf-8") == MADE.keyboard(language)


def test_what_is_not_made_is_written_by_hand() -> None:
    files = {path.stem for path in MADE.FOLDER.glob("*.toml")}
    assert files - set(MADE.LANGUAGES) == {"en", "es", "zh", "digits"}
    license = (MADE.FOLDER / "LICENSE-xkb-data.txt").read_text("utf-8")
    assert "Permission is hereby granted" in license


def test_the_words_of_the_chinese_keyboard_are_those_of_the_dictionary() -> None:
    if PINYIN.installed(PINYIN.PACKAGE) != PINYIN.VERSION:
        pytest.skip(f"{PINYIN.PACKAGE} {PINYIN.VERSION} is not installed")
    assert PINYIN.FILE.read_text("utf-8") == PINYIN.words()


def test_the_usual_word_of_a_sound_comes_first(tmp_path: Path) -> None:
    dictionary = tmp_path / "dictionary"
    dictionary.write_text(
        "# a comment\n---\nsort: by_weight\n...\n\n网\twang\t5\n王\twang\t9\n"
        "# more\n小明\txiao ming\t1\n五个字的词\twu ge zi de ci\t8\n",
        "utf-8",
    )
    assert PINYIN.words(dictionary) == "wang 王 网\nxiaoming 小明\n"
