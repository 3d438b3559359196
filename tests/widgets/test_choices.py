"""Cards that fill a page: many tiles, a few large answers, ways in rows, points."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from pdkiosk.guide.texts import PointTone
from pdkiosk.ui.theme.drawing_colors import DRAWING_COLORS
from pdkiosk.ui.theme.look import THEMES, Look, TextRole, TextSize, Theme
from pdkiosk.ui.widgets import CardGrid, CardKind, Column, Pair, TextPair
from pdkiosk.ui.widgets.answer_card import AnswerCard
from pdkiosk.ui.widgets.choice_tile import ChoiceTile
from pdkiosk.ui.widgets.choice_tiles import ChoiceTiles
from pdkiosk.ui.widgets.pictured_card import PicturedCard
from pdkiosk.ui.widgets.points import PointPicture, Points
from pdkiosk.ui.widgets.way_card import WayCard
from tests.widgets.fakes import MakeLook

WORDS = (
    Pair("Hijo, hija, esposo o esposa con ciudadanía", "A child, husband or wife is a citizen"),
    Pair("Cuido a alguien muy enfermo", "I care for someone very ill"),
    Pair("Tengo una enfermedad grave", "I have a serious illness"),
    Pair("Estoy embarazada o doy pecho", "I am pregnant or nursing"),
    Pair("Soy menor de 18, o persona mayor", "I am under 18, or an older person"),
    Pair("Fui víctima de un delito grave", "I was a victim of a serious crime"),
    Pair("Familia cercana con tarjeta verde", "Close family with a green card"),
    Pair("Nada de esto", "None of these"),
)
PAGE = QSize(1161, 640)


def _tiles(look: Look, qtbot: QtBot, size: QSize = PAGE) -> ChoiceTiles:
    made = [ChoiceTile(look, words, kind=CardKind.CHECK, icon="house") for words in WORDS]
    grid = ChoiceTiles(look, made)
    qtbot.addWidget(grid)
    grid.resize(size)
    grid.show()
    return grid


def test_tiles_fill_their_page_and_are_equal(look: Look, qtbot: QtBot) -> None:
    grid = _tiles(look, qtbot)
    assert grid.columns == 4
    assert len({card.size().toTuple() for card in grid.cards}) == 1
    bottom = max(card.geometry().bottom() for card in grid.cards)
    assert PAGE.height() - bottom <= 4


def test_the_pictograms_are_large_and_of_one_size(look: Look, qtbot: QtBot) -> None:
    grid = _tiles(look, qtbot)
    tiles = [card for card in grid.cards if isinstance(card, ChoiceTile)]
    (side,) = {tile.picture for tile in tiles}
    assert 29 <= side / look.scale.px_per_mm <= 38
    for tile in tiles:
        assert tile.height() >= tile.words_height(tile.width()) + side


@pytest.mark.parametrize("height", range(420, 1100, 20))
@pytest.mark.parametrize("width", [760, 1000, 1161, 1400])
def test_the_question_mark_of_a_word_lies_on_nothing(
    look: Look, qtbot: QtBot, width: int, height: int
) -> None:
    grid = _tiles(look, qtbot, QSize(width, height))
    for tile in grid.cards:
        assert isinstance(tile, ChoiceTile)
        mark = tile.offer_word(Pair("tarjeta verde", "green card"), [])
        pad, place = look.scale.mm(4.0), mark.geometry()
        words = QRect(0, 2 * pad + tile.picture, tile.width(), tile.height())
        pictogram = QRect(pad, pad, tile.picture, tile.picture)
        tick = QRect(tile.width() - pad - look.scale.mm(10.0), pad, *[look.scale.mm(10.0)] * 2)
        assert tile.rect().contains(place)
        assert not any(place.intersects(other) for other in (words, pictogram, tick))


def test_at_the_largest_text_there_are_two_columns(make_look: MakeLook, qtbot: QtBot) -> None:
    assert _tiles(make_look(text=TextSize.LARGEST), qtbot).columns == 2
    portrait = make_look(size=(1080, 1920), diagonal=22.0)
    assert _tiles(portrait, qtbot, QSize(900, 1400)).columns in (2, 3)


def test_where_tiles_would_not_fit_they_become_flat_cards(look: Look, qtbot: QtBot) -> None:
    column = Column(look)
    qtbot.addWidget(column)
    made = [ChoiceTile(look, words, kind=CardKind.CHECK, icon="house") for words in WORDS]
    column.add(ChoiceTiles(look, made, parent=column), fills=True)
    width = 1280
    needed = column.heightForWidth(width)
    column.resize(width, needed)
    column.show()
    column.fit(width, needed)
    assert not made[0].flat
    column.fit(width, needed - 60)
    assert made[0].flat and column.heightForWidth(width) <= needed - 60


def test_a_few_answers_share_the_height(look: Look, qtbot: QtBot) -> None:
    cards = [
        AnswerCard(look, words, role=TextRole.ANSWER, icon="check")
        for words in (Pair("Sí", "Yes"), Pair("No", "No"))
    ]
    grid = CardGrid(look, cards, max_columns=2, fills=True)
    qtbot.addWidget(grid)
    grid.resize(PAGE)
    grid.show()
    assert grid.columns == 2
    mm = look.scale.px_per_mm
    for card in cards:
        assert card.height() == PAGE.height() and card.width() / mm >= 120
    capital = look.font(TextRole.ANSWER).pixelSize() / look.body_px * look.scale.text_size.value
    assert capital >= 12


def test_the_title_of_one_question_has_capitals_of_ten_millimeters(look: Look) -> None:
    part = look.font(TextRole.QUESTION).pixelSize() / look.body_px
    assert part * look.scale.text_size.value >= 10


@pytest.mark.parametrize("width", [1161, 700, 420])
def test_what_comes_of_a_way_stands_beside_its_name_or_under_it(
    look: Look, qtbot: QtBot, width: int
) -> None:
    note = Pair("La carta no lo nombra. ICE aún puede verlo.", "The letter does not name it.")
    card = WayCard(look, Pair("No va en la carta", "It stays out"), drawing="way-out", note=note)
    qtbot.addWidget(card)
    height = card.heightForWidth(width)
    assert height >= look.scale.main_target
    card.resize(width, height)
    room = card._rooms(width)
    assert room.beside == (width == 1161)
    assert bool(room.drawing) == (width > 420)
    assert [spoken.pair for spoken in card.spoken()] == [card.pair, note]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_card_for_none_of_them_has_a_broken_edge(
    make_look: MakeLook, qtbot: QtBot, theme: Theme
) -> None:
    look = make_look(theme=theme)
    edges = []
    for dashed in (False, True):
        tile = ChoiceTile(look, WORDS[-1], kind=CardKind.CHECK, icon="house", dashed=dashed)
        qtbot.addWidget(tile)
        tile.resize(280, 280)
        image = tile.grab().toImage()
        row = [image.pixelColor(x, 1).name() for x in range(40, 240)]
        edges.append(row.count(theme.border.lower()))
    assert edges[0] == 200 and 60 < edges[1] < 180


def test_points_share_the_height_and_shrink_where_room_is_short(look: Look, qtbot: QtBot) -> None:
    points = Points(look)
    qtbot.addWidget(points)
    tones: tuple[PointTone, ...] = ("", "care")
    pictures = [PointPicture(look, "scale", "", tone, points) for tone in tones]
    for picture, words in zip(pictures, WORDS, strict=False):
        points.add(picture, TextPair(look, words, TextRole.POINT, parent=points))
    points.resize(PAGE)
    points.show()
    mm = look.scale.px_per_mm
    assert all(24 <= picture.width() / mm <= 26 for picture in pictures)
    assert pictures[1].y() - pictures[0].y() == pytest.approx(PAGE.height() / 2, abs=20)
    gain = points.compact_gain(PAGE.width())
    before = points.heightForWidth(PAGE.width())
    points.compact()
    assert gain > 0 and points.heightForWidth(PAGE.width()) == before - gain


def test_drawings_that_have_no_room_beside_each_other_stand_before_their_captions(
    make_look: MakeLook, qtbot: QtBot
) -> None:
    """Who cannot read finds their paper by its picture, whatever the size of the letters."""
    look = make_look(size=(1080, 1920), text=TextSize.LARGEST)
    names = ("notice-to-appear", "hearing-notice", "appeal")
    card = PicturedCard(
        look,
        Pair("Sí", "Yes"),
        kind=CardKind.RADIO,
        figures=[(name, Pair("Aviso de Comparecencia (NTA)")) for name in names],
    )
    qtbot.addWidget(card)
    width = 940
    assert not card._column(width), "beside each other they have no room"
    card.resize(width, card.heightForWidth(width))
    image = card.grab().toImage()
    ink = QColor(DRAWING_COLORS[look.theme.name].ink)
    left = card._places(width).text_x
    rows = range(left, left + card._row_drawn)
    drawn = [y for y in range(image.height()) if any(image.pixelColor(x, y) == ink for x in rows)]
    starts = [y for before, y in pairwise([-99, *drawn]) if y - before > 3 * look.scale.line]
    assert len(starts) == len(names)
    assert drawn[-1] < image.height() - 3


def test_captions_beside_drawings_are_never_broken_inside_a_word(
    make_look: MakeLook, qtbot: QtBot
) -> None:
    """On a small screen the rows begin further to the left; then the drawings give way."""
    figures = [("notice-to-appear", Pair("Aviso de Comparecencia"))]
    card = PicturedCard(make_look(), Pair("Sí"), kind=CardKind.RADIO, figures=figures)
    qtbot.addWidget(card)
    (caption,) = card._lines
    least = caption.least_width(ems=12)
    indented = next(w for w in range(1, 2000) if card._row(w)[2] >= least and card._row(w)[1])
    places = card._places(indented)
    assert card._row(indented)[0] == places.mark_x < places.text_x
    assert card._row(indented + places.text_x - places.mark_x)[0] == places.text_x
    start, side, room = card._row(indented - 1)
    assert (start, side) == (card._places(indented - 1).mark_x, 0) and room > least
