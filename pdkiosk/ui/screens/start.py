"""The start screen: choose a language, and know at once what this is and what it is not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.languages import with_text
from pdkiosk.language.message import Message
from pdkiosk.speech.recordings import language_name
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets import (
    BigButton,
    ButtonKind,
    CardGrid,
    CardKind,
    ChoiceCard,
    Column,
    FlowRow,
    HeadingLabel,
    NoteRow,
    PageScroll,
    Pair,
    Surface,
    SurfaceKind,
    TextPair,
    TileGrid,
    ToolButton,
)
from pdkiosk.ui.widgets.due import Due
from pdkiosk.ui.widgets.spoken import LANGUAGE, SILENT

# Translators: the first words that anybody sees.
_TOUCH = Message("Touch your language", "start.touch")
# Translators: what the program is, in one line, on the start screen.
_WHAT = Message("Free help to write a letter to ICE about your case", "start.what")
# Translators: beside a padlock on the start screen.
_PRIVATE = Message(
    "What you write here is not kept. People near you can see the screen.", "start.private"
)
# Translators: beside a padlock on the start screen, where work can be saved.
_KEPT = Message(
    "What you write here is kept only if you save it. People near you can see the screen.",
    "start.kept",
)
# Translators: the button on the start screen for who comes back to work saved before.
_SAVED_HERE = Message("I saved work here", "start.saved")
# Translators: under "Touch your language", after "I saved work here" was touched.
_OPEN = Message("Then you can open the work that you saved", "start.open")
# Translators: goes back from opening saved work to the usual start screen.
_NOT_NOW = Message("Back. I do not want to open saved work", "start.not_now")
# Translators: beside an eraser on the start screen. {minutes} is a number.
_ERASED = Message(
    "When you leave, or if nobody touches the screen for {minutes} minutes, all is erased.",
    "start.erased",
)
# Translators: beside an eraser on the start screen.
_ERASED_ONE = Message(
    "When you leave, or if nobody touches the screen for 1 minute, all is erased.",
    "start.erased.one",
)
# Translators: beside a pair of scales on the start screen.
_NOT_ADVICE = Message(
    "This is not legal advice. ICE did not prepare this, and neither did this facility.",
    "start.not_advice",
)
# Translators: at the foot of the start screen.
_CREDIT = Message(
    "Adapted, with credit, from a guide of 2011-2012 by the Florence Immigrant & Refugee Rights "
    "Project",
    "start.credit",
)


# Translators: on the start screen, a button without words, for a screen reader: each touch makes
# all letters larger, then small again.
_SIZE = Message("Larger letters", "start.size")
# Translators: the same for the colours of the screen (black on white, white on black …).
_COLOURS = Message("Other colors", "start.colours")

_FORGET_SECONDS = 60.0
_FOOT_FROM_EMS = 36
# Below, the page would scroll for the sake of its empty room; the second where work can be saved.
_AIRY_FROM_EMS = (40, 46)
_NOTES_FROM_EMS = 40  # from where on the notes stand beside each other


class StartScreen(QWidget):
    """Language cards; ``chosen`` carries the code of the language that was touched.

    ``listen``: this page is to be read aloud in a language. ``turned``: it is to look another way
    ("size", "colours", or "usual" again when nobody has begun).
    """

    chosen = Signal(str)
    turned = Signal(str)
    listen = Signal(str)
    saved_work = Signal(bool)

    def __init__(self, context: Context, size: QSize, *, opening: bool = False) -> None:
        """``size``: of the window. ``opening``: it is for who wants to open saved work."""
        super().__init__()
        self.resize(size)
        look = context.look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        codes, readable = list(context.languages), with_text(context.languages)
        others = [code for code in codes if code != SOURCE_LANGUAGE and code in readable]
        # The first language that is not English speaks beside English, until one is chosen.
        first = others[0] if others else SOURCE_LANGUAGE

        def both(message: Message) -> Pair:
            english = context.catalogs.text(message, SOURCE_LANGUAGE)
            if first == SOURCE_LANGUAGE:
                return Pair(english, source=message)
            return Pair(context.catalogs.text(message, first), english, message)

        page = Column(
            look, margin_mm=0, top_mm=0, bottom_mm=0, spacing_mm=0, max_width_mm=9000, parent=self
        )
        what = _OPEN if opening else _WHAT
        airy = _AIRY_FROM_EMS[context.facility.saving]
        air = 11 if look.scale.height_px >= look.body_px * airy else 4.5
        looks = self._looks(look, both(_SIZE), both(_COLOURS))
        page.add(_welcome(context, both(_TOUCH), both(what), looks, air, page))
        if not context.preferences.usual_look:
            # Whoever changed it may have gone without a word.
            Due(lambda: self.turned.emit("usual"), self).start(_FORGET_SECONDS)
        column = Column(look, margin_mm=26, top_mm=air, max_width_mm=300, parent=page)
        cards = CardGrid(look, max_columns=2, parent=column)
        for language in context.languages.values():
            card = ChoiceCard(
                look,
                Pair(language.name, language.english_name, language_name(language.english_name)),
                kind=CardKind.ACTION,
                icon="volume-2" if language.text else "message-circle",
                large=True,
            )
            if not language.text:
                card.setProperty(LANGUAGE, language.code)
            card.setObjectName(f"language.{language.code}")
            card.activated.connect(lambda code=language.code: self.chosen.emit(code))
            cards.add(card)
        column.add(cards)
        column.add(self._listen_row(context, cards))
        if context.facility.saving:
            saved = BigButton(
                look,
                both(_NOT_NOW if opening else _SAVED_HERE),
                icon="undo-2" if opening else "folder-open",
                parent=column,
            )
            saved.setObjectName("start.saved")
            saved.activated.connect(lambda: self.saved_work.emit(not opening))
            row = FlowRow(look, parent=column)
            row.add_tile(saved)
            column.add(row, space_before_mm=2.0)
        minutes = max(1, round(context.facility.idle_minutes))
        notes = [
            ("lock", both(_KEPT if context.facility.saving else _PRIVATE)),
            ("eraser", both(_ERASED_ONE if minutes == 1 else _ERASED(minutes=minutes))),
            ("scale", both(_NOT_ADVICE)),
        ]
        column.add(NoteRow(look, notes, parent=column), space_before_mm=air)
        page.add(column)
        credit = TextPair(look, both(_CREDIT), TextRole.SMALL, centred=True, max_chars=100)
        checked = TextPair(
            look, both(context.law_line), TextRole.SMALL, centred=True, max_chars=140, inline=True
        )
        # Where room is short the credit scrolls with the rest.
        tall = look.scale.height_px >= look.body_px * _FOOT_FROM_EMS
        roomy = tall and look.scale.width_px >= look.body_px * _NOTES_FROM_EMS
        if not roomy:
            column.add(checked, space_before_mm=air)
            column.add(credit)
        scroll = PageScroll(
            look, up=both(wording.SCROLL_UP), down=both(wording.SCROLL_DOWN), parent=self
        )
        layout.addWidget(scroll, 1)
        if roomy:
            foot = Surface(look, SurfaceKind.BOTTOM_BAR, self)
            foot_layout = QVBoxLayout(foot)
            side, pad = look.scale.mm(10), look.scale.mm(2)
            foot_layout.setContentsMargins(side, pad, side, pad)
            foot_layout.setSpacing(look.scale.mm(1))
            foot_layout.addWidget(checked, 0, Qt.AlignmentFlag.AlignVCenter)
            foot_layout.addWidget(credit, 0, Qt.AlignmentFlag.AlignVCenter)
            layout.addWidget(foot)
        # The page comes last, where it will stay: else it is laid out for sizes that will not.
        layout.activate()
        scroll.set_content(page)
        self.page_scroll = scroll
        for words in self.findChildren(TextPair):  # nobody has said yet which of the two it is
            words.setAccessibleName(words.pair.both())

    def _looks(self, look: Look, size: Pair, colours: Pair) -> QHBoxLayout:
        """Larger letters and other colours, before a language is chosen: by pictures alone."""
        row = QHBoxLayout()
        row.setSpacing(look.scale.mm(3.5))
        row.addStretch(1)
        for what, words, icon in (
            ("size", size, "a-large-small"),
            ("colours", colours, "contrast"),
        ):
            button = ToolButton(look, icon=icon, parent=self)
            button.setObjectName(f"start.{what}")
            button.setAccessibleName(words.both())
            button.setProperty(SILENT, True)
            button.activated.connect(lambda chosen=what: self.turned.emit(chosen))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _listen_row(self, context: Context, cards: CardGrid) -> TileGrid:
        """A button for each language, which reads this page in it: in the columns of the cards."""
        look = context.look
        row = TileGrid(look, max_columns=2, least_tile=cards.least_tile(), parent=self)
        row.setProperty(SILENT, True)
        for language in context.languages.values():
            # One without words of its own is found by its name.
            words = context.catalogs.text(wording.LISTEN, language.code)
            button = BigButton(
                look,
                Pair(language.name if language.text else words),
                kind=ButtonKind.PLAIN,
                icon="volume-2",
                large=False,
                parent=row,
            )
            button.setObjectName(f"listen.{language.code}")
            button.setAccessibleName(f"{words}: {language.name}")
            button.activated.connect(lambda code=language.code: self.listen.emit(code))
            row.add_tile(button)
        return row


def _welcome(
    context: Context, touch: Pair, what: Pair, looks: QHBoxLayout, air: float, parent: Column
) -> Surface:
    """The first words, and what this is, on the dark ground of the bars that come after."""
    look, theme = context.look, context.look.theme
    band = Surface(look, SurfaceKind.TOP_BAR, parent)
    column = QVBoxLayout(band)
    side, pad = look.scale.mm(26), look.scale.mm(air)
    column.setContentsMargins(side, pad, side, pad)
    column.setSpacing(look.scale.mm(3))
    first = HeadingLabel(
        look,
        touch,
        display=True,
        centred=True,
        colour=theme.on_top,
        second_colour=theme.on_top_second,
        parent=band,
    )
    under = TextPair(
        look,
        what,
        centred=True,
        colour=theme.on_top,
        second_colour=theme.on_top_second,
        parent=band,
    )
    column.addWidget(first)
    column.addWidget(under)
    column.addLayout(looks)
    return band
