"""Text is measured as it is drawn: nothing is clipped, elided, or treated as markup."""

from __future__ import annotations

import random
from typing import cast

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look, TextRole, TextSize
from pdkiosk.ui.widgets import (
    BigButton,
    ButtonKind,
    Callout,
    ChoiceCard,
    Pair,
    TextBlock,
    TextPair,
    Tone,
    ToolButton,
)
from pdkiosk.ui.widgets.text_lines import direction_without
from tests.widgets.fakes import MakeLook

WORDS = [
    *["sí", "yo", "a", "casa", "¿Tiene", "corte", "inmigración", "EE.", "UU.", "ÁÉÍÓÚÑ", "jgpqy"],
    *["Å", "deportación", "Verwaltungsgerichtsbarkeitsentscheidung", "Ж", "жизнь", "gỹ", "ñandú"],
    *["https://example.org/a/very/long/address?that=does", "<b>x</b>", "&amp;"],
    *["\u05e9\u05dc\u05d5\u05dd", "\u05e2\u05d5\u05dc\u05dd"],
]


def random_pair(rng: random.Random) -> Pair:
    def text() -> str:
        words = " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 14)))
        return words.replace(" a ", "\n", 1) if rng.random() < 0.3 else words

    return Pair(text(), text() if rng.random() < 0.8 else "")


def ink(image: QImage) -> QRect:
    """The smallest rectangle with all pixels that are not white."""
    mask = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows, columns = [], []
    for y in range(mask.height()):
        line = bytes(cast(memoryview, mask.constScanLine(y)))[: mask.width()]
        dark = [x for x, value in enumerate(line) if value < 250]
        if dark:
            rows.append(y)
            columns += [dark[0], dark[-1]]
    if not rows:
        return QRect()
    return QRect(min(columns), rows[0], max(columns) - min(columns) + 1, rows[-1] - rows[0] + 1)


@pytest.mark.parametrize("seed", range(60))
def test_what_is_drawn_fits_what_was_measured(look: Look, seed: int) -> None:
    rng = random.Random(seed)
    pair = random_pair(rng)
    role = rng.choice(list(TextRole))
    width = rng.randint(look.body_px * 4, 900)
    block = TextBlock(look, pair, role, centered=rng.random() < 0.3)
    height = block.height(width)
    margin = 60
    image = QImage(width + 2 * margin, height + 2 * margin, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    block.draw(
        painter, margin, margin, width, "#000000", "#000000", right_to_left=rng.random() < 0.3
    )
    painter.end()
    drawn = ink(image)
    overhang = 2  # a letter may lean a pixel or two past its own width
    assert drawn.left() >= margin - overhang
    assert drawn.right() <= margin + width + overhang
    assert drawn.top() >= margin
    assert drawn.bottom() <= margin + height
    assert block.widest_line(width) <= width + 1


def pixels(image: QImage, color: str) -> int:
    """How many pixels have exactly this color."""
    wanted = QColor(color).rgb().to_bytes(4, "little")
    data = raw(image.convertToFormat(QImage.Format.Format_RGB32))
    return sum(data[i : i + 4] == wanted for i in range(0, len(data), 4))


def raw(image: QImage) -> bytes:
    return b"".join(bytes(cast(memoryview, image.constScanLine(y))) for y in range(image.height()))


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGEST], ids=lambda s: s.name)
def test_widgets_are_high_enough_for_all_their_words(
    make_look: MakeLook, seed: int, size: TextSize
) -> None:
    look = make_look(text=size)
    theme = look.theme
    rng = random.Random(seed)
    pair = random_pair(rng)
    width = rng.randint(look.scale.mm(70), 800)
    made: list[tuple[QWidget, str]] = [
        (TextPair(look, pair), theme.text),
        (ChoiceCard(look, pair, icon="house", note=random_pair(rng)), theme.text),
        (BigButton(look, pair, kind=ButtonKind.PLAIN), theme.text),
        (ToolButton(look, pair), theme.on_top),
        (Callout(look, Tone.STOP, pair, [random_pair(rng)]), theme.text),
    ]
    for widget, color in made:
        height = widget.heightForWidth(width)
        widget.resize(width, height)
        exact = pixels(widget.grab().toImage(), color)
        # With much more room there is as much of the words to be seen: none were cut before.
        widget.resize(width, height + 200)
        assert pixels(widget.grab().toImage(), color) == exact > 0
        assert widget.heightForWidth(width) == height
        widget.deleteLater()


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>bold</b>",
        "&amp;",
        "<img src=x>",
        "%s {0} {left}",
        "a&b",
        "\x00\x07\x1b[31m",
        "\u202eevil",
    ],
)
def test_hostile_words_are_shown_as_they_are(look: Look, hostile: str) -> None:
    plain = TextPair(look, Pair(hostile))
    assert plain.textFormat() is Qt.TextFormat.PlainText
    assert plain.accessibleName() == hostile
    block = TextBlock(look, Pair(hostile), TextRole.BODY)
    (shown, second), *_ = block.texts()
    assert not second
    printable = "".join(c for c in hostile if c >= " ")
    assert printable.replace(" ", "") == shown.replace(" ", "")
    assert "\x00" not in shown


