"""Text in every script on paper: shaped as by HarfBuzz, read back as typed, broken correctly."""

from __future__ import annotations

import io
import json
import os
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from pdkiosk import characters, typefaces
from pdkiosk.documents.model import Document
from pdkiosk.language.message import Message, Own
from pdkiosk.pdf import Paper, render
from pdkiosk.pdf.fonts import Drawn
from pdkiosk.pdf.line import Line
from pdkiosk.pdf.scripts import shaping
from pdkiosk.pdf.sheet import Sheet
from pdkiosk.pdf.text import Direction, Gap, Span, Words, width_of, wrap
from pdkiosk.pdf.wording import Wording
from tests import needs
from tests.pdf import samples
from tests.pdf.writings import RIGHT_TO_LEFT, WRITINGS, read

SIZE, WIDTH = 11.5, 440.0
SHAPED = Path(__file__).parent / "unicode" / "hb-shape.json"


def printed(lines: list[Line]) -> bytes:
    sheet = Sheet(Paper.LETTER, "Test", "en")
    for number, line in enumerate(lines):
        x = 60.0 + (WIDTH - line.width if line.right_to_left else 0.0)
        sheet.line(x, 720.0 - 16 * number, line, SIZE)
    sheet.end_page()
    return sheet.finish().data


def by_poppler(data: bytes, tmp_path: Path) -> str:
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    return done.stdout


def lines_of(text: str, width: float = WIDTH, bold: bool = False) -> list[Line]:
    return wrap([Words(text, bold)], SIZE, width, direction=Direction.OWN)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("code", WRITINGS)
def test_what_is_read_back_is_what_was_typed(code: str, bold: bool) -> None:
    typed = WRITINGS[code]
    assert not characters.boxed(typed)
    lines = lines_of(typed, bold=bold)
    assert "".join(line.text for line in lines).replace(" ", "") == unicodedata.normalize(
        "NFC", typed
    ).replace(" ", "")
    data = printed(lines)
    by_pypdf = read(PdfReader(io.BytesIO(data)).pages[0].extract_text())
    # pypdf puts a full stop at the left end of a line, which is not turned alone, before it.
    assert by_pypdf.strip(".") == read(typed).strip(".")
    assert printed(lines_of(typed, bold=bold)) == data


@needs.poppler
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("code", WRITINGS)
def test_another_reader_reads_the_same(code: str, bold: bool, tmp_path: Path) -> None:
    data = printed(lines_of(WRITINGS[code], bold=bold))
    assert read(by_poppler(data, tmp_path)) == read(WRITINGS[code])


@pytest.mark.parametrize("code", ["vi", "quc", "ko", "bn"])
def test_both_normal_forms_are_the_same_paper(code: str) -> None:
    typed = WRITINGS[code]
    forms = [unicodedata.normalize(form, typed) for form in ("NFC", "NFD")]
    assert forms[0] != forms[1]
    assert printed(lines_of(forms[0])) == printed(lines_of(forms[1]))


def test_marks_are_where_they_belong() -> None:
    """Over and under the middle of their letter, not beside it."""
    (line,) = lines_of("x̱")
    (piece,) = line.pieces
    mark = piece.drawn[-1]
    letter = next(drawn for drawn in piece.drawn if drawn.advance > 0 and not drawn.text)
    assert mark.advance == 0.0
    assert -letter.advance < mark.x < 0.0 or 0.0 < mark.x < letter.advance


def glyphs_of(text: str, family: str) -> list[list[int]]:
    """Glyph, advance and offsets in units of the font, from left to right."""
    clusters, _bases = shaping.clusters([shaping.Piece(text, False, False)], None)
    if any(one.level & 1 for one in clusters):
        clusters = clusters[::-1]
    font = shaping.font(family, False)
    found = []
    for one in clusters:
        assert one.glyph is not None and one.glyph.font == font.key, (text, one)
        drawn = one.glyph.drawn
        for each in drawn if len(drawn) == 1 else drawn[_carriers(drawn, font.empty) :]:
            places = (each.advance, each.x, each.y)
            found.append([each.number, *(round(place / font.em) for place in places)])
    return found


