"""The keyboard files: the shipped ones are valid, and mistakes are reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from pdkiosk import characters, resources
from pdkiosk.ui.keyboard.layout import (
    Action,
    KeyLayout,
    KeyLayouts,
    LayoutError,
    load_layout,
    load_layouts,
)
from pdkiosk.ui.keyboard.wording import WORDS, faces
from pdkiosk.vault import words
from tests.keyboard.window import layouts, signs, speaker

GOOD = """
columns = 6
[[page]]
id = "letters"
rows = [
    ["a", "b", "c", "shift", "delete:2"],
    ["symbols", "left", "right", "space", "done"],
    ["enter", "x", "y", "space"],
]
[[page]]
id = "symbols"
rows = [
    ["1", "2", "3", "blank", "delete:2"],
    ["letters", "left", "right", "space", "done"],
    ["enter", "+", "-", "space"],
]
"""


def written(folder: Path, text: str, name: str = "xx") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def good() -> str:
    # Space is once on a page.
    return GOOD.replace('"right", "space", "done"]', '"right", "blank:2", "done"]')


def test_a_sound_file(tmp_path: Path) -> None:
    layout = load_layout(written(tmp_path, good()))
    assert layout.first_page == "letters" and list(layout.pages) == ["letters", "symbols"]
    assert layout.characters() == set("abcABCxyXY123+-")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"shift"', '"shfit"', "xx.toml, page letters, row 1: there is no key 'shfit'"),
        ('"shift"', '"ch"', "there is no key 'ch'"),
        ('"shift"', '" "', "there is no key ' '"),
        ('"shift"', '""', "there is no key ''"),
        ('"b"', '"a"', "page letters: the key 'a' occurs twice"),
        ('"delete:2"', '"delete:3"', "page letters: row 1 is 7 columns wide, not 6"),
        ('"delete:2"', '"delete:x"', "'delete:x' has no sound width"),
        ('"delete:2"', '"delete:-2"', "has no sound width"),
        ('"delete:2"', '"delete:nan"', "has no sound width"),
        ('"shift", "delete:2"', '"shift:1.5", "delete:0.5", "blank"', "too narrow for a finger"),
        ('"delete:2"', '"blank:2"', "it has no key 'delete'"),
        ('"done"', '"blank"', "it has no key 'done'"),
        ('"space"]', '"blank:3"]', "it has no key 'space'"),
        ('"space"]', '"space:3"]', "space takes what its row leaves"),
        ('["symbols"', '["accents"', "turns to a page that is not there"),
        ('["letters"', '["symbols"', "turns to the page that it is on"),
        ('["letters"', '["*"', "page letters: no key turns to it"),
        ("columns = 6", "columns = 0", "it has 0 columns"),
        ("columns = 6", "", "missing required field `columns`"),
        ("columns = 6", "columns = 6\ncolour = 1", "unknown field `colour`"),
        ("columns = 6", 'columns = 6\nshifted = { q = "Q" }', "shifted: there is no key 'q'"),
        ("columns = 6", 'columns = 6\nshifted = { a = "AA" }', "the capital of 'a' is 'AA'"),
        ('"a"', '"ß"', "the capital of 'ß' is 'SS', not one sign"),
        ('id = "symbols"', 'id = "letters"', "this page occurs twice"),
        ('    ["enter", "+", "-", "space"],\n', "", "different numbers of rows"),
        ('"a", "b", "c", "shift"', '"1", "2", "3", "shift"', ""),
        ("rows = [", "rows = [[", "xx.toml: "),
        ('"a", "b"', '"a", "\\u200c"', "'\\u200c' has no shape, so it needs a row in shown"),
        ("columns = 6", 'columns = 6\nfamilies = ["aáà"]', "families: no key makes a form"),
        ("columns = 6", 'columns = 6\nlabels = { latin = "A" }', "labels: there is no key 'latin'"),
        ('"a", "b"', '"form1", "form1"', "the key 'form1' occurs twice"),
    ],
)
def test_what_is_not_sound_is_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert old in good()
    with pytest.raises(LayoutError) as raised:
        load_layout(written(tmp_path, good().replace(old, new, 1)))
        assert not fault  # a page with "x" and "y" still has capitals
        raise LayoutError("")
    assert fault in str(raised.value)
    assert not fault or str(raised.value).startswith("xx.toml")


def test_capitals_of_ones_own(tmp_path: Path) -> None:
    text = good().replace("columns = 6", 'columns = 6\nshifted = { a = "ä" }')
    assert "ä" in load_layout(written(tmp_path, text)).characters()


def test_shift_must_do_something(tmp_path: Path) -> None:
    text = good().replace('"a", "b", "c"', '"1", "2", "3"').replace('"x", "y"', '"4", "5"')
    with pytest.raises(LayoutError, match="shift would change nothing"):
        load_layout(written(tmp_path, text))


def test_the_pad_and_the_last_resort_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match=r"there is no en\.toml"):
        load_layouts(tmp_path)
    written(tmp_path, good(), "en")
    with pytest.raises(LayoutError, match=r"there is no digits\.toml"):
        load_layouts(tmp_path)
    pad = resources.read("keyboards/digits.toml").decode().replace('"a_number"', '"other"')
    written(tmp_path, pad, "digits")
    with pytest.raises(LayoutError, match="there is no page a_number"):
        load_layouts(tmp_path)
    with pytest.raises(LayoutError, match=r"gone\.toml"):
        load_layout(tmp_path / "gone.toml")


def test_spanish_has_its_accents_in_sight() -> None:
    letters = layouts()["es"].pages["letters"]
    assert [key.text for key in letters[0]][:10] == list("áéíóúüñ¿?¡")


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_names_and_letters_need_can_be_typed(language: str) -> None:
    needed = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    needed |= set("áéíóúüñÁÉÍÓÚÜÑ¿?¡!.,:;-'\"()/@#$%&+=*ºª")
    assert needed <= layouts()[language].characters()


@pytest.mark.parametrize(("first", "second"), [("es", "en"), ("en", ""), ("en", "es")])
def test_every_key_has_words_and_a_name(first: str, second: str) -> None:
    found = faces(layouts().values(), speaker(first, second))
    assert set(found) == set(Action)
    assert all(face.spoken for face in found.values())
    delete = found[Action.DELETE]
    assert delete.label.first == ("Borrar" if first == "es" else "Delete")
    assert delete.label.second == {"en": "Delete", "es": "Borrar", "": ""}[second]


def test_a_key_without_words_is_named() -> None:
    words = dict(WORDS)
    del words[Action.SHIFT]
    with pytest.raises(LayoutError, match="there are no words for 'shift'"):
        faces([layouts()["es"]], speaker("es", "en"), words)


def test_a_layout_says_which_keys_it_has() -> None:
    layout: KeyLayout = layouts()["digits"]
    assert [key.text for page, key in layout.every_key() if page == "digits" and key.text] == list(
        "1234567890"
    )


ALPHABETS = {
    "pt": "abcdefghijklmnopqrstuvwxyzáàâãçéêíóôõúü",
    "ht": "abcdefghijklmnopqrstuvwxyzèòàéôï",
    "fr": "abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ",
    "vi": "abcdđeghiklmnopqrstuvxyàảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợ"
    "ùủũúụưừửữứựỳỷỹýỵ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
    "fa": "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنهوی\u200c",
    "hi": "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौंःँ़्।",
    "pa": "ਅਆਇਈਉਊਏਐਓਔਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵੜਸਹਾਿੀੁੂੇੈੋੌੰਂੱ਼।",
    "bn": "অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহািীুূৃেৈোৌংঃঁ্ৎ।",
    "am": "ሀሁሂሃሄህሆለሉሊላሌልሎሏሐመሠረሰሸቀቋበተቸኀነኘአከኳወዐዘዠየደጀገጓጠጨጰጸፀፈፐቨ።፣",
}
"""What children learn in these languages, and what their books print."""


def test_there_is_a_keyboard_for_each_of_these_languages() -> None:
    assert set(layouts()) == {"en", "es", "digits", "zh", *ALPHABETS}


@pytest.mark.parametrize("language", ALPHABETS)
def test_the_whole_alphabet_can_be_typed(language: str) -> None:
    typed = layouts()[language].characters()
    missing = set(ALPHABETS[language]) - typed
    assert not missing
    if layouts()[language].has_capitals:
        assert set(ALPHABETS[language].upper()) <= typed | {"SS"}
    if "latin" in layouts()[language].pages:
        assert set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'-") <= typed


@pytest.mark.parametrize("language", layouts())
def test_all_that_can_be_typed_is_printed(language: str) -> None:
    assert characters.boxed(" ".join(sorted(layouts()[language].characters() - {"\u200c"}))) == ()


@pytest.mark.parametrize("language", [code for code in words._LISTS if code in layouts()])
def test_the_words_of_saved_work_can_be_typed(language: str) -> None:
    layout = layouts()[language]
    typed = set(words.plain("".join(layout.characters() | signs(layout.words))))
    listed = words._words(words.list_of(language))
    assert {sign for word in listed for sign in words.plain(word)} <= typed


def test_each_keyboard_is_read_when_it_is_needed(tmp_path: Path) -> None:
    for name in ("en", "es"):
        written(tmp_path, good(), name)
    written(tmp_path, "nonsense", "ru")
    (tmp_path / "digits.toml").write_bytes(resources.read("keyboards/digits.toml"))
    found = KeyLayouts(tmp_path)
    assert (
        found["es"].name == "es" and "ru" in found and list(found) == ["digits", "en", "es", "ru"]
    )
    with pytest.raises(LayoutError, match=r"ru\.toml"):
        found["ru"]
