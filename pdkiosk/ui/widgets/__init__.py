"""Reusable parts of screens: they take plain texts in pairs and do not depend on the guide.

Fields for typing and for dates are in modules of their own, because the start screen does not need
them and must not wait for them.
"""

from __future__ import annotations

from pdkiosk.ui.widgets.big_button import BigButton, ButtonKind, WordButton, WordedButton
from pdkiosk.ui.widgets.callout import Callout, Tone
from pdkiosk.ui.widgets.card_grid import CardGrid
from pdkiosk.ui.widgets.choice_card import CardKind, ChoiceCard
from pdkiosk.ui.widgets.flow_row import FlowRow
from pdkiosk.ui.widgets.icon_note import NoteRow
from pdkiosk.ui.widgets.labels import HeadingLabel, TextPair
from pdkiosk.ui.widgets.page_scroll import PageScroll
from pdkiosk.ui.widgets.pair import NOTHING, Pair
from pdkiosk.ui.widgets.path_strip import PathStrip
from pdkiosk.ui.widgets.surface import Column, Surface, SurfaceKind
from pdkiosk.ui.widgets.tap_button import TapButton
from pdkiosk.ui.widgets.text_block import TextBlock
from pdkiosk.ui.widgets.tile_grid import TileGrid
from pdkiosk.ui.widgets.tool_button import ToolButton

__all__ = [
    "NOTHING",
    "BigButton",
    "ButtonKind",
    "Callout",
    "CardGrid",
    "CardKind",
    "ChoiceCard",
    "Column",
    "FlowRow",
    "HeadingLabel",
    "NoteRow",
    "PageScroll",
    "Pair",
    "PathStrip",
    "Surface",
    "SurfaceKind",
    "TapButton",
    "TextBlock",
    "TextPair",
    "TileGrid",
    "Tone",
    "ToolButton",
    "WordButton",
    "WordedButton",
]
