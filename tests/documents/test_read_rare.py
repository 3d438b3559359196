"""What a third reading of generated people found, most of it in rare combinations of answers.

Each kind has its row in docs/decisions/0016-read-from-outside.md.
"""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import ExhibitTable, Kind, WriteIn
from tests.documents import people
from tests.documents.people import D, person, say
from tests.documents.reading import paper, sentences, summary, text
from tests.documents.test_read_again import short

ORDER: dict[str, Any] = {"in_proceedings": "order"}
LOST: dict[str, Any] = {"stage": "against_me"}
NOT_FILED: dict[str, Any] = {"stage": "not_filed"}


def reasons(**answers: Any) -> str:
    return "\n".join(summary(summary_show="show", **answers))


def exhibits(**answers: Any) -> list[str]:
    letter = people.letter(**people.with_papers(answers))
    tables = [block for block in letter.blocks if isinstance(block, ExhibitTable)]
    return [say(row.description.message, "en") for table in tables for row in table.rows]


# Not true, or more than the person knows.


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, True),
        ({"age_at_arrival": 6}, True),
        ({"age_at_arrival": 16}, False),
        ({"age": 17, "age_at_arrival": 15}, False),
        ({"age": 17, "arrival": D("2025-10")}, False),
        ({"age": 83, "arrival": D("2022-05-13")}, False),
        ({"age": 25, "arrival": D("2010")}, True),
    ],
)
def test_nobody_grew_up_here_who_came_lately_or_nearly_of_age(
    told: dict[str, Any], said: bool
) -> None:
    life: dict[str, Any] = {"reasons_life": ["child_arrival"], "maybe_citizen": "no", **told}
    grew_up = "I grew up in the United States." in sentences(**life)
    assert ("I grew up here." in text(**life)) == said
    assert grew_up or not said or "age_at_arrival" in told
    assert said or not grew_up
    assert ("I came as a child" in reasons(**life)) == said


def test_who_came_at_sixteen_says_the_age_where_it_may_be_said() -> None:
    life: dict[str, Any] = {"reasons_life": ["child_arrival"], "age": 40, "age_at_arrival": 16}
    assert "I have lived in the United States since I was 16 years old." in sentences(**life)
    assert "I came as a child" in reasons(**life)


@pytest.mark.parametrize(
    ("told", "open_case"),
    [
        ({"decision_date": D("2026-10-24")}, False),
        ({"decision_date": D("2026-10-25")}, True),
        ({}, True),
        ({"decision_date": D("2026-10-24"), "appealed": "yes"}, True),
    ],
)
@pytest.mark.parametrize("since", [{}, {"detained_since": D("2026-03")}])
def test_no_case_is_said_to_go_on_after_the_last_day_to_appeal(
    told: dict[str, Any], open_case: bool, since: dict[str, Any]
) -> None:
    said = sentences(**LOST, **told, **since)
    going_on = ("I am in removal proceedings", "My appeal is before the Board")
    assert any(s.startswith(going_on) for s in said) == open_case
    assert ("I am in immigration custody." in said) == (not open_case and not since)
    assert any("immigration custody" in s for s in said)


def test_nobody_swears_to_have_written_what_a_program_composed() -> None:
    page = paper(Kind.DECLARATION)
    assert "I signed the attached letter to ICE." in page
    assert "I wrote" not in page


@pytest.mark.parametrize(
    ("told", "listed"),
    [
        ({"hearings_attended": "yes", "check_ins": "yes"}, "Proof of my check-ins and hearings"),
        ({"hearings_attended": "yes", "check_ins": "no"}, "Proof that I went to my hearings"),
        ({"hearings_attended": "yes"}, "Proof that I went to my hearings"),
        ({"hearings_attended": "no", "check_ins": "yes"}, "Proof of my check-ins with ICE"),
        ({"hearings_attended": "no", "check_ins": "no"}, None),
        ({"hearings_attended": "yes", "next_hearing": D("2026-10-01")}, None),
        ({**ORDER, "hearings_attended": "yes"}, "Proof that I went to my hearings"),
        ({**ORDER, "hearings_attended": "yes", "order_hearing": "no"}, None),
    ],
)
def test_the_exhibits_prove_what_the_letter_tells_of_hearings_and_check_ins(
    told: dict[str, Any], listed: str | None
) -> None:
    found = [row for row in exhibits(**told) if row.startswith("Proof ")]
    assert found == ([listed] if listed else [])


