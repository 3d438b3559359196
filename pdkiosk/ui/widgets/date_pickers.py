"""Date input by touch alone: year, month and day, each from a grid of buttons."""

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
from pdkiosk.ui.widgets.big_button import BigButton
from pdkiosk.ui.widgets.choice_card import CardKind, ChoiceCard
from pdkiosk.ui.widgets.date_panel import DateOption, DatePanel
from pdkiosk.ui.widgets.field import Field
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.part_button import PartButton
from pdkiosk.ui.widgets.spoken import FOLLOWS
from pdkiosk.ui.widgets.tap_button import TapButton
from pdkiosk.ui.widgets.tile_grid import TileGrid


class DateTexts(Struct, frozen=True):
    """All texts of the pickers; ``months`` are the twelve names from January."""

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


_NEAR = 11  # years offered at once


class _Part(enum.Enum):
    YEAR = enum.auto()
    MONTH = enum.auto()
    DAY = enum.auto()


class DatePickers(Field):
    """Asks for the year, nearest first; then month and day, which may be left out.

    ``changed`` carries a DateValue, or None without a year. No day after ``last`` is offered.
    ``opened`` carries the grid of buttons that has appeared. On a narrow page the grid is right
    under the part that it is for.
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
        nearest: int | None = None,
        year_alone: bool = False,
        stays_open: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``nearest``: the year that is offered first, the last one when it is not given.

        ``year_alone``: no month and no day are offered after it. ``stays_open``: its grid has the
        page for itself, and stays when one was touched.
        """
        super().__init__(look, label, parent=parent)
        self._texts = texts
        self._nearest = last.year if nearest is None else nearest
        self._first_year, self._last_year, self._last = first_year, last.year, last
        self._year: int | None = None
        self._month: int | None = None
        self._day: int | None = None
        self._unknown: set[_Part] = set()
        self._open: _Part | None = None
        self._panel: QWidget | None = None
        self._keys = False  # whether a keyboard is in use, so that the focus must be visible
        self.parts: dict[_Part, PartButton] = {}
        self._year_alone, self._stays_open = year_alone, stays_open
        names = {_Part.YEAR: texts.year, _Part.MONTH: texts.month, _Part.DAY: texts.day}
        for part, name in names.items():
            if year_alone and part is not _Part.YEAR:
                continue
            button = PartButton(look, name, texts.choose, self)
            button.activated.connect(partial(self._toggle, part))
            self.parts[part] = button
        widest = max(button.comfortable_width() for button in self.parts.values())
        self._row = TileGrid(
            look, max_columns=len(self.parts), least_tile=widest, fills=True, parent=self
        )
        self._stacked = self._row.columns_for(look.scale.width_px) < len(self.parts)
        for button in self.parts.values():
            self._row.add_tile(button)
        self.body.addWidget(self._row)
        self._panel_place = QVBoxLayout()
        self.body.addLayout(self._panel_place)
        self.about_card = ChoiceCard(look, texts.about, kind=CardKind.CHECK, parent=self)
        self.about_card.activated.connect(self._emit)
        self.about_card.setProperty(FOLLOWS, True)
        self.about_card.hide()  # hidden until there is a date that it can refer to
        self.body.addWidget(self.about_card)
        self._refresh()

    def ask(self) -> None:
        """Shows the years at once, if there is no date yet and nothing else to ask."""
        if self._open is None and (self._year is None or self._stays_open):
            self._show_panel(_Part.YEAR, focus=False)

    def control(self) -> QWidget:
        return self.parts[_Part.YEAR]

    def value(self) -> DateValue | None:
        """The date as far as it is known; None if there is no year."""
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
        """Whether a grid of buttons is shown."""
        return self._open is not None

    def _emit(self) -> None:
        self.changed.emit(self.value())

    def _refresh(self) -> None:
        self.about_card.setVisible(self._year is not None and not self._year_alone)
        self._show_row()
        self._show_part(_Part.YEAR, self._year, lambda n: Pair(str(n)))
        if not self._year_alone:
            self._show_part(_Part.MONTH, self._month, lambda n: self._texts.months[n - 1])
            self._show_part(_Part.DAY, self._day, lambda n: Pair(str(n)))

    def _show_row(self) -> None:
        """Shows the parts that can be asked for now.

        Only the year if there is none, and not even that while its grid is open. On a narrow page
        nothing is between a part and its grid.
        """
        order = list(self.parts)
        until = order.index(self._open) if self._stacked and self._open else len(order)
        shown = [
            self.parts[part]
            for place, part in enumerate(order)
            if place <= until and (self._year is not None or part is _Part.YEAR is not self._open)
        ]
        for button in self.parts.values():
            button.setVisible(button in shown)
        self._row.setVisible(bool(shown))
        self._row.set_tiles(shown)
        # The parts share the page while no grid is open.
        self.body.setStretch(0, int(self._open is None))
        self.body.setStretch(1, int(self._open is not None))

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
        self._show_row()

    def _show_panel(self, part: _Part, *, focus: bool = True) -> None:
        if part is _Part.YEAR:
            self._raise(part, self._near_years(), focus=focus)
        elif part is _Part.MONTH:
            chosen: list[DateOption] = [
                (name, self._month == i, partial(self._choose, _Part.MONTH, i))
                for i, name in enumerate(self._texts.months[: self._last_month()], 1)
            ]
            self._raise(part, chosen, columns=4, unknown=True)
        else:
            days: list[DateOption] = [
                (Pair(str(i)), self._day == i, partial(self._choose, _Part.DAY, i))
                for i in range(1, self._last_day() + 1)
            ]
            self._raise(part, days, columns=8, unknown=True)

    def _years(self) -> list[int]:
        """All possible years, the nearest first: future ones, then past ones."""
        nearest = max(self._first_year, min(self._nearest, self._last_year))
        ahead = range(nearest, self._last_year + 1)
        return [*ahead, *range(nearest - 1, self._first_year - 1, -1)]

    def _near_years(self) -> list[DateOption]:
        years = self._years()
        near = years if len(years) <= _NEAR + 1 else years[:_NEAR]
        options = [self._year_option(year) for year in near]
        if len(years) > len(near):
            other = self._year is not None and self._year not in near
            options.append((self._texts.other_years, other, self._show_decades))
        return options

    def _year_option(self, year: int) -> DateOption:
        return Pair(str(year)), year == self._year, partial(self._choose, _Part.YEAR, year)

    def _show_decades(self) -> None:
        last = self._years()[_NEAR]
        decades = range(last // 10 * 10, self._first_year // 10 * 10 - 1, -10)
        options: list[DateOption] = [
            (
                Pair(f"{max(d, self._first_year)} – {min(d + 9, last)}"),
                self._year is not None and d <= self._year < d + 10,
                partial(self._show_years, d, min(d + 9, last)),
            )
            for d in decades
        ]
        self._raise(_Part.YEAR, options, back=True)

    def _show_years(self, decade: int, last: int) -> None:
        years = range(last, max(decade, self._first_year) - 1, -1)
        options = [self._year_option(year) for year in years]
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
            if number is None:  # a day without a month is meaningless
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
        if self._stays_open:
            self.ask()
        self.parts[part].setFocus(self._reason())

    def _reason(self) -> Qt.FocusReason:
        quiet, shown = Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason
        return shown if self._keys else quiet

    def _raise(
        self,
        part: _Part,
        options: list[DateOption],
        *,
        columns: int = 4,
        unknown: bool = False,
        back: bool = False,
        focus: bool = True,
    ) -> None:
        self._close()
        texts = self._texts
        panel = DatePanel(
            self.look,
            options,
            columns=columns,
            large=self._stays_open and part is _Part.YEAR,
            back=(texts.other_years, partial(self._show_panel, _Part.YEAR)) if back else None,
            unknown=(texts.unknown, partial(self._choose, part, None)) if unknown else None,
            parent=self,
        )
        self._panel = panel
        self._open = part
        self.parts[part].set_open(True)
        self._show_row()
        self._panel_place.addWidget(panel, 1)
        before: QWidget = list(self.parts.values())[-1]
        for following in panel.findChildren(BigButton):  # next in the focus order
            QWidget.setTabOrder(before, following)
            before = following
        panel.show()
        if not focus:
            return
        panel.first.setFocus(self._reason())
        # The page grows only after its layouts have settled.
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
