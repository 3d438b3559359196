"""A damaged installation: the program says so on the screen instead of dying in the dark."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pdkiosk import resources
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.compile import compile_catalogs
from pdkiosk.language.message import Message
from tests.faults.installed import damage, heard

ROOT = Path(__file__).parents[2]
MO = "translations/es/LC_MESSAGES/pdkiosk.mo"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compile_catalogs(resources.folder("translations"))
    folder = tmp_path_factory.mktemp("installed")
    for name in ("pdkiosk", "resources", "translations"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture
def installed(whole: Path, tmp_path: Path) -> Path:
    """A copy of the program, made of links, in which files can be damaged."""
    shutil.copytree(whole, tmp_path / "installed", copy_function=os.link)
    return tmp_path / "installed"


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


DAMAGE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "no fonts": ("note broken-files", lambda root: shutil.rmtree(root / "resources/fonts")),
    "a font cut off": (
        "note broken-files",
        lambda root: damage(
            next((root / "resources/fonts").glob("Atkinson*Regular.ttf")), lambda data: data[:1000]
        ),
    ),
    "no guide": ("note broken-guide", lambda root: shutil.rmtree(root / "resources/guide")),
    "a page of the guide cut off": (
        "note broken-guide",
        lambda root: damage(root / "resources/guide/pages/1-before.toml", half),
    ),
    "no list of languages": (
        "note broken-files",
        lambda root: (root / "resources/languages.toml").unlink(),
    ),
    "the list of languages cut off": (
        "note broken-files",
        lambda root: damage(root / "resources/languages.toml", lambda data: data[:-9]),
    ),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damaged_files_bring_the_page_that_asks_for_staff(installed: Path, name: str) -> None:
    note, break_it = DAMAGE[name]
    break_it(installed)
    said, code = heard(installed)
    assert (said[-1:], code) == ([note], 71)
    said, code = heard(installed, "--out-of-order")
    assert (said[-1:], code) == (["ready"], 0)


def test_without_pictograms_it_goes_on(installed: Path) -> None:
    shutil.rmtree(installed / "resources/icons")
    said, code = heard(installed)
    assert (said[-1], code) == ("ready", 0)


@pytest.mark.parametrize("gone", ["fonts", "keyboards"])
def test_what_goes_while_the_next_session_waits_is_found_at_once(
    installed: Path, gone: str
) -> None:
    # The start screen is shown already; an hour later the papers could not be made.
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "pdkiosk", "--session"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=installed,
        env={**os.environ, "PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen"},
    ) as real:
        assert real.stdin is not None and real.stdout is not None
        while real.stdout.readline() != b"ready\n":
            pass
        shutil.rmtree(installed / "resources" / gone)
        real.stdin.write(b"show\n")
        real.stdin.flush()
        assert real.wait(20) == 71
        assert real.stdout.read().decode().split("\n")[-2] == "note broken-papers"


@pytest.mark.parametrize(
    "break_it",
    [
        lambda root: shutil.rmtree(root / "translations"),
        lambda root: (root / MO).unlink(),
        lambda root: damage(root / MO, half),
        lambda root: damage(root / MO, lambda data: data[:6]),
        lambda root: damage(root / MO, lambda data: b""),
    ],
)
def test_a_language_without_its_translation_is_not_offered(
    installed: Path, break_it: Callable[[Path], object]
) -> None:
    break_it(installed)
    said, code = heard(installed)
    assert said[-2:] == ["note translation-es", "ready"]
    assert code == 0
    # Where no language is left, people read English.
    said, code = heard(installed, "--languages", "es")
    assert (said[-2:], code) == (["note translation-es", "ready"], 0)
    said, code = heard(installed, "--out-of-order")
    assert (said[-1], code) == ("ready", 0)


def test_a_language_that_is_only_heard_needs_no_translation_but_the_one_it_is_shown_in(
    installed: Path,
) -> None:
    heard_only = b'\n[[language]]\ncode = "mam"\nname = "Mam"\nenglish_name = "Mam"\ntext = "es"\n'
    damage(installed / "resources/languages.toml", lambda data: data + heard_only)
    said, code = heard(installed, "--languages", "mam")
    assert (said, code) == (["ready"], 0)
    damage(installed / MO, half)
    said, code = heard(installed, "--languages", "mam")
    assert (said, code) == (["note translation-es", "ready"], 0)


def test_no_damage_to_a_catalog_stops_a_sentence(whole: Path, tmp_path: Path) -> None:
    data = (whole / MO).read_bytes()
    target = tmp_path / "es/LC_MESSAGES/pdkiosk.mo"
    target.parent.mkdir(parents=True)
    sentence = Message("{section} · Step {n} of {all}", "bar.step")(section="A", n=1, all=8)
    english = "A · Step 1 of 8"
    for length in [*range(0, 40), *range(40, len(data), len(data) // 20)]:
        target.write_bytes(data[:length])
        catalogs = Catalogs(tmp_path)
        assert catalogs.text(sentence, "es") == english
        assert not catalogs.is_whole("es")
    for wrong in (b"Paso {m} de {all}", b"Paso {n de {all}"):
        spanish = "{section} · Paso {n} de {all}".encode()
        assert spanish in data
        target.write_bytes(data.replace(spanish, wrong.ljust(len(spanish))))
        assert Catalogs(tmp_path).text(sentence, "es") == english
