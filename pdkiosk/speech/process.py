"""The system's speech as a Voice: starts the process that speaks when it is first needed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer

from pdkiosk.speech.voice import Trouble, Utterance

_READY_MS = 10_000  # a speech daemon that has to be started first took 1.6 s here
_BEGIN_MS = 6_000
_LETTER_MS = 400  # the slowest voice, with room
_LEAVE_MS = 400


class SpeechProcess(QObject):
    """``command`` starts ``pdkiosk.speech.engine``. Whatever that process does, this returns.

    One that does not answer in time is killed, and the next utterance starts another.
    """

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._process: QProcess | None = None
        self._ready = False
        self._number = 0
        self._utterance: Utterance | None = None
        self._finished: Callable[[], None] = lambda: None
        self._failed: Callable[[Trouble], None] = lambda trouble: None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_no_answer)

    def listen(self, finished: Callable[[], None], failed: Callable[[Trouble], None]) -> None:
        self._finished, self._failed = finished, failed

    def say(self, utterance: Utterance) -> None:
        self._number += 1
        self._utterance = utterance
        if self._process is None:
            self._start()
        elif self._ready:
            self._send_utterance()

    def stop(self) -> None:
        self._utterance = None
        if self._ready:
            self._patience.stop()
            self._send({"stop": True})

    def close(self) -> None:
        process = self._process
        if process is None:
            return
        if self._ready:
            self._send({"stop": True})
        self._forget()
        # At the end of its input it stops the daemon from speaking on, and leaves.
        process.closeWriteChannel()
        if not process.waitForFinished(_LEAVE_MS if process.property("answers") else 0):
            process.kill()
            process.waitForFinished(_LEAVE_MS)
        process.deleteLater()

    def _start(self) -> None:
        process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments(self._command[1:])
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.errorOccurred.connect(lambda error: self._on_gone(process))
        process.finished.connect(lambda code, status: self._on_gone(process))
        self._process, self._ready = process, False
        self._patience.start(_READY_MS)
        process.start()

    def _send(self, what: dict[str, Any]) -> None:
        if self._process is not None:
            self._process.write(json.dumps(what).encode("ascii") + b"\n")

    def _send_utterance(self) -> None:
        said = self._utterance
        if said is None:
            return
        self._patience.start(_BEGIN_MS)
        self._send(
            {
                "n": self._number,
                "say": said.text,
                "language": said.language,
                "rate": said.rate,
                "volume": said.volume,
            }
        )

    def _read(self) -> None:
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            self._heed(json.loads(bytes(process.readLine().data())))

    def _heed(self, told: dict[str, Any]) -> None:
        assert self._process is not None
        if "ready" in told:
            self._ready = True
            self._process.setProperty("answers", True)
            self._patience.stop()
            self._send_utterance()
        elif told.get("failed") == 0:
            self._give_up()
        elif self._utterance is None:
            return
        elif told.get("began") == self._number:
            self._patience.start(_BEGIN_MS + _LETTER_MS * len(self._utterance.text))
        elif told.get("finished") == self._number:
            self._rest()
            self._finished()
        elif told.get("failed") == self._number:
            self._rest()
            self._failed(Trouble[told["why"]])

    def _rest(self) -> None:
        self._utterance = None
        self._patience.stop()

    def _on_gone(self, process: QProcess) -> None:
        if self._process is process:
            self._give_up()

    def _on_no_answer(self) -> None:
        self._give_up()

    def _give_up(self) -> None:
        process, wanted = self._process, self._utterance is not None
        self._forget()
        if process is not None:
            process.kill()
            process.waitForFinished(_LEAVE_MS)
            process.deleteLater()
        if wanted:
            self._failed(Trouble.NO_SPEECH)

    def _forget(self) -> None:
        self._process, self._ready = None, False
        self._rest()
