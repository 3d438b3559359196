"""What every command needs: the guide, the languages, the catalogs, the facility's settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pdkiosk import resources
from pdkiosk.facility.settings import Facility, FacilityError, load_facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.guide.model import Guide
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import Language, load_languages


@dataclass(frozen=True)
class Stock:
    """The parts that do not change while the program runs."""

    guide: Guide
    languages: dict[str, Language]
    catalogs: Catalogs
    facility: Facility

    def offered(self, wanted: list[str]) -> dict[str, Language]:
        """The languages that a person can choose: those wanted, or the facility's, or all.

        Raises FacilityError when one is not known or can not be printed.
        """
        codes = wanted or self.facility.languages or list(self.languages)
        for code in codes:
            if code not in self.languages:
                known = ", ".join(self.languages)
                raise FacilityError(f"there is no language {code!r}; expected one of {known}")
            if self.languages[code].direction == "rtl":
                raise FacilityError(
                    f"the language {code!r} can not be offered: it is written from right to left, "
                    "and its papers can not be printed yet"
                )
        return {code: self.languages[code] for code in codes}


def load_stock(facility_file: Path | None) -> Stock:
    """Reads all of it.

    Raises GuideError when the guide is malformed, FacilityError when the facility's file is.
    """
    return Stock(
        load_guide(resources.path("guide")),
        load_languages(),
        Catalogs(resources.folder("translations")),
        load_facility(facility_file),
    )
