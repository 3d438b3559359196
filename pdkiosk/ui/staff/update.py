"""What is installed, and the updates on a stick, each with whether it can be installed."""

from __future__ import annotations

from functools import partial

from pdkiosk import __version__
from pdkiosk.background import Job
from pdkiosk.language.message import Message, Own
from pdkiosk.staff.updates import Found, answer
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import ButtonKind, Callout, FlowRow, Tone

# Translators: heading of the staff page that installs a new version.
_TITLE = Message("Update", "staff.update_title")
# Translators: staff page; {version} is like "1.2.0".
_PROGRAM = Message("This program: version {version}", "staff.update_program")
# Translators: staff page; the guide is the questions and texts; {version} is like "2026.12.1".
_GUIDE = Message("Its guide and translations: version {version}", "staff.update_guide")
# Translators: staff page; the guide is the questions and texts.
_OWN_GUIDE = Message("Its guide and translations came with it.", "staff.update_own_guide")
# Translators: a file with a key that updates are checked with; {file} is its name.
_UNUSED_KEY = Message("A key for updates is not used: {file}", "staff.update_unused_key")
# Translators: why a key for updates is not used, and what that means.
_UNUSED_KEY_TEXT = Message(
    "The file cannot be read, is not a key, or can be changed by people who are not the "
    "administrator. The other keys are used.",
    "staff.update_unused_key_text",
)
# Translators: above how the last update went; {code} is a short code.
_LAST = Message("The last update (code {code})", "staff.update_last")
# Translators: heading of the list of updates.
_STICK = Message("On the USB stick", "staff.update_stick")
# Translators: while the files on a stick are checked.
_LOOKING = Message("The stick is being read. Please wait.", "staff.update_looking")
# Translators: no update was found; .release is the end of a file's name.
_NOTHING = Message("No update was found.", "staff.update_nothing")
# Translators: how an update must lie on a stick; .release is the end of a file's name.
_NOTHING_TEXT = Message(
    "Put in a stick. The file must end in .release and must not be in a folder.",
    "staff.update_nothing_text",
)
# Translators: button: reads the stick once more.
_AGAIN = Message("Look again", "staff.update_again")
# Translators: a file on a stick.
_FILE = Message("{file}", "staff.update_file")
# Translators: an update that can be installed; {version} is like "1.2.0", {date} a date.
_GOOD_PROGRAM = Message(
    "Program, version {version}, made on {date}. It can be installed.", "staff.update_good_program"
)
# Translators: an update that can be installed; {version} is like "2026.12.1", {date} a date.
_GOOD_CONTENT = Message(
    "Guide and translations, version {version}, made on {date}. They can be installed.",
    "staff.update_good_content",
)
# Translators: an update that is not taken; the reason follows; {code} is a short code.
_BAD = Message("It cannot be installed (code {code})", "staff.update_bad")
# Translators: button.
_INSTALL = Message("Install this", "staff.update_install")
# Translators: button; {version} is like "1.2.0".
_BACK = Message("Go back to version {version}", "staff.update_back")
# Translators: button; {version} is like "2026.12.1".
_CONTENT_BACK = Message("Go back to guide {version}", "staff.update_content_back")
# Translators: on a machine where the staff page itself cannot install updates.
_BY_HAND = Message("Updates are installed on a terminal here", "staff.update_by_hand")
# Translators: what to type; the words after "type" are a command. FILE is the name of the file.
_TYPE = Message("As the administrator type: pdkiosk update FILE", "staff.update_type")
# Translators: what to type to go back to the older version; it ends with a command.
_TYPE_BACK = Message("To go back type: pdkiosk update --back", "staff.update_type_back")
# Translators: for a program that was only copied to a computer or a stick.
_COPIED = Message(
    "This program was only copied here. Put the newer folder in the place of this one.",
    "staff.update_copied",
)

_POLL_MS = 200
_MOST_LETTERS = 70


class UpdatePanel(Panel):
    """Checks the sticks in a thread, because that takes seconds and a stick can hang."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        updates = context.desk.updates
        self._service = updates.service is not None
        self.add_heading(_TITLE, "usb")
        self.add_text(_PROGRAM(version=__version__))
        content = updates.content_version()
        self.add_text(_GUIDE(version=content) if content else _OWN_GUIDE)
        if (told := updates.last_result()) is not None:
            last = answer(told)
            tone = Tone.DONE if last.good else Tone.WARNING
            self.add_box(tone, _LAST(code=last.code), last.says, name="update.last")
        for path in updates.unused_keys():
            name = _UNUSED_KEY(file=Own(_plain(path.name)))
            self.add_box(Tone.WARNING, name, _UNUSED_KEY_TEXT, name="update.unused_key")
        if not self._service:
            body = (_TYPE, _TYPE_BACK) if updates.installed else (_COPIED,)
            self.add_box(Tone.NOTE, _BY_HAND, *body, name="update.by_hand")
        self.add_text(_STICK, TextRole.SUBHEADING)
        self._job: Job[list[Found]] | None = None
        found, context.found = context.found, None
        if found is None:
            self.add_text(_LOOKING)
            self._job = Job(updates.find)
            self.every(_POLL_MS, self._poll)
        else:
            self._list(found)

    def _poll(self) -> None:
        if self._job is None or not self._job.done:
            return
        self.end()
        # Rebuild the page with it, so that the focus order is the reading order.
        self.context.found = self._job.result()
        self.go.emit("update")

    def _list(self, found: list[Found]) -> None:
        for number, each in enumerate(found):
            self._show(number, each)
        if not found:
            self.add_box(Tone.NOTE, _NOTHING, _NOTHING_TEXT, name="update.nothing")
        self._add_buttons()

    def _show(self, number: int, found: Found) -> None:
        name = _FILE(file=Own(_plain(found.path.name)))
        if found.manifest is not None:
            words = _GOOD_CONTENT if found.manifest.kind == "content" else _GOOD_PROGRAM
            date = found.manifest.built.isoformat()
            box = self.add_box(Tone.DONE, name, words(version=found.manifest.version, date=date))
            if self._service:
                self._add_install(box, number, found)
        else:
            assert found.refused is not None
            reason = found.refused
            box = self.add_box(Tone.STOP, name, _BAD(code=reason.value), reason.message)
        box.setObjectName(f"update.file.{number}")

    def _add_install(self, box: Callout, number: int, found: Found) -> None:
        name, install = f"update.install.{number}", partial(self._choose, found)
        button = self.small_button(name, _INSTALL, install, kind=ButtonKind.PRIMARY)
        row = FlowRow(self.look, parent=box)
        row.add_tile(button)
        box.column.addWidget(row)

    def _add_buttons(self) -> None:
        kind = ButtonKind.OUTLINE
        buttons = [self.small_button("update.again", _AGAIN, "update", kind=kind)]
        for name, words in (("back", _BACK), ("content-back", _CONTENT_BACK)):
            version = self.context.desk.updates.before(content=name == "content-back")
            if self._service and version:
                back, choose = words(version=version), partial(self._choose, name)
                buttons.append(self.small_button(f"update.{name}", back, choose, kind=kind))
        self.add_buttons(*buttons, before_mm=4.0)

    def _choose(self, what: Found | str) -> None:
        self.context.update = what
        self.go.emit("update now")


def _plain(name: str) -> str:
    """A file name for display: short, and without invisible characters."""
    odd = "\N{REPLACEMENT CHARACTER}"
    shown = "".join(letter if letter.isprintable() else odd for letter in name)
    return shown if len(shown) <= _MOST_LETTERS else f"{shown[:_MOST_LETTERS]}…"
