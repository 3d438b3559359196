"""Nothing that was spoken is in any process once the session is over, however it ended."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

import pytest

from pdkiosk.speech.probe import speech_command
from tests.leaks.canary import in_memory

ROOT = Path(__file__).parents[2]
MODULE = Path("/usr/lib/speech-dispatcher-modules/sd_espeak-ng")

pytestmark = [
    pytest.mark.skipif(
        shutil.which("speech-dispatcher") is None or not MODULE.exists(),
        reason="no speech-dispatcher with espeak-ng here (packaging/apt-packages.txt)",
    ),
    pytest.mark.skipif(os.geteuid() != 0, reason="root alone may read other processes' memory"),
]

# A session without a window, which reads a sentence aloud until it is told to end.
SESSION = """
import os
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from pdkiosk.speech.probe import speech_command
from pdkiosk.speech.process import SpeechProcess
from pdkiosk.speech.voice import Utterance
application = QCoreApplication([])
print("ready", flush=True)
print("shown", flush=True)
voice = SpeechProcess(speech_command())
voice.listen(
    lambda: print("note speech-done", flush=True),
    lambda trouble: print("note speech-" + trouble.name.replace("_", "-").lower(), flush=True),
)
voice.say(Utterance(f"My name is {Path(os.environ['PLANTED']).read_text()}.", "en"))
def look():
    print("alive", flush=True)
    if Path(os.environ["LEAVES"]).exists():
        voice.close()
        print("ended", flush=True)
timer = QTimer()
timer.timeout.connect(look)
timer.start(200)
application.exec()
"""

AFTER_IT = """
import time
print("ready", flush=True)
print("shown", flush=True)
while True:
    print("alive", flush=True)
    time.sleep(0.3)
"""

# The program's own supervisor, with that session first and one without a voice after it.
SUPERVISED = """
import sys
from pdkiosk.supervisor import supervisor
from pdkiosk.supervisor.orphans import Orphans
from pdkiosk.supervisor.process import spawn
supervisor.HANG_SECONDS = 2.0
codes = [sys.argv[2], sys.argv[1]]
def launch(command):
    return spawn([sys.executable, "-P", "-c", codes.pop() if len(codes) > 1 else codes[0]])
each = supervisor.Supervisor([], [], lambda code: print(code, flush=True), launch=launch)
each.end_orphans = Orphans().end
turn = None
while each.step():
    active = each.active
    if active is not None and active.shown and active is not turn:
        turn = active
        print("turn", active.process.pid, flush=True)
"""


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where sockets are, on a machine whose sound goes nowhere."""
    asound = tmp_path / "asound.conf"
    asound.write_text("pcm.!default { type null }\nctl.!default { type null }\n")
    configuration = tmp_path / "config" / "speech-dispatcher"
    shutil.copytree("/etc/speech-dispatcher", configuration)
    (configuration / "speechd.conf").write_text(
        'AudioOutputMethod "alsa"\nAudioALSADevice "default"\n'
        'AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"\nDefaultModule espeak-ng\n'
    )
    folder = Path(tempfile.mkdtemp(prefix="run-", dir="/tmp"))
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(asound))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.delenv("SPEECHD_ADDRESS", raising=False)
    yield folder
    shutil.rmtree(folder)


def born(pid: int) -> int:
    """When a process began, in ticks since the start of the machine."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19])


def holders(word: str, since: int) -> dict[str, str]:
    """The processes begun since then that hold the word in their memory: number and program."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            if born(int(entry.name)) >= since and in_memory(int(entry.name), word):
                found[entry.name] = (entry / "comm").read_text().strip()
    return found


def told(output: IO[str], begins: str) -> str:
    """Waits for a line; gives what is behind its beginning."""
    while line := output.readline():
        if line.startswith(begins):
            return line.removeprefix(begins).strip()
    raise AssertionError(f"{begins!r} was never told")


@pytest.mark.parametrize("ends", ["leaves", "killed", "hangs", "its daemon hangs"])
def test_what_was_spoken_is_gone_with_the_session(
    ends: str, runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = "zeb" + secrets.token_hex(8)
    planted, leaves = tmp_path / "planted", tmp_path / "leaves"
    planted.write_text(word)
    monkeypatch.setenv("PLANTED", str(planted))
    monkeypatch.setenv("LEAVES", str(leaves))
    with subprocess.Popen(
        [sys.executable, "-P", "-c", SUPERVISED, SESSION, AFTER_IT],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as supervised:
        try:
            since, output = born(supervised.pid), supervised.stdout
            assert output is not None
            pid = int(told(output, "turn"))
            told(output, "speech-done")
            before = holders(word, since)
            assert str(pid) in before, "the search finds what is there"
            assert {"speech-dispatch", "sd_espeak-ng"} <= set(before.values()), before
            if ends == "killed":
                os.kill(pid, signal.SIGKILL)
            elif ends == "hangs":
                os.kill(pid, signal.SIGSTOP)
            else:
                if ends == "its daemon hangs":
                    for holder, program in before.items():
                        if program in ("speech-dispatch", "sd_espeak-ng"):
                            os.kill(int(holder), signal.SIGSTOP)
                leaves.touch()
            assert int(told(output, "turn")) != pid, "the next person's turn"
            until = time.monotonic() + 5
            while (after := holders(word, since)) and time.monotonic() < until:
                time.sleep(0.05)  # it is dropped once the next one is on the screen
            assert after == {}
            assert [name for name in before if Path("/proc", name).exists()] == []
        finally:
            supervised.kill()


def test_the_daemon_ends_with_the_process_that_speaks(runtime: Path) -> None:
    with subprocess.Popen(
        speech_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as engine:
        assert engine.stdout is not None
        assert b"ready" in engine.stdout.readline()
        started = descendants(engine.pid)
        assert len(started) >= 2, "a daemon and a module at the least"
        engine.kill()  # the kernel ends the daemon, and without it the modules end
    until = time.monotonic() + 5
    while left := [pid for pid in started if alive(pid)]:
        assert time.monotonic() < until, left
        time.sleep(0.02)


def descendants(pid: int) -> set[int]:
    found: set[int] = set()
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in map(int, (task / "children").read_text().split()):
            found |= {child} | descendants(child)
    return found


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