# What could lead ICE to somebody, or to a date.


@pytest.mark.parametrize("relation", ["partner_f", "partner_m"])
@pytest.mark.parametrize(("status", "asked"), [("unsaid", False), ("resident", True)])
def test_ice_is_not_led_to_a_partner_who_may_have_no_papers(
    relation: str, status: str, asked: bool
) -> None:
    home = {"sponsor": "@partner", "people": [person(relation, status=status)]}
    letter = people.letter(**people.with_papers(home))
    lines = [say(b.label, "en") for b in letter.blocks if isinstance(b, WriteIn)]
    assert any(line.startswith("Who I would live with") for line in lines) == asked
    assert any("the person I would live with" in row for row in exhibits(**home)) == asked


@pytest.mark.parametrize(("came_back", "listed"), [([], True), (["returned"], False)])
def test_no_bills_show_since_when_somebody_is_back(came_back: list[str], listed: bool) -> None:
    told: dict[str, Any] = {"reasons_life": ["work", "long_residence", "child_arrival"]}
    found = exhibits(**told, weighs=came_back)
    assert any(row.startswith("Proof of residence") for row in found) == listed


@pytest.mark.parametrize(
    ("ordered", "told"),
    [("2015-11-12", False), ("2017", True), ("2020-03", True), (None, True)],
)
def test_no_date_says_that_somebody_came_back_after_the_order(
    ordered: str | None, told: bool
) -> None:
    life: dict[str, Any] = {"reasons_life": ["long_residence"], "arrival": D("2017-02")}
    life |= {**ORDER, "maybe_citizen": "no"}
    if ordered is not None:
        life["order_date"] = D(ordered)
    assert ("since February 2017" in text(**life)) == told
    assert ("I have lived here for nine years." in text(**life)) == told


# A list of papers that agrees with the letter.


@pytest.mark.parametrize(
    ("told", "paper_of_it"),
    [
        ({"reasons_family": ["age_reason"], "age": 34}, "Paper from the United States that shows"),
        ({"reasons_life": ["military"]}, "Record of"),
        ({"reasons_family": ["pregnant"]}, "My medical records"),
        ({"reasons_life": ["long_residence"], "arrival": D("2025-10")}, "Proof of residence"),
    ],
)
def test_no_paper_is_listed_for_a_reason_on_which_the_letter_is_silent(
    told: dict[str, Any], paper_of_it: str
) -> None:
    assert not any(row.startswith(paper_of_it) for row in exhibits(**told))
    speaking: dict[str, Any] = {"military_who": "self", "pregnant_or_nursing": "pregnant"}
    speaking |= {**told, "age": 71}
    speaking["arrival"] = D("2001")
    assert any(row.startswith(paper_of_it) for row in exhibits(**speaking))


@pytest.mark.parametrize("asked", [{}, {"medical_records": "ask"}, {"doctor_letter": "ask"}])
def test_the_permission_of_the_ill_person_is_promised_where_its_form_is(
    asked: dict[str, str],
) -> None:
    told: dict[str, Any] = {"reasons_family": ["caretaker"], "care_who": "mother"}
    packet = people.packet(**told, papers={"support_letters": "ask", **asked})
    page = paper(Kind.SUPPORT_REQUEST, **told, papers={"support_letters": "ask", **asked})
    promised = "the permission is in the request for medical records" in page
    assert promised == (Kind.RECORDS_REQUEST in packet.kinds) == bool(asked)


@pytest.mark.parametrize(
    ("papers", "readers", "printed"),
    [
        ({"doctor_letter": "ask"}, [], True),
        ({"doctor_letter": "ask", "support_letters": "ask"}, ["family"], True),
        ({"doctor_letter": "have"}, [], False),
    ],
)
def test_who_asks_a_doctor_has_the_page_that_the_list_speaks_of(
    papers: dict[str, str], readers: list[str], printed: bool
) -> None:
    ill: dict[str, Any] = {"reasons_family": ["health"], "papers": papers}
    packet = people.packet(**ill, support_readers=readers)
    assert (Kind.SUPPORT_REQUEST in packet.kinds) == printed
    if printed:
        assert "Use the request for a letter of support." in paper(Kind.GATHERING, **ill)
        page = paper(Kind.SUPPORT_REQUEST, **ill, support_readers=readers)
        assert "For a doctor: the illness" in page and "about my health" in page
    found = [part.language for part in packet.parts if part.kind is Kind.SUPPORT_REQUEST]
    assert found == (["es" if readers else "en"] if printed else [])


