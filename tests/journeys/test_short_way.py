"""The short way: by touch only, in about half an hour, to a useful letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

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
