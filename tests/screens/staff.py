"""The panels of the staff page, each with the most that it can have to say."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from pdkiosk import resources
from pdkiosk.facility import diagnosis
from pdkiosk.facility.editing import FacilityFile
from pdkiosk.facility.problem import FacilityProblem
from pdkiosk.facility.setting import Fault
from pdkiosk.facility.settings import Facility, settings
from pdkiosk.guide.loader import load_guide
from pdkiosk.interview.today import judged
from pdkiosk.language.languages import Language, load_languages
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import FinishedJob, finished
from pdkiosk.printing.state import State
from pdkiosk.review.ledger import LedgerError
from pdkiosk.review.status import Status
from pdkiosk.staff import health, reviews
from pdkiosk.staff.attempts import FREE_TRIES, Attempts
from pdkiosk.staff.cups_settings import cups_keeps_nothing
from pdkiosk.staff.desk import CountingLog
from pdkiosk.staff.finding import Finding
from pdkiosk.staff.health import FacilityState
from pdkiosk.staff.updates import Updates
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.page import StaffPage
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.staff.printer_test_page import PrinterTestPanel
from pdkiosk.ui.staff.setting import NewPinPanel, SettingPanel
from pdkiosk.ui.staff.update import UpdatePanel
from pdkiosk.ui.staff.update_now import UpdateNowPanel
from pdkiosk.ui.window.shell import Shell
from pdkiosk.update.refusal import Reason
from pdkiosk.update.service_request import write_result
from tests.staff.kiosk import KeptLog, pin_hash
from tests.staff.sticks import updates


def _damaged() -> Status:
    """The longest of what can be said of a review."""
    raise LedgerError("translations/es/review.tsv: line 2182: expected number seal verdict")


@dataclass
class _Desk:
    """A machine on which everything is wrong that can be."""

    folder: Path
    facility: Facility
    problem: FacilityProblem | None = None

    @property
    def file(self) -> FacilityFile | None:
        return FacilityFile(self.folder / "facility.toml")

    @property
    def log(self) -> CountingLog | None:
        return KeptLog()

    @property
    def languages(self) -> Mapping[str, Language]:
        return load_languages()

    def check(self, facility: Facility) -> FacilityProblem | None:
        return None

    def attempts(self) -> Attempts:
        return Attempts(self.folder / "state")

    def findings(self) -> list[Finding]:
        source = Path("/etc/pdkiosk/facility.toml")
        wrong = diagnosis.no_such("\nnome = 1\n", "nome")
        return [
            health.facility_file(FacilityState(source, wrong), Facility()),
            health.facility_file(FacilityState(source), Facility()),
            cups_keeps_nothing(self.folder / "cupsd.conf"),
            health.paper(self.facility),
            health.memory(["memory-not-locked", "core-dumps-possible", "dumpable"]),
            health.disk(Path("/var/lib/pdkiosk"), saving=True, usage=lambda path: 1),
            health.fonts(["AtkinsonHyperlegibleNext-Regular.ttf", "NotoSans-Bold.ttf"]),
            health.speech(""),
            health.clock(judged(date(1970, 1, 1), load_guide(resources.path("guide")).about)),
            health.content("2026-11-24", "2027-05-24", date(2028, 1, 1)),
            *health.spoiled_content(["2026.12.1"]),
            reviews.law_review(_damaged),
            *(reviews.translation(language, _damaged) for language in load_languages().values()),
        ]

    def look(self) -> State:
        return max(State, key=lambda state: len(state.message.text))

    def print_test_page(self) -> FinishedJob:
        worst = max(Outcome, key=lambda outcome: len(outcome.message.text))
        return finished([], State.READY, worst)

    @cached_property
    def updates(self) -> Updates:
        made = updates(self.folder)
        for version in ("1.1.0", "1.1.1"):
            (self.folder / "root" / "versions" / version).mkdir(parents=True)
        (self.folder / "root" / "current").symlink_to("versions/1.1.1")
        (self.folder / "root" / "previous").symlink_to("versions/1.1.0")
        write_result(self.folder / "updates", "update-self-test")
        return made

    def clear(self) -> bool:
        return True


def _hold(panel: Panel) -> None:
    """It looks no more by itself how far its work is: on a busy machine that is done already."""
    for timer in panel._timers:
        timer.stop()


def staff_places(shell: Shell, settle: Callable[[], None]) -> Iterator[str]:
    """Puts the staff page in the place of what the window shows, and brings up each panel."""
    preferences = shell.context.preferences
    worst_fault = max(Fault, key=lambda fault: len(fault.value.text)).value
    shell.frame.clear()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "cupsd.conf").write_text("")

        def make(facility: Facility) -> StaffPage:
            desk = _Desk(Path(folder), facility)
            assert desk.file is not None
            desk.file.save(facility)
            desk.file.save(facility)
            context = StaffContext(
                desk,
                shell.context.catalogs,
                shell.context.look,
                preferences.first,
                preferences.second,
            )
            room = StaffPage(context, shell)
            shell.frame.show_alone(room)
            return room

        def shown(name: str) -> str:
            settle()
            return f"staff {name}"

        room = make(Facility(staff_pin="spoiled"))
        yield shown("no pin")
        wrong = diagnosis.no_such("\nnome = 1\n", "nome")
        assert isinstance(room.context.desk, _Desk)
        room.context.desk.problem = wrong
        room.open("no pin")
        yield shown("no pin, wrong file")
        room._end()
        shell.frame.clear()
        address = ["U.S. Immigration and Customs Enforcement", "1705 E Hanna Rd", "Eloy, AZ 85131"]
        room = make(Facility(name="Eloy", address=address, staff_pin=pin_hash()))
        for digit in "8301":
            assert room.panel is not None
            room.panel.typed(digit)
        yield shown("pin")
        attempts = room.context.desk.attempts()
        for _ in range(FREE_TRIES):
            attempts.begin()
        room.open("pin")
        yield shown("pin, waiting")
        room._go("opened")
        room.context.changed = room.context.saved_now = True
        places = ["menu", "health", "counters", "touch", "cleaning", "settings", "ruler"]
        places += ["touched", "restart", "close"]
        for place in places:
            room.open(place)
            yield shown(place)
        room.open("print")
        assert isinstance(room.panel, PrinterTestPanel)
        room.panel._start()
        yield shown("printed")
        room.open("update")
        assert isinstance(room.panel, UpdatePanel)
        _hold(room.panel)
        yield shown("update, looking")
        assert room.panel._job is not None
        room.panel._job.wait(20)
        room.panel._poll()
        yield shown("update")
        room.context.update = room.context.desk.updates.find()[0]
        room.open("update now")
        yield shown("update, asked")
        assert isinstance(room.panel, UpdateNowPanel)
        room.panel._start()
        _hold(room.panel)
        yield shown("update, copying")
        assert room.panel._job is not None
        room.panel._job.wait(20)
        room.panel._poll()
        yield shown("update, working")
        worst_reason = max(Reason, key=lambda reason: len(reason.message.text))
        write_result(Path(folder) / "updates", worst_reason.value)
        room.panel._poll()
        yield shown("update, refused")
        for setting in settings().values():
            room.open(f"setting:{setting.name}")
            yield shown(setting.name)
            if isinstance(room.panel, NewPinPanel):
                continue
            assert isinstance(room.panel, SettingPanel)
            room.panel._say(worst_fault)
            yield shown(f"{setting.name}, wrong")
        room.context.pending = Facility(name="Florence", legal_help=address * 2, saving=True)
        room.open("change")
        yield shown("change")
        room._end()
        shell.frame.clear()
        settle()
