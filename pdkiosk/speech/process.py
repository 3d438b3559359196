"""The system's speech as a Voice: starts the process that speaks on first use."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import UNSET
from msgspec.structs import replace
from PySide6.QtCore import QObject, QProcess, QTimer

from pdkiosk.language.languages import load_languages
from pdkiosk.lines import Lines, decode
from pdkiosk.speech.daemon import end_group
from pdkiosk.speech.heard import as_heard
from pdkiosk.speech.protocol import Order, Report, line
from pdkiosk.speech.voice import Trouble, Utterance

# Listing a few hundred voices took the daemon 1.5 s here, and 10 s with all cores busy.
_READY_MS = 25_000
_BEGIN_MS = 6_000
_LETTER_MS = 400  # allows for the slowest voice, with a margin
_LEAVE_MS = 400


class SpeechProcess(QObject):
    """``command`` starts ``pdkiosk.speech.engine``.

    No method waits for that process longer than a moment (``_LEAVE_MS``). A process that does not
    answer in time is killed, and the next utterance starts another.
    """

    def __init__(self, command: Sequence[str]) -> None:
        super().__init__()
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.errorOccurred.connect(self._on_gone)
        self._process.finished.connect(self._on_gone)
        self._wanted = False  # whether the process should be running
        self._ready = False
        self._number = 0
        self._lines = Lines()
        self._utterance: Utterance | None = None
        self._finished: Callable[[], None] = lambda: None
        self._failed: Callable[[Trouble], None] = lambda trouble: None
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._give_up)

    def listen(self, finished: Callable[[], None], failed: Callable[[Trouble], None]) -> None:
        self._finished, self._failed = finished, failed

    @property
    def running(self) -> bool:
        """Whether there is a process that speaks, or will soon."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def say(self, utterance: Utterance) -> None:
        self._number += 1
        language = load_languages().get(utterance.language)
        heard = as_heard(utterance.text, language.heard if language else {})
        # Half a character, as a broken input method gives one, cannot be written in a line.
        whole = heard.encode(errors="replace").decode()
        self._utterance = replace(utterance, text=whole)
        if self._ready:
            self._send_utterance()
        elif not self._wanted:
            self._wanted = True
            self._lines = Lines()  # from an earlier process
            self._deadline.start(_READY_MS)
            self._process.start()

    def stop(self) -> None:
        self._utterance = None
        if self._ready:
            self._deadline.stop()
            self._send(Order())

    def close(self) -> None:
        if self._ready:
            self._send(Order())
        answers = self._ready
        self._forget()
        # At the end of its input it silences the daemon and exits.
        self._process.closeWriteChannel()
        if not (answers and self._process.waitForFinished(_LEAVE_MS)):
            self._kill()

    def _kill(self) -> None:
        if self.running:
            end_group(self._process.processId())
            self._process.kill()
            self._process.waitForFinished(_LEAVE_MS)

    def _send(self, order: Order) -> None:
        self._process.write(line(order))

    def _send_utterance(self) -> None:
        utterance = self._utterance
        if utterance is None:
            return
        self._deadline.start(_BEGIN_MS)
        self._send(
            Order(
                self._number,
                utterance.text,
                utterance.language,
                utterance.rate,
                utterance.volume,
            )
        )

    def _read(self) -> None:
        data = bytes(self._process.readAllStandardOutput().data())
        for one in self._lines.feed(data):
            report = decode(one, Report)
            if report is not None and self._wanted:
                self._heed(report)

    def _heed(self, report: Report) -> None:
        if report.ready is not UNSET:
            if not self._ready:
                self._ready = True
                self._deadline.stop()
                self._send_utterance()
        elif report.failed == 0:
            self._give_up()
        elif self._utterance is None:
            return
        elif report.began == self._number:
            self._deadline.start(_BEGIN_MS + _LETTER_MS * len(self._utterance.text))
        elif report.finished == self._number:
            self._rest()
            self._finished()
        elif report.failed == self._number:
            self._rest()
            self._failed(Trouble[report.why])

    def _rest(self) -> None:
        self._utterance = None
        self._deadline.stop()

    def _on_gone(self, *_: object) -> None:
        if self._wanted:
            self._give_up()

    def _give_up(self) -> None:
        was_speaking = self._utterance is not None
        self._forget()
        self._kill()
        if was_speaking:
            self._failed(Trouble.NO_SPEECH)

    def _forget(self) -> None:
        self._wanted = self._ready = False
        self._rest()
