"""``pdkiosk check``: a line for each thing, and a failure only where the wizard would not work."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pdkiosk import resources
from pdkiosk.app import main
from pdkiosk.commands import check as checking
from pdkiosk.commands.check import check_facility, check_printer, results
from pdkiosk.commands.result import Level
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.language.compile import compile_catalogs
from pdkiosk.language.languages import load_languages
from tests.staff.kiosk import pin_hash

TODAY = date(2026, 11, 24)
LANGUAGES = load_languages()


def here(name: str) -> str:
    return f"/usr/bin/{name}"


def answering(text: str) -> Any:
    def run(command: list[str], **more: object) -> subprocess.CompletedProcess[str]:
        assert command == ["lpstat", "-e"]
        assert more["timeout"] == 2.0
        return subprocess.CompletedProcess(command, 0, text, "")

    return run


def test_this_checkout_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    compile_catalogs(resources.folder("translations"))
    code = main(["check"])
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("FAIL")] == []
    assert code == 0
    names = [line.split(":")[0].split(maxsplit=1)[1] for line in lines]
    assert names == [
        "window",
        "files",
        "content",
        "guide",
        "references",
        "icons",
        "translations",
        "fonts es",
        "fonts en",
        "facility",
        "keyboards",
        "papers es",
        "papers en",
        "first screen",
        "saving",
        "printer",
        "speech",
    ]
    assert all(line.startswith(("ok   ", "warn ")) for line in lines)


def test_the_guide_asks_to_be_checked_again() -> None:
    guide = load_guide(resources.path("guide"))
    assert checking.check_guide(guide, date(2027, 5, 24)).level is Level.OK
    late = checking.check_guide(guide, date(2027, 5, 25))
    assert late.level is Level.WARN
    assert "2027-05-24" in late.detail


def test_a_wrong_guide_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("pages = []\n")
    monkeypatch.setattr(resources, "path", lambda name: tmp_path)
    last = list(results(None, TODAY))[-1]
    assert last.level is Level.FAIL
    assert last.name == "guide"


def test_a_missing_icon_fails() -> None:
    guide = load_guide(resources.path("guide"))
    section = msgspec.structs.replace(guide.section[0], icon="no-such-icon")
    broken = msgspec.structs.replace(guide, section=[section])
    assert [r.detail for r in checking.check_icons(broken)] == ["no-such-icon.svg is missing"]


@pytest.mark.parametrize(
    ("text", "level", "says"),
    [
        ("# nothing yet", Level.WARN, "left open: name, address, opla_address"),
        ("nam = 'x'", Level.FAIL, "nam"),
        ("name = 'x'\nscreen_diagonal = nan", Level.FAIL, "site.toml:2: "),
        ("screen_diagonal = nan", Level.FAIL, "Write it like this: screen_diagonal = 22"),
        ("languages = ['fr']", Level.FAIL, "there is no language 'fr'; expected one of es, en"),
        (
            "hidden = ['who', 'honesty']",
            Level.FAIL,
            "'honesty' must be shown; expected one of when",
        ),
        ("numbers_checked = 'soon'", Level.FAIL, "numbers_checked"),
        (None, Level.OK, "Eloy"),
        ("old", Level.WARN, "last checked 2024-01-01"),
    ],
)
def test_the_facility_file(tmp_path: Path, text: str | None, level: Level, says: str) -> None:
    whole = (
        'name = "Eloy"\naddress = ["a"]\nopla_address = ["b"]\nero_address = ["c"]\n'
        'legal_help = ["d"]\nlibrary = "e"\n'
    )
    if text is None:
        text = whole
    elif text == "old":
        text = whole + 'numbers_checked = "2024-01-01"\n'
    path = tmp_path / "site.toml"
    path.write_text(text)
    (result,) = check_facility(path, load_guide(resources.path("guide")), LANGUAGES, TODAY)
    assert result.level is level
    assert says in result.detail


def test_a_setting_that_does_nothing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text('night_from = "22:00"\nvoices_folder = "/nonexistent/voices"\n')
    found = check_facility(path, load_guide(resources.path("guide")), LANGUAGES, TODAY)
    lines = [str(result) for result in found if result.level is Level.WARN]
    assert any("night_to" in line and "22:00 and 06:00" in line for line in lines)
    assert any("/nonexistent/voices" in line for line in lines)


def test_a_pin_that_is_no_hash_fails_and_is_not_repeated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "site.toml"
    path.write_text('staff_pin = "830194"\n')
    assert main(["check", "--facility", str(path)]) == 1
    said = capsys.readouterr().out
    assert "FAIL facility: staff_pin is no hash" in said
    assert "pdkiosk pin" in said
    assert "830194" not in said
    path.write_text(f'staff_pin = "{pin_hash()}"\n')
    found = check_facility(path, load_guide(resources.path("guide")), LANGUAGES, TODAY)
    assert all(result.level is Level.WARN for result in found)


def test_a_missing_facility_file_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--facility", str(tmp_path / "none.toml")]) == 1
    assert "FAIL facility: " in capsys.readouterr().out


def test_no_printer_is_only_a_warning() -> None:
    assert check_printer(Facility(), which=lambda name: None).level is Level.WARN
    nothing = check_printer(Facility(), here, answering(""))
    assert (nothing.level, nothing.detail) == (Level.WARN, "CUPS has no printer")


def test_a_printer_is_named() -> None:
    assert str(check_printer(Facility(), here, answering("hall\nlibrary\n"))) == (
        "ok   printer: hall, library"
    )
    wanted = Facility(printer="library")
    assert check_printer(wanted, here, answering("hall\nlibrary\n")).detail == "library"
    assert check_printer(wanted, here, answering("hall\n")).level is Level.WARN


def test_a_printer_in_other_capitals_is_told_as_the_system_spells_it() -> None:
    for typed, queues in (
        ("Library", "hall\nlibrary\n"),
        ("libary", "hall\nlibrary\n"),
        ("x", "library\n"),
    ):
        found = check_printer(Facility(printer=typed), here, answering(queues))
        assert found.level is Level.WARN
        assert found.detail.endswith('Write it like this: printer = "library"')
    unknown = check_printer(Facility(printer="x"), here, answering("hall\nlibrary\n"))
    assert unknown.detail == "no x; CUPS has hall, library"


@pytest.mark.parametrize(
    "error", [subprocess.TimeoutExpired("lpstat", 2), PermissionError(13, "Permission denied")]
)
def test_a_printer_service_that_hangs_or_fails_is_only_a_warning(error: Exception) -> None:
    def run(*args: object, **more: object) -> subprocess.CompletedProcess[str]:
        raise error

    assert check_printer(Facility(), here, run).level is Level.WARN


def test_a_version_of_qt_that_aborts_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda name: "6.12.0")
    assert [r.level for r in checking.check_window((3, 11))] == [Level.FAIL]
    assert [r.level for r in checking.check_window((3, 12))] == [Level.OK]


def test_speech_is_looked_for_but_never_fails() -> None:
    def answers(locales: list[str] | None) -> Any:
        return lambda command: locales

    assert checking.check_speech(LANGUAGES, answers(None)).level is Level.WARN
    lacking = checking.check_speech(LANGUAGES, answers(["en_US"]))
    assert lacking.level is Level.WARN and "no voice for es" in lacking.detail
    good = checking.check_speech(LANGUAGES, answers(["en_US", "es_419", "es_ES"]))
    assert good.level is Level.OK and good.detail == "es_419, en_US"
