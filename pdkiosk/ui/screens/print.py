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


# Translators: the facility allows so many pages at a time.
_TOO_MANY = Message(
    "This library allows {limit} pages at a time. Take something out.", "print.too_many"
)
# Translators: title of a box about the interpreter's form.
_WHO_READS = Message("Who can read the English letter to you?", "print.who_reads")
# Translators: who can sign the certificate of interpretation.
_READER = Message(
    "Anybody who knows both languages well; better not close family. They read all of it to you, "
    "then you sign, then they sign the form. No notary is needed.",
    "print.reader",
)


def chosen_parts(context: Context, parts: list[Part]) -> set[str]:
    """What is ticked: the person's own choice, else what is wanted as far as pages allow.

    The letter stands first and is never left out for the sake of another paper.
    """
    chosen: set[str] = set()
    pages = 0
    limit = context.facility.page_limit
    for part in parts:
        wanted = part.id in context.printed or (part.wanted and part.id not in context.not_printed)
        if wanted and (not limit or not chosen or pages + part.pages <= limit):
            chosen.add(part.id)
            pages += part.pages
    return chosen


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
        self._grid = CardGrid(context.look, max_columns=2, equal_rows=False, parent=self)
        chosen = chosen_parts(context, self._parts)
        for part in self._parts:
            card = ChoiceCard(
                context.look,
                context.pair(part.title),
                kind=CardKind.CHECK,
                note=context.pair(_PAGES(pages=part.pages)),
            )
            card.setObjectName(f"print.{part.id}")
            card.setChecked(part.id in chosen)
            self._grid.add(card)
        self._grid.changed.connect(self._on_ticked)
        self.add(self._grid)
        if any(part.id == "certificate-of-interpretation" for part in self._parts):
            self.add(
                Callout(
                    context.look,
                    Tone.NOTE,
                    context.pair(_WHO_READS),
                    [context.pair(_READER)],
                    parent=self,
                )
            )
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

    def _on_ticked(self) -> None:
        ticked = {part.id for part in self._chosen()}
        self.context.printed = ticked
        self.context.not_printed = {part.id for part in self._parts} - ticked
        self._button.set_pair(self._button_words())

    def _print(self) -> None:
        chosen = self._chosen()
        if not chosen:
            self._say(Tone.WARNING, _NOTHING, None)
            return
        limit = self.context.facility.page_limit
        if limit and sum(part.pages for part in chosen) > limit:
            self._say(Tone.WARNING, _TOO_MANY(limit=limit), None)
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
