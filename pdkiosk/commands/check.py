"""``pdkiosk check`` (``--self-test``).

Is everything it needs here and undamaged? One line for each check.
"""

from __future__ import annotations

import importlib.metadata
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import msgspec

from pdkiosk import resources, shipped_files
from pdkiosk.commands import self_test
from pdkiosk.commands.check_review import check_reviews
from pdkiosk.commands.output import say
from pdkiosk.commands.result import Level, Result
from pdkiosk.commands.stock import facility_problem
from pdkiosk.exit_codes import DONE, FAILED
from pdkiosk.facility.loading import FacilityError, checked, load_facility, read_file
from pdkiosk.facility.pin import is_hash
from pdkiosk.facility.settings import Facility, settings
from pdkiosk.facility.warnings import warnings
from pdkiosk.guide.checks import problems
from pdkiosk.guide.law import overdue
from pdkiosk.guide.loader import GuideError, load_guide
from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import About, Guide
from pdkiosk.interview.today import Clock, judged
from pdkiosk.language import formats
from pdkiosk.language.before_sound import adapted
from pdkiosk.language.catalogs import SOURCE_LANGUAGE, Catalogs
from pdkiosk.language.check import problems as translation_problems
from pdkiosk.language.compile import is_compiled
from pdkiosk.language.extraction import extract_template, read_catalog, texts
from pdkiosk.language.languages import Language, load_languages, settled, with_text
from pdkiosk.language.message import Listing, Own, alone
from pdkiosk.language.update import catalog_path
from pdkiosk.printing.abilities import Abilities
from pdkiosk.printing.system_printer import abilities
from pdkiosk.speech.locales import choose_locale
from pdkiosk.speech.probe import probe, speech_command
from pdkiosk.staff import health
from pdkiosk.staff.printer_abilities import chosen, printer_abilities
from pdkiosk.system import own_program

_PRINTER_TIMEOUT = 2.0  # seconds
_MOST_LINES = 20


def check(facility_file: Path | None, pdf_folder: Path | None = None) -> int:
    """Prints a line for each check; returns 1 if one failed."""
    failed = False
    for result in results(facility_file, date.today(), pdf_folder):
        say(result)
        failed = failed or result.level is Level.FAIL
    return FAILED if failed else DONE


def results(
    facility_file: Path | None, today: date, pdf_folder: Path | None = None
) -> Iterator[Result]:
    """Runs every check in turn. None of them needs a screen."""
    yield from check_window()
    yield from check_files()
    yield check_content()
    try:
        guide = load_guide(resources.path("guide"))
    except GuideError as error:
        yield Result(Level.FAIL, "guide", str(error))
        return
    yield check_clock(today, guide.about)
    yield check_guide(guide, today)
    yield check_law(guide, today)
    # Again for the compiled guide, which loads without checks.
    yield from _listed("references", map(str, problems(guide)), "rules, questions, placeholders")
    yield from check_icons(guide)
    try:
        languages = load_languages()
    except (OSError, msgspec.MsgspecError) as error:
        yield Result(Level.FAIL, "languages", str(error))
        return
    yield from check_reviews(guide, with_text(languages), today)
    yield from _listed("languages", check_formats(languages), "dates, lists, sounds")
    yield from check_translations(languages)
    yield from check_fonts(languages)
    yield from check_facility(facility_file, guide, languages, today)
    yield self_test.check_keyboards()
    stock = self_test.load(facility_file)
    if stock is not None:
        yield from self_test.check_papers(stock, today)
        given = [f"--facility={facility_file}"] if facility_file is not None else []
        yield self_test.check_picture([*own_program(), *given])
    yield self_test.check_saving(languages)
    facility = _facility_or_default(facility_file)
    yield from check_folders(facility, pdf_folder)
    yield from check_printer(facility)
    yield check_speech(settled(languages))


