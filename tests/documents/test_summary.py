from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec.structs import replace

from pdkiosk import pdf
from pdkiosk.documents.initials import initials
from pdkiosk.documents.model import Summary
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import Choice, Choices, TextQuestion, said
from tests.documents import people
from tests.documents.people import MARIA, D, entry, person, said_everywhere, say

BOTH = ("es", "en")
# Kinds of relatives, in words that could stand on the page.
RELATIVES = (
    *("daughter", "son", "wife", "husband", "mother", "father", "sister", "brother", "spouse"),
    *("my child", "children", "parent", "parents", "relative", "marriage", "birth certificates"),
    *("hija", "hijo", "hijos", "esposa", "esposo", "madre", "padre", "hermana", "hermano"),
    *("cónyuge", "matrimonio", "familiar", "familiares", "abuela", "abuelo", "pareja"),
)
CRIMES = (
    *("crime", "felony", "violent", "conviction", "convicted", "arrest", "arrests", "dui"),
    *("drugs", "drug", "theft", "fraud", "assault", "gang", "victim", "police", "record"),
    *("probation", "rehabilitation", "violence", "trafficking", "deported before"),
    *("delito", "delitos", "crimen", "condena", "arresto", "drogas", "robo", "agresión"),
    *("pandilla", "víctima", "policía", "antecedentes", "violencia", "trata", "libertad"),
)


def summary(**answers: Any) -> Summary:
    return people.packet(**answers).summary


def texts(content: Summary) -> list[str]:
    return [say(m, language) for m in people.summary_messages(content) for language in BOTH]


def on_paper(content: Summary) -> str:
    rendered = pdf.render_summary(content, BOTH, people.CATALOGS, pdf.Paper.LETTER)
    (page,) = people.pages(rendered)
    return page


def illnesses() -> set[str]:
    """Every word for an illness that can be chosen, in both languages."""
    found = set()
    for question_id in ("illness", "care_illness", "hiv_or_cancer", "victim_kinds"):
        question = people.questions()[question_id]
        assert isinstance(question, TextQuestion | Choice | Choices)
        options = question.suggestions if isinstance(question, TextQuestion) else question.options
        found |= {text for o in options for text in (o.label, o.letter) if text}
    for factor in people.guide().factor:
        if factor.group in ("medical", "high"):
            found |= {factor.title, factor.summary}
    return {say(said(text), language).lower() for text in found for language in BOTH}


def private_answers() -> dict[str, Any]:
    answers = people.everything(8, 1)
    answers.pop("summary_show", None)
    answers["record"] = [
        entry(o, result="convicted", place="Zyx") for o in ("dui", "drugs", "theft", "fight")
    ]
    for factor in people.guide().factor:
        if factor.group == "high":
            answers[f"{factor.id}_way"] = "lawyer"
    return answers | {"fear": "yes", "illness": "Zyx", "care_illness": "Zyx"}


@pytest.mark.parametrize("choice", [{}, {"summary_show": "hide"}, {"summary_show": None}])
def test_private_things_are_hidden_unless_the_person_wants_them(choice: dict[str, Any]) -> None:
    content = summary(**people.with_papers(private_answers() | choice))
    for text in texts(content):
        words = re.sub(r"[^\w ]", " ", f" {text.lower()} ")
        for word in (*RELATIVES, *CRIMES):
            assert f" {word} " not in words, text
        for illness in illnesses():
            assert illness not in text.lower(), text
        assert "Zyx" not in text
        assert "Nombre" not in text.replace("Nombre:", "")
        assert "María" not in text
        assert "asyl" not in text.lower()
        assert "012" not in text.replace("2012", "")


def test_the_person_may_show_them() -> None:
    show = {"summary_show": "show", "medical_whose": "mine"}
    content = summary(**people.with_papers(private_answers() | show))
    shown = " ".join(texts(content))
    for text in (
        "María López Ruiz",
        "Medical records",
        "Marriage certificate",
        "HIV/AIDS",
    ):
        assert text in shown
    assert "Ask a lawyer: ICE says: gang or danger" in shown
    # The number is masked all the same.
    assert "A ••• ••• 678" in shown
    assert "012 345" not in shown


@pytest.mark.parametrize("paper", pdf.Paper)
@pytest.mark.parametrize("show", ["hide", "show"])
def test_an_ordinary_full_case_is_all_there_in_large_letters(paper: pdf.Paper, show: str) -> None:
    content = summary(**MARIA, summary_show=show)
    rendered = pdf.render_summary(content, BOTH, people.CATALOGS, paper)
    (page,) = people.pages(rendered)
    assert "did not fit" not in page
    assert "Guía de 2011-2012, última revisión: 24 nov 2026" in page
    # The edition stands in English in the small print only.
    sections = tuple(
        replace(section, rows=tuple(row for row in section.rows if not row.silent))
        for section in content.sections
    )
    for text in texts(replace(content, edition=content.title, sections=sections)):
        for piece in text.replace(":", "").split("____"):
            assert people.squeezed(piece) in people.squeezed(page.replace(":", ""))
    assert min(people.sizes(rendered, "Sign it")) >= 9.5
    assert min(people.sizes(rendered, "Firmarla")) >= 9.5