def _carriers(drawn: tuple[Drawn, ...], empty: int) -> int:
    """How many of the glyphs are there to be read, before those that are there to be seen."""
    back = next(i for i, each in enumerate(drawn) if each.number == empty and each.advance <= 0)
    return back + 1


def by_hb_shape(text: str, family: str) -> list[list[int]]:
    path = typefaces.file_of(family, False)[0]
    done = subprocess.run(
        ["hb-shape", "--no-glyph-names", "--output-format=json", f"--font-file={path}", text],
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    return [[each["g"], each["ax"], each["dx"], each["dy"]] for each in found]


def words() -> list[tuple[str, str]]:
    """Words with the family that has them; what runs from right to left in whole sentences."""
    found = []
    for code, sentence in WRITINGS.items():
        text = unicodedata.normalize("NFC", sentence)
        parts = [text] if code in RIGHT_TO_LEFT else text.split()
        for part in parts:
            clusters, _bases = shaping.clusters([shaping.Piece(part, False, False)], None)
            fonts = {one.glyph.font for one in clusters if one.glyph and one.glyph.drawn}
            if len(fonts) == 1 and all(one.glyph and one.glyph.drawn for one in clusters):
                found.append((part, shaping.named(fonts.pop()).name.removesuffix("-Regular")))
    return found


def test_shapes_are_those_of_hb_shape() -> None:
    """Recorded from Debian's hb-shape: ``WRITE_GOLDEN=1`` records them again."""
    if os.environ.get("WRITE_GOLDEN"):
        recorded: dict[str, Any] = {
            f"{family} {word}": by_hb_shape(word, family) for word, family in words()
        }
        SHAPED.write_text(json.dumps(recorded, ensure_ascii=False, indent=0), encoding="utf-8")
    recorded = json.loads(SHAPED.read_text(encoding="utf-8"))
    assert len(recorded) > 90
    assert {f"{family} {word}" for word, family in words()} == set(recorded)
    for key, wanted in recorded.items():
        family, _space, word = key.partition(" ")
        assert glyphs_of(word, family) == wanted, key


def shown(text: str, room_for: str) -> list[str]:
    return [line.text for line in lines_of(text, width_of(room_for, SIZE) + 0.1)]


@pytest.mark.parametrize(
    ("text", "room", "wanted"),
    [
        ("我叫王小明", "我叫王", ["我叫王", "小明"]),
        ("我叫王小，明", "我叫王小", ["我叫王", "小，明"]),  # no line begins with a comma
        (
            "我叫「王小明」",
            "我叫「",
            ["我叫", "「王小", "明」"],
        ),  # none ends with a bracket that opens
        ("我在New York", "我在N", ["我在", "New", "York"]),
        ("ハナコーです", "ハナコ", ["ハナ", "コーで", "す"]),
        ("한국에서", "한국에", ["한국에", "서"]),
        ("ประเทศไทย", "ประเทศ", ["ประเทศ", "ไทย"]),
        ("อยู่เท", "อยู่เ", ["อยู่", "เท"]),  # a vowel before its consonant stays with it
        ("ກາເມ", "ກາເ", ["ກາ", "ເມ"]),
        ("အောင်အောင်", "အောင်အေ", ["အောင်", "အောင်"]),
        ("सुनील कुमार", "सुनील", ["सुनील", "कुमार"]),
        ("أحمد محمد", "محمد", ["أحمد", "محمد"]),
    ],
)
def test_lines_end_where_the_script_lets_them(text: str, room: str, wanted: list[str]) -> None:
    assert shown(text, room) == wanted


def test_a_word_that_is_cut_keeps_its_joins() -> None:
    whole = lines_of("محمدمحمدمحمد")[0].pieces[0].drawn
    parts = [p for line in lines_of("محمدمحمدمحمد", 20.0)[::-1] for p in line.pieces]
    assert len(parts) > 1
    assert [d.number for p in parts for d in p.drawn] == [d.number for d in whole]


def places(spans: list[Span], direction: Direction) -> list[tuple[str, float]]:
    (line,) = wrap(spans, SIZE, WIDTH, direction=direction)
    return [(piece.text, piece.x) for piece in line.pieces]


def test_a_name_in_a_sentence_leaves_the_sentence_in_order() -> None:
    name = Words("أحمد", False, True)
    found = places([Words("RE: "), name, Words(", A 123")], Direction.LEFT_TO_RIGHT)
    assert [x for _text, x in found] == sorted(x for _text, x in found)
    assert [text for text, _x in found][-1] == ", A 123"


def test_a_line_that_runs_to_the_left_has_its_end_at_the_left() -> None:
    found = dict(places([Words("رقم 2012 هنا")], Direction.RIGHT_TO_LEFT))
    assert found["2012"] > 0.0
    first = next(x for text, x in found.items() if "قر" in text or "ر" in text)
    assert first > found["2012"]


def test_a_gap_is_where_it_is_read() -> None:
    (line,) = wrap([Words("التاريخ: "), Gap(80.0)], SIZE, WIDTH, direction=Direction.RIGHT_TO_LEFT)
    assert line.gaps == [(0.0, 80.0)]
    assert line.right_to_left


def test_brackets_are_mirrored() -> None:
    last = max(lines_of("(أحمد)")[0].pieces, key=lambda piece: -piece.x)
    # At the left is what was typed last, shown as a bracket that opens.
    assert last.drawn[0].text == ")"
    font = shaping.named(last.font).font
    assert last.drawn[0].number == font.get_nominal_glyph(ord("("))


@pytest.mark.parametrize("text", ["می‌خواهم", "ශ්‍රී"])
def test_marks_that_join_and_part_have_no_box(text: str) -> None:
    assert not characters.boxed(text)
    assert characters.BOX not in lines_of(text)[0].text


@pytest.mark.parametrize("text", ["a\u200db", "a\u202eb", "\u2067x", "a\u200f"])
def test_marks_that_only_hide_have_one(text: str) -> None:
    assert characters.boxed(text)
    assert characters.BOX in lines_of(text)[0].text


def test_no_latin_letter_loads_harfbuzz() -> None:
    code = (
        "import sys; from tests.pdf import samples; from pdkiosk.pdf import *; "
        "render(samples.letter(), 'en', samples.CATALOGS, Paper.LETTER); "
        "render_summary(samples.summary([samples.row('Łódź Ж Nguyễn')]), ('es', 'en'), "
        "samples.CATALOGS, Paper.LETTER); "
        "assert 'uharfbuzz' not in sys.modules and 'pdkiosk.pdf.scripts' not in sys.modules"
    )
    import sys

    root = Path(__file__).parents[2]
    subprocess.run(
        [sys.executable, "-P", "-c", code], check=True, env=os.environ | {"PYTHONPATH": str(root)}
    )


def letter(text: str, language: str = "en") -> Document:
    return samples.document(samples.own_words(text, number=1))


def test_own_words_begin_at_the_edge_of_their_script() -> None:
    pdf = render(letter("قصتي طويلة."), "en", samples.CATALOGS, Paper.LETTER)
    found = [piece for piece in samples.positions(pdf) if "قصتي" in piece[4]]
    assert found and found[0][1] > 306.0


@pytest.mark.parametrize("name", ["ਗੁਰਪ੍ਰੀਤ" * 30, "x̱" * 200, "王小明" * 60, "محمد " * 60])
def test_a_name_that_is_too_long_for_its_line_is_cut_between_letters(name: str) -> None:
    wording = Wording(samples.CATALOGS, "en")
    message = Message("{n}, A 012 345 678")(n=Own(name))
    (line,) = wording.shortened(message, 8.0, 300.0, 1)
    shown, _comma, number = line.text.replace("\u00a0", " ").rpartition(", ")
    kept = shown.removesuffix("…").strip()
    assert number == "A 012 345 678"
    assert kept and unicodedata.normalize("NFC", name).startswith(kept)
    assert line.width <= 300.0
    follows = unicodedata.normalize("NFC", name)[len(kept) :]
    assert not unicodedata.category(follows[0]).startswith("M")
