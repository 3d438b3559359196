"""A date entered by touch: the year, then as much more as the person knows."""

from __future__ import annotations

from pdkiosk.guide.model import DateQuestion
from pdkiosk.interview.answers import Value
from pdkiosk.interview.flow import on_short_way
from pdkiosk.interview.values import days
from pdkiosk.language import formats
from pdkiosk.language.message import PartialDate
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.fields.base import QuestionField, Slot
from pdkiosk.ui.widgets import NOTHING, Pair
from pdkiosk.ui.widgets.date_pickers import DatePickers, DateTexts, DateValue
from pdkiosk.ui.widgets.spoken import FOLLOWS


class DateField(QuestionField):
    """Pickers for year, month and day, and a card for "I do not know" if offered."""

    def __init__(
        self, context: Context, question: DateQuestion, slot: Slot, label: bool, roomy: bool = False
    ) -> None:
        """``roomy``: the question has the page to itself, and the years fill it."""
        super().__init__(context, question, slot, label)
        self.fills = roomy
        earliest, latest = days(question, context.interview.day)
        date = slot.value if isinstance(slot.value, PartialDate) else None
        way = "short" if on_short_way(context.interview.answers) else "full"
        enough = date is None or (date.month is None and not date.about)
        alone = enough and way in question.year_is_enough
        self.field = DatePickers(
            context.look,
            NOTHING,
            _texts(context),
            first_year=earliest.year,
            last=latest,
            nearest=context.interview.day.latest.year,
            year_alone=alone,
            stays_open=alone and roomy,
            parent=self,
        )
        self.field.setObjectName(f"{question.id}.date")
        # An answered date shows other buttons; without headphones, hearing them would reveal that.
        self.field.setProperty(FOLLOWS, True)
        if date is not None:
            self.field.set_value(DateValue(date.year, date.month, date.day, date.about))
        if roomy and (alone or not slot.answered):
            self.field.ask()
        self.field.changed.connect(self._on_changed)
        self.layout_.addWidget(self.field, int(roomy))
        self.add_unknown(lambda: self.field.set_value(None), wording.UNKNOWN_DATE)

    def _on_changed(self, value: DateValue | None) -> None:
        self.known()
        if value is None:
            self.slot.clear()
            return
        answer: Value = PartialDate(value.year, value.month, value.day, value.about)
        self.put(answer)


def _texts(context: Context) -> DateTexts:
    first, second = context.preferences.first, context.preferences.second
    months = tuple(
        Pair(
            formats.format_month(month, first),
            formats.format_month(month, second) if second else "",
        )
        for month in range(1, 13)
    )
    return DateTexts(
        year=context.pair(wording.YEAR),
        month=context.pair(wording.MONTH),
        day=context.pair(wording.DAY),
        unknown=context.pair(wording.UNKNOWN),
        about=context.pair(wording.ABOUT),
        choose=context.pair(wording.CHOOSE),
        other_years=context.pair(wording.OTHER_YEARS),
        months=months,
    )
