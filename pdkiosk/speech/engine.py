"""The process that speaks: takes lines on standard input, speaks through Qt, reports in lines.

A speech daemon that does not answer holds Qt's engine for ever, and Python's lock with it:
in the window's own process every answer would be lost with that. Here nothing but a voice is.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import sys
import threading
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal
from PySide6.QtTextToSpeech import QTextToSpeech

from pdkiosk.speech.locales import choose_locale

_PR_SET_PDEATHSIG = 1
_TEST_ENGINE = "mock"


def report(**what: object) -> None:
    """Writes a line to whoever started this process; ends it when nobody reads any more."""
    try:
        os.write(1, json.dumps(what).encode("ascii") + b"\n")
    except OSError:
        os._exit(0)


class Speaker(QObject):
    """One utterance at a time; a further one waits until the engine has let the former go."""

    heard = Signal(
        str
    )  # a line of standard input, from the thread that waits for it; "" at its end

    def __init__(self, engine: QTextToSpeech) -> None:
        super().__init__()
        self._engine = engine
        self._locales = {locale.name(): locale for locale in engine.availableLocales()}
        self._said: int | None = None  # the number of what is being said
        self._waiting: dict[str, Any] | None = None
        engine.stateChanged.connect(self._on_state)
        self.heard.connect(self._obey, Qt.ConnectionType.QueuedConnection)

    @property
    def locales(self) -> list[str]:
        """The names of all locales that the engine has a voice for."""
        return sorted(self._locales)

    def _obey(self, line: str) -> None:
        if not line:
            self._engine.stop()
            QCoreApplication.quit()
            return
        order = json.loads(line)
        self._said = None
        self._waiting = order if "say" in order else None
        if self._engine.state() is QTextToSpeech.State.Speaking:
            self._engine.stop()  # what waits is said when it has come to rest
        if self._engine.state() is not QTextToSpeech.State.Speaking:
            self._say_waiting()

    def _say_waiting(self) -> None:
        order, self._waiting = self._waiting, None
        if order is None:
            return
        name = choose_locale(self.locales, order["language"])
        if name is None:
            report(failed=order["n"], why="NO_VOICE")
            return
        locale: QLocale = self._locales[name]
        if self._engine.locale() != locale:
            self._engine.setLocale(locale)
        self._engine.setRate(order["rate"])
        self._engine.setVolume(order["volume"])
        self._said = order["n"]
        report(began=self._said, locale=name)
        self._engine.say(order["say"])

    def _on_state(self, state: QTextToSpeech.State) -> None:
        if state is QTextToSpeech.State.Error:
            report(failed=self._said or 0, why="NO_SPEECH")
            self._said = None
        elif state is QTextToSpeech.State.Ready:
            if self._said is not None:
                said, self._said = self._said, None
                report(finished=said)
            self._say_waiting()


def run(engine_name: str) -> int:
    """Speaks until standard input ends. ``engine_name``: Qt's name of an engine, or "auto"."""
    if sys.platform.startswith("linux"):
        # When the window is killed while the engine hangs, nobody else would end this process.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    application = QCoreApplication(["pdkiosk"])
    names = [name for name in QTextToSpeech.availableEngines() if name != _TEST_ENGINE]
    name = engine_name if engine_name != "auto" else names[0] if names else ""
    engine = QTextToSpeech(name) if name else None
    if engine is None or engine.state() is QTextToSpeech.State.Error:
        report(failed=0, why="NO_SPEECH")
        return 1
    speaker = Speaker(engine)
    report(ready=speaker.locales, engine=name)

    def wait_for_lines() -> None:
        with contextlib.suppress(ValueError, OSError):
            for line in sys.stdin.buffer:
                speaker.heard.emit(line.decode("utf-8"))
        speaker.heard.emit("")

    threading.Thread(target=wait_for_lines, daemon=True).start()
    application.exec()
    # Not through Qt's clean-up: a daemon that hangs by now would hold it.
    os._exit(0)
