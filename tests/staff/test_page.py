"""The staff page as staff use it: by touch, from the PIN to the restart."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from pdkiosk.facility.loading import load_facility
from pdkiosk.facility.pin import matches
from pdkiosk.facility.settings import Facility
from pdkiosk.ui.staff import cleaning, touch
from pdkiosk.ui.staff.cleaning import CleaningPanel
from pdkiosk.ui.staff.pin import PinPanel
from pdkiosk.ui.staff.ruler import RulerPanel
from pdkiosk.ui.staff.touch import TouchPanel
from tests.staff.kiosk import PIN, MakeKiosk, StaffKiosk, pin_hash
from tests.widgets.fakes import Clock

# ---- the PIN ---------------------------------------------------------------------------


def test_the_pin_is_counted_but_never_shown(kiosk: StaffKiosk) -> None:
    kiosk.corners()
    for digit in "8301":
        kiosk.touch(f"pin.{digit}")
    assert "Digits entered: 4" in kiosk.words()
    assert "8301" not in kiosk.words()
    kiosk.touch("pin.delete")
    assert "Digits entered: 3" in kiosk.words()


def test_a_wrong_pin_opens_nothing_and_a_right_one_does(kiosk: StaffKiosk) -> None:
    kiosk.corners()
    kiosk.enter("830195")
    assert kiosk.room.place == "pin"
    assert "not right" in kiosk.words()
    assert (kiosk.folder / "state" / "pin-tries.json").exists()
    kiosk.enter()
    assert kiosk.room.place == "menu"


def test_after_five_wrong_pins_the_pad_is_dead_also_in_the_next_process(
    kiosk_with: MakeKiosk,
) -> None:
    kiosk = kiosk_with()
    kiosk.corners()
    for _ in range(5):
        kiosk.enter("830195")
    for each in (kiosk, kiosk_with()):
        if each is not kiosk:
            each.corners()
        panel = each.room.panel
        assert isinstance(panel, PinPanel)
        assert not panel.pad.isEnabled()
        assert "Please wait" in each.words()
        each.enter(PIN)
        panel.typed("8")
        panel.pad.entered.emit(PIN)  # past the dead pad
        assert each.room.place == "pin"


def test_nothing_behind_the_pin_opens_before_it(kiosk: StaffKiosk) -> None:
    kiosk.corners()
    for place in ("menu", "health", "settings", "setting:staff_pin", "close"):
        with pytest.raises(ValueError, match="PIN"):
            kiosk.room.open(place)


# ---- leaving ---------------------------------------------------------------------------


def test_leaving_ends_the_process_like_a_session(inside: StaffKiosk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(inside.shell.ended):
        inside.touch("back")


def test_it_ends_by_itself_when_nobody_touches(inside: StaffKiosk, qtbot: QtBot) -> None:
    clock = alone_by(inside)
    inside.touch("staff.health")
    clock.forward(119)
    assert not inside.room.watch.look()
    with qtbot.waitSignal(inside.shell.ended):
        clock.forward(1)
    with pytest.raises(ValueError, match="PIN"):
        inside.room.open("settings")


def test_a_touch_keeps_it_open(inside: StaffKiosk, qtbot: QtBot) -> None:
    inside.touch("staff.health")
    ended: list[bool] = []
    inside.shell.ended.connect(lambda: ended.append(True))
    clock = alone_by(inside)
    for _ in range(5):
        clock.forward(119)
        inside.touch_at(QPoint(640, 500))
    assert not ended
    clock.forward(120)
    qtbot.waitUntil(lambda: bool(ended), timeout=3000)


def test_asleep_counts_as_alone_and_the_touch_that_wakes_does_nothing(inside: StaffKiosk) -> None:
    clock = alone_by(inside)
    ended: list[bool] = []
    inside.shell.ended.connect(lambda: ended.append(True))
    clock.forward(9 * 3600)
    button = inside.find("staff.health")
    inside.touch_at(button.mapTo(inside.shell, button.rect().center()))
    assert ended and inside.room.place == "menu"


def alone_by(inside: StaffKiosk) -> Clock:
    """The staff page counts the time without a touch by this clock."""
    clock = inside.room.watch.clock = Clock()
    inside.room.watch.restart()
    return clock


@pytest.mark.parametrize(("name", "signal"), [("restart", "restart"), ("close", "closed")])
def test_restart_and_close_ask_once(
    inside: StaffKiosk, qtbot: QtBot, name: str, signal: str
) -> None:
    inside.touch(f"staff.{name}")
    inside.touch("next")  # the safe way
    assert inside.room.place == "menu"
    inside.touch(f"staff.{name}")
    with qtbot.waitSignal(getattr(inside.shell, signal)):
        inside.touch("staff.yes")


# ---- settings --------------------------------------------------------------------------


def typed(kiosk: StaffKiosk, text: str) -> None:
    kiosk.touch("value")
    editor = kiosk.find("value")
    assert isinstance(editor, (QLineEdit, QPlainTextEdit))
    editor.selectAll()
    QTest.keyClicks(editor, text)
    kiosk.settle()


def test_a_setting_is_changed_shown_saved_and_undone(inside: StaffKiosk, qtbot: QtBot) -> None:
    inside.touch("staff.settings")
    inside.touch("setting.name")
    typed(inside, "Florence")
    assert inside.sees("keyboard")
    inside.touch("next")
    words = inside.words()
    assert "Now: Eloy" in words and "Then: Florence" in words
    assert load_facility(inside.file).name == "Eloy"  # not yet
    inside.touch("next")
    assert inside.room.place == "settings"
    assert inside.sees("settings.saved")
    assert load_facility(inside.file).name == "Florence"
    inside.touch("settings.undo")
    assert "Then: Eloy" in inside.words()
    inside.touch("next")
    assert load_facility(inside.file).name == "Eloy"
    inside.touch("back")
    assert inside.room.place == "menu"
    # Also the session that stands ready was made with the old settings.
    with qtbot.waitSignal(inside.shell.restart):
        inside.touch("back")


def test_a_wrong_value_is_told_and_not_saved(inside: StaffKiosk) -> None:
    inside.touch("staff.settings")
    inside.touch("setting.idle_minutes")
    typed(inside, "0")
    inside.touch("next")
    assert inside.room.place == "setting:idle_minutes"
    assert "too small" in inside.words()
    inside.touch("back")
    assert load_facility(inside.file).idle_minutes == 3


def test_lines_switches_and_choices(inside: StaffKiosk) -> None:
    inside.touch("staff.settings")
    inside.touch("setting.address")
    inside.touch("value")
    editor = inside.find("value")
    assert isinstance(editor, QPlainTextEdit)
    QTest.keyClicks(editor, "Eloy")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "1705 E Hanna Rd")
    inside.touch("next")
    inside.touch("next")
    inside.touch("setting.saving")
    inside.touch("value.0")
    inside.touch("next")
    inside.touch("next")
    inside.touch("setting.paper")
    inside.touch("value.1")
    inside.touch("next")
    inside.touch("next")
    facility = load_facility(inside.file)
    assert facility.address == ["Eloy", "1705 E Hanna Rd"]
    assert facility.saving
    assert facility.paper == "a4"


def test_a_new_pin_is_entered_twice(inside: StaffKiosk) -> None:
    inside.touch("staff.settings")
    inside.touch("setting.staff_pin")
    inside.enter("123456")
    assert "at least 6 digits, and no row" in inside.words()
    inside.enter("551934")
    inside.enter("551935")
    assert "not the same" in inside.words()
    inside.enter("551934")
    inside.enter("551934")
    words = inside.words()
    assert inside.room.place == "change"
    assert "argon2" not in words and "551934" not in words
    inside.touch("next")
    assert matches("551934", load_facility(inside.file).staff_pin)
    assert "551934" not in inside.file.read_text()


def test_a_file_that_cannot_be_written_is_only_read(
    inside: StaffKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = os.access
    monkeypatch.setattr("os.access", lambda path, mode: not mode & os.W_OK and access(path, mode))
    inside.touch("staff.settings")
    assert str(inside.file) in inside.words()
    inside.touch("setting.name")
    assert inside.room.place == "settings"


def test_a_disk_that_is_full_is_told_and_nothing_is_lost(
    inside: StaffKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    inside.touch("staff.settings")
    inside.touch("setting.name")
    typed(inside, "Florence")
    inside.touch("next")
    monkeypatch.setattr("os.fsync", full)
    inside.touch("next")
    assert inside.room.place == "change"
    assert "No space left" in inside.words()
    assert load_facility(inside.file).name == "Eloy"


def test_without_a_file_it_says_how_to_have_one(kiosk_with: MakeKiosk) -> None:
    kiosk = kiosk_with(facility=Facility(staff_pin=pin_hash()), with_file=False)
    kiosk.corners()
    kiosk.enter()
    kiosk.touch("staff.settings")
    assert "--facility" in kiosk.words()
    kiosk.touch("setting.name")
    assert kiosk.room.place == "settings"


def test_the_measured_line_gives_the_diagonal(inside: StaffKiosk) -> None:
    inside.touch("staff.ruler")
    panel = inside.room.panel
    assert isinstance(panel, RulerPanel)
    # 1280 x 1024 on 19 inches: 3.396 pixels in a millimeter.
    assert panel.line.length == 340
    for _ in range(5):
        inside.touch("ruler.more")
    inside.touch("next")
    inside.touch("next")
    assert load_facility(inside.file).screen_diagonal == pytest.approx(19.0 * 1.05, abs=0.06)


# ---- the machine -----------------------------------------------------------------------


def test_health_says_what_is_wrong_and_how_to_mend_it(inside: StaffKiosk) -> None:
    inside.touch("staff.health")
    words = inside.words()
    for part in ("Printer", "Paper", "Memory", "Translation: Español", "Versions", "PySide6 6."):
        assert part in words
    assert "Drafted, not reviewed by a person." in words
    assert "opla_address" in words
    assert inside.sees("health.T02")


def test_the_log_shows_codes_and_nothing_else(inside: StaffKiosk) -> None:
    inside.touch("staff.counters")
    words = inside.words()
    assert "session-ended: 212" in words
    assert "2026-11-24T12:00:01 session-ended" in words
    assert "Guadalupe" not in words


def test_the_test_page_is_printed_and_its_outcome_told(inside: StaffKiosk, qtbot: QtBot) -> None:
    inside.touch("staff.print")
    inside.touch("print")
    qtbot.waitUntil(lambda: "P01" in inside.words(), timeout=10_000)
    pages = list((inside.folder / "pages").rglob("*.pdf"))
    assert len(pages) == 1
    assert pages[0].read_bytes().startswith(b"%PDF")


def test_a_printer_that_fails_is_told_with_its_code(inside: StaffKiosk, qtbot: QtBot) -> None:
    from pdkiosk.printing.cups import CupsPrinter
    from pdkiosk.staff_page_desk import Staff

    assert isinstance(inside.room.context.desk, Staff)
    inside.room.context.desk._printer = CupsPrinter(path="/nonexistent")
    inside.touch("staff.print")
    inside.touch("print")
    qtbot.waitUntil(lambda: "code P61" in inside.words(), timeout=10_000)


# ---- touch and cleaning ----------------------------------------------------------------


def test_every_cell_turns_and_the_test_ends(inside: StaffKiosk) -> None:
    inside.touch("staff.touch")
    panel = inside.room.panel
    assert isinstance(panel, TouchPanel)
    cells = panel.cells
    assert cells.size() == inside.shell.size()
    for column, row in sorted(cells.wanted()):
        assert inside.room.place == "touch"
        inside.touch_at(cells.cell(column, row).center())
    assert inside.room.place == "touched"
    assert "The whole screen can be touched" in inside.words()


def test_the_touch_test_says_which_corners_were_reached(inside: StaffKiosk) -> None:
    inside.touch("staff.touch")
    inside.corners("13")
    inside.touch("touch.end")
    words = inside.words()
    assert "Top left corner: reached" in words
    assert "Top right corner: not reached" in words
    assert "Bottom right corner: reached" in words
    assert "Fields touched: 2 of" in words
    inside.touch("back")
    assert inside.room.place == "menu"


def test_the_touch_test_ends_by_itself(inside: StaffKiosk) -> None:
    inside.touch("staff.touch")
    panel = inside.room.panel
    assert isinstance(panel, TouchPanel)
    for _ in range(touch.SECONDS):
        assert inside.room.place == "touch"
        panel._timers[0].timeout.emit()
    assert inside.room.place == "touched"


def test_while_cleaning_no_touch_and_no_key_does_anything(inside: StaffKiosk) -> None:
    inside.touch("staff.cleaning")
    for x in range(40, 1280, 120):
        for y in range(40, 1024, 120):
            inside.touch_at(QPoint(x, y))
    inside.touch("cleaning.end")  # a short touch is none
    handle = inside.shell.windowHandle()
    assert handle is not None
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Escape):
        QTest.keyClick(handle, key)
    assert inside.room.place == "cleaning"
    panel = inside.room.panel
    assert isinstance(panel, CleaningPanel)
    for _ in range(cleaning.SECONDS):
        assert inside.room.place == "cleaning"
        panel._timers[0].timeout.emit()
    assert inside.room.place == "menu"


def test_holding_the_button_ends_the_cleaning(inside: StaffKiosk, qtbot: QtBot) -> None:
    inside.touch("staff.cleaning")
    panel = inside.room.panel
    assert isinstance(panel, CleaningPanel)
    assert panel._hold.interval() == 3000
    panel._hold.setInterval(200)
    inside.clock.forward(1)
    handle, at = inside.shell.windowHandle(), panel.hold_button.rect().center()
    assert handle is not None
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(handle, left, none, panel.hold_button.mapTo(inside.shell, at))
    qtbot.waitUntil(lambda: inside.room.place == "menu", timeout=2000)


def test_nothing_of_the_staff_page_is_left_in_the_state_folder(inside: StaffKiosk) -> None:
    assert sorted(os.listdir(inside.folder)) == ["facility.toml", "state"]
    assert [p.name for p in Path(inside.folder / "state").iterdir()] == ["pin-tries.json"]