def test_nobody_permits_a_doctor_whose_health_is_no_reason() -> None:
    papers = {"support_letters": "ask"}
    assert "about my health" not in paper(Kind.SUPPORT_REQUEST, papers=papers)
    ill: dict[str, Any] = {"reasons_family": ["health"], "papers": papers}
    assert "about my health" in paper(Kind.SUPPORT_REQUEST, **ill)


def test_nobody_is_sent_to_ask_themselves_for_the_papers_of_their_service() -> None:
    served: dict[str, Any] = {"reasons_life": ["military"], "military_who": "self"}
    page = paper(Kind.GATHERING, **served, papers={"military_papers": "ask"})
    assert "Ask your family for a copy of the discharge" in page


# Who is meant.


def test_a_relative_without_a_name_is_told_from_one_with_a_name() -> None:
    family = [
        person("brother", status="citizen", age=25, depends="yes"),
        person("brother", status="citizen", age=23, name="Luis", depends="yes"),
        person("brother", status="resident", age=31, name="Íñigo", depends="yes"),
        person("grandfather", status="citizen", lived="yes"),
        person("grandfather", status="citizen", name="Juan", lived="yes"),
    ]
    said = sentences(people=family, maybe_citizen="no")
    assert "My brother (25) and my brothers Luis and Íñigo depend on me for support." in said
    lived = "Before I was detained I lived with one of my grandfathers and my grandfather Juan."
    assert lived in said


@pytest.mark.parametrize(
    ("children", "said"),
    [
        (
            [person("daughter", status="citizen", age=17, depends="yes"),
             person("daughter", status="citizen", age=3, name="Rosa")],
            "My daughter (17) depends on me for support.",
        ),
        (
            [person("son", status="citizen", age=0, depends="yes"),
             person("son", status="citizen", age=6)],
            "My son (under 1) depends on me for support.",
        ),
        (
            [person("son", status="citizen", age=6, depends="yes"),
             person("daughter", status="citizen", age=6)],
            "My son depends on me for support.",
        ),
    ],
)  # fmt: skip
def test_one_of_two_sons_is_told_by_age(children: list[dict[str, Any]], said: str) -> None:
    assert said in sentences(people=children)


@pytest.mark.parametrize(
    ("ill", "said"),
    [
        ("yes", "my son Iván would grow up without me and could be left without care."),
        ("no", "my son would grow up without me and my mother could be left without care."),
    ],
)
def test_one_child_does_not_read_as_two(ill: str, said: str) -> None:
    child = {**person("son", status="citizen", name="Iván", age=13), "person_cared_for": ill}
    told: dict[str, Any] = {"reasons_family": ["caretaker"], "hardship": ["children", "care"]}
    letter = text(**told, people=[child], care_who="mother")
    assert f"If I were deported, {said}" in letter


@pytest.mark.parametrize(
    ("relation", "some", "spanish"),
    [
        ("sister", "Two of my sisters are lawful permanent residents.",
         "Dos de mis hermanas son residentes legales permanentes."),
        ("brother", "Two of my brothers are lawful permanent residents.",
         "Dos de mis hermanos son residentes legales permanentes."),
        ("grandmother", "Two of my grandmothers are lawful permanent residents.",
         "Dos de mis abuelas son residentes legales permanentes."),
        ("grandfather", "Two of my grandfathers are lawful permanent residents.",
         "Dos de mis abuelos son residentes legales permanentes."),
    ],
)  # fmt: skip
def test_two_of_three_are_not_all_of_them(relation: str, some: str, spanish: str) -> None:
    family = [
        person(relation, status="resident", age=70),
        person(relation, status="resident", age=72),
        person(relation, status="citizen", age=75, name="Inés"),
    ]
    assert some in sentences(people=family, maybe_citizen="no")
    assert spanish in sentences("es", people=family, maybe_citizen="no")
    two = some.replace("Two of my", "My two")
    assert two in sentences(people=family[:2], maybe_citizen="no")


