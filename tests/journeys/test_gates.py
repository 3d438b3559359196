"""Who has no case in court is stopped, however often they touch Next."""

from __future__ import annotations

import pytest

from pdkiosk.documents.packet import NoLetterError
from tests.journeys.kiosk import Kiosk
from tests.journeys.paper import read_papers
from tests.journeys.person import Person

AFTER_THE_GATE = {"letter", "print", "name"}


def _never_got_past(kiosk: Kiosk, person: Person) -> None:
    assert AFTER_THE_GATE.isdisjoint(person.places)
    assert not kiosk.folder.exists()
    with pytest.raises(NoLetterError):
        kiosk.shell.context.papers.letter()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("answer", "stop"), [("no", "stop_no_case"), ("unknown", "stop_find_out")])
def test_without_a_case_no_number_of_touches_leads_to_a_letter(
    kiosk: Kiosk, language: str, answer: str, stop: str
) -> None:
    person = kiosk.person(walks=True)
    person.start(language)
    person.touches("in_proceedings", answer)
    before = {stop, "proceedings"}
    for _ in range(14):
        if person.place == stop:
            person.tap("change")
        else:
            person.next()
        assert person.place in before
        assert person.reads("ICE") or person.place != stop
    assert before <= set(person.places)
    _never_got_past(kiosk, person)


def test_who_does_not_know_learns_how_to_find_out(kiosk: Kiosk) -> None:
    person = kiosk.person(walks=True)
    person.start("en")
    person.touches("in_proceedings", "unknown")
    person.go_on_to("stop_find_out")
    assert person.reads("Notice to Appear")
    assert person.reads("Do not write to ICE yet")
    assert person.reads("1-800-898-7180")
    assert person.reads("A-number")
    person.tap("change")  # they have found the paper
    person.tap("in_proceedings.yes")
    person.go_on_to("way")


def test_the_large_button_of_a_stop_prints_the_page_and_leads_nowhere(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("en")
    person.touches("in_proceedings", "unknown")
    person.go_on_to("stop_find_out")
    for _ in range(2):  # also once more
        person.tap("next")
        person.wait(lambda: person.reads("Your pages are saved"))
        assert person.place == "stop_find_out"
    papers = read_papers(kiosk.folder)
    assert set(papers) == {"what-to-do-first"}
    assert "1-800-898-7180" in papers["what-to-do-first"]
    assert AFTER_THE_GATE.isdisjoint(person.places)


@pytest.mark.parametrize("gate", ["in_proceedings", "way"])
def test_a_gate_says_what_is_missing_and_does_not_open(kiosk: Kiosk, gate: str) -> None:
    person = kiosk.person(walks=True)
    person.start("en")
    if gate != "in_proceedings":
        person.touches("in_proceedings", "yes")
    person.go_on_to_question(gate)
    here = person.place
    for _ in range(5):
        person.tap("next")
        assert person.place == here
        assert person.reads("Touch one answer to go on.")
    _never_got_past(kiosk, person)


def test_the_chosen_card_of_a_gate_cannot_be_taken_back(kiosk: Kiosk) -> None:
    person = kiosk.person(walks=True)
    person.start("en")
    person.touches("in_proceedings", "yes", "yes")
    assert person.is_chosen("in_proceedings.yes")
    person.next()
    assert person.place == "way"


@pytest.mark.parametrize("leave", ["next", "back"])
def test_whoever_says_no_at_the_end_is_stopped_too(kiosk: Kiosk, leave: str) -> None:
    person = kiosk.person()
    person.start("es")
    person.touches("in_proceedings", "yes")
    person.touches("way", "full")
    person.go_on_to("letter")
    person.tap("letter.answers")
    person.tap("answer:in_proceedings")
    person.tap("in_proceedings.no")
    before = len(person.places)
    person.tap(leave)
    for _ in range(8):
        if person.place == "stop_no_case":
            person.tap("change")
        else:
            person.next()
        assert person.place in {"stop_no_case", "proceedings"}
    assert AFTER_THE_GATE.isdisjoint(person.places[before:])
    with pytest.raises(NoLetterError):
        kiosk.shell.context.papers.letter()


def test_dismissal_stands_behind_its_warning_and_a_lawyers_yes(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("en")
    person.touches("in_proceedings", "yes")
    person.touches("way", "full")
    person.touches("requests")
    assert not person.is_chosen("requests.dismiss")
    assert person.reads("Risk of fast deportation: lawyer first")
    person.tap("requests.dismiss")
    person.next()
    assert person.place == "dismissal"
    assert person.reads("Talk to a lawyer first")
    person.go_on_to("letter")
    assert not person.reads("agree to dismiss my case")
    person.go_back_to_question("dismiss_sure")
    person.tap("dismiss_sure.yes")
    person.go_on_to("letter")
    assert person.reads("agree to dismiss my case")