def _listed(name: str, found: Iterable[str], good: str) -> Iterator[Result]:
    """FAIL lines for the problems (the first few of many), or one line that says all is well."""
    problems = list(found)
    for problem in problems[:_MOST_LINES]:
        yield Result(Level.FAIL, name, problem)
    if len(problems) > _MOST_LINES:
        yield Result(Level.FAIL, name, f"and {len(problems) - _MOST_LINES} more")
    if not problems:
        yield Result(Level.OK, name, good)


def check_window(python: tuple[int, ...] = sys.version_info[:2]) -> Iterator[Result]:
    """The Qt that draws the window; see docs/decisions/0001-pyside-version.md."""
    try:
        version = importlib.metadata.version("PySide6-Essentials")
    except importlib.metadata.PackageNotFoundError:
        yield Result(Level.FAIL, "window", "PySide6 is not installed")
        return
    if version.startswith("6.12.0") and python < (3, 12):
        yield Result(Level.FAIL, "window", f"PySide6 {version} aborts on Python 3.11: take 6.11.3")
    else:
        yield Result(Level.OK, "window", f"PySide6 {version}")


def check_files() -> Iterator[Result]:
    """Whether the files that ship with the program are as they were built."""
    if not shipped_files.is_listed():
        yield Result(Level.OK, "files", "a checkout: nothing to compare them with")
        return
    damaged = (f"{name}: not as it was built: install again" for name in shipped_files.damaged())
    yield from _listed("files", damaged, "as they were built")


def check_content() -> Result:
    """Whether a separately updated guide and translations still match their signature."""
    from pdkiosk.update.integrity import first_damaged_file

    folder = resources.content()
    if folder is None:
        return Result(Level.OK, "content", "the program's own guide and translations")
    if damaged := first_damaged_file(folder):
        return Result(Level.FAIL, "content", f"{folder.name}: not as it was signed: {damaged}")
    return Result(Level.OK, "content", folder.name)


def check_guide(guide: Guide, today: date) -> Result:
    """The guide loads; a warning once it should have been checked again."""
    counts = f"{len(guide.page)} pages, {sum(1 for _ in all_questions(guide))} questions"
    if today > date.fromisoformat(guide.about.check_by):
        return Result(Level.WARN, "guide", f"was to be checked again by {guide.about.check_by}")
    return Result(Level.OK, "guide", f"{counts}, to be checked again by {guide.about.check_by}")


def check_law(guide: Guide, today: date) -> Result:
    """Warns if a statement of law is past the day by which it must be looked up again."""
    if late := overdue(guide.law, today):
        says = f"{len(late)} of {len(guide.law)} statements were to be checked again by now"
        return Result(Level.WARN, "law", f"{says}: {', '.join(entry.id for entry in late)}")
    following = min(law.check_by for law in guide.law)
    return Result(Level.OK, "law", f"{len(guide.law)} statements, the first to check: {following}")


def check_clock(clock: date, about: About) -> Result:
    """Whether the clock can be right: today cannot be before the guide was made."""
    match judged(clock, about).clock:
        case Clock.WRONG:
            # Not a failure: updates run this check too, and a wrong clock must not block them.
            detail = f"says {clock}, before the guide's own day {about.checked}: set date and time"
            return Result(Level.WARN, "clock", detail)
        case Clock.DOUBTFUL:
            detail = f"says {clock}, long after the guide's day {about.checked}: people are asked"
            return Result(Level.WARN, "clock", detail)
    return Result(Level.OK, "clock", f"{clock}")


def check_icons(guide: Guide) -> Iterator[Result]:
    """Checks that every icon that the guide names exists."""
    names = sorted({name for name in _icons(guide) if name})
    missing = (n for n in names if not resources.path(f"icons/{n}.svg").is_file())
    yield from _listed("icons", (f"{n}.svg is missing" for n in missing), f"{len(names)}")


def _icons(thing: object) -> Iterator[str]:
    if isinstance(thing, list):
        for item in thing:
            yield from _icons(item)
    elif isinstance(thing, msgspec.Struct):
        for field in thing.__struct_fields__:
            value = getattr(thing, field)
            if field == "icon":
                yield value
            else:
                yield from _icons(value)