@pytest.mark.parametrize(
    ("health", "said"),
    [
        (
            {"treatment": "no", "missed": ["medicine"], "medicine": "Metformin"},
            [
                "In detention I get no treatment for it.",
                "Since I was detained I have missed my medicine.",
                "I need this medicine: Metformin.",
                "My next treatment is in January 2027.",
            ],
        ),
        (
            {"treatment": "yes", "clinic": "Valleywise Health"},
            [
                "I have been treated for it at Valleywise Health.",
                "I am in treatment for it.",
                "My next treatment is in January 2027.",
            ],
        ),
    ],
)
def test_what_is_treated_is_the_illness_and_not_the_next_treatment(
    health: dict[str, Any], said: list[str]
) -> None:
    told = sentences(
        reasons_family=["health"], illness="@diabetes", next_treatment=D("2027-01"), **health
    )
    start = told.index("I have a serious health condition: diabetes.") + 1
    assert told[start : start + len(said)] == said


@pytest.mark.parametrize("language", ["@english", "@spanish"])
def test_typed_work_fits_its_sentence_in_any_language(language: str) -> None:
    typed: dict[str, Any] = {"reasons_life": ["work"], "work_kind": "I clean houses"}
    typed["best_language"] = language
    said = text(**typed)
    assert "I have worked" not in said
    assert "This is my line of work: " in said
    touched = {**typed, "work_kind": "@cleaning"}
    assert "I have worked in cleaning." in sentences(**touched)


# The summary and the page for a lawyer.


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ({}, "Work"),
        ({"taxes": "no"}, "Work"),
        ({"taxes": "yes"}, "Work and taxes"),
    ],
)
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", {"Work": "Work", "Work and taxes": "Work and taxes"}),
        ("es", {"Work": "Trabajo", "Work and taxes": "Trabajo e impuestos"}),
        ("pt", {"Work": "Trabalho", "Work and taxes": "Trabalho e impostos"}),
        ("ht", {"Work": "Travay", "Work and taxes": "Travay ak taks"}),
    ],
)
def test_the_summary_tells_of_taxes_only_where_they_are_told(
    told: dict[str, Any], line: str, language: str, words: dict[str, str]
) -> None:
    shown = people.packet(reasons_life=["work"], **told).summary
    said = [say(message, language) for message in people.summary_messages(shown)]
    assert words[line] in said
    (other,) = {"Work", "Work and taxes"} - {line}
    assert words[other] not in said


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ({"pregnant_or_nursing": "pregnant"}, "I am pregnant"),
        ({"pregnant_or_nursing": "nursing"}, "I am nursing"),
        ({"pregnant_or_nursing": "both"}, "Pregnant and nursing"),
        ({"medical": ["hiv_cancer"], "hiv_or_cancer": "cancer"}, "Cancer"),
        ({"medical": ["hiv_cancer"], "hiv_or_cancer": "hiv"}, "HIV/AIDS"),
        ({"medical": ["paralysis"]}, "A condition that makes a wheelchair necessary"),
        ({"medical": ["mental"]}, "A severe condition that affects the mind"),
    ],
)
def test_the_summary_says_which_it_is_as_the_letter_does(told: dict[str, Any], line: str) -> None:
    ill: dict[str, Any] = {"reasons_family": ["health", "pregnant"]}
    shown = people.packet(**ill, summary_show="show", **told).summary
    said = [say(message, "en") for message in people.summary_messages(shown)]
    assert any(line in row for row in said)
    rows = " ".join(said)
    assert "Pregnant or nursing" not in rows and "HIV/AIDS or cancer" not in rows


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"reasons_family": ["caretaker"]}, False),
        ({"reasons_family": ["health"]}, True),
        ({"reasons_family": ["health", "caretaker"], "medical_whose": "theirs"}, False),
        ({"reasons_family": ["health", "caretaker"], "medical_whose": "mine"}, True),
    ],
)
def test_the_illness_of_whom_i_care_for_does_not_read_as_mine(
    told: dict[str, Any], said: bool
) -> None:
    ill = {"medical": ["blind"], "care_who": "mother", **told}
    assert ("Blindness" in reasons(**ill)) == said
    hidden = "\n".join(summary(**ill))
    assert ("A reason of health" in hidden) == ("health" in told["reasons_family"])


@pytest.mark.parametrize(
    ("case", "find"),
    [
        ({"stage": "court"}, True),
        ({"stage": "not_filed"}, True),
        ({}, True),
        ({"stage": "for_me"}, False),
        (LOST, False),
        ({**LOST, "appealed": "yes"}, False),
    ],
)
def test_nobody_looks_for_a_hearing_once_the_judge_has_decided(
    case: dict[str, Any], find: bool
) -> None:
    assert ("My next hearing: call" in " ".join(summary(**case, next_hearing=None))) == find


