"""The rules of a careful lawyer for the letter, each with its cases, in both languages.

Safety notes, section 9; the number of the rule is in the name of each test.
"""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk import pdf
from pdkiosk.documents.model import TO_ICE, Addressee, Document, Kind, OwnWords
from tests.documents import people
from tests.documents.people import MARIA, D, entry, say

PEOPLE: dict[str, dict[str, Any]] = {
    "gates only": {},
    "María": MARIA,
    "everything": people.everything(2, 1),
    "final order": {"in_proceedings": "order"},
    "not filed": {"stage": "not_filed"},
    "won": {"stage": "for_me"},
    "appeal": {"stage": "against_me"},
    "minor": {"age": 16, "reasons_family": ["age_reason"]},
}
OPEN = ("any other favorable exercise", "in any way that is favorable", "cualquier otro uso")
BOUND = {
    "en": "I do not ask for, and I do not agree to, dismissal of my case or cancellation of the "
    "Notice to Appear.",
    "es": "No pido ni acepto que mi caso se termine (desestimación) ni que se cancele el "
    "Aviso de Comparecencia.",
}
UNFILED = {
    "en": "I do not ask for, and I do not agree to, cancellation of the Notice to Appear.",
    "es": "No pido ni acepto que se cancele el Aviso de Comparecencia.",
}
BOTH = ("en", "es")


def text(document: Document, language: str = "en") -> str:
    return " ".join(say(message, language) for message in people.every_message(document))


def letter(language: str = "en", **answers: Any) -> str:
    return text(people.letter(**answers), language)


def printed(document: Document) -> str:
    rendered = pdf.render(document, "en", people.CATALOGS, pdf.Paper.LETTER)
    return " ".join(" ".join(people.pages(rendered)).split())


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("who", PEOPLE)
def test_1_no_request_is_open_ended(who: str, language: str) -> None:
    said = letter(language, **PEOPLE[who])
    assert not any(words in said for words in OPEN)


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize(
    ("answers", "closed"),
    [
        ({}, BOUND),
        ({"requests": []}, BOUND),
        ({"requests": ["close"]}, BOUND),
        ({"requests": ["dismiss"]}, BOUND),
        ({"requests": ["dismiss"], "dismiss_sure": "no"}, BOUND),
        ({"requests": ["dismiss"], "dismiss_sure": "yes"}, None),
        ({"stage": "for_me"}, BOUND),
        ({"stage": "not_filed"}, UNFILED),
        ({"stage": "not_filed", "requests": ["cancel_nta"]}, UNFILED),
        ({"stage": "not_filed", "requests": ["cancel_nta"], "dismiss_sure": "no"}, UNFILED),
        ({"stage": "not_filed", "requests": ["cancel_nta"], "dismiss_sure": "yes"}, None),
        ({"in_proceedings": "order"}, None),
    ],
)
def test_1_and_2_the_door_to_dismissal_is_closed(
    answers: dict[str, Any], closed: dict[str, str] | None, language: str
) -> None:
    said = letter(language, **answers)
    assert (BOUND[language] in said) == (closed is BOUND)
    assert (UNFILED[language] in said) == (closed is UNFILED)


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, "to release me while my case goes on"),
        ({"stage": "not_filed"}, "to release me while my case goes on"),
        ({"stage": "for_me"}, "not to appeal the judge’s decision in my favor"),
        ({"in_proceedings": "order"}, "to release me under an order of supervision"),
    ],
)
def test_1_where_nothing_is_ticked_the_request_of_the_stage_is_printed(
    answers: dict[str, Any], asked: str
) -> None:
    assert asked in letter(**answers)
    assert asked in letter(**answers, requests=[])


@pytest.mark.parametrize("who", PEOPLE)
def test_3_no_oath_unless_it_is_chosen(who: str) -> None:
    parts = people.packet(**PEOPLE[who]).parts
    for part in parts:
        sworn = isinstance(part.content, Document) and "penalty of perjury" in text(part.content)
        assert sworn == (part.kind is Kind.DECLARATION)
        assert not (sworn and part.wanted)
    assert "Respectfully," in letter(**PEOPLE[who])


