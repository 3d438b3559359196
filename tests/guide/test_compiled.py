"""The compiled guide is the guide, or it is not used."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from pdkiosk import resources
from pdkiosk.guide import compiled
from pdkiosk.guide.loader import GuideError, guide_files, load_guide


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the guide with a compiled one whose first section has another title."""
    made = tmp_path / "guide"
    shutil.copytree(resources.path("guide"), made, ignore=shutil.ignore_patterns(compiled.NAME))
    guide = load_guide(made)
    sections = list(guide.section)
    sections[0] = msgspec.structs.replace(sections[0], title="Compiled")
    marked = msgspec.structs.replace(guide, section=sections)
    made_of = compiled.fingerprint(guide_files(made))
    compiled.write(made, made_of, marked)
    return made


def title(folder: Path) -> str:
    return load_guide(folder).section[0].title


def test_it_is_read_instead_of_the_files(folder: Path) -> None:
    assert title(folder) == "Compiled"


def test_what_the_program_compiles_is_the_guide() -> None:
    files = list(guide_files(resources.path("guide")))
    read = compiled.read(resources.path("guide"), compiled.fingerprint(files))
    assert read is None or read == load_guide(resources.path("guide"))


def test_a_changed_file_counts(folder: Path) -> None:
    file = next(folder.glob("pages/*.toml"))
    file.write_text(file.read_text("utf-8") + "\n# a word more\n", "utf-8")
    assert title(folder) != "Compiled"


def test_a_file_more_counts(folder: Path) -> None:
    (folder / "zzz.toml").write_text("# nothing\n", "utf-8")
    assert title(folder) != "Compiled"


@pytest.mark.parametrize("keep", [0, 5, 32, 33, 1000, -1])
def test_a_damaged_one_is_not_used(folder: Path, keep: int) -> None:
    file = folder / compiled.NAME
    file.write_bytes(file.read_bytes()[:keep])
    assert title(folder) != "Compiled"


@pytest.mark.parametrize("place", [0, 4, 8, 5000, -40])
def test_one_with_a_wrong_bit_is_not_used(folder: Path, place: int) -> None:
    file = folder / compiled.NAME
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)
    assert title(folder) != "Compiled"


def test_it_does_not_hide_that_the_guide_is_wrong(folder: Path) -> None:
    (folder / "zzz.toml").write_text("no_such_key = 1\n", "utf-8")
    with pytest.raises(GuideError):
        load_guide(folder)
