"""Every state of the machine has its words; a part that is wrong says how to fix it."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

import msgspec
import pytest

from pdkiosk import resources
from pdkiosk.facility import diagnosis, problem
from pdkiosk.facility.setting import Fault
from pdkiosk.facility.settings import Facility, settings
from pdkiosk.interview.today import judged
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import Language, load_languages, settled
from pdkiosk.printing.state import State
from pdkiosk.review.ledger import LedgerError
from pdkiosk.review.status import Status
from pdkiosk.staff import health, reviews
from pdkiosk.staff.cups_settings import cups_keeps_nothing, seconds_kept
from pdkiosk.staff.finding import Level
from pdkiosk.staff.health import FacilityState
from tests.staff.kiosk import pin_hash, the_guide

GOOD_CUPS = "PreserveJobFiles No\nPreserveJobHistory 900\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GOOD_CUPS, "C00"),
        ("preservejobfiles off\nPreserveJobHistory no\n", "C00"),
        ("", "C01"),  # what CUPS does by itself: a day
        ("PreserveJobFiles Yes\nPreserveJobHistory No", "C01"),
        ("PreserveJobFiles 15m\nPreserveJobHistory No", "C01"),
        ("# PreserveJobFiles No\nPreserveJobHistory No", "C01"),
        ("PreserveJobFiles No\nPreserveJobFiles Yes\nPreserveJobHistory No", "C01"),
        ("PreserveJobFiles No\n", "C02"),
        ("PreserveJobFiles No\nPreserveJobHistory 1d", "C02"),
        ("PreserveJobFiles " + "9" * 5000, "C01"),
        ("PreserveJobFiles No\nPreserveJobHistory 15m", "C00"),
    ],
)
def test_what_cups_keeps(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "cupsd.conf").write_text(text)
    found = cups_keeps_nothing(tmp_path / "cupsd.conf")
    assert found.code == code
    assert (found.level is Level.GOOD) == (code == "C00")
    assert (found.fix is None) == (code == "C00")


def test_on_a_kiosk_the_settings_count_that_cups_was_started_with(tmp_path: Path) -> None:
    (tmp_path / "cupsd.conf").write_text("")  # as Debian has it: pages are kept
    kiosk = tmp_path / "run" / "pdkiosk-cupsd.conf"
    assert cups_keeps_nothing(tmp_path / "cupsd.conf", kiosk).code == "C01"
    script = Path(__file__).parents[2] / "packaging" / "kiosk" / "cups-settings"
    subprocess.run(["sh", script, tmp_path / "cupsd.conf", kiosk], check=True)
    assert kiosk.stat().st_mode & 0o777 == 0o644, "the user of the program must be able to read it"
    assert cups_keeps_nothing(tmp_path / "cupsd.conf", kiosk).code == "C00"
    kiosk.write_text("")
    found = cups_keeps_nothing(tmp_path / "cupsd.conf", kiosk)
    assert found.code == "C01"
    assert found.fix is not None and found.fix.args == {"file": str(kiosk)}


def test_no_cups_and_no_right_to_read_its_settings(tmp_path: Path) -> None:
    assert cups_keeps_nothing(tmp_path / "none" / "cupsd.conf").code == "C04"
    found = cups_keeps_nothing(tmp_path)  # a folder: cannot be read as a file
    assert found.code == "C04" or found.code == "C03"
    (tmp_path / "cupsd.conf").mkdir()
    found = cups_keeps_nothing(tmp_path / "cupsd.conf")
    assert found.code == "C03"
    assert found.fix is not None


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("No", 0), ("off", 0), ("0", 0), ("900", 900), ("15m", 900), ("1d", 86400), ("Yes", 1e400)],
)
def test_times_of_cups(value: str, seconds: float) -> None:
    assert seconds_kept(value) == seconds


@pytest.mark.parametrize("state", State)
def test_every_state_of_the_printer(state: State) -> None:
    found = health.printer(state)
    assert found.code == state.code
    assert (found.level is Level.GOOD) == (state in (State.READY, State.BUSY))
    assert (found.level is Level.BAD) == state.trouble
    catalogs = Catalogs(resources.folder("translations"))
    for code, library in (("en", "library"), ("es", "biblioteca")):
        said = catalogs.text(found.says, code)
        assert library not in said, "staff are the library"
        if state.trouble or state.warning:
            assert found.fix is not None
            said = catalogs.text(found.fix, code)
            assert said and library not in said


def test_a_disk(tmp_path: Path) -> None:
    assert health.disk(tmp_path / "a" / "b", saving=False).code == "D00"
    assert not (tmp_path / "a").exists()  # looking makes nothing
    assert health.disk(tmp_path, saving=False, usage=lambda path: 199_000_000).code == "D01"
    (tmp_path / "file").write_text("")
    assert health.disk(tmp_path / "file", saving=True).code == "D02"


@pytest.mark.parametrize(
    ("state", "facility", "code"),
    [
        (FacilityState(), Facility(), "E03"),
        (FacilityState(Path("f.toml"), problem.empty()), Facility(), "E02"),
        (FacilityState(Path("f.toml")), Facility(), "E01"),
        (FacilityState(Path("f.toml")), Facility(staff_pin="830194"), "E04"),
        (
            FacilityState(Path("f.toml")),
            Facility(
                name="a",
                address=["a"],
                opla_address=["a"],
                ero_address=["a"],
                legal_help=["a"],
                library="a",
                staff_pin=pin_hash(),
            ),
            "E00",
        ),
    ],
)
def test_the_facility_file(state: FacilityState, facility: Facility, code: str) -> None:
    found = health.facility_file(state, facility)
    assert found.code == code
    assert (found.fix is None) == (code == "E00")


def test_a_setting_that_does_nothing_is_a_finding() -> None:
    assert health.facility_warnings(Facility()) == []
    (found,) = health.facility_warnings(Facility(night_from="22:00"))
    assert (found.level, found.code) == (Level.LOOK, "E05")
    assert found.fix is not None


def test_what_is_wrong_with_the_file_is_said_with_its_place() -> None:
    catalogs = Catalogs(resources.folder("translations"))
    wrong = diagnosis.no_such("color = 1\n", "color")
    found = health.facility_file(FacilityState(Path("/etc/f.toml"), wrong), Facility())
    for code in ("es", "en"):
        assert "color" in catalogs.text(found.says, code)
        assert found.fix is not None
        assert "facility.example.toml" in catalogs.text(found.fix, code)
    used = health.facility_file(FacilityState(Path("f.toml"), wrong, in_use=True), Facility())
    assert (used.code, used.level, used.fix) == (found.code, found.level, found.fix)
    for code in ("es", "en"):
        assert "color" in catalogs.text(used.says, code)
        assert catalogs.text(used.says, code) != catalogs.text(found.says, code)


@pytest.mark.parametrize(
    ("status", "law", "spanish"),
    [
        (Status(), "R01", "T02"),
        (Status(total=3, checked=3), "R00", "T01"),
        (Status(total=3, checked=2, ran_out=("LAW-B",)), "R02", "T03"),
    ],
)
def test_nothing_is_called_better_checked_than_it_is(
    status: Status, law: str, spanish: str
) -> None:
    language = Language("es", "Español", "Spanish")
    assert reviews.law_review(lambda: status).code == law
    assert reviews.translation(language, lambda: status).code == spanish
    english = Language("en", "English", "English")
    assert reviews.translation(english, lambda: status).code == "T00"


def test_a_damaged_list_of_what_was_checked_is_said() -> None:
    def damaged() -> Status:
        raise LedgerError("guide/review.tsv: line 2: day")

    found = reviews.law_review(damaged)
    assert (found.code, found.level) == ("R03", Level.BAD)
    assert "line 2" in str(found.says.args["what"])
    language = Language("es", "Español", "Spanish")
    assert reviews.translation(language, damaged).code == "T04"


def test_a_translation_that_cannot_be_read_is_said_whoever_checked_it() -> None:
    language = Language("es", "Español", "Spanish")
    checked = Status(total=3, checked=3)
    found = reviews.translation(language, lambda: checked, readable=False)
    assert (found.code, found.level, found.fix) == ("T05", Level.BAD, health.INSTALL_AGAIN)


def test_the_rest() -> None:
    day = datetime.date(2026, 11, 24)
    assert health.content("2026-11-24", "2026-11-24", day).code == "G00"
    assert health.content("2026-11-24", "2026-11-23", day).code == "G01"
    entries = the_guide().law
    first, *_, last = sorted(entry.check_by for entry in entries)
    assert first != last
    good = health.law(entries, datetime.date.fromisoformat(first))
    assert (good.code, good.level) == ("G00", Level.GOOD)
    assert good.says.args["until"] == first
    late = health.law(entries, datetime.date.fromisoformat(last))
    assert (late.code, late.level) == ("G03", Level.LOOK)
    assert late.says.args["late"] == sum(entry.check_by < last for entry in entries)
    assert health.memory([]).code == "M00"
    assert health.memory(["memory-not-locked"]).code == "M01"
    assert health.fonts([]).code == "F00"
    assert health.fonts(["a.ttf"]).code == "F01"
    assert health.speech(health.speech_program(lambda name: None)).code == "A01"
    assert health.speech(health.speech_program(lambda name: "/usr/bin/spd-say")).code == "A00"


def test_every_setting_and_every_fault_has_words_in_all_languages() -> None:
    catalogs = Catalogs(resources.folder("translations"))
    words = [setting.words for setting in settings().values()]
    for code in settled(load_languages()):
        for message in (*words, *(fault.value for fault in Fault)):
            text = catalogs.text(message, code)
            assert (text == message.text) == (code == "en")


@pytest.mark.parametrize(
    ("day", "code", "level"),
    [
        ("1970-01-01", "K01", Level.BAD),
        ("2026-11-24", "K00", Level.GOOD),
        ("2040-01-01", "K02", Level.LOOK),
    ],
)
def test_the_clock(day: str, code: str, level: Level) -> None:
    about = msgspec.structs.replace(the_guide().about, checked="2026-11-24", check_by="2027-05-24")
    found = health.clock(judged(datetime.date.fromisoformat(day), about))
    assert (found.code, found.level) == (code, level)
    assert (found.fix is None) is (level is Level.GOOD)
    for message in filter(None, (found.says, found.fix)):
        assert "{" not in Catalogs(resources.folder("translations")).text(message, "es")
