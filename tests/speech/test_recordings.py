"""Recorded voices: their names, which is played, and what happens where none is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pdkiosk.commands.stock import load_stock
from pdkiosk.facility.settings import Facility
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.languages import Language, read_languages, with_text
from pdkiosk.language.message import Message
from pdkiosk.speech import player
from pdkiosk.speech.recorded import RecordedVoice
from pdkiosk.speech.recordings import (
    WHOLE,
    Recordings,
    recordable,
    recording_id,
    recording_name,
)
from pdkiosk.speech.voice import Trouble, Utterance
from pdkiosk.ui import wording
from pdkiosk.ui.reading.script import ReadingMode, script
from pdkiosk.ui.widgets.spoken import FOLLOWS
from tests.speech.conftest import Heard
from tests.speech.fakes import FakeVoice

HELP = Message("Help", "tool.help")
GATE = "¿Tiene un papel como estos, o fecha con un juez?"


def record(
    folder: Path, language: str, message: Message, suffix: str = ".ogg", number: int = WHOLE
) -> Path:
    """An empty recording of a message, or of its sentence of a number."""
    file = folder / language / f"{recording_name(message, number)}{suffix}"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    return file


def test_the_name_of_a_recording_never_changes() -> None:
    # People have recorded under these names: they must find their files again.
    assert recording_id(HELP) == "help-e672a935"
    assert recording_id(Message("Help")) == "help-e5cf4ed5"
    long = Message("When you leave, or if nobody touches the screen, all is erased.", "x")
    assert recording_id(long) == "when-you-leave-or-if-nobody-touches-the-0685f372"


def test_what_changes_from_person_to_person_is_not_recorded() -> None:
    assert not recordable(Message("{n} years old", "shown.age"))
    assert not recordable(Message("{n} page", "x", plural="{n} pages"))
    assert recordable(HELP)


def test_ogg_comes_before_wav_and_the_folder_may_be_missing(tmp_path: Path) -> None:
    wav = record(tmp_path, "mam", HELP, ".wav")
    assert Recordings(tmp_path).find(HELP, "mam") == wav
    ogg = record(tmp_path, "mam", HELP)
    assert Recordings(tmp_path).find(HELP, "mam") == ogg
    assert Recordings(tmp_path).find(HELP, "es") is None
    assert Recordings(tmp_path / "nothing").find(HELP, "mam") is None
    assert Recordings(None).find(HELP, "mam") is None


def test_only_a_file_is_a_recording(tmp_path: Path) -> None:
    ogg = record(tmp_path, "mam", HELP)
    ogg.unlink()
    os.mkfifo(ogg)
    assert Recordings(tmp_path).find(HELP, "mam") is None, "a pipe, which is not waited for"
    ogg.unlink()
    ogg.mkdir()
    assert Recordings(tmp_path).find(HELP, "mam") is None
    ogg.rmdir()
    ogg.symlink_to(tmp_path / "nowhere")
    assert Recordings(tmp_path).find(HELP, "mam") is None
    (tmp_path / "nowhere").write_bytes(b"x")
    assert Recordings(tmp_path).find(HELP, "mam") == ogg, "the administrator's folder"


def test_a_sentence_has_a_name_of_its_own(tmp_path: Path) -> None:
    wav = record(tmp_path, "mam", HELP, ".wav", 2)
    assert wav.name == "help-e672a935.2.wav"
    found = Recordings(tmp_path)
    assert found.find(HELP, "mam", 2) == wav
    assert found.find(HELP, "mam", 1) is None and found.find(HELP, "mam") is None


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], Path]:
    """Puts a player on the path that writes down what it was asked for, and ends as told."""

    def install(name: str, code: int) -> Path:
        log = tmp_path / "played"
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\necho "$@" >> {log}\nexit {code}\n')
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
        return log

    return install


class Ends:
    def __init__(self, voice: RecordedVoice) -> None:
        self.finished = 0
        self.troubles: list[Trouble] = []
        voice.listen(self._finish, self.troubles.append)

    def _finish(self) -> None:
        self.finished += 1


def test_a_recording_is_played_and_the_rest_is_spoken(
    qtbot: QtBot, tmp_path: Path, played: Callable[[str, int], Path]
) -> None:
    log = played("pw-play", 0)
    speech = FakeVoice()
    voice = RecordedVoice(speech)
    ends = Ends(voice)
    file = record(tmp_path, "mam", HELP)
    voice.say(Utterance("Ayuda", "es", volume=0.45, recording=file))
    qtbot.waitUntil(lambda: ends.finished == 1)
    assert log.read_text() == f"--volume=0.45 {file}\n"
    assert not speech.said
    voice.say(Utterance("Ayuda", "es"))
    assert speech.words == ["Ayuda"]
    voice.close()


def test_what_cannot_be_played_is_spoken(
    qtbot: QtBot, tmp_path: Path, played: Callable[[str, int], Path]
) -> None:
    played("pw-play", 1)
    speech = FakeVoice()
    voice = RecordedVoice(speech)
    ends = Ends(voice)
    voice.say(Utterance("Ayuda", "es", recording=record(tmp_path, "mam", HELP)))
    qtbot.waitUntil(lambda: speech.words == ["Ayuda"])
    assert speech.said[0].recording is None and ends.finished == 0
    voice.close()


def test_a_machine_without_a_player_speaks(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert player.player_command(tmp_path / "a.wav", 1.0) is None
    speech = FakeVoice()
    voice = RecordedVoice(speech)
    ends = Ends(voice)
    voice.say(Utterance("Ayuda", "es", recording=record(tmp_path, "mam", HELP)))
    assert speech.words == ["Ayuda"]
    # A sound without words that cannot be played is passed over.
    voice.say(Utterance("", "", recording=tmp_path / "sound.wav"))
    qtbot.waitUntil(lambda: ends.finished == 1)
    assert speech.words == ["Ayuda"]


def test_a_recording_is_stopped_at_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "pw-play"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/pid\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    voice = RecordedVoice(FakeVoice())
    ends = Ends(voice)
    voice.say(Utterance("Ayuda", "es", recording=record(tmp_path, "mam", HELP)))
    pid = tmp_path / "pid"
    qtbot.waitUntil(lambda: pid.exists() and pid.read_text().strip() != "")
    voice.stop()
    assert not Path(f"/proc/{pid.read_text().strip()}").exists()
    qtbot.wait(50)
    assert ends.finished == 0 and not ends.troubles


PRETEND = b"""
[[language]]
code = "es"
name = "Espa\xc3\xb1ol"
english_name = "Spanish"

