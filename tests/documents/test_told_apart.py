"""How relatives are called whom a reader could confuse, and in which form they are spoken of."""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import ExhibitTable, Kind
from pdkiosk.interview.contradictions import contradictions
from tests.documents import people
from tests.documents.people import person, say
from tests.documents.reading import sentences

ORDINARY: dict[str, Any] = {"maybe_citizen": "no"}
CARE: dict[str, Any] = {"reasons_family": ["caretaker"], "care_illness": "@autism"}
BOTH: dict[str, Any] = {"hardship": ["children", "care"]}


def told(family: list[dict[str, Any]], language: str = "en", **more: Any) -> list[str]:
    return sentences(language, people=family, **{**ORDINARY, **more})


def exhibits(language: str = "en", **answers: Any) -> list[str]:
    letter = people.letter(**people.with_papers({**ORDINARY, **answers}))
    tables = [block for block in letter.blocks if isinstance(block, ExhibitTable)]
    return [say(row.description.message, language) for table in tables for row in table.rows]


# Neither name nor age tells them apart.


@pytest.mark.parametrize("relation", [
    "daughter", "son", "sister", "brother", "mother", "father", "grandmother", "grandfather",
])  # fmt: skip
@pytest.mark.parametrize("fields", [{}, {"name": "J."}])
def test_one_person_does_not_have_two_kinds_of_papers(
    relation: str, fields: dict[str, Any]
) -> None:
    family = [
        person(relation, status="citizen", **fields),
        person(relation, status="resident", depends="yes", **fields),
    ]
    said = told(family)
    assert f"One of my {relation}s is a United States citizen." in said
    assert f"One of my {relation}s is a lawful permanent resident." in said
    assert f"One of my {relation}s depends on me for support." in said
    assert f"Copy of the permanent resident card of one of my {relation}s" in exhibits(
        people=family, reasons_family=["resident_family"]
    )
    assert not any("____" in s for s in said if relation in s)


@pytest.mark.parametrize(
    ("relation", "spanish"),
    [
        ("daughter", "Una de mis hijas es ciudadana de los Estados Unidos."),
        ("brother", "Uno de mis hermanos es ciudadano de los Estados Unidos."),
        ("grandmother", "Una de mis abuelas es ciudadana de los Estados Unidos."),
    ],
)
def test_one_of_several_is_said_in_the_right_form(relation: str, spanish: str) -> None:
    family = [person(relation, status=status) for status in ("citizen", "resident")]
    assert spanish in told(family, "es")


def test_where_a_name_was_declined_there_is_no_line_to_fill_in() -> None:
    family = [
        person("brother", status="citizen", name="Al"),
        person("brother", status="citizen"),
        person("brother", status="resident", age=20),
        person("sister", status="citizen", name="B", age=9),
    ]
    close = "my brother Al, one of my brothers, and my sister B."
    said = told(family)
    assert f"I have close family who are United States citizens: {close}" in said
    assert "One of my brothers is a United States citizen." in said
    assert "My brother, who is 20 years old, is a lawful permanent resident." in said


def test_twins_without_names_are_one_of_two() -> None:
    family = [
        person("son", status="citizen", age=7, cared_for="yes"),
        person("son", status="resident", age=7),
    ]
    said = told(family, **CARE)
    assert "One of my sons, who is 7 years old, is a United States citizen." in said
    assert "Before I was detained, I was the main caretaker of one of my sons (7)." in said


def test_only_somebody_with_papers_makes_one_of_two() -> None:
    family = [person("son", status="citizen"), person("son", status="unsaid")]
    assert "My son is a United States citizen." in told(family)


# The same name or initials.


