"""``pdkiosk voices``: a list to record from, and the exit code."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk import resources
from pdkiosk.app import main
from pdkiosk.commands.voices import heard, to_record
from pdkiosk.language.all_texts import all_texts
from pdkiosk.language.message import Message
from pdkiosk.speech.recordings import WHOLE, recordable, recording_id
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.reading.script import ReadingMode, Sentence, script
from pdkiosk.ui.staff.page import StaffPage
from pdkiosk.ui.window.countdown import Countdown
from tests.screens.stage import Setting, Stage


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


def test_a_message_may_be_recorded_sentence_by_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["voices", "--language", "es", "--facility", str(site(tmp_path))]
    folder = tmp_path / "voices" / "es"
    follows = Message(
        "Without headphones, this page is not read in full. It is on the screen.",
        "speech.not_in_full",
    )
    name = recording_id(follows)

    def lacking() -> list[tuple[str, str]]:
        assert main(command) == 1
        found = rows(capsys.readouterr().out)
        return [(r["recording"], r["es"]) for r in found if r["recording"].startswith(name)]

    assert lacking() == [
        (name, "Sin audífonos, esta página no se lee completa. Está en la pantalla.")
    ]
    (folder / f"{name}.1.ogg").touch()
    assert lacking() == [(f"{name}.2", "Está en la pantalla.")]
    (folder / f"{name}.2.wav").touch()
    assert lacking() == []
    (folder / f"{name}.1.ogg").unlink()
    assert lacking() == [(f"{name}.1", "Sin audífonos, esta página no se lee completa.")]
    (folder / f"{name}.ogg").touch()
    assert lacking() == []


def test_what_is_never_played_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facility = site(tmp_path)
    for name in ("help-e672a935.2.ogg", "help-e672a935.1.ogg", "help-00000000.wav", "notes.txt"):
        (tmp_path / "voices" / "es" / name).touch()
    assert main(["voices", "--language", "es", "--facility", str(facility)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("es: 1 of ")
    assert said[1:] == ["es: help-00000000 is never played", "es: help-e672a935.2 is never played"]


def spoken_on(root: QWidget, context: Context) -> Iterator[Sentence]:
    """All that is read of a part of the window, with headphones and without."""
    for aloud in (True, False):
        yield from script(
            root,
            ReadingMode(
                "en",
                lambda message: context.text(message, "en"),
                lambda message, number: number == WHOLE and recordable(message),
                aloud=aloud,
            ),
        )


def test_all_that_a_person_hears_is_listed_and_nothing_that_only_staff_sees(
    qapp: QApplication,
) -> None:
    stage = Stage(Setting(first="en", second=""), qapp)
    context = stage.shell.context
    heard_here: set[Message] = set()
    shown_to_staff: set[str] = set()
    for _ in stage.places():
        room = stage.shell.findChild(StaffPage)
        shown = stage.shell._shown()
        parts = [room] if room else [shown.page, shown.primary, stage.shell.findChild(Countdown)]
        for sentence in (s for part in parts if part for s in spoken_on(part, context)):
            if room and sentence.block is not None:
                shown_to_staff.add(sentence.block.pair.first)
            elif not room and sentence.recorded is not None:
                heard_here.add(sentence.recorded)
    stage.close()
    languages = {code: each for code, each in context.languages.items() if code in ("en", "es")}
    entries = {entry.message: entry.files for entry in to_record(languages)}
    pretended = {m for m in heard_here if m.text in ("Pseudo", "Right to left")}
    assert len(heard_here) > 800
    unlisted = heard_here - pretended - entries.keys()
    assert not unlisted, unlisted
    words = {message.text for message in heard_here}
    alone = {message for message in entries if message.text in shown_to_staff - words}
    assert len(shown_to_staff - words) > 200
    # What a printer does, and what buttons say, a person hears as well, elsewhere.
    both = ("pdkiosk/printing/", "pdkiosk/ui/wording.py")
    assert {m.text for m in alone if not any(f.startswith(both) for f in entries[m])} == set()


def test_what_only_paper_says_and_what_changes_is_not_listed() -> None:
    entries = list(all_texts(resources.folder("translations")))
    found = list(heard(entries))
    assert 0 < len(found) < len(entries)
    assert not any("{" in entry.message.text for entry in found)
    of_the_letter = [e for e in found if e.message.context.startswith("letter.")]
    assert all(e.message.context.endswith(".by_hand") for e in of_the_letter)
    assert Message("Touch your language", "start.touch") in [entry.message for entry in found]


def test_a_language_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voices", "--language", "xx"]) == 2
    assert "no language 'xx'" in capsys.readouterr().err