[[language]]
code = "qqm"
name = "Qqm"
english_name = "Qqm"
text = "es"

[[language]]
code = "en"
name = "English"
english_name = "English"
"""


def test_a_language_that_is_only_heard_needs_one_to_be_shown_in() -> None:
    languages = read_languages(PRETEND)
    assert with_text(languages) == ["es", "en"]
    with pytest.raises(ValueError, match="qqm"):
        read_languages(PRETEND.replace(b'text = "es"', b'text = "fr"'))
    with pytest.raises(ValueError, match="qqm"):
        read_languages(PRETEND.replace(b'text = "es"', b'text = "qqm"'))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [(b'code = "qqm"', b'code = "es"'), (b'code = "en"', b'code = "eo"'), (b'"Qqm"', b'" "')],
)
def test_a_list_that_lacks_what_a_screen_needs_is_refused(right: bytes, wrong: bytes) -> None:
    with pytest.raises(ValueError, match="language"):
        read_languages(PRETEND.replace(right, wrong))


def test_it_brings_along_the_language_that_it_is_shown_in() -> None:
    stock = replace(load_stock(None), languages=read_languages(PRETEND))
    assert list(stock.offered(["qqm"])) == ["qqm", "es"]
    assert list(stock.offered(["es", "qqm"])) == ["es", "qqm"]
    assert list(stock.offered([])) == ["es", "qqm", "en"]


@pytest.fixture
def spoken_only(
    heard_with: Callable[[Facility | None], Heard], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Heard:
    """A kiosk that offers a pretend language by recordings alone; two messages are recorded."""
    languages: dict[str, Language] = read_languages(PRETEND)
    for place in ("tests.journeys.kiosk", "pdkiosk.language.formats"):
        monkeypatch.setattr(f"{place}.load_languages", lambda: languages)
    voices = tmp_path / "voices"
    record(voices, "qqm", wording.NEXT)
    record(voices, "qqm", Message("Touch your language", "start.touch"))
    return heard_with(Facility(voices_folder=str(voices)))


def test_a_language_that_is_only_heard_is_offered_and_played(spoken_only: Heard) -> None:
    heard = spoken_only
    heard.person.tap("listen.qqm")
    first = heard.voice.said[0]
    assert first.recording is not None and first.recording.parent.name == "qqm"
    heard.person.tap("language.qqm")
    heard.begins("¿Tiene audífonos puestos?")
    preferences = heard.kiosk.shell.context.preferences
    assert (preferences.first, preferences.second) == ("es", SOURCE_LANGUAGE)
    assert preferences.spoken == "qqm"
    heard.person.tap("headphones.no")
    heard.begins(GATE)
    heard.rest_of_page()
    by_text = {said.text: said for said in heard.voice.said}
    # What is not recorded is read in the language in which it stands there.
    assert by_text[GATE].language == "es"
    assert by_text[GATE].recording is None


def test_a_language_that_is_only_heard_begins_to_read_of_itself(spoken_only: Heard) -> None:
    heard = spoken_only
    heard.person.tap("language.qqm")
    heard.begins("¿Tiene audífonos puestos?")
    heard.person.tap("headphones.no")
    heard.begins("¿Tiene un papel")
    heard.person.touches("in_proceedings", "yes")
    heard.person.go_on_to_question("way")
    heard.begins("¿Cuánto tiempo")
    heard.rest_of_page()
    last = heard.voice.said[-1]
    assert last.text == "Siguiente"
    assert last.recording is not None and last.recording.parent.name == "qqm"


def test_without_a_voice_the_recorded_sentences_are_still_heard(spoken_only: Heard) -> None:
    heard = spoken_only
    heard.person.tap("language.qqm")
    heard.begins("¿Tiene audífonos puestos?")
    heard.person.tap("headphones.no")
    heard.begins("¿Tiene un papel")
    heard.person.touches("in_proceedings", "yes")
    heard.person.go_on_to_question("way")
    heard.begins("¿Cuánto tiempo")
    for _ in range(60):
        if heard.voice.said[-1].recording is not None or not heard.reading:
            break
        heard.voice.fail(Trouble.NO_VOICE)
        heard.qtbot.waitUntil(lambda: heard.voice.speaking or not heard.reading)
    assert heard.voice.said[-1].text == "Siguiente"


WHY = Message(
    "Without headphones, people near you can hear the voice. Then your own answers are not read "
    "aloud.",
    "headphones.why",
)
FIRST = "Sin audífonos, las personas cerca de usted pueden oír la voz."
SECOND = "En ese caso, sus respuestas no se leen en voz alta."


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        ([], {FIRST: None, SECOND: None}),
        ([2], {FIRST: None, SECOND: 2}),
        ([1, 2], {FIRST: 1, SECOND: 2}),
        ([WHOLE], {f"{FIRST} {SECOND}": WHOLE}),
        ([WHOLE, 1], {f"{FIRST} {SECOND}": WHOLE}),
        ([WHOLE, 1, 2], {FIRST: 1, SECOND: 2}),
        # One more than the text has sentences: there is nothing that it could stand for.
        ([2, 3], {FIRST: None, SECOND: 2}),
        ([WHOLE, 2, 3], {f"{FIRST} {SECOND}": WHOLE}),
    ],
)
def test_sentences_of_their_own_are_heard_and_highlighted_alone(
    spoken_only: Heard, tmp_path: Path, recorded: list[int], expected: dict[str, int | None]
) -> None:
    heard = spoken_only
    files = {number: record(tmp_path / "voices", "qqm", WHY, number=number) for number in recorded}
    heard.person.tap("language.qqm")
    heard.begins("¿Tiene audífonos puestos?")
    found = {}
    heard.next_sentence()
    for _ in expected:
        said, utterance = heard.reader._current, heard.voice.said[-1]
        assert said is not None and said.block is not None
        start, length = said.block._marks[0] or (0, 0)
        assert said.block.pair.first[start : start + length] == utterance.text
        found[utterance.text] = utterance.recording
        heard.next_sentence()
    assert found == {
        text: None if number is None else files[number] for text, number in expected.items()
    }
    assert heard.voice.said[-1].text == "Sí."


def test_what_is_only_said_may_be_recorded_in_sentences_too(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setProperty(FOLLOWS, True)
    mode = ReadingMode("en", lambda message: message.text, lambda message, number: number == 2)
    first, second = script(field, mode)
    assert (first.text, first.recorded) == (
        "Without headphones, this page is not read in full.",
        None,
    )
    assert (second.text, second.number) == ("It is on the screen.", 2)
    assert second.recorded is not None and second.recorded.context == "speech.not_in_full"


def test_the_language_can_be_changed_to_it_and_back(spoken_only: Heard) -> None:
    heard = spoken_only
    heard.person.start("es")
    heard.person.tap("tool.help")
    heard.person.tap("tool.language")
    heard.person.tap("languages.qqm+en")
    preferences = heard.kiosk.shell.context.preferences
    assert (preferences.first, preferences.spoken) == ("es", "qqm")
    heard.person.tap("languages.es+en")
    assert (preferences.first, preferences.spoken) == ("es", "")
