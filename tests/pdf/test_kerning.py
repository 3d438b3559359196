"""Letters are kerned as their font says, and drawn as measured."""

from __future__ import annotations

import contextlib
import importlib.util
import re
from pathlib import Path

import pytest
import uharfbuzz as hb

from pdkiosk import resources
from pdkiosk.pdf import fonts, styles
from pdkiosk.pdf.sheet import Sheet
from pdkiosk.pdf.text import Gap, Words, width_of, wrap
from tests.pdf import samples

FACES = {"AtkinsonHyperlegibleNext-Regular": False, "AtkinsonHyperlegibleNext-Bold": True}
TEXTS = [
    "Respectfully, Tomás Ávalos",
    "AVATAR «Yo» (f) 7.4",
    "Yatziri Xol-Tzoc",
    "Toda mi familia vive en Tyler, TX.",
]


def shaped(name: str, text: str) -> float:
    """What HarfBuzz makes of it, in ems, without ligatures."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(resources.path(f"fonts/{name}.ttf"))))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {"liga": False, "clig": False, "calt": False, "ccmp": False})
    units = sum(int(position.x_advance) for position in buffer.glyph_positions)
    return units / int(font.face.upem)


@pytest.mark.parametrize("name", FACES)
def test_the_file_says_what_the_font_says(name: str) -> None:
    made_by = Path(__file__).parents[2] / "packaging" / "fonts.py"
    spec = importlib.util.spec_from_file_location("fonts_of_packaging", made_by)
    assert spec and spec.loader
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    kept = resources.path(f"fonts/kerning-{name}.txt").read_text("utf-8")
    assert kept == maker.kerning(resources.path(f"fonts/{name}.ttf"))


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", FACES)
def test_words_are_as_wide_as_harfbuzz_makes_them(name: str, text: str) -> None:
    face = fonts.face(FACES[name])
    for word in re.findall(r"[^ -]+", text):
        kerns_too_small_to_be_seen = 0.01 * len(word)
        assert face.width(word) == pytest.approx(shaped(name, word), abs=kerns_too_small_to_be_seen)
    plain = sum(face.glyph(letter).advance for letter in text)
    assert face.width(text) < plain


def test_no_letter_comes_nearer_to_a_space_or_a_dash() -> None:
    """A line may end there: its words are as wide wherever it ends."""
    face = fonts.face(False)
    for between in " -–—":
        sides = face.width("AV") + face.width(between) + face.width("AV")
        assert face.width(f"AV{between}AV") == pytest.approx(sides)


def drawn(*spans: Words | Gap, width: float = 400.0) -> tuple[str, list[float]]:
    """The text of a page with these spans, and how wide each line is by its own operators."""
    sheet = Sheet(styles.Paper.LETTER, "Kerning", "en")
    lines = wrap(spans, 11.0, width)
    for number, line in enumerate(lines):
        sheet.line(72, 700 - 20 * number, line, 11.0)
    sheet.end_page()
    page = samples.reader(sheet.finish()).pages[0]
    contents = page.get_contents()
    assert contents is not None
    nearer = re.compile(rb"\)(-?\d+)\(")
    moves = [
        sum(int(kern) for kern in nearer.findall(operators)) / 1000 * 11.0
        for operators in contents.get_data().split(b" Tm ")[2:]  # after that of the page
    ]
    plain = [
        sum(fonts.face(False).glyph(letter).advance for letter in line.text) * 11.0
        for line in lines
    ]
    for line, move, bare in zip(lines, moves, plain, strict=True):
        assert line.width == pytest.approx(bare - move)
    return page.extract_text(), moves


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_measured_is_drawn_and_read_back(text: str) -> None:
    read, moves = drawn(Words(text))
    assert read == text
    assert moves[0] > 0


def test_signs_of_the_file_format_stay_signs() -> None:
    read, _moves = drawn(Words(r"To (Yo) T\o (( )) AV\(AV)"))
    assert read == r"To (Yo) T\o (( )) AV\(AV)"


def test_a_word_that_is_cut_anywhere_is_not_wider_than_its_column() -> None:
    _read, moves = drawn(Words("AVAVAVAVAVAVAVAVAVAVAVAVAV"), width=60.0)
    assert moves == [0.0] * len(moves)


def test_a_name_in_a_sentence_keeps_its_distance() -> None:
    """What is another span is measured alone, and drawn so."""
    drawn(Words("To "), Words("Ava", isolated=True), Words(", Yo"))


def test_latin_letters_among_others_are_kerned_as_well() -> None:
    alone, mixed = (
        wrap([Words(text)], 11.0, 400.0)[0].pieces[0] for text in ("To Tomás:", "To Tomás: أحمد")
    )
    assert mixed.text.strip() == alone.text
    assert mixed.kerns == alone.kerns != ()


def test_a_letter_of_another_font_in_a_word_keeps_the_others_kerned() -> None:
    (line,) = wrap([Words("AVAṰAV")], 11.0, 400.0)
    assert [piece.kerns for piece in line.pieces if piece.text == "AVA"] == [((1, -40), (2, -40))]
    assert width_of("“7'", 11.0) + width_of("\x94", 11.0) + width_of("”", 11.0) == pytest.approx(
        wrap([Words("“7'\x94”")], 11.0, 400.0)[0].width
    )


def test_more_than_256_letters_of_a_font() -> None:
    letters = [chr(code) for code in range(0xC0, 0x180)]
    every = [letter for letter in letters if fonts.face(False).glyph(letter).font in FACES]
    text = " ".join(f"T{letter}" for letter in every)
    read, _moves = drawn(Words(text), width=4000.0)
    assert read.split() == text.split()


def test_a_shorter_way_to_measure_says_the_same() -> None:
    for text in TEXTS:
        assert width_of(text, 11.0) == pytest.approx(fonts.face(False).width(text) * 11.0)
        assert wrap([Words(text)], 11.0, 400.0)[0].width == pytest.approx(width_of(text, 11.0))


def test_words_are_remembered_only_while_papers_are_made() -> None:
    face = fonts.face(False)
    with fonts.each_word_once():
        with fonts.each_word_once():
            assert face.word("Tomás") is face.word("Tomás")
        assert face.word("Tomás") is face.word("Tomás")
    assert face.word("Tomás") is not face.word("Tomás")
    with contextlib.suppress(ZeroDivisionError), fonts.each_word_once():
        print(1 / 0)
    assert "Tomás" not in repr(vars(face))
