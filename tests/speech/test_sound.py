"""Audible recordings: made by a stand-in speaker, played by the program, recorded again.

A sound server of our own plays into a loudspeaker that is not there (PulseAudio's null sink); what
reached it is compared with what was recorded: how long, how loud, and when it was loud.
"""

from __future__ import annotations

import math
import os
import shutil
import struct
import subprocess
import time
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pdkiosk.language.message import Message
from pdkiosk.speech.player import player_command
from pdkiosk.speech.recorded import RecordedVoice
from pdkiosk.speech.recordings import Recordings, recording_id
from pdkiosk.speech.voice import Trouble, Utterance
from pdkiosk.ui.reading.reader import _VOLUMES
from tests.speech.fakes import FakeVoice

RATE = 22_050
MESSAGE = Message("Never lie. Never invent anything. Lying can be a crime.")
SPOKEN = "Nunca mienta. Nunca invente nada. Mentir puede ser un delito."
_NEEDED = ("pulseaudio", "paplay", "parec", "espeak-ng", "sox")

_missing = [program for program in _NEEDED if shutil.which(program) is None]
pytestmark = pytest.mark.skipif(
    bool(_missing),
    reason=f"no {', '.join(_missing)} here (packaging/apt-packages-check.txt)",
)


@dataclass
class Loudspeaker:
    """The sound server's address, and what came out of it so far: signed 16 bit numbers."""

    address: str
    sound: Path

    def samples(self, start: int = 0) -> tuple[int, ...]:
        """What was heard from a byte on, without the silence before and after it."""
        data = self.sound.read_bytes()[start:]
        found = struct.unpack(f"<{len(data) // 2}h", data[: len(data) // 2 * 2])
        return _without_silence(found)


@pytest.fixture
def loudspeaker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Loudspeaker]:
    # A path in a socket's address may not be long.
    socket = Path("/tmp") / f"pdkiosk-sound-{os.getpid()}.sock"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{socket}")
    server = subprocess.Popen(
        [
            *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=yes"),
            *("-L", f"module-null-sink sink_name=kiosk rate={RATE} channels=1"),
            *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    sound = tmp_path / "heard.raw"
    recorder: subprocess.Popen[bytes] | None = None
    try:
        _wait_for(socket.exists, "the sound server did not start")
        with sound.open("wb") as out:
            recorder = subprocess.Popen(
                [
                    *("parec", "--device=kiosk.monitor", "--format=s16le", f"--rate={RATE}"),
                    *("--channels=1", "--raw", "--latency-msec=20"),
                ],
                stdout=out,
                stderr=subprocess.DEVNULL,
            )
        _wait_for(lambda: sound.stat().st_size > 0, "nothing listens to the loudspeaker")
        yield Loudspeaker(f"unix:{socket}", sound)
    finally:
        for process in (recorder, server):
            if process is not None:
                process.terminate()
                process.wait(10)
        socket.unlink(missing_ok=True)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of voices with one message in it, twice: for "es" as .wav, for "mam" as .ogg."""
    folder = tmp_path_factory.mktemp("voices")
    spoken = folder / "spoken.wav"
    subprocess.run(["espeak-ng", "-v", "es-419", "-w", spoken, SPOKEN], check=True)
    for language, suffix in (("es", ".wav"), ("mam", ".ogg")):
        file = folder / language / f"{recording_id(MESSAGE)}{suffix}"
        file.parent.mkdir()
        # At half of the loudest, so that nothing is cut off on the way.
        subprocess.run(["sox", spoken, "-r", str(RATE), file, "norm", "-6"], check=True)
    return folder


def _wait_for(condition: object, otherwise: str) -> None:
    assert callable(condition)
    until = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < until, otherwise
        time.sleep(0.02)


def _without_silence(samples: tuple[int, ...]) -> tuple[int, ...]:
    loud = [place for place, sample in enumerate(samples) if abs(sample) > 40]
    return samples[loud[0] : loud[-1] + 1] if loud else ()


def _source(folder: Path) -> tuple[int, ...]:
    with wave.open(str(folder / "es" / f"{recording_id(MESSAGE)}.wav")) as file:
        data = file.readframes(file.getnframes())
    return _without_silence(struct.unpack(f"<{len(data) // 2}h", data))


def _decibels(samples: tuple[int, ...]) -> float:
    """How loud it is on the whole, against the loudest that there is."""
    return 20 * math.log10(math.sqrt(sum(s * s for s in samples) / len(samples)) / 32768)


def _likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """How alike the loudness runs, in 200 steps from beginning to end: 1 is the same."""
    a, b = ([_power(samples, step) for step in range(200)] for samples in (one, other))
    mean_a, mean_b = sum(a) / 200, sum(b) / 200
    both = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True))
    return both / math.sqrt(sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b))


def _power(samples: tuple[int, ...], step: int) -> float:
    part = samples[len(samples) * step // 200 : len(samples) * (step + 1) // 200]
    return math.sqrt(sum(s * s for s in part) / max(1, len(part)))


def _voice() -> tuple[RecordedVoice, FakeVoice, list[str], list[Trouble]]:
    speech, ended, troubles = FakeVoice(), list[str](), list[Trouble]()
    voice = RecordedVoice(speech)
    voice.listen(lambda: ended.append("end"), troubles.append)
    return voice, speech, ended, troubles


@pytest.mark.parametrize("language", ["es", "mam"], ids=["wav", "ogg"])
def test_a_recording_comes_out_of_the_loudspeaker(
    language: str, recorded: Path, loudspeaker: Loudspeaker, qtbot: QtBot
) -> None:
    file = Recordings(recorded).find(MESSAGE, language)
    assert file is not None
    command = player_command(file, 1.0)
    assert command is not None and Path(command[0]).name in ("paplay", "pw-play")
    voice, speech, ended, troubles = _voice()
    voice.say(Utterance("", language, recording=file, volume=1.0))
    qtbot.waitUntil(lambda: bool(ended), timeout=30_000)
    time.sleep(0.5)  # the last of it is still on its way to the recorder
    voice.close()
    assert not troubles and not speech.said
    source, heard = _source(recorded), loudspeaker.samples()
    print(
        f"{file.suffix}: {len(source) / RATE:.2f} s and {_decibels(source):.1f} dB recorded, "
        f"{len(heard) / RATE:.2f} s and {_decibels(heard):.1f} dB heard, "
        f"likeness {_likeness(source, heard):.3f}"
    )
    assert abs(len(heard) - len(source)) < 0.15 * RATE
    assert abs(_decibels(heard) - _decibels(source)) < 1.0
    assert _likeness(source, heard) > 0.8


def test_each_step_of_loudness_is_that_of_the_synthetic_voice(
    recorded: Path, loudspeaker: Loudspeaker, qtbot: QtBot
) -> None:
    file = Recordings(recorded).find(MESSAGE, "es")
    assert file is not None
    voice, _, ended, _ = _voice()
    measured = []
    for volume in _VOLUMES:
        start = loudspeaker.sound.stat().st_size // 2 * 2
        ended.clear()
        voice.say(Utterance("", "es", recording=file, volume=volume))
        qtbot.waitUntil(lambda: bool(ended), timeout=30_000)
        time.sleep(0.5)
        measured.append(_decibels(loudspeaker.samples(start)))
    voice.close()
    print("loudness:", ", ".join(f"{level:.1f}" for level in measured), "dB")
    for level, volume in zip(measured, _VOLUMES, strict=True):
        assert abs(level - measured[-1] - 20 * math.log10(volume)) < 1.5


def test_softer_is_softer_and_stop_is_silent_at_once(
    recorded: Path, loudspeaker: Loudspeaker, qtbot: QtBot
) -> None:
    file = Recordings(recorded).find(MESSAGE, "mam")
    assert file is not None
    voice, _, ended, _ = _voice()
    voice.say(Utterance("", "mam", recording=file, volume=0.5))
    qtbot.waitUntil(lambda: bool(loudspeaker.samples()), timeout=30_000)
    qtbot.wait(700)
    voice.stop()
    stopped = len(loudspeaker.samples())
    qtbot.wait(1500)
    voice.close()
    source, heard = _source(recorded), loudspeaker.samples()
    print(
        f"{len(heard) / RATE:.2f} s of {len(source) / RATE:.2f} s until stopped, "
        f"{(len(heard) - stopped) / RATE:.2f} s after it, {_decibels(heard):.1f} dB"
    )
    assert not ended
    assert len(heard) < 0.8 * len(source)
    assert len(heard) - stopped < 0.6 * RATE  # what the server held already
    assert _decibels(heard) < _decibels(source[: len(heard)]) - 3
