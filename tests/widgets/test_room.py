"""Ways to avoid scrolling: two languages on one line, chips, and compact pages."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets import (
    Callout,
    CardGrid,
    ChoiceCard,
    Column,
    FlowRow,
    Pair,
    TextBlock,
    TextPair,
    Tone,
    WordButton,
)
from pdkiosk.ui.widgets.split_box import SplitBox
from pdkiosk.ui.widgets.surface import Compactable

_PAIR = Pair("Audiencia", "Hearing")


def test_both_languages_stand_on_one_line_where_they_fit(look: Look) -> None:
    block = TextBlock(look, _PAIR, TextRole.SMALL, inline=True)
    wide, narrow = block.natural_width(), block.natural_width() - 4
    assert block.height(narrow) > 1.6 * block.height(wide)
    assert block.widest_line(wide) <= wide


def test_the_same_words_are_not_said_twice_on_one_line(look: Look) -> None:
    once = TextBlock(look, Pair("DUI", "DUI"), TextRole.SMALL, inline=True)
    assert [text for text, _ in once.texts()] == ["DUI"]
    stacked = TextBlock(look, Pair("No", "No"), TextRole.CARD)
    assert [text for text, _ in stacked.texts()] == ["No", "No"]


def test_words_to_look_up_are_as_wide_as_they_are_and_wrap(look: Look) -> None:
    row = FlowRow(look)
    for _ in range(4):
        row.add_tile(WordButton(look, _PAIR))
    wish = row.tiles[0].sizeHint().width()
    in_one_line = row.places(5 * wish + 4 * row.gap)
    assert {place.top() for place in in_one_line} == {0}
    assert all(place.width() == wish for place in in_one_line)
    wrapped = row.places(2 * wish + row.gap)
    assert [place.x() for place in wrapped] == [0, wish + row.gap] * 2
    assert wrapped[2].top() - wrapped[0].bottom() - 1 == row.gap >= look.scale.mm(2.54)


def _page(look: Look, widgets: int) -> tuple[Column, int]:
    column = Column(look)
    for _ in range(widgets):
        column.add(TextPair(look, _PAIR))
    return column, column.heightForWidth(1000)


def test_a_page_that_is_a_little_too_long_is_set_closer(look: Look) -> None:
    column, height = _page(look, 8)
    column.fit(1000, height - 20)
    assert column.heightForWidth(1000) <= height - 20


def test_a_page_that_would_scroll_anyway_keeps_its_air(look: Look) -> None:
    column, height = _page(look, 8)
    column.fit(1000, height // 2)
    assert column.heightForWidth(1000) == height
    column.fit(1000, height)
    assert column.heightForWidth(1000) == height


def test_boxes_and_cards_give_up_as_much_room_as_they_say(look: Look) -> None:
    words = Pair("Where were you born?", "¿Dónde nació usted?")
    compactable: list[Compactable] = [
        Callout(look, Tone.WARNING, words, [words]),
        CardGrid(look, [ChoiceCard(look, words) for _ in range(4)], max_columns=1),
        SplitBox(look, TextPair(look, words), TextPair(look, words)),
    ]
    for widget in compactable:
        assert isinstance(widget, QWidget)
        height, gain = widget.heightForWidth(800), widget.compact_gain(800)
        assert gain > 0
        widget.compact()
        assert widget.heightForWidth(800) == height - gain


def test_a_warning_gives_up_room_before_the_page_scrolls(look: Look) -> None:
    column = Column(look)
    box = Callout(look, Tone.WARNING, _PAIR, [_PAIR], parent=column)
    column.add(box)
    column.add(TextPair(look, _PAIR))
    before = column.heightForWidth(1000)
    room = box.heightForWidth(column.widest(1000))
    # Margins and gaps alone give up 10.8 mm, the box another 4.
    column.fit(1000, before - look.scale.mm(12.5))
    assert column.heightForWidth(1000) <= before - look.scale.mm(12.5)
    assert box.heightForWidth(column.widest(1000)) < room
