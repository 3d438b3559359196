"""The short way: touches only, about ten minutes, to a letter that says something."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pdkiosk.ui.widgets import HeadingLabel
from tests.journeys.kiosk import Kiosk
from tests.journeys.paper import read_papers

# A touch every six seconds is slow, and a screen read in ten seconds is not.
MOST_TAPS = 150
MOST_SCREENS = 70


@pytest.mark.parametrize("language", ["en", "es"])
def test_touches_alone_lead_to_a_letter(
    kiosk: Kiosk, language: str, record_property: Callable[[str, object], None]
) -> None:
    person = kiosk.person()
    person.start(language)
    person.touches("in_proceedings", "yes")
    person.touches("way", "short")
    person.touches("strong_case", "weak")
    person.touches("fear", "no")
    person.counts("age", 34)
    person.touches("country", "guatemala")
    person.touches("best_language", "mam")
    person.touches("understands_english", "no")
    person.dates("detained_since", 2026, 9)
    person.touches("stage", "court")
    person.dates("next_hearing", 2027, 1, 12)
    person.dates("arrival", 2014)
    person.touches("reasons_life", "long_residence", "work")
    person.touches("reasons_family", "citizen_family")
    with person.adding("people", "daughter"):
        person.tap("person_status.citizen")
        person.steps_to("person_age", 7)
        person.tap("person_lived.yes")
    person.touches("work_kind", "farm")
    person.dates("work_since", 2015)
    person.touches("sponsor", "spouse")
    person.touches("hearings_attended", "yes")
    person.touches("hardship", "children", "income")
    person.touches("papers", "birth_certificates.ask", "residence_proof.ask")
    person.prints()
    record_property("taps", person.taps)
    record_property("screens", len(person.places))
    print(f"{language}: {person.taps} taps, {len(person.places)} screens")
    assert person.keys == 0
    assert person.taps <= MOST_TAPS
    assert len(person.places) <= MOST_SCREENS
    letter = read_papers(kiosk.folder)["letter"]
    for fact in (
        "I am from Guatemala.",
        "The language that I speak best is Mam.",
        "since September 2026",
        "Next hearing: January 12, 2027",
        "since 2014, for more than 11 years",
        "My daughter, who is 7 years old, is a United States citizen",
        "I have worked here since 2015: farm work",
        "I can live with my spouse or partner",
    ):
        assert fact in letter


def test_where_the_primary_button_goes_the_focus_stays_in_the_page(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("es")
    person.touches("in_proceedings", "yes")
    person.touches("way", "short")
    person.go_on_to("print")
    person.find("next").setFocus(Qt.FocusReason.MouseFocusReason)
    screen = person.shell.screen_widget
    assert screen is not None
    screen.primary = None  # as while pages are on their way
    screen.go.emit("primary")
    focused = QApplication.focusWidget()
    assert isinstance(focused, HeadingLabel)
    assert not focused.ring_shown
