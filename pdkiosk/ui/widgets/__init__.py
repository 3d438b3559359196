"""Reusable parts of screens: they take plain words in pairs and know nothing of the guide."""

from __future__ import annotations

from pdkiosk.ui.widgets.big_button import (
    BigButton,
    ButtonKind,
    ToolButton,
    WordButton,
    WordedButton,
)
from pdkiosk.ui.widgets.callout import Callout, Tone
from pdkiosk.ui.widgets.card_grid import CardGrid
from pdkiosk.ui.widgets.choice_card import CardKind, ChoiceCard
from pdkiosk.ui.widgets.date_pickers import DatePickers, DateTexts, DateValue
from pdkiosk.ui.widgets.field import ErrorLine, Field
from pdkiosk.ui.widgets.flow_row import FlowRow
from pdkiosk.ui.widgets.icon_note import NoteRow
from pdkiosk.ui.widgets.labels import HeadingLabel, TextPair
from pdkiosk.ui.widgets.number_stepper import NumberStepper
from pdkiosk.ui.widgets.page_scroll import PageScroll
from pdkiosk.ui.widgets.pair import NOTHING, Pair
from pdkiosk.ui.widgets.progress_bar import ProgressBar
from pdkiosk.ui.widgets.surface import Column, Surface, SurfaceKind
from pdkiosk.ui.widgets.tap_button import TapButton
from pdkiosk.ui.widgets.text_block import TextBlock
from pdkiosk.ui.widgets.text_fields import TextArea, TextField
from pdkiosk.ui.widgets.tile_grid import TileGrid

__all__ = [
    "NOTHING",
    "BigButton",
    "ButtonKind",
    "Callout",
    "CardGrid",
    "CardKind",
    "ChoiceCard",
    "Column",
    "DatePickers",
    "DateTexts",
    "DateValue",
    "ErrorLine",
    "Field",
    "FlowRow",
    "HeadingLabel",
    "NoteRow",
    "NumberStepper",
    "PageScroll",
    "Pair",
    "ProgressBar",
    "Surface",
    "SurfaceKind",
    "TapButton",
    "TextArea",
    "TextBlock",
    "TextField",
    "TextPair",
    "TileGrid",
    "Tone",
    "ToolButton",
    "WordButton",
    "WordedButton",
]
