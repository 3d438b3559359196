"""Says one word from a cold start: the program's voice against a bare speech daemon and client.

Both start a daemon of their own, say the same word in the same voice and end when it was said; what
would be heard goes nowhere. The peer speaks the daemon's protocol over its socket, without Qt.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.probe import Report
from pdkiosk.speech.probe import speech_command
from pdkiosk.speech.protocol import Order, line

_ROUNDS = 7
_WORD, _LANGUAGE = "Sí", "es"
_PATIENCE_SECONDS = 20.0
_ENDED = b"702 END"
_ASKED = (
    b"SET SELF CLIENT_NAME user:peer:main",
    b"SET SELF NOTIFICATION ALL ON",
    f"SET SELF LANGUAGE {_LANGUAGE}".encode(),
)
_CONFIGURATION = Path("/etc/speech-dispatcher")
_SILENT = "pcm.!default { type null }\nctl.!default { type null }\n"
_SPEECHD = (
    'AudioOutputMethod "alsa"\nAddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"\n'
    "DefaultModule espeak-ng\n"
)


def available() -> bool:
    """Whether there is a daemon here that speaks."""
    return shutil.which("speech-dispatcher") is not None and _CONFIGURATION.is_dir()


def main() -> int:
    """``first_word.py REPORT``."""
    with tempfile.TemporaryDirectory(prefix="say-", dir="/tmp") as name:
        folder = Path(name)
        environment = _machine(folder)
        ours, peer = [], []
        for round_ in range(_ROUNDS + 1):
            mine, other = _ours(environment), _client_alone(folder, environment)
            if round_:  # the first one reads its files from the disk
                ours.append(mine)
                peer.append(other)
    Report(sys.argv[1]).write(ours_ms=ours, peer_ms=peer)
    return 0


def _machine(folder: Path) -> dict[str, str]:
    """The environment of a machine whose sound goes nowhere."""
    configuration = folder / "config" / "speech-dispatcher"
    shutil.copytree(_CONFIGURATION, configuration)
    (configuration / "speechd.conf").write_text(_SPEECHD)
    (folder / "asound.conf").write_text(_SILENT)
    return {
        **os.environ,
        "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_RUNTIME_DIR": str(folder),
    }


def _ours(environment: dict[str, str]) -> float:
    """Milliseconds from the start of the process that speaks until the word was said."""
    start = time.perf_counter()
    with subprocess.Popen(
        speech_command(), env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(line(Order(1, _WORD, _LANGUAGE)))
        process.stdin.flush()
        while b'"finished":1' not in (told := process.stdout.readline()):
            if not told:
                raise SystemExit("the process that speaks said nothing")
        spent = (time.perf_counter() - start) * 1000
        process.stdin.close()
    return spent


def _client_alone(folder: Path, environment: dict[str, str]) -> float:
    """Milliseconds from the start of a daemon until the word was said."""
    address = folder / "peer"
    start = time.perf_counter()
    daemon = subprocess.Popen(
        ["speech-dispatcher", "--run-single", "--log-level", "0", "--log-dir", str(folder),
         "--pid-file", str(folder / "pid"), "--timeout", "0",
         "--communication-method", "unix_socket", "--socket-path", str(address)],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(_PATIENCE_SECONDS)
            while client.connect_ex(str(address)):  # its socket is there before it listens
                if time.perf_counter() - start > _PATIENCE_SECONDS:
                    raise SystemExit("the daemon did not start")
                time.sleep(0.002)
            said = client.makefile("rwb")
            for order in (*_ASKED, b"SPEAK", _WORD.encode() + b"\r\n."):
                said.write(order + b"\r\n")
                said.flush()
                while said.readline()[3:4] == b"-":  # the last line of an answer has a space
                    pass
            while not said.readline().startswith(_ENDED):
                pass
        return (time.perf_counter() - start) * 1000
    finally:
        daemon.kill()
        daemon.wait()
        address.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
