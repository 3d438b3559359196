"""The letter, to be read before printing: each sentence links back to its question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QWidget

from pdkiosk.documents.messages_in import sentences_in
from pdkiosk.documents.model import (
    Block,
    CheckRow,
    Document,
    ExhibitTable,
    Heading,
    ListRow,
    OwnWords,
    PageBreak,
    Paragraph,
    Reference,
    Sentence,
    Signature,
    WriteIn,
)
from pdkiosk.documents.sentence_runs import sentence_runs
from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import said
from pdkiosk.interview.flow import Step
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.message import Message, RunKind
from pdkiosk.session.requests import Act, Change
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.all_answers import add_all_answers
from pdkiosk.ui.screens.letter_sheet import LetterSheet, SentenceRow, SheetText
from pdkiosk.ui.screens.page import Aside
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import FlowRow, Tone
from pdkiosk.ui.widgets.answer_row import AnswerRow
from pdkiosk.ui.widgets.focus_order import focus_stops, put_in_order
from pdkiosk.ui.widgets.icon_heading import IconHeading
from pdkiosk.ui.widgets.spoken import FOLLOWS, PRIVATE
from pdkiosk.ui.widgets.text_lines import Span
from pdkiosk.ui.widgets.two_columns import TwoColumns, has_two_columns

# Translators: above the sheet in the person's language.
_LEFT = Message("To read, in your language", "letter_screen.left")
# Translators: above the sheet in English.
_RIGHT = Message("What ICE will read", "letter_screen.right")
# Translators: a line of the letter that is filled in by hand; {label} says with what.
_TO_FILL_IN = Message("{label} __________", "letter_screen.to_fill_in")
# Translators: on the letter, a quiet button beside “Read on”: goes on without having seen the end.
_HAVE_READ = Message("I have read it all", "letter_screen.have_read")
# Translators: a button below the letter on the screen: shows what is the same in each letter, too.
_WHOLE = Message("The whole page", "letter_screen.whole")
# Translators: a button below the letter on the screen: lists what was asked and answered.
_ANSWERS = Message("My answers", "letter_screen.answers")
# Translators: beside the letter on the screen, above a list: what is still to be written into the
# printed letter with a pen.
_BY_HAND = Message("Missing, by hand", "letter_screen.by_hand")
# Translators: in the list of what is still to be written into the printed letter with a pen.
_SIGNATURE = Message("Your signature", "letter_screen.signature")


_AHEAD_MS = 300


def _folded(blocks: Sequence[Block]) -> list[bool]:
    """The blocks that are shown only if the person asks for the whole page.

    These are blocks that are the same in every letter, repetitions, and the headings of such
    blocks. Never anything that came from an answer, least of all own words.
    """
    found: list[bool] = []
    ended = False
    for block in blocks:
        ended = ended or isinstance(block, ExhibitTable | PageBreak)
        match block:
            case Paragraph():
                told = block.number is not None and any(s.origin for s in block.sentences)
                found.append(ended or not told)
            case Heading():
                found.append(ended)
            case OwnWords():
                found.append(False)
            case WriteIn() | ListRow():
                found.append(ended)
            case _:
                found.append(True)
    for place in range(len(blocks) - 2, -1, -1):
        if isinstance(blocks[place], Heading):
            found[place] = found[place + 1]
    return found


class LetterScreen(Screen):
    """The letter in the person's language, sentence by sentence, and optionally in English.

    What it says about the person comes first. The rest (addressee, the summary of the same facts,
    signature lines, exhibits, proof of service) is shown on request.
    """

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        self._step = step
        first = context.preferences.first
        both = context.preferences.everywhere and first != SOURCE_LANGUAGE
        self._languages = [first, SOURCE_LANGUAGE] if both else [first]
        letter = context.papers.letter()
        # Two languages need the whole width.
        self._columns = None
        if len(self._languages) == 1 and has_two_columns(self.look):
            self._columns = self._add_columns(letter)
        else:
            self.add_page_heading(step.page)
        self._sheet = LetterSheet(context.look, len(self._languages), parent=self)
        self._sheet.setProperty(PRIVATE, True)
        if len(self._languages) > 1:
            self._add_heads()
        # The short way does not ask everything: what it skips has no page to go to.
        steps = context.interview.course().steps
        self._asked = {question.id for asked in steps for question in asked.questions}
        self._folded: list[SentenceRow] = []
        self._fill(letter)
        self._put(self._sheet)
        if self._columns is None:
            self.add(self._by_hand(letter))
        self._whole = self.small_button("letter.whole", _WHOLE, self._unfold, "file-text")
        self._answers = self.small_button(
            "letter.answers", _ANSWERS, self._list_answers, "list-checks"
        )
        self._offers = FlowRow(self.look, parent=self)
        for button in (self._whole, self._answers):
            self._offers.add_tile(button)
        self._put(self._offers)
        self.add_words([])
        if context.history.answers_listed:  # the person comes back from one of them
            self._list_answers()
        # While the person reads the letter, the papers are made one after the other, so that their
        # page opens at once: all take 0.2 s, on an old machine 2 s.
        self._ahead = QTimer(self, interval=_AHEAD_MS)
        self._ahead.timeout.connect(self._make_ahead)
        self._ahead.start()

    def _make_ahead(self) -> None:
        try:
            more = self.context.papers.make_one(self.context.preferences.first)
        except Exception:  # the papers page fails the same way and says so
            more = False
        if not more:
            self._ahead.stop()

    @property
    def reads_on(self) -> bool:
        return self._step.id not in self.context.history.read

    def end_is_hidden(self) -> None:
        if self.reads_on:
            # Reading is encouraged, not forced: people who have read it elsewhere, or cannot, may
            # go on.
            self.aside = Aside("letter.read", _HAVE_READ, "skip-forward", Act.SKIP)

    def end_was_seen(self) -> None:
        self.context.history.read.add(self._step.id)
        self.aside = None

    def _add_columns(self, letter: Document) -> TwoColumns:
        """Puts the page's explanation beside the sheet, where it stays during scrolling."""
        page = self._step.page
        columns = TwoColumns(self.look, self)
        if page.next_label:
            self.primary = said(page.next_label)
        heading = IconHeading(self.look, self.say(said(page.title)), page.icon, parent=self)
        self.take_heading(heading, room=columns.side_width)
        columns.add_beside(heading)
        if page.lead:
            columns.add_beside(self.box(Tone.DONE, said(page.lead)))
        columns.add_beside(self._by_hand(letter))
        self.add(columns)
        return columns

    def _by_hand(self, letter: Document) -> QWidget:
        """A box that lists what has to be filled in on paper."""
        missing = self._missing(letter)
        box = self.box(Tone.NOTE, _BY_HAND, *(self.explain(words) for words in missing))
        box.setProperty(FOLLOWS, True)
        return box

    def _missing(self, letter: Document) -> list[Message]:
        """Questions whose answers are blank in the letter, each once, and the signature.

        Labels of lines under a sentence are named as on paper.
        """
        names = {asked.id: said(asked.short) for asked in all_questions(self.context.guide)}
        found: dict[str, Message] = {}
        for sentence in sentences_in(letter):
            runs = self.context.catalogs.runs(sentence.message, SOURCE_LANGUAGE)
            if sentence.origin in names and any(run.kind is RunKind.BLANK for run in runs):
                found.setdefault(sentence.origin, names[sentence.origin])
            if sentence.by_hand is not None:
                found.setdefault(sentence.by_hand.text, sentence.by_hand)
        return [*found.values(), _SIGNATURE]

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._columns is not None:
            self._columns.go_along(-self.y())

    def _put(self, widget: QWidget) -> None:
        if self._columns is None:
            self.add(widget)
        else:
            self._columns.add(widget)

    def _add_heads(self) -> None:
        """Adds the titles above the two sheets."""
        names = [self.context.language(code).name for code in self._languages]
        heads = [
            SheetText(
                f"{name}: {self.context.catalogs.text(words, self.context.preferences.first)}"
            )
            for name, words in zip(names, (_LEFT, _RIGHT), strict=True)
        ]
        self.add(SentenceRow(self.context.look, heads, changeable=False, heading=True, parent=self))

    def _take_away(self, button: QWidget) -> None:
        button.hide()
        self._offers.set_tiles([tile for tile in self._offers.tiles if tile is not button])

    def _unfold(self) -> None:
        self._take_away(self._whole)
        for row in self._folded:
            row.show()

    def _list_answers(self) -> None:
        self._take_away(self._answers)
        self.context.history.answers_listed = True
        add_all_answers(self, self.context)
        # Put it at the end of the page in the focus order too: late widgets would come after the
        # bar.
        rows = [stop for stop in focus_stops(self) if isinstance(stop, AnswerRow)]
        put_in_order([self._answers, *rows])

    def _fill(self, letter: Document) -> None:
        for place, folded in enumerate(_folded(letter.blocks)):
            before = self._sheet.rows()
            self._add(letter.blocks[place], letter.blocks[place + 1 : place + 2])
            if folded:
                self._folded += self._sheet.rows()[len(before) :]
        for row in self._folded:
            row.hide()
            row.setObjectName("")  # so that returning from a question leads to something visible

    def _add(self, block: Block, following: tuple[Block, ...]) -> None:
        match block:
            case Heading():
                self._row(Sentence(block.message), heading=True, icon=self._icon(following))
            case Reference():
                self._row(block.title, heading=True)
                for line in block.lines:
                    self._row(line)
            case Paragraph():
                number = f"{block.number}." if block.number else ""
                for index, sentence in enumerate(block.sentences):
                    self._row(sentence, number="" if index else number)
            case OwnWords():
                label = f"{block.number}." if block.number else ""
                self._row(Sentence(block.label, block.origin), number=label)
                self._own_words(block)
            case WriteIn():
                self._row(block.value or Sentence(_TO_FILL_IN(label=block.label)))
            case Signature():
                for words in block.labels:
                    self._row(Sentence(_TO_FILL_IN(label=words)))
            case CheckRow():
                self._row(block.sentence, number="[x]" if block.checked else "[ ]")
                for line in block.details:
                    self._row(line)
            case ListRow():
                self._row(block.sentence, number="•")
            case ExhibitTable():
                self._row(Sentence(block.title), heading=True)
                for exhibit in block.rows:
                    self._row(exhibit.description, number=f"{exhibit.letter}.")
            case _:
                pass

    def _own_words(self, block: OwnWords) -> None:
        texts = [SheetText(block.text)] * len(self._languages)
        row = SentenceRow(self.context.look, texts, own=True, parent=self._sheet)
        self._place(row, block.origin)

    def _icon(self, blocks: tuple[Block, ...]) -> str:
        """The pictogram of the page that the first of these sentences came from."""
        pages = self.context.guide.page
        icons = {question.id: page.icon for page in pages for question in page.questions}
        found = (icons.get(sentence.origin, "") for sentence in sentences_in(blocks))
        return next((icon for icon in found if icon), "")

    def _row(
        self, sentence: Sentence, *, number: str = "", heading: bool = False, icon: str = ""
    ) -> None:
        row = SentenceRow(
            self.context.look,
            [self._say(sentence, language) for language in self._languages],
            number=number,
            changeable=sentence.origin in self._asked,
            heading=heading,
            icon=icon,
            parent=self._sheet,
        )
        self._place(row, sentence.origin)

    def _place(self, row: SentenceRow, origin: str) -> None:
        if origin in self._asked:
            row.setObjectName(f"sentence:{origin}")
            row.activated.connect(lambda: self.go.emit(Change(origin, "sentence")))
        self._sheet.add(row)

    def _say(self, sentence: Sentence, language: str) -> SheetText:
        """The sentence in one language, as on paper."""
        text = ""
        spans: dict[RunKind, list[Span]] = {RunKind.OWN: [], RunKind.PROOF: []}
        for run in sentence_runs(self.context.catalogs, sentence, language):
            spans.get(run.kind, []).append((len(text), len(run.text)))
            text += run.text
        return SheetText(text, spans[RunKind.OWN], spans[RunKind.PROOF])
