"""Plays a recording with the system's own player; docs/decisions/0006-voices.md says why."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

_KILL_MS = 300
_Arguments = Callable[[str, float], list[str]]
# Tried in this order. The last one plays no .ogg and knows no volume.
_PLAYERS: tuple[tuple[str, Sequence[str], _Arguments], ...] = (
    ("pw-play", (".ogg", ".wav"), lambda file, volume: [f"--volume={volume:.2f}", file]),
    ("paplay", (".ogg", ".wav"), lambda file, volume: [f"--volume={volume * 65536:.0f}", file]),
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
    """One recording at a time. ``done`` is told whether it was played to its end."""

    def __init__(self, done: Callable[[bool], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done = done
        self._process: QProcess | None = None

    def play(self, file: Path, volume: float) -> bool:
        """Plays a file instead of the one being played. False where nothing here can play it."""
        self.stop()
        command = player_command(file, volume)
        if command is None:
            return False
        process = QProcess(self)
        process.setProgram(command[0])
        process.setArguments(command[1:])
        process.setStandardInputFile(QProcess.nullDevice())
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(lambda code, status: self._on_end(process, code))
        process.errorOccurred.connect(lambda error: self._on_end(process, 1))
        self._process = process
        process.start()
        return True

    def stop(self) -> None:
        """Is silent at once; ``done`` is not told."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(_KILL_MS)
            process.deleteLater()

    def _on_end(self, process: QProcess, code: int) -> None:
        if process is not self._process:
            return
        self._process = None
        process.deleteLater()
        self._done(code == 0 and process.exitStatus() is QProcess.ExitStatus.NormalExit)
