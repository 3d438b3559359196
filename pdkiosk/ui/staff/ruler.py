"""A line to measure with a ruler, to find out how large the screen really is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pdkiosk.facility.editing import SettingError, changed
from pdkiosk.facility.settings import settings
from pdkiosk.language.message import Message
from pdkiosk.ui import wording
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.staff.settings import current
from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.number_stepper import NumberStepper

LINE_MM = 100

# Translators: heading of the page where the size of the screen is checked.
_TITLE = Message("Size of the screen", "staff.ruler_title")
# Translators: {length} is a number of millimeters.
_DO = Message(
    "Hold a ruler to the line. It should be {length} mm long from end to end.", "staff.ruler_do"
)
# Translators: label of a number.
_MEASURED = Message("How many millimeters do you measure?", "staff.ruler_measured")
# Translators: {inches} is a number.
_DIAGONAL = Message("Then the screen has a diagonal of {inches} inches.", "staff.ruler_diagonal")
# Translators: the button after measuring.
_NEXT = Message("See what changes", "setting.next")

_LEAST, _MOST = 50, 200


class Line(QWidget):
    """A line as long as 100 mm according to the program."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.length = round(LINE_MM * look.scale.px_per_mm)
        self.setFixedHeight(look.scale.mm(16))
        self.setMinimumWidth(self.length)

    def sizeHint(self) -> QSize:
        return QSize(self.length, self._look.scale.mm(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = QColor(self._look.theme.text)
        thick = max(2, self._look.scale.line)
        middle = self.height() // 2
        painter.fillRect(0, middle - thick // 2, self.length, thick, color)
        for x in (0, self.length - thick):
            painter.fillRect(x, 0, thick, self.height(), color)


class RulerPanel(Panel):
    """The line, an input for its measured length, and the resulting screen size."""

    primary: Message | None = _NEXT
    primary_icon = "arrow-right"

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        self.add_heading(_TITLE, "a-large-small")
        self.add_text(_DO(length=LINE_MM))
        self.line = Line(self.look, self)
        self.add(self.line)
        self._stepper = NumberStepper(
            self.look,
            self.say(_MEASURED),
            less=self.say(wording.LESS),
            more=self.say(wording.MORE),
            minimum=_LEAST,
            maximum=_MOST,
            start=LINE_MM,
            parent=self,
        )
        self._stepper.editor.setObjectName("ruler.number")
        self._stepper.less_button.setObjectName("ruler.less")
        self._stepper.more_button.setObjectName("ruler.more")
        self._stepper.set_value(LINE_MM)
        self._stepper.changed.connect(lambda _: self._show())
        self.add(self._stepper)
        self._words = self.add_text(_DIAGONAL(inches=f"{self.inches:g}"))
        if context.desk.file is None or not context.desk.file.writable():
            self.primary = None

    @property
    def inches(self) -> float:
        """The screen diagonal that results from the measurement."""
        measured = self._stepper.value() or LINE_MM
        return round(self.look.scale.diagonal_in * measured / LINE_MM, 1)

    def _show(self) -> None:
        self._words.set_pair(self.say(_DIAGONAL(inches=f"{self.inches:g}")))

    def forward(self) -> None:
        setting = settings()["screen_diagonal"]
        try:
            facility = current(self.context)
            self.context.pending = changed(facility, setting, self.inches, self.context.desk.check)
        except SettingError as error:
            self._stepper.set_error(self.say(error.says))
            return
        self.go.emit("change")