def check_translations(languages: dict[str, Language]) -> Iterator[Result]:
    """Checks that each catalog is complete, except drafts, and compiled from its current text."""
    folder = resources.folder("translations")
    yield from _listed(
        "translations",
        translation_problems(
            folder,
            resources.path("guide"),
            with_text(languages),
            languages.keys() - settled(languages).keys(),
        ),
        ", ".join(language.english_name for language in languages.values()),
    )
    for code in with_text(languages):
        source = catalog_path(folder, code)
        if code != SOURCE_LANGUAGE and source.exists() and not is_compiled(source):
            yield Result(Level.FAIL, f"translations {code}", "not compiled: ./run does it")


def check_formats(languages: dict[str, Language]) -> Iterator[str]:
    """Checks how each language writes dates and lists, and its rules for words before a sound."""
    for code in with_text(languages):
        listed = Listing((Own("Ines"), Own("Olga")))
        try:
            formats.warm([code])
            Catalogs(resources.folder("translations")).text(alone(listed), code)
            for rule in languages[code].before_sound:
                adapted(f"x {rule.word} ", "Ines", [rule])
        except Exception as error:  # Babel's own errors, or those of a regular expression
            yield f"{code}: {type(error).__name__}: {error}"


def check_fonts(languages: dict[str, Language]) -> Iterator[Result]:
    """Checks that the fonts have every character of every language's texts."""
    from pdkiosk import characters, typefaces
    from pdkiosk.pdf import fonts

    try:
        from pdkiosk.pdf.scripts import shaping

        for bold in (False, True):
            fonts.face(bold)
            for family in typefaces.families():
                shaping.font(family, bold)
    except Exception as error:  # reportlab's own errors, or OSError
        yield Result(Level.FAIL, "fonts", f"cannot be read ({type(error).__name__})")
        return
    for code, language in languages.items():
        text = "".join([*_texts_of(code), language.name])
        if lacking := sorted(characters.boxed(text)):
            listed = ", ".join(f"U+{ord(c):04X}" for c in lacking)
            yield Result(Level.FAIL, f"fonts {code}", f"no shape for {listed}")
        else:
            yield Result(Level.OK, f"fonts {code}", f"{len(set(text))} different characters")


def _texts_of(code: str) -> Iterator[str]:
    if code == SOURCE_LANGUAGE:
        for message in extract_template(resources.path("guide")):
            yield from [message.id] if isinstance(message.id, str) else message.id
        return
    path = catalog_path(resources.folder("translations"), code)
    if path.exists():
        for message in read_catalog(path, code):
            if message.id:
                yield from texts(message)


def _facility_or_default(path: Path | None) -> Facility:
    try:
        return load_facility(path)
    except FacilityError:
        return Facility()


def check_facility(
    path: Path | None, guide: Guide, languages: dict[str, Language], today: date
) -> Iterator[Result]:
    """Checks that the facility file is well-formed and has what the pages need."""
    if path is None:
        detail = "no file given: addresses are blank lines, telephone numbers the built-in ones"
        yield Result(Level.WARN, "facility", detail)
        return
    try:
        facility = checked(
            read_file(path), str(path), lambda found: facility_problem(found, guide, languages)
        )
    except FacilityError as error:
        fix = Catalogs(resources.folder("translations")).text(error.problem.fix, SOURCE_LANGUAGE)
        yield Result(Level.FAIL, "facility", f"{error}. {fix}")
        return
    if facility.staff_pin and not is_hash(facility.staff_pin):
        # Do not print the value: it may be the PIN itself.
        detail = "staff_pin is no hash of a PIN, so there is no staff page. Make it: pdkiosk pin"
        yield Result(Level.FAIL, "facility", detail)
    for warning in warnings(facility):
        fix = Catalogs(resources.folder("translations")).text(warning.fix, SOURCE_LANGUAGE)
        yield Result(Level.WARN, "facility", f"{warning.detail}. {fix}")
    looked = date.fromisoformat(facility.numbers_checked)
    empty = [
        name
        for name in ("name", "address", "opla_address", "ero_address", "legal_help", "library")
        if not getattr(facility, name)
    ]
    if empty:
        yield Result(Level.WARN, "facility", f"left open: {', '.join(empty)}")
    elif (today - looked).days > 366:
        yield Result(Level.WARN, "facility", f"telephone numbers last checked {looked}")
    else:
        yield Result(Level.OK, "facility", facility.name)