@pytest.mark.parametrize(
    ("answers", "offered"),
    [
        ({}, True),
        ({"age": 18}, True),
        ({"age": 17}, False),
        ({"reasons_family": ["health"], "hard_to_follow": "yes"}, False),
        ({"reasons_family": ["health"], "hard_to_follow": "no"}, True),
    ],
)
def test_3_no_oath_for_minors_and_who_cannot_follow(answers: dict[str, Any], offered: bool) -> None:
    assert (Kind.DECLARATION in people.packet(**answers).kinds) == offered


@pytest.mark.parametrize(
    ("told", "said"),
    [({"country_told": "yes"}, True), ({"country_told": "no"}, False), ({}, False)],
)
def test_4_the_country_only_where_the_judge_knows_it(told: dict[str, Any], said: bool) -> None:
    assert ("Honduras" in letter(country="@honduras", **told)) == said


def test_4_no_birth_certificate_of_another_country_and_no_passport() -> None:
    for paper in people.guide().paper:
        assert "passport" not in paper.exhibit.lower()
        assert "my birth certificate" not in f"{paper.label} {paper.exhibit}".lower()
        assert "consulate" not in f"{paper.how} {paper.from_whom}".lower()


@pytest.mark.parametrize("factor", ["security", "gang", "returned", "false_claim"])
@pytest.mark.parametrize(("helped", "said"), [("yes", True), ("no", False), ("", False)])
def test_5_four_things_only_with_a_lawyers_help(factor: str, helped: str, said: bool) -> None:
    answers: dict[str, Any] = {"weighs": [factor], f"{factor}_way": "keep"}
    answers |= {"lawyer_helped": helped} if helped else {}
    answers[f"{factor}_words"] = "Zyxwv"
    packet = people.packet(**answers)
    own = [block.origin for block in packet.letter.blocks if isinstance(block, OwnWords)]
    assert (f"{factor}_words" in own) == said
    # Of a claim to be a citizen the letter says nothing in words of ours.
    facts = next(f for f in people.guide().factor if f.id == factor).facts
    assert all((fact.text in text(packet.letter)) == said for fact in facts)
    assert bool(facts) == (factor != "false_claim")
    page = text(packet.document(Kind.LAWYER))
    assert ("I kept this in my letter. Is it safe?" in page) == said
    assert ("I left this out of my letter." in page) != said


@pytest.mark.parametrize(
    ("kind", "copied", "said"),
    [
        ("dui", "", "driving under the influence (DUI)"),
        ("theft", "Petty theft, PC 484", "“Petty theft, PC 484”"),
        ("dui", "DUI, VC 23152(b)", "“DUI, VC 23152(b)”"),
        ("driving", "", "____"),
        ("theft", "", "____"),
        ("home", "", "____"),
        ("other", "", "____"),
    ],
)
def test_6_a_crime_in_the_courts_words_or_a_blank(kind: str, copied: str, said: str) -> None:
    record = {**entry(kind, result="pleaded", date=D("2016")), "record_words": copied}
    assert f"In 2016, I pleaded guilty to {said}." in letter(record=[record])


CONVICTED = entry("theft", result="convicted", date=D("2016"))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"record_level": "felony"}, "It was a felony."),
        ({"record_level": "misdemeanor"}, "It was a misdemeanor."),
        ({"record_sentence": "90 days in jail"}, "The sentence was “90 days in jail”."),
        ({"record_done": "yes"}, "I completed what the court ordered."),
        (
            {"record_done": "yes", "record_done_on": D("2018-03")},
            "In March 2018, I completed what the court had ordered.",
        ),
    ],
)
def test_6_level_sentence_and_completion_are_told(more: dict[str, Any], said: str) -> None:
    assert said in letter(record=[{**CONVICTED, **more}])
    # Nothing of it without a conviction, nor of what is not completed.
    dropped = {**CONVICTED, **more, "record_result": "dismissed"}
    assert said not in letter(record=[dropped])
    assert "completed" not in letter(record=[{**CONVICTED, **more, "record_done": "no"}])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"program_name": "New Start"}, "I have been in this program: New Start."),
        (
            {"program_name": "New Start", "program_date": D("2018")},
            "I finished this program: New Start, in 2018.",
        ),
        ({"program_date": D("2018")}, ""),
    ],
)
def test_6_the_program_has_its_name_and_date(more: dict[str, Any], said: str) -> None:
    told = letter(record=[CONVICTED], rehabilitation=["classes"], **more)
    assert said in told
    assert ("2018" in told) == (bool(said) and "program_date" in more)
    # Asked only of who names something like it.
    assert "New Start" not in letter(record=[CONVICTED], rehabilitation=["work"], **more)


