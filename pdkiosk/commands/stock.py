"""What every command needs: the guide, the languages, the catalogs, the facility's settings."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct, structs

from pdkiosk import resources
from pdkiosk.facility import problem as problems
from pdkiosk.facility.loading import (
    Check,
    FacilityError,
    Loaded,
    checked,
    load_or_last_good,
    read_file,
)
from pdkiosk.facility.problem import FacilityProblem
from pdkiosk.facility.settings import Facility, settings
from pdkiosk.guide.hiding import may_hide, without
from pdkiosk.guide.law import overdue
from pdkiosk.guide.loader import load_guide
from pdkiosk.guide.model import Guide
from pdkiosk.guide.narrowing import asks_on, may_not_keep, may_turn_off, narrowed
from pdkiosk.language.catalogs import SOURCE_LANGUAGE, Catalogs
from pdkiosk.language.languages import Language, load_languages, settled, with_text
from pdkiosk.review.status import is_unreviewed_draft


class Stock(Struct, frozen=True):
    """The parts that do not change while the program runs.

    ``guide`` is without the pages that the facility hides. ``spoiled``: installed versions of
    content that cannot be used. ``check`` says which of some other settings would not fit this
    guide and these languages.
    """

    guide: Guide
    languages: dict[str, Language]
    catalogs: Catalogs
    loaded: Loaded
    check: Check
    spoiled: tuple[str, ...] = ()

    @property
    def facility(self) -> Facility:
        """The facility's settings together with those that a guide pack adds (``Narrowing``)."""
        return _with_pack(self.guide, self.loaded.facility)

    def offered(self, wanted: list[str]) -> dict[str, Language]:
        """The languages that a person can choose.

        The requested ones, or the facility's with its drafts.

        Raises FacilityError if one is unknown or cannot be printed.
        """
        codes = wanted or self._of_facility()
        problem = _language_problem(codes, self.languages)
        if problem is not None:
            raise FacilityError("languages", problem)
        # A language that is only heard brings along the language in which it is shown.
        shown_in = [self.languages[code].text for code in codes]
        return {code: self.languages[code] for code in (*codes, *shown_in) if code}

    def readable(self, wanted: list[str]) -> tuple[dict[str, Language], list[str]]:
        """Those of ``offered`` whose text can be read, and the codes of the texts that cannot.

        If none of them can be read, people read English.
        """
        offered = self.offered(wanted)
        texts = {code: language.text or code for code, language in offered.items()}
        damaged = [
            code for code in dict.fromkeys(texts.values()) if not self.catalogs.is_whole(code)
        ]
        whole = {code: each for code, each in offered.items() if texts[code] not in damaged}
        return whole or self.offered([SOURCE_LANGUAGE]), damaged

    def _of_facility(self) -> list[str]:
        """The facility's languages (by default all but drafts), and the drafts that it wants.

        Leaves out those that do not exist or that an update has turned into a draft.
        """
        drafts = [code for code in self.facility.offer_drafts if code in self.languages]
        named = [
            code
            for code in self.facility.languages
            if code in drafts or (code in self.languages and not _is_draft(code, self.languages))
        ]
        codes = named or [code for code in self.languages if not _is_draft(code, self.languages)]
        return [*codes, *(code for code in drafts if code not in codes)]


def _is_draft(code: str, languages: dict[str, Language]) -> bool:
    """Whether the text that a language is shown in is an unreviewed draft."""
    return is_unreviewed_draft(languages[languages[code].text or code])


def load_stock(facility_file: Path | None) -> Stock:
    """Reads everything that a command needs.

    Raises GuideError if the guide is malformed, FacilityError if the facility file is.
    """

    def strictly(check: Check) -> Loaded:
        if facility_file is None:
            return Loaded(Facility(), None, "defaults")
        found = checked(read_file(facility_file), str(facility_file), check)
        return Loaded(found, None, "file")

    return _stock(strictly)


def load_kiosk_stock(facility_file: Path | None, state: Path | None) -> Stock:
    """Like ``load_stock``, for a kiosk: a wrong facility file or unusable content does not stop it.

    If separately updated content cannot be used, the content before it is used, or the program's
    own. Raises GuideError if that is malformed too.
    """

    def whatever(check: Check) -> Loaded:
        return load_or_last_good(facility_file, state, check)

    if resources.CONTENT in os.environ:  # somebody has chosen the content explicitly
        return _stock(whatever)
    spoiled: list[str] = []
    for folder in resources.contents():
        resources.show(folder)
        with contextlib.suppress(Exception):  # no matter what is wrong with it
            stock = _stock(whatever)
            if _usable(folder, stock):
                return structs.replace(stock, spoiled=tuple(spoiled))
        spoiled.append(folder.name)
    if spoiled:
        resources.show(None)
    return structs.replace(_stock(whatever), spoiled=tuple(spoiled))