@pytest.mark.parametrize(
    "identifier",
    ["A 012 345 678", "(520) 464-3000", "1 800 898 7180 ext. 12", "245-A", "E-F2A1", "I-246"],
)
def test_no_line_ends_inside_an_identifier(look: Look, identifier: str) -> None:
    for letters in range(0, 40, 3):
        text = f"{'w' * letters} {identifier} and more words, as there are on a page"
        block = TextBlock(look, Pair(text), TextRole.BODY)
        width = block.least_width(1000) + 200
        start = text.index(identifier)
        places = block.places((start, len(identifier)), width, second=False)
        assert len(places) == 1, (identifier, letters)


def test_a_line_has_about_seventy_letters_at_most(look: Look) -> None:
    text = "Esta es una frase de prueba para medir la linea. " * 12
    words = TextPair(look, Pair(text))
    words.resize(2000, words.heightForWidth(2000))
    average = QFontMetricsF(look.font(TextRole.BODY)).averageCharWidth()
    lines = words.word_places((0, len(text)), second=False)
    assert len(lines) > 3
    assert max(line.right() for line in lines) <= 72 * average


def test_short_titles_break_into_lines_alike(look: Look) -> None:
    title = Pair("¿Tiene usted un caso abierto en la corte de inmigración ahora?")
    block = TextBlock(look, title, TextRole.HEADING)
    one_line = block.natural_width()
    width = round(one_line * 0.9)
    assert block.height(width) == block.height(round(one_line * 0.6))
    assert block.widest_line(width) < one_line * 0.65


def test_the_second_language_is_shown_even_when_it_is_the_same_word(look: Look) -> None:
    no = TextBlock(look, Pair("No", "No"), TextRole.CARD)
    alone = TextBlock(look, Pair("No"), TextRole.CARD)
    assert no.height(300) > alone.height(300)
    assert Pair("No", "No").both() == "No"
    assert Pair("Sí", "Yes").both() == "Sí. Yes"
    assert Pair("Sí", "Yes").spoken() == "Sí"
    assert Pair("¿Qué?", "What?").both() == "¿Qué? What?"


def test_words_read_aloud_are_marked_and_the_size_stays(look: Look) -> None:
    words = TextPair(look, Pair("Uno 😀 dos. Tres.", "One two. Three."))
    words.resize(600, words.heightForWidth(600))
    height = words.heightForWidth(600)
    before = pixels(words.grab().toImage(), look.theme.highlight)
    words.mark(first=(6, 4))
    assert pixels(words.grab().toImage(), look.theme.highlight) > before == 0
    assert words.heightForWidth(600) == height
    words.mark()
    assert pixels(words.grab().toImage(), look.theme.highlight) == 0


@pytest.mark.parametrize(
    ("text", "own", "direction"),
    [
        ("أحمد, A-number 123", [(0, 4)], Qt.LayoutDirection.LeftToRight),
        ("Ana, اسمي", [(0, 3)], Qt.LayoutDirection.RightToLeft),
        ("أحمد", [(0, 4)], Qt.LayoutDirection.LayoutDirectionAuto),
        ("أحمد 12", [], Qt.LayoutDirection.RightToLeft),
        ("12.", [], Qt.LayoutDirection.LayoutDirectionAuto),
    ],
)
def test_a_name_does_not_turn_the_sentence_that_it_begins(
    text: str, own: list[tuple[int, int]], direction: Qt.LayoutDirection
) -> None:
    assert direction_without(text, 0, own) is direction
    assert direction_without(text, 5, [(start + 5, length) for start, length in own]) is direction


def test_stacked_marks_end_with_their_line(look: Look) -> None:
    """Ten marks on each letter of a name: the lines above and below stay readable."""
    stacked = "".join(letter + "\u0322\u030b\u0321\u0352\u0324" * 2 for letter in "Maria")
    width, margin = 600, 80
    for text in (stacked, "Nguyễn Thị Ngọc"):
        block = TextBlock(look, Pair(text, text), TextRole.CARD)
        height = block.height(width)
        image = QImage(width + 2 * margin, height + 2 * margin, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        block.draw(painter, margin, margin, width, "#000000", "#000000")
        painter.end()
        drawn = ink(image)
        assert drawn.width() > 40
        assert margin <= drawn.top() and drawn.bottom() < margin + height
