"""Plays a recording with the system's own player; docs/decisions/0009-voices.md says why."""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

_KILL_MS = 300
_Arguments = Callable[[str, float], list[str]]


def _pulse(volume: float) -> int:
    """The volume for PulseAudio, whose scale is the cube root of the loudness."""
    return round(65536 * math.cbrt(volume))


# Tried in this order. The last one cannot play .ogg or set a volume.
_PLAYERS: tuple[tuple[str, Sequence[str], _Arguments], ...] = (
    ("pw-play", (".ogg", ".wav"), lambda file, volume: [f"--volume={volume:.2f}", file]),
    ("paplay", (".ogg", ".wav"), lambda file, volume: [f"--volume={_pulse(volume)}", file]),
    ("play", (".ogg", ".wav"), lambda file, volume: ["-q", "-v", f"{volume:.2f}", file]),
    ("aplay", (".wav",), lambda file, volume: ["-q", file]),
)


def player_command(file: Path, volume: float) -> list[str] | None:
    """The command that plays a file on this machine, or None. ``volume`` is 0 to 1."""
    for name, suffixes, arguments in _PLAYERS:
        if file.suffix.lower() in suffixes:
            program = shutil.which(name)
            if program:
                return [program, *arguments(str(file.absolute()), volume)]
    return None


class Player(QObject):
    """Plays one recording at a time. ``done`` is told whether it was played to the end."""

    def __init__(self, done: Callable[[bool], None]) -> None:
        super().__init__()
        self._done = done
        self._playing = False
        self._process = QProcess(self)
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._on_end)
        self._process.errorOccurred.connect(self._on_error)

    def play(self, file: Path, volume: float) -> bool:
        """Plays a file instead of the current one. False if no player here can play it."""
        self.stop()
        command = player_command(file, volume)
        if command is None:
            return False
        self._playing = True
        self._process.start(command[0], command[1:])
        return True

    def stop(self) -> None:
        """Stops at once; ``done`` is not called."""
        self._playing = False
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_KILL_MS)

    def _on_end(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._playing:
            self._playing = False
            self._done(code == 0 and status is QProcess.ExitStatus.NormalExit)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if self._playing and error is QProcess.ProcessError.FailedToStart:
            self._playing = False
            self._done(False)
