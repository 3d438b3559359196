"""What the widgets of all questions share: a slot for the answer, the label, the error."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdkiosk import characters
from pdkiosk.guide.model import Question
from pdkiosk.interview.answers import Value
from pdkiosk.language.message import Message, Own
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import NOTHING, CardKind, ChoiceCard, Pair, TextPair
from pdkiosk.ui.widgets.field import ErrorLine, Field
from pdkiosk.ui.widgets.geometry import spaced, tell_parents


class Slot(Struct, frozen=True):
    """Where one answer is kept: among the answers, or on the card of a person.

    ``value`` is what stands there now; ``put`` and ``clear`` change it. What cannot be the
    answer ``put`` takes as none, and says why.
    """

    answered: bool
    value: Value
    put: Callable[[Value], Message | None]
    clear: Callable[[], None]


class QuestionField(QWidget):
    """A question on the screen. Subclasses add the control and call ``put``.

    ``side``: what belongs to it and stands beside all that the page says, as keys. ``fills``: it
    takes the height that nothing else on the page needs.
    """

    side: QWidget | None = None
    fills = False

    def __init__(self, context: Context, question: Question, slot: Slot, label: bool) -> None:
        super().__init__()
        self.context = context
        self.question = question
        self.slot = slot
        self.setObjectName(question.id)
        self.layout_ = spaced(QVBoxLayout(self), context.look.scale.mm(3.0))
        self.setAccessibleName(context.words(question.prompt).spoken())
        if question.hint:
            self.setAccessibleDescription(context.words(question.hint).spoken())
        self._error: ErrorLine | None = None
        self._letters = ""
        self._unknown: ChoiceCard | None = None
        if label:
            words = context.words(question.prompt)
            prompt = TextPair(context.look, words, emphasis=True, inline=True, parent=self)
            self.layout_.addWidget(prompt)
        if question.hint:
            words, quiet = context.quiet_words(question.hint), context.look.theme.second
            hint = TextPair(
                context.look, words, TextRole.SMALL, color=quiet, inline=True, parent=self
            )
            self.layout_.addWidget(hint)

    @property
    def draft(self) -> str:
        """What is half written and no answer yet: it must outlast a page that is built anew."""
        return ""

    def take_draft(self, draft: str) -> None:
        """Shows what was half written before the page was built anew."""

    def set_error(self, message: Message | None) -> None:
        """Says what is wrong and how to fix it, below the question; None takes it away."""
        if message is None and self._error is None:
            return
        if self._error is not None:
            self._error.hide()
            self._error.deleteLater()
            self._error = None
        if message is not None:
            self._error = ErrorLine(self.context.look, self)
            self._error.set_pair(self.context.pair(message))
            self.layout_.addWidget(self._error)
            self._error.show()
        tell_parents(self)
        for field in self.findChildren(Field):
            field.show_invalid(message is not None, self._error.pair if self._error else NOTHING)

    @property
    def error(self) -> Pair | None:
        return self._error.pair if self._error else None

    def new_warning(self) -> Message | None:
        """What is odd about the answer and has not been said yet; asked for once, at Next."""
        return None

    def say_letters(self, text: str) -> None:
        """Says below the question which letters of a text paper shows as a box; or no longer."""
        letters = characters.boxes_listed(text)
        if letters != self._letters:
            self._letters = letters
            self.set_error(wording.NOT_PRINTED(letters=Own(letters)) if letters else None)

    def add_unknown(self, forget: Callable[[], None], words: Message = wording.UNKNOWN) -> None:
        """Adds the card "I do not know", in these ``words``, where the question offers it.

        ``forget`` empties the control: it must not show an answer beside that card.
        """
        if not self.question.unknown:
            return
        card = ChoiceCard(
            self.context.look, self.context.pair(words), kind=CardKind.CHECK, parent=self
        )
        card.setObjectName(f"{self.question.id}.unknown")
        card.setChecked(self.slot.answered and self.slot.value is None)
        self._unknown = card

        def on_touched() -> None:
            if card.isChecked():
                forget()
                self.set_error(None)
                self.put(None)
            else:
                self.slot.clear()

        card.activated.connect(on_touched)
        self.layout_.addWidget(card)

    def known(self) -> None:
        """Lets the card "I do not know" go: there is an answer now."""
        if self._unknown is not None:
            self._unknown.setChecked(False)

    def add_editor(self, field: Field, editor: QWidget, name: str = "text") -> None:
        """Adds a field with an editor, which is named after the question."""
        editor.setObjectName(f"{self.question.id}.{name}")
        editor.setAccessibleName(self.context.words(self.question.prompt).spoken())
        self.layout_.addWidget(field)

    def put(self, value: Value) -> None:
        """Takes a value as the answer; what cannot be one is said below the question."""
        refused = self.slot.put(value)
        if refused is not None:
            self.set_error(refused)

    def put_text(self, text: str) -> None:
        """Takes what was typed as the answer; spaces alone are none."""
        if text.strip():
            self.put(text)
        else:
            self.slot.clear()
