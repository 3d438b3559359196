"""Updates from a stick, by touch: what is on it, why it is refused, and the result."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pdkiosk.log import is_code
from pdkiosk.staff.updates import Found, Updates, answer
from pdkiosk.ui.staff.page import SECONDS_ALONE
from pdkiosk.ui.staff.update_now import UpdateNowPanel
from pdkiosk.update import service_request
from pdkiosk.update.install import UnusedKey
from pdkiosk.update.refusal import Reason
from pdkiosk.update.service_request import Request, Result
from tests.staff.kiosk import StaffKiosk
from tests.staff.sticks import updates


@pytest.fixture
def found(tmp_path: Path) -> Updates:
    (tmp_path / "there").mkdir()
    return updates(tmp_path / "there")


def opened(kiosk: StaffKiosk, qtbot: QtBot, given: Updates) -> None:
    desk = kiosk.room.context.desk
    desk.__dict__["updates"] = given
    kiosk.touch("staff.update")
    qtbot.waitUntil(lambda: kiosk.sees("update.again"), timeout=20_000)
    kiosk.settle()


def test_each_release_is_judged_to_its_last_byte(found: Updates) -> None:
    judged = {each.path.name: each for each in found.find()}
    assert list(judged) == [
        "a-program.release", "b-guide.release", "c-old.release", "d-stranger.release",
        "e-cut.release",
    ]  # fmt: skip
    versions = [each.manifest.version for each in judged.values() if each.manifest]
    assert versions == ["1.2.0", "2026.12.1"]
    reasons = [each.refused for each in judged.values() if each.refused]
    assert reasons == [Reason.EXPIRED, Reason.WRONG_SIGNATURE, Reason.TRUNCATED]


def test_a_stick_that_is_taken_away_while_it_is_read(found: Updates) -> None:
    paths = found._releases()
    for path in paths:
        path.unlink()
    assert {found._judged(path).refused for path in paths} == {Reason.UNREADABLE}
    found.sticks = lambda: [Path("/nonexistent")]
    assert found.find() == []


def test_the_page_says_of_each_why(inside: StaffKiosk, qtbot: QtBot, found: Updates) -> None:
    opened(inside, qtbot, found)
    words = inside.words()
    for text in (
        "a-program.release", "version 1.2.0", "It can be installed", "version 2026.12.1, made",
        "update-expired", "too old to be installed", "update-wrong-signature",
        "Do not use this file", "update-truncated", "Copy it again",
    ):  # fmt: skip
        assert text in words, text
    assert inside.sees("update.install.0") and inside.sees("update.install.1")
    assert not inside.sees("update.install.2")
    assert "._a-program" not in words


def test_a_release_is_handed_over_whole_and_the_answer_is_shown(
    inside: StaffKiosk, qtbot: QtBot, found: Updates
) -> None:
    opened(inside, qtbot, found)
    inside.touch("update.install.0")
    assert not (found.state / "incoming").exists(), "it asks first"
    inside.touch("update.yes")
    there = found.state / "incoming" / "release"
    qtbot.waitUntil(there.exists, timeout=20_000)
    source = found._releases()[0]
    assert there.read_bytes() == source.read_bytes()
    assert os.listdir(there.parent) == ["release"]
    qtbot.waitUntil(lambda: "being tested" in inside.words())
    panel = inside.room.panel
    assert isinstance(panel, UpdateNowPanel) and panel.busy
    assert not inside.room._nobody(SECONDS_ALONE)
    assert inside.room.panel is panel, "it does not close while it works"
    assert found.service is not None
    service_request.write_result(found.service, "update-done")
    qtbot.waitUntil(lambda: "It is done (code update-done)" in inside.words())
    assert not panel.busy


def test_a_full_disk_is_said_and_nothing_stays(
    inside: StaffKiosk, qtbot: QtBot, found: Updates, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: _Full)
    opened(inside, qtbot, found)
    inside.touch("update.install.1")
    inside.touch("update.yes")
    qtbot.waitUntil(lambda: "update-disk-full" in inside.words(), timeout=20_000)
    assert os.listdir(found.state / "incoming") == []


class _Full:
    free = 10


def test_going_back_is_asked_for(inside: StaffKiosk, qtbot: QtBot, found: Updates) -> None:
    root = found.judge().root
    for version in ("0.9", "1.0.0"):
        (root / "versions" / version).mkdir(parents=True)
    (root / "current").symlink_to("versions/1.0.0")
    (root / "previous").symlink_to("versions/0.9")
    opened(inside, qtbot, found)
    assert "Go back to version 0.9" in inside.words()
    assert not inside.sees("update.content-back")
    inside.touch("update.back")
    inside.touch("update.yes")
    qtbot.waitUntil((found.state / "incoming" / Request.BACK.value).exists)


def test_a_key_that_does_not_count_is_named(
    inside: StaffKiosk, qtbot: QtBot, found: Updates
) -> None:
    judge = found.judge()
    judge.unused_keys = [UnusedKey(Path("/etc/pdkiosk/keys/program-2.pub"), "this is no text")]
    found.judge = lambda: judge
    opened(inside, qtbot, found)
    assert inside.sees("update.unused_key") and "program-2.pub" in inside.words()


def test_without_the_service_the_page_says_how_to_do_it_by_hand(
    inside: StaffKiosk, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "there").mkdir()
    opened(inside, qtbot, updates(tmp_path / "there", service=False))
    # This checkout is not installed beside other versions.
    assert inside.sees("update.by_hand") and "only copied here" in inside.words()
    assert not inside.sees("update.install.0")


def test_an_empty_stick(inside: StaffKiosk, qtbot: QtBot, found: Updates) -> None:
    found.sticks = list
    opened(inside, qtbot, found)
    assert inside.sees("update.nothing")
    inside.touch("update.again")
    assert inside.room.place == "update"


def test_a_name_on_a_stick_cannot_disturb_the_page(
    inside: StaffKiosk, qtbot: QtBot, found: Updates
) -> None:
    folder = next(iter(found.sticks()))
    for path in folder.iterdir():
        path.unlink()
    name = b"<b>x<br>\x1b\n\xff" + b"long" * 50 + b".release"
    (folder / os.fsdecode(name)).write_bytes(b"")
    opened(inside, qtbot, found)
    assert "<b>x<br>\N{REPLACEMENT CHARACTER}" in inside.words()
    assert "long" * 20 not in inside.words()


@pytest.mark.parametrize("reason", Reason)
def test_every_answer_of_the_service_has_words(reason: Reason) -> None:
    assert answer(Result(reason.value, 1)).says == reason.message
    assert not answer(Result(reason.value, 1)).good
    assert is_code(reason.value)


def test_an_answer_that_nobody_knows_is_a_failure() -> None:
    assert answer(Result("whatever <b>", 1)).code == "update-failed"


def test_found_is_told_apart_from_a_way_back() -> None:
    assert Found(Path("x"), refused=Reason.OLDER).manifest is None
