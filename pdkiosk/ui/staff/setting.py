"""Changes one setting, with an input that fits its kind; does not save it yet."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pdkiosk.facility.editing import SettingError, changed, parsed
from pdkiosk.facility.pin import PinError, hash_pin, matches
from pdkiosk.facility.setting import MOST_CHARACTERS, Fault, Kind, Value
from pdkiosk.facility.settings import settings
from pdkiosk.language.message import Message
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.staff.pin_pad import PinPad
from pdkiosk.ui.staff.setting_words import NO, YES
from pdkiosk.ui.staff.settings import current
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import NOTHING, CardGrid, ChoiceCard, Pair, TextPair
from pdkiosk.ui.widgets.field import PRIVATE_HINTS, ErrorLine
from pdkiosk.ui.widgets.text_fields import TextArea, TextField

# Translators: the button after a setting was changed; the change is shown before it is saved.
_NEXT = Message("See what changes", "setting.next")
# Translators: {name} is the name of a setting in the settings file.
_NAME = Message("In the file: {name}", "setting.name")
# Translators: both are numbers.
_BOUNDS = Message("From {least} to {most}", "setting.bounds")
# Translators: {least} is a number.
_LEAST = Message("{least} or more", "setting.least")
# Translators: heading of the page where staff change their PIN.
_PIN_TITLE = Message("Change the staff PIN", "setting.pin_title")
# Translators: staff choose a new PIN.
_NEW_PIN = Message("Enter the new PIN: at least 6 digits, then OK.", "setting.pin_new")
# Translators: staff enter their new PIN a second time.
_AGAIN = Message("Enter the same PIN again, then OK.", "setting.pin_again")
# Translators: the two PINs that staff entered were different.
_NOT_SAME = Message("The two were not the same. Enter the new PIN.", "setting.pin_not_same")
# Translators: a PIN that can be guessed, or is too short.
_WEAK = Message("Take at least 6 digits, and no row like 123456 or 000000.", "setting.pin_weak")


class SettingPanel(Panel):
    """A setting: what it is for, and an input for its value."""

    primary: Message | None = _NEXT
    primary_icon = "arrow-right"

    def __init__(self, context: StaffContext, name: str) -> None:
        super().__init__(context)
        self.setting = settings()[name]
        self._facility = current(context)
        value: Value = getattr(self._facility, name)
        self.add_heading(self.setting.words, "pencil")
        self.add_text(_NAME(name=name), TextRole.SMALL)
        bounds = self._bounds()
        if bounds is not None:
            self.add_text(bounds, TextRole.SMALL)
        self._cards: CardGrid | None = None
        self._field: TextField | TextArea | None = None
        self._error: ErrorLine | None = None
        self._build(value)

    def _bounds(self) -> Message | None:
        least, most = self.setting.least, self.setting.most
        if least is None:
            return None
        if most is None:
            return _LEAST(least=f"{least:g}")
        return _BOUNDS(least=f"{least:g}", most=f"{most:g}")

    def _build(self, value: Value) -> None:
        look, say = self.context.look, self.context.pair
        kind = self.setting.kind
        if kind in (Kind.SWITCH, Kind.CHOICE):
            self._cards = CardGrid(look, max_columns=2, parent=self)
            for number, option in enumerate(self._options()):
                words = say(YES if option is True else NO) if kind is Kind.SWITCH else None
                card = ChoiceCard(look, words or Pair(str(option)))
                card.setObjectName(f"value.{number}")
                self._cards.add(card)
            if value in self._options():
                self._cards.set_checked([self._options().index(value)])
            self.add(self._cards)
        elif kind is Kind.LINES:
            assert isinstance(value, list)
            area = TextArea(look, NOTHING, rows=4, parent=self)
            area.set_text("\n".join(value))
            area.editor.setObjectName("value")
            area.editor.setAccessibleName(say(self.setting.words).spoken())
            self._field = area
            self.add(area)
        else:
            whole = kind is Kind.WHOLE
            field = TextField(
                look, NOTHING, max_length=MOST_CHARACTERS + 50, digits=whole, parent=self
            )
            text = "" if value is None else f"{value:g}" if kind is Kind.DECIMAL else str(value)
            field.set_text(text)
            field.editor.setObjectName("value")
            field.editor.setAccessibleName(say(self.setting.words).spoken())
            field.editor.setInputMethodHints(
                field.editor.inputMethodHints()
                | PRIVATE_HINTS
                | Qt.InputMethodHint.ImhNoAutoUppercase
            )
            self._field = field
            self.add(field)

    def _options(self) -> list[Value]:
        if self.setting.kind is Kind.SWITCH:
            return [True, False]
        return list(self.setting.choices)

    def _value(self) -> Value:
        if self._cards is not None:
            checked = self._cards.checked()
            if not checked:
                raise SettingError(Fault.NOT_OFFERED)
            return self._options()[checked[0]]
        assert self._field is not None
        return parsed(self.setting, self._field.text())

    def forward(self) -> None:
        try:
            self.context.pending = changed(
                self._facility, self.setting, self._value(), self.context.desk.check
            )
        except SettingError as error:
            self._say(error.says)
            return
        self.go.emit("change")

    def _say(self, message: Message) -> None:
        pair = self.context.pair(message)
        if self._field is not None:
            self._field.set_error(pair)
            self._field.focus_field()
            return
        if self._error is None:
            self._error = ErrorLine(self.context.look, self)
            self.add(self._error)
        self._error.set_pair(pair)
        self._error.show()


class NewPinPanel(Panel):
    """A new staff PIN, entered twice on the pad; only its hash is passed on."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        self.setting = settings()["staff_pin"]
        self.add_heading(_PIN_TITLE, "lock")
        self._words = TextPair(context.look, context.pair(_NEW_PIN), emphasis=True, parent=self)
        self._words.setObjectName("pin.words")
        self.add(self._words)
        self.pad = PinPad(context, self)
        self.pad.entered.connect(self._entered)
        self.add(self.pad)
        self._first = ""

    def typed(self, text: str) -> None:
        self.pad.put(text)

    def _entered(self, pin: str) -> None:
        first, self._first = self._first, ""
        if not first:
            try:
                hashed = hash_pin(pin)
            except PinError:
                self._words.set_pair(self.context.pair(_WEAK))
                return
            self._first = hashed
            self._words.set_pair(self.context.pair(_AGAIN))
            return
        if not matches(pin, first):
            self._words.set_pair(self.context.pair(_NOT_SAME))
            return
        facility = current(self.context)
        self.context.pending = changed(facility, self.setting, first, self.context.desk.check)
        self.go.emit("change")
