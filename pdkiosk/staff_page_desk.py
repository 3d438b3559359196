"""Implements the staff desk: connects the checks, the printer and the facility file."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pdkiosk import places, resources
from pdkiosk.facility.editing import FacilityFile
from pdkiosk.facility.loading import Check
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import Guide
from pdkiosk.interview.today import judged
from pdkiosk.language.catalogs import SOURCE_LANGUAGE, Catalogs
from pdkiosk.language.languages import Language, with_text
from pdkiosk.review.status import language_status, law_status
from pdkiosk.staff import health, reviews
from pdkiosk.staff.attempts import Attempts
from pdkiosk.staff.cups_settings import cups_keeps_nothing
from pdkiosk.staff.desk import CountingLog
from pdkiosk.staff.finding import Finding
from pdkiosk.staff.health import FacilityState
from pdkiosk.staff.printer_abilities import printer_abilities
from pdkiosk.staff.saved_papers import saved_papers

if TYPE_CHECKING:
    from pdkiosk.facility.problem import FacilityProblem
    from pdkiosk.printing.abilities import Abilities
    from pdkiosk.printing.printer import Job, Printer
    from pdkiosk.printing.state import State
    from pdkiosk.staff.updates import Updates


_PRINTERS_SECONDS = 1.0  # seconds; staff wait for it before the page appears


class _TrialPage(Struct, frozen=True):
    data: bytes
    pages: int = 1
    id: str = "test-page"


def _printers() -> Sequence[Abilities] | None:
    from pdkiosk.printing.system_printer import abilities

    return abilities(_PRINTERS_SECONDS)


class Staff(Struct, dict=True):
    """Implements ``StaffDesk``.

    ``refused``: codes of what the system did not allow for keeping memory off the disk.
    ``folder``: where pages are saved if there is no printer. ``state``: where the count of wrong
    PINs is stored. ``speech`` finds the program that speaks, or ""; ``printers`` returns the
    abilities of the printers. ``spoiled``: installed versions of content that cannot be used.
    ``check`` says which of some changed settings would not fit the guide and the languages.
    """

    guide: Guide
    facility: Facility
    catalogs: Catalogs
    languages: dict[str, Language]
    settings: FacilityState = field(default_factory=FacilityState)
    refused: Sequence[str] = ()
    folder: Path | None = None
    log: CountingLog | None = None
    state: Path = field(default_factory=places.state_folder)
    speech: Callable[[], str] = health.speech_program
    printers: Callable[[], Sequence[Abilities] | None] = _printers
    today: Callable[[], datetime.date] = datetime.date.today
    spoiled: Sequence[str] = ()
    check: Check = lambda facility: None

    @cached_property
    def file(self) -> FacilityFile | None:
        return FacilityFile(self.settings.source, self.state) if self.settings.source else None

    @property
    def problem(self) -> FacilityProblem | None:
        return self.settings.problem

    @cached_property
    def _printer(self) -> Printer:
        from pdkiosk.printing.folder import FolderInstead
        from pdkiosk.printing.system_printer import system_printer

        found = system_printer(self.facility.printer, self.facility.paper)
        return FolderInstead(found, self.folder) if self.folder else found

    @cached_property
    def updates(self) -> Updates:
        from pdkiosk.staff.updates import Updates
        from pdkiosk.update.this_installation import make_judge
        from pdkiosk.vault.usb import sticks

        def folders() -> list[Path]:
            return [stick.folder for stick in sticks(to_write=False)]

        return Updates(make_judge, folders, self.state, places.update_folder())

    def attempts(self) -> Attempts:
        return Attempts(self.state)

    def findings(self) -> list[Finding]:
        found = [
            health.facility_file(self.settings, self.facility),
            *health.facility_warnings(self.facility),
            cups_keeps_nothing(),
            health.paper(self.facility),
            *printer_abilities(self.printers() or (), self.facility),
            *(saved_papers(self.folder) if self.folder else []),
            health.memory(self.refused),
            health.disk(self.state, saving=False),
        ]
        if self.facility.saving:
            saving = self.facility.saving_folder
            found.append(health.disk(Path(saving) if saving else self.state, saving=True))
        return [
            *found,
            health.fonts(_unusable_fonts()),
            health.speech(self.speech()),
            health.clock(judged(self.today(), self.guide.about)),
            health.content(self.guide.about.checked, self.guide.about.check_by, self.today()),
            health.law(self.guide.law, self.today()),
            *health.spoiled_content(self.spoiled),
            reviews.law_review(lambda: law_status(self.guide, self.today())),
            *(
                reviews.translation(
                    language,
                    partial(language_status, language.code),
                    readable=self.catalogs.is_whole(language.code),
                )
                for language in self.languages.values()
                if not (
                    language.text
                    or (language.draft and language.code not in self.facility.offer_drafts)
                )
            ),
        ]

    def look(self) -> State:
        return self._printer.look()

    def print_test_page(self) -> Job:
        from pdkiosk import pdf

        others = [code for code in with_text(self.languages) if code != SOURCE_LANGUAGE]
        codes = [SOURCE_LANGUAGE, *others]
        paper = pdf.Paper.A4 if self.facility.paper == "a4" else pdf.Paper.LETTER
        letters = (_letters(code) for code in codes)
        page = pdf.render_test_page(self.facility.name, codes[:2], letters, self.catalogs, paper)
        return self._printer.start([_TrialPage(page.data, page.pages)])

    def clear(self) -> bool:
        return "_printer" not in vars(self) or self._printer.clear()


def _letters(code: str) -> str:
    """The letters used by a language: those of its translation, or those of English."""
    from pdkiosk.language.update import catalog_path

    try:
        return catalog_path(resources.folder("translations"), code).read_text("utf-8", "ignore")
    except OSError:
        return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def _unusable_fonts() -> list[str]:
    from pdkiosk.pdf.reportlab_import import reportlab

    _canvas, _metrics, ttfonts = reportlab()
    unusable = []
    for path in sorted(resources.path("fonts").glob("*.ttf")):
        try:
            ttfonts.TTFont(path.stem, str(path))
        except Exception:  # reportlab has its own exceptions for a broken font
            unusable.append(path.name)
    wanted = {"AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"}
    wanted |= {"NotoSans-Regular", "NotoSans-Bold"}
    missing = wanted - {path.stem for path in resources.path("fonts").glob("*.ttf")}
    return unusable + sorted(f"{name}.ttf" for name in missing)
