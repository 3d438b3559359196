"""The process that speaks, with Qt's mock engine; and what happens when it does not answer."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer
from pytestqt.qtbot import QtBot

from pdkiosk.speech import process as processes
from pdkiosk.speech.locales import choose_locale
from pdkiosk.speech.probe import probe, speech_command
from pdkiosk.speech.process import SpeechProcess
from pdkiosk.speech.voice import Trouble, Utterance


class Ends:
    """Counts how utterances ended."""

    def __init__(self, voice: SpeechProcess) -> None:
        self.finished = 0
        self.troubles: list[Trouble] = []
        voice.listen(self._finish, self.troubles.append)

    def _finish(self) -> None:
        self.finished += 1


@pytest.fixture
def mock(qtbot: QtBot) -> Iterator[SpeechProcess]:
    voice = SpeechProcess(speech_command("mock"))
    yield voice
    voice.close()


def test_it_speaks_one_after_the_other(qtbot: QtBot, mock: SpeechProcess) -> None:
    ends = Ends(mock)
    assert not mock.running, "nothing is started before there is something to say"
    mock.say(Utterance("one two", "en"))
    qtbot.waitUntil(lambda: ends.finished == 1, timeout=10_000)
    mock.say(Utterance("three", "en", rate=0.3, volume=0.2))
    qtbot.waitUntil(lambda: ends.finished == 2)
    assert not ends.troubles


def test_what_is_stopped_or_cut_short_tells_nothing(qtbot: QtBot, mock: SpeechProcess) -> None:
    ends = Ends(mock)
    mock.say(Utterance("many words " * 50, "en"))
    qtbot.waitUntil(lambda: mock._ready, timeout=10_000)
    qtbot.wait(100)  # it is being said: the mock takes a second for so many words
    assert ends.finished == 0
    mock.say(Utterance("two", "en"))
    qtbot.waitUntil(lambda: ends.finished == 1)
    mock.say(Utterance("many words " * 50, "en"))
    qtbot.wait(200)
    mock.stop()
    qtbot.wait(300)
    assert ends.finished == 1 and not ends.troubles
    mock.say(Utterance("three", "en"))
    qtbot.waitUntil(lambda: ends.finished == 2)


@pytest.mark.parametrize(
    "text",
    ["a\ud800b\udfff", "\0", "\n.\n", "<b>&", '"\\' * 5_000, "\u6211" * 20_000],
    ids=["halves", "nul", "dot", "markup", "quoted", "long"],
)
def test_whatever_was_typed_can_be_said(qtbot: QtBot, mock: SpeechProcess, text: str) -> None:
    ends = Ends(mock)
    mock.say(Utterance(text, "en"))
    qtbot.waitUntil(lambda: mock._ready, timeout=10_000)
    mock.say(Utterance(text, "en"))
    mock.say(Utterance("three", "en"))
    qtbot.waitUntil(lambda: ends.finished == 1, timeout=10_000)
    assert not ends.troubles


def test_a_language_without_a_voice_is_told(qtbot: QtBot, mock: SpeechProcess) -> None:
    ends = Ends(mock)
    mock.say(Utterance("hola", "es"))  # the mock engine knows English and the north of Europe
    qtbot.waitUntil(lambda: ends.troubles == [Trouble.NO_VOICE], timeout=10_000)
    mock.say(Utterance("hello", "en"))
    qtbot.waitUntil(lambda: ends.finished == 1)


def test_closing_ends_the_process_and_it_can_speak_again(qtbot: QtBot, mock: SpeechProcess) -> None:
    ends = Ends(mock)
    mock.say(Utterance("many words " * 50, "en"))
    qtbot.waitUntil(lambda: mock._ready, timeout=10_000)
    pid = mock._process.processId()
    clock = QElapsedTimer()
    clock.start()
    mock.close()
    assert clock.elapsed() < 900
    assert not Path(f"/proc/{pid}").exists()
    mock.say(Utterance("again", "en"))
    qtbot.waitUntil(lambda: ends.finished == 1, timeout=10_000)


def test_it_ends_with_the_window(tmp_path: Path) -> None:
    # The far end of its input closes, as when the window is killed.
    with subprocess.Popen(
        speech_command("mock"), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as started:
        assert started.stdout is not None and started.stdin is not None
        assert b"ready" in started.stdout.readline()
        started.stdin.close()
        assert started.wait(5) == 0


HANGS = [sys.executable, "-c", "import time; time.sleep(600)"]
DIES = [sys.executable, "-c", "raise SystemExit(1)"]
MISSING = ["/nonexistent/pdkiosk"]


@pytest.mark.parametrize("command", [HANGS, DIES, MISSING], ids=["hangs", "dies", "missing"])
def test_what_does_not_answer_is_no_speech_and_holds_nobody(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setattr(processes, "_READY_MS", 700)
    voice = SpeechProcess(command)
    ends = Ends(voice)
    started = time.monotonic()
    voice.say(Utterance("hello", "en"))
    assert time.monotonic() - started < 0.2
    qtbot.waitUntil(lambda: ends.troubles == [Trouble.NO_SPEECH])
    assert not voice.running
    voice.say(Utterance("hello", "en"))  # it is tried again, and told again
    qtbot.waitUntil(lambda: len(ends.troubles) == 2)
    voice.close()


def test_a_process_that_hangs_in_the_middle_is_given_up(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_BEGIN_MS", 300)
    hangs = "print('{\"ready\": []}', flush=True); import time; time.sleep(600)"
    voice = SpeechProcess([sys.executable, "-c", hangs])
    ends = Ends(voice)
    voice.say(Utterance("hello", "en"))
    qtbot.waitUntil(lambda: ends.troubles == [Trouble.NO_SPEECH])
    assert not voice.running


def test_the_process_with_the_answers_loads_no_sound_or_network() -> None:
    code = (
        "import pdkiosk.ui.window.run, pdkiosk.ui.reading.reader, pdkiosk.ui.reading.strip\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "application = QCoreApplication([])\n"
        "from pdkiosk.ui.window.run import _system_voice\n"
        "voice = _system_voice()\n"
        "voice.close()\n"
        "maps = open('/proc/self/maps').read()\n"
        "found = [n for n in ('Qt6Network', 'Qt6Multimedia', 'TextToSpeech') if n in maps]\n"
        "assert 'Qt6Widgets' in maps and not found, found\n"
    )
    subprocess.run([sys.executable, "-P", "-c", code], check=True, timeout=60)


def test_an_engine_that_is_not_there(qtbot: QtBot) -> None:
    assert probe(speech_command("no-such-engine")) is None


def test_probing() -> None:
    locales = probe(speech_command("mock"))
    assert locales is not None and "en_US" in locales
    assert probe(HANGS, seconds=0.3) is None
    assert probe(DIES) is None


@pytest.mark.parametrize(
    ("available", "language", "expected"),
    [
        (["es_ES", "es_419", "es_MX"], "es", "es_419"),
        (["es_ES", "es_MX"], "es", "es_MX"),
        (["es_AR", "en_GB"], "es", "es_AR"),
        (["en_GB", "en_US"], "en", "en_US"),
        (["en_GB"], "en", "en_GB"),
        (["en_GB"], "es", None),
        (["quc_GT"], "quc", "quc_GT"),
        ([], "en", None),
    ],
)
def test_the_voice_of_a_language(available: list[str], language: str, expected: str | None) -> None:
    assert choose_locale(available, language) == expected
