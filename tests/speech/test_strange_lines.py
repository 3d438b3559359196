"""A strange line from a helper process means that there is no speech; it never raises."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec import UNSET
from PySide6.QtCore import QByteArray, QProcess
from pytestqt.qtbot import QtBot

from pdkiosk.commands.check import check_speech
from pdkiosk.language.languages import load_languages, settled
from pdkiosk.lines import MOST_BYTES, Lines, decode
from pdkiosk.speech.probe import probe, speech_command
from pdkiosk.speech.process import SpeechProcess
from pdkiosk.speech.protocol import Order, Report
from pdkiosk.speech.voice import Trouble, Utterance

_scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
_json = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
_fields = st.sampled_from(["ready", "began", "finished", "failed", "why", "n", "number", "text"])
# Bytes of any kind, JSON of any kind, and reports with a field of the wrong kind.
strange = (
    st.binary(max_size=200)
    | _json.map(lambda value: json.dumps(value).encode())
    | st.dictionaries(_fields, _json, max_size=3).map(lambda value: json.dumps(value).encode())
)
DEEP = b"[" * 50_000
DEEP_FIELD = b'{"x":' * 20_000


@given(strange)
@example(DEEP)
@example(DEEP_FIELD)
@example(b'{"ready": null}')
@example(b'{"ready": [1]}')
@example(b'{"failed": 1, "why": "BOMB"}')
@example(b'{"began": 1e999}')
@example(b"\xff\xfe")
@example(b'"\\ud800"')
def test_a_line_is_read_as_what_it_says_or_not_at_all(line: bytes) -> None:
    report = decode(line, Report)
    if report is not None:
        assert report.ready is UNSET or all(isinstance(name, str) for name in report.ready)
        assert report.why in ("NO_SPEECH", "NO_VOICE")
        assert all(
            number is UNSET or type(number) is int
            for number in (report.began, report.finished, report.failed)
        )
    order = decode(line, Order)
    assert order is None or type(order.number) is int


@given(st.lists(st.binary(max_size=40)))
def test_lines_come_whole_however_they_are_cut(pieces: list[bytes]) -> None:
    lines = Lines()
    found = [line for piece in pieces for line in lines.feed(piece)]
    assert found == b"".join(pieces).split(b"\n")[:-1]


def test_a_line_without_an_end_takes_no_memory() -> None:
    lines = Lines()
    for _ in range(100):
        assert lines.feed(b"x" * MOST_BYTES) == []
        assert len(lines._rest) <= MOST_BYTES + 1
    assert lines.feed(b"\nready\n") == [b"ready"]
    assert lines.feed(b"x" * MOST_BYTES + b"\n") == [b"x" * MOST_BYTES], "the longest that counts"


class Ends:
    """A voice whose process is played by the test."""

    def __init__(self, voice: SpeechProcess) -> None:
        self.ended: list[Trouble | None] = []
        voice.listen(lambda: self.ended.append(None), self.ended.append)


SAYS = "import sys; sys.stdout.buffer.write({0!r}); sys.stdout.flush(); sys.stdin.read()"


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(strange, max_size=5))
@example([DEEP, b'{"failed": 1, "why": "NO_VOICE"}'])
def test_whatever_the_process_writes_the_window_goes_on(qtbot: QtBot, lines: list[bytes]) -> None:
    voice = SpeechProcess(["/nonexistent"])
    ends = Ends(voice)
    voice._wanted = True  # as if it ran
    voice._utterance, voice._number = Utterance("hello", "en"), 1
    voice._send = lambda order: None  # type: ignore[method-assign]
    sent = [b"\n".join(lines) + b"\n"]
    voice._process.readAllStandardOutput = lambda: QByteArray(sent.pop())  # type: ignore[method-assign]
    voice._read()
    assert len(ends.ended) <= 1
    voice.close()


@pytest.mark.parametrize(
    "wrote", [b"", b"\n", b"\xff\n", b"[]\n", b'{"ready": "es"}\n', DEEP + b"\n", b"x" * 200_000]
)
def test_a_real_process_that_writes_nonsense_is_no_speech(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wrote: bytes
) -> None:
    monkeypatch.setattr("pdkiosk.speech.process._READY_MS", 600)
    command = [sys.executable, "-S", "-c", SAYS.format(wrote)]
    voice = SpeechProcess(command)
    ends = Ends(voice)
    voice.say(Utterance("hello", "en"))
    qtbot.waitUntil(lambda: ends.ended == [Trouble.NO_SPEECH], timeout=10_000)
    assert voice._process.state() is QProcess.ProcessState.NotRunning
    assert probe(command, seconds=0.3) is None


@pytest.mark.parametrize("wrote", [b"\xff\n", b"null\n", DEEP + b"\n", b'{"ready": [1]}\n'])
def test_check_says_that_there_is_no_speech(monkeypatch: pytest.MonkeyPatch, wrote: bytes) -> None:
    command = [sys.executable, "-S", "-c", SAYS.format(wrote)]
    monkeypatch.setattr("pdkiosk.commands.check.speech_command", lambda: command)
    result = check_speech(settled(load_languages()))
    assert result.level.name == "WARN"
    monkeypatch.setattr("pdkiosk.commands.check.speech_command", lambda: ["/nonexistent"])
    assert check_speech(settled(load_languages())).level.name == "WARN"
    assert probe(["/nonexistent"]) is None


# What a system starts to look after a process that crashed: it has the same pipe, and stays.
CRASHES = """
import subprocess, sys
sleep = [sys.executable, "-S", "-c", "import time; time.sleep(8)"]
subprocess.Popen(sleep, start_new_session=True)
"""


def test_nobody_waits_for_what_holds_the_pipe_of_a_process_that_crashed() -> None:
    began = time.monotonic()
    assert probe([sys.executable, "-S", "-c", CRASHES], seconds=0.5) is None
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("order", [b"\xff", b"[]", b'{"text": 3}', DEEP, b'{"number": "1"}'])
def test_the_process_that_speaks_passes_over_what_is_no_order(order: bytes) -> None:
    with subprocess.Popen(
        speech_command("mock"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as engine:
        assert engine.stdin is not None and engine.stdout is not None
        assert b"ready" in engine.stdout.readline()
        engine.stdin.write(order + b"\n" + b'{"number":7,"text":"one","language":"en"}\n')
        engine.stdin.flush()
        assert decode(engine.stdout.readline(), Report) == Report(began=7)
        assert decode(engine.stdout.readline(), Report) == Report(finished=7)
        engine.stdin.close()
        assert engine.wait(5) == 0
