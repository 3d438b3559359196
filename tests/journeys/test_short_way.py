"""The short way: by touch only, in about half an hour, to a useful letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pdkiosk.interview.answers import Card
from pdkiosk.session.requests import Act
from pdkiosk.ui.widgets import HeadingLabel
from pdkiosk.ui.widgets.date_pickers import DatePickers
from tests.journeys.kiosk import Kiosk
from tests.journeys.paper import read_papers
from tests.journeys.people import SHORT_WAY

MOST_TAPS = 110
MOST_SCREENS = 32


@pytest.mark.parametrize("language", ["en", "es"])
def test_touches_alone_lead_to_a_letter(
    kiosk: Kiosk, language: str, record_property: Callable[[str, object], None]
) -> None:
    person = kiosk.person(walks=True)
    person.start(language)
    SHORT_WAY.walk(person)
    person.prints()
    record_property("taps", person.taps)
    record_property("screens", len(person.places))
    print(f"{language}: {person.taps} taps, {len(person.places)} screens")
    assert person.keys == 0
    assert person.taps <= MOST_TAPS
    assert len(person.places) <= MOST_SCREENS
    letter = read_papers(kiosk.folder)["letter"]
    assert [fact for fact in SHORT_WAY.english if fact not in letter] == []


def test_where_the_primary_button_goes_the_focus_stays_in_the_page(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("es")
    person.touches("in_proceedings", "yes")
    person.touches("way", "short")
    person.go_on_to("print")
    person.find("next").setFocus(Qt.FocusReason.MouseFocusReason)
    screen = person.shell.frame.screen
    assert screen is not None
    screen.primary = None  # as while pages are on their way
    screen.go.emit(Act.PRIMARY)
    focused = QApplication.focusWidget()
    assert isinstance(focused, HeadingLabel)
    assert not focused.ring_shown


@pytest.mark.parametrize(
    ("step", "field", "given"),
    [
        ("hearing", "court", "Phoenix"),  # another question is on its page
        ("detained", "facility_name", "Eloy"),
        ("name", "full_name", "Ana Ruiz"),
        ("story", "story", "Me quedé solo."),
        ("best_language", "best_language", "Mam"),
    ],
)
def test_who_empties_what_they_wrote_on_the_full_way_can_write_it_again(
    kiosk: Kiosk, step: str, field: str, given: str
) -> None:
    """Only the answer brought the question here: it must not take the page with it."""
    person = kiosk.person()
    person.start("es")
    kiosk.give({"in_proceedings": "yes", "way": "short", field: given})
    person.shell.navigator.go_to(step)
    person.empties(f"{field}.text")
    assert person.place == step and field not in person.answers
    person.tap("tool.second")
    person.tap("tool.help")
    person.back()
    person.enters(f"{field}.text", "Zebulon")
    assert person.place == step and person.answers[field] == "Zebulon"
    person.empties(f"{field}.text")
    steps = [each.id for each in kiosk.shell.course().steps]
    person.next()
    assert person.place == steps[steps.index(step) + 1]
    assert step not in {each.id for each in kiosk.shell.course().steps}


def test_who_empties_what_they_wrote_about_somebody_can_write_it_again(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("es")
    daughter: Card = {"relation": "daughter", "person_name": "Ana"}
    kiosk.give(
        {
            "in_proceedings": "yes",
            "way": "short",
            "reasons_family": ["citizen_family"],
            "people": [daughter],
        }
    )
    person.shell.navigator.go_to("people")
    person.tap("people.0")
    person.empties("person_name.text")
    person.tap("tool.second")
    person.enters("person_name.text", "Ana María")
    assert person.answers["people"] == [{**daughter, "person_name": "Ana María"}]


def test_what_one_card_asks_is_not_asked_on_another(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("es")
    cards: list[Card] = [{"relation": "daughter", "person_name": "Ana"}, {"relation": "son"}]
    kiosk.give(
        {
            "in_proceedings": "yes",
            "way": "short",
            "reasons_family": ["citizen_family"],
            "people": cards,
        }
    )
    person.shell.navigator.go_to("people")
    for place, asks in (("people.1", False), ("people.0", True), ("people.1", False)):
        person.tap(place)
        assert person.sees("person_name.text") == asks
        person.back()
    person.tap("people.0")
    person.tap("remove")
    person.tap("people.0")
    assert not person.sees("person_name.text")


def test_the_years_stay_and_another_can_be_touched(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("es")
    person.touches("in_proceedings", "yes")
    person.touches("way", "short")
    person.touches("reasons_life", "long_residence")
    for year in (2019, 2016):
        person.dates("arrival", year)
        field = person.find("arrival.date")
        assert isinstance(field, DatePickers) and field.is_open()
        assert field.value() == (year, None, None, False)
