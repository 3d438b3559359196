"""The answer sheet: printed at any time, read back from its PDF, and entered again by its codes."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from pdkiosk import resources
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.guide.lookup import top_questions
from pdkiosk.guide.model import Guide
from pdkiosk.interview.answers import Answers, Card, Value
from pdkiosk.interview.codes import question_codes
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import load_languages, settled
from pdkiosk.language.message import PartialDate
from pdkiosk.papers_desk import Desk
from pdkiosk.session.papers import Part
from pdkiosk.ui.widgets import TextPair
from tests.journeys.hostile import CORPUS
from tests.journeys.kiosk import TODAY, Kiosk, the_guide
from tests.journeys.paper import paper_files, read_papers, squeezed
from tests.saving.conftest import begins

CATALOGS = Catalogs(resources.folder("translations"))


def sheet(answers: dict[str, Value], language: str = "es", **settings: object) -> Part:
    interview = Interview(the_guide(), TODAY, Answers(answers))
    facility = Facility(**settings)  # type: ignore[arg-type]
    desk = Desk(the_guide(), interview, facility, CATALOGS, settled(load_languages()))
    return desk.answer_sheet(language)


def text(part: Part) -> str:
    pages = PdfReader(io.BytesIO(part.data), strict=True).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


PERSON: Card = {"relation": "daughter", "person_name": "Ana", "person_age": 9}
FULL: dict[str, Value] = {
    "in_proceedings": "yes",
    "way": "full",
    "strong_case": "weak",
    "applications": ["cancellation"],
    "fear": "no",
    "full_name": "María López Ruiz",
    "age": 34,
    "a_number": "012345678",
    "detained_since": PartialDate(2026, 8, 5, about=True),
    "stage": "court",
    "next_hearing": None,
    "people": [PERSON],
    "story": "Mi hija pregunta cada noche.\n\nQuiero verla.",
}


def test_every_answer_stands_there_with_its_code_in_two_languages() -> None:
    part = sheet(FULL)
    words = text(part)
    codes = question_codes(the_guide())
    for said in ("1A 1", "3A Nombre María López Ruiz", "3B Edad 34", f"{codes['people']} 1"):
        assert squeezed(said) in squeezed(words), said
    assert codes["full_name"] == "3A"
    for said in (
        "5 de agosto de 2026 (la fecha no es exacta)",
        "August 5, 2026 (the date is not exact)",
        "No sé",
        "I do not know",
        "Hija Ana",
        "Daughter Ana",
        "Mi hija pregunta cada noche.",
        "Quiero verla.",
        "A 012 345 678",
        "Guarde estas hojas con usted",
    ):
        assert squeezed(said) in squeezed(words), said


def test_in_english_nothing_stands_there_twice() -> None:
    words = text(sheet(FULL, "en"))
    assert words.count("Daughter Ana") == 1


def test_before_the_first_answer() -> None:
    part = sheet({}, "en")
    assert part.pages == 1
    assert "You have not answered anything yet." in text(part)


@pytest.mark.parametrize(("answer", "said"), [("no", "Nada de esto"), (None, "No sé")])
def test_where_the_interview_stops_before_a_letter(answer: Value, said: str) -> None:
    words = text(sheet({"in_proceedings": answer}))
    assert squeezed(f"corte de inmigración {said}") in squeezed(words)


def test_it_is_not_printed_by_default() -> None:
    interview = Interview(the_guide(), TODAY, Answers(dict(FULL)))
    desk = Desk(the_guide(), interview, Facility(), CATALOGS, settled(load_languages()))
    (found,) = [part for part in desk.parts("es") if part.id == "answer-sheet"]
    assert not found.wanted


@pytest.mark.parametrize("name", CORPUS)
def test_hostile_words_are_printed_as_typed(name: str) -> None:
    given, printed = CORPUS[name]
    words = text(sheet({**FULL, "full_name": given, "story": given * 3}))
    assert squeezed(printed) in squeezed(words)


def test_a_long_story_is_printed_in_full() -> None:
    story = " ".join(f"palabra{number}" for number in range(3000))
    words = squeezed(text(sheet({**FULL, "story": story})))
    assert all(f"palabra{number}" in words for number in range(0, 3000, 97))
    assert "palabra2999" in words


def test_empty_lines_fill_no_pages() -> None:
    story = "Uno." + "\n" * 1500 + "Dos."
    assert sheet({**FULL, "story": story}) == sheet({**FULL, "story": "Uno.\n\nDos."})


# ---- codes ---------------------------------------------------------------------------


@pytest.fixture
def guide() -> Guide:
    return load_guide(resources.path("guide"))


def test_every_question_has_a_code_of_its_own(guide: Guide) -> None:
    codes = question_codes(guide)
    assert set(codes) == {question.id for question in top_questions(guide)}
    assert len(set(codes.values())) == len(codes)
    assert all(len(code) <= 3 for code in codes.values())


def test_a_screen_shows_the_code_of_its_question(kiosk_for: Callable[..., Kiosk]) -> None:
    kiosk = kiosk_for(saving=False)
    person = kiosk.person()
    begins(person)
    mark = person.find("code")
    assert isinstance(mark, TextPair)
    assert mark.pair.first == question_codes(the_guide())["full_name"]


# ---- at the kiosk --------------------------------------------------------------------


def test_printed_in_the_middle_of_the_interview(kiosk_for: Callable[..., Kiosk]) -> None:
    kiosk = kiosk_for(saving=False)
    person = kiosk.person()
    begins(person)
    person.tap("erase")
    person.tap("answers")
    assert person.reads("Estas hojas cuentan toda su historia")
    person.tap("next")
    person.wait(lambda: person.reads("Sus páginas están guardadas"))
    papers = read_papers(kiosk.folder)
    assert set(papers) == {"answer-sheet"}
    assert "María López Ruiz" in papers["answer-sheet"]
    person.tap("next")
    assert person.place == "erase"
    # Later there are more answers: the page prints again, and says nothing of the first time.
    person.tap("answers")
    assert person.reads("Guardar 1 página")
    person.back()
    person.next()  # to stay
    # What was printed aside does not count as the packet, and is not offered beside it.
    person.go_on_to("print")
    assert not person.sees("print.answer-sheet")
    person.tap("next")
    person.wait(lambda: "letter" in paper_files(kiosk.folder))


def test_instead_of_saving(kiosk_for: Callable[..., Kiosk]) -> None:
    person = kiosk_for().person()
    begins(person)
    person.tap("keep")
    person.tap("save.paper")
    assert person.place == "answers"
