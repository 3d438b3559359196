"""Papers to print: what will come out, with page counts, and then how it went."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pdkiosk.language.message import Message
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.state import State
from pdkiosk.session.came_out import is_out, is_outdated
from pdkiosk.session.papers import Part, Printing
from pdkiosk.session.requests import Act, Reveal
from pdkiosk.ui import wording
from pdkiosk.ui.accessible import announce
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.paper_cards import PaperCards
from pdkiosk.ui.widgets import BigButton, Callout, Tone
from pdkiosk.ui.widgets.spoken import FOLLOWS

# Translators: the button that prints everything that is ticked.
_PRINT = Message("Print {pages} pages", "print.button")
# Translators: the button that prints everything that is ticked.
_PRINT_ONE = Message("Print 1 page", "print.button.one")
# Translators: the same button where there is no printer: the pages are saved as files.
_SAVE = Message("Save {pages} pages", "print.button.files")
# Translators: the same for one page.
_SAVE_ONE = Message("Save 1 page", "print.button.files.one")
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
STOP = Message("Stop printing", "print.stop")
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
OLD = Message("Your pages have changed", "print.old")
# Translators: under "Your pages have changed": what was printed before is not right any more.
OLD_WHY = Message(
    "You changed something after you printed. Print again. Do not send the old pages.",
    "print.old.why",
)
# Translators: the person ticked nothing to print.
_NOTHING = Message("Touch what you want to print.", "print.nothing")
# Translators: a reminder on the print screen.
_OTHERS = Message("Wait by the printer: others can read the paper.", "print.others")
# Translators: a reminder on the print screen, where pages are files that the library prints.
_ASK_LIBRARY = Message(
    "Ask for your pages at the library at once: others can read the paper.", "print.ask_library"
)
# Translators: the facility limits how many pages a person can print; {left} is a number.
_TOO_MANY = Message(
    "Pages that you can still print here: {left}. Take something out.", "print.too_many"
)


def _counted(several: Message, one: Message, pages: int) -> Message:
    return one if pages == 1 else several(pages=pages)


def do_you_have(pages: int) -> Message:
    """Asks whether that many pages came out."""
    return _counted(_DONE, _DONE_ONE, pages)


def others(context: Context) -> Message:
    """Instructions that keep others from reading the pages."""
    return _ASK_LIBRARY if context.papers.look() is State.FOLDER else _OTHERS


def _is_good(printing: Printing) -> bool:
    return printing.progress.outcome is not None and printing.progress.outcome.ok


_POLL_MS = 250
# Print and Stop are in the same place: a shaking hand's second touch must not stop at once.
_STOP_RESTS_MS = 1500


class PaperScreen(PaperCards):
    """Papers as cards to select; the primary button prints, then goes on.

    A subclass adds its explanation, then calls ``add_papers`` and ``watch_printer``. ``skip_goes``
    is the request to make if nothing can be printed.
    """

    skip_goes = Act.SKIP
    print_words: Message | None = None  # for the primary button, in place of the number of pages
    skips = True  # whether the person can go on without printing

    def watch_printer(self) -> None:
        """Watches the printer from now on."""
        self._status: Callout | None = None
        self._shown: object = None
        self._skip = self.small_button("print.skip", _SKIP, self.skip_goes, "arrow-right")
        self._again = self.small_button("print.again", _NO, self._print_again, "printer")
        self.add(self._skip)
        # Right under the question that it answers, in the focus order too.
        self.insert_after_heading(self._again)
        self.beside_heading.append(self._again)
        self._old = self.box(Tone.WARNING, OLD, OLD_WHY, name="print.old")
        self.insert_after_heading(self._old)
        for widget in (self._skip, self._again, self._old):
            widget.hide()
        self.every(_POLL_MS, self._tick)
        self._tick()

    def remember(self, ticked: set[str]) -> None:
        """Stores what the person ticked, for when this screen is shown again."""

    def is_ours(self, printing: Printing) -> bool:
        """Whether this screen is responsible for the result of a printing."""
        return True

    @property
    def _results(self) -> list[Printing]:
        """The printings of this screen that are over, the last one first."""
        printings = reversed(self.context.papers.printings)
        return [each for each in printings if each.progress.outcome and self.is_ours(each)]

    @property
    def _printing(self) -> Printing | None:
        """The printing to tell about: the current one, whoever began it, or the last result.

        A result does not apply any more to papers that have changed since, and a good one not if
        more papers are wanted.
        """
        if self._is_working():
            return self.context.papers.printing
        if self._is_done():
            return self._good[0]
        last = next((each for each in self._results if self._still(each) == each.parts), None)
        return None if last is None or _is_good(last) else last

    @property
    def _good(self) -> list[Printing]:
        return [each for each in self._results if _is_good(each)]

    def _still(self, printing: Printing) -> list[Part]:
        """The papers of a printing that have not changed since."""
        now = {part.id: part.data for part in self._parts}
        return [part for part in printing.parts if now.get(part.id) == part.data]

    def _has_old_pages(self) -> bool:
        """Whether an outdated letter came out, or may have, and no current one.

        Another language changes the papers to read; what is sent is in the letter.
        """
        old = is_outdated(self.context.papers.printings, self._results, self._parts[0])
        return old and not self._is_working()

    def _missing(self) -> list[Part]:
        """The ticked papers whose current version has not come out yet: only these are printed."""
        printings = self.context.papers.printings
        return [part for part in self._chosen() if not is_out(printings, part)]

    def ticked(self) -> None:
        self.remember({part.id for part in self._chosen()})
        self._tick()

    def leave(self) -> bool:
        """Prints first; goes on once all pages came out or were saved."""
        if self.primary is STOP and not self._is_working():
            self._tick()  # it was too late to stop: that touch must not go on
        elif self._is_done():
            return True
        elif self._is_working():
            self._cancel()
        else:
            self._print(self._missing() or self._chosen())
        return False

    def _print_again(self) -> None:
        self._print(self._asked_for())

    def _asked_for(self) -> list[Part]:
        """The papers of which the person is asked whether they have all pages."""
        last, chosen = self._good[0], self._chosen()
        return [part for part in self._still(last) if part in chosen] or chosen

    def _print(self, parts: list[Part]) -> None:
        left = self.context.papers.pages_left
        if not parts:
            self._say(Tone.WARNING, _NOTHING, None)
        elif left is not None and self._pages(parts) > left:
            limit = Outcome.LIMIT
            few = (_TOO_MANY(left=left), None) if left else (_FAILED, limit.message, limit.code)
            self._say(Tone.WARNING, *few)
            self._show_button(self._skip, self.skips and not self._is_done())
        else:
            self.look.taps.hold(_STOP_RESTS_MS)
            self.started(self.context.papers.start(parts))
            self._tick()

    def started(self, printing: Printing) -> None:
        """Called when printing has started."""

    def _is_working(self) -> bool:
        printing = self.context.papers.printing
        return printing is not None and printing.progress.outcome is None

    def _is_done(self) -> bool:
        """Whether all that is ticked has come out, whatever was printed elsewhere since."""
        chosen = bool(self._chosen()) and not self._missing()
        return chosen and bool(self._good) and not self._is_working()

    def _cancel(self) -> None:
        printing = self._printing
        if printing is not None:
            printing.job.cancel()

    def _tick(self) -> None:
        """Shows the progress if it has changed."""
        printing = self._printing
        if self._is_working():
            self.go.emit(Act.PRINTING)  # the window continues it, even without this page
        state = self.context.papers.look() if printing is None else printing.progress.state
        progress = printing.progress if printing else None
        outcome = progress.outcome if progress else None
        new = (progress, state, tuple(part.id for part in self._chosen()))
        if new == self._shown:
            return
        self._shown = new
        for card in self._cards.values():
            card.setEnabled(not self._is_working())
        failed = outcome is not None and not outcome.ok
        stuck = failed or (progress is None and not state.may_try)
        self._show_button(self._skip, stuck and self.skips)
        # Not for files: no page of them can be missing or badly printed.
        again = self._is_done() and outcome is not Outcome.SAVED
        if again and self._again.isHidden():
            self.look.taps.hold()  # a late tap must not print everything again
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
            pages = self._pages(self._asked_for())
            self._say(Tone.DONE, do_you_have(pages), outcome.message)
        else:
            self._say(Tone.WARNING, _FAILED, outcome.message, outcome.code)

    def _show_button(self, button: BigButton, shown: bool) -> None:
        if not shown and button.hasFocus() and self._heading is not None:
            # Qt would give its focus to the next button, and a second press would stop the
            # printing.
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
            announce(self, " ".join(self.say(words).spoken() for words in (OLD, OLD_WHY)))
            self.go.emit(Reveal("print.old"))

    def _show_primary(self) -> None:
        self.primary, self.primary_icon = self._primary()
        self.show_sum(self._to_print())
        self.primary_quiet = self._is_working()
        self.go.emit(Act.PRIMARY)

    def _primary(self) -> tuple[Message, str]:
        printing = self._printing
        if self._is_working():
            return STOP, "octagon-x"
        if self._is_done():
            assert printing is not None
            if printing.progress.outcome is Outcome.SAVED:
                return wording.NEXT, "arrow-right"
            return _counted(_HAVE, _HAVE_ONE, self._pages(self._asked_for())), "arrow-right"
        pages = self._to_print()
        outcome = printing.progress.outcome if printing is not None else None
        if outcome is not None and not outcome.ok:
            return _counted(_AGAIN, _AGAIN_ONE, pages), "printer"
        if self.print_words:
            return self.print_words, "printer"
        if self.context.papers.look() is State.FOLDER:
            return _counted(_SAVE, _SAVE_ONE, pages), "folder-open"
        return _counted(_PRINT, _PRINT_ONE, pages), "printer"

    def _to_print(self) -> int:
        """The number of pages that the primary button would print."""
        return self._pages(self._missing() or self._chosen())

    @staticmethod
    def _pages(parts: list[Part]) -> int:
        return sum(part.pages for part in parts)

    def show_sum(self, pages: int) -> None:
        """Updates the number of pages on the primary button."""

    def _show_state(self, state: State) -> None:
        if not state.may_try or state.trouble or state.warning:
            self._say(Tone.WARNING, state.message, None, state.code)
        elif state is State.FOLDER:
            self._say(Tone.NOTE, state.message, None)
        elif self._status is not None:
            self._status.hide()

    def _show_progress(self, printing: Printing) -> None:
        progress = printing.progress
        if progress.state.trouble or progress.state.warning:
            # First of all, what prevents printing, and the code for the library.
            self._say(Tone.WARNING, progress.state.message, None, progress.state.code)
            return
        part = printing.parts[min(progress.part, len(printing.parts)) - 1]
        words = _NOW(part=part.title, n=progress.part, all=progress.parts)
        self._say(Tone.NOTE, _SENDING, words)
        if self._status is not None:
            for line in self._status.body:  # the paper's name
                line.setProperty(FOLLOWS, True)

    def _say(self, tone: Tone, title: Message, body: Message | None, code: str = "") -> None:
        self.take_away(self._status)
        words = [message for message in (body, _CODE(code=code) if code else None) if message]
        self._status = self.box(tone, title, *words, name="outcome")
        self.insert_after_heading(self._status)
        announce(self, " ".join(self.say(message).spoken() for message in (title, *words)))
        self.go.emit(Reveal("outcome"))
