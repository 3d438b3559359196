"""Questions with a field for typing: a line, free text, an A-number."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pdkiosk.documents.arguments import a_number_digits
from pdkiosk.guide.model import ANumber, LongText, TextQuestion, said
from pdkiosk.interview.values import A_NUMBER_LIMIT, is_mark
from pdkiosk.language.message import Message
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.fields.base import QuestionField, Slot
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import NOTHING, CardGrid, ChoiceCard, TextPair
from pdkiosk.ui.widgets.a_number_entry import ANumberEntry
from pdkiosk.ui.widgets.choice_tile import ChoiceTile
from pdkiosk.ui.widgets.choice_tiles import ChoiceTiles
from pdkiosk.ui.widgets.text_fields import TextArea, TextField


class LineField(QuestionField):
    """Suggestions as cards, and an input line for anything else."""

    def __init__(
        self, context: Context, question: TextQuestion, slot: Slot, label: bool, roomy: bool = False
    ) -> None:
        """``roomy``: the cards share the height of the page."""
        super().__init__(context, question, slot, label)
        look = context.look
        value = slot.value if isinstance(slot.value, str) else ""
        self._ids = [f"@{option.id}" for option in question.suggestions]
        self.fills = roomy and bool(self._ids)
        self._grid: CardGrid | None = None
        if self._ids:
            self._grid = self._make(question, roomy)
            self._grid.set_checked(i for i, option in enumerate(self._ids) if option == value)
            self._grid.changed.connect(self._on_card)
            self.layout_.addWidget(self._grid, int(roomy))
        self._chosen = value if value in self._ids else ""
        words = context.pair(wording.SOMETHING_ELSE) if self._ids else NOTHING
        self.field = TextField(look, words, max_length=question.limit, parent=self)
        if question.names:
            hints = self.field.editor.inputMethodHints()
            self.field.editor.setInputMethodHints(hints | Qt.InputMethodHint.ImhPreferUppercase)
        self.field.set_text("" if value in self._ids else value)
        self.field.changed.connect(self._on_typed)
        self.add_editor(self.field, self.field.editor)
        self.say_letters(self.field.text())
        if question.example:
            self.layout_.addWidget(_example(context, question, self))

    def _make(self, question: TextQuestion, roomy: bool) -> CardGrid:
        """Creates the cards; as tiles if each has a picture and the page has room for them."""
        look, say = self.context.look, self.context.words
        offered = question.suggestions
        cards: list[ChoiceCard] = []
        grid: CardGrid
        if roomy and all(option.icon for option in offered):
            tiles = [ChoiceTile(look, say(o.label), icon=o.icon, group=o.group) for o in offered]
            cards += tiles
            grid = ChoiceTiles(look, tiles, most_flat=4, parent=self)
        else:
            cards += [ChoiceCard(look, say(option.label)) for option in offered]
            grid = CardGrid(look, cards, max_columns=3, equal_rows=False, fills=roomy, parent=self)
        for card, option in zip(cards, offered, strict=True):
            card.setObjectName(f"{question.id}.{option.id}")
        return grid

    def _on_card(self) -> None:
        assert self._grid is not None
        checked = self._grid.checked()
        option = self._ids[checked[0]] if checked else ""
        if option == self._chosen:
            option = ""
            self._grid.set_checked([])
        self._chosen = option
        self.field.set_text("")
        self.say_letters("")
        if option:
            self.put(option)
        else:
            self.slot.clear()

    def _on_typed(self, text: str) -> None:
        self._chosen = ""
        if self._grid is not None:
            self._grid.set_checked([])
        # Typed words that look like the mark of a card are still typed words.
        self.put_text(f" {text}" if self._ids and is_mark(text) else text)
        self.say_letters(text)


class LongTextField(QuestionField):
    """Free text with a worked example."""

    def __init__(self, context: Context, question: LongText, slot: Slot, label: bool) -> None:
        super().__init__(context, question, slot, label)
        self.field = TextArea(
            context.look,
            NOTHING,
            max_length=question.limit,
            near=context.pair(wording.CHARACTERS_LEFT(left="{left}")),
            parent=self,
        )
        self.field.set_text(slot.value if isinstance(slot.value, str) else "")
        self.field.changed.connect(self._on_typed)
        self.add_editor(self.field, self.field.editor)
        self.say_letters(self.field.text())
        if question.example:
            self.layout_.addWidget(_example(context, question, self))

    def _on_typed(self, text: str) -> None:
        self.put_text(text)
        self.say_letters(text)


class ANumberField(QuestionField):
    """The A-number; an unusual form causes a warning but is allowed."""

    def __init__(self, context: Context, question: ANumber, slot: Slot, label: bool) -> None:
        super().__init__(context, question, slot, label)
        self.field = ANumberEntry(
            context.look,
            name=question.id,
            remove=context.pair(wording.REMOVE_DIGIT),
            max_length=A_NUMBER_LIMIT,
            parent=self,
        )
        self.side = self.field.pad
        editor = self.field.editor
        self.field.full.connect(lambda: self.set_error(wording.ODD_A_NUMBER))
        value = slot.value if isinstance(slot.value, str) else ""
        self.field.set_text(value)
        self.field.changed.connect(self._on_typed)
        editor.editingFinished.connect(self._check)
        self.add_editor(self.field, editor)
        self.add_unknown(lambda: self.field.set_text(""))
        self._warned_of = self.field.text()
        if value and not a_number_digits(value):
            self.set_error(wording.ODD_A_NUMBER)

    def new_warning(self) -> Message | None:
        text = self.field.text()
        if not text or a_number_digits(text) or text == self._warned_of:
            return None
        self._warned_of = text
        return wording.ODD_A_NUMBER

    def _on_typed(self, text: str) -> None:
        self.known()
        self.put_text(text)
        if not text.strip() or a_number_digits(text):
            self.set_error(None)

    def _check(self) -> None:
        text = self.field.text()
        odd = bool(text) and not a_number_digits(text)
        if odd != (self.error is not None):
            self.set_error(wording.ODD_A_NUMBER if odd else None)


def _example(
    context: Context, question: TextQuestion | LongText, parent: QuestionField
) -> TextPair:
    """A worked example below the field.

    Without a frame, so that it is not mistaken for the field.
    """
    assert question.example is not None
    words = context.pair(wording.EXAMPLE(example=said(question.example)))
    quiet = context.look.theme.second
    return TextPair(context.look, words, TextRole.SMALL, color=quiet, inline=True, parent=parent)
