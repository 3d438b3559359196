"""The last page: what to do with the letter; everything is erased by one touch or by itself.

Where the letter has not come out, it says so, and nothing is erased before the person has left.
"""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from pdkiosk.guide.drawings import DRAWINGS
from pdkiosk.guide.model import Page, Text, said
from pdkiosk.interview.flow import Step
from pdkiosk.language.message import Message
from pdkiosk.printing.outcome import Outcome
from pdkiosk.session.came_out import came_out_in, is_outdated, may_be_out
from pdkiosk.session.papers import Printing
from pdkiosk.session.requests import Act
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.info import InfoScreen
from pdkiosk.ui.screens.papers import OLD, OLD_WHY, do_you_have
from pdkiosk.ui.screens.print import is_packet
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import ButtonKind, Surface, SurfaceKind, TextPair, Tone
from pdkiosk.ui.widgets.due import Due
from pdkiosk.ui.widgets.figure_row import FigureRow
from pdkiosk.ui.widgets.geometry import spaced
from pdkiosk.ui.widgets.ring import Ring

# Translators: title of the last page where the pages were saved as files, and not printed.
_AT_THE_LIBRARY = Message("Your letter is at the library", "end.at_the_library")
# Translators: title of the last page for someone who went on without printing, as they had to.
_NOT_PRINTED = Message("Your letter is not printed", "end.not_printed")
# Translators: beside a ring that counts down on the last page.
_BY_ITSELF = Message("It erases itself in 2 minutes.", "end.by_itself")
# Translators: the large button of the last page: erases all answers, without asking again.
_ERASE = Message("Erase and finish", "end.erase")
# Translators: on the last page, where the way on would be: goes back to the page that prints.
_AGAIN = Message("Print again", "end.print_again")

SECONDS = 120
_FOR_A_LETTER = frozenset({"step-read", "step-mail"})  # advice for someone who has it
_TICK_MS = 250
_RING_MM = 31.0
_BESIDE_FROM_EMS = 34
_DRAWN_FROM_EMS = 40


class EndScreen(InfoScreen):
    """Erases everything with one touch, or by itself, if the person has the letter."""

    primary = _AGAIN
    primary_icon = "printer"
    primary_goes = Act.TO_PRINT
    rests_ms = 1500  # a second touch on the button of the page before must not erase

    def __init__(self, context: Context, step: Step) -> None:
        papers = context.papers
        self._letter = papers.parts(context.preferences.first)[0]
        self._came_out_in = came_out_in(papers.printings, self._letter)
        self._may_be_out = may_be_out(papers.printings, self._letter)
        self.primary_quiet = self._came_out_in is not None
        self.heading_tone = Tone.DONE if self._came_out_in else Tone.WARNING
        super().__init__(context, step)
        if self._came_out_in is None:
            self._say_what_went_wrong()
            return
        self._name_folders(self._came_out_in)
        self._offer_to_erase()

    def _say_what_went_wrong(self) -> None:
        """Says why there is no letter, and whether there are pages of an outdated one."""
        printings = self.context.papers.printings
        packets = [each for each in printings if is_packet(each)]
        if is_outdated(printings, packets, self._letter):
            self.insert_after_heading(self.box(Tone.WARNING, OLD, OLD_WHY))
        outcome = packets[-1].progress.outcome if packets else None
        if outcome is not None and not outcome.ok:
            self.insert_after_heading(self.box(Tone.WARNING, outcome.message))

    def _name_folders(self, first: Printing) -> None:
        """Says where pages are that were saved as files, those of the letter first.

        But not where an outdated letter is.
        """
        others = [each for each in self.context.papers.printings if each is not first]
        for printing in [first, *others]:
            old = any(p.id == self._letter.id and p != self._letter for p in printing.parts)
            if printing.progress.outcome is Outcome.SAVED and not old:
                self.add_box(Tone.NOTE, printing.progress.says)

    def _offer_to_erase(self) -> None:
        self._ring = Ring(self.look, SECONDS, side_mm=_RING_MM, on_top=False, minutes=True)
        self.add(self._farewell(), space_before_mm=4.0)
        self.due = Due(lambda: self.go.emit(Act.LEAVE), self)
        self._begin()
        self.every(_TICK_MS, self._tick)

    def _begin(self) -> None:
        self.due.start(SECONDS)
        self._until = self.due.clock() + SECONDS

    @property
    def reads_on(self) -> bool:
        return False

    @property
    def _is_wide(self) -> bool:
        """Whether there is room for drawings above the erase button, which must stay in view."""
        return self.look.scale.width_px >= self.look.body_px * _DRAWN_FROM_EMS

    def icon_of(self, page: Page) -> str:
        return super().icon_of(page) if self._came_out_in is not None else "printer"

    def title_of(self, page: Page) -> Message:
        if self._came_out_in is None:
            return do_you_have(self._letter.pages) if self._may_be_out else _NOT_PRINTED
        saved = self._came_out_in.progress.outcome is Outcome.SAVED
        return _AT_THE_LIBRARY if saved else super().title_of(page)

    def shows_hope(self, page: Page) -> bool:
        return self._is_wide and self._came_out_in is not None

    def _add_points(self, texts: list[Text]) -> None:
        """Adds the next steps, in order, as drawings if there is room; otherwise as points."""
        if self._came_out_in is None and not self._may_be_out:
            texts = [text for text in texts if text.drawing not in _FOR_A_LETTER]
        if not self._is_wide or self._came_out_in is None:
            super()._add_points(texts)
            return
        steps = [text for text in texts if text.drawing]
        drawn = [
            (text.drawing, self.say(DRAWINGS[text.drawing]), self.explain(said(text.text)))
            for text in steps
        ]
        self.add(FigureRow(self.look, drawn, steps=True, parent=self), fills=True)
        super()._add_points([text for text in texts if text not in steps])

    def _farewell(self) -> QWidget:
        look = self.look
        box = Surface(look, SurfaceKind.PANEL, self)
        beside = look.scale.width_px >= look.body_px * _BESIDE_FROM_EMS
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        row = spaced(QBoxLayout(way, box), look.scale.mm(6), look.scale.mm(4))
        self._ring.setParent(box)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        words = TextPair(look, self.say(_BY_ITSELF), TextRole.CARD, parent=box)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        style = {"kind": ButtonKind.PRIMARY, "icon": "eraser", "role": TextRole.CARD_LARGE}
        button = self.button("erase.finish", _ERASE, Act.LEAVE, **style)
        button.setMinimumHeight(look.scale.mm(27))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return box

    def _tick(self) -> None:
        printing = self.context.papers.printing
        if printing is not None and printing.progress.outcome is None:
            self._begin()  # their pages are still coming out
        self._ring.show_left(max(0, math.ceil(self._until - self.due.clock())))
