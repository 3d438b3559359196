"""What every screen is: a column of content, words for the primary button, and a way to leave."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pdkiosk.guide.model import Callout as GuideCallout
from pdkiosk.guide.model import Term, Text, Words
from pdkiosk.guide.terms import terms_in
from pdkiosk.interview.codes import question_codes
from pdkiosk.interview.rules import Situation, holds, on_answers
from pdkiosk.language.message import Message
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.a_number_drawing import ANumberDrawing
from pdkiosk.ui.screens.touched_terms import touch_terms
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import (
    Callout,
    Column,
    FlowRow,
    Pair,
    TextPair,
    Tone,
    WordButton,
)
from pdkiosk.ui.widgets.callout import tone_colours
from pdkiosk.ui.widgets.icon_heading import IconHeading
from pdkiosk.ui.widgets.spoken import FOLLOWS, follows, own_texts, speaks
from pdkiosk.ui.widgets.text_columns import TextColumns

# Translators: under a drawing of a paper of the immigration court with the A-number on it.
_NOTICE = Message("Notice to Appear", "a_number.notice")
# Translators: under a drawing of a paper that says that immigration received an application.
_RECEIPT = Message("Receipt from immigration", "a_number.receipt")
# Translators: under a drawing of the band that a detained person wears.
_WRISTBAND = Message("Wristband", "a_number.wristband")
# Translators: said aloud, of a drawing of a Notice to Appear.
_ON_NOTICE = Message("Drawing: the A-number is near the top of this paper.", "a_number.on_notice")
# Translators: said aloud, of a drawing of a receipt.
_ON_RECEIPT = Message("Drawing: the A-number is in a box of this paper.", "a_number.on_receipt")
# Translators: said aloud, of a drawing of a wristband.
_ON_WRISTBAND = Message(
    "Drawing: the A-number is in the middle of the wristband.", "a_number.on_wristband"
)

_LONGEST_LINE = 78  # letters of the font's average width: some 70 of a real text
_MANY_BULLETS = 8  # from so many on they stand in two columns
_COLUMNS_FROM_EMS = 42  # where the screen is as wide


class Screen(Column):
    """One screen. ``changed``: an answer changed, so what is shown may have to change too.

    ``go`` asks the shell for another place (a step, a tool, "term:nta", "page:old").
    """

    changed = Signal()
    go = Signal(str)

    primary: Message | None = wording.NEXT
    primary_icon = "arrow-right"
    # Then the bar has no second button that erases: one way out is enough.
    primary_erases = False

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, top_mm=6.5, spacing_mm=3.6, max_width_mm=385)
        self.context = context
        self.beside_heading: list[QWidget] = []  # the keyboard comes to them first

    def leave(self) -> bool:
        """Whether the person may go on; otherwise the screen now says what is missing."""
        return True

    def focus_first(self) -> None:
        """Puts the keyboard where an answer is expected; by default nowhere."""

    def add_overline(self, message: Message) -> TextPair:
        """What the question belongs to, small, above the heading."""
        look = self.context.look
        line = TextPair(
            look,
            self.context.pair(message),
            TextRole.SMALL,
            colour=look.theme.primary,
            inline=True,
            parent=self,
        )
        self.add(line)
        return line

    heading_tone: Tone | None = None
    _heading: IconHeading | None = None
    _heading_row: QWidget | None = None  # the heading, with what stands beside it

    def add_heading(self, message: Message, icon: str = "", *, question: str = "") -> IconHeading:
        """The question or idea of the screen, with its pictogram.

        ``question``: its id, for the code by which the answer sheet names it.
        """
        look = self.context.look
        tone = tone_colours(look, self.heading_tone) if self.heading_tone else None
        code = question_codes(self.context.guide).get(question, "")
        row = IconHeading(
            look,
            self.context.pair(message),
            icon,
            tone=tone,
            code=Pair(code) if code else None,
            parent=self,
        )
        row.setObjectName("heading")
        row.label.ring_changed.connect(self.update)
        self._heading, self._heading_row = row, row
        self.add(row)
        return row

    def paintEvent(self, event: QPaintEvent) -> None:
        """The focus ring of the heading, around it and its pictogram."""
        row = self._heading
        if row is None or not row.label.ring_shown:
            return
        look = self.context.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.theme.focus), look.ring))
        out = look.ring_gap + look.ring / 2 + 1
        place = QRect(row.mapTo(self, QPoint()), row.size())
        box = QRectF(place).adjusted(-out - 2, -out, out + 2, out)
        painter.drawRoundedRect(box, look.radius, look.radius)

    def insert_after_heading(self, widget: QWidget) -> None:
        """Puts a widget right under the heading, where it is seen at once."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        row = self._heading_row
        layout.insertWidget(layout.indexOf(row) + 1 if row else 0, widget)

    def add_lead(self, words: Words) -> None:
        """What is said first under the heading."""
        pair = self.context.words(words)
        self.add(TextPair(self.context.look, pair, max_chars=_LONGEST_LINE, parent=self))

    def add_texts(self, texts: list[Text], situation: Situation) -> None:
        """Paragraphs and bullets of the guide, those whose condition holds."""
        shown = [text for text in texts if holds(text.when, situation)]
        bullets = [text for text in shown if text.bullet]
        look = self.context.look
        beside = look.scale.width_px >= look.body_px * _COLUMNS_FROM_EMS
        for text in shown:
            if not beside or len(bullets) < _MANY_BULLETS or not text.bullet:
                self.add(text_label(self.context, text, self))
            elif text is bullets[0]:
                labels = [text_label(self.context, bullet, self) for bullet in bullets]
                self.add(TextColumns(look, labels, parent=self))

    def add_callouts(self, callouts: list[GuideCallout], situation: Situation) -> None:
        """Boxes of the guide, those whose condition holds.

        Those with a condition are named "said", so that the shell can bring them into view.
        """
        for callout in callouts:
            if holds(callout.when, situation):
                box = callout_box(self.context, callout, situation, self)
                box.setObjectName("said" if callout.when else "")
                self.add(box)

    def add_a_number_drawing(self) -> None:
        """Where the A-number stands on the usual papers."""
        pair = self.context.pair
        captions = (pair(_NOTICE), pair(_RECEIPT), pair(_WRISTBAND))
        told = (pair(_ON_NOTICE), pair(_ON_RECEIPT), pair(_ON_WRISTBAND))
        self.add(ANumberDrawing(self.context.look, captions, told, parent=self))

    def add_words(self, named: list[str]) -> None:
        """The legal words of the page, each to be touched for its meaning.

        ``named``: those that the page explains; besides them all that stand in what was added.
        """
        guide = self.context.guide
        told = {*named, *self._terms(following=False)}
        found = told | {*self._terms(following=True)}
        terms = [term for term in guide.term if term.id in found]
        if not terms:
            return
        rows = []
        for stacked in (False, True):
            row = self._word_row(terms, told, stacked=stacked)
            if self._put_beside_heading(row):
                break
            rows.append(row)
        else:
            width = self.widest(self.context.look.scale.width_px)
            row = min(rows, key=lambda row: row.heightForWidth(width))
            rows.remove(row)
            self.add(row)
        for other in rows:
            other.setParent(None)
            other.deleteLater()
        touch_terms(self, self.context, terms, self.go.emit)

    def _terms(self, *, following: bool) -> list[str]:
        """The legal words in what stands there because of answers, or in all else."""
        return terms_in(self.context.guide, self._sources(following=following), lambda when: True)

    def _sources(self, *, following: bool) -> list[str]:
        """What the program says on the page so far, in English.

        ``following``: what stands there because of answers, or all else.
        """
        return [
            text
            for widget in self.findChildren(QWidget)
            if speaks(widget) and not widget.isHidden() and follows(widget) is following
            for spoken in own_texts(widget)
            if spoken.pair.source is not None
            for text in _texts(spoken.pair.source)
        ]

    def _word_row(self, terms: list[Term], told: set[str], *, stacked: bool) -> FlowRow:
        look = self.context.look
        row = FlowRow(look, parent=self)
        for term in terms:
            words = self.context.words(term.term)
            button = WordButton(look, words, stacked=stacked, parent=row)
            button.setObjectName(f"term:{term.id}")
            if term.id not in told:
                button.setProperty(FOLLOWS, True)
            button.activated.connect(lambda name=f"term:{term.id}": self.go.emit(name))
            row.add_tile(button)
        return row

    def _put_beside_heading(self, row: FlowRow) -> bool:
        """Puts the words of the page at the end of its heading's line, where there is room."""
        heading, scale = self._heading, self.context.look.scale
        layout = self.layout()
        if heading is None or heading is not self._heading_row:
            return False
        assert isinstance(layout, QVBoxLayout)
        words = row.sizeHint().width()
        if heading.sizeHint().width() + 2 * scale.mm(8.0) + words > self.widest(scale.width_px):
            return False
        line = QWidget(self)
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(scale.mm(8.0))
        layout.replaceWidget(heading, line)
        across.addWidget(heading, 1)
        row.setFixedWidth(words)
        across.addWidget(row, 0, Qt.AlignmentFlag.AlignVCenter)
        if heading.code is not None:  # it stays at the end of the line
            across.addWidget(heading.code, 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        line.setSizePolicy(policy)
        self._heading_row = line
        self.beside_heading = list(row.tiles)
        return True


def _texts(message: Message) -> Iterator[str]:
    """The message in English, and the messages that are put into it."""
    yield message.text
    for part in message.args.values():
        if isinstance(part, Message):
            yield from _texts(part)


def text_label(context: Context, text: Text, parent: Column) -> TextPair:
    """A paragraph, or a bullet with its mark before it."""
    pair = context.words(text.text)
    label = TextPair(context.look, pair, bullet=text.bullet, max_chars=_LONGEST_LINE, parent=parent)
    if on_answers(text.when):
        label.setProperty(FOLLOWS, True)
    return label


def callout_box(
    context: Context, callout: GuideCallout, situation: Situation, parent: Column
) -> Callout:
    """A box of the guide."""
    body = [context.words(t.text) for t in callout.text if holds(t.when, situation)]
    tone = Tone[callout.tone.upper()]
    box = Callout(context.look, tone, context.words(callout.title), body, parent=parent)
    if on_answers(callout.when) or any(on_answers(text.when) for text in callout.text):
        box.setProperty(FOLLOWS, True)
    return box
