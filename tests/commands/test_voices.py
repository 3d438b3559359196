"""``pdkiosk voices``: a list to record from, and whether anything is left on it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from pdkiosk import resources
from pdkiosk.app import main
from pdkiosk.commands.voices import heard
from pdkiosk.language.listing import listed
from pdkiosk.language.message import Message
from pdkiosk.speech.recordings import recording_id
from pdkiosk.ui import wording


def site(tmp_path: Path) -> Path:
    """A facility that has an empty folder for voices."""
    (tmp_path / "voices" / "es").mkdir(parents=True)
    file = tmp_path / "site.toml"
    file.write_text(f'voices_folder = "{tmp_path / "voices"}"\n')
    return file


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_list_shrinks_with_each_recording(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facility = site(tmp_path)
    command = ["voices", "--language", "es", "--facility", str(facility)]
    assert main(command) == 1
    before = rows(capsys.readouterr().out)
    names = [row["recording"] for row in before]
    assert len(names) == len(set(names)) > 500
    help_row = next(row for row in before if row["recording"] == recording_id(wording.HELP))
    assert help_row["English"] == "Help" and help_row["es"] == "Ayuda"
    assert "pdkiosk/ui/wording.py" in help_row["place"]
    (tmp_path / "voices" / "es" / f"{recording_id(wording.HELP)}.wav").touch()
    assert main(command) == 1
    captured = capsys.readouterr()
    assert len(rows(captured.out)) == len(before) - 1
    assert f"1 of {len(before)} recorded" in captured.err
    for name in names:
        (tmp_path / "voices" / "es" / f"{name}.ogg").touch()
    assert main(command) == 0
    assert capsys.readouterr().out == ""


def test_what_only_paper_says_and_what_changes_is_not_listed() -> None:
    entries = list(listed(resources.folder("translations")))
    found = list(heard(entries))
    assert 0 < len(found) < len(entries)
    assert not any("{" in entry.message.text for entry in found)
    assert not any(entry.message.context.startswith("letter.") for entry in found)
    assert Message("Touch your language", "start.touch") in [entry.message for entry in found]


def test_a_language_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voices", "--language", "xx"]) == 2
    assert "no language 'xx'" in capsys.readouterr().err
