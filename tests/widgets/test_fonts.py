"""The shipped fonts: complete, licensed, correctly listed, and used by the screen."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import uharfbuzz as hb
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextLayout, QTextOption

from pdkiosk import characters, resources, typefaces
from pdkiosk.ui.theme.fonts import families, load_fonts
from pdkiosk.ui.theme.look import Look, TextRole
from tests.pdf.writings import WRITINGS

ROOT = Path(__file__).parents[2]
FONTS = resources.path("fonts")
_MEGABYTE = 1_000_000


def files() -> list[Path]:
    return sorted(FONTS.glob("*.ttf"))


def characters_of(path: Path) -> set[int]:
    return set(hb.Face(path.read_bytes()).unicodes)


def test_the_list_says_what_the_fonts_have() -> None:
    known = set()
    for family in typefaces.families():
        regular, _weight = typefaces.file_of(family, False)
        bold, is_bold = typefaces.file_of(family, True)
        known |= {regular, bold}
        listed = {
            code
            for first, last in zip(*typefaces._coverage()[family], strict=True)
            for code in range(first, last + 1)
        }
        assert listed == characters_of(regular), family
        # Bold letters that are missing would be boxes that nobody was told of.
        assert not is_bold or listed <= characters_of(bold), family
    assert known == set(files())


def test_what_the_latin_fonts_lack_is_shaped() -> None:
    """Else it would be a box on paper that nobody was told of."""
    latin = set.union(
        *map(characters_of, (typefaces.file_of(f, False)[0] for f in typefaces.LATIN))
    )
    for family in typefaces.families():
        lacking = characters_of(typefaces.file_of(family, False)[0]) - latin
        printed = {code for code in lacking if characters.is_printable(chr(code))}
        assert not {code for code in printed if not characters.needs_shaping(chr(code))}, family


def test_each_font_names_its_license_and_notice_names_it() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    for path in files():
        name = {entry.name_id: hb.Face(path.read_bytes()).get_name(entry.name_id)
                for entry in hb.Face(path.read_bytes()).list_names()}  # fmt: skip
        if path.stem.startswith("WenQuanYi"):
            assert "Apache License" in name[hb.OTNameIdPredefined.LICENSE]
            assert "WenQuanYi Micro Hei (resources/fonts/WenQuanYiMicroHei-Regular.ttf)" in notice
        else:
            assert "SIL Open Font License" in name[hb.OTNameIdPredefined.LICENSE], path
    for words in ("resources/fonts/Noto*.ttf", "resources/fonts/AtkinsonHyperlegibleNext-*.ttf"):
        assert words in notice
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL-NotoSans.txt").read_text("utf-8")


def test_they_are_no_larger_than_is_said() -> None:
    """docs/decisions/0013: what all fonts take of the bundle."""
    assert sum(path.stat().st_size for path in files()) < 8.7 * _MEGABYTE


def test_all_are_known_to_the_screen(qapp: object) -> None:
    load_fonts()
    assert set(families()) <= set(QFontDatabase.families())


@pytest.mark.parametrize("code", WRITINGS)
def test_the_screen_writes_each_script_with_them(qapp: object, code: str) -> None:
    load_fonts()
    font = QFont()
    font.setFamilies(list(families()))
    font.setPixelSize(30)
    layout = QTextLayout(WRITINGS[code], font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    for run in layout.glyphRuns():
        assert run.rawFont().familyName() in families()
        assert 0 not in run.glyphIndexes()


@pytest.mark.parametrize("role", [TextRole.BODY, TextRole.HEADING, TextRole.BAR])
def test_on_every_system_letters_are_as_wide_as_their_font_says(look: Look, role: TextRole) -> None:
    """Whatever hinting the system prefers: a page that fits on one screen fits on the other."""
    font = look.font(role)
    text = "El gobierno tiene escrito algo de esto; ICE, OPLA, ERO: Respectfully, Yatziri"
    path, _weight = typefaces.file_of(typefaces.families()[0], font.bold())
    shaped = hb.Font(hb.Face(path.read_bytes()))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(shaped, buffer)
    ems = sum(int(place.x_advance) for place in buffer.glyph_positions) / int(shaped.face.upem)
    shown = QFontMetricsF(font).horizontalAdvance(text)
    assert shown == pytest.approx(ems * font.pixelSize(), rel=0.001)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\nb\n\nc", "a\nb\n\nc"),
        ("a\n\n\nb", "a\n\nb"),
        ("a\r\n \t\r\n\u2029  b ", "a\n\n  b"),
        ("\n\n a  b\n", "a  b"),
        (" \n", ""),
    ],
)
def test_between_two_lines_is_one_empty_line_at_most(typed: str, shown: str) -> None:
    assert characters.in_paragraphs(typed) == shown


def test_joiners_count_beside_letters_that_heed_them_alone() -> None:
    assert characters.joiners("\u0628\u200c\u200da\u200c\u200c\u0628b\u200cc") == {1, 2, 4, 5}


def test_a_key_of_joiners_that_is_held_down_costs_no_more_than_another() -> None:
    began = time.process_time()
    for text in ("\u200c" * 100_000, "\u0628" + "\u200c" * 100_000 + "a"):
        characters.joiners(text)
    assert time.process_time() - began < 2  # read again at each place, each row took minutes