def test_a_nursing_mother_is_told_in_two_lines() -> None:
    nursing = {"reasons_family": ["pregnant"], "pregnant_or_nursing": "nursing"}
    assert short(**nursing) == ["I am a nursing mother."]
    assert short(**{**nursing, "pregnant_or_nursing": "both"}) == ["I am expecting a baby."]


def test_the_lawyer_hears_of_the_hearing_where_the_order_was_made() -> None:
    missed = "I may have missed a hearing. What can I do now?"
    assert missed in paper(Kind.LAWYER, **ORDER, order_hearing="no", hearings_attended="yes")
    assert missed not in paper(Kind.LAWYER, **ORDER, order_hearing="yes", hearings_attended="yes")


def test_the_lawyer_hears_that_the_notice_never_came() -> None:
    missed = {**ORDER, "order_hearing": "no", "order_notice": "no", "hearings_attended": "no"}
    page = paper(Kind.LAWYER, **missed)
    assert "the notice never reached me. What can I do now?" in page
    assert "I may have missed a hearing." not in page


def test_the_lawyer_reads_first_what_the_person_has_and_the_day_of_the_order() -> None:
    held = paper(Kind.LAWYER, stage="court", held=["green_card"], fear="yes")
    assert "What I have: A green card" in held
    dated = paper(Kind.LAWYER, **ORDER, order_date=D("2019-03-05"), held=["tps", "petition"])
    assert "My case: a final order of deportation (Mar 5, 2019)" in dated
    assert "What I have: TPS; A family petition that is open" in dated
    undated = paper(Kind.LAWYER, **ORDER)
    assert "My case: a final order of deportation" in undated.split("\n")
    assert "What I have" not in undated


# The fourth reading.


def test_typed_words_that_begin_like_a_mark_are_quoted_as_typed() -> None:
    work: dict[str, Any] = {
        "reasons_life": ["work"],
        "work_kind": "@anna’s shop",
        "best_language": "@es",
    }
    assert "“@anna’s shop”" in text(**work)
    assert "worked @" not in text(**work)


def test_children_of_whom_one_is_grown_do_not_all_grow_up_without_the_writer() -> None:
    children = [
        person("daughter", age=20, name="Ana", status="citizen"),
        person("son", age=15, name="Kevin", status="citizen"),
    ]
    life: dict[str, Any] = {
        "reasons_family": ["citizen_family"],
        "people": children,
        "hardship": ["children"],
    }
    assert "my children would be without me" in text(**life)
    assert "grow up" not in text(**life)


@pytest.mark.parametrize("who", ["mother", "other"])
@pytest.mark.parametrize("alone", ["nobody", "someone"])
def test_nobody_is_left_without_care_whom_others_can_care_for(alone: str, who: str) -> None:
    care: dict[str, Any] = {
        "reasons_family": ["caretaker"],
        "care_who": who,
        "care_alone": alone,
        "hardship": ["care"],
    }
    assert ("could be left without care" in text(**care)) == (alone == "nobody")


@pytest.mark.parametrize(
    ("answers", "script", "warned"),
    [
        ({}, "I do not agree. I want", False),
        ({"fear": "yes"}, "I do not agree. I am afraid to go back. I want", False),
        ({**NOT_FILED, "requests": ["cancel_nta"], "dismiss_sure": "yes"}, "", True),
        ({"requests": ["release", "dismiss"], "dismiss_sure": "yes"}, "", True),
        # The letter does not ask for it then.
        ({"requests": ["release", "dismiss"], "dismiss_sure": "no"}, "I do not agree.", True),
    ],
)
def test_the_summary_has_words_against_dismissal_unless_the_letter_asks_for_it(
    answers: dict[str, Any], script: str, warned: bool
) -> None:
    said = reasons(**answers)
    assert ("If ICE asks to dismiss" in said) == bool(script)
    assert script in said
    assert ("Dismissal can lead to fast deportation" in said) == warned


def test_fear_is_not_on_a_summary_that_hides_what_is_private() -> None:
    assert "afraid" not in "\n".join(summary(summary_show="hide", fear="yes"))


def test_with_a_final_order_the_lawyer_is_asked_about_a_federal_court() -> None:
    assert "habeas corpus" in paper(Kind.LAWYER, **ORDER)
    assert "habeas corpus" not in paper(Kind.LAWYER, **LOST)
