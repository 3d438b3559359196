"""The saved work is open again: until when it is kept, and what no longer fits."""

from __future__ import annotations

from collections.abc import Sequence

from pdkiosk.guide.model import Question, said
from pdkiosk.language.message import Listing, Message
from pdkiosk.session.saved_work_words import KEEP_WORKING, UNTIL, day
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import Tone
from pdkiosk.ui.widgets.spoken import FOLLOWS

# Translators: heading after saved work was opened.
_TITLE = Message("Your work is here again", "opened.title")
# Translators: after saved work was opened.
_BY_ITSELF = Message("It is saved by itself at each step, with the same words.", "opened.by_itself")
# Translators: title: the newest save was damaged; {date} is the day of the one that is shown.
_OLDER = Message("The newest save was damaged", "opened.older")
# Translators: the newest save was damaged.
_CHECK = Message(
    "This is the save before it. Check your last answers: they may be missing.", "opened.check"
)
# Translators: title: questions have changed since the work was saved.
_CHANGED = Message("Some questions have changed since then", "opened.changed")
# Translators: answers that do not fit the questions any more. {questions} is a list of them.
_AGAIN = Message("Please answer these again: {questions}.", "opened.again")
# Translators: answers to questions that do not exist any more. {n} is their number.
_GONE = Message(
    "Answers left out, because their questions are not asked any more: {n}", "opened.gone"
)
# Translators: title: some answers in the saved work cannot be, such as a day still to come.
_REFUSED = Message("Some answers cannot be right", "opened.refused")
# Translators: {question} is what was asked; {why} is a sentence about the answer.
_WHY = Message("{question}: {why}", "opened.why")
# Translators: after the answers of the saved work that cannot be right.
_LEFT_OUT = Message("We left these out. Please answer them again.", "opened.left_out")


class OpenedScreen(Screen):
    """The primary button goes to the page where the person was."""

    primary = KEEP_WORKING

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        saving = context.saving
        self.add_heading(_TITLE, "circle-check")
        work = saving.handle.work if saving.handle else None
        if work is not None and work.deletion is not None and context.interview.day.known:
            self.add_text(UNTIL(date=day(work.deletion)))
        self.add_text(_BY_ITSELF)
        if saving.older:
            self.add_box(Tone.WARNING, _OLDER, _CHECK, name="said")
        refitted = saving.refitted
        if refitted is not None and refitted.refused:
            self._name(refitted.refused)
        if refitted is not None and (refitted.changed or refitted.gone):
            body = []
            if refitted.changed:
                names = Listing(tuple(said(question.short) for question in refitted.changed))
                body.append(_AGAIN(questions=names))
            if refitted.gone:
                body.append(_GONE(n=refitted.gone))
            box = self.add_box(Tone.WARNING, _CHANGED, *body, name="said")
            box.setProperty(FOLLOWS, True)

    def _name(self, refused: Sequence[tuple[Question, Message]]) -> None:
        """The answers that cannot be right, each with its reason."""
        lines = [_WHY(question=said(question.short), why=why) for question, why in refused]
        box = self.add_box(Tone.WARNING, _REFUSED, *lines, _LEFT_OUT, name="refused")
        box.setProperty(FOLLOWS, True)
