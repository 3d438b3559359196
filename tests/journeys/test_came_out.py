"""What the person is told goes by what came out, and not by how the last printing ended."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pdkiosk.facility.settings import Facility
from pdkiosk.printing.limits import Limits
from pdkiosk.printing.outcome import Outcome
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui.screens.papers import PaperScreen
from pdkiosk.ui.widgets.due import Due
from tests.journeys.kiosk import Kiosk
from tests.journeys.person import Person
from tests.journeys.printer import (
    PacedPrinter,
    at_the_print_page,
    desk_of,
    gives_a_printer,
    prints,
    turn_to,
)

HAS_IT = "Ya tiene su carta"
NOT_PRINTED = "Su carta no se imprimió"
PACKET = 7
"""Pages of the papers that are ticked at first."""


def _prints_the_answers(kiosk: Kiosk, person: Person) -> None:
    """On a page that is opened over the print page, which the person then sees again."""
    kiosk.shell.navigator.open_tool(Tool(ToolKind.ANSWERS))
    person.settle()
    prints(kiosk, person)
    person.tap("next")


def _changes_the_name(kiosk: Kiosk, person: Person, name: str = "Ana María Ruiz") -> None:
    kiosk.give({"full_name": name})
    _comes_again(person)


def _comes_again(person: Person) -> None:
    turn_to(person, "way")
    turn_to(person, "print")


def _has_an_old_letter(kiosk: Kiosk) -> tuple[PacedPrinter, Person]:
    printer = gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    _changes_the_name(kiosk, person)
    assert person.sees("print.old")
    return printer, person


# ---- the last page ------------------------------------------------------------------------


def test_who_could_not_print_is_not_told_that_they_have_the_letter(kiosk: Kiosk) -> None:
    gives_a_printer(kiosk, Outcome.OUT_OF_PAPER)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    person.tap("print.skip")
    assert person.place == "end"
    assert person.reads(NOT_PRINTED) and not person.reads(HAS_IT)
    assert person.reads("La impresora no tiene papel")
    assert not person.reads("fírmela") and not person.reads("Mande copia")
    assert person.reads("Vaya a cada audiencia")
    assert person.find("next").accessibleName() == "Imprimir otra vez"
    person.next()
    assert person.place == "print"


def test_what_was_not_printed_is_not_erased_by_the_last_page(kiosk: Kiosk) -> None:
    gives_a_printer(kiosk, Outcome.OUT_OF_PAPER)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    person.tap("print.skip")
    assert not person.reads("Se borra en 2 minutos") and not person.sees("erase.finish")
    assert not kiosk.shell.findChildren(Due)
    assert kiosk.shell.idle.watch.running, "nobody there: it is erased as on any other page"


@pytest.mark.parametrize("outcome", [Outcome.NOT_CANCELED, Outcome.SERVICE_LOST])
def test_who_may_have_the_letter_is_asked(kiosk: Kiosk, outcome: Outcome) -> None:
    gives_a_printer(kiosk, outcome)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    person.tap("print.skip")
    assert person.place == "end"
    assert person.reads("¿Tiene las") and person.reads("fírmela")
    assert not person.reads(HAS_IT) and not person.reads(NOT_PRINTED)
    assert not person.reads("Se borra en 2 minutos")


def test_who_lacked_pages_and_could_not_print_again_is_asked(kiosk: Kiosk) -> None:
    printer = gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    printer.outcome = Outcome.JAM
    person.tap("print.again")
    person.wait(lambda: person.sees("print.skip"))
    person.tap("print.skip")
    assert person.place == "end"
    assert person.reads("¿Tiene las") and not person.reads("Se borra en 2 minutos")


def test_who_has_only_the_old_letter_is_told_so_at_the_end(kiosk: Kiosk) -> None:
    printer, person = _has_an_old_letter(kiosk)
    printer.outcome = Outcome.JAM
    prints(kiosk, person)
    person.tap("print.skip")
    assert person.place == "end"
    assert person.reads(NOT_PRINTED) and person.reads("No mande las páginas viejas")


def test_the_end_names_the_folder_of_the_letter_whatever_was_saved_since(kiosk: Kiosk) -> None:
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    _prints_the_answers(kiosk, person)
    packet, answers = (each.progress.saved_as for each in desk_of(kiosk).printings)
    turn_to(person, "end")
    assert packet != answers
    assert person.reads("Su carta está en la biblioteca")
    assert person.reads(packet) and person.reads(answers)


def test_the_end_does_not_name_the_folder_of_an_old_letter(kiosk: Kiosk) -> None:
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    _changes_the_name(kiosk, person)
    prints(kiosk, person)
    old, new = (each.progress.saved_as for each in desk_of(kiosk).printings)
    turn_to(person, "end")
    letter = next(part for part in desk_of(kiosk).parts("es") if part.id == "letter")
    assert letter in desk_of(kiosk).printings[-1].parts
    assert person.reads(new) and not person.reads(old)


def test_another_language_at_the_end_makes_no_pages_old(kiosk: Kiosk) -> None:
    gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    person.tap("next")
    person.looks_at("en")
    assert person.place == "end" and person.reads("You have your letter")
    assert not person.reads("Do not send the old pages")


# ---- old pages ----------------------------------------------------------------------------


def test_other_papers_do_not_replace_the_old_letter(kiosk: Kiosk) -> None:
    _, person = _has_an_old_letter(kiosk)
    _prints_the_answers(kiosk, person)
    assert person.place == "print" and person.sees("print.old")
    person.tap("print.letter")
    prints(kiosk, person)
    assert person.sees("print.old")
    _comes_again(person)
    assert person.sees("print.old")
    person.tap("print.letter")
    prints(kiosk, person)
    assert not person.sees("print.old")


@pytest.mark.parametrize(
    "outcome", [Outcome.OUT_OF_PAPER, Outcome.JAM, Outcome.NOT_CANCELED, Outcome.SERVICE_LOST]
)
def test_old_pages_stay_old_until_new_ones_come_out(kiosk: Kiosk, outcome: Outcome) -> None:
    printer, person = _has_an_old_letter(kiosk)
    printer.outcome = outcome
    prints(kiosk, person)
    assert person.sees("print.old")
    _changes_the_name(kiosk, person, "Ana María Ruiz Paz")
    assert person.sees("print.old")
    printer.outcome = Outcome.PRINTED
    prints(kiosk, person)
    assert not person.sees("print.old")


@pytest.mark.parametrize("outcome", [Outcome.NOT_CANCELED, Outcome.SERVICE_LOST])
def test_pages_that_may_be_out_get_old(kiosk: Kiosk, outcome: Outcome) -> None:
    gives_a_printer(kiosk, outcome)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    assert not person.sees("print.old")
    _changes_the_name(kiosk, person)
    assert person.sees("print.old")


def test_pages_that_never_came_out_do_not_get_old(kiosk: Kiosk) -> None:
    gives_a_printer(kiosk, Outcome.OUT_OF_PAPER)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    _changes_the_name(kiosk, person)
    assert not person.sees("print.old")


# ---- what is done, and the pages of the facility ------------------------------------------


def test_what_came_out_stays_out_whatever_is_printed_elsewhere(
    kiosk_with: Callable[[Facility | None], Kiosk],
) -> None:
    kiosk = kiosk_with(Facility(page_limit=PACKET + 2))
    gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    _prints_the_answers(kiosk, person)
    assert person.place == "print"
    assert person.find("next").accessibleName() == f"Tengo las {PACKET} páginas"
    assert person.sees("print.again")
    person.tap("next")
    assert person.place == "end" and person.reads(HAS_IT)


def test_who_wants_more_pages_than_are_left_can_go_on_without(
    kiosk_with: Callable[[Facility | None], Kiosk],
) -> None:
    kiosk = kiosk_with(Facility(page_limit=PACKET + 2))
    printer = gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    _changes_the_name(kiosk, person)
    assert not person.sees("print.skip")
    person.tap("next")
    assert person.reads("Páginas que todavía puede imprimir aquí: 2")
    assert len(printer.jobs) == 1
    person.tap("print.skip")
    assert person.place == "end" and not person.reads(HAS_IT)


def test_who_has_no_pages_left_is_told_so_before_anything_is_sent(
    kiosk_with: Callable[[Facility | None], Kiosk],
) -> None:
    kiosk = kiosk_with(Facility(page_limit=PACKET))
    gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    limits = desk_of(kiosk)._printer
    assert isinstance(limits, Limits) and limits.left == 0
    _changes_the_name(kiosk, person)
    person.tap("next")
    assert len(desk_of(kiosk).printings) == 1
    assert person.reads("P23") and person.sees("print.skip")


def test_the_text_size_does_not_untick_what_was_not_printed_the_last_time(kiosk: Kiosk) -> None:
    """Then a later change would not print it again, and old pages of it would stay."""
    _, person = _has_an_old_letter(kiosk)
    prints(kiosk, person)  # only what has changed
    ticked = {part.id for part in desk_of(kiosk).printings[0].parts}
    person.sizes("large")
    assert all(person.is_chosen(f"print.{name}") for name in ticked)


def _ticks_only(kiosk: Kiosk, person: Person, *names: str) -> None:
    screen = kiosk.shell.frame.screen
    assert isinstance(screen, PaperScreen)
    for name, card in screen._cards.items():
        if card.isChecked() != (name in names):
            person.tap(f"print.{name}")


def test_the_letter_can_be_printed_again_after_other_papers(kiosk: Kiosk) -> None:
    printer = gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    _ticks_only(kiosk, person, "letter")
    prints(kiosk, person)
    _ticks_only(kiosk, person, "letter", "summary")
    prints(kiosk, person)
    _ticks_only(kiosk, person, "letter")
    assert person.reads("¿Tiene las 2 páginas?")
    person.tap("print.again")
    person.wait(lambda: not person.stops_printing)
    jobs = [[part.id for part in job.parts] for job in printer.jobs]
    assert jobs == [["letter"], ["summary"], ["letter"]]


def test_another_language_makes_no_letter_old_on_the_print_page(kiosk: Kiosk) -> None:
    gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    person.looks_at("en")
    assert not person.sees("print.old")
    _ticks_only(kiosk, person, "letter")
    assert person.reads("Do you have all 2 pages?")
    assert not person.reads("all 0 pages")


def test_another_language_at_the_end_hides_no_folder(kiosk: Kiosk) -> None:
    person = at_the_print_page(kiosk)
    _ticks_only(kiosk, person, "letter")
    prints(kiosk, person)
    _ticks_only(kiosk, person, "letter", "summary")
    prints(kiosk, person)
    folders = [each.progress.saved_as for each in desk_of(kiosk).printings]
    turn_to(person, "end")
    assert all(map(person.reads, folders))
    person.looks_at("en")
    assert all(map(person.reads, folders))