def test_what_does_not_fit_is_said_once_in_each_section() -> None:
    page = on_paper(summary(**people.everything(6, 1), summary_show="show"))
    for language, words in (("en", "did not fit here"), ("es", "no cupieron aquí")):
        assert 1 <= page.count(words) <= 2, language


def test_nothing_but_reasons_and_papers_may_be_left_out() -> None:
    # They stand in the letter, and the page says so.
    content = summary(**people.everything(6, 1) | {"summary_show": "show", "fear": "yes"})
    titles = {
        say(section.title, "en")
        for section in content.sections
        for row in section.rows
        if row.keep and not row.silent
    }
    assert titles == {"My reasons", "My papers"}
    silent = [say(row.message, "en") for s in content.sections for row in s.rows if row.silent]
    assert len(silent) == 1 and "I do not agree" in silent[0]


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize(
    ("answers", "room"),
    [
        ({}, True),
        ({"stage": "court"}, True),
        ({"stage": "for_me"}, False),
        ({"in_proceedings": "order"}, False),
        (people.everything(6, 1), False),
    ],
)
def test_what_to_say_to_a_dismissal_is_there_where_there_is_room(
    answers: dict[str, Any], room: bool, language: str
) -> None:
    words = {"en": "I do not agree.", "es": "No estoy de acuerdo."}[language]
    assert (words in on_paper(summary(**answers))) == room
    helpers = people.packet(Facility(legal_help=HELPERS[:3]), **MARIA).summary
    (call,) = [s for s in helpers.sections if say(s.title, "en").startswith("Who to call")]
    assert [bool(row.keep) for row in call.rows] == [False, False, True, False, False]


def test_dates_are_short() -> None:
    page = on_paper(summary(**MARIA | {"next_hearing": D("2026-12-05")}))
    assert "24 nov 2026 · Nov 24, 2026" in page
    assert "The next one: Dec 5, 2026" in page
    assert "La próxima: 5 dic 2026" in page
    assert "November" not in page


def test_a_date_that_is_not_sure_reads_as_in_the_letter() -> None:
    answers = MARIA | {"next_hearing": D("2026-12-05~")}
    content = summary(**answers)
    assert "about Dec 2026" in on_paper(content)
    assert "alrededor de dic 2026" in on_paper(content)
    letter = " ".join(said_everywhere(people.letter(**answers)))
    assert "about December 2026" in letter
    assert "5, 2026" not in on_paper(content) + letter


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("María López Ruiz", "M. L. R."),
        ("A\u0301lvaro N\u0303andu\u0301", "Á. Ñ."),
        ("'Ixkik' B'alam Tz'oc", "I. B. T."),
        ("\u2019Ixmukane \ua78cajaw K\u02bciche\u02bc", "I. \ua78c. K."),
        ("María (Mari) López", "M. M. L."),
        ("[José] «Pepe» - Ruiz", "J. P. R."),
        ("José-Luis de la Cruz", "J. d. l. C."),
        ("123 456", "…"),
    ],
)
def test_initials_are_letters(name: str, shown: str) -> None:
    assert initials(name) == shown


def test_what_is_not_known_is_to_be_found_out() -> None:
    def to_find(**answers: Any) -> str:
        sections = summary(**answers).sections
        rows = [s for s in sections if say(s.title, "en") == "I have to find out"]
        return " ".join(say(row.message, "en") for section in rows for row in section.rows)

    skipped = to_find()
    for words in ("My A-number", "The stage of my case", "My next hearing", "1-800-898-7180"):
        assert words in skipped
    known = to_find(a_number="012345678", stage="court", next_hearing=D("2026-12-05"))
    assert "My A-number" not in known
    assert "hearing" not in known
    order = to_find(in_proceedings="order")
    assert "hearing" not in order
    assert "stage" not in order


def test_numbers_to_call_come_from_the_facility() -> None:
    facility = Facility(
        legal_help=["Ayuda Legal 555-0100"],
        library="Tuesdays, room 4",
        court_line="555-0101",
        ice_line="555-0102",
        numbers_checked="2027-01-02",
    )
    page = on_paper(people.packet(facility, **MARIA).summary)
    for text in ("Ayuda Legal 555-0100", "room 4", "555-0101", "555-0102", "Jan 2, 2027"):
        assert text in page
    assert "Legal help:" not in page
    # What nobody translates stands there once, behind what it is in both languages.
    assert page.count("Ayuda Legal 555-0100") == 1
    assert page.count("Biblioteca legal · Law library: Tuesdays, room 4") == 1
    assert page.count("Tuesdays, room 4") == 1


