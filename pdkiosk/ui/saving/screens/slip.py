"""Prints the slip of a saved work; with the words only if the person asks for it."""

from __future__ import annotations

from msgspec.structs import replace

from pdkiosk.language.message import Message
from pdkiosk.session.papers import Part, Printing
from pdkiosk.session.saved_work_words import work_name
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.print import OTHERS, PaperScreen
from pdkiosk.ui.widgets import Callout, CardGrid, CardKind, ChoiceCard, TextPair, Tone

# Translators: heading of the screen that prints the slip.
_TITLE = Message("Print a small slip", "saved.slip")
# Translators: what stands on the slip.
_WHAT = Message("The picture, the number and the day stand on it, not your name.", "slip.what")
# Translators: a card to tick: the words are printed on the slip too.
_WORDS = Message("Print my words on it too", "slip.with_words")
# Translators: under the card that prints the words too.
_RISK = Message("Then whoever finds the slip can open your work.", "slip.risk")


class SlipScreen(PaperScreen):
    """The words can be printed only in the session that chose them: later nobody knows them."""

    past = "close"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._ours: Printing | None = None
        saving = context.saving
        self.add_heading(_TITLE, "printer")
        self.add(TextPair(context.look, context.pair(_WHAT), parent=self))
        if saving.draft.passphrase:
            self._add_words()
        if saving.slip_words:
            warning = context.pair(_RISK)
            self.add(
                Callout(context.look, Tone.WARNING, warning, [context.pair(OTHERS)], parent=self)
            )
        part = self._slip()
        self.add_papers([part], {part.id})
        self.begin()

    def _add_words(self) -> None:
        context = self.context
        grid = CardGrid(context.look, max_columns=1, parent=self)
        card = ChoiceCard(
            context.look,
            context.pair(_WORDS),
            kind=CardKind.CHECK,
            icon="key-round",
            note=context.pair(_RISK),
        )
        card.setObjectName("slip.words")
        card.setChecked(context.saving.slip_words)
        grid.add(card)
        grid.changed.connect(self._on_words)
        self.add(grid)

    def _on_words(self) -> None:
        saving = self.context.saving
        saving.slip_words = not saving.slip_words
        self.changed.emit()

    def signature(self) -> object:
        """With the words it is another paper."""
        return self.context.saving.slip_words

    def _slip(self) -> Part:
        from pdkiosk.documents.slip import slip

        saving, draft = self.context.saving, self.context.saving.draft
        assert saving.handle is not None
        work = saving.handle.work
        words = [draft.own] if draft.own else [f"{n}. {w}" for n, w in enumerate(draft.words, 1)]
        document = slip(
            work_name(work.picture, work.number), work.deletion, words if saving.slip_words else ()
        )
        made = self.context.papers.sheet(document, self.context.preferences.first)
        return replace(made, wanted=True)

    def started(self, printing: Printing) -> None:
        self._ours = printing

    def is_ours(self, printing: Printing) -> bool:
        return printing is self._ours
