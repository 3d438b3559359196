"""Pages that others fill in or answer: whose records, who signs, what a supporter promises."""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import (
    Aside,
    Document,
    Heading,
    Kind,
    ListRow,
    PageBreak,
    Signature,
    SignatureLine,
    WriteIn,
)
from tests.documents import people
from tests.documents.people import MARIA, say

ASKED = {"medical_records": "ask"}
DAUGHTER = people.person("daughter", status="citizen", age=9, name="Ana")


def request(**answers: Any) -> Document:
    given = {"papers": ASKED, "people": [DAUGHTER], **answers}
    return people.packet(**given).document(Kind.RECORDS_REQUEST)


def signers(document: Document, language: str) -> list[str]:
    return [
        say(block.signature_label, language)
        for block in document.blocks
        if isinstance(block, SignatureLine)
    ]


def patients(document: Document) -> list[str]:
    lines = [
        block
        for block in document.blocks
        if isinstance(block, WriteIn) and say(block.label, "en") == "Patient:"
    ]
    return [say(line.value.message, "en") if line.value else "" for line in lines]


PATIENT = ("Signature of the patient", "Firma del paciente")
GUARDIAN = (
    "Signature of the child’s other parent or guardian",
    "Firma del otro padre o madre del menor, o de su tutor",
)
EITHER = (
    "Signature of the patient, or of a child’s other parent or guardian",
    "Firma del paciente, o del otro padre o madre de un menor, o de su tutor",
)


@pytest.mark.parametrize(
    ("who", "family", "named", "signs"),
    [
        ("daughter", [DAUGHTER], "Ana", GUARDIAN),
        ("daughter", [{**DAUGHTER, "person_age": 17}], "Ana", GUARDIAN),
        ("daughter", [{**DAUGHTER, "person_age": 18}], "Ana", PATIENT),
        ("daughter", [{**DAUGHTER, "person_age": None}], "Ana", EITHER),
        # Two daughters: nobody knows which.
        ("daughter", [DAUGHTER, {**DAUGHTER, "person_name": "Eva"}], "", EITHER),
        ("daughter", [], "", EITHER),
        ("mother", [DAUGHTER], "", PATIENT),
        ("wife", [people.person("wife", status="resident", name="Inés")], "Inés", PATIENT),
        ("brother", [], "", EITHER),
        ("other", [DAUGHTER], "", EITHER),
        (None, [DAUGHTER], "", EITHER),
    ],
)
def test_records_of_somebody_else_name_the_patient_and_who_signs(
    who: str | None, family: list[dict[str, Any]], named: str, signs: tuple[str, str]
) -> None:
    found = request(reasons_family=["caretaker"], care_who=who, people=family)
    assert patients(found) == [named]
    for language, label in zip(("en", "es"), signs, strict=True):
        assert signers(found, language) == [label]
    # The writer neither signs it nor calls the records theirs.
    assert not any(isinstance(block, Signature) for block in found.blocks)
    text = " ".join(say(m, "en") for m in people.every_message(found))
    assert "my medical records" not in text
    assert "A-number" not in text


@pytest.mark.parametrize(
    ("reasons", "titles"),
    [
        (["health"], ["Request for my medical records"]),
        (["pregnant"], ["Request for my medical records"]),
        (["caretaker"], ["Request for medical records"]),
        (
            ["health", "caretaker"],
            ["Request for my medical records", "Request for medical records"],
        ),
    ],
)
@pytest.mark.parametrize("whose", ["mine", "theirs", None])
def test_each_of_whom_the_letter_calls_ill_has_a_page(
    reasons: list[str], titles: list[str], whose: str | None
) -> None:
    found = request(
        reasons_family=reasons,
        care_who="daughter",
        medical=["cancer"],
        medical_whose=whose,
        pregnant_or_nursing="pregnant",
    )
    headings = [say(b.message, "en") for b in found.blocks if isinstance(b, Heading)]
    assert headings == titles
    assert sum(isinstance(b, PageBreak) for b in found.blocks) == len(titles) - 1


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("who", ["daughter", "mother", "brother"])
def test_a_page_for_each_patient(language: str, who: str) -> None:
    answers = {"reasons_family": ["health", "caretaker"], "care_who": who, "papers": ASKED}
    for part in people.packet(None, language, **{**MARIA, **answers}).parts:
        if part.kind is Kind.RECORDS_REQUEST:
            assert people.rendered(part, language).pages == 2


@pytest.mark.parametrize("who", ["daughter", "mother", "brother"])
def test_the_writer_is_told_in_their_language_who_must_sign(who: str) -> None:
    found = request(reasons_family=["caretaker"], care_who=who)
    (aside,) = (b for b in found.blocks if isinstance(b, Aside))
    for language, must in (("en", "must sign"), ("es", "Debe firmar")):
        assert must in " ".join(say(s.message, language) for s in aside.sentences)


@pytest.mark.parametrize(("reason", "printed"), [("caretaker", True), ("health", False)])
def test_a_doctor_of_somebody_else_needs_the_form_to_write(reason: str, printed: bool) -> None:
    packet = people.packet(
        reasons_family=[reason], care_who="mother", papers={"doctor_letter": "ask"}
    )
    assert (Kind.RECORDS_REQUEST in packet.kinds) == printed
    if printed:
        text = " ".join(people.said_everywhere(packet.document(Kind.RECORDS_REQUEST)))
        assert "The doctor may also write a letter" in text


def support(language: str, **answers: Any) -> str:
    given = {"papers": {"support_letters": "ask"}, "support_language": language, **answers}
    document = people.packet(**given).document(Kind.SUPPORT_REQUEST)
    rows = [b.sentence for b in document.blocks if isinstance(b, ListRow)]
    return "\n".join(say(row.message, language) for row in rows)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", ("your age", "your work", "amounts", "a home, support", "to court and to ICE")),
        ("es", ("su edad", "su trabajo", "cantidades", "casa, apoyo", "a la corte y a ICE")),
    ],
)
@pytest.mark.parametrize("readers", [[], ["family"], ["clergy"]])
def test_a_letter_of_support_tells_age_work_amounts_and_promises(
    language: str, asked: tuple[str, ...], readers: list[str]
) -> None:
    text = support(language, support_readers=readers)
    for words in asked:
        assert words in text


@pytest.mark.parametrize(
    ("reasons", "mine", "theirs"),
    [
        (["health"], True, False),
        (["caretaker"], False, True),
        (["health", "caretaker"], True, True),
    ],
)
def test_a_doctor_is_permitted_by_the_patient(reasons: list[str], mine: bool, theirs: bool) -> None:
    papers = {"support_letters": "ask", "medical_records": "ask"}
    text = support("en", support_readers=["doctor"], reasons_family=reasons, papers=papers)
    assert ("my permission to write about my health" in text) == mine
    assert ("The doctor of the person I care for" in text) == theirs
    assert "permission" not in support("en", support_readers=["family"], reasons_family=reasons)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_request_for_support_is_one_page_with_two_patients(language: str) -> None:
    answers: dict[str, Any] = {
        "reasons_family": ["health", "caretaker"],
        "has_lawyer": "no",
        "papers": {"support_letters": "ask"},
        "support_language": language,
    }
    for part in people.packet(**answers).parts:
        if part.kind is Kind.SUPPORT_REQUEST:
            assert people.rendered(part, language).pages == 1