def test_6_treatment_does_not_say_for_which_drug() -> None:
    told = letter(record=[CONVICTED], rehabilitation=["treatment_drugs"])
    assert "been in a treatment program" in told and "drug" not in told


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("who", PEOPLE)
def test_6_and_13_no_sentence_says_or_about_a_fact(who: str, language: str) -> None:
    asks = ("discretion in my case", "(discreción procesal) en mi caso")
    for sentence in people.every_sentence(people.letter(**PEOPLE[who])):
        said = say(sentence.message, language)
        if sentence.origin and not any(ask in said for ask in asks):
            alone = {"en": " or ", "es": " o "}[language]
            allowed = ("dismissal of my case or cancellation",)
            assert alone not in said or any(words in said for words in allowed), said


def test_7_who_may_be_a_citizen_asks_a_lawyer_first() -> None:
    page = people.packet(maybe_citizen="yes").document(Kind.LAWYER)
    assert "Am I a citizen?" in text(page)
    assert Kind.LAWYER not in people.packet(maybe_citizen="no").kinds


def test_8_a_winner_asks_only_for_what_a_winner_needs() -> None:
    everything = ["release", "close", "time", "bond", "dismiss", "another_country", "no_appeal"]
    said = letter(stage="for_me", requests=everything, dismiss_sure="yes")
    assert "not to appeal" in said and "not to remove me to another country" in said
    for never in ("bond", "closure", "continuance", "agree to dismiss", "parole"):
        assert never not in said
    assert "because the immigration judge decided in my favor" in letter(stage="for_me")


@pytest.mark.parametrize(
    ("answers", "opla", "ero"),
    [
        ({}, True, True),
        ({"requests": ["bond"]}, True, True),
        ({"requests": ["close"]}, True, False),
        ({"stage": "for_me", "requests": ["no_appeal"]}, True, False),
        ({"in_proceedings": "order"}, False, True),
    ],
)
def test_11_the_right_office(answers: dict[str, Any], opla: bool, ero: bool) -> None:
    (addressee,) = (b for b in people.letter(**answers).blocks if isinstance(b, Addressee))
    assert [ticked for ticked, _lines in addressee.boxes] == [opla, ero]
    assert "Attention: deportation officer ____" in letter(**answers)


@pytest.mark.parametrize("who", ["María", "everything"])
def test_11_and_12_what_goes_to_ice_has_the_whole_number_and_nothing_of_ours(who: str) -> None:
    for part in people.packet(**PEOPLE[who]).parts:
        if not isinstance(part.content, Document):
            continue
        page = printed(part.content)
        ours = "Florence Immigrant" in page or "Not prepared by ICE" in page
        if part.kind in TO_ICE:
            assert "A 012 345 678" in page and "•••" not in page and not ours, part.kind
        else:
            assert ours, part.kind
    copy = people.packet(**PEOPLE[who]).reading_copy
    assert "A ••• ••• 678" in printed(copy)


def test_15_no_half_sentences() -> None:
    cases: list[dict[str, Any]] = [
        {},
        {"reasons_family": ["citizen_family", "resident_family", "pregnant"]},
    ]
    for answers in cases:
        said = letter(**answers)
        assert "I can live with" not in said
        assert "child, husband or wife" not in said
        assert "pregnant or" not in said
