"""Holds the panels of the staff page, one at a time, and closes by itself if nobody is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pdkiosk.facility.loading import FacilityError
from pdkiosk.facility.pin import is_hash
from pdkiosk.language.message import Message
from pdkiosk.ui.screens.bottom_bar import BottomBar
from pdkiosk.ui.screens.frame import Frame
from pdkiosk.ui.staff.change import ChangePanel
from pdkiosk.ui.staff.cleaning import CleaningPanel
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.counters import CountersPanel
from pdkiosk.ui.staff.health import HealthPanel
from pdkiosk.ui.staff.menu import MenuPanel
from pdkiosk.ui.staff.no_pin import NoPinPanel
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.staff.pin import PinPanel
from pdkiosk.ui.staff.power import PowerPanel
from pdkiosk.ui.staff.printer_test_page import PrinterTestPanel
from pdkiosk.ui.staff.ruler import RulerPanel
from pdkiosk.ui.staff.setting import NewPinPanel, SettingPanel
from pdkiosk.ui.staff.settings import SettingsPanel
from pdkiosk.ui.staff.touch import Cells, TouchPanel, TouchResultPanel
from pdkiosk.ui.staff.update import UpdatePanel
from pdkiosk.ui.staff.update_now import UpdateNowPanel
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import Surface, SurfaceKind, TextPair
from pdkiosk.ui.widgets.touch_watch import TouchWatch

# Translators: at the top of all pages that only the staff of the library use.
_STAFF = Message("For staff only", "staff.bar")
# Translators: leaves the pages that only the staff of the library use.
_LEAVE = Message("Leave the staff page", "staff.leave")

SECONDS_ALONE = 120

_OUTSIDE = ("pin", "no pin")  # what is shown before the PIN
_PANELS: dict[str, Callable[[StaffContext], Panel]] = {
    "pin": PinPanel,
    "no pin": NoPinPanel,
    "menu": MenuPanel,
    "health": HealthPanel,
    "counters": CountersPanel,
    "print": PrinterTestPanel,
    "cleaning": CleaningPanel,
    "settings": SettingsPanel,
    "change": ChangePanel,
    "ruler": RulerPanel,
    "update": UpdatePanel,
    "update now": UpdateNowPanel,
}


class StaffPage(QWidget):
    """The staff page.

    ``left``: staff are done or gone; then this process ends, as after any session.

    ``restart``: the prepared process must be replaced too, because it has the old settings.
    ``close``: the program should end.
    """

    left = Signal()
    restart = Signal()
    close_program = Signal()
    shown = Signal(str)

    def __init__(self, context: StaffContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.panel: Panel | None = None
        self._places: list[str] = []
        self._inside = False
        self._touched: tuple[list[bool], int, int] = ([False] * 4, 0, 0)
        self._frame = Frame(self)
        self.watch = TouchWatch(self._nobody, self)
        self._over = False
        self.watch.restart()
        self.open("pin" if is_hash(context.desk.facility.staff_pin) else "no pin")

    @property
    def place(self) -> str:
        """The name of the panel that is shown."""
        return self._places[-1]

    # ---- going -----------------------------------------------------------------------

    def open(self, place: str) -> None:
        """Opens a panel over the current one. Raises ValueError for a panel that needs the PIN."""
        if not self._inside and place not in _OUTSIDE:
            raise ValueError("the PIN was not entered")
        if place in self._places:
            del self._places[self._places.index(place) :]
        self._places.append(place)
        self._build()

    def back(self) -> None:
        """Goes back to the previous panel, or leaves."""
        if len(self._places) > 1:
            self._places.pop()
            self._build()
        else:
            self._leave()

    def _go(self, target: str) -> None:
        match target:
            case "opened":
                self._inside = True
                self._places.clear()
                self.open("menu")
            case "back":
                self.back()
            case "restart now":
                self._end()
                self.restart.emit()
            case "close now":
                self._end()
                self.close_program.emit()
            case "undo":
                self._undo()
            case _:
                self.open(target)

    def _undo(self) -> None:
        file = self.context.desk.file
        if file is None:
            return
        try:
            self.context.pending = file.undone()
        except FacilityError:
            return
        self.context.undoing = True
        self.open("change")

    def _nobody(self, seconds: float) -> bool:
        if seconds < SECONDS_ALONE:
            return False
        if self.panel is not None and self.panel.busy:
            self.watch.restart()
            return False
        self._leave()
        return True

    def _leave(self) -> None:
        if self._over:
            return
        self._end()
        if self.context.changed:
            self.restart.emit()
        else:
            self.left.emit()

    def _end(self) -> None:
        self._over = True
        self._inside = False
        self.watch.stop()
        if self.panel is not None:
            self.panel.end()
        self.context.desk.clear()

    def _touch_over(self, cells: Cells) -> None:
        self._touched = (
            cells.corners(),
            len(cells.touched & cells.wanted()),
            len(cells.wanted()),
        )
        self._places.pop()
        self.open("touched")

    # ---- building --------------------------------------------------------------------

    def _make(self, place: str) -> Panel:
        context = self.context
        name, _, rest = place.partition(":")
        match name:
            case "touch":
                return TouchPanel(context, self._touch_over)
            case "touched":
                return TouchResultPanel(context, *self._touched)
            case "setting":
                return NewPinPanel(context) if rest == "staff_pin" else SettingPanel(context, rest)
            case "restart" | "close":
                return PowerPanel(context, close=name == "close")
            case _ if name in _PANELS:
                return _PANELS[name](context)
        raise ValueError(f"there is no panel {place}")

    def _build(self) -> None:
        context, frame = self.context, self._frame
        if self.panel is not None:
            self.panel.end()
        frame.put_keyboard_away()
        frame.clear()
        panel = self.panel = self._make(self.place)
        panel.go.connect(self._go)
        if panel.bare:
            frame.show_alone(panel)
        else:
            leave = _LEAVE if len(self._places) == 1 else None
            bottom = BottomBar(context, panel, leave=leave)
            bottom.back.connect(self.back)
            bottom.forward.connect(panel.forward)
            frame.show_page(context, panel, StaffTopBar(context), bottom)
        context.look.taps.hold()
        # Keys that nothing else handles come here, even before anything is touched.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(self.place)

    # ---- keys ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if self.panel is not None and event.text():
            self.panel.typed(event.text())


class StaffTopBar(Surface):
    """The top bar, which says that this page is only for staff."""

    def __init__(self, context: StaffContext) -> None:
        look = context.look
        super().__init__(look, SurfaceKind.TOP_BAR)
        row = QHBoxLayout(self)
        side, pad = look.scale.mm(7), look.scale.mm(4)
        row.setContentsMargins(side, pad, side, pad)
        words = TextPair(
            look,
            context.pair(_STAFF),
            TextRole.BAR,
            inline=True,
            color=look.theme.on_top,
            second_color=look.theme.on_top_second,
            parent=self,
        )
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
