"""What the staff page asks of the program. The composition root provides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pdkiosk.facility.editing import FacilityFile
    from pdkiosk.facility.loading import Check
    from pdkiosk.facility.problem import FacilityProblem
    from pdkiosk.facility.settings import Facility
    from pdkiosk.language.languages import Language
    from pdkiosk.printing.printer import Job
    from pdkiosk.printing.state import State
    from pdkiosk.staff.attempts import Attempts
    from pdkiosk.staff.finding import Finding
    from pdkiosk.staff.updates import Updates


class CountingLog(Protocol):
    """The log of codes and times, as far as the staff page shows it."""

    def counters(self) -> dict[str, int]:
        """How often each code was noted."""

    def tail(self, count: int) -> list[str]:
        """The last ``count`` lines: a time and a code each."""


class StaffDesk(Protocol):
    """It knows the machine and the facility's file, and nobody's answers."""

    @property
    def facility(self) -> Facility:
        """The settings that the program runs on."""

    @property
    def problem(self) -> FacilityProblem | None:
        """What is wrong with the facility's file, so that the program runs on other settings."""

    @property
    def languages(self) -> Mapping[str, Language]:
        """All languages that there are, offered or not."""

    @property
    def file(self) -> FacilityFile | None:
        """The facility's file; None when the program was started without one."""

    @property
    def log(self) -> CountingLog | None:
        """The log, where there is one."""

    @property
    def check(self) -> Check:
        """Says what of changed settings would not fit the guide and the languages."""

    def attempts(self) -> Attempts:
        """The count of wrong PINs, read from the disk."""

    def findings(self) -> Sequence[Finding]:
        """How all parts of the machine are, but for the printer."""

    def look(self) -> State:
        """How the printer is; never waits."""

    def print_test_page(self) -> Job:
        """Begins to print the test page. Raises OSError when a font cannot be used."""

    @property
    def updates(self) -> Updates:
        """What is installed, what is on a stick, and who is asked for it."""

    def clear(self) -> bool:
        """Takes back what is not printed yet."""
