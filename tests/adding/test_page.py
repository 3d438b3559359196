"""The recipes for a page of the guide and for a kind of screen, carried out as written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.adding.recipe import copy_of_the_project, follow, run

# Goes to a page as a person does, and prints what is on it: in both languages, line by line.
_SHOW = """
import datetime, sys
from pdkiosk.commands.stock import load_stock
from pdkiosk.interview.flow import Interview
from pdkiosk.papers_desk import Desk
from pdkiosk.ui.application import make_application
from pdkiosk.ui.theme.look import Scale
from pdkiosk.ui.widgets import TextPair
from pdkiosk.ui.window.run import session_maker
from pdkiosk.ui.window.shell import Shell

application = make_application()
stock, today = load_stock(None), datetime.date.today()
shell = Shell(
    session_maker(
        stock.guide, stock.catalogs, stock.languages, stock.facility,
        lambda interview: Desk(
            stock.guide, interview, stock.facility, stock.catalogs, stock.languages
        ),
        Scale(1280, 1024, 19.0), lambda: today,
    )
)
shell.resize(1280, 1024)
shell.show()
shell.begin("es")
for _ in range(30):
    if shell.step_id == sys.argv[1]:
        break
    before = shell.step_id
    for question, answer in (("in_proceedings", "yes"), ("way", "full")):  # gates
        shell.context.interview.answers.set(question, answer)
    shell.navigator.forward()
    if shell.step_id == before:
        raise SystemExit(f"stays at {before}")
for label in shell.frame.screen.findChildren(TextPair):
    print(label.pair.first, "|", label.pair.second)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = copy_of_the_project(tmp_path_factory.mktemp("adding"))
    follow("A page of the guide", copy)
    follow("A kind of screen", copy)
    return copy


def _shown(folder: Path, page: str) -> list[str]:
    return run(folder, sys.executable, "-P", "-c", _SHOW, page).splitlines()


def test_a_page_of_the_guide_is_shown(folder: Path) -> None:
    shown = _shown(folder, "at_your_speed")
    assert "Vaya a su propio ritmo | Go at your own speed" in shown
    assert "Al volver no se pierde ninguna respuesta. | " in shown


def test_a_kind_of_screen_is_shown(folder: Path) -> None:
    shown = _shown(folder, "how_it_goes")
    assert "Cómo se hace | How it goes" in shown
    assert "Pasos: 2 | " in shown
    assert "Usted imprime la carta. | " in shown


def test_no_text_is_missing_in_the_catalogs(folder: Path) -> None:
    run(folder, sys.executable, "-P", "-m", "pdkiosk.language.check")
