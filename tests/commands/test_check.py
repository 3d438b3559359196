"""``pdkiosk check``: a line for each check, and a failure only if the wizard would not work."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from pdkiosk import resources
from pdkiosk.app import main
from pdkiosk.commands import check as checking
from pdkiosk.commands.check import check_facility, check_formats, check_printer, results
from pdkiosk.commands.result import Level, Result
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.language import formats
from pdkiosk.language.compile import compile_catalogs
from pdkiosk.language.languages import BeforeSound, load_languages, settled
from pdkiosk.printing.abilities import Abilities
from pdkiosk.system import own_program
from pdkiosk.vault.shelf import Shelf
from tests.staff.kiosk import pin_hash
from tests.vault.kit import CHEAP

TODAY = date(2026, 11, 24)
LANGUAGES = load_languages()


def here(name: str) -> str:
    return f"/usr/bin/{name}"


def answering(*printers: Abilities) -> Any:
    return lambda seconds: printers


def printer_lines(facility: Facility, *printers: Abilities) -> list[str]:
    return [str(line) for line in check_printer(facility, here, answering(*printers))]


def test_this_checkout_is_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Keys at their usual cost: test_self_test.py.
    monkeypatch.setattr("pdkiosk.vault.shelf.Shelf", partial(Shelf, cost=CHEAP))
    compile_catalogs(resources.folder("translations"))
    code = main(["--pdf-folder", str(tmp_path), "check"])
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("FAIL")] == []
    assert code == 0
    names = [line.split(":")[0].split(maxsplit=1)[1] for line in lines]
    drafts = [code for code, language in load_languages().items() if language.draft]
    assert names == [
        "window",
        "files",
        "content",
        "clock",
        "guide",
        "law",
        "references",
        "icons",
        "review law",
        "review es",
        *(f"review {code}" for code in drafts),
        "languages",
        "translations",
        "fonts es",
        "fonts en",
        *(f"fonts {code}" for code in drafts),
        "facility",
        "keyboards",
        "papers es",
        "papers en",
        "first screen",
        "saving",
        "folder for pages",
        "printer",
        "speech",
    ]
    assert all(line.startswith(("ok   ", "warn ")) for line in lines)


def test_the_guide_asks_to_be_checked_again() -> None:
    guide = load_guide(resources.path("guide"))
    assert checking.check_guide(guide, date(2027, 5, 24)).level is Level.OK
    days = sorted((entry.check_by, entry.id) for entry in guide.law)
    assert checking.check_law(guide, date.fromisoformat(days[0][0])).level is Level.OK
    old = checking.check_law(guide, date.fromisoformat(days[-1][0]))
    assert old.level is Level.WARN and days[0][1] in old.detail and days[-1][1] not in old.detail
    late = checking.check_guide(guide, date(2027, 5, 25))
    assert late.level is Level.WARN
    assert "2027-05-24" in late.detail


def test_a_wrong_guide_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("pages = []\n")
    monkeypatch.setattr(resources, "path", lambda name: tmp_path)
    last = list(results(None, TODAY))[-1]
    assert last.level is Level.FAIL
    assert last.name == "guide"


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"locale": "zz_ZZ"}, "pt: UnknownLocaleError"),
        ({"before_sound": (BeforeSound("y", "e", "("),)}, "pt: error"),
        ({}, ""),
    ],
    ids=["locale", "sound", "good"],
)
def test_a_draft_whose_dates_or_sounds_cannot_be_written_is_named(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, Any], says: str
) -> None:
    languages = {**LANGUAGES, "pt": replace(LANGUAGES["pt"], **changed)}
    monkeypatch.setattr(formats, "load_languages", lambda: languages)
    formats._locale.cache_clear()
    found = list(check_formats(languages))
    formats._locale.cache_clear()
    assert [problem.split(": ", 2)[:2] for problem in found] == [says.split(": ")] * bool(says)


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
        ("languages = ['xx']", Level.FAIL, "there is no language 'xx'; expected one of es, en"),
        ("offer_drafts = ['xx']", Level.FAIL, "there is no language 'xx'; expected one of es, en"),
        (
            "hidden = ['who', 'honesty']",
            Level.FAIL,
            "'honesty' must be shown; expected one of welcome",
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


@pytest.fixture
def facility_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of all the checks, that of the facility's file alone: it alone is spoken of."""
    guide = load_guide(resources.path("guide"))
    monkeypatch.setattr(
        checking, "results", lambda path, *_: check_facility(path, guide, LANGUAGES, TODAY)
    )


@pytest.mark.usefixtures("facility_alone")
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


