"""Saving and coming back, by real taps through the window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from pdkiosk.session.saved_work import State
from pdkiosk.ui.theme.look import TextSize
from pdkiosk.vault import words
from tests.journeys.kiosk import Kiosk
from tests.journeys.paper import paper_files, read_paper
from tests.journeys.person import Person
from tests.saving.conftest import (
    Saved,
    begins,
    goes_to_words,
    is_kept,
    opens,
    reads_words,
    saves,
    vanishes,
)

ROOT = Path(__file__).parents[2]


def files(shelf: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in shelf.rglob("*") if path.is_file()}


def test_everything_is_there_again(kiosk: Kiosk, person: Person) -> None:
    begins(person)
    person.sizes("large")
    saved = saves(person)
    person.next()
    person.counts("age", 34)
    person.looks_at("es")
    person.writes("a_number", "012345678")
    person.next()
    before, place = dict(person.answers), person.place
    person.tap("keep")
    person.tap("saved.leave")
    assert person.place == "start"
    assert not person.answers

    opens(person, saved, language="en")
    assert person.answers == before
    assert person.languages == ("es", "")
    assert person.shell.context.preferences.text_size is TextSize.LARGE
    person.next()
    assert person.place == place


def test_nothing_of_the_words_or_the_answers_is_readable(
    kiosk: Kiosk, person: Person, shelf: Path
) -> None:
    begins(person, "Guadalupe Hernandez")
    saved = saves(person)
    written = b"".join(files(shelf).values())
    assert len(written) > 1000  # there is something to look into
    for secret in ("Guadalupe", *saved.words.split()):
        for encoding in ("utf-8", "utf-16-le"):
            assert secret.encode(encoding) not in written
    assert saved.words.split()[0] not in kiosk.shell.windowTitle()
    assert all(saved.words not in place for place in person.places)


def test_it_saves_by_itself_at_each_step(kiosk: Kiosk, person: Person) -> None:
    person.walks = True
    begins(person)
    saved = saves(person)
    person.next()
    person.go_on_to_question("facility_name")
    person.writes("facility_name", "Honduras")
    person.next()
    is_kept(person)
    vanishes(person)
    opens(person, saved)
    assert person.answers["facility_name"] == "Honduras"


def test_what_was_typed_last_is_saved_at_the_end(kiosk: Kiosk, person: Person) -> None:
    begins(person)
    saved = saves(person)
    person.next()
    person.go_on_to_question("facility_name")
    person.writes("facility_name", "Honduras")
    person.erases()
    opens(person, saved)
    assert person.answers["facility_name"] == "Honduras"


def test_own_words(kiosk: Kiosk, person: Person) -> None:
    begins(person)
    person.tap("keep")
    person.tap("next")
    person.tap("save.own")
    person.enters("save.own.first", "hola amigo")
    person.tap("next")
    assert person.reads("Agregue más palabras")
    person.empties("save.own.first")
    person.enters("save.own.first", "Zapato Níspero tractor helecho brújula cántaro")
    person.tap("next")
    assert person.reads("Estas no son las mismas palabras")
    person.enters("save.own.again", "zapato nispero tractor helecho brujula cantaro")
    person.tap("tool.second")  # the page is built again, with what was typed
    person.tap("next")
    person.wait(lambda: person.place == "saved")
    handle = kiosk.shell.context.saving.handle
    assert handle is not None
    work = handle.work
    person.tap("saved.leave")
    saved = Saved("", work.picture, work.number)
    opens(person, saved, words="ZAPATO  nispero Tractor helecho brujula cantaro")
    assert person.answers["full_name"] == "María López Ruiz"


def test_own_name_is_no_secret(kiosk: Kiosk, person: Person) -> None:
    begins(person, "Ernestina Wenceslada Covarrubias Montenegro Villavicencio Zaldívar")
    person.tap("keep")
    person.tap("next")
    person.tap("save.own")
    person.enters(
        "save.own.first", "Ernestina Wenceslada Covarrubias Montenegro Villavicencio Zaldívar"
    )
    person.tap("next")
    assert person.reads("Otros pueden adivinar estas palabras")
    assert person.place == "save:own"


def test_the_words_must_be_told_back(kiosk: Kiosk, person: Person) -> None:
    begins(person)
    person.tap("keep")
    person.tap("next")
    first = reads_words(person)
    person.tap("save.others")
    proposed = reads_words(person)
    assert proposed != first
    person.tap("next")
    wrong = next(word for word in kiosk.shell.context.saving.draft.tiles if word != proposed[0])
    person.tap(f"word.{wrong}")
    assert person.reads("La palabra número 1 es otra")
    person.tap("next")
    assert person.place == "save:tell"
    assert kiosk.shell.context.saving.state is State.UNSAVED


def test_the_session_forgets(kiosk: Kiosk, person: Person) -> None:
    begins(person)
    saves(person)
    saving = kiosk.shell.context.saving
    person.tap("saved.leave")
    assert saving.handle is None
    assert not saving.draft.words and not saving.draft.passphrase
    assert kiosk.shell.context.saving is not saving


def test_nothing_is_offered_where_saving_is_not_allowed(
    kiosk_for: Callable[..., Kiosk],
) -> None:
    person = kiosk_for(saving=False).person()
    assert not person.sees("start.saved")
    begins(person)
    assert not person.sees("keep")
    person.tap("erase")
    assert person.reads("Antes, imprimir mis respuestas")
    person.tap("answers")
    assert person.place == "answers"


def test_going_back_from_the_way_to_saved_work(kiosk: Kiosk, person: Person) -> None:
    person.tap("start.saved")
    assert person.reads("Después puede abrir las respuestas que guardó")
    person.tap("start.saved")
    assert not person.reads("Después puede abrir las respuestas que guardó")
    person.tap("start.saved")
    person.start("es")
    assert person.place == "open"
    person.next()
    assert person.place == "proceedings"


def test_tiles_complete_the_words(kiosk: Kiosk, person: Person) -> None:
    begins(person)
    saved = saves(person)
    person.tap("saved.leave")
    goes_to_words(person, saved)
    for word in saved.words.split():
        plain = words.plain(word)
        person.types("open.text", plain[:4])
        places = [n for n in range(4) if person.sees(f"completion.{n}")]
        shown = [person.find(f"completion.{n}").accessibleName() for n in places]
        person.tap(f"completion.{shown.index(word)}")
    person.tap("next")
    person.wait(lambda: person.place == "opened")


def test_the_slip_holds_the_words_only_if_asked(kiosk: Kiosk, person: Person) -> None:
    begins(person)
    saved = saves(person)
    words = saved.words.split()

    def newest() -> Path | None:
        return paper_files(kiosk.folder).get("slip-for-saved-work")

    def prints() -> str:
        before = newest()
        person.tap("next")
        person.wait(lambda: newest() != before and not person.stops_printing)
        slip = newest()
        assert slip is not None
        return read_paper(slip).text

    person.tap("saved.slip")
    plain = prints()
    assert f" {saved.number}" in plain
    # One of them may be a word of the slip itself.
    assert not all(word in plain for word in words)
    person.tap("slip.words")
    with_words = prints()
    assert all(word in with_words for word in words)
    assert "Quien tenga este papelito puede abrir sus respuestas" in with_words
    person.back()
    # Once the page is left, nobody can print the words any more.
    person.next()
    person.tap("keep")
    person.tap("saved.slip")
    assert not person.sees("slip.words")


_START = """
import sys
from pdkiosk import resources
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import load_languages, settled
from pdkiosk.papers_desk import Desk
from pdkiosk.ui.window.shell import Shell
from pdkiosk.ui.application import make_application
from pdkiosk.ui.window.run import session_maker
from pdkiosk.ui.theme.look import Scale

application = make_application()
guide, catalogs = load_guide(resources.path("guide")), Catalogs(resources.folder("translations"))
facility, languages = Facility(saving=True), settled(load_languages())
papers = lambda interview: Desk(guide, interview, facility, catalogs, languages)
scale = Scale(1280, 1024, 19.0)
shell = Shell(session_maker(guide, catalogs, languages, facility, papers, scale))
assert shell.place == "start"
print([name for name in sys.modules if name.startswith(("pdkiosk.vault", "cryptography"))])
"""


def test_the_start_screen_waits_for_no_vault() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _START],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == "[]"