@pytest.mark.parametrize("other", ["J.", "j"])
def test_with_the_same_initials_the_age_tells(other: str) -> None:
    family = [
        person("son", status="citizen", name="J.", age=9, lived="yes", depends="yes",
               cared_for="yes"),
        person("son", status="citizen", name=other, age=12, depends="yes"),
        person("son", status="resident", name="A.", age=14),
    ]  # fmt: skip
    said = told(family, **CARE, **BOTH)
    assert "Before I was detained I lived with my son J. (9)." in said
    assert f"My children J. (9) and {other} (12) depend on me for support." in said
    assert "My son J. (9) has a serious health condition: autism." in said
    rows = exhibits(people=family, **CARE)
    assert "Medical records of my son J. (9)" in rows
    assert "Copy of the permanent resident card of my son A." in rows


def test_a_son_and_a_daughter_of_one_name_are_told_apart_too() -> None:
    family = [
        person("son", status="citizen", name="J.", age=9, depends="yes"),
        person("daughter", status="citizen", name="J.", age=12, depends="yes"),
        person("daughter", status="citizen", name="Ana", age=2),
    ]
    assert "My children J. (9) and J. (12) depend on me for support." in told(family)


def test_sisters_of_one_name_are_told_apart_by_age() -> None:
    family = [
        person("sister", status="citizen", name="Eva", age=30, lived="yes"),
        person("sister", status="resident", name="Eva", age=0),
        person("mother", status="citizen", name="Eva", age=60, depends="yes"),
    ]
    said = told(family)
    assert "Before I was detained I lived with my sister Eva (30)." in said
    assert "My mother Eva depends on me for support." in said


# The ill person.


def check_page(**answers: Any) -> list[str]:
    found = contradictions(people.interview(**ORDINARY, **answers).situation())
    return [say(one.message, "en") for one in found]


@pytest.mark.parametrize(("ill", "asked"), [(0, False), (1, False), (2, True)])
@pytest.mark.parametrize("who", ["son", "mother"])
def test_two_who_are_marked_as_ill_are_asked_about(ill: int, asked: bool, who: str) -> None:
    family = [
        person("son", status="citizen", age=7, cared_for="yes" if ill > 0 else "no"),
        person("mother", status="citizen", age=70, cared_for="yes" if ill > 1 else "no"),
    ]
    line = (
        "You marked more than one person as the ill person you care for. The letter tells of one."
    )
    assert (line in check_page(people=family, **CARE, care_who=who)) == asked
    assert line not in check_page(people=family)


def test_of_two_ill_sons_it_is_one_of_them() -> None:
    family = [person("son", status="citizen", age=7, cared_for="yes") for _ in range(2)]
    said = told(family, **CARE, **BOTH, care_who="son")
    assert "My two children, aged 7, are United States citizens." in said
    assert "Before I was detained, I was the main caretaker of one of my sons." in said
    assert "One of my sons has a serious health condition: autism." in said
    care = "my children would grow up without me and one of my sons could be left without care."
    assert f"If I were deported, {care}" in said


def test_of_two_marked_the_question_tells_which() -> None:
    family = [
        person("son", status="citizen", name="Luis", age=7, cared_for="yes"),
        person("son", status="citizen", name="Iván", age=9),
        person("mother", status="citizen", name="Rosa", age=70, cared_for="yes"),
    ]
    said = told(family, **CARE, care_who="son")
    assert "Before I was detained, I was the main caretaker of my son Luis." in said


@pytest.mark.parametrize(
    ("ages", "said"),
    [
        ((7, 7), "My two children, aged 7, are United States citizens."),
        ((0, 0), "My two children, aged under 1, are United States citizens."),
        ((7, 7, 9), "My three children, aged 7, 7, and 9, are United States citizens."),
    ],
)
def test_one_age_of_all_is_said_once(ages: tuple[int, ...], said: str) -> None:
    assert said in told([person("son", status="citizen", age=age) for age in ages])


@pytest.mark.parametrize(
    ("age", "who"), [(None, "My husband Ed"), (40, "My husband Ed"), (16, "My husband")]
)
def test_a_husband_who_served_needs_no_age(age: int | None, who: str) -> None:
    known = {} if age is None else {"age": age}
    family = [person("husband", status="resident", name="Ed", **known)]
    said = told(family, reasons_life=["military"], military_who="husband")
    assert any(s.startswith(f"{who} served in the U.S. military") for s in said)


