"""Writing Chinese by touch: letters spell words, and touching a word replaces the letters."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pdkiosk import characters, resources
from pdkiosk.ui.keyboard.layout import Action, LayoutError, load_layout
from pdkiosk.ui.keyboard.words import Choice, Words
from tests.keyboard.conftest import MakeWindow
from tests.keyboard.test_scripts import named, window_in
from tests.keyboard.window import Window, layouts, signs

WORDS = layouts()["zh"].words
assert WORDS is not None
SMALL = Words("an 安 按\nwang 王 网 望\nwo 我\nxi 西\nxian 先 西安\nxiaoming 小明\n".encode())


def shown(window: Window) -> list[str]:
    return [named(window, f"form{number}").accessibleName() for number in range(1, 7)]


def choose(window: Window, word: str) -> None:
    """Looks through what the letters can be, and touches the word."""
    for _time in range(80):
        if word in shown(window):
            key = named(window, f"form{shown(window).index(word) + 1}")
            window.touch(window.middle(key))
            return
        window.tap(Action.FURTHER)
    raise AssertionError(f"{word} is not among the words")


def test_a_name_is_written_by_its_sound(make_window: MakeWindow) -> None:
    window = window_in(make_window, "zh")
    editor = window.line.editor
    window.open_at(editor)
    seen: list[str] = []
    window.line.changed.connect(seen.append)
    window.writes("wangxiaoming")
    choose(window, "王")
    assert editor.text() == "王xiaoming"
    choose(window, "小明")
    assert editor.text() == "王小明"
    assert len(seen) == len("wangxiaoming") + 2, "each word is one change"


@pytest.mark.parametrize(
    ("typed", "words"),
    [("xian", ["先", "西安", "西"]), ("xianw", ["先", "西安", "西"]), ("q", []), ("", [])],
)
def test_all_letters_first_then_fewer(typed: str, words: list[str]) -> None:
    assert [choice.text for choice in SMALL.spelled_by(typed)] == words


def test_a_word_says_how_many_letters_it_takes() -> None:
    assert SMALL.spelled_by("xianwo")[:3] == [Choice("先", 4), Choice("西安", 4), Choice("西", 2)]


def test_letters_that_spell_nothing_show_what_there_can_be_without_effect(
    make_window: MakeWindow,
) -> None:
    window = window_in(make_window, "zh")
    window.open_at(window.line.editor)
    assert WORDS is not None
    assert tuple(shown(window)) == WORDS.sample[:6]
    window.touch(window.middle(named(window, "form1")))
    window.writes("v")
    window.touch(window.middle(named(window, "form1")))
    assert window.line.editor.text().lower() == "v"


def test_others_come_round_again_and_a_letter_begins_with_the_first(
    make_window: MakeWindow,
) -> None:
    window = window_in(make_window, "zh")
    window.open_at(window.line.editor)
    window.writes("niu")
    first, seen = shown(window), set(shown(window))
    for _time in range(30):
        window.tap(Action.FURTHER)
        if shown(window) == first:
            break
        seen |= set(shown(window))
    assert shown(window) == first and {"牛", "钮", "你"} <= seen
    window.tap(Action.FURTHER)
    window.writes(" ni")
    assert shown(window)[0] == "你"


def test_a_capital_spells_too_and_latin_names_stay_as_typed(make_window: MakeWindow) -> None:
    window = window_in(make_window, "zh")
    editor = window.area.editor
    window.open_at(editor)
    window.writes("Wo")
    choose(window, "我")
    window.writes("，Wang Xiaoming。")
    assert editor.toPlainText() == "我，Wang Xiaoming。"


def test_in_the_middle_of_a_text_only_the_letters_before_the_cursor_count(
    make_window: MakeWindow,
) -> None:
    window = window_in(make_window, "zh")
    editor = window.line.editor
    editor.setText("A 12 号wangli")
    window.open_at(editor)
    editor.setCursorPosition(len("A 12 号wang"))
    window.settle()
    choose(window, "王")
    assert editor.text() == "A 12 号王li" and editor.cursorPosition() == len("A 12 号王")


def test_nothing_of_what_is_written_is_remembered(make_window: MakeWindow) -> None:
    assert WORDS is not None
    before = WORDS.spelled_by("yi")
    window = window_in(make_window, "zh")
    window.open_at(window.line.editor)
    window.writes("yi")
    choose(window, before[40].text)
    window.line.editor.clear()
    window.writes("yi")
    assert shown(window) == [choice.text for choice in before[:6]]
    assert WORDS.spelled_by("yi") == before
    assert set(vars(WORDS)) == {"_data", "sample"}


def test_every_word_can_be_printed_and_its_letters_typed() -> None:
    assert WORDS is not None
    lines = WORDS._data.decode().strip("\n").splitlines()
    assert lines == sorted(lines, key=lambda line: line.split(" ")[0]) and len(lines) > 30_000
    sounds = [line.split(" ")[0] for line in lines]
    assert len(set(sounds)) == len(sounds)
    assert all(sound.isascii() and sound.isalpha() and sound.islower() for sound in sounds)
    assert len(signs(WORDS)) > 15_000
    assert not characters.boxed("".join(sorted(signs(WORDS))))


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('words = "pinyin.txt"', "", "there are no words"),
        ('words = "pinyin.txt"', 'words = "none.txt"', "none.txt"),
        ("further:1.5", "blank:1.5", "no keys show them"),
    ],
)
def test_a_layout_that_does_not_fit_its_words_is_refused(
    tmp_path: Path, before: str, after: str, problem: str
) -> None:
    folder = resources.path("keyboards")
    (tmp_path / "pinyin.txt").write_text("wo 我\n", "utf-8")
    text = (folder / "zh.toml").read_text("utf-8")
    assert before in text
    (tmp_path / "zh.toml").write_text(text.replace(before, after), "utf-8")
    with pytest.raises(LayoutError, match=problem):
        load_layout(tmp_path / "zh.toml")


@pytest.mark.parametrize("data", [b"", b"wo\n", b"wo \xff\n"])
def test_words_that_are_not_sound_are_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "pinyin.txt").write_bytes(data)
    shutil.copy(resources.path("keyboards") / "zh.toml", tmp_path)
    with pytest.raises(LayoutError, match=r"zh\.toml"):
        load_layout(tmp_path / "zh.toml")