@pytest.fixture
def without_long_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks without those of all texts and keys, which take some seconds."""
    for name in ("check_reviews", "check_translations", "check_fonts"):
        monkeypatch.setattr(checking, name, lambda *_: ())
    saving = Result(Level.OK, "saving", "")
    monkeypatch.setattr("pdkiosk.commands.self_test.check_saving", lambda languages: saving)


@pytest.mark.usefixtures("without_long_checks")
def test_the_first_screen_is_painted_as_the_facility_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[list[str]] = []

    def paint(program: list[str]) -> Result:
        painted.append(program)
        return Result(Level.OK, "first screen", "")

    monkeypatch.setattr("pdkiosk.commands.self_test.check_picture", paint)
    monkeypatch.setattr("pdkiosk.commands.self_test.check_papers", lambda stock, today: ())
    path = tmp_path / "facility.toml"
    path.write_text('languages = ["es"]\n', encoding="utf-8")
    for given in (path, None):
        assert any(result.name == "first screen" for result in results(given, TODAY))
    assert painted == [[*own_program(), f"--facility={path}"], own_program()]


@pytest.mark.usefixtures("without_long_checks")
def test_a_missing_facility_file_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--facility", str(tmp_path / "none.toml")]) == 1
    assert "FAIL facility: " in capsys.readouterr().out


def test_no_printer_is_only_a_warning() -> None:
    (line,) = check_printer(Facility(), lambda name: None, answering())
    assert (line.level, "cups-ipp-utils" in line.detail) == (Level.WARN, True)
    assert printer_lines(Facility()) == [
        "warn printer: none is the default; this machine has no printer"
    ]
    (line,) = check_printer(Facility(), here, lambda seconds: None)
    assert (line.level, line.detail) == (Level.WARN, "CUPS did not answer in 2 s")


def test_a_printer_is_named() -> None:
    hall, library = Abilities("hall"), Abilities("library")
    assert printer_lines(Facility(), Abilities("hall", usual=True), library) == [
        "ok   printer: hall"
    ]
    assert printer_lines(Facility(), library) == ["ok   printer: library"]
    assert printer_lines(Facility(printer="library"), hall, library) == ["ok   printer: library"]
    # CUPS takes capitals and small letters for the same.
    assert printer_lines(Facility(printer="Library"), hall, library) == ["ok   printer: library"]
    assert printer_lines(Facility(), hall, library) == [
        "warn printer: none is the default; this machine has hall, library"
    ]
    assert printer_lines(Facility(printer="attic"), hall) == [
        'warn printer: no attic; this machine has hall. Write it like this: printer = "hall"'
    ]


def test_what_the_printer_cannot_do_is_said() -> None:
    letter = Abilities("hall", sizes=frozenset({"letter"}), loaded=frozenset({"letter"}))
    assert printer_lines(Facility(), letter) == ["ok   printer: hall"]
    (line,) = printer_lines(Facility(paper="a4"), letter)
    assert line.startswith("warn printer: The printer hall does not print on A4 paper.")
    both = replace(letter, sizes=frozenset({"letter", "a4"}))
    (line,) = printer_lines(Facility(paper="a4"), both)
    assert line.startswith("warn printer: The printer hall reports no A4 paper in its trays.")
    (line,) = printer_lines(Facility(), replace(letter, adds=("HPWatermark=DRAFT",)))
    assert "HPWatermark=DRAFT" in line
    assert "sudo lpadmin -p hall -R OPTION-default" in line


def test_a_printer_that_is_nearly_named_is_told_as_the_system_spells_it() -> None:
    for typed, names in (("libary", ["hall", "library"]), ("x", ["library"])):
        (line,) = printer_lines(Facility(printer=typed), *map(Abilities, names))
        assert line.endswith('Write it like this: printer = "library"')
    assert printer_lines(Facility(printer="x"), Abilities("hall"), Abilities("library")) == [
        "warn printer: no x; this machine has hall, library"
    ]


def test_a_queue_that_makes_files_is_named_and_not_used() -> None:
    maker = Abilities("PDF", usual=True, makes_files=True)
    (line,) = printer_lines(Facility(printer="pdf"), maker)
    assert line.startswith("warn printer: The print queue PDF makes files or sends faxes")
    first, second = printer_lines(Facility(), maker)
    assert "PDF makes files" in first
    assert second == "warn printer: none is the default; this machine has PDF"
    # Beside a real printer it is no matter, unless it is the default.
    assert printer_lines(Facility(), replace(maker, usual=False), Abilities("hall")) == [
        "ok   printer: hall"
    ]
    (line,) = printer_lines(Facility(), maker, Abilities("hall"))
    assert "PDF makes files" in line


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
    good = checking.check_speech(settled(LANGUAGES), answers(["en_US", "es_419", "es_ES"]))
    assert good.level is Level.OK and good.detail == "es_419, en_US"


@pytest.mark.parametrize(
    ("day", "level", "says"),
    [
        (date(2026, 11, 23), Level.WARN, "before the guide's own day 2026-11-24"),
        (date(1970, 1, 1), Level.WARN, "says 1970-01-01"),
        (date(2026, 11, 24), Level.OK, "2026-11-24"),
        (date(2028, 5, 25), Level.WARN, "people are asked"),
    ],
)
def test_a_clock_that_cannot_be_right_is_told(day: date, level: Level, says: str) -> None:
    about = load_guide(resources.path("guide")).about
    dated = msgspec.structs.replace(about, checked="2026-11-24", check_by="2027-05-24")
    found = checking.check_clock(day, dated)
    assert found.level is level and says in found.detail


@pytest.mark.parametrize("place", ["/dev/full", "/dev/full/below", "/proc/nowhere", "file"])
def test_what_is_no_folder_is_no_good_folder(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    folder = tmp_path / place
    facility = Facility(saving=True, saving_folder=str(folder))
    work, pages = checking.check_folders(facility, folder)
    assert (work.name, pages.name) == ("folder for saved work", "folder for pages")
    for found in (work, pages):
        assert (found.level, str(folder) in found.detail) == (Level.FAIL, True)
    assert list(checking.check_folders(Facility(saving_folder=str(folder)), None)) == []


def test_a_folder_that_is_there_or_can_be_made_is_good(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "new" / "deep"):
        (found,) = checking.check_folders(Facility(), folder)
        assert found.level is Level.OK
    assert list(tmp_path.iterdir()) == [], "nothing was made"
