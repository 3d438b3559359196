"""A number: one touch if it is small, otherwise digits on a pad."""

from __future__ import annotations

from pdkiosk.guide.model import Number
from pdkiosk.interview.values import fault
from pdkiosk.language.message import Message
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.fields.base import QuestionField, Slot
from pdkiosk.ui.widgets import NOTHING, Pair
from pdkiosk.ui.widgets.geometry import tell_parents
from pdkiosk.ui.widgets.number_entry import NumberEntry
from pdkiosk.ui.widgets.number_tiles import NumberTiles

_ALL_TILES = 25  # up to this many numbers have a key each
_ADULT = 18  # in a list of people, a child's age takes one touch

# Translators: a number that was touched is larger than it can be; {number} is that number. What
# was touched stays there.
_TOO_MUCH = Message(
    "{number} is too much. Take a digit away, or touch the number to write it again.",
    "number.too_much",
)
# Translators: a number that was touched is smaller than it can be; {number} is that number.
_TOO_LITTLE = Message(
    "{number} is too little. Add a digit, or touch the number to write it again.",
    "number.too_little",
)


class NumberField(QuestionField):
    """A number to touch or type. ``side``: the pad, if it goes beside the question."""

    def __init__(
        self, context: Context, question: Number, slot: Slot, label: bool, roomy: bool = False
    ) -> None:
        super().__init__(context, question, slot, label)
        self._numbers = question
        self._refused: Message | None = None
        self._drafted = False  # the shown number is not an answer
        self._tiles: NumberTiles | None = None
        self.entry: NumberEntry | None = None
        self._roomy = roomy
        value = slot.value if isinstance(slot.value, int) else None
        few = question.most - question.least < _ALL_TILES
        self.fills = roomy and few
        if few or not roomy:
            last = question.most if few else _ADULT - 1
            self._add_tiles(range(question.least, last + 1), few)
        if not few:
            self._add_entry(value)
        self._show(value)
        self.add_unknown(lambda: self._show(None))

    def _add_tiles(self, numbers: range, few: bool) -> None:
        more = NOTHING if few else Pair(f"{_ADULT}+")
        self._tiles = NumberTiles(
            self.context.look,
            numbers,
            self.question.id,
            more=more,
            fills=self._roomy,
            parent=self,
        )
        self._tiles.chosen.connect(self._on_tile)
        self._tiles.let_go.connect(self._on_let_go)
        self.layout_.addWidget(self._tiles, int(self._roomy))

    def _add_entry(self, value: int | None) -> None:
        question, context = self._numbers, self.context
        self.entry = NumberEntry(
            context.look,
            name=question.id,
            remove=context.pair(wording.REMOVE_DIGIT),
            unit=context.words(question.unit) if question.unit else NOTHING,
            digits=len(str(question.most)) + 1,
            parent=self,
        )
        self.entry.changed.connect(self._on_typed)
        self.add_editor(self.entry, self.entry.editor, "number")
        if self._roomy:
            self.side = self.entry.pad
        else:
            self.layout_.addWidget(self.entry.pad)

    def _show(self, value: int | None) -> None:
        large = value is not None and value >= _ADULT and self.entry is not None
        if self.entry is not None:
            self.entry.set_value(value)
        if self._tiles is not None:
            self._tiles.show_chosen(value, more=large)
            self._show_entry(large)

    def _show_entry(self, shown: bool) -> None:
        """In a list of people, the pad appears for someone who is not a child."""
        if self.entry is not None and not self._roomy:
            self.entry.setVisible(shown)
            self.entry.pad.setVisible(shown)
            tell_parents(self.entry)

    def _on_tile(self, number: int | None) -> None:
        self._show_entry(number is None)
        if self.entry is not None:
            self.entry.set_value(None)
        if number is None:
            self.slot.clear()
        else:
            self._take(number)

    def _on_let_go(self) -> None:
        self._show_entry(False)
        if self.entry is not None:
            self.entry.set_value(None)
        self.set_error(None)
        self.slot.clear()

    def _on_typed(self, number: int | None) -> None:
        self._refused = None
        self._drafted = False
        if number is None:
            self.set_error(None)
            self.known()
            self.slot.clear()
            return
        question, interview = self._numbers, self.context.interview
        if fault(question, number, interview.guide, interview.day) is None:
            self._take(number)
            return
        self.known()
        too_much = number > question.most
        self._refused = (_TOO_MUCH if too_much else _TOO_LITTLE)(number=number)
        self._drafted = True
        self.slot.clear()
        # Too small a number may be unfinished: warn only when the person wants to go on.
        self.set_error(self._refused if too_much else None)

    @property
    def draft(self) -> str:
        return self.entry.editor.text() if self.entry is not None and self._drafted else ""

    def take_draft(self, draft: str) -> None:
        if self.entry is not None:
            self._show_entry(True)
            self.entry.editor.setText(draft)

    def _take(self, number: int) -> None:
        self.known()
        self.set_error(None)
        self._refused = None
        self.put(number)

    def new_warning(self) -> Message | None:
        # A number outside the bounds is not stored, and never turned into another one.
        refused, self._refused = self._refused, None
        return refused