HELPERS = [
    f"Helper number {n}, free legal help for people in detention in Arizona: (520) 555-01{n:02}, "
    "Monday to Friday, 8 a.m. to 5 p.m."
    for n in range(12)
]


@pytest.mark.parametrize("show", ["hide", "show"])
@pytest.mark.parametrize("answers", [MARIA, people.everything(6, 1)], ids=["ordinary", "full"])
def test_helpers_of_the_facility_take_no_room_from_papers(
    answers: dict[str, Any], show: str
) -> None:
    def page(helpers: int) -> tuple[str, Summary]:
        facility = Facility(legal_help=HELPERS[:helpers])
        answered = people.with_papers(answers) | {"summary_show": show}
        content = people.packet(facility, **answered).summary
        return on_paper(content), content

    def papers(text: str) -> int:
        return len(re.findall(r"\(Exhibit [A-Z]+\)", text))

    few, _ = page(2)
    many, content = page(12)
    # The line that says how many helpers are not here may cost one.
    assert papers(many) >= papers(few) - 1
    for number in range(2):
        assert f"(520) 555-01{number:02}" in many
    shown = sum(f"(520) 555-01{number:02}" in many for number in range(12))
    if shown < 12:
        assert f"{12 - shown} more: see the Help page" in many
        assert f"{12 - shown} más: vea la página de Ayuda" in many
    # Each paper is there, or counted among those that are not.
    (rows,) = [s.rows for s in content.sections if say(s.title, "en") == "My papers"]
    left_out = re.search(r"([0-9]+) lines? did not fit here", many.partition("My papers")[2])
    missing = [r for r in rows if say(r.message, "en") not in many]
    assert len(missing) == (int(left_out[1]) if left_out else 0)


def test_unknown_helpers_are_lines_in_both_languages() -> None:
    page = on_paper(summary(**MARIA))
    assert "Ayuda legal · Legal help:" in page
    assert "Biblioteca legal · Law library:" in page


def test_the_age_of_the_guide_and_who_made_it_are_there() -> None:
    page = on_paper(summary(**MARIA))
    for text in (
        "Guía de 2011-2012, última revisión: 24 nov 2026",
        "Checked Nov 24, 2026.",
        "Florence Immigrant & Refugee Rights Project",
        "Neither ICE nor this facility prepared it.",
        "Not yet checked by a lawyer, nor the Spanish by a translator.",
    ):
        assert text in page


def test_warnings_fit_the_answers() -> None:
    def warned(**answers: Any) -> str:
        return " ".join(say(m, "en") for m in summary(**answers).warnings)

    assert "not a stay" in warned(in_proceedings="order")
    assert "within 30 days" in warned(stage="against_me")
    assert "Dismissal can lead" in warned(requests=["dismiss"], dismiss_sure="no")
    assert "nobody read to you" in warned()
    assert "nobody read to you" not in warned(best_language="@english")
    assert "your record" not in warned(record=[entry("dui")])
    assert "your record" in warned(record=[entry("dui")], summary_show="show")
    for answers in ({}, MARIA, people.everything(2, 1)):
        assert "Asking does not stop" in warned(**answers)
        assert "Never lie" in warned(**answers)


def test_a_reason_that_other_answers_contradict_is_not_there() -> None:
    content = summary(
        reasons_life=["no_danger", "not_deported"],
        weighs=["returned"],
        record=[entry("fight")],
        people=[person("son")],
    )
    shown = " ".join(texts(content))
    assert "no danger" not in shown
    assert "Never deported" not in shown


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"arrival": D("2012-03")}, ""),
        ({"reasons_life": ["long_residence"], "arrival": D("2012-03")}, "14 years in the United"),
        ({"reasons_life": ["long_residence"], "arrival": D("2012~")}, "A long time in the United"),
        ({"reasons_life": ["long_residence"]}, "A long time in the United"),
        ({"reasons_life": ["long_residence"], "arrival": D("2025-10")}, ""),
        ({"reasons_life": ["long_residence"], "arrival": D("2012"), "weighs": ["returned"]}, ""),
    ],
)
def test_years_here_are_a_reason_only_where_the_letter_says_so(
    answers: dict[str, Any], says: str
) -> None:
    shown = " ".join(texts(summary(**answers)))
    assert says in shown
    assert bool(says) == ("in the United States" in shown)


def test_who_answered_nothing_gets_a_useful_page() -> None:
    page = on_paper(summary())
    for text in ("Nombre:", "None yet. ICE looks for one", "Sign it", "1-800-898-7180"):
        assert text in page
    assert "Letters of support from family" in page
