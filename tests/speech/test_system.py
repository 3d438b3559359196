"""The real thing: speech-dispatcher and espeak-ng, heard by a file instead of a loudspeaker."""

from __future__ import annotations

import json
import math
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pdkiosk.speech import daemon
from pdkiosk.speech import process as processes
from pdkiosk.speech.locales import choose_locale
from pdkiosk.speech.probe import probe, speech_command
from pdkiosk.speech.process import SpeechProcess
from pdkiosk.speech.voice import Trouble, Utterance
from pdkiosk.ui.reading.reader import _RATES, _VOLUMES

CONFIGURATION = Path("/etc/speech-dispatcher")
MODULE = Path("/usr/lib/speech-dispatcher-modules/sd_espeak-ng")

pytestmark = pytest.mark.skipif(
    shutil.which("speech-dispatcher") is None or not MODULE.exists(),
    reason="no speech-dispatcher with espeak-ng here (packaging/apt-packages.txt)",
)


@dataclass
class Heard:
    """A machine whose speech is heard by a file. ``sound`` is what it played last."""

    folder: Path
    sound: Path
    runtime: Path
    heard_bytes: int = 44  # bytes of the file that were heard already: at first its head

    def samples(self) -> tuple[int, ...]:
        """What was played since it was last asked, as signed 16 bit numbers."""
        data = self.sound.read_bytes()
        start, self.heard_bytes = self.heard_bytes, len(data)
        body = data[start : start + (len(data) - start) // 2 * 2]
        return struct.unpack(f"<{len(body) // 2}h", body)

    def length(self) -> float:
        """Seconds of what was played since it was last asked."""
        return len(self.samples()) / 22_050

    def loudness(self) -> float:
        """Of what was played since, decibels below the loudest that there is."""
        samples = [sample for sample in self.samples() if abs(sample) > 16]
        assert samples, "nothing was heard"
        mean = math.sqrt(sum(s * s for s in samples) / len(samples))
        return 20 * math.log10(mean / 32768)


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    sound = tmp_path / "sound.wav"
    asound = tmp_path / "asound.conf"
    asound.write_text(
        f'pcm.!default {{ type file slave.pcm null file "{sound}" format wav }}\n'
        "pcm.null { type null }\nctl.!default { type null }\n"
    )
    configuration = tmp_path / "config" / "speech-dispatcher"
    shutil.copytree(CONFIGURATION, configuration)
    (configuration / "speechd.conf").write_text(
        # All that is said would be logged, if it were asked.
        'LogLevel 5\nAudioOutputMethod "alsa"\nAudioALSADevice "default"\n'
        'AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"\nDefaultModule espeak-ng\n'
    )
    runtime = Path(tempfile.mkdtemp(prefix="run-", dir="/tmp"))  # a socket's path may not be long
    for name, place in (
        ("ALSA_CONFIG_PATH", asound),
        ("XDG_RUNTIME_DIR", runtime),
        ("XDG_CONFIG_HOME", tmp_path / "config"),
        ("XDG_CACHE_HOME", tmp_path / "cache"),
        ("HOME", tmp_path),
        ("TMPDIR", tmp_path),
    ):
        monkeypatch.setenv(name, str(place))
    # Whoever leads there would hear what is said here.
    monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:/nonexistent/somebody-elses")
    yield Heard(tmp_path, sound, runtime)
    assert list(runtime.rglob("pdkiosk*")) == [], "the daemon has left its folder behind"
    shutil.rmtree(runtime)


def say(qtbot: QtBot, voice: SpeechProcess, utterance: Utterance) -> None:
    ends: list[Trouble | None] = []
    voice.listen(lambda: ends.append(None), ends.append)
    voice.say(utterance)
    qtbot.waitUntil(lambda: bool(ends), timeout=20_000)
    assert ends == [None]


def test_both_languages_are_heard_and_nothing_is_written_down(qtbot: QtBot, heard: Heard) -> None:
    locales = probe(speech_command(), 60)  # the daemon takes its time on a busy machine
    assert locales is not None
    assert choose_locale(locales, "es") == "es_419" and choose_locale(locales, "en") == "en_US"
    voice = SpeechProcess(speech_command())
    lengths = []
    for text, language in (("Toque su idioma.", "es"), ("My name is Zebulon.", "en")):
        say(qtbot, voice, Utterance(text, language))
        lengths.append(heard.length())
    files = [file for file in heard.runtime.rglob("*") if file.is_file()]
    assert files and not any(b"Zebulon" in file.read_bytes() for file in files)
    voice.close()
    assert all(0.5 < length < 5 for length in lengths), lengths
    for file in [*heard.folder.rglob("*"), *heard.runtime.rglob("*")]:
        if file.is_file() and file != heard.sound:
            assert b"Zebulon" not in file.read_bytes(), file


# What the process that speaks does, told of the engine's own voices.
_VOICES = """
import json, os
from PySide6.QtCore import QCoreApplication
from PySide6.QtTextToSpeech import QTextToSpeech
from pdkiosk.speech.daemon import end_group, lead_group, start_daemon
from pdkiosk.speech.engine import Speaker
from pdkiosk.speech.protocol import Order
lead_group()
application = QCoreApplication([])
daemon = start_daemon()
assert daemon is not None and daemon.ready()
engine = QTextToSpeech("speechd")
speaker = Speaker(engine)
found = {}
for number, language in enumerate(("es", "en", "pt"), 1):
    speaker._obey(Order(number, "a", language))
    found[language] = engine.voice().name()
    engine.stop()
    while engine.state() is not QTextToSpeech.State.Ready:
        application.processEvents()
print(json.dumps([found, [voice.name() for voice in engine.availableVoices()]]), flush=True)
end_group(os.getpid())
"""


def test_voices_of_here_and_no_variants_that_nobody_hears(heard: Heard) -> None:
    told = subprocess.run(
        [sys.executable, "-P", "-c", _VOICES], stdout=subprocess.PIPE, timeout=60, check=False
    ).stdout.splitlines()
    chosen, offered = json.loads(next(line for line in told if line.startswith(b"[{")))
    assert chosen == {
        "es": "Spanish (Latin America)",
        "en": "English (America)",
        "pt": "Portuguese (Brazil)",
    }
    # Each of them has a hundred variants, and to list those takes a second.
    assert offered and not [name for name in offered if "+" in name]


def test_data_that_the_machine_names_are_left_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = daemon._without_variants(tmp_path)
    data = tmp_path / "espeak-ng-data"
    assert made == {"ESPEAK_DATA_PATH": str(tmp_path)}
    assert (data / "es_dict").exists() and (data / "voices").is_dir()
    assert not (data / "voices" / "!v").exists()
    # Where the links cannot be made, as here where they are, it speaks with all variants.
    assert daemon._without_variants(tmp_path) == {}
    monkeypatch.setenv("ESPEAK_DATA_PATH", "/srv/voices")
    assert daemon._without_variants(tmp_path / "none") == {}


@pytest.mark.whole
def test_louder_is_louder_and_no_step_startles(qtbot: QtBot, heard: Heard) -> None:
    voice = SpeechProcess(speech_command())
    found = []
    for volume in _VOLUMES:
        say(qtbot, voice, Utterance("Esta es una frase de prueba.", "es", volume=volume))
        found.append(heard.loudness())
    voice.close()
    print([f"{level:.1f} dB" for level in found])
    steps = [louder - quieter for quieter, louder in pairwise(found)]
    assert all(1.0 < step <= 10.0 for step in steps), found


@pytest.mark.whole
def test_faster_is_faster(qtbot: QtBot, heard: Heard) -> None:
    voice = SpeechProcess(speech_command())
    lengths = []
    for rate in _RATES:
        say(qtbot, voice, Utterance("Esta es una frase de prueba.", "es", rate=rate))
        lengths.append(heard.length())
    voice.close()
    print([f"{length:.2f} s" for length in lengths])
    assert lengths == sorted(lengths, reverse=True) and lengths[0] > 1.5 * lengths[-1]


DEAD = """#!{python}
import socket, sys, time
dead = socket.socket(socket.AF_UNIX)
dead.bind(sys.argv[sys.argv.index("--socket-path") + 1])
dead.listen()
time.sleep(600)
"""


def test_a_daemon_that_accepts_and_never_answers(
    qtbot: QtBot, tmp_path: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_READY_MS", 2000)
    dead = tmp_path / "bin" / "speech-dispatcher"
    dead.parent.mkdir()
    dead.write_text(DEAD.format(python=sys.executable))
    dead.chmod(0o755)
    monkeypatch.setenv("PATH", str(dead.parent))
    voice = SpeechProcess(speech_command())
    troubles: list[Trouble] = []
    voice.listen(lambda: None, troubles.append)
    voice.say(Utterance("hello", "en"))
    slowest, before = 0.0, time.monotonic()
    while not troubles and time.monotonic() - before < 8:
        turn = time.monotonic()
        qtbot.wait(10)
        slowest = max(slowest, time.monotonic() - turn)
    assert troubles == [Trouble.NO_SPEECH]
    assert slowest < 0.5, f"the window stood still for {slowest:.2f} s"
    voice.close()
    assert not running(str(dead)), "it ends with who started it"


def running(word: str) -> list[str]:
    """The processes with this word in their command line."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if word.encode() in (process / "cmdline").read_bytes():
                found.append(process.name)
    return found


@pytest.mark.parametrize("program", ["", "#!/bin/sh\nexit 1\n"], ids=["missing", "fails"])
def test_without_a_daemon_there_is_no_speech(
    tmp_path: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    if program:
        (tmp_path / "speech-dispatcher").write_text(program)
        (tmp_path / "speech-dispatcher").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    started = time.monotonic()
    assert probe(speech_command()) is None
    assert time.monotonic() - started < 5


def test_what_a_killed_process_has_left_is_removed_by_the_next(heard: Heard) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    left = heard.runtime / f"pdkiosk-speech-{gone.pid}-abc"
    ours = heard.runtime / f"pdkiosk-speech-{os.getpid()}-abc"
    for folder in (left, ours):
        folder.mkdir()
        (folder / "socket").touch()
    assert probe(speech_command(), 60)
    assert not left.exists() and ours.exists()
    shutil.rmtree(ours)
