"""A person who cannot read gets through the short way by touching what is read and highlighted."""

from __future__ import annotations

from pdkiosk.language.message import Message
from tests.journeys.paper import read_papers
from tests.speech.conftest import Heard

_WANTED = {
    "proceedings": ["Sí"],
    "way": ["Media hora"],
    "stage": ["Tengo audiencias; el juez no ha decidido"],
    "hearings_attended": ["Sí, a todas"],
    "lawyer": ["No"],
    "reasons_life": ["Vivo aquí hace muchos años", "He trabajado aquí"],
    "arrival": ["2016"],
    "ask:work_kind": ["Construcción"],
    "reasons_family": ["Hijos, esposo o esposa con ciudadanía de EE. UU."],
    "people": ["Hija"],
    "card:people:0": ["Ciudadanía de EE. UU.", "8"],
    "support": ["Hermana"],
    "hardship": ["Mis hijos quedarían sin mí"],
    "papers": ["Cartas de apoyo"],
}
"""What somebody wants to answer, in the words that they hear, by page."""


def _touches_when_heard(heard: Heard, words: str) -> None:
    """Listens until these words are said, and touches what is lit then."""
    heard.person.tap("reading.again")
    while heard.voice.said[-1].text != words:
        assert heard.next_sentence(), f"{words} is not heard at {heard.person.place}"
    lit = heard.reader._current
    assert lit is not None and lit.widget is not None
    heard.person.tap(lit.widget)


def _listens(heard: Heard) -> list[str]:
    """The whole page, from its beginning."""
    heard.qtbot.waitUntil(lambda: heard.voice.speaking)
    return heard.rest_of_page()


def test_the_short_way_by_ear_alone(heard: Heard) -> None:
    person = heard.person
    person.start("es")
    person.tap("tool.listen")
    heard.begins("¿Tiene audífonos puestos?")
    person.tap("headphones.yes")
    answered = set()
    while person.place != "print":
        place = person.place
        words = _listens(heard)
        if place not in answered:
            answered.add(place)
            for wanted in _WANTED.get(place, []):
                _touches_when_heard(heard, wanted)
                if person.place != place:
                    break  # a card has opened
                if not heard.reading:
                    person.tap("tool.listen")
                    words = _listens(heard)
        if person.place == place:
            screen = heard.kiosk.shell.frame.screen
            assert screen is not None and isinstance(screen.primary, Message)
            button = screen.primary
            assert heard.kiosk.shell.context.pair(button).first in " ".join(words), place
            person.next()
    assert answered >= set(_WANTED)
    _listens(heard)
    person.prints()
    heard.qtbot.waitUntil(lambda: heard.voice.speaking)
    letter = read_papers(heard.kiosk.folder)["letter"]
    for fact in ("since 2016", "construction", "my sister"):
        assert fact in letter
    assert "My daughter, who is 8 years old, is a United States citizen" in letter
    person.next()
    assert "Borrar y terminar" in _listens(heard)
    _touches_when_heard(heard, "Borrar y terminar")
    heard.qtbot.waitUntil(lambda: person.place == "start")
    assert not heard.kiosk.answers
