"""The check of the translations: it is clean as shipped, and finds each thing that can be wrong."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from pdkiosk import resources
from pdkiosk.language import check
from pdkiosk.language.check import language_problems, problems
from pdkiosk.language.compile import compile_catalogs, is_compiled
from pdkiosk.language.extraction import extract_template, read_catalog, written
from pdkiosk.language.languages import load_languages
from pdkiosk.language.update import catalog_path, merged, update

FOLDER = resources.folder("translations")
GUIDE = resources.path("guide")


def test_what_ships_is_complete_and_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main() == 0, capsys.readouterr().out


def template() -> Catalog:
    found = Catalog()
    found.add("Yes")
    found.add("Call {court_line} today", context="note")
    found.add("I came {arrival:since}.", context="letter.came")
    found.add(("{n} year", "{n} years"), context="letter.years")
    return found


def spanish(folder: Path, **changed: object) -> list[str]:
    """The problems of a Spanish catalog in which some translations are changed."""
    strings: dict[str, object] = {
        "yes": "Sí",
        "call": "Llame a {court_line} hoy",
        "came": "Llegué {arrival:since}.",
        "years": ("{n} año", "{n} años"),
        **changed,
    }
    catalog = merged(template(), None, "es")
    for message, key in zip([m for m in catalog if m.id], strings, strict=True):
        message.string = strings[key]  # type: ignore[assignment]
    path = catalog_path(folder, "es")
    path.parent.mkdir(parents=True)
    path.write_bytes(written(catalog))
    return list(language_problems(folder, "es", template()))


def test_a_good_catalog_has_no_problem(tmp_path: Path) -> None:
    assert spanish(tmp_path) == []


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"yes": ""}, "missing: 'Yes'"),
        ({"call": "Llame hoy"}, "placeholders none instead of {court_line}"),
        ({"call": "Llame a {ice_line} hoy"}, "placeholders {ice_line} instead of {court_line}"),
        ({"came": "Llegué {arrival}."}, "placeholders {arrival} instead of {arrival:since}"),
        ({"came": "Llegué {arrival:in}."}, "placeholders {arrival:in} instead of"),
        ({"call": "Llame a {court_line hoy"}, "braces that do not close"),
        ({"came": "Llegué {arrival:since}"}, "ends with 'no mark' instead of '.'"),
        ({"came": "Llegué {arrival:since}:"}, "ends with ':' instead of '.'"),
        ({"yes": " Sí"}, "another space at the start or end"),
        ({"yes": "Sí\n"}, "another space at the start or end"),
        ({"years": ("{n} año", "")}, "missing: [letter.years]"),
        ({"years": ("{n} año", "{m} años")}, "placeholders {m} instead of {n}"),
    ],
)
def test_each_fault_is_found(tmp_path: Path, changed: dict[str, object], says: str) -> None:
    found = spanish(tmp_path, **changed)
    assert len(found) == 1
    assert found[0].startswith(says)


@pytest.mark.parametrize(
    ("language", "forms", "says"),
    [
        ("es", ("un año", "{n} años"), ""),
        ("es", ("{n} año", "{n} años"), ""),
        ("es", ("un año", "años"), "placeholders none instead of {n}"),
        ("fr", ("un an", "{n} ans"), "placeholders none instead of {n}"),  # 0 ans, too
        ("fr", ("{n} an", "{n} ans"), ""),
        ("ru", ("один год", "{n} года", "{n} лет"), "placeholders none instead of {n}"),  # 21
        ("ru", ("{n} год", "{n} года", "{n} лет"), ""),
        ("zh", ("一年",), "placeholders none instead of {n}"),
        ("zh", ("{n}年",), ""),
        ("ar", ("بلا", "سنة", "سنتان", "{n} سنوات", "{n} سنة", "{n} سنة"), ""),
        ("ar", ("بلا", "سنة", "سنتان", "سنوات", "{n} سنة", "{n} سنة"), "placeholders none"),
    ],
)
def test_a_number_is_written_out_only_by_a_form_that_is_for_it_alone(
    tmp_path: Path, language: str, forms: tuple[str, ...], says: str
) -> None:
    newer = Catalog(charset="utf-8")
    newer.add(("one year", "{n} years"), context="letter.years")
    path = catalog_path(tmp_path, language)
    path.parent.mkdir(parents=True)
    catalog = Catalog(locale=language, charset="utf-8")
    catalog.add(("one year", "{n} years"), forms, context="letter.years")
    path.write_bytes(written(catalog))
    found = list(language_problems(tmp_path, language, newer))
    assert len(found) == bool(says) and all(each.startswith(says) for each in found)


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("n != 1", []),
        ("n==1 ? 0 : n==2 ? 2 : 1", ["the rule for plurals names no form of 2 for 2"]),
        ("n", ["the rule for plurals names no form of 2 for 2"]),
        ("n > 100 ? 5 : n > 1", ["the rule for plurals names no form of 2 for 101"]),
    ],
)
def test_a_rule_for_plurals_has_a_form_for_every_number(
    tmp_path: Path, rule: str, says: list[str]
) -> None:
    """A number without a form would be in English, in the middle of the language."""
    spanish(tmp_path)
    path = catalog_path(tmp_path, "es")
    old = path.read_text()
    assert "plural=(n != 1);" in old
    path.write_text(old.replace("plural=(n != 1);", f"plural=({rule});"))
    assert list(language_problems(tmp_path, "es", template())) == says


def test_fuzzy_is_found(tmp_path: Path) -> None:
    spanish(tmp_path)
    path = catalog_path(tmp_path, "es")
    catalog = read_catalog(path, "es")
    message = catalog.get("Yes")
    assert message is not None
    message.flags.add("fuzzy")
    path.write_bytes(written(catalog))
    assert list(language_problems(tmp_path, "es", template())) == ["fuzzy: 'Yes'"]


def test_stale_is_found(tmp_path: Path) -> None:
    spanish(tmp_path)
    newer = template()
    newer.delete("Yes")
    newer.add("Yes, sure")
    assert list(language_problems(tmp_path, "es", newer)) == [
        "stale: 'Yes': no such text any more",
        "missing: 'Yes, sure'",
    ]


def test_a_changed_plural_is_missing_not_guessed(tmp_path: Path) -> None:
    spanish(tmp_path)
    newer = template()
    newer.delete(("{n} year", "{n} years"), "letter.years")
    newer.add(("{n} year", "{n} long years"), context="letter.years")
    found = list(language_problems(tmp_path, "es", newer))
    assert "missing: [letter.years] '{n} year'" in found


def test_a_catalog_that_is_not_there_or_broken(tmp_path: Path) -> None:
    assert "there is no catalog" in next(language_problems(tmp_path, "es", template()))
    path = catalog_path(tmp_path, "es")
    path.parent.mkdir(parents=True)
    path.write_bytes(b'msgid "a"\nmsgstr \xff\n')
    assert "cannot be read" in next(language_problems(tmp_path, "es", template()))


def test_a_template_that_is_missing_or_stale_is_found(tmp_path: Path) -> None:
    assert list(problems(tmp_path, GUIDE, ["en"])) == [
        "pdkiosk.pot: missing; run packaging/translations"
    ]
    (tmp_path / "pdkiosk.pot").write_bytes(b"# old\n")
    assert list(problems(tmp_path, GUIDE, ["en"])) == [
        "pdkiosk.pot: stale; run packaging/translations"
    ]


def test_updating_is_a_fixed_point_and_loses_nothing(tmp_path: Path) -> None:
    path = catalog_path(tmp_path, "es")
    path.parent.mkdir(parents=True)
    path.write_bytes(catalog_path(FOLDER, "es").read_bytes())
    update(tmp_path, GUIDE, [])
    first = path.read_bytes()
    assert (tmp_path / "pdkiosk.pot").read_bytes() == (FOLDER / "pdkiosk.pot").read_bytes()
    assert b"Date" not in first.split(b"\n\n")[0]
    update(tmp_path, GUIDE, [])
    assert path.read_bytes() == first
    after = read_catalog(path, "es")
    for message in read_catalog(catalog_path(FOLDER, "es"), "es"):
        if message.id:
            kept = after.get(message.id, message.context)
            assert kept is not None
            assert kept.string == message.string


def test_a_new_language_begins_empty_with_its_plurals(tmp_path: Path) -> None:
    report = update(tmp_path, GUIDE, ["ar"])
    catalog = read_catalog(catalog_path(tmp_path, "ar"), "ar")
    assert catalog.num_plurals == 6
    assert any(line.startswith("ar: ") for line in report)


def test_comments_and_fuzzy_marks_of_a_translator_stay() -> None:
    old = merged(template(), None, "es")
    message = old.get("Yes")
    assert message is not None
    message.string = "Sí"
    message.flags.add("fuzzy")
    message.user_comments.append("ask Ana")
    kept = merged(template(), old, "es").get("Yes")
    assert kept is not None
    assert (kept.string, kept.fuzzy, kept.user_comments) == ("Sí", True, ["ask Ana"])


def test_compiling_is_noticed(tmp_path: Path) -> None:
    spanish(tmp_path)
    path = catalog_path(tmp_path, "es")
    assert not is_compiled(path)
    compile_catalogs(tmp_path)
    assert is_compiled(path)
    path.write_bytes(path.read_bytes().replace("Sí".encode(), b"Si"))
    assert not is_compiled(path)


def test_every_language_that_is_offered_has_its_row_and_catalog() -> None:
    languages = load_languages()
    assert next(iter(languages)) == "es"
    for code in languages:
        assert code == "en" or catalog_path(FOLDER, code).exists()


def test_every_message_in_the_code_is_extracted() -> None:
    """Extraction takes Message("text", "context") and counted("one", "many", "context") only.

    With another form a text would be lost.
    """
    extracted = {
        (message.id if isinstance(message.id, str) else message.id[0], message.context)
        for message in extract_template(GUIDE)
    }
    for path in sorted(Path(check.__file__).parents[1].rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            made_by = getattr(node.func, "id", "")
            values = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            if values and made_by in ("Message", "counted"):
                needed = 2 if made_by == "Message" else 3
                assert len(values) == needed, f"{path.name}:{node.lineno}: it needs a context"
                assert "plural" not in [keyword.arg for keyword in node.keywords]
                assert (values[0], values[-1]) in extracted, f"{path.name}:{node.lineno}"
