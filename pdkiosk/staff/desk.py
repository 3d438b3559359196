"""The interface between the staff page and the program. app.py provides it."""

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
    """The parts of the log of codes and times that the staff page shows."""

    def counters(self) -> dict[str, int]:
        """How often each code was noted."""

    def tail(self, count: int) -> list[str]:
        """The last ``count`` lines: a time and a code each."""


class StaffDesk(Protocol):
    """Gives access to the machine and the facility file, but to nobody's answers."""

    @property
    def facility(self) -> Facility:
        """The settings that the program is using."""

    @property
    def problem(self) -> FacilityProblem | None:
        """What is wrong with the facility file, so that the program uses other settings."""

    @property
    def languages(self) -> Mapping[str, Language]:
        """All installed languages, offered or not."""

    @property
    def file(self) -> FacilityFile | None:
        """The facility file; None if the program was started without one."""

    @property
    def log(self) -> CountingLog | None:
        """The log, if there is one."""

    @property
    def check(self) -> Check:
        """Says which of some changed settings would not fit the guide and the languages."""

    def attempts(self) -> Attempts:
        """The count of wrong PINs, read from the disk."""

    def findings(self) -> Sequence[Finding]:
        """The state of all parts of the machine except the printer."""

    def look(self) -> State:
        """The state of the printer; never waits."""

    def print_test_page(self) -> Job:
        """Starts printing the test page. Raises OSError if a font cannot be used."""

    @property
    def updates(self) -> Updates:
        """Updates: what is installed, what is on a stick, and the way to request one."""

    def clear(self) -> bool:
        """Cancels what is not printed yet."""
