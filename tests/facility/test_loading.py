"""A wrong facility file stops nothing: the last good one is used, and the mistake reported."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pdkiosk import resources
from pdkiosk.commands.stock import facility_problem, load_kiosk_stock
from pdkiosk.facility.loading import (
    LAST_GOOD,
    FacilityError,
    Loaded,
    load_facility,
    load_or_last_good,
)
from pdkiosk.facility.settings import Facility, settings
from pdkiosk.facility.warnings import LEAST_PAGES, warnings
from pdkiosk.guide.loader import load_guide
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import load_languages

GOOD = 'name = "Eloy"\naddress = ["1705 E Hanna Rd"]\n'
ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "facility.toml"
    path.write_text(GOOD)
    return path


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


GUIDE, LANGUAGES = load_guide(resources.path("guide")), load_languages()


def load(file: Path, state: Path) -> Loaded:
    return load_or_last_good(file, state, lambda found: facility_problem(found, GUIDE, LANGUAGES))


def test_without_a_file_the_defaults_are_meant(state: Path) -> None:
    assert load_or_last_good(None, state) == Loaded(Facility(), None, "defaults")
    assert not state.exists()


def test_a_good_file_is_kept(file: Path, state: Path) -> None:
    assert load(file, state) == Loaded(load_facility(file), None, "file")
    assert (state / LAST_GOOD).read_text() == GOOD


def test_a_good_file_is_not_written_again(file: Path, state: Path) -> None:
    load(file, state)
    os.utime(state / LAST_GOOD, (1, 1))
    load(file, state)
    assert (state / LAST_GOOD).stat().st_mtime == 1
    file.write_text(GOOD + "page_limit = 9\n")
    assert load(file, state).facility.page_limit == 9
    assert (state / LAST_GOOD).read_text() == file.read_text()


WRONG = [
    (GOOD + "nmae = 'x'\n", 3, "nmae", "no_such"),
    (GOOD + "\n\nidle_minutes = 900\n", 5, "idle_minutes", "wrong_value"),
    ("name = 5\n", 1, "name", "wrong_value"),
    (GOOD + "name = 'again'\n", 3, "name", "twice"),
    ('name = "Eloy\naddress = []\n', 1, "name", "bad_line"),
    ('name = "Eloy"\naddress = [', None, "", "cut_off"),
    ("", None, "", "empty"),
    (GOOD + "languages = ['es', 'xx']\n", 3, "languages", "no_language"),
    (GOOD + "hidden = ['nowhere']\n", 3, "hidden", "no_page"),
    (GOOD + "hidden = ['who', 'honesty']\n", 3, "hidden", "must"),
    (GOOD + "hidden = ['proceedings']\n", 3, "hidden", "must"),
]


@pytest.mark.parametrize(("text", "line", "field", "what"), WRONG)
def test_a_wrong_file_says_what_where_and_how_to_fix_it(
    file: Path, state: Path, text: str, line: int | None, field: str, what: str
) -> None:
    load(file, state)
    file.write_text(text)
    loaded = load(file, state)
    assert (loaded.source, loaded.facility.name) == ("last-good", "Eloy")
    problem = loaded.problem
    assert problem is not None
    assert (problem.line, problem.field) == (line, field)
    assert problem.what.context == f"facility.{what}"
    catalogs = Catalogs(resources.folder("translations"))
    for message in (problem.what, problem.fix):
        english, spanish = (catalogs.text(message, code) for code in ("en", "es"))
        assert english != spanish and "{" not in english + spanish
    (state / LAST_GOOD).unlink()
    found = load(file, state)
    assert found.problem == problem
    if what in ("no_language", "no_page", "must"):
        assert (found.source, found.facility.name) == ("file", "Eloy")
    else:
        assert found == Loaded(Facility(), problem, "defaults")


def test_what_to_write_instead_is_right_itself(file: Path, state: Path) -> None:
    for field in Facility.__struct_fields__:
        file.write_text(f"{field} = {{}}\n")
        problem = load(file, state).problem
        assert problem is not None and problem.field == field
        if settings()[field].secret:
            assert "pdkiosk pin" in problem.fix.text
            continue
        example = problem.fix.args["example"]
        assert isinstance(example, str)
        file.write_text(example)
        assert load(file, state).problem is None


def test_a_file_that_cannot_be_read(file: Path, state: Path) -> None:
    load(file, state)
    file.unlink()
    loaded = load(file, state)
    assert loaded.source == "last-good" and loaded.problem is not None
    file.mkdir()
    assert load(file, state).source == "last-good"


def test_a_file_cut_off_at_any_byte_stops_nothing(file: Path, state: Path) -> None:
    whole = (ROOT / "packaging/facility.example.toml").read_bytes()
    whole += 'library = "café"\n'.encode().replace(b"library", b"# library")
    copy, kept = b"", Facility()
    for length in range(len(whole) + 1):
        file.write_bytes(whole[:length])
        loaded = load_or_last_good(file, state)
        assert (loaded.source == "file") is (loaded.problem is None)
        if (state / LAST_GOOD).exists() and (state / LAST_GOOD).read_bytes() != copy:
            copy, kept = (state / LAST_GOOD).read_bytes(), load_facility(state / LAST_GOOD)
        assert loaded.facility == kept


def test_a_state_folder_that_cannot_be_written_costs_only_the_copy(
    file: Path, tmp_path: Path
) -> None:
    (tmp_path / "in-the-way").write_text("")
    assert load(file, tmp_path / "in-the-way" / "state").source == "file"


def test_names_that_an_update_has_taken_away_take_no_other_setting_with_them(
    file: Path, state: Path
) -> None:
    file.write_text(
        GOOD + "staff_pin = 'x'\nsaving = true\nlanguages = ['en', 'zz', 'pt']\n"
        "offer_drafts = ['yy']\nhidden = ['gone']\nasks_off = ['gone']\nkeep_off = ['gone']\n"
        "local_notes = ['gone: Tuesdays']\n"
    )
    load_or_last_good(file, state)  # by the version before, which had all of them
    stock = load_kiosk_stock(file, state)
    facility, problem = stock.loaded.facility, stock.loaded.problem
    assert (stock.loaded.source, facility.name, facility.staff_pin) == ("file", "Eloy", "x")
    assert facility.saving and problem is not None and problem.field == "languages"
    assert list(stock.offered([])) == ["en"]
    # Where none is left, those that are no drafts.
    file.write_text(GOOD + "languages = ['pt']\n")
    assert list(load_kiosk_stock(file, None).offered([])) == ["es", "en"]


def test_a_last_good_file_gives_what_of_it_still_fits(file: Path, state: Path) -> None:
    file.write_text(GOOD + "hidden = ['gone']\n")
    load_or_last_good(file, state)
    file.write_text("")
    loaded = load(file, state)
    assert (loaded.source, loaded.facility.name) == ("last-good", "Eloy")


def test_where_nothing_is_kept_a_wrong_file_leaves_the_defaults(file: Path) -> None:
    assert load_or_last_good(file, None) == Loaded(load_facility(file), None, "file")
    file.write_text("name = 5\n")
    loaded = load_or_last_good(file, None)
    assert (loaded.facility, loaded.source) == (Facility(), "defaults")
    assert loaded.problem is not None
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("value", ["nan", "inf", "-5", "0", "559", "1e9"])
def test_a_size_that_no_screen_has_stops_nothing_and_is_not_kept(
    file: Path, state: Path, value: str
) -> None:
    load(file, state)
    file.write_text(GOOD + f"screen_diagonal = {value}\n")
    loaded = load(file, state)
    assert (loaded.source, loaded.facility.screen_diagonal) == ("last-good", None)
    assert loaded.problem is not None
    assert (loaded.problem.field, loaded.problem.line) == ("screen_diagonal", 3)
    assert (state / LAST_GOOD).read_text() == GOOD
    # Kept by a program that did not look at it yet.
    (state / LAST_GOOD).write_text(file.read_text())
    assert load(file, state) == Loaded(Facility(), loaded.problem, "defaults")


def test_what_is_wrong_is_said_with_its_line(file: Path, state: Path) -> None:
    catalogs = Catalogs(resources.folder("translations"))
    for text, line in ((GOOD + "\nscreen_diagonal = 559\n", "4"), (GOOD + "name = 'a'\n", "3")):
        file.write_text(text)
        problem = load(file, state).problem
        assert problem is not None
        for code in ("es", "en"):
            assert catalogs.text(problem.says, code).count(line) == 1
    file.write_text("")
    problem = load(file, state).problem
    assert problem is not None and problem.says == problem.what


def test_settings_that_do_nothing_are_told_and_refused_by_nobody(file: Path, state: Path) -> None:
    good = (
        "",
        'night_from = "22:00"\nnight_to = "06:00"\n',
        "saving = true\nsaving_usb = true\n",
        f"voices_folder = '{file.parent}'\n",
        f"page_limit = {LEAST_PAGES}\n",
        'opla_address = ["100 Example Street", "Phoenix, AZ 85000"]\n',
        'ero_address = ["Phoenix Field Office", "100 Example Street"]\n',
    )
    for text in good:
        file.write_text(GOOD + text)
        assert list(warnings(load(file, state).facility)) == []
    for field, text in (
        ("night_from", 'night_from = "22:00"\n'),
        ("night_to", 'night_to = "06:00"\n'),
        ("night_from", 'night_from = "22:00"\nnight_to = "22:00"\n'),
        ("saving_usb", "saving_usb = true\n"),
        ("voices_folder", "voices_folder = '/nonexistent/voices'\n"),
        ("page_limit", "page_limit = 1\n"),
        ("opla_address", 'opla_address = ["Office of the Chief Counsel (OPLA)", "1 A St"]\n'),
        ("ero_address", 'ero_address = ["US IMMIGRATION AND CUSTOMS ENFORCEMENT", "1 A St"]\n'),
        ("ero_address", 'ero_address = ["1 A St", "Eloy", "1 A St."]\n'),
        ("legal_help", 'legal_help = ["Example: 520-555-0100", "Example: 520-555-0100"]\n'),
    ):
        file.write_text(GOOD + text)
        loaded = load(file, state)
        assert loaded.source == "file"
        (warning,) = warnings(loaded.facility)
        assert warning.field == field
        catalogs = Catalogs(resources.folder("translations"))
        for message in (warning.what, warning.fix):
            english, spanish = (catalogs.text(message, code) for code in ("en", "es"))
            assert english != spanish and "{" not in english + spanish


def test_a_name_that_the_letter_says_anyway_is_told_with_the_lines_that_stay() -> None:
    facility = Facility(name="Eloy Center", address=["Eloy center", "1705 E Hanna Rd"])
    (warning,) = warnings(facility)
    assert warning.fix.args["example"] == 'address = ["1705 E Hanna Rd"]'
    # Every line that the letter puts above an office's address.
    sentences = {each.id: each.text for each in GUIDE.sentence}
    for office, field in (("address.opla", "opla_address"), ("address.ero", "ero_address")):
        said = [text for name, text in sentences.items() if name.startswith(office)]
        assert len(said) >= 2
        for text in (*said, sentences["address.ice"]):
            (warning,) = warnings(Facility(**{field: [text, "1 A St"]}))  # type: ignore[arg-type]
            assert warning.fix.args["example"] == f'{field} = ["1 A St"]'


def test_the_kiosk_hides_what_the_file_hides(file: Path, state: Path) -> None:
    file.write_text("hidden = ['who']\n")
    shown = {page.id for page in load_kiosk_stock(file, state).guide.page}
    whole = {page.id for page in load_guide(resources.path("guide")).page}
    assert whole - shown == {"who"}


def test_strictly_a_wrong_file_is_an_error_with_its_line(file: Path) -> None:
    file.write_text(GOOD + "paper = 'a5'\n")
    with pytest.raises(FacilityError, match=r"facility\.toml:3: paper: not offered"):
        load_facility(file)
