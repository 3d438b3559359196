"""The base of every screen: a column of content, a primary button, and a way to leave."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pdkiosk.guide.drawings import DRAWINGS
from pdkiosk.guide.model import Callout as GuideCallout
from pdkiosk.guide.model import Figure, Term, Text, Words, said
from pdkiosk.guide.model import Page as GuidePage
from pdkiosk.guide.terms import terms_in
from pdkiosk.interview.rules import holds, law_overdue, on_answers
from pdkiosk.interview.situation import Situation
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Request, Tool, ToolKind
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.glossary_links import link_terms, mark_answers
from pdkiosk.ui.screens.page import Page
from pdkiosk.ui.widgets import NOTHING, Callout, FlowRow, Pair, TextPair, Tone
from pdkiosk.ui.widgets.big_button import WordButton
from pdkiosk.ui.widgets.figure_row import FigureRow
from pdkiosk.ui.widgets.geometry import spaced
from pdkiosk.ui.widgets.spoken import FOLLOWS, follows, own_texts, speaks
from pdkiosk.ui.widgets.text_columns import TextColumns

# Translators: title of a box with words of this facility under a page of the guide.
_FROM_HERE = Message("A note from this facility", "screen.local_note")

_LONGEST_LINE = 78  # letters of the font's average width: some 70 of a real text
_MANY_BULLETS = 8  # from this many on, they are in two columns
_COLUMNS_FROM_EMS = 42  # if the screen is this wide
_MORE_ICON, _WORDS_ICON = "info", "book-open"
_BESIDE_MM = 8.0  # between the heading and the widgets beside it


class Screen(Page):
    """A screen. ``changed``: an answer has changed, so what is shown may have to change too."""

    changed = Signal()

    primary: Message | None = wording.NEXT
    primary_goes: Request | None = None  # the request of the primary button, if it is not "next"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.context = context

    def leave(self) -> bool:
        """Whether the person may go on; if not, the screen now says what is missing."""
        if self.primary_goes is not None:
            self.go.emit(self.primary_goes)
        return self.primary_goes is None

    def take_aside(self) -> None:
        """The secondary button was touched."""
        if self.aside is not None:
            self._acting(self.aside.act)()

    def signature(self) -> object:
        """A value that what is shown depends on; None if it never changes with answers."""
        return None

    def _open_term(self, term_id: str) -> None:
        self.go.emit(Tool(ToolKind.TERM, term_id))

    def add_page_heading(self, page: GuidePage, *, question: str = "") -> None:
        """Adds the heading of a page of the guide, its lead text, and its words for the button.

        ``question``: the id of the question, for its code on the answer sheet.
        """
        if page.next_label:
            self.primary = said(page.next_label)
        self.add_heading(self.title_of(page), self.icon_of(page), code=self.code_of(question))
        if page.lead:
            self.add_lead(page.lead)

    def icon_of(self, page: GuidePage) -> str:
        """The icon beside the heading of a page of the guide."""
        return page.icon

    def title_of(self, page: GuidePage) -> Message:
        """The current title of a page of the guide."""
        return said(page.title)

    def code_of(self, question: str) -> Pair | None:
        """The code of a question on the answer sheet."""
        code = self.context.codes.get(question)
        return Pair(code) if code else None

    def add_lead(self, words: Words) -> None:
        """Adds the lead text under the heading."""
        self.add_text(said(words), max_chars=_LONGEST_LINE)

    def add_texts(self, texts: list[Text], situation: Situation) -> None:
        """Adds the paragraphs and bullets of the guide whose condition holds."""
        shown = [text for text in texts if holds(text.when, situation)]
        bullets = [text for text in shown if text.bullet]
        look = self.look
        beside = look.scale.width_px >= look.body_px * _COLUMNS_FROM_EMS
        overdue = any(law_overdue(situation, text.law) for text in shown)
        for text in shown:
            if not beside or len(bullets) < _MANY_BULLETS or not text.bullet:
                self.add(self._text(text))
            elif text is bullets[0]:
                labels = [self._text(bullet) for bullet in bullets]
                self.add(TextColumns(look, labels, parent=self))
        if overdue:
            self.add_text(wording.MAY_HAVE_CHANGED)

    def _text(self, text: Text) -> TextPair:
        """Creates a paragraph, or a bullet with its mark."""
        words, bullet = self.explain(said(text.text)), text.bullet
        label = TextPair(self.look, words, bullet=bullet, max_chars=_LONGEST_LINE, parent=self)
        if on_answers(text.when):
            label.setProperty(FOLLOWS, True)
        return label

    def add_callouts(self, callouts: list[GuideCallout], situation: Situation) -> None:
        """Adds the boxes of the guide whose condition holds."""
        for box in self.boxes(callouts, situation):
            self.add(box)

    def boxes(self, callouts: list[GuideCallout], situation: Situation) -> Iterator[Callout]:
        """Creates the boxes of the guide whose condition holds, to be placed by the caller.

        Those with a condition are named "said", so that the shell can bring them into view.
        """
        for callout in callouts:
            if holds(callout.when, situation):
                shown = [text for text in callout.text if holds(text.when, situation)]
                body = [said(text.text) for text in shown]
                if any(law_overdue(situation, text.law) for text in shown):
                    body.append(wording.MAY_HAVE_CHANGED)
                name = "said" if callout.when else ""
                tone = Tone[callout.tone.upper()]
                box = self.box(tone, said(callout.title), *body, name=name)
                if any(
                    on_answers(when) for when in (callout.when, *(t.when for t in callout.text))
                ):
                    box.setProperty(FOLLOWS, True)
                yield box

    def add_local_notes(self, page: GuidePage) -> None:
        """Adds the facility's own words under this page."""
        for line in self.context.facility.local_notes:
            name, _, words = line.partition(":")
            if name.strip() == page.id:
                self.add_box(Tone.NOTE, _FROM_HERE, Pair(words.strip()))

    def add_figures(self, figures: list[Figure], *, room: int = 0) -> None:
        """Adds drawings with captions; ``room`` as for FigureRow."""
        if figures:
            shown = [
                (each.drawing, self.say(DRAWINGS[each.drawing]), self.say(said(each.caption)))
                for each in figures
            ]
            self.add(FigureRow(self.look, shown, room=room, parent=self))

    def add_words(self, named: list[str], chapter: str = "") -> None:
        """Makes the legal terms of the page touchable for their meaning.

        ``named``: the terms that the page explains; terms in the added texts are found too. One
        button leads to all of them, for people who cannot hit a word; another to the ``chapter`` of
        the guide that says more about the page.
        """
        guide = self.context.guide
        told = {*named, *self._terms(following=False)}
        found = told | {*self._terms(following=True)}
        terms = [term for term in guide.term if term.id in found]
        if not terms and not chapter:
            return
        tool = words_tool(terms, told) if terms else None
        row = self._put_words(tool, chapter)
        if terms and not told:
            row.tiles[-1].setProperty(FOLLOWS, True)
        link_terms(self, self.context, terms, self._open_term)
        mark_answers(self, self.context, terms, self._open_term)

    def _put_words(self, tool: Tool | None, chapter: str) -> FlowRow:
        """Puts the buttons at the end of the heading's line, in the same place on every page.

        With as many words as fit, preferably beside a heading that stays on one line; all of them
        below the page only if a word of the heading would be torn.
        """
        words, more = self.say(wording.WORDS), self.say(wording.MORE_ABOUT_THIS)
        short = self.say(wording.WORDS_SHORT)
        forms = ((words, more), (short, more), (short, NOTHING), (NOTHING, NOTHING))
        rooms = [self._room_of_row(tool, chapter, *form) for form in forms]
        most = None
        if not any(self._fits_beside_heading(room, None) for room in rooms):
            most = self._height_beside(rooms[-1])
        for form, room in zip(forms, rooms, strict=True):
            if self._fits_beside_heading(room, most):
                row = self._word_row(tool, chapter, *form, stacked=True)
                self.put_beside_heading(row)
                return row
        row = self._word_row(tool, chapter, words, more, stacked=False)
        self.add(row)
        return row

    def _room_of_row(self, tool: Tool | None, chapter: str, words: Pair, more: Pair) -> int:
        """The width in pixels of the row at the end of the heading's line."""
        widths = [self._button_width(more, _MORE_ICON)] if chapter else []
        if tool is not None:
            widths.append(self._button_width(words, _WORDS_ICON))
        return sum(widths) + self.look.scale.gap * (len(widths) - 1)

    def _button_width(self, words: Pair, icon: str) -> int:
        """The width in pixels of a button with these words, on every page with this look."""
        known = self.look.button_widths
        key = (words.first, words.second, icon)
        if key not in known:
            button = WordButton(self.look, words, stacked=True, icon=icon, parent=self)
            known[key] = button.sizeHint().width()
            self.take_away(button)
        return known[key]

    def _height_beside(self, room: int) -> int:
        """The height of the heading with a row of this width at the end of its line, in pixels."""
        if self._heading is None:
            return 0
        room += self.look.scale.mm(_BESIDE_MM)
        return self._heading.heightForWidth(max(1, self.room_of_heading() - room))

    def _fits_beside_heading(self, room: int, most: int | None) -> bool:
        """Whether a row of this width can be at the end of the heading's line.

        ``most``: the maximum height of the heading in pixels; None: it must stay on one line.
        """
        heading, gap = self._heading, self.look.scale.mm(_BESIDE_MM)
        if heading is None:
            return False
        rest = self.room_of_heading() - room - gap
        if most is None:
            return heading.sizeHint().width() + gap <= rest
        return heading.least_width() <= rest and self._height_beside(room) <= most

    def _terms(self, *, following: bool) -> list[str]:
        """The legal terms in texts shown because of answers, or in all other texts."""
        said = (
            text
            for widget in self.findChildren(QWidget)
            if speaks(widget) and not widget.isHidden() and follows(widget) is following
            for spoken in own_texts(widget)
            if spoken.pair.source is not None
            for text in _texts(spoken.pair.source)
        )
        return terms_in(self.context.guide, " ".join(said))

    def _word_row(
        self, tool: Tool | None, chapter: str, words: Pair, more: Pair, *, stacked: bool
    ) -> FlowRow:
        row = FlowRow(self.look, parent=self)
        if chapter:
            goes = Tool(ToolKind.CHAPTER, chapter)
            button = self.word_button(goes, more, stacked=stacked, icon=_MORE_ICON, parent=row)
            button.setObjectName("more")
            button.setAccessibleName(self.say(wording.MORE_ABOUT_THIS).spoken())
            row.add_tile(button)
        if tool is not None:  # at the end: in the same place, whether or not there is more to read
            button = self.word_button(tool, words, stacked=stacked, icon=_WORDS_ICON, parent=row)
            button.setObjectName("words")
            button.setAccessibleName(self.say(wording.WORDS).spoken())
            row.add_tile(button)
        return row

    def put_beside_heading(self, row: FlowRow) -> None:
        """Puts the term buttons at the end of the heading's line."""
        heading = self._heading
        assert heading is not None
        place = heading.parentWidget()
        layout = place.layout() if place is not None else None
        assert layout is not None
        line = QWidget(place)
        across = spaced(QHBoxLayout(line), self.look.scale.mm(_BESIDE_MM))
        layout.replaceWidget(heading, line)
        across.addWidget(heading, 1)
        if heading.code is not None:
            across.addWidget(heading.code, 0, Qt.AlignmentFlag.AlignTop)
        row.setFixedWidth(row.sizeHint().width())
        across.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)
        if heading is self._heading_row:
            self._heading_row = line
        self.beside_heading = list(row.tiles)


class ToolScreen(Screen):
    """A screen that is opened over a page; its primary button leads back to that page."""

    primary = wording.CLOSE
    primary_icon = "undo-2"


def words_tool(terms: list[Term], told: set[str]) -> Tool:
    """The tool that lists these terms; those not ``told`` are there because of answers."""
    kinds = ([t.id for t in terms if t.id in told], [t.id for t in terms if t.id not in told])
    return Tool(ToolKind.WORDS, "|".join(" ".join(ids) for ids in kinds))


def _texts(message: Message) -> Iterator[str]:
    """The English texts of the message and of the messages inserted into it."""
    yield message.text
    for part in message.args.values():
        if isinstance(part, Message):
            yield from _texts(part)
