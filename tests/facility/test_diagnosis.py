"""A mistake in a facility file is reported with its true cause and a line that would work."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from pdkiosk.facility.causes import Cause
from pdkiosk.facility.example import facility_file
from pdkiosk.facility.loading import FacilityError, checked
from pdkiosk.facility.problem import FacilityProblem
from pdkiosk.facility.setting import Kind, Setting, Value, written
from pdkiosk.facility.settings import Facility, settings
from tests.facility.mistakes import CATALOGS, cause_of, check, problem_of

BEFORE, AFTER = '# ours\nname = "Eloy"\n\n', '\nice_line = "1-888-351-4024" # checked\n'
ALL = list(settings().values())
OPEN = [setting for setting in ALL if not setting.secret]


def repaired(data: bytes, problem: FacilityProblem) -> bytes:
    """The file once somebody did what the advice says."""
    lines = data.decode().split("\n")
    args = problem.fix.args
    if "example" not in args:
        assert problem.fix.context == "facility.delete_line"
        assert args["line"] == problem.line and problem.line is not None
        del lines[problem.line - 1]
    else:
        first = int(str(args.get("first", problem.line)))
        lines[first - 1 : int(str(args.get("last", first)))] = [str(args["example"])]
    return "\n".join(lines).encode()


def in_file(setting: Setting, line: str) -> str:
    """A file with a line for a setting among good ones."""
    others = BEFORE if setting.name != "name" else "# ours\n\n"
    return others + line + (AFTER if setting.name != "ice_line" else "\n# end\n")


def damages(setting: Setting) -> Iterator[tuple[str, str, Value]]:
    """What people write: the line, the cause, and what they meant (None: cannot be told)."""
    name, value = setting.name, setting.example
    text = written(value)
    match setting.kind:
        case Kind.TEXT | Kind.CHOICE:
            assert isinstance(value, str)
            yield f"{name}: {text}", "NO_EQUALS", value
            yield f"{name} {text}", "NO_EQUALS", value
            for sign in (":=", "==", "+=", "=>", "->", "::="):
                yield f"{name} {sign} {text}", "NO_EQUALS", value
                yield f"{name}{sign}{text}", "NO_EQUALS", value
            yield f"{name} =", "NO_VALUE", setting.default
            yield f"{name} = # later", "NO_VALUE", setting.default
            yield f"{name} = “{value}”", "CURLY", value
            yield f"{name} = „{value}“", "CURLY", value
            yield f"{name} = ‘{value}’", "CURLY", value
            yield f"{name} = «{value}»", "CURLY", value
            if not value[:1].isdigit():
                yield f"{name} = {value}", "NO_QUOTES", value
            yield f'{name} = "{value}', "OPEN_QUOTE", value
            yield f'{name} = "{value}  # open', "OPEN_QUOTE", value
            yield f"{name} = {text};", "MORE_AFTER", value
            yield f"{name} = {text},", "MORE_AFTER", value
            yield f"{name} = {text}; page_limit = 30", "MORE_AFTER", value
            yield f"{name} = {text} saving = true", "MORE_AFTER", value
            yield f"{name} =\u00a0{text}", "INVISIBLE", value
            yield f"\ufeff{name} = {text}", "INVISIBLE", value
            yield f"\u200b{name} = {text}", "INVISIBLE", value
            wrong = "NOT_OFFERED" if setting.kind is Kind.CHOICE else "NOT_TEXT"
            yield f"{name} = [{text}]", wrong, value
            if setting.kind is Kind.CHOICE:
                yield f'{name} = "{value.upper()}"', "NOT_OFFERED", value
                yield f'{name} = "US {value} paper"', "NOT_OFFERED", value
                yield f"{name} = 4", "NOT_OFFERED", None
            else:
                yield f"{name} = true", "NOT_TEXT", None
        case Kind.LINES:
            assert isinstance(value, list)
            yield f"{name}: {text}", "NO_EQUALS", value
            yield f"{name} += {text}", "NO_EQUALS", value
            yield f"{name} = {text}; page_limit = 30", "MORE_AFTER", value
            yield f"{name} =", "NO_VALUE", setting.default
            curly, below = text.replace('"', "”"), "\n".join(value)
            yield f"{name} = {curly}", "CURLY", value
            yield f"{name} = {written(value[0])}", "NOT_LINES", value[:1]
            yield f'{name} = """\n{below}"""', "NOT_LINES", value
            yield f"{name} = {text.strip('[]')},", "NOT_LINES", value
            yield f"{name} = [{value[0]}]", "NO_QUOTES", None
            yield f"{name} = [\n{written(value[0])}\n{written(value[-1])}]", "NO_COMMA", None
            yield f"{name} = {text[:-1]}", "OPEN_BRACKET", value
            yield f"{name} = [\n  {text[1:-1]}  # here\n", "OPEN_BRACKET", value
            yield f"{name} = {text[:-2]}]", "OPEN_QUOTE", value
            yield f"{name} = {text};", "MORE_AFTER", value
            yield f"{name} = [{text}]", "NOT_LINES", value
            yield f"{name} = [5]", "NOT_LINES", None
            yield f"{name} = [\n  {text[1:-1]},\n\u00a0]", "INVISIBLE", value
        case Kind.SWITCH:
            for word in ("True", "yes", "Yes", "on", "TRUE", "“true”"):
                cause = "CURLY" if "“" in word else "NOT_YES_OR_NO"
                yield f"{name} = {word}", cause, True
            for word in ('"true"', "1", '"yes"', "['true']"):
                yield f"{name} = {word}", "NOT_YES_OR_NO", None if "[" in word else True
            for word in ("False", "no", "off", '"false"', "0"):
                yield f"{name} = {word}", "NOT_YES_OR_NO", False
            yield f"{name}: true", "NO_EQUALS", True
            yield f"{name} := true", "NO_EQUALS", True
            yield f"{name} = # yes", "NO_VALUE", setting.default
            yield f"{name} = maybe", "NOT_YES_OR_NO", None
        case Kind.WHOLE | Kind.DECIMAL:
            assert isinstance(value, (int, float))
            yield f'{name} = "{value}"', "NOT_A_NUMBER", value
            yield f"{name} = {value} minutes", "NOT_A_NUMBER", value
            yield f"{name} = 0{value}", "NOT_A_NUMBER", value
            yield f"{name} = {value}.", "NOT_A_NUMBER", value
            yield f"{name} = {value},0", "NOT_A_NUMBER", value
            yield f"{name} = “{value}”", "CURLY", value
            yield f"{name}: {value}", "NO_EQUALS", value
            yield f"{name} := {value}", "NO_EQUALS", value
            yield f"{name} =", "NO_VALUE", setting.default
            yield f"{name} = many", "NOT_A_NUMBER", None
            yield f"{name} = [{value}]", "NOT_A_NUMBER", None
            yield f"{name} = true", "NOT_A_NUMBER", None
            yield f"{name} = -1", "OUT_OF_RANGE", setting.least
            yield f"{name} = 9999999", "OUT_OF_RANGE", setting.most
            yield f"{name} = nan", {Kind.WHOLE: "NOT_A_NUMBER"}.get(setting.kind, ""), None
            if setting.kind is Kind.WHOLE:
                yield f"{name} = {value}.0", "NOT_A_NUMBER", value


@pytest.mark.parametrize("setting", OPEN, ids=lambda setting: setting.name)
def test_each_damage_has_its_cause_and_a_line_that_works(setting: Setting) -> None:
    tried = 0
    for line, cause, meant in damages(setting):
        data = in_file(setting, line).encode()
        problem = problem_of(data)
        assert cause_of(problem) == (cause or "OUT_OF_RANGE"), line
        assert problem.field == setting.name
        assert problem.line == data.decode()[: data.decode().index(line)].count("\n") + 1, line
        after = checked(repaired(data, problem), "", check)
        if meant is not None:
            assert getattr(after, setting.name) == meant, (line, problem.fix.args)
        tried += 1
    assert tried > 10


@pytest.mark.parametrize("setting", OPEN, ids=lambda setting: setting.name)
def test_a_name_that_is_almost_right(setting: Setting) -> None:
    name = setting.name
    wrong = {name.upper(), name.title(), name + "s", name[:-1] + name[-1] * 2}
    wrong |= {name.replace("_", "-")} if "_" in name else set()
    for other in wrong - {name}:
        data = in_file(setting, f"{other} = {written(setting.example)}").encode()
        problem = problem_of(data)
        assert (cause_of(problem), problem.field) == ("no_such", other)
        after = checked(repaired(data, problem), "", check)
        assert getattr(after, name) == setting.example
    if "_" in name:
        spaced = in_file(setting, f"{name.replace('_', ' ')} = {written(setting.example)}").encode()
        assert getattr(checked(repaired(spaced, problem_of(spaced)), "", check), name) is not None


@pytest.mark.parametrize("setting", ALL, ids=lambda setting: setting.name)
def test_a_setting_that_stands_twice(setting: Setting) -> None:
    line = setting.line(setting.example or "")
    data = in_file(setting, f"{line}\n# again\n{line}").encode()
    problem = problem_of(data)
    first = 4 if setting.name != "name" else 3
    assert (cause_of(problem), problem.field, problem.line) == ("twice", setting.name, first + 2)
    assert (problem.fix.args["first"], problem.fix.args["line"]) == (first, first + 2)
    for deleted in (first, first + 2):
        lines = data.decode().split("\n")
        del lines[deleted - 1]
        checked("\n".join(lines).encode(), "", check)


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        (r'saving_folder = "C:\Users\kiosk"', "saving_folder", r"C:\Users\kiosk"),
        (r'saving_folder = "\\server\share"', "saving_folder", r"\\server\share"),
        ('voices_folder = "D:\\books\\"', "voices_folder", "D:\\books\\"),
        ('voices_folder = "D:\\"', "voices_folder", "D:\\"),
        (r'voices_folder = "D:\books\new"', "voices_folder", r"D:\books\new"),
        (r'saving_folder = "C:\temp"', "saving_folder", r"C:\temp"),
        (r'printer = "\\PC\HP"', "printer", None),
        (r'legal_help = ["a\b", "c\d"]', "legal_help", None),
    ],
)
def test_backslashes(line: str, field: str, value: str | None) -> None:
    data = in_file(settings()[field], line).encode()
    problem = problem_of(data)
    assert (cause_of(problem), problem.field) == ("BACKSLASH", field)
    after = checked(repaired(data, problem), "", check)
    if value is not None:
        assert getattr(after, field) == value
    assert "\\" in str(getattr(after, field))


@pytest.mark.parametrize(
    ("line", "field", "cause", "value"),
    [
        ("night_from = 22:00", "night_from", "NO_QUOTES", "22:00"),
        ("night_from = 22:00:00", "night_from", "NOT_TEXT", "22:00"),
        ('night_from = "10 pm"', "night_from", "NOT_A_TIME", "22:00"),
        ('night_to = "6:00"', "night_to", "NOT_A_TIME", "06:00"),
        ('night_to = "12:30 a.m."', "night_to", "NOT_A_TIME", "00:30"),
        ('night_to = "6"', "night_to", "NOT_A_TIME", "06:00"),
        ('night_to = "dawn"', "night_to", "NOT_A_TIME", "06:00"),
        ("numbers_checked = 2026-11-20", "numbers_checked", "NOT_TEXT", "2026-11-20"),
        ('numbers_checked = "11/20/2026"', "numbers_checked", "NOT_A_DAY", "2026-11-20"),
        ('numbers_checked = "20261120"', "numbers_checked", "NOT_A_DAY", "2026-11-20"),
        ('numbers_checked = "20.11.2026"', "numbers_checked", "NOT_A_DAY", "2026-11-20"),
        ('numbers_checked = "today"', "numbers_checked", "NOT_A_DAY", "2026-11-24"),
        ("court_line = 18008987180", "court_line", "NOT_TEXT", "18008987180"),
        ("court_line = 1-800-898-7180", "court_line", "NO_QUOTES", "1-800-898-7180"),
        ("library = 'Ask O'Brien'", "library", "INNER_QUOTE", "Ask O'Brien"),
        ('library = "The "big" room"', "library", "INNER_QUOTE", 'The "big" room'),
        ('library = "a\u202eb"', "library", "STRANGE_CHARACTER", "ab"),
        ('library = "a\\tb"', "library", "BACKSLASH", "a\\tb"),
        ("page_limit = 1,000", "page_limit", "NOT_A_NUMBER", 1000),
        ("idle_minutes = 2,5", "idle_minutes", "NOT_A_NUMBER", 2.5),
        ("idle_minutes = .5", "idle_minutes", "NOT_A_NUMBER", 0.5),
        ('screen_diagonal = 19.5"', "screen_diagonal", "NOT_A_NUMBER", 19.5),
        ("screen_diagonal = 19 in", "screen_diagonal", "NOT_A_NUMBER", 19),
        ('languages = ["ES", "English"]', "languages", "no_language", ["es", "en"]),
        ('languages = ["español"]', "languages", "no_language", ["es"]),
        ('languages = ["es-MX"]', "languages", "no_language", ["es"]),
        ('languages = ["xx"]', "languages", "no_language", ["es", "en"]),
        ('hidden = ["whos", "who"]', "hidden", "no_page", ["who"]),
        ('hidden = ["who", "honesty"]', "hidden", "must", ["who"]),
        ('hidden = ["nowhere"]', "hidden", "no_page", []),
        ('- library = "by the gate"', "library", "MORE_AFTER", "by the gate"),
        ('set library = "by the gate"', "library", "NO_EQUALS", None),
    ],
)
def test_what_is_special_to_a_setting(line: str, field: str, cause: str, value: object) -> None:
    data = in_file(settings()[field], line).encode()
    problem = problem_of(data)
    assert problem.field == field
    after = checked(repaired(data, problem), "", check)
    if value is not None:
        assert (cause_of(problem), getattr(after, field)) == (cause, value)


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("[facility]", "HEADING"),
        ("[facility", "HEADING"),
        ("[[facility]]", "HEADING"),
        ("see the manual", "NO_SETTING"),
        ("// settings of 2026", "NO_SETTING"),
        ("; settings", "NO_SETTING"),
        ("---", "NO_SETTING"),
        ("<<<<<<< HEAD", "NO_SETTING"),
        ("}", "NO_SETTING"),
    ],
)
def test_a_line_that_does_not_belong_is_to_be_deleted(line: str, cause: str) -> None:
    data = (BEFORE + line + AFTER).encode()
    problem = problem_of(data)
    assert (cause_of(problem), problem.line) == (cause, 4)
    assert checked(repaired(data, problem), "", check).name == "Eloy"


@pytest.mark.parametrize(
    "line",
    [
        "staff_pin = 830194",
        'staff_pin = "830194',
        "staff_pin = “830194”",
        "staff_pin: 830194",
        "staff_pin 830194",
        "staff-pin = '830194'",
        "STAFF_PIN = '830194'",
        "staff_pin = ['830194']",
        "staff_pin = ['830194'",
        "staff pin = 830194",
        'library = "x" staff_pin = "830194"',
        'library = "x"; staff_pin = "830194"',
        "legal_help = [\"x\"], staff_pin = '830194'",
        "page_limit = 30 staff_pin = 830194",
        "staff_pin := 830194",
        "set staff_pin = 830194",
        'staff_pin = "830194\u202e"',
        'staff_pin = "830194\\d"',
        'staff_pin = """830194"',
        'staff_pin = "830194é"',
    ],
)
@pytest.mark.parametrize("code", ["utf-8", "cp1252"])
def test_a_pin_is_never_repeated(line: str, code: str) -> None:
    try:
        data = in_file(settings()["staff_pin"], line).encode(code)
    except UnicodeEncodeError:
        return
    try:
        checked(data, "facility.toml", check)
    except FacilityError as error:
        problem = error.problem
        said = [str(error), problem.detail, str(problem)]
        said += [CATALOGS.text(m, c) for m in (problem.says, problem.fix) for c in ("en", "es")]
        assert not any("830194" in each for each in said)
        assert error.__cause__ is None or "830194" not in str(error.__cause__)
    else:
        assert line == 'staff_pin = "830194é"' and code == "utf-8"


def test_thousands_of_damaged_files_are_told_with_advice_or_are_good() -> None:
    """Bytes changed, left out, doubled at random: never another exception, always advice."""
    chance = random.Random(7)
    whole = facility_file(
        Facility(name="Detención", address=["1705 E Hanna Rd", "Eloy"], languages=["es"])
    ).encode()
    told = 0
    for _ in range(1500):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[at] = chance.choice(b"\"'[]=#\\\n\x00\xff ,x1")
                case 1:
                    del data[at : at + chance.randint(1, 30)]
                case 2:
                    data[at:at] = chance.choice([b'"', b"]", "“".encode(), b"\n", b"name = 1\n"])
                case 3:
                    data[at:at] = data[max(0, at - 40) : at]
        try:
            checked(bytes(data), "facility.toml", check)
        except FacilityError as error:
            told += 1
            assert "{" not in CATALOGS.text(error.problem.what, "es").replace("{}", "")
    assert told > 700


def test_every_cause_is_tried_here() -> None:
    names = {cause for setting in OPEN for _, cause, _ in damages(setting)}
    source = Path(__file__).read_text("utf-8")
    assert all(f'"{cause.name}"' in source for cause in Cause)
    assert len(names) > 15
