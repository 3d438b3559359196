"""Creates the widget for a question according to its kind."""

from __future__ import annotations

from pdkiosk.guide.model import (
    ANumber,
    Choice,
    Choices,
    DateQuestion,
    LongText,
    Number,
    Papers,
    Question,
    TextQuestion,
)
from pdkiosk.ui.context import Context
from pdkiosk.ui.fields.base import QuestionField, Slot
from pdkiosk.ui.fields.choice import ChoiceField, ChoicesField
from pdkiosk.ui.fields.date import DateField
from pdkiosk.ui.fields.number import NumberField
from pdkiosk.ui.fields.papers import PapersField, PaperTilesField, on_tiles
from pdkiosk.ui.fields.typed import ANumberField, LineField, LongTextField


def make_field(
    context: Context,
    question: Question,
    slot: Slot,
    *,
    label: bool = True,
    part: int = 0,
    roomy: bool = False,
) -> QuestionField:
    """The widget of a question, or of a part of it if it takes several screens.

    ``roomy``: the question has the page to itself and fills it. Raises TypeError for a repeated
    group, which has its own screen.
    """
    match question:
        case Choice():
            return ChoiceField(context, question, slot, label, roomy)
        case Choices():
            return ChoicesField(context, question, slot, label, roomy)
        case TextQuestion():
            return LineField(context, question, slot, label, roomy)
        case LongText():
            return LongTextField(context, question, slot, label)
        case ANumber():
            return ANumberField(context, question, slot, label)
        case Number():
            return NumberField(context, question, slot, label, roomy)
        case DateQuestion():
            return DateField(context, question, slot, label, roomy)
        case Papers() if on_tiles(context):
            return PaperTilesField(context, question, slot, label)
        case Papers():
            return PapersField(context, question, slot, label, part)
        case _:
            raise TypeError(f"no field for {question.id}")
