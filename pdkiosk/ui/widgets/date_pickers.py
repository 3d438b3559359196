"""A date as people remember it, by touch alone: year, month, day, each from a grid of buttons."""

from __future__ import annotations

import calendar
import datetime
import enum
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.big_button import BigButton, ButtonKind
from pdkiosk.ui.widgets.choice_card import CardKind, ChoiceCard
from pdkiosk.ui.widgets.field import Field
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.part_button import PartButton
from pdkiosk.ui.widgets.spoken import FOLLOWS
from pdkiosk.ui.widgets.surface import Surface, SurfaceKind
from pdkiosk.ui.widgets.tap_button import TapButton
from pdkiosk.ui.widgets.tile_grid import TileGrid


class DateTexts(Struct, frozen=True):
    """All words of the pickers; ``months`` are the twelve names from January."""

    year: Pair
    month: Pair
    day: Pair
    unknown: Pair
    about: Pair
    choose: Pair
    other_years: Pair
    months: tuple[Pair, ...]


class DateValue(NamedTuple):
    """What was chosen; ``about`` when the person is not sure of it."""

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False


class _Part(enum.Enum):
    YEAR = enum.auto()
    MONTH = enum.auto()
    DAY = enum.auto()


class DatePickers(Field):
    """Year, month and day. ``changed`` carries a DateValue, or None without a year.

    Month and day may be unknown. No day after ``last`` is offered. ``opened`` carries the grid of
    buttons that has come up.
    """

    changed = Signal(object)
    opened = Signal(QWidget)

    def __init__(
        self,
        look: Look,
        label: Pair,
        texts: DateTexts,
        *,
        last: datetime.date,
        first_year: int = 1930,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, label, parent=parent)
        self._texts = texts
        self._first_year, self._last_year, self._last = first_year, last.year, last
        self._year: int | None = None
        self._month: int | None = None
        self._day: int | None = None
        self._unknown: set[_Part] = set()
        self._open: _Part | None = None
        self._panel: QWidget | None = None
        self._keys = False  # whether the keyboard is in use, so that the focus is to be seen
        self.parts: dict[_Part, PartButton] = {}
        for part, name in (
            (_Part.YEAR, texts.year),
            (_Part.MONTH, texts.month),
            (_Part.DAY, texts.day),
        ):
            button = PartButton(look, name, texts.choose, self)
            button.activated.connect(partial(self._toggle, part))
            self.parts[part] = button
        widest = max(button.comfortable_width() for button in self.parts.values())
        row = TileGrid(look, max_columns=len(self.parts), least_tile=widest, parent=self)
        for button in self.parts.values():
            row.add_tile(button)
        self.body.addWidget(row)
        self._panel_place = QVBoxLayout()
        self.body.addLayout(self._panel_place)
        self.about_card = ChoiceCard(look, texts.about, kind=CardKind.CHECK, parent=self)
        self.about_card.activated.connect(self._emit)
        self.about_card.setProperty(FOLLOWS, True)
        self.about_card.hide()  # until there is a date that it can speak of
        self.body.addWidget(self.about_card)

    def control(self) -> QWidget:
        return self.parts[_Part.YEAR]

    def value(self) -> DateValue | None:
        """The date as far as it is known; None while there is no year."""
        if self._year is None:
            return None
        day = self._day if self._month is not None else None
        return DateValue(self._year, self._month, day, self.about_card.isChecked())

    def set_value(self, value: DateValue | None) -> None:
        """Shows a date, without ``changed``. A part left out counts as not known."""
        self._close()
        self._year, self._month, self._day = value[:3] if value else (None, None, None)
        self._unknown.clear()
        if value:
            self._unknown = {
                part
                for part, number in ((_Part.MONTH, self._month), (_Part.DAY, self._day))
                if number is None
            }
        self.about_card.setChecked(bool(value and value.about))
        self._refresh()

    def is_open(self) -> bool:
        """Whether a grid of buttons is up."""
        return self._open is not None

    def _emit(self) -> None:
        self.changed.emit(self.value())

    def _refresh(self) -> None:
        self.about_card.setVisible(self._year is not None)
        self._show_part(_Part.YEAR, self._year, lambda n: Pair(str(n)))
        self._show_part(_Part.MONTH, self._month, lambda n: self._texts.months[n - 1])
        self._show_part(_Part.DAY, self._day, lambda n: Pair(str(n)))

    def _show_part(self, part: _Part, number: int | None, words: Callable[[int], Pair]) -> None:
        button = self.parts[part]
        if number is not None:
            button.set_value(words(number))
        else:
            button.set_value(self._texts.unknown if part in self._unknown else None)

    def _toggle(self, part: _Part) -> None:
        if self._open is part:
            self._close()
        else:
            self._show_panel(part)

    def _close(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, TapButton) and (self._panel or focused in self.parts.values()):
            self._keys = focused.ring_shown
        if self._panel is not None:
            self._panel.hide()
            self._panel_place.removeWidget(self._panel)
            self._panel.deleteLater()
        self._panel = None
        self._open = None
        for button in self.parts.values():
            button.set_open(False)

    def _show_panel(self, part: _Part) -> None:
        if part is _Part.YEAR:
            self._raise(part, self._decades())
        elif part is _Part.MONTH:
            chosen: list[_Option] = [
                (name, self._month == i, partial(self._choose, _Part.MONTH, i))
                for i, name in enumerate(self._texts.months[: self._last_month()], 1)
            ]
            self._raise(part, chosen, columns=4, unknown=True)
        else:
            days: list[_Option] = [
                (Pair(str(i)), self._day == i, partial(self._choose, _Part.DAY, i))
                for i in range(1, self._last_day() + 1)
            ]
            self._raise(part, days, columns=8, unknown=True)

    def _decades(self) -> list[_Option]:
        decades = range(self._last_year // 10 * 10, self._first_year // 10 * 10 - 1, -10)
        return [
            (
                Pair(f"{max(d, self._first_year)} – {min(d + 9, self._last_year)}"),
                self._year is not None and d <= self._year < d + 10,
                partial(self._show_years, d),
            )
            for d in decades
        ]

    def _show_years(self, decade: int) -> None:
        years = range(max(decade, self._first_year), min(decade + 9, self._last_year) + 1)
        options: list[_Option] = [
            (Pair(str(y)), y == self._year, partial(self._choose, _Part.YEAR, y)) for y in years
        ]
        self._raise(_Part.YEAR, options, columns=5, back=True)

    def _last_month(self) -> int:
        return self._last.month if self._year == self._last_year else 12

    def _last_day(self) -> int:
        if self._month is None:
            return 31
        if (self._year, self._month) == (self._last_year, self._last.month):
            return self._last.day
        return calendar.monthrange(self._year or 2000, self._month)[1]

    def _choose(self, part: _Part, number: int | None) -> None:
        if number is None:
            self._unknown.add(part)
        else:
            self._unknown.discard(part)
        if part is _Part.YEAR:
            self._year = number
        elif part is _Part.MONTH:
            self._month = number
            if number is None:  # a day without a month says nothing
                self._day = None
                self._unknown.add(_Part.DAY)
            elif self._day is None:
                self._unknown.discard(_Part.DAY)
        else:
            self._day = number
        if self._month is not None and self._month > self._last_month():
            self._month = self._day = None
            self._unknown.discard(_Part.DAY)
        if self._day is not None and self._day > self._last_day():
            self._day = None
        self._close()
        self._refresh()
        self._emit()
        following = self._next_open(part)
        if following is None:
            self.parts[part].setFocus(self._reason())
        else:
            self._show_panel(following)

    def _reason(self) -> Qt.FocusReason:
        quiet, shown = Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason
        return shown if self._keys else quiet

    def _next_open(self, part: _Part) -> _Part | None:
        """The next part that has no answer yet, as one goes on to it of oneself."""
        answers = {_Part.YEAR: self._year, _Part.MONTH: self._month, _Part.DAY: self._day}
        order = list(self.parts)
        for following in order[order.index(part) + 1 :]:
            if answers[following] is None and following not in self._unknown:
                return following
        return None

    def _raise(
        self,
        part: _Part,
        options: list[_Option],
        *,
        columns: int = 4,
        unknown: bool = False,
        back: bool = False,
    ) -> None:
        self._close()
        look = self.look
        panel = Surface(look, SurfaceKind.PANEL, self)
        column = QVBoxLayout(panel)
        pad = look.scale.mm(4.0)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.scale.gap)
        button = partial(BigButton, look, large=False, parent=panel)
        buttons: list[BigButton] = []
        for words, chosen, act in options:
            number = button(words, kind=ButtonKind.PLAIN, centred=True)
            number.setCheckable(True)
            number.setChecked(chosen)
            number.activated.connect(act)
            buttons.append(number)
        widest = max(each.sizeHint().width() for each in buttons)
        narrowest = max(each.minimumSizeHint().width() for each in buttons)
        grid = TileGrid(
            look,
            max_columns=columns,
            least_tile=max(min(widest, look.scale.mm(60)), narrowest),
            gap=look.scale.mm(2.8),
            parent=panel,
        )
        for each in buttons:
            grid.add_tile(each)
        column.addWidget(grid)
        if back:
            other = button(self._texts.other_years, icon="arrow-left")
            other.activated.connect(lambda: self._show_panel(_Part.YEAR))
            column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeading)
        if unknown:
            not_known = button(self._texts.unknown, centred=True)
            not_known.activated.connect(partial(self._choose, part, None))
            column.addWidget(not_known)
        self._panel = panel
        self._open = part
        self.parts[part].set_open(True)
        self._panel_place.addWidget(panel)
        before: QWidget = list(self.parts.values())[-1]
        for following in panel.findChildren(BigButton):  # the keyboard comes to them next
            QWidget.setTabOrder(before, following)
            before = following
        panel.show()
        first = next((b for b in buttons if b.isChecked()), buttons[0])
        first.setFocus(self._reason())
        # The page grows only when its layouts have settled.
        QTimer.singleShot(0, self, self._bring_into_view)
        self.opened.emit(panel)

    def _bring_into_view(self) -> None:
        panel = self._panel
        if panel is None:
            return
        ancestor = self.parentWidget()
        while ancestor is not None and not isinstance(ancestor, QScrollArea):
            ancestor = ancestor.parentWidget()
        if isinstance(ancestor, QScrollArea):
            margin = self.look.scale.mm(6)
            ancestor.ensureWidgetVisible(panel, 0, margin)
            if self._open is not None:
                ancestor.ensureWidgetVisible(self.parts[self._open], 0, margin)


_Option = tuple[Pair, bool, Callable[[], None]]
