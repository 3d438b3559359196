"""The print page after printing: printing again, after a change, and while it is not shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk.facility.settings import Facility
from pdkiosk.printing.limits import Limits
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Progress
from pdkiosk.ui.widgets import BigButton, HeadingLabel
from tests.journeys.kiosk import Kiosk
from tests.journeys.person import Person
from tests.journeys.printer import (
    TAKES_ITS_TIME,
    PacedPrinter,
    at_the_print_page,
    desk_of,
    ended,
    gives_a_printer,
    letters_of,
    prints,
    turn_to,
)

MAIN_MM = 20.0


# ---- the last page ------------------------------------------------------------------------


def test_who_has_no_printer_is_told_at_the_end_where_the_letter_is(kiosk: Kiosk) -> None:
    person = at_the_print_page(kiosk)
    prints(kiosk, person)  # into a folder
    person.go_on_to("end")
    printing = desk_of(kiosk).printing
    assert printing is not None
    assert person.reads("Su carta está en la biblioteca")
    assert not person.reads("Ya tiene su carta")
    assert any(printing.progress.saved_as in words for words in person.words())


def test_who_has_the_pages_is_told_so_at_the_end(kiosk: Kiosk) -> None:
    gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    turn_to(person, "end")
    assert person.reads("Ya tiene su carta")
    assert not person.reads("Su carta está en la biblioteca")


def test_the_button_says_that_pages_are_saved_where_there_is_no_printer(kiosk: Kiosk) -> None:
    person = at_the_print_page(kiosk)
    assert person.find("next").accessibleName().startswith("Guardar ")


def test_the_button_says_that_pages_are_printed_where_there_is_a_printer(kiosk: Kiosk) -> None:
    gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    assert person.find("next").accessibleName().startswith("Imprimir ")


# ---- large print --------------------------------------------------------------------------


def _is_ticked(person: Person, name: str) -> bool:
    """Whether a paper is ticked; one that is folded away is not."""
    return person.sees(name) and person.is_chosen(name)


def test_large_print_comes_with_large_letters_and_not_after_printing(kiosk: Kiosk) -> None:
    printer = gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    assert not _is_ticked(person, "print.large-print-copy")
    person.sizes("large")
    assert _is_ticked(person, "print.large-print-copy")
    person.sizes("normal")
    assert not _is_ticked(person, "print.large-print-copy")
    prints(kiosk, person)
    assert "large-print-copy" not in {part.id for part in printer.jobs[-1].parts}
    # Who looks at the page in larger letters now has still printed all that they wanted.
    person.sizes("largest")
    assert not _is_ticked(person, "print.large-print-copy")
    assert person.find("next").accessibleName().startswith("Tengo")
    person.tap("print.more")
    person.tap("print.large-print-copy")
    prints(kiosk, person)
    assert "large-print-copy" in {part.id for part in printer.jobs[-1].parts}


# ---- what was changed since ---------------------------------------------------------------


def test_a_letter_that_was_changed_after_printing_is_printed_anew(kiosk: Kiosk) -> None:
    printer = gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    assert person.find("next").accessibleName().startswith("Tengo")
    assert not person.sees("print.old")
    kiosk.give({"full_name": "Ana María Ruiz"})
    turn_to(person, "name")
    turn_to(person, "print")
    assert person.find("next").accessibleName().startswith("Imprimir")
    assert not person.sees("print.again") and person.sees("print.old")
    assert person.reads("Usted cambió algo después de imprimir")
    prints(kiosk, person)
    old, new = letters_of(printer)
    assert old != new
    assert not person.sees("print.old")
    assert person.find("next").accessibleName().startswith("Tengo")
    person.tap("next")
    assert person.place != "print"


def test_a_letter_that_was_not_changed_stays_printed(kiosk: Kiosk) -> None:
    printer = gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    turn_to(person, "name")
    turn_to(person, "print")
    assert not person.sees("print.old")
    assert person.find("next").accessibleName().startswith("Tengo")
    person.tap("next")
    assert person.place != "print"
    assert len(printer.jobs) == 1


def test_a_letter_changed_while_it_is_printed_is_not_called_done(kiosk: Kiosk) -> None:
    gives_a_printer(kiosk, polls=8)
    person = at_the_print_page(kiosk)
    person.tap("next")
    kiosk.give({"full_name": "Ana María Ruiz"})
    turn_to(person, "name")
    turn_to(person, "print")
    person.wait(lambda: ended(kiosk) is Outcome.PRINTED)
    person.wait(lambda: person.sees("print.old"))
    assert person.find("next").accessibleName().startswith("Imprimir")


# ---- "No" ---------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", [Outcome.PRINTED, Outcome.SENT, Outcome.DOUBTFUL])
def test_who_does_not_have_all_pages_prints_them_again(kiosk: Kiosk, outcome: Outcome) -> None:
    printer = gives_a_printer(kiosk, outcome)
    person = at_the_print_page(kiosk)
    assert not person.sees("print.again")
    prints(kiosk, person)
    again = person.find("print.again")
    assert isinstance(again, BigButton)
    assert again.accessibleName() == "No, imprimir otra vez"
    assert again.height() >= kiosk.shell.context.look.scale.mm(MAIN_MM)
    asked = person.find("outcome")
    assert asked.mapTo(person.shell, asked.rect().bottomLeft()).y() < _top(person, again)
    assert _top(person, again) < _top(person, person.find("print.letter"))
    first = desk_of(kiosk).printing
    person.tap("print.again")
    assert desk_of(kiosk).printing is not first
    person.wait(lambda: ended(kiosk) is outcome and person.sees("print.again"))
    assert [[part.data for part in job.parts] for job in printer.jobs] == [
        [part.data for part in printer.jobs[0].parts]
    ] * 2


def _top(person: Person, widget: QWidget) -> int:
    return widget.mapTo(person.shell, widget.rect().topLeft()).y()


def test_the_keyboard_comes_to_no_first_and_does_not_fall_on_stop(kiosk: Kiosk) -> None:
    gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    desk_of(kiosk)._printer = Limits(PacedPrinter(polls=TAKES_ITS_TIME))
    again = person.find("print.again")
    heading = kiosk.shell.findChild(HeadingLabel)
    assert heading is not None
    heading.setFocus(Qt.FocusReason.TabFocusReason)
    focused: QWidget | None = heading
    while focused is heading or (focused and focused.objectName() == "words"):
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
    assert focused is again, "after the legal words beside the heading it comes first"
    kiosk.clock.forward(1.0)
    QTest.keyClick(again, Qt.Key.Key_Return)
    person.wait(lambda: person.stops_printing)
    assert not again.isVisible()
    focused = QApplication.focusWidget()
    assert focused is heading
    assert heading.ring_shown


def test_once_more_is_within_the_pages_of_the_facility(
    kiosk_with: Callable[[Facility | None], Kiosk],
) -> None:
    kiosk = kiosk_with(Facility(page_limit=100))
    printer = gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    prints(kiosk, person)
    limits = desk_of(kiosk)._printer
    assert isinstance(limits, Limits)
    limits._limit = limits.printed  # all that one person may print has come out
    person.tap("print.again")
    assert person.reads("P23")
    assert len(printer.jobs) == 1
    # What came out is still out: nothing has to be printed before the person can go on.
    assert ended(kiosk) is Outcome.PRINTED
    assert person.find("next").accessibleName().startswith("Tengo")
    person.tap("next")
    assert person.place == "end" and person.reads("Ya tiene su carta")


def test_files_are_not_asked_for_again(kiosk: Kiosk) -> None:
    person = at_the_print_page(kiosk)
    person.prints()
    assert not person.sees("print.again")


# ---- while the page is away ---------------------------------------------------------------


def _hides(kiosk: Kiosk, person: Person) -> None:
    kiosk.shell.hide_screen()
    person.settle()


def _asks_for_help(kiosk: Kiosk, person: Person) -> None:
    person.tap("tool.help")


def _changes_the_language(kiosk: Kiosk, person: Person) -> None:
    person.tap("tool.second")


def _goes_back(kiosk: Kiosk, person: Person) -> None:
    person.back()


_AWAY = [_hides, _asks_for_help, _changes_the_language, _goes_back]


@pytest.mark.parametrize("away", _AWAY)
def test_printing_goes_on_without_its_page(
    kiosk: Kiosk, away: Callable[[Kiosk, Person], None]
) -> None:
    printer = gives_a_printer(kiosk)
    person = at_the_print_page(kiosk)
    person.tap("next")
    assert ended(kiosk) is None
    away(kiosk, person)
    person.wait(lambda: ended(kiosk) is Outcome.PRINTED)
    polls = printer.jobs[0].polls
    assert polls == len(printer.jobs[0].parts)
    assert not _watching(kiosk)


def _watching(kiosk: Kiosk) -> bool:
    (timer,) = kiosk.shell.print_watch.findChildren(QTimer)
    return timer.isActive()


def test_who_comes_back_before_all_is_printed_can_go_on_afterwards(kiosk: Kiosk) -> None:
    gives_a_printer(kiosk, polls=12)
    person = at_the_print_page(kiosk)
    person.tap("next")
    person.tap("tool.help")
    person.back()
    assert person.place == "print" and person.stops_printing
    person.wait(lambda: not person.stops_printing)
    assert person.find("next").accessibleName().startswith("Tengo")
    person.find("back").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(person.find("back"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is person.find("next")
    person.tap("next")
    assert person.place != "print"


@pytest.mark.parametrize("away", _AWAY)
def test_pages_on_their_way_are_a_sign_of_somebody(
    kiosk: Kiosk, away: Callable[[Kiosk, Person], None]
) -> None:
    printer = gives_a_printer(kiosk, polls=TAKES_ITS_TIME)
    person = at_the_print_page(kiosk)
    person.tap("next")
    away(kiosk, person)
    clock, idle = kiosk.idle_clock(), kiosk.shell.idle
    job = printer.jobs[0]
    for _ in range(3):
        clock.forward(idle_seconds := Facility().idle_minutes * 60 - 1)
        so_far = job.polls
        person.wait(lambda polls=so_far: job.polls > polls)  # type: ignore[misc]
        assert not idle.watch.look() and not idle.covering
    clock.forward(idle_seconds + 1)
    idle.watch.look()
    person.wait(lambda: not idle.covering)  # nobody has to leave the printer for a touch


def test_when_the_session_ends_the_job_goes_and_is_not_asked_any_more(kiosk: Kiosk) -> None:
    printer = gives_a_printer(kiosk, polls=TAKES_ITS_TIME)
    person = at_the_print_page(kiosk)
    person.tap("next")
    person.erases()
    polls = printer.jobs[0].polls
    person.wait(lambda: not _watching(kiosk))
    assert printer.jobs[0].polls == polls
    assert printer.cleared == 1
    assert not kiosk.shell.idle.watch.running


def test_a_job_that_fails_is_told_once_wherever_the_person_is(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = gives_a_printer(kiosk, polls=TAKES_ITS_TIME)
    person = at_the_print_page(kiosk)
    person.tap("next")
    person.tap("tool.help")

    def fails() -> Progress:
        raise RuntimeError("made up")

    monkeypatch.setattr(printer.jobs[0], "poll", fails)
    (timer,) = kiosk.shell.print_watch.findChildren(QTimer)
    timer.stop()
    with pytest.raises(RuntimeError):
        kiosk.shell.print_watch._look()
    assert not _watching(kiosk)
