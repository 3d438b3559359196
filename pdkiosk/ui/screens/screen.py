"""What every screen is: a column of content, words for the primary button, and a way to leave."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdkiosk.guide.model import Callout as GuideCallout
from pdkiosk.guide.model import Text
from pdkiosk.interview.codes import question_codes
from pdkiosk.interview.rules import Situation, holds
from pdkiosk.language.message import Message
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.theme import TextRole
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
from pdkiosk.ui.widgets.text_columns import TextColumns

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

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, top_mm=6.5, spacing_mm=3.6, max_width_mm=385)
        self.context = context

    def leave(self) -> bool:
        """Whether the person may go on; otherwise the screen now says what is missing."""
        return True

    def focus_first(self) -> None:
        """Puts the keyboard where an answer is expected; by default nowhere."""

    def add_overline(self, message: Message) -> None:
        """What the question belongs to, small, above the heading."""
        look = self.context.look
        self.add(
            TextPair(
                look,
                self.context.pair(message),
                TextRole.SMALL,
                colour=look.theme.primary,
                inline=True,
                parent=self,
            )
        )

    heading_tone: Tone | None = None

    def add_heading(self, message: Message, icon: str = "", *, question: str = "") -> None:
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
        self.add(row)

    def insert_after_heading(self, widget: QWidget) -> None:
        """Puts a widget right under the heading, where it is seen at once."""
        layout = self.layout()
        heading = self.findChild(IconHeading)
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(heading) + 1 if heading else 0, widget)

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

    def add_words(self, term_ids: list[str]) -> None:
        """The legal words of the page, each to be touched for its meaning."""
        terms = [term for term in self.context.guide.term if term.id in term_ids]
        if not terms:
            return
        row = FlowRow(self.context.look, parent=self)
        for term in terms:
            button = WordButton(self.context.look, self.context.words(term.term), parent=row)
            button.setObjectName(f"term:{term.id}")
            button.activated.connect(lambda name=f"term:{term.id}": self.go.emit(name))
            row.add_tile(button)
        self.add(row)


def text_label(context: Context, text: Text, parent: Column) -> TextPair:
    """A paragraph, or a bullet with its mark before it."""
    pair = context.words(text.text)
    return TextPair(context.look, pair, bullet=text.bullet, max_chars=78, parent=parent)


def callout_box(
    context: Context, callout: GuideCallout, situation: Situation, parent: Column
) -> Callout:
    """A box of the guide."""
    body = [context.words(t.text) for t in callout.text if holds(t.when, situation)]
    tone = Tone[callout.tone.upper()]
    return Callout(context.look, tone, context.words(callout.title), body, parent=parent)
