"""Prints the slip of a saved work; with the words only if the person asks for that."""

from __future__ import annotations

from msgspec.structs import replace

from pdkiosk.language.message import Message
from pdkiosk.session.papers import Part, Printing
from pdkiosk.session.requests import Act
from pdkiosk.session.saved_work_words import work_name
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.papers import PaperScreen, others
from pdkiosk.ui.widgets import CardKind, Tone

# Translators: heading of the screen that prints the slip.
_TITLE = Message("Print a small slip", "saved.slip")
# Translators: what stands on the slip.
_WHAT = Message("The picture, the number and the day stand on it, not your name.", "slip.what")
# Translators: a card to tick: the words are printed on the slip too.
_WORDS = Message("Print my words on it too", "slip.with_words")
# Translators: under the card that prints the words too.
_RISK = Message("Then whoever finds the slip can open your work.", "slip.risk")


class SlipScreen(PaperScreen):
    """Offers the slip. The words can be printed only in the session that chose them."""

    skip_goes = Act.CLOSE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._ours: Printing | None = None
        saving = context.saving
        self.add_heading(_TITLE, "printer")
        self.add_text(_WHAT)
        if saving.draft.passphrase:
            self._add_words()
        if saving.slip_words:
            self.add_box(Tone.WARNING, _RISK, others(context))
        part = self._slip()
        self.add_papers([part], {part.id})
        self.watch_printer()

    def _add_words(self) -> None:
        kind, risk = CardKind.CHECK, self.say(_RISK)
        card = self.card("slip.words", _WORDS, kind=kind, icon="key-round", note=risk)
        card.setChecked(self.context.saving.slip_words)
        self.add_cards([card], max_columns=1).changed.connect(self._on_words)

    def _on_words(self) -> None:
        saving = self.context.saving
        saving.slip_words = not saving.slip_words
        self.changed.emit()

    def signature(self) -> object:
        """With the words it is a different paper."""
        return self.context.saving.slip_words

    def _slip(self) -> Part:
        from pdkiosk.documents.slip import slip

        saving, draft = self.context.saving, self.context.saving.draft
        assert saving.handle is not None
        work = saving.handle.work
        words = [draft.own] if draft.own else [f"{n}. {w}" for n, w in enumerate(draft.words, 1)]
        deletion = work.deletion if self.context.interview.day.known else None
        document = slip(
            work_name(work.picture, work.number), deletion, words if saving.slip_words else ()
        )
        made = self.context.papers.sheet(document, self.context.preferences.first)
        return replace(made, wanted=True)

    def started(self, printing: Printing) -> None:
        self._ours = printing

    def is_ours(self, printing: Printing) -> bool:
        return printing is self._ours
