"""Print: what will come out with its page counts, then the truth about how it went."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEventLoop

from pdkiosk.guide.model import said
from pdkiosk.interview.flow import Step
from pdkiosk.language.message import Message
from pdkiosk.printing.outcome import Outcome
from pdkiosk.ui.context import Context
from pdkiosk.ui.papers import Part
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import (
    BigButton,
    ButtonKind,
    Callout,
    CardGrid,
    CardKind,
    ChoiceCard,
    Pair,
    TextPair,
    Tone,
)

# Translators: a paper in the list of what is printed; {pages} is a number.
_PAGES = Message("Pages: {pages}", "print.pages")
# Translators: the button that prints everything that is ticked.
_PRINT = Message("Print {pages} pages", "print.button")
# Translators: shown while the pages are sent to the printer.
_SENDING = Message("Sending your pages to the printer. Please wait.", "print.sending")
# Translators: title of the box after printing went well.
_DONE = Message("Do you have all of your pages?", "print.done")
# Translators: title of the box after printing failed.
_FAILED = Message("That did not work", "print.failed")
# Translators: prints again.
_AGAIN = Message("Print again", "print.again")
# Translators: the person ticked nothing to print.
_NOTHING = Message("Touch what you want to print.", "print.nothing")
# Translators: a reminder on the print screen.
_OTHERS = Message(
    "Other people can read paper. Stand by the printer and take your pages at once.",
    "print.others",
)


class PrintScreen(Screen):
    """The papers as cards to take or leave, one button that prints, and the outcome."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        page = step.page
        if page.next_label:
            self.primary = said(page.next_label)
        self.add_heading(said(page.title), page.icon)
        self.add(TextPair(context.look, context.pair(_OTHERS), parent=self))
        self._parts = context.papers.parts(context.preferences.first)
        self._grid = CardGrid(context.look, max_columns=1, parent=self)
        for part in self._parts:
            card = ChoiceCard(
                context.look,
                context.pair(part.title),
                kind=CardKind.CHECK,
                icon="file-text",
                note=context.pair(_PAGES(pages=part.pages)),
            )
            card.setObjectName(f"print.{part.id}")
            card.setChecked(True)
            self._grid.add(card)
        self._grid.changed.connect(self._show_count)
        self.add(self._grid)
        self._button = BigButton(
            context.look,
            self._button_words(),
            kind=ButtonKind.PRIMARY,
            icon="printer",
            parent=self,
        )
        self._button.setObjectName("print")
        self._button.activated.connect(self._print)
        self.add(self._button)
        self._result: Callout | None = None

    def _chosen(self) -> list[Part]:
        return [self._parts[i] for i in self._grid.checked()]

    def _button_words(self) -> Pair:
        return self.context.pair(_PRINT(pages=sum(part.pages for part in self._chosen())))

    def _show_count(self) -> None:
        self._button.set_pair(self._button_words())

    def _print(self) -> None:
        chosen = self._chosen()
        if not chosen:
            self._say(Tone.WARNING, _NOTHING, None)
            return
        self._button.setEnabled(False)
        self._say(Tone.NOTE, _SENDING, None)
        # Lets the words be painted before the print client is waited for.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        outcome = self.context.papers.print(chosen)
        self._button.setEnabled(True)
        self._button.set_pair(self.context.pair(_AGAIN))
        self._show(outcome)

    def _show(self, outcome: Outcome) -> None:
        if outcome.ok:
            self._say(Tone.DONE, _DONE, outcome.message)
        else:
            self._say(Tone.WARNING, _FAILED, outcome.message)

    def _say(self, tone: Tone, title: Message, body: Message | None) -> None:
        if self._result is not None:
            self._result.hide()
            self._result.deleteLater()
        words = [self.context.pair(body)] if body else []
        self._result = Callout(
            self.context.look, tone, self.context.pair(title), words, parent=self
        )
        self._result.setObjectName("outcome")
        self.add(self._result)
        self.go.emit("reveal:outcome")