def test_of_two_sons_one_served() -> None:
    family = [person("son", status="citizen", name=name, age=30) for name in ("Rob", "Bob")]
    said = told(family, reasons_life=["military"], military_who="son")
    assert any(s.startswith("One of my sons served in the U.S. military") for s in said)


# Sons and daughters in Spanish.


@pytest.mark.parametrize("known", [True, False])
def test_daughters_beside_a_son_are_daughters(known: bool) -> None:
    ages = [{"age": age} if known else {} for age in (5, 8, 2)]
    family = [
        person("daughter", status="citizen", lived="yes", **ages[0]),
        person("daughter", status="citizen", lived="yes", **ages[1]),
        person("son", status="resident", **ages[2]),
    ]
    said = told(family, "es")
    of_age = ", de 5 años y 8 años," if known else ""
    assert f"Dos de mis hijas{of_age} son ciudadanas de los Estados Unidos." in said
    assert "Antes de mi detención yo vivía con dos de mis hijas." in said


@pytest.mark.parametrize(
    ("ages", "hardship"), [((5, 8), "crecerían sin mí"), ((5, 20), "estarían sin mí")]
)
@pytest.mark.parametrize(("second", "children"), [("daughter", "hijas"), ("son", "hijos")])
def test_daughters_alone_would_be_without_me(
    ages: tuple[int, int], hardship: str, second: str, children: str
) -> None:
    family = [
        person("daughter", status="citizen", age=ages[0], depends="yes"),
        person(second, status="citizen", age=ages[1], depends="yes"),
    ]
    said = told(family, "es", hardship=["children"])
    assert f"Si me deportaran, mis {children} {hardship}." in said
    assert f"Mis {children} dependen de mí para su sustento." in said


# Letters of the school.


@pytest.mark.parametrize(
    ("family", "english", "spanish"),
    [
        ([("daughter", 5), ("daughter", 8)], "of my children", "de mis hijas"),
        ([("daughter", 5), ("son", 8)], "of my children", "de mis hijos"),
        ([("daughter", 5)], "of my daughter", "de mi hija"),
        ([("daughter", 5), ("son", 20)], "of my daughter", "de mi hija"),
        ([("son", None)], "of my son", "de mi hijo"),
    ],
)
def test_whose_school_and_doctor_is_the_same_in_both_languages(
    family: list[tuple[str, int | None]], english: str, spanish: str
) -> None:
    cards = [person(r, status="citizen", **({} if a is None else {"age": a})) for r, a in family]
    told_so: dict[str, Any] = {"people": cards, "hardship": ["children"]}
    assert f"Letters from the school and doctor {english}" in exhibits(**told_so)
    assert f"Cartas de la escuela y del médico {spanish}" in exhibits("es", **told_so)


@pytest.mark.parametrize(
    ("family", "offered"),
    [
        ([], True),
        ([("daughter", 35)], False),
        ([("daughter", 35), ("son", 18)], False),
        ([("daughter", 35), ("son", 17)], True),
        ([("daughter", 35), ("sister", 9)], False),
    ],
)
def test_grown_children_have_no_letters_of_a_school(
    family: list[tuple[str, int]], offered: bool
) -> None:
    cards = [person(relation, status="citizen", age=age) for relation, age in family]
    rows = exhibits(people=cards, hardship=["children"])
    assert any("school" in row for row in rows) == offered


def test_a_grown_ill_daughter_is_mentioned_once_beside_other_hardship() -> None:
    family = [person("daughter", status="citizen", name="Kit", age=35, cared_for="yes")]
    said = told(family, **CARE, hardship=["children", "income", "care", "nobody"])
    one = "my daughter Kit would be without me and could be left without care."
    assert f"If I were deported, {one}" in said
    rest = "my family would lose the money that I earned for them and I would have nobody there."
    assert f"Also, {rest}" in said


