"""Messages, dates, lists and plurals as each language says them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from pdkiosk import resources
from pdkiosk.language.all_texts import all_texts
from pdkiosk.language.before_sound import adapted
from pdkiosk.language.catalogs import _FOR_STAFF, Catalogs
from pdkiosk.language.compile import compile_catalogs
from pdkiosk.language.extraction import written
from pdkiosk.language.formats import (
    format_language,
    format_list,
    format_month,
    format_number,
    format_partial_date,
    list_separators,
)
from pdkiosk.language.languages import load_languages
from pdkiosk.language.message import (
    Arg,
    Blank,
    DateArg,
    DateRole,
    LanguageName,
    Listing,
    Message,
    Own,
    PartialDate,
    RunKind,
    alone,
    counted,
)
from pdkiosk.review.status import NOTHING
from pdkiosk.review.wording import language_line

SPANISH = load_languages()["es"].before_sound


@pytest.fixture(scope="module")
def catalogs() -> Catalogs:
    compile_catalogs(resources.folder("translations"))
    return Catalogs(resources.folder("translations"))


@pytest.mark.parametrize(
    ("date", "role", "english", "spanish"),
    [
        (PartialDate(2012), DateRole.PLAIN, "2012", "2012"),
        (PartialDate(2012), DateRole.IN, "in 2012", "en 2012"),
        (PartialDate(2012, 3), DateRole.IN, "in March 2012", "en marzo de 2012"),
        (PartialDate(2012, 3, 5), DateRole.IN, "on March 5, 2012", "el 5 de marzo de 2012"),
        (PartialDate(2012), DateRole.SINCE, "since 2012", "desde 2012"),
        (PartialDate(2012, 3, 5), DateRole.SINCE, "since March 5, 2012",
         "desde el 5 de marzo de 2012"),
        (PartialDate(2012, about=True), DateRole.IN, "in about 2012", "alrededor de 2012"),
        (PartialDate(2012, about=True), DateRole.PLAIN, "about 2012", "alrededor de 2012"),
    ],
)  # fmt: skip
def test_dates_in_their_role(
    catalogs: Catalogs, date: PartialDate, role: DateRole, english: str, spanish: str
) -> None:
    message = Message("{d:" + role.value + "}", args={"d": DateArg(date)})
    assert catalogs.text(message, "en") == english
    assert catalogs.text(message, "es") == spanish


@pytest.mark.parametrize(
    ("items", "english", "spanish"),
    [
        (["Ana"], "Ana", "Ana"),
        (["Ana", "Luis"], "Ana and Luis", "Ana y Luis"),
        (["Ana", "Luis", "Eva"], "Ana, Luis, and Eva", "Ana, Luis y Eva"),
        (["Ana", "Inés"], "Ana and Inés", "Ana e Inés"),
        (["Ana", "Hilda"], "Ana and Hilda", "Ana e Hilda"),
        (["Ana", "Hielo"], "Ana and Hielo", "Ana y Hielo"),
        (["Ana", "Ysabel"], "Ana and Ysabel", "Ana e Ysabel"),
        (["Ana", "Yrma"], "Ana and Yrma", "Ana e Yrma"),
        (["Ana", "Yolanda"], "Ana and Yolanda", "Ana y Yolanda"),
        (["Ana", "Yhon"], "Ana and Yhon", "Ana y Yhon"),
        (["Ana", "Híjar"], "Ana and Híjar", "Ana e Híjar"),
        (["Ana", "I\u0301ngrid"], "Ana and Íngrid", "Ana e Íngrid"),
        (["Ana", "(Inés)"], "Ana and (Inés)", "Ana e (Inés)"),
        (["Ana", "'Ixkik'"], "Ana and 'Ixkik'", "Ana e 'Ixkik'"),
        (["Ana", "Eva", "Ixchel"], "Ana, Eva, and Ixchel", "Ana, Eva e Ixchel"),
        (["Inés", "Ana"], "Inés and Ana", "Inés y Ana"),
        ([], "", ""),
    ],
)
def test_lists(catalogs: Catalogs, items: list[str], english: str, spanish: str) -> None:
    message = alone(Listing(tuple(Own(item) for item in items)))
    assert catalogs.text(message, "en") == english
    assert catalogs.text(message, "es") == spanish


def test_and_in_a_sentence_changes_before_the_sound_of_i(catalogs: Catalogs) -> None:
    text = (
        "I certify that I am competent to interpret between English and {language}. I read this "
        "letter to {name} in that language."
    )
    entry = next(
        each.message
        for each in all_texts(resources.folder("translations"))
        if "{language}" in each.message.text and "competent" in each.message.text
    )
    assert entry.text.startswith(text[:40])
    for language, shown in (("ixil", "inglés e ixil"), ("mam", "inglés y mam")):
        message = entry(language=Own(language), name=Own("Ana"))
        assert shown in catalogs.text(message, "es")


@pytest.mark.parametrize(
    ("before", "following", "shown"),
    [
        ("siete o ", "ocho", "siete u "),
        ("7 o ", "8", "7 u "),
        ("10 o ", "11", "10 u "),
        ("100 o ", "110", "100 o "),
        ("Ana o ", "Óscar", "Ana u "),
        ("Ana o ", "Holanda", "Ana u "),
        ("Ana o ", "Luis", "Ana o "),
        ("Rey ", "Inés", "Rey "),
        ("¿Y ", "Inés", "¿Y "),
    ],
)
def test_or_changes_before_the_sound_of_o(before: str, following: str, shown: str) -> None:
    assert adapted(before, following, SPANISH) == shown


def test_a_letter_and_its_mark_are_one_letter(catalogs: Catalogs) -> None:
    assert catalogs.text(alone(Own("A\u0301lvaro Nun\u0303ez")), "es") == "Álvaro Nuñez"


def test_own_words_stay_apart_and_are_never_a_pattern(catalogs: Catalogs) -> None:
    typed = "{n} %s {0} <b>"
    runs = catalogs.runs(Message("I am {name}.", args={"name": Own(typed)}), "en")
    assert [(run.text, run.kind) for run in runs] == [
        ("I am ", RunKind.TEXT),
        (typed, RunKind.OWN),
        (".", RunKind.TEXT),
    ]


def test_a_blank_in_a_role_keeps_its_preposition(catalogs: Catalogs) -> None:
    message = Message("Born {d:in}.", args={"d": Blank(30)})
    assert [run.kind for run in catalogs.runs(message, "es")] == [
        RunKind.TEXT,
        RunKind.BLANK,
        RunKind.TEXT,
    ]
    assert catalogs.text(message, "en").startswith("Born in ____")


@pytest.mark.parametrize("role", ["words", "start"])
def test_a_role_for_other_arguments_says_nothing_about_a_date_or_its_blank(
    catalogs: Catalogs, role: str
) -> None:
    message = Message(f"Born {{d:{role}}}.")
    assert catalogs.text(message(d=DateArg(PartialDate(2012, 3))), "en") == "Born March 2012."
    assert "Born ____" in catalogs.text(message(d=Blank(30)), "en")


def test_the_start_of_a_sentence_is_large_but_not_in_own_words(catalogs: Catalogs) -> None:
    ours: Arg = Message("my daughter")
    assert catalogs.text(Message("{who:start} is here.", args={"who": ours}), "en") == (
        "My daughter is here."
    )
    assert catalogs.text(Message("{who:start} is here.", args={"who": Own("ana")}), "en") == (
        "ana is here."
    )


def test_plurals(catalogs: Catalogs) -> None:
    message = Message("I am {n} year old.", "letter.age", plural="I am {n} years old.")
    assert catalogs.text(message(n=1), "en") == "I am 1 year old."
    assert catalogs.text(message(n=71), "en") == "I am 71 years old."
    assert "71" in catalogs.text(message(n=71), "es")


def test_a_missing_or_broken_catalog_shows_english(tmp_path: Path) -> None:
    message = Message("Yes")
    assert Catalogs(tmp_path).text(message, "es") == "Yes"
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "pdkiosk.mo").write_bytes(b"nonsense")
    assert Catalogs(tmp_path).text(message, "es") == "Yes"


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2012, None, 5), (2012, 2, 30), (2011, 2, 29), (2012, 13, None), (2012, 0, None), (0, 1, 1)],
)
def test_there_is_no_such_date(year: int, month: int | None, day: int | None) -> None:
    with pytest.raises(ValueError):
        PartialDate(year, month, day)


def test_formats() -> None:
    assert format_month(3, "es") == "marzo"
    assert format_number(20000, "en") == "20,000"
    assert format_list(["a", "b", "c"], "es") == "a, b y c"
    assert list_separators(1, "en") == []


def test_the_months_of_one_language_are_not_those_of_another() -> None:
    """In a process of its own: Babel keeps what was asked for first."""
    code = "from pdkiosk.language.formats import format_month as m; print(m(3, 'he'), m(3, 'es'))"
    said = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, check=True)
    assert said.stdout.decode().split() == ["מרץ", "marzo"]


def test_arguments_are_added_and_the_message_stays() -> None:
    message = Message("{a} {b}")
    assert message(a="1")(b="2").args == {"a": "1", "b": "2"}
    assert message.args == {}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Sol Inc.", "I worked for Sol Inc."),
        ("Sol Inc. ", "I worked for Sol Inc. "),
        ("Sol Inc", "I worked for Sol Inc."),
        ("Yahoo!", "I worked for Yahoo!"),
        ("…", "I worked for …"),
    ],
)
def test_no_second_full_stop_follows_what_was_typed_with_one(
    catalogs: Catalogs, typed: str, said: str
) -> None:
    assert catalogs.text(Message("I worked for {who}.")(who=Own(typed)), "en") == said
    inside = Message("{all}")(all=Message("I worked for {who}")(who=Own(typed)))
    assert catalogs.text(Message("{it}.")(it=inside), "en") == said


@pytest.mark.parametrize(
    ("code", "english", "spanish"),
    [
        ("es", "Spanish", "español"),
        ("en", "English", "inglés"),
        ("ht", "Haitian Creole", "haitiano"),
        ("pa", "Punjabi", "punyabí"),
    ],
)
def test_a_language_is_called_as_the_reader_calls_it(
    catalogs: Catalogs, code: str, english: str, spanish: str
) -> None:
    message = Message("{language:start}: {language}")(language=LanguageName(code))
    assert catalogs.text(message, "en") == f"{english}: {english}"
    assert catalogs.text(message, "es") == f"{spanish.capitalize()}: {spanish}"


def test_what_is_drafted_is_called_by_its_name(catalogs: Catalogs) -> None:
    says = catalogs.text(language_line(NOTHING, "ht"), "es")
    assert says == ("Ningún traductor humano ha revisado todavía el texto en haitiano.")


def test_what_is_not_translated_is_known_and_said_in_english(tmp_path: Path) -> None:
    folder = resources.folder("translations")
    yes, no = Message("Yes", "card.yes"), counted("{n} page", "{n} pages", "t.pages")
    po = tmp_path / "pt" / "LC_MESSAGES" / "pdkiosk.po"
    po.parent.mkdir(parents=True)
    catalog = Catalog(locale="pt")
    catalog.add(yes.text, "Sim", context=yes.context)
    catalog.add((no.text, no.plural), ("", ""), context=no.context)
    po.write_bytes(written(catalog))
    (tmp_path / "pdkiosk.pot").write_bytes(po.read_bytes())
    compile_catalogs(tmp_path)
    draft = Catalogs(tmp_path)
    assert draft.has(yes, "pt") and not draft.has(no, "pt") and draft.has(no, "en")
    assert draft.lacks_texts("pt") and draft.lacks_texts("ht") and not draft.lacks_texts("en")
    assert draft.text(no(n=2), "pt") == "2 pages"
    assert not Catalogs(folder).lacks_texts("es")


def test_what_babel_does_not_know_is_in_the_list_of_languages() -> None:
    assert format_partial_date(PartialDate(2012, 3, 5), "ht") == "5 mas 2012"
    assert format_partial_date(PartialDate(2012, 3), "ht") == "mas 2012"
    assert format_partial_date(PartialDate(2012), "ht") == "2012"
    assert format_month(8, "ht") == "out"
    assert format_list(["a", "b", "c"], "ht") == "a, b epi c"
    assert list_separators(3, "ht") == [", ", " epi "] and format_list(["a"], "ht") == "a"
    assert format_language("es", "ht") == "panyòl"
    assert format_list(["a", "b"], "pt") == "a e b"
    assert format_partial_date(PartialDate(2012, 3, 5), "pt") == "5 de março de 2012"


def test_only_staff_read_what_is_for_staff() -> None:
    """Their words alone may be missing where a language is said to be whole."""
    rooms = ("pdkiosk/staff/", "pdkiosk/ui/staff/", "pdkiosk/facility/", "pdkiosk/update/")
    for text in all_texts(resources.folder("translations")):
        theirs = all(place.startswith(rooms) for place in text.files)
        assert bool(_FOR_STAFF.match(text.message.context)) == theirs, text


@pytest.mark.parametrize("language", ["pt", "ht", "fr", "ru", "zh", "ar"])
def test_a_draft_can_be_whole_for_people(language: str) -> None:
    draft = Catalogs(resources.folder("translations"))
    missing = [
        text.message.text
        for text in all_texts(resources.folder("translations"))
        if not draft.has(text.message, language) and not _FOR_STAFF.match(text.message.context)
    ]
    assert draft.lacks_texts(language) == bool(missing)


@pytest.mark.parametrize("language", ["pt", "ht", "fr", "ru", "zh", "ar"])
def test_who_reads_a_draft_understands_all_that_warns(language: str) -> None:
    """The first screen, the gates, the warnings and the stop pages come before all else."""
    draft = Catalogs(resources.folder("translations"))
    first = ("pdkiosk/ui/screens/start", "resources/guide/pages/1-before.toml")
    for text in all_texts(resources.folder("translations")):
        if any(place.startswith(first) for place in text.files):
            assert draft.has(text.message, language), text.message


@pytest.mark.parametrize("language", ["pt", "ht", "fr", "ru", "zh", "ar"])
def test_the_glossary_of_a_draft_has_its_terms(language: str) -> None:
    folder = Path(__file__).parents[2] / "docs" / "glossaries"
    listed = (folder / f"glossary_{language}.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in listed.splitlines()]
    assert rows[0] == ["en", language, "note", "seen_at"]
    assert len(rows) > 80 and all(len(row) == 4 and row[0] and row[1] for row in rows)
