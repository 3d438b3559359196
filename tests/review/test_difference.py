"""The comparison of two guide packs lists exactly what differs, with the old version."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pdkiosk import resources
from pdkiosk.app import main
from pdkiosk.exit_codes import WRONG_INPUT
from pdkiosk.language.compile import compile_catalogs
from tests.update.releases import Signer, release

ROOT = Path(__file__).parents[2]
RULES = "pdkiosk/interview/rules.py"


@pytest.fixture
def packs(tmp_path: Path) -> tuple[Path, Path]:
    """Twice what this checkout has."""
    made = []
    for name in ("old", "new"):
        pack = tmp_path / name
        shutil.copytree(resources.folder("resources"), pack / "resources")
        shutil.copytree(resources.folder("translations"), pack / "translations")
        (pack / RULES).parent.mkdir(parents=True)
        shutil.copy(ROOT / RULES, pack / RULES)
        made.append(pack)
    return made[0], made[1]


def edit(pack: Path, file: str, old: str, new: str) -> None:
    path = pack / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def changes(packs: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """What each part of the change book says."""
    assert main(["review", "diff", *map(str, packs)]) == 0
    parts = capsys.readouterr().out.split("== ")[1:]
    return {part.partition(":")[0]: part for part in parts} | {
        part.partition("\n")[0]: part for part in parts
    }


def test_the_same_is_no_change(
    packs: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    found = changes(packs, capsys)
    assert all("no change" in part.splitlines()[0] for part in found.values())
    assert {"Statements", "Rules", "Translation", "Letter"} <= set(found)


def test_each_kind_of_change_is_told(
    packs: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _, new = packs
    law, page = "resources/guide/law.toml", "resources/guide/chapters.toml"
    edit(new, law, "The fee for an appeal was 1,030 dollars", "The fee for an appeal was 9 dollars")
    edit(new, page, "It may not answer.", "It may give no answer.")
    edit(new, RULES, "age < OF_AGE", "age <= OF_AGE")
    edit(
        new,
        "resources/review/rules.json",
        '{"age": 18}, "holds": false',
        '{"age": 18}, "holds": true',
    )
    found = changes(packs, capsys)
    assert "  was: The fee for an appeal was 1,030 dollars" in found["Statements"]
    assert "  now: The fee for an appeal was 9 dollars" in found["Statements"]
    assert "It may give no answer." in found["Statements"]
    assert "is_minor: what it does, its cases" in found["Rules"]
    assert found["Rules"].count("CHANGED") == 1


def test_a_changed_sentence_stands_in_the_letters(
    packs: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _, new = packs
    edit(new, "resources/guide/factors/life.toml", "I have lived in the United States for",
         "I have been in the United States for")  # fmt: skip
    assert main(["review", "diff", *map(str, packs)]) == 0
    shown = capsys.readouterr().out
    assert "  - I have lived in the United States for" in shown
    assert "  + I have been in the United States for" in shown


def test_a_changed_translation_is_told(
    packs: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _, new = packs
    edit(new, "translations/es/LC_MESSAGES/pdkiosk.po", "Toque su idioma", "Elija su idioma")
    compile_catalogs(new / "translations")
    found = changes(packs, capsys)
    (spanish,) = (part for part in found.values() if part.startswith("Translation: es"))
    assert "  was: Toque su idioma\n  now: Elija su idioma" in spanish
    assert spanish.count("CHANGED") == 1


def test_a_pack_without_the_program_and_one_that_cannot_be_read(
    packs: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = packs
    (old / RULES).unlink()
    assert "not compared: rules are part of the program" in changes(packs, capsys)["Rules"]
    edit(new, "resources/guide/law.toml", 'id = "bond"', 'id = "bonds"')
    assert main(["review", "diff", str(old), str(new)]) == 2
    assert "there is no law bond" in capsys.readouterr().err
    assert main(["review", "diff", str(old), str(new / "nothing")]) == 2


def released(pack: Path, signer: Signer, start: str = "") -> bytes:
    """A release file of a pack, as ``packaging/release.py`` lays it out."""
    files = {
        f"{start}{path.relative_to(pack).as_posix()}": path.read_bytes()
        for folder in ("resources/guide", "translations")
        for path in sorted((pack / folder).rglob("*"))
        if path.suffix in (".toml", ".tsv", ".po", ".mo")
    }
    kind = "program" if start else "content"
    files |= {"pdkiosk": b"#!/bin/sh\n"} if start else {}
    return release(signer, files, kind=kind)


@pytest.mark.parametrize("start", ["", "_internal/pdkiosk/"])
def test_release_files_are_compared(
    packs: tuple[Path, Path], start: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    signer = Signer()
    edit(packs[1], "resources/guide/pages/6-request.toml", "You stay detained longer", "You wait")
    old, new, key = (tmp_path / name for name in ("old.tar", "new.tar", "test.pub"))
    old.write_bytes(released(packs[0], signer))
    new.write_bytes(released(packs[1], signer, start))
    key.write_bytes(signer.public())
    assert main(["review", "diff", str(old), str(new), "--key", str(key)]) == 0
    book = capsys.readouterr().out
    assert "closure): You stay detained longer" in book and "closure): You wait" in book
    # The folder and the release of the same pack are alike.
    assert main(["review", "diff", str(packs[1]), str(new), "--key", str(key)]) == 0
    assert "== Statements: no change" in capsys.readouterr().out


def test_a_release_that_nobody_known_has_signed_is_refused(
    packs: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "new.tar"
    for data in (released(packs[0], Signer()), b"no release", b""):
        file.write_bytes(data)
        assert main(["review", "diff", str(packs[0]), str(file)]) == WRONG_INPUT
        said = capsys.readouterr()
        assert not said.out and "does not count" in said.err
    assert main(["review", "diff", str(packs[0]), str(tmp_path / "none")]) == WRONG_INPUT
