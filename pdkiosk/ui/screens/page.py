"""The common base of all pages, for people and for staff: methods to build a page.

Each method creates one thing in the page's look and languages, and adds it below the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdkiosk.facility.settings import Facility
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Request, Tool
from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets import (
    BigButton,
    ButtonKind,
    Callout,
    CardGrid,
    CardKind,
    ChoiceCard,
    Column,
    FlowRow,
    Pair,
    TextPair,
    TileGrid,
    Tone,
    WordButton,
)
from pdkiosk.ui.widgets.answer_row import AnswerRow
from pdkiosk.ui.widgets.callout import tone_colors
from pdkiosk.ui.widgets.icon_heading import IconHeading

Effect = str | Request | Callable[[], object]
"""What a button does: requests another place (staff pages: by name), or calls a function."""


class PageContext(Protocol):
    """What every page and its surroundings need.

    ``first`` is the person's language, ``second`` the one under it, or "".
    """

    @property
    def look(self) -> Look: ...

    @property
    def facility(self) -> Facility: ...

    @property
    def first(self) -> str: ...

    @property
    def second(self) -> str: ...

    def pair(self, message: Message) -> Pair:
        """A message in the languages on the screen."""

    def quiet(self, message: Message) -> Pair:
        """A message that explains.

        Shown in the second language only if that is wanted everywhere.
        """


class Aside(Struct, frozen=True):
    """A secondary button between the two of the bottom bar; ``act``: what it does."""

    name: str
    words: Message
    icon: str
    act: Effect


class Page(Column):
    """A page. ``go`` carries its requests. Texts are messages, or pairs rendered already."""

    go = Signal(object)

    primary: Message | None = None
    primary_icon = "arrow-right"
    rests_ms = 300  # for this long after appearing it ignores touches
    primary_quiet = False  # shown as an outline: something on the page has not been done
    hint: Message | None = None  # the status line beside the primary button
    aside: Aside | None = None  # another way on, in place of the hint
    line_chars = 70  # letters of the font's average width in a line, about
    heading_tone: Tone | None = None

    _heading: IconHeading | None = None
    _heading_row: QWidget | None = None  # the heading and the widgets beside it
    _room_of_heading = 0

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.look, top_mm=6.5, spacing_mm=3.6, max_width_mm=385)
        self.look = context.look
        self._pair = context.pair
        self._quiet = context.quiet
        self.beside_heading: list[QWidget] = []  # first in the focus order

    def say(self, words: Message | Pair) -> Pair:
        """Renders words in the languages on the screen."""
        return words if isinstance(words, Pair) else self._pair(words)

    @property
    def reads_on(self) -> bool:
        """Whether the primary button first scrolls to the end of the page before it goes on."""
        return False

    def end_is_hidden(self) -> None:
        """Called if the page does not fit on the screen and its end was not seen yet."""

    def end_was_seen(self) -> None:
        """Called once the end of the page was on the screen."""

    def explain(self, words: Message | Pair) -> Pair:
        """Renders words that explain, in the second language only if that is wanted everywhere."""
        return words if isinstance(words, Pair) else self._quiet(words)

    # ---- words -----------------------------------------------------------------------

    def add_heading(
        self,
        words: Message | Pair,
        icon: str = "",
        *,
        code: Pair | None = None,
        question: bool = False,
    ) -> IconHeading:
        """Adds the heading of the page, with its pictogram; ``code`` names it on the answer sheet.

        ``question``: the page asks one short thing, shown larger and without a pictogram.
        """
        tone = tone_colors(self.look, self.heading_tone) if self.heading_tone else None
        row = IconHeading(
            self.look,
            self.say(words),
            "" if question else icon,
            tone=tone,
            code=code,
            question=question,
            parent=self,
        )
        self._heading_row = row
        self.take_heading(row)
        self.add(row)
        return row

    def take_heading(self, heading: IconHeading, *, room: int = 0) -> None:
        """Makes this the heading of the page, wherever it is placed.

        ``room``: its width in pixels there, if not the whole page.
        """
        heading.setObjectName("heading")
        self._room_of_heading = room
        heading.label.ring_changed.connect(self.update)
        self._heading = heading

    def add_overline(self, words: Message | Pair) -> TextPair:
        """Adds a small line above the heading that says what the page belongs to."""
        return self.add_text(
            self.say(words),
            TextRole.SMALL,
            color=self.look.theme.primary,
            inline=True,
            max_chars=70,
        )

    def add_text(
        self,
        words: Message | Pair,
        role: TextRole = TextRole.BODY,
        *,
        before_mm: float | None = None,
        **style: Any,
    ) -> TextPair:
        """Adds a paragraph; ``style`` as for TextPair, ``before_mm`` as for Column.

        Except titles, texts count as explanations; to force both languages, pass a pair.
        """
        style.setdefault("max_chars", self.line_chars)
        explains = role in (TextRole.BODY, TextRole.SMALL)
        pair = self.explain(words) if explains else self.say(words)
        label = TextPair(self.look, pair, role, parent=self, **style)
        self.add(label, space_before_mm=before_mm)
        return label

    def add_title(
        self, words: Message | Pair, *, inline: bool = False, before_mm: float | None = None
    ) -> TextPair:
        """Adds the title of a part of the page."""
        return self.add_text(
            words,
            TextRole.SUBHEADING,
            emphasis=True,
            inline=inline,
            max_chars=70,
            before_mm=before_mm,
        )

    def add_box(
        self, tone: Tone, title: Message | Pair, *body: Message | Pair, name: str = ""
    ) -> Callout:
        """Adds a box for something that must be noticed."""
        box = self.box(tone, title, *body, name=name)
        self.add(box)
        return box

    def box(
        self, tone: Tone, title: Message | Pair, *body: Message | Pair, name: str = ""
    ) -> Callout:
        """Creates a box, to be placed by the caller."""
        # A "stop" must also be understood by someone who is helping the person.
        say = self.say if tone is Tone.STOP else self.explain
        box = Callout(self.look, tone, say(title), [say(words) for words in body], parent=self)
        box.setObjectName(name)
        return box

    # ---- what can be touched ---------------------------------------------------------

    def button(self, name: str, words: Message | Pair, act: Effect, **style: Any) -> BigButton:
        """Creates a button, to be placed by the caller; ``style`` as for BigButton."""
        button = BigButton(self.look, self.say(words), parent=self, **style)
        button.setObjectName(name)
        button.activated.connect(self._acting(act))
        return button

    def small_button(
        self,
        name: str,
        words: Message | Pair,
        act: Effect,
        icon: str = "",
        kind: ButtonKind = ButtonKind.PLAIN,
    ) -> BigButton:
        """Creates a less prominent button, to be placed by the caller."""
        return self.button(name, words, act, icon=icon, kind=kind, large=False)

    def word_button(self, goes: Tool, words: Message | Pair, **style: Any) -> WordButton:
        """Creates a button for a word's meaning, to be placed by the caller."""
        button = WordButton(self.look, self.say(words), **style)
        button.setObjectName(goes.name)
        button.activated.connect(self._acting(goes))
        return button

    def add_buttons(self, *buttons: QWidget, before_mm: float | None = None) -> FlowRow:
        """Adds buttons one after the other, each as wide as its words."""
        row = FlowRow(self.look, parent=self)
        for button in buttons:
            row.add_tile(button)
        self.add(row, space_before_mm=before_mm)
        return row

    def add_tiles(
        self, tiles: Iterable[QWidget], *, before_mm: float | None = None, **style: Any
    ) -> TileGrid:
        """Adds buttons in equal columns; ``style`` as for TileGrid."""
        grid = TileGrid(self.look, parent=self, **style)
        for tile in tiles:
            grid.add_tile(tile)
        self.add(grid, space_before_mm=before_mm)
        return grid

    def card(self, name: str, words: Message | Pair, act: Effect = "", **style: Any) -> ChoiceCard:
        """Creates a card, to be placed by the caller.

        It can be chosen, or touched if ``act`` is given.

        ``style`` as for ChoiceCard.
        """
        if act:
            style["kind"] = CardKind.ACTION
        card = ChoiceCard(self.look, self.say(words), **style)
        card.setObjectName(name)
        if act:
            card.activated.connect(self._acting(act))
        return card

    def add_cards(
        self, cards: Sequence[ChoiceCard], *, before_mm: float | None = None, **style: Any
    ) -> CardGrid:
        """Adds cards in equal columns; ``style`` as for CardGrid."""
        grid = CardGrid(self.look, cards, parent=self, **style)
        self.add(grid, space_before_mm=before_mm)
        return grid

    def add_choice(
        self,
        cards: Sequence[ChoiceCard],
        chosen: int | None,
        choose: Callable[[int], object],
        **style: Any,
    ) -> CardGrid:
        """Adds cards of which one is chosen.

        ``choose`` is called with the position of the touched one.
        """
        grid = self.add_cards(cards, **style)
        grid.set_checked([] if chosen is None else [chosen])

        def on_changed() -> None:
            for place in grid.checked():
                choose(place)

        grid.changed.connect(on_changed)
        return grid

    def add_answer(
        self,
        name: str,
        question: Message | Pair,
        answer: Message | Pair,
        goes: str | Request,
        *,
        answered: bool,
    ) -> AnswerRow:
        """Adds a row with a question, its answer, and a way to change it."""
        row = AnswerRow(
            self.look, self.say(question), self.say(answer), answered=answered, parent=self
        )
        row.setObjectName(name)
        row.activated.connect(self._acting(goes))
        self.add(row)
        return row

    def _acting(self, act: Effect) -> Callable[[], object]:
        return act if callable(act) else lambda: self.go.emit(act)

    def every(self, ms: int, act: Callable[[], object]) -> QTimer:
        """Calls a function repeatedly until the page goes away."""
        timer = QTimer(self)
        timer.timeout.connect(act)
        timer.start(ms)
        return timer

    # ---- places ----------------------------------------------------------------------

    def insert_after_heading(self, widget: QWidget) -> None:
        """Inserts a widget right under the heading, where it is seen at once."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        row = self._heading_row
        layout.insertWidget(layout.indexOf(row) + 1 if row else 0, widget)

    def room_of_heading(self) -> int:
        """The width in pixels of the heading and the widgets beside it."""
        return self._room_of_heading or self.widest(self.look.scale.width_px)

    def take_away(self, widget: QWidget | None) -> None:
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the focus ring around the heading and its pictogram."""
        row, look = self._heading, self.look
        if row is None or not row.label.ring_shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.theme.focus), look.ring))
        out = look.ring_gap + look.ring / 2 + 1
        place = QRect(row.mapTo(self, QPoint()), row.size())
        box = QRectF(place).adjusted(-out - 2, -out, out + 2, out)
        painter.drawRoundedRect(box, look.radius, look.radius)
