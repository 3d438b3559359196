"""The start screen: choose a language, and know at once what this is and what it is not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.message import Message
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.theme import TextRole
from pdkiosk.ui.widgets import (
    Callout,
    CardGrid,
    CardKind,
    ChoiceCard,
    Column,
    HeadingLabel,
    PageScroll,
    Pair,
    Surface,
    SurfaceKind,
    TextPair,
    Tone,
)

# Translators: the first words that anybody sees.
_TOUCH = Message("Touch your language", "start.touch")
# Translators: what the program is, in one line, on the start screen.
_WHAT = Message("Free help to write a letter to ICE about your case", "start.what")
# Translators: title of the box on the start screen.
_NOT_ADVICE = Message(
    "This is not legal advice. No one sees what you write here.", "start.not_advice"
)
# Translators: the box on the start screen. {minutes} is a number.
_ERASED = Message(
    "ICE did not prepare this, and neither did this facility. When you leave, or if nobody "
    "touches the screen for {minutes} minutes, this computer erases what you wrote.",
    "start.erased",
)
# Translators: at the foot of the start screen.
_CREDIT = Message(
    "Adapted, with credit, from a guide of 2011-2012 by the Florence Immigrant & Refugee Rights "
    "Project",
    "start.credit",
)


class StartScreen(QWidget):
    """Language cards; ``chosen`` carries the code of the language that was touched."""

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        look = context.look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        column = Column(look, margin_mm=40, top_mm=14, max_width_mm=260)
        codes = list(context.languages)
        others = [code for code in codes if code != SOURCE_LANGUAGE]
        # The first language that is not English speaks beside English, until one is chosen.
        first = others[0] if others else SOURCE_LANGUAGE

        def both(message: Message) -> Pair:
            english = context.catalogs.text(message, SOURCE_LANGUAGE)
            if first == SOURCE_LANGUAGE:
                return Pair(english)
            return Pair(context.catalogs.text(message, first), english)

        column.add(HeadingLabel(look, both(_TOUCH), display=True, centred=True, parent=column))
        column.add(TextPair(look, both(_WHAT), TextRole.BODY, centred=True, parent=column))
        cards = CardGrid(look, max_columns=2, parent=column)
        for language in context.languages.values():
            card = ChoiceCard(
                look,
                Pair(language.name, language.english_name),
                kind=CardKind.ACTION,
                large=True,
            )
            card.setObjectName(f"language.{language.code}")
            card.activated.connect(lambda code=language.code: self.chosen.emit(code))
            cards.add(card)
        column.add(cards, space_before_mm=5)
        minutes = max(1, round(context.facility.idle_minutes))
        column.add(
            Callout(
                look,
                Tone.NOTE,
                both(_NOT_ADVICE),
                [both(_ERASED(minutes=minutes))],
                parent=column,
            ),
            space_before_mm=3,
        )
        scroll = PageScroll(
            look, up=both(wording.SCROLL_UP), down=both(wording.SCROLL_DOWN), parent=self
        )
        scroll.set_content(column)
        layout.addWidget(scroll, 1)
        foot = Surface(look, SurfaceKind.BOTTOM_BAR, self)
        foot_layout = QVBoxLayout(foot)
        pad = look.scale.mm(5)
        foot_layout.setContentsMargins(pad * 2, pad, pad * 2, pad)
        credit = TextPair(
            look, both(_CREDIT), TextRole.SMALL, centred=True, max_chars=100, parent=foot
        )
        foot_layout.addWidget(credit, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(foot)
        self.page_scroll = scroll