# Typed signs are no words.


@pytest.mark.parametrize("typed", [".", " - ", "???", "¿?", "…", "«»"])
def test_signs_alone_are_no_words(typed: str) -> None:
    packet = people.packet(story=typed, best_language="@spanish", full_name=typed)
    assert Kind.TRANSLATION not in packet.kinds
    assert not any("annex" in s for s in sentences(story=typed, best_language="@spanish"))
    family = [person("son", status="citizen", name=typed)]
    assert "My son is a United States citizen." in told(family)
    work: dict[str, Any] = {"reasons_life": ["work"], "work_kind": typed}
    assert "I have worked here." in sentences(**work)


@pytest.mark.parametrize("typed", ["No.", "7", "是", "नमस्ते", "سلام"])
def test_words_of_any_script_are_words(typed: str) -> None:
    assert Kind.TRANSLATION in people.packet(story=typed, best_language="@spanish").kinds


@pytest.mark.parametrize(
    ("kind", "english", "spanish"),
    [
        ("construction", "in construction", "en la construcción"),
        ("farm", "on farms", "en el campo"),
        ("cook", "in restaurants and kitchens", "en restaurantes y cocinas"),
        ("cleaning", "in cleaning", "en la limpieza"),
        ("care", "caring for others", "en el cuidado de otras personas"),
        ("factory", "in factories and warehouses", "en fábricas y bodegas"),
    ],
)
def test_work_reads_as_people_say_it(kind: str, english: str, spanish: str) -> None:
    work: dict[str, Any] = {"reasons_life": ["work"], "work_kind": f"@{kind}"}
    assert f"I have worked {english}." in sentences(**work)
    assert f"He trabajado {spanish}." in sentences("es", **work)
    since = {**work, "work_since": people.D("2015")}
    assert f"I have worked here since 2015, {english}." in sentences(**since)
    here = f"He trabajado aquí desde 2015, {spanish}."
    assert here in sentences("es", **since)


def test_two_who_are_young_are_two_of_the_children() -> None:
    told = {
        "people": [
            *(person("son", status="citizen", age=age) for age in (9, 7)),
            person("daughter", status="citizen", age=25),
        ],
        "hardship": ["children"],
    }
    letter = people.letter(**people.with_papers(told))
    (table,) = [block for block in letter.blocks if isinstance(block, ExhibitTable)]
    rows = [row.description.message for row in table.rows]
    assert "Letters from the school and doctor of two of my children" in [
        say(m, "en") for m in rows
    ]
    assert any(say(m, "es").endswith("de dos de mis hijos") for m in rows)


def test_a_son_who_is_not_named_is_a_child_too() -> None:
    told = {
        "people": [
            *(person("daughter", status="citizen") for _ in range(2)),
            person("son", status="unsaid"),
        ],
        "hardship": ["children"],
    }
    assert "Si me deportaran, mis hijos crecerían sin mí." in sentences("es", **told)


def test_a_home_of_one_of_two_brothers_and_typed_words_stay_as_they_are() -> None:
    brothers = [person("brother", status="citizen", name=name, age=40) for name in "AB"]
    for home, said in (("@brother", "one of my brothers"), ("brother", "“brother”")):
        assert any(
            "I can live with" in sentence and said in sentence
            for sentence in sentences(people=brothers, sponsor=home)
        )


@pytest.mark.parametrize(("son", "grown"), [("unsaid", "mis hijos"), (None, "mis hijas")])
def test_grown_children_agree_with_all_of_them(son: str | None, grown: str) -> None:
    cards = [person("daughter", status="citizen", age=25) for _ in range(2)]
    cards += [person("son", status=son)] if son else []
    told = sentences("es", people=cards, hardship=["children"])
    assert f"Si me deportaran, {grown} estarían sin mí." in told
