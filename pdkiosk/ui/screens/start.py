"""The start screen: choose a language, and see at once what this is and what it is not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pdkiosk.guide.drawings import DRAWINGS
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.languages import with_text
from pdkiosk.language.message import Message, counted
from pdkiosk.printing.state import State
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.start_languages import MOST_LARGE, LanguageCards
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import (
    NOTHING,
    BigButton,
    ButtonKind,
    Column,
    FlowRow,
    HeadingLabel,
    NoteRow,
    PageScroll,
    Pair,
    Surface,
    SurfaceKind,
    TextPair,
)
from pdkiosk.ui.widgets.drawing import DrawingView
from pdkiosk.ui.widgets.due import Due
from pdkiosk.ui.widgets.geometry import spaced
from pdkiosk.ui.widgets.spoken import SILENT

# Translators: the first words that anybody sees.
_TOUCH = Message("Touch your language", "start.touch")
# Translators: what the program is, in one line, on the start screen.
_WHAT = Message("Free help with a letter to ICE", "start.what")
# Translators: under a drawing on the start screen.
_NOT_KEPT = Message("Nothing is kept here.", "start.not_kept")
# Translators: under a drawing on the start screen, where work can be saved.
_KEPT = Message("It is kept only if you save it.", "start.kept")
# Translators: under a drawing on the start screen, where there is no printer: pages are files that
# the library prints.
_IN_FOLDER = Message(
    "Your pages are kept at the library until they hand them to you.", "start.in_folder"
)
# Translators: under a drawing of an eraser on the start screen. {n} is a number.
_ERASED = counted(
    "When you finish, or after {n} minute without a touch, all is erased.",
    "When you finish, or after {n} minutes without a touch, all is erased.",
    "start.erased",
)
# Translators: under a drawing on the start screen.
_PAPER = Message("The paper is yours. Keep it safe.", "start.paper")
# Translators: the button on the start screen for who comes back to work saved before.
_SAVED_HERE = Message("I saved work here", "start.saved")
# Translators: under "Touch your language", after "I saved work here" was touched.
_OPEN = Message("Then you can open the work that you saved", "start.open")
# Translators: goes back from opening saved work to the usual start screen.
_NOT_NOW = Message("Back. I do not want to open saved work", "start.not_now")
# Translators, for each of these: at the foot of the start screen.
_NOT_ADVICE = Message(
    "This is not legal advice. Neither ICE nor this facility made it.", "start.not_advice"
)
_SEEN = Message("Others can see the screen.", "start.seen")
_CREDIT = Message("From a guide of 2011-2012 by the Florence Project", "start.credit")


# Translators: on the start screen, a button without words, for a screen reader: each touch makes
# all letters larger, then small again.
_SIZE = Message("Larger letters", "start.size")
# Translators: the same for the colors of the screen (black on white, white on black …).
_COLORS = Message("Other colors", "start.colours")

_FORGET_SECONDS = 60.0
_HEARD_SECONDS = 300.0  # reading the page aloud takes less, even slowly
_ASK_AGAIN_MS = 200
# From this height in ems on, the foot stays below the page; otherwise the page would have to
# scroll.
_FOOT_FROM_EMS = 36
_DRAWN_FROM_EMS = (36, 36)  # width and height from which on there is room for drawings
_MOST_DRAWN = 2  # languages; if there are more, they need the room
_ICONS = ("lock", "eraser", "file-text")
_DRAWINGS = ("keep-nothing", "erase", "paper-yours")
_KEPT_DRAWING = "letter-long"  # where pages are kept; the first promise would be false


class StartScreen(QWidget):
    """The start screen; ``chosen`` carries the code of the language that was touched.

    ``listen``: read this page aloud in a language. ``turned``: change the look ("size", "colors",
    or "usual" again). ``gone``: nobody has begun for a while.
    """

    chosen = Signal(str)
    turned = Signal(str)
    listen = Signal(str)
    saved_work = Signal(bool)
    gone = Signal()

    def __init__(self, context: Context, size: QSize, *, opening: bool = False) -> None:
        """``size``: of the window. ``opening``: the person wants to open saved work."""
        super().__init__()
        self.resize(size)
        self._context = context
        look = context.look
        em = look.body_px
        width, height = look.scale.width_px, look.scale.height_px
        self._many = len(context.languages) > MOST_LARGE
        few = len(context.languages) <= _MOST_DRAWN
        roomy = width >= em * _DRAWN_FROM_EMS[0] and height >= em * _DRAWN_FROM_EMS[1]
        self._drawn = few and roomy
        layout = spaced(QVBoxLayout(self), 0)
        codes, readable = list(context.languages), with_text(context.languages)
        others = [code for code in codes if code != SOURCE_LANGUAGE and code in readable]
        # Until a language is chosen, the first one other than English is shown beside English.
        self._first = others[0] if others else SOURCE_LANGUAGE
        column = Column(look, margin_mm=16, top_mm=6, max_width_mm=330, parent=self)
        column.add(self._welcome(opening, column))
        # Someone who changed the look, or listened, may have left.
        self.forget: Due | None = None
        if not context.preferences.usual_look:
            self._forget_in(_FORGET_SECONDS)
        self._cards = LanguageCards(context, column)
        self._cards.chosen.connect(self.chosen)
        self._cards.listen.connect(self.listen)
        # The next person has not touched anything yet, whatever the button says then.
        self._cards.listen.connect(lambda: self._forget_in(_HEARD_SECONDS))
        # Not if many languages need the room.
        upright = self._drawn and height > width
        column.add(self._cards, space_before_mm=14.0 if upright else 4.0)
        if context.facility.saving:
            column.add(self._saved(opening, column), space_before_mm=3.0)
        promises = self._promises(column)
        before = 5.0 if self._drawn else 3.0
        column.add(promises, space_before_mm=before, fills=self._drawn)
        # If room is short, the foot scrolls with the rest.
        tall = height >= em * _FOOT_FROM_EMS and roomy and not self._many
        if not tall:
            column.add(self._foot(column), space_before_mm=4.0)
        scroll = PageScroll(
            look,
            up=self._both(wording.SCROLL_UP),
            down=self._both(wording.SCROLL_DOWN),
            parent=self,
        )
        layout.addWidget(scroll, 1)
        if tall:
            layout.addWidget(self._foot(self))
        # Add the page last: otherwise it is laid out for sizes that will change.
        layout.activate()
        scroll.set_content(column)
        self.page_scroll = scroll
        for words in self.findChildren(TextPair):  # the person's language is not known yet
            words.setAccessibleName(words.pair.both())

    def _forget_in(self, seconds: float) -> None:
        if self.forget is None:  # not earlier: objects that know this page keep it for a while
            self.forget = Due(self._forget, self)
        self.forget.start(seconds)

    def _forget(self) -> None:
        if self.isHidden():
            return  # someone has begun, but Qt has not deleted this page yet
        self.gone.emit()
        self.turned.emit("usual")

    @property
    def again(self) -> BigButton | None:
        """The language that begins when it is touched again."""
        return self._cards.again

    def _both(self, message: Message) -> Pair:
        """Renders in both languages, because it is not known yet which one the person reads."""
        catalogs = self._context.catalogs
        english = catalogs.text(message, SOURCE_LANGUAGE)
        if self._first == SOURCE_LANGUAGE:
            return Pair(english, source=message)
        return Pair(catalogs.text(message, self._first), english, message)

    # ---- what this is ------------------------------------------------------------------

    def _welcome(self, opening: bool, parent: QWidget) -> QWidget:
        """Adds the first words, and what this is.

        In the corner, larger letters and other colors.
        """
        look = self._context.look
        band = QWidget(parent)
        row = spaced(QHBoxLayout(band), look.scale.mm(8))
        if self._drawn:
            row.addWidget(self._drawing("lamp-letter", band, 58, 42))
        words = spaced(QVBoxLayout(), look.scale.mm(2))
        heading = HeadingLabel(look, self._both(_TOUCH), display=not self._many, parent=band)
        words.addWidget(heading)
        what = self._both(_OPEN if opening else _WHAT)
        color = look.theme.primary
        words.addWidget(
            TextPair(
                look,
                what,
                TextRole.CARD,
                color=color,
                second_color=look.theme.second,
                parent=band,
            )
        )
        row.addLayout(words, 1)
        row.addLayout(self._looks(band))
        return band

    def _looks(self, parent: QWidget) -> QVBoxLayout:
        """Buttons for larger letters and other colors, with pictures only.

        No language is chosen yet.
        """
        look = self._context.look
        corner, row = QVBoxLayout(), QHBoxLayout()
        row.setSpacing(look.scale.mm(3.5))
        for what, message, icon in (
            ("size", _SIZE, "a-large-small"),
            ("colors", _COLORS, "contrast"),
        ):
            button = BigButton(
                look, NOTHING, kind=ButtonKind.PLAIN, icon=icon, large=False, parent=parent
            )
            button.setObjectName(f"start.{what}")
            button.setAccessibleName(self._both(message).both())
            button.setProperty(SILENT, True)
            button.activated.connect(lambda chosen=what: self.turned.emit(chosen))
            row.addWidget(button)
        corner.addLayout(row)
        corner.addStretch(1)
        return corner

    # ---- the rest of the page ----------------------------------------------------------

    def _saved(self, opening: bool, parent: QWidget) -> FlowRow:
        look = self._context.look
        saved = BigButton(
            look,
            self._both(_NOT_NOW if opening else _SAVED_HERE),
            icon="undo-2" if opening else "folder-open",
            parent=parent,
        )
        saved.setObjectName("start.saved")
        saved.activated.connect(lambda: self.saved_work.emit(not opening))
        row = FlowRow(look, parent=parent)
        row.add_tile(saved)
        return row

    # ---- what is promised --------------------------------------------------------------

    def _promises(self, parent: QWidget) -> QWidget:
        """Adds the promises (nothing kept, all erased, paper is yours) as drawings or a row."""
        context, look = self._context, self._context.look
        minutes = max(1, round(context.facility.idle_minutes))
        words = [self._both(each) for each in (self._kept(), _ERASED(n=minutes), _PAPER)]
        if not self._drawn:
            notes = NoteRow(look, list(zip(_ICONS, words, strict=True)), parent=parent)
            self._say_when_known(notes.notes[0].words)
            return notes
        band = QWidget(parent)
        middle = spaced(QVBoxLayout(band), 0)
        middle.addStretch(1)  # a portrait screen has room left
        row = spaced(QHBoxLayout(), look.scale.mm(8))
        middle.addLayout(row)
        middle.addStretch(1)
        promises = [
            TextPair(look, says, TextRole.SMALL, emphasis=True, centered=True, parent=band)
            for says in words
        ]
        drawings = [self._drawing(name, band, 52, 38) for name in _DRAWINGS]
        if self._kept() is _IN_FOLDER:
            self._show(drawings[0], _KEPT_DRAWING)
        for drawing, promise in zip(drawings, promises, strict=True):
            column = spaced(QVBoxLayout(), look.scale.mm(2))
            column.addWidget(drawing, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(promise)
            column.addStretch(1)
            row.addLayout(column, 1)
        self._say_when_known(promises[0], drawings[0])
        return band

    def _kept(self) -> Message:
        """What is kept; until the printer has answered, assume that there is none."""
        papers = self._context.papers
        if papers.may_save and papers.look() in (State.CHECKING, State.FOLDER):
            return _IN_FOLDER
        return _KEPT if self._context.facility.saving else _NOT_KEPT

    def _say_when_known(self, promise: TextPair, drawing: DrawingView | None = None) -> None:
        """Polls the printer only until its state is known: this page may stay for hours."""
        papers = self._context.papers
        if not papers.may_save or papers.look() is not State.CHECKING:
            return
        again = QTimer(promise)

        def look() -> None:
            if papers.look() is State.CHECKING:
                return
            again.stop()
            kept = self._kept()
            promise.set_pair(self._both(kept))
            promise.setAccessibleName(promise.pair.both())
            if drawing is not None and kept is not _IN_FOLDER:
                self._show(drawing, _DRAWINGS[0])

        again.timeout.connect(look)
        again.start(_ASK_AGAIN_MS)

    def _show(self, drawing: DrawingView, name: str) -> None:
        shows = self._both(DRAWINGS[name])
        drawing.show_another(name, shows)
        drawing.setAccessibleName(shows.both())

    def _drawing(
        self, name: str, parent: QWidget, width_mm: float, height_mm: float
    ) -> DrawingView:
        shows = self._both(DRAWINGS[name])
        drawing = DrawingView(
            self._context.look,
            name,
            shows,
            width_mm=width_mm,
            height_mm=height_mm,
            parent=parent,
        )
        drawing.setAccessibleName(shows.both())
        return drawing

    def _foot(self, parent: QWidget) -> Surface:
        look = self._context.look
        foot = Surface(look, SurfaceKind.BOTTOM_BAR, parent)
        column = QVBoxLayout(foot)
        pad = look.scale.mm(2.5)
        column.setContentsMargins(pad * 3, pad, pad * 3, pad)
        column.setSpacing(look.scale.mm(1.0))
        for message, strong in (
            (_NOT_ADVICE, True),
            (_SEEN, False),
            (self._context.law_line, False),
            (_CREDIT, False),
        ):
            column.addWidget(
                TextPair(
                    look,
                    self._both(message),
                    TextRole.SMALL,
                    emphasis=strong,
                    centered=True,
                    inline=True,
                    max_chars=140,
                    parent=foot,
                )
            )
        return foot
