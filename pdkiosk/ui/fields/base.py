"""What all question widgets share: a slot for the answer, the label, the error."""

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
    """The place where an answer is stored: among the answers, or on the card of a person.

    ``value`` is the current answer; ``put`` and ``clear`` change it. ``put`` treats an invalid
    value as no answer, and returns the reason.
    """

    answered: bool
    value: Value
    put: Callable[[Value], Message | None]
    clear: Callable[[], None]


class QuestionField(QWidget):
    """A question on the screen. Subclasses add the control and call ``put``.

    ``side``: a part of it that is placed beside the page's text, such as keys. ``fills``: it takes
    the height that nothing else on the page needs.
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
        """Unfinished input that is not an answer yet: it must survive a rebuild of the page."""
        return ""

    def take_draft(self, draft: str) -> None:
        """Restores unfinished input after the page was rebuilt."""

    def set_error(self, message: Message | None) -> None:
        """Shows below the question what is wrong and how to fix it; None removes the message."""
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
        """A warning about an unusual answer that was not shown yet.

        Asked for when Next is touched.
        """
        return None

    def say_letters(self, text: str) -> None:
        """Shows below the question which letters of a text paper will show as a box, if any."""
        letters = characters.boxes_listed(text)
        if letters != self._letters:
            self._letters = letters
            self.set_error(wording.NOT_PRINTED(letters=Own(letters)) if letters else None)

    def add_unknown(self, forget: Callable[[], None], words: Message = wording.UNKNOWN) -> None:
        """Adds the card "I do not know", with these ``words``, if the question offers it.

        ``forget`` empties the control, which must not show an answer beside that card.
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
        """Unchecks the card "I do not know", because there is an answer now."""
        if self._unknown is not None:
            self._unknown.setChecked(False)

    def add_editor(self, field: Field, editor: QWidget, name: str = "text") -> None:
        """Adds a field with an editor, named after the question."""
        editor.setObjectName(f"{self.question.id}.{name}")
        editor.setAccessibleName(self.context.words(self.question.prompt).spoken())
        self.layout_.addWidget(field)

    def put(self, value: Value) -> None:
        """Stores a value as the answer; if it is invalid, says why below the question."""
        refused = self.slot.put(value)
        if refused is not None:
            self.set_error(refused)

    def put_text(self, text: str) -> None:
        """Stores typed text as the answer; only spaces mean no answer."""
        if text.strip():
            self.put(text)
        else:
            self.slot.clear()