def check_folders(facility: Facility, pdf_folder: Path | None) -> Iterator[Result]:
    """Whether the named folders can be written to, or created."""
    if facility.saving and facility.saving_folder:
        yield _check_folder("folder for saved work", Path(facility.saving_folder))
    if pdf_folder is not None:
        yield _check_folder("folder for pages", pdf_folder)


def _check_folder(name: str, folder: Path) -> Result:
    found = health.disk(folder, saving=True)
    says = Catalogs(resources.folder("translations")).text(found.says, SOURCE_LANGUAGE)
    return Result(Level.OK if found.fix is None else Level.FAIL, name, says)


def check_speech(
    languages: dict[str, Language],
    ask: Callable[[Sequence[str]], list[str] | None] = probe,
) -> Result:
    """Whether this machine can read aloud, in all languages.

    The wizard works without speech too.
    """
    locales = ask(speech_command())
    if locales is None:
        return Result(Level.WARN, "speech", "no speech here: docs/voices.md says what to install")
    voices = {code: choose_locale(locales, code) for code in with_text(languages)}
    lacking = ", ".join(code for code, voice in voices.items() if voice is None)
    if lacking:
        return Result(Level.WARN, "speech", f"no voice for {lacking}")
    return Result(Level.OK, "speech", ", ".join(str(voice) for voice in voices.values()))


def check_printer(
    facility: Facility,
    which: Callable[[str], str | None] = shutil.which,
    ask: Callable[[float], Sequence[Abilities] | None] = abilities,
) -> Iterator[Result]:
    """Whether this machine has a printer that can print our pages. The wizard works without one."""
    windows = sys.platform == "win32"
    if not windows and which("ipptool") is None:
        detail = "no client of CUPS here (ipptool, package cups-ipp-utils)"
        yield Result(Level.WARN, "printer", detail)
        return
    found = ask(_PRINTER_TIMEOUT)
    if found is None:
        system = "the spooler" if windows else "CUPS"
        yield Result(Level.WARN, "printer", f"{system} did not answer in {_PRINTER_TIMEOUT:.0f} s")
        return
    findings = printer_abilities(found, facility)
    catalogs = Catalogs(resources.folder("translations"))
    for finding in findings:
        words = [finding.says, *([finding.fix] if finding.fix else [])]
        detail = " ".join(catalogs.text(each, SOURCE_LANGUAGE) for each in words)
        yield Result(Level.WARN, "printer", detail)
    used = chosen(found, facility.printer)
    known = ", ".join(each.name for each in found) or "no printer"
    if used is None:
        wanted = f"no {facility.printer}" if facility.printer else "none is the default"
        detail = f"{wanted}; this machine has {known}{_meant(facility.printer, found)}"
        yield Result(Level.WARN, "printer", detail)
    elif not findings:
        yield Result(Level.OK, "printer", used.name)


def _meant(name: str, printers: Sequence[Abilities]) -> str:
    """The line for the facility file with the printer that was probably meant."""
    spelled = {each.name.casefold(): each.name for each in printers if not each.makes_files}
    near = get_close_matches(name.casefold(), list(spelled), 1)
    meant = spelled[near[0]] if near else next(iter(spelled.values())) if len(spelled) == 1 else ""
    return f". Write it like this: {settings()['printer'].line(meant)}" if name and meant else ""
