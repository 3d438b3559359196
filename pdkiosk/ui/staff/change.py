"""Shows what would change in the facility file, and writes it if confirmed."""

from __future__ import annotations

from pdkiosk.facility.editing import differences
from pdkiosk.language.message import Message, Own
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.staff.setting_words import in_words
from pdkiosk.ui.staff.settings import current
from pdkiosk.ui.widgets import Callout, Tone

# Translators: heading before changed settings are saved.
_TITLE = Message("This will change", "staff.change_title")
# Translators: a value of a setting before the change.
_BEFORE = Message("Now: {value}", "staff.change_before")
# Translators: a value of a setting after the change.
_AFTER = Message("Then: {value}", "staff.change_after")
# Translators: nothing was changed.
_NOTHING = Message("Nothing changes.", "staff.change_nothing")
# Translators: button.
_SAVE = Message("Save the change", "staff.change_save")
# Translators: the file could not be written.
_FAILED = Message("The change was not saved", "staff.change_failed")
# Translators: {problem} comes from the operating system, in English.
_FAILED_TEXT = Message(
    "The file is as it was before. The system says: {problem}", "staff.change_failed_text"
)
# Translators: the settings file cannot be used, so no part of it can stay when a change is saved.
_NEW_FILE = Message(
    "The settings file is damaged, so a new one is written. What stood in it stays in the copy "
    "from before.",
    "staff.change_new_file",
)


class ChangePanel(Panel):
    """The values before and after, for each setting that differs."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        self.add_heading(_TITLE, "pencil")
        assert context.pending is not None
        found = list(differences(current(context), context.pending))
        for difference in found:
            before = _BEFORE(value=in_words(difference.setting, difference.before))
            after = _AFTER(value=in_words(difference.setting, difference.after))
            self.add_box(Tone.NOTE, difference.setting.words, before, after)
        if not found:
            self.add_text(_NOTHING)
        else:
            file = context.desk.file
            if file is not None and file.is_damaged() and not context.undoing:
                self.add_text(_NEW_FILE)
            self.primary = _SAVE
        self._box: Callout | None = None

    def forward(self) -> None:
        context = self.context
        file, pending = context.desk.file, context.pending
        if file is None or pending is None:
            return
        try:
            if context.undoing:
                file.undo()
            else:
                file.save(pending)
        except OSError as error:
            self.take_away(self._box)
            problem = Own(error.strerror or str(error))
            self._box = self.add_box(Tone.STOP, _FAILED, _FAILED_TEXT(problem=problem))
            self._box.setObjectName("change.failed")
            self._box.show()
            return
        context.changed = context.saved_now = True
        self.go.emit("settings")