def _usable(folder: Path, stock: Stock) -> bool:
    from pdkiosk.update.integrity import first_damaged_file

    codes = with_text(stock.languages)
    return not first_damaged_file(folder) and all(stock.catalogs.is_whole(code) for code in codes)


def _stock(load: Callable[[Check], Loaded]) -> Stock:
    guide, languages = load_guide(resources.path("guide")), load_languages()

    def check(facility: Facility) -> FacilityProblem | None:
        return facility_problem(facility, guide, languages)

    loaded = load(check)
    return Stock(
        _shown(guide, _with_pack(guide, loaded.facility), date.today()),
        languages,
        Catalogs(resources.folder("translations")),
        loaded,
        check,
    )


def _with_pack(guide: Guide, facility: Facility) -> Facility:
    """The settings combined with what the guide pack turns off and adds; both apply."""
    if not guide.narrowing:
        return facility
    reviewed = [facility.reviewed_here, *(n.reviewed_here for n in guide.narrowing)]
    return structs.replace(
        facility,
        asks_off=[*facility.asks_off, *(name for n in guide.narrowing for name in n.asks_off)],
        keep_off=[*facility.keep_off, *(name for n in guide.narrowing for name in n.keep_off)],
        local_notes=[
            *facility.local_notes,
            *(line for n in guide.narrowing for line in n.local_notes),
        ],
        reviewed_here="; ".join(dict.fromkeys(filter(None, reviewed))),
    )


def _shown(guide: Guide, facility: Facility, today: date) -> Guide:
    """The guide as this facility offers it on the given day."""
    late = overdue(guide.law, today)
    asks = list(facility.asks_off)
    if facility.asks_off_after and len(late) > facility.asks_off_after:
        asks += asks_on(guide, late)
    return narrowed(without(guide, facility.hidden), asks, facility.keep_off)


def facility_problem(
    facility: Facility, guide: Guide, languages: dict[str, Language]
) -> FacilityProblem | None:
    """The problem with the first setting that does not fit the guide and the installed languages.

    None if all fit.
    """
    for setting in ("languages", "offer_drafts"):
        problem = _language_problem(getattr(facility, setting), languages, setting)
        if problem is not None:
            return problem
    for code in facility.languages:
        if code not in facility.offer_drafts and _is_draft(code, languages):
            drafts = [*facility.offer_drafts, code]
            return problems.only_a_draft(code, settings()["offer_drafts"].line(drafts))
    may = may_hide(guide)
    for page in facility.hidden:
        if page not in may:
            from difflib import get_close_matches

            fitting = [
                meant for name in facility.hidden for meant in get_close_matches(name, may, 1)
            ]
            example = settings()["hidden"].line(list(dict.fromkeys(fitting)))
            exists = page in {p.id for p in guide.page}
            return problems.not_hidden(page, exists, may, example)
    pages = [page.id for page in guide.page]
    noted = [line.partition(":")[0].strip() for line in facility.local_notes]
    for setting, names, may in (
        ("asks_off", facility.asks_off, may_turn_off(guide)),
        ("keep_off", facility.keep_off, may_not_keep(guide)),
        ("local_notes", noted, pages),
    ):
        for wrong in (name for name in names if name not in may):
            line = settings()[setting].line(settings()[setting].example)
            return problems.no_such(setting, wrong, may, line)
    return None


def _language_problem(
    codes: Iterable[str], languages: dict[str, Language], setting: str = "languages"
) -> FacilityProblem | None:
    """The problem with the first code that is not a language; None if all are."""
    meant = [found for code in codes if (found := _meant(code, languages))]
    whole = settled(languages)
    fitting = [code for code in languages if (code in whole) == (setting == "languages")]
    example = settings()[setting].line(list(dict.fromkeys(meant)) or fitting)
    for code in codes:
        if code not in languages:
            return problems.no_language(code, list(languages), example, setting)
    return None


def _meant(code: str, languages: dict[str, Language]) -> str:
    """The code that was probably meant by a name or another spelling; "" if nothing is close."""
    plain = code.strip().casefold()
    for known, each in languages.items():
        names = (known, each.name.casefold(), each.english_name.casefold())
        if plain in names or plain.replace("_", "-").split("-")[0] == known:
            return known
    return ""
