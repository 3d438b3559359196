"""Papers to print: what will come out with its page counts, then the truth about how it went."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pdkiosk.language.message import Message
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.state import State
from pdkiosk.session.papers import Part, Printing
from pdkiosk.session.requests import Act, Reveal
from pdkiosk.ui import wording
from pdkiosk.ui.accessible import announce
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import (
    BigButton,
    Callout,
    CardGrid,
    CardKind,
    Tone,
)
from pdkiosk.ui.widgets.spoken import FOLLOWS

# Translators: a paper in the list of what is printed; {pages} is a number.
_PAGES = Message("Pages: {pages}", "print.pages")
# Translators: the button that prints everything that is ticked.
_PRINT = Message("Print {pages} pages", "print.button")
# Translators: the button that prints everything that is ticked.
_PRINT_ONE = Message("Print 1 page", "print.button.one")
# Translators: shown while the pages are printed.
_SENDING = Message("Your pages are being printed. Please wait.", "print.printing")
# Translators: which paper is being printed: {part} is its name, {n} of {all} papers.
_NOW = Message("{n} of {all}: {part}", "print.now")
# Translators: title of the box after printing went well; {pages} is a number.
_DONE = Message("Do you have all {pages} pages?", "print.do_you_have")
# Translators: title of the box after printing went well; for one page.
_DONE_ONE = Message("Do you have your page?", "print.do_you_have.one")
# Translators: title of the box after the pages were saved as files.
_SAVED = Message("Your pages are saved", "print.saved_title")
# Translators: the button after printing; {pages} is a number.
_HAVE = Message("I have all {pages} pages", "print.have_all")
# Translators: the button after printing; for one page.
_HAVE_ONE = Message("I have my page", "print.have_all.one")
# Translators: stops printing.
_STOP = Message("Stop printing", "print.stop")
# Translators: goes on although nothing was printed.
_SKIP = Message("Go on without printing", "print.skip")
# Translators: a short code for the technician.
_CODE = Message("Code for the library: {code}", "print.code")
# Translators: title of the box after printing failed.
_FAILED = Message("That did not work", "print.failed")
# Translators: prints again.
_AGAIN = Message("Print {pages} pages again", "print.again_pages")
# Translators: prints again.
_AGAIN_ONE = Message("Print 1 page again", "print.again_pages.one")
# Translators: answers "Do you have all pages?": some are missing, or came out badly.
_NO = Message("No, print again", "print.no")
# Translators: title of the box when answers were changed after the letter was printed.
_OLD = Message("Your pages have changed", "print.old")
# Translators: under "Your pages have changed": what was printed before is not right any more.
_OLD_WHY = Message(
    "You changed something after you printed. Print again. Do not send the old pages.",
    "print.old.why",
)
# Translators: the person ticked nothing to print.
_NOTHING = Message("Touch what you want to print.", "print.nothing")
# Translators: a reminder on the print screen.
OTHERS = Message(
    "Other people can read paper. Stand by the printer and take your pages at once.",
    "print.others",
)


# Translators: the facility limits how many pages a person can print; {left} is a number.
_TOO_MANY = Message(
    "Pages that you can still print here: {left}. Take something out.", "print.too_many"
)


def _counted(several: Message, one: Message, pages: int) -> Message:
    return one if pages == 1 else several(pages=pages)


_POLL_MS = 250


class PaperScreen(Screen):
    """Papers as cards to take or leave; the primary button prints, then goes on.

    A subclass says what this is about, then calls ``add_papers`` and ``watch_printer``.
    ``skip_goes`` is where it asks to go when nothing can be printed.
    """

    skip_goes = Act.SKIP

    def add_papers(self, parts: list[Part], chosen: set[str]) -> CardGrid:
        """A card for each paper; those ``chosen`` are ticked."""
        self._parts = parts
        cards = []
        for part in parts:
            card = self.card(
                f"print.{part.id}",
                part.title,
                kind=CardKind.CHECK,
                icon=part.icon,
                icon_below=True,
                icon_mm=8.5,
                note=self.say(_PAGES(pages=part.pages)),
            )
            card.setChecked(part.id in chosen)
            cards.append(card)
        self._grid = self.add_cards(cards, max_columns=2, equal_rows=False)
        self._grid.changed.connect(self._on_ticked)
        return self._grid

    def watch_printer(self) -> None:
        """Looks at the printer from now on."""
        self._status: Callout | None = None
        self._shown: object = None
        self._stop = self.small_button("print.stop", _STOP, self._cancel, "x")
        self._skip = self.small_button("print.skip", _SKIP, self.skip_goes, "arrow-right")
        self._again = self.small_button("print.again", _NO, self._print, "printer")
        self.add(self._stop)
        self.add(self._skip)
        # Right under the question that it answers, for the keyboard too.
        self.insert_after_heading(self._again)
        self.beside_heading.append(self._again)
        self._old = self.box(Tone.WARNING, _OLD, _OLD_WHY, name="print.old")
        self.insert_after_heading(self._old)
        for widget in (self._stop, self._skip, self._again, self._old):
            widget.hide()
        self.every(_POLL_MS, self._tick)
        self._tick()

    def remember(self, ticked: set[str]) -> None:
        """What the person ticked, for when this screen comes again."""

    def is_ours(self, printing: Printing) -> bool:
        """Whether this screen has to say how that went."""
        return True

    @property
    def _printing(self) -> Printing | None:
        """What is being printed, whoever began it, or what came of it, if that is ours."""
        printing = self.context.papers.printing
        if printing is None or printing.progress.outcome is None:
            return printing
        return printing if self.is_ours(printing) and not self._is_old(printing) else None

    def _is_old(self, printing: Printing) -> bool:
        """Whether the papers have been changed since: then what came of it says nothing of them."""
        now = {part.id: part.data for part in self._parts}
        return any(now.get(part.id) != part.data for part in printing.parts)

    def _has_old_pages(self) -> bool:
        """Whether pages came out, or may have, that are not those of this screen any more."""
        printing = self.context.papers.printing
        if printing is None or printing.progress.outcome is None:
            return False
        out = printing.progress.outcome.ok or printing.progress.finished > 0
        return out and self.is_ours(printing) and self._is_old(printing)

    def _chosen(self) -> list[Part]:
        return [self._parts[i] for i in self._grid.checked()]

    def _on_ticked(self) -> None:
        self.remember({part.id for part in self._chosen()})
        self._tick()

    def leave(self) -> bool:
        """Prints first; goes on when all pages came out, or were saved."""
        if self._is_done():
            return True
        if not self._is_working():
            self._print()
        return False

    def _print(self) -> None:
        chosen = self._chosen()
        left = self.context.papers.pages_left
        if not chosen:
            self._say(Tone.WARNING, _NOTHING, None)
        elif left and sum(part.pages for part in chosen) > left:
            self._say(Tone.WARNING, _TOO_MANY(left=left), None)
        else:
            self.started(self.context.papers.start(chosen))
            self._tick()

    def started(self, printing: Printing) -> None:
        """Pages are on their way."""

    def _is_working(self) -> bool:
        printing = self._printing
        return printing is not None and printing.progress.outcome is None

    def _is_done(self) -> bool:
        printing = self._printing
        if printing is None or printing.progress.outcome is None:
            return False
        same = {part.id for part in printing.parts} == {part.id for part in self._chosen()}
        return printing.progress.outcome.ok and same

    def _cancel(self) -> None:
        printing = self._printing
        if printing is not None:
            printing.job.cancel()

    def _tick(self) -> None:
        """Says how it is going when that has changed."""
        printing = self._printing
        if self._is_working():
            self.go.emit(Act.PRINTING)  # the window goes on with it, also without this page
        state = self.context.papers.look() if printing is None else printing.progress.state
        progress = printing.progress if printing else None
        new = (progress, state, tuple(self._grid.checked()))
        if new == self._shown:
            return
        self._shown = new
        for card in self._grid.cards:
            card.setEnabled(not self._is_working())
        outcome = progress.outcome if progress else None
        failed = outcome is not None and not outcome.ok
        self._show_button(self._stop, self._is_working())
        self._show_button(self._skip, failed or (progress is None and not state.may_try))
        # Not of pages that are files: nothing of them can be missing or badly printed.
        again = self._is_done() and outcome is not Outcome.SAVED
        if again and self._again.isHidden():
            self.look.taps.hold()  # a tap on what was there must not print all again
        self._show_button(self._again, again)
        self._show_old()
        self._show_primary()
        if printing is None:
            self._show_state(state)
        elif outcome is None:
            self._show_progress(printing)
        elif outcome is Outcome.SAVED:
            self._say(Tone.DONE, _SAVED, printing.progress.says)
        elif outcome.ok:
            self._say(Tone.DONE, _counted(_DONE, _DONE_ONE, printing.pages), outcome.message)
        else:
            self._say(Tone.WARNING, _FAILED, outcome.message, outcome.code)

    def _show_button(self, button: BigButton, shown: bool) -> None:
        if not shown and button.hasFocus() and self._heading is not None:
            # Qt would give its focus to the next one, and a second press would stop the printing.
            ring = button.ring_shown
            reasons = Qt.FocusReason
            self._heading.label.setFocus(
                reasons.TabFocusReason if ring else reasons.MouseFocusReason
            )
        button.setVisible(shown)

    def _show_old(self) -> None:
        old = self._has_old_pages()
        new = old and self._old.isHidden()
        self._old.setVisible(old)
        if new:
            announce(self, " ".join(self.say(words).spoken() for words in (_OLD, _OLD_WHY)))
            self.go.emit(Reveal("print.old"))

    def _show_primary(self) -> None:
        pages = sum(part.pages for part in self._chosen())
        if self._is_working():
            self.primary = None
        elif self._is_done():
            printing = self._printing
            saved = printing is not None and printing.progress.outcome is Outcome.SAVED
            self.primary = wording.NEXT if saved else _counted(_HAVE, _HAVE_ONE, pages)
            self.primary_icon = "arrow-right"
        elif self._printing is None:
            self.primary, self.primary_icon = _counted(_PRINT, _PRINT_ONE, pages), "printer"
        else:
            self.primary, self.primary_icon = _counted(_AGAIN, _AGAIN_ONE, pages), "printer"
        self.go.emit(Act.PRIMARY)

    def _show_state(self, state: State) -> None:
        if not state.may_try or state.trouble or state.warning:
            self._say(Tone.WARNING, state.message, None, state.code)
        elif state is State.FOLDER:
            self._say(Tone.NOTE, state.message, None)
        elif self._status is not None:
            self._status.hide()

    def _show_progress(self, printing: Printing) -> None:
        progress = printing.progress
        part = printing.parts[min(progress.part, len(printing.parts)) - 1]
        words = _NOW(part=part.title, n=progress.part, all=progress.parts)
        trouble = progress.state.trouble or progress.state.warning
        body = progress.state.message if trouble else words
        self._say(Tone.WARNING if trouble else Tone.NOTE, _SENDING, body)
        if not trouble and self._status is not None:
            for line in self._status.body:  # the paper's name
                line.setProperty(FOLLOWS, True)

    def _say(self, tone: Tone, title: Message, body: Message | None, code: str = "") -> None:
        self.take_away(self._status)
        words = [message for message in (body, _CODE(code=code) if code else None) if message]
        self._status = self.box(tone, title, *words, name="outcome")
        self.insert_after_heading(self._status)
        announce(self, " ".join(self.say(message).spoken() for message in (title, *words)))
        self.go.emit(Reveal("outcome"))
