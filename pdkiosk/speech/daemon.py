"""A private speech daemon for one person, which ends together with the process that started it.

The daemon that libspeechd starts on demand, or that the system runs for a user, keeps the spoken
words in its memory and keeps running after the person has left. Only Linux has such a daemon;
elsewhere the system's speech is a library in the process that speaks.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from glob import glob
from pathlib import Path

ADDRESS = "SPEECHD_ADDRESS"
"""The environment variable that tells libspeechd its daemon; ``Daemon.ready`` sets it."""

_PROGRAM = "speech-dispatcher"
_PREFIX = "pdkiosk-speech-"
_PR_SET_PDEATHSIG = 1
_MOST_SECONDS = 20.0  # seconds until its socket exists: a tenth of a second on an idle machine
_MOST_PATH = 100  # maximum bytes of a socket address (unix(7)), with a margin
_SOCKET = "socket"
_LOOK_SECONDS = 0.005
_LISTENING = "00010000"  # the flags of a listening socket (proc(5), unix(7))
_ESPEAK = "espeak-ng-data"
_ESPEAK_PATH = "ESPEAK_DATA_PATH"
# Where Debian and others install the data of espeak-ng.
_ESPEAK_PLACES = ("/usr/lib/*/espeak-ng-data", "/usr/share/espeak-ng-data")
_VARIANTS = "!v"


def end_with_parent() -> None:
    """On Linux: makes the kernel kill this process once the one that started it is gone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


class Daemon:
    """A started daemon; ``ready`` waits until it listens."""

    def __init__(self, process: subprocess.Popen[bytes], address: Path) -> None:
        self._process = process
        self._address = address

    def ready(self) -> bool:
        """Points libspeechd to the daemon once it listens; False if it ended before that."""
        until = time.monotonic() + _MOST_SECONDS
        while not self._listens():
            if self._process.poll() is not None or time.monotonic() > until:
                return False
            time.sleep(_LOOK_SECONDS)
        os.environ[ADDRESS] = f"unix_socket:{self._address}"
        return True

    def _listens(self) -> bool:
        # Its socket exists a moment before it listens, and libspeechd tries only once.
        address = str(self._address)
        try:
            known = Path("/proc/net/unix").read_text().splitlines()
        except OSError:
            return self._address.exists()
        return any(row.endswith(f" {address}") and row.split()[3] == _LISTENING for row in known)

    def end(self) -> None:
        """Stops the daemon."""
        self._process.kill()
        self._process.wait()
        shutil.rmtree(self._address.parent, ignore_errors=True)


def start_daemon() -> Daemon | None:
    """Starts a daemon; None if that is impossible.

    It does not log what it says (level 0, whatever the system's configuration says); its socket and
    its files, which contain no words, are in a folder that only this user can open.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        return None
    _remove_leftovers()
    try:
        folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=_base()))
        address = folder / _SOCKET
        command = [program, "--run-single", "--log-level", "0", "--log-dir", str(folder)]
        command += ["--pid-file", str(folder / "pid"), "--timeout", "0"]
        command += ["--communication-method", "unix_socket", "--socket-path", str(address)]
        started = subprocess.Popen(
            command,
            env={**os.environ, **_without_variants(folder)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # No thread has been started here yet.
            preexec_fn=end_with_parent,  # noqa: PLW1509
        )
    except OSError:
        return None
    return Daemon(started, address)


def _without_variants(folder: Path) -> dict[str, str]:
    """Gives espeak-ng its data without the hundred variants of each voice ("Spanish+Alicia").

    They are never used, and listing them delays the first word by a second. ``folder`` gets links
    to the system's files. An administrator's own data stay as they are; if no links can be made,
    nothing changes and speech just starts later.
    """
    places = [Path(found) for pattern in _ESPEAK_PLACES for found in glob(pattern)]
    if _ESPEAK_PATH in os.environ or len(places) != 1:
        return {}
    voices = folder / _ESPEAK / "voices"
    try:
        voices.mkdir(parents=True)
        for target in (*places[0].iterdir(), *(places[0] / voices.name).iterdir()):
            if target.name not in (voices.name, _VARIANTS):
                (folder / target.relative_to(places[0].parent)).symlink_to(target)
    except OSError:
        return {}
    return {_ESPEAK_PATH: str(folder)}


def lead_group() -> None:
    """Makes this process and all that it starts a process group, which can be killed at once."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # it leads a group already
            os.setsid()


def end_group(leader: int) -> None:
    """Kills a process that called ``lead_group``, its daemon and the daemon's modules."""
    if sys.platform == "win32":
        return
    _remove_folders_of(leader)
    with contextlib.suppress(OSError):  # it is gone, or leads no group yet
        if os.getpgid(leader) == leader:
            os.killpg(leader, signal.SIGKILL)
    # Whatever was started meanwhile.
    _remove_folders_of(leader)


def _base() -> str:
    """The folder for sockets: in memory, and deleted with the user's last session."""
    base = os.environ.get("XDG_RUNTIME_DIR", "")
    longest = f"{base}/{_PREFIX}{'0' * 10}-{'0' * 8}/{_SOCKET}"
    if os.path.isdir(base) and os.access(base, os.W_OK) and len(longest) <= _MOST_PATH:
        return base
    return "/tmp"


def _remove_leftovers() -> None:
    """Removes the folders of killed processes, whose sockets nobody listens on."""
    for folder in _folders():
        leader = folder.name.removeprefix(_PREFIX).split("-")[0]
        if not Path("/proc", leader).exists():
            shutil.rmtree(folder, ignore_errors=True)


def _remove_folders_of(leader: int) -> None:
    for folder in _folders(f"{leader}-"):
        shutil.rmtree(folder, ignore_errors=True)


def _folders(of: str = "") -> list[Path]:
    if sys.platform == "win32":
        return []
    found = []
    for base in {_base(), "/tmp"}:
        for path in Path(base).glob(f"{_PREFIX}{of}*"):
            with contextlib.suppress(OSError):
                if path.lstat().st_uid == os.getuid():
                    found.append(path)
    return found
