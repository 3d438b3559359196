"""A printer in the place of the folder, and a person at the print page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pdkiosk.papers_desk import Desk
from pdkiosk.printing.limits import Limits
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Printable, Progress
from pdkiosk.printing.state import State
from tests.journeys.kiosk import Kiosk
from tests.journeys.person import Person

TAKES_ITS_TIME = 10**6


@dataclass
class Paced:
    """A job that goes on only when it is asked, as with a real queue: a part at each poll."""

    parts: Sequence[Printable]
    outcome: Outcome
    polls_left: int
    polls: int = 0
    canceled: bool = False

    def poll(self) -> Progress:
        self.polls += 1
        count = len(self.parts)
        if self.canceled:
            return Progress(1, count, 1, outcome=Outcome.CANCELED)
        out = min(self.polls, count)
        over = self.polls >= max(count, self.polls_left)
        finished = out if over and self.outcome is Outcome.PRINTED else 0
        return Progress(out, count, 1, None, State.READY, finished, self.outcome if over else None)

    def cancel(self) -> None:
        self.canceled = True


@dataclass
class PacedPrinter:
    outcome: Outcome = Outcome.PRINTED
    polls: int = 0
    jobs: list[Paced] = field(default_factory=list)
    cleared: int = 0

    def look(self) -> State:
        return State.READY

    def start(self, parts: Sequence[Printable]) -> Paced:
        self.jobs.append(Paced(parts, self.outcome, self.polls))
        return self.jobs[-1]

    def clear(self) -> bool:
        self.cleared += 1
        return True


def desk_of(kiosk: Kiosk) -> Desk:
    papers = kiosk.shell.context.papers
    assert isinstance(papers, Desk)
    return papers


def gives_a_printer(
    kiosk: Kiosk, outcome: Outcome = Outcome.PRINTED, *, polls: int = 0
) -> PacedPrinter:
    """A printer in the place of the folder, under the page limit of the facility."""
    printer = PacedPrinter(outcome, polls)
    desk = desk_of(kiosk)
    desk._printer = Limits(printer, desk.facility.page_limit or None)
    return printer


def at_the_print_page(kiosk: Kiosk) -> Person:
    person = kiosk.person()
    person.start("es")
    kiosk.give({"in_proceedings": "yes", "way": "short", "full_name": "Ana Ruiz"})
    turn_to(person, "print")
    return person


def turn_to(person: Person, step: str) -> None:
    person.shell.navigator.go_to(step)
    person.settle()
    assert person.place == step


def ended(kiosk: Kiosk) -> Outcome | None:
    printing = desk_of(kiosk).printing
    return printing.progress.outcome if printing else None


def prints(kiosk: Kiosk, person: Person) -> None:
    before = desk_of(kiosk).printing
    person.tap("next")
    person.wait(lambda: desk_of(kiosk).printing is not before and ended(kiosk) is not None)
    # The page says it a moment later than it is so.
    person.wait(lambda: person.find("outcome").isVisible() and not person.stops_printing)
    person.settle()


def letters_of(printer: PacedPrinter) -> list[bytes]:
    return [part.data for job in printer.jobs for part in job.parts if part.id == "letter"]
