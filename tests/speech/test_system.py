"""The real thing: speech-dispatcher and espeak-ng, heard by a file instead of a loudspeaker."""

from __future__ import annotations

import math
import os
import shutil
import socket
import struct
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

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
class Daemon:
    """A speech daemon of our own. ``sound`` is what it played last."""

    folder: Path
    sound: Path
    heard: int = 44  # bytes of the file that were heard already: at first its head

    def samples(self) -> tuple[int, ...]:
        """What was played since it was last asked, as signed 16 bit numbers."""
        data = self.sound.read_bytes()
        start, self.heard = self.heard, len(data)
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
def daemon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Daemon]:
    sound = tmp_path / "sound.wav"
    asound = tmp_path / "asound.conf"
    asound.write_text(
        f'pcm.!default {{ type file slave.pcm null file "{sound}" format wav }}\n'
        "pcm.null { type null }\nctl.!default { type null }\n"
    )
    configuration = tmp_path / "conf"
    shutil.copytree(CONFIGURATION, configuration)
    (configuration / "speechd.conf").write_text(
        'LogLevel 0\nAudioOutputMethod "alsa"\nAudioALSADevice "default"\n'
        'AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"\nDefaultModule espeak-ng\n'
    )
    # A path in a socket's address may not be long.
    address = Path("/tmp") / f"pdkiosk-speech-{os.getpid()}.sock"
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "ALSA_CONFIG_PATH": str(asound),
        "XDG_RUNTIME_DIR": str(runtime),
        "HOME": str(tmp_path),
    }
    command = ["speech-dispatcher", "-s", "-C", str(configuration), "-L", str(tmp_path)]
    command += ["-P", str(tmp_path / "pid"), "-c", "unix_socket", "-S", str(address), "-t", "0"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as started:
        until = time.monotonic() + 10
        while not address.exists() and time.monotonic() < until:
            time.sleep(0.05)
        monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{address}")
        yield Daemon(tmp_path, sound)
        started.terminate()
    address.unlink(missing_ok=True)


def say(qtbot: QtBot, voice: SpeechProcess, utterance: Utterance) -> None:
    ends: list[Trouble | None] = []
    voice.listen(lambda: ends.append(None), ends.append)
    voice.say(utterance)
    qtbot.waitUntil(lambda: bool(ends), timeout=20_000)
    assert ends == [None]


def test_both_languages_are_heard_and_nothing_is_written_down(qtbot: QtBot, daemon: Daemon) -> None:
    locales = probe(speech_command(), 60)  # the daemon takes its time on a busy machine
    assert locales is not None
    assert choose_locale(locales, "es") == "es_419" and choose_locale(locales, "en") == "en_US"
    voice = SpeechProcess(speech_command())
    lengths = []
    for text, language in (("Toque su idioma.", "es"), ("My name is Zebulon.", "en")):
        say(qtbot, voice, Utterance(text, language))
        lengths.append(daemon.length())
    voice.close()
    assert all(0.5 < length < 5 for length in lengths), lengths
    for file in daemon.folder.rglob("*"):
        if file.is_file() and file != daemon.sound:
            assert b"Zebulon" not in file.read_bytes(), file


@pytest.mark.whole
def test_louder_is_louder_and_no_step_startles(qtbot: QtBot, daemon: Daemon) -> None:
    voice = SpeechProcess(speech_command())
    found = []
    for volume in _VOLUMES:
        say(qtbot, voice, Utterance("Esta es una frase de prueba.", "es", volume=volume))
        found.append(daemon.loudness())
    voice.close()
    print([f"{level:.1f} dB" for level in found])
    steps = [louder - quieter for quieter, louder in pairwise(found)]
    assert all(1.0 < step <= 10.0 for step in steps), found


@pytest.mark.whole
def test_faster_is_faster(qtbot: QtBot, daemon: Daemon) -> None:
    voice = SpeechProcess(speech_command())
    lengths = []
    for rate in _RATES:
        say(qtbot, voice, Utterance("Esta es una frase de prueba.", "es", rate=rate))
        lengths.append(daemon.length())
    voice.close()
    print([f"{length:.2f} s" for length in lengths])
    assert lengths == sorted(lengths, reverse=True) and lengths[0] > 1.5 * lengths[-1]


def test_a_daemon_that_accepts_and_never_answers(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_READY_MS", 2000)
    address = Path("/tmp") / f"pdkiosk-dead-{os.getpid()}.sock"
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(address))
        dead.listen()
        monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{address}")
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
    address.unlink()


def test_without_a_daemon_there_is_no_speech(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:/nonexistent/speechd.sock")
    started = time.monotonic()
    assert probe(speech_command()) is None
    assert time.monotonic() - started < 5
