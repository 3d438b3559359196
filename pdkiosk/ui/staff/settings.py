"""All settings of the facility as rows to touch, and a button to undo the last change."""

from __future__ import annotations

from pdkiosk.facility.loading import FacilityError, load_facility
from pdkiosk.facility.settings import Facility, settings
from pdkiosk.language.message import Message, Own
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.staff.setting_words import in_words
from pdkiosk.ui.widgets import ButtonKind, Tone

# Translators: heading of the staff page with the settings of the facility.
_TITLE = Message("Settings of this facility", "staff.settings_title")
# Translators: the program was started without a settings file; --facility is typed.
_NO_FILE = Message("There is no settings file", "staff.settings_none")
# Translators: --facility is typed on the command line.
_NO_FILE_TEXT = Message(
    "Start the program with --facility and the name of a file. Then settings can be changed here.",
    "staff.settings_none_text",
)
# Translators: the settings file cannot be changed; {file} is its name.
_LOCKED = Message("This file cannot be written: {file}", "staff.settings_locked")
# Translators: how to make the file writable.
_LOCKED_TEXT = Message(
    "The user that the program runs as must be able to write to this file, not to its folder. "
    "Until then the settings can only be read here.",
    "staff.settings_locked_text",
)
# Translators: the settings were saved.
_SAVED = Message("Saved. It is used when you leave the staff page.", "staff.settings_saved")
# Translators: button: takes the settings from before the last change.
_UNDO = Message("Undo the last change", "staff.settings_undo")


def current(context: StaffContext) -> Facility:
    """The current settings of the file, or those in use if it cannot be read."""
    file = context.desk.file
    if file is not None:
        try:
            return load_facility(file.path)
        except FacilityError:
            pass
    return context.desk.facility


class SettingsPanel(Panel):
    """A row for each setting."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        self.add_heading(_TITLE, "list-checks")
        file = context.desk.file
        context.pending, context.undoing = None, False
        if file is None:
            self.add_box(Tone.WARNING, _NO_FILE, _NO_FILE_TEXT)
        elif not file.writable():
            self.add_box(Tone.WARNING, _LOCKED(file=Own(str(file.path))), _LOCKED_TEXT)
        if context.saved_now:
            context.saved_now = False
            self.add_box(Tone.DONE, _SAVED).setObjectName("settings.saved")
        editable = file is not None and file.writable()
        if editable and file is not None and file.can_undo():
            kind = ButtonKind.OUTLINE
            self.add_buttons(self.small_button("settings.undo", _UNDO, "undo", "undo-2", kind))
        facility = current(context)
        for setting in settings().values():
            value = getattr(facility, setting.name)
            row = self.add_answer(
                f"setting.{setting.name}",
                setting.words,
                in_words(setting, value),
                f"setting:{setting.name}",
                answered=bool(value),
            )
            row.setEnabled(editable)
