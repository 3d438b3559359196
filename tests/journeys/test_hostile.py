"""Whatever is typed into whatever field: no screen breaks, and the paper says it as typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from pdkiosk.guide.lookup import top_questions
from pdkiosk.guide.model import ANumber, Cards, Guide, LongText, Question, TextQuestion
from pdkiosk.interview.answers import Card, Value
from tests.journeys.hostile import CORPUS, LINES
from tests.journeys.kiosk import Kiosk, the_guide
from tests.journeys.paper import Paper, read_papers
from tests.journeys.person import Person

PAINTS = True  # letters of all sorts
_TYPED = (TextQuestion, LongText, ANumber)


def _text_questions(guide: Guide) -> Iterator[Question]:
    """Every question that can be answered by typing, those about members of a group too."""
    for question in top_questions(guide):
        if isinstance(question, Cards):
            yield from (field for field in question.fields if isinstance(field, _TYPED))
        elif isinstance(question, _TYPED):
            yield question


TEXT_IDS = [question.id for question in _text_questions(the_guide())]


def _everywhere(text: str) -> dict[str, str]:
    """The same text for every question."""
    return dict.fromkeys(TEXT_IDS, text)


def _everything_asked(guide: Guide, texts: Mapping[str, str]) -> dict[str, Value]:
    """A person who is asked for every text there is, and writes these, marked."""
    values: dict[str, Value] = {
        "in_proceedings": "yes",
        "way": "full",
        "stage": "court",
        "country_told": "yes",
        "lawyer_helped": "yes",  # else four things that weigh are questions for a lawyer
    }
    for name, group in (
        ("reasons_life", "life"),
        ("reasons_family", "family"),
        ("medical", "medical"),
        ("weighs", "high"),
    ):
        factors = [factor.id for factor in guide.factor if factor.group == group]
        values[name] = [*factors]
        if group == "high":
            values |= {f"{factor}_way": "keep" for factor in factors}
    for question in _text_questions(guide):
        values[question.id] = _marked(question.id, texts[question.id])
    person: Card = {
        "relation": "daughter",
        "person_status": "citizen",
        "person_name": values.pop("person_name"),
        "person_lived": "yes",
    }
    entry: Card = {
        "record_kind": "theft",
        "record_way": "keep",
        "record_result": "convicted",
        "record_place": values.pop("record_place"),
        "record_words": values.pop("record_words"),
        "record_sentence": values.pop("record_sentence"),
    }
    values |= {"people": [person], "record": [entry], "care_who": "daughter"}
    values |= {"military_who": "self", "rehabilitation": ["no_more", "classes"]}
    return values


def _marked(question_id: str, text: str) -> str:
    return f"{question_id}:{text};"


def _missing(paper: Paper, texts: Mapping[str, str]) -> list[str]:
    """The questions whose answer cannot be read in a paper."""
    return [name for name in TEXT_IDS if _marked(name, texts[name]) not in paper]


def _at_the_letter(kiosk: Kiosk, language: str, texts: Mapping[str, str]) -> Person:
    """Such a person, already at the page of the letter."""
    person = kiosk.person()
    person.start(language)
    kiosk.give(_everything_asked(kiosk.shell.context.guide, texts))
    _turn_to(person, "letter")
    return person


def _turn_to(person: Person, step: str) -> None:
    """Not by touch: half an hour of Next is walked elsewhere."""
    person.shell.navigator.go_to(step)
    person.settle()
    assert person.place == step


def _mixture(number: int) -> dict[str, tuple[str, str]]:
    """For each question another text of the corpus: what is typed, and what paper shows."""
    corpus = list(CORPUS.values())
    places = enumerate(TEXT_IDS, number * len(TEXT_IDS))
    return {name: corpus[place % len(corpus)] for place, name in places}


@pytest.mark.parametrize("number", range(3))
def test_it_is_printed_as_typed(kiosk: Kiosk, number: int) -> None:
    mixture = _mixture(number)
    _print_what_is_typed(
        kiosk,
        {name: typed for name, (typed, _) in mixture.items()},
        {name: on_paper for name, (_, on_paper) in mixture.items()},
    )


@pytest.mark.whole
@pytest.mark.parametrize("name", CORPUS)
def test_each_is_printed_as_typed_in_every_field(kiosk: Kiosk, name: str) -> None:
    typed, on_paper = CORPUS[name]
    _print_what_is_typed(kiosk, _everywhere(typed), _everywhere(on_paper))


def _print_what_is_typed(
    kiosk: Kiosk, typed: Mapping[str, str], on_paper: Mapping[str, str]
) -> None:
    person = _at_the_letter(kiosk, "es", typed)
    person.prints()
    papers = read_papers(kiosk.folder)
    assert _missing(papers["letter"], on_paper) == []
    assert _missing(papers["reading-copy"], on_paper) == []
    assert len(papers["summary"].pages) == 1


def test_line_breaks_stay_in_free_text(kiosk: Kiosk) -> None:
    typed, on_paper = LINES
    person = _at_the_letter(kiosk, "es", _everywhere(typed))
    person.prints()
    papers = read_papers(kiosk.folder)
    assert _missing(papers["letter"], _everywhere(on_paper)) == []
    assert len(papers["summary"].pages) == 1


def test_twenty_thousand_letters_are_all_printed(kiosk: Kiosk) -> None:
    person = _at_the_letter(kiosk, "en", _everywhere(""))
    count = 20_000
    kiosk.give({"story": "".join(chr(ord("a") + i % 26) for i in range(count))})
    kiosk.give({"hardship_words": "<b>" * (count // 3)})
    person.go_on_to("letter")
    person.prints()
    letter = read_papers(kiosk.folder)["letter"]
    assert str(kiosk.answers["story"]) in letter
    assert str(kiosk.answers["hardship_words"]) in letter


def test_it_can_be_typed(kiosk: Kiosk) -> None:
    """Into a line, into free text, into the A-number and into the name of a relative."""
    person = kiosk.person()
    person.start("en")
    kiosk.give({"in_proceedings": "yes", "way": "full"})
    typed = [text for name, (text, _) in CORPUS.items() if name != "lone surrogates"]
    for question in ("full_name", "a_number", "story"):
        _turn_to(person, "name")
        person.go_on_to_question(question)
        for text in typed:
            person.enters(f"{question}.text", text)
            _kept(person, question)
            person.empties(f"{question}.text")
    _turn_to(person, "people")
    for text in typed:
        with person.adding("people", "daughter"):
            person.enters("person_name.text", text)
    _turn_to(person, "letter")
    person.prints()
    assert len(person.answers["people"]) == len(typed)  # type: ignore[arg-type]


def _kept(person: Person, question: str) -> None:
    """What the field shows is what the session holds, and it is shown again after Back."""
    editor = person.find(f"{question}.text")
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    shown = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
    assert shown and person.answers[question] == shown
    if question == "a_number":
        person.tap("next")  # it says that this is no A-number, once
        assert person.asks(question)
    person.next()
    person.back()
    again = person.find(f"{question}.text")
    assert isinstance(again, QLineEdit | QPlainTextEdit)
    assert (again.text() if isinstance(again, QLineEdit) else again.toPlainText()) == shown


@pytest.mark.parametrize(
    "names", [("lone surrogates", "nul", "named placeholder"), ("right-to-left",)], ids=" ".join
)
def test_every_screen_shows_it(kiosk: Kiosk, names: tuple[str, ...]) -> None:
    person = kiosk.person(walks=True)
    person.start("es")
    text = " ".join(CORPUS[name][0] for name in names)
    kiosk.give(_everything_asked(kiosk.shell.context.guide, _everywhere(text)))
    person.go_on_to("people")
    with person.opening("people.0"):
        assert person.sees("person_name.text")
    person.go_on_to("end")
    assert "letter" in person.places
