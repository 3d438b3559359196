"""The process that speaks: reads orders on standard input, speaks through Qt, writes reports.

A speech daemon that does not answer blocks Qt's engine forever, together with Python's lock: in the
window's process that would lose every answer. Here only the voice is lost.
"""

from __future__ import annotations

import os
import threading
from typing import NoReturn

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal
from PySide6.QtTextToSpeech import QTextToSpeech

from pdkiosk.language.languages import load_languages
from pdkiosk.lines import Lines, decode
from pdkiosk.speech.daemon import ADDRESS, Daemon, end_group
from pdkiosk.speech.locales import choose_locale
from pdkiosk.speech.protocol import Order, Report, line

_TEST_ENGINE = "mock"
_DAEMON_ENGINE = "speechd"


def report(what: Report) -> None:
    """Writes a line to the parent process; ends this process if nobody reads any more."""
    try:
        os.write(1, line(what))
    except OSError:
        _end()


class Speaker(QObject):
    """Speaks one utterance at a time; the next one waits until the engine has released the last."""

    ordered = Signal(object)  # an Order, from the thread that reads them; None at the end

    def __init__(self, engine: QTextToSpeech) -> None:
        super().__init__()
        self._engine = engine
        self._locales = {locale.name(): locale for locale in engine.availableLocales()}
        self._speaking = 0  # the number of the order being spoken
        self._waiting: Order | None = None
        engine.stateChanged.connect(self._on_state)
        self.ordered.connect(self._obey, Qt.ConnectionType.QueuedConnection)

    @property
    def locales(self) -> list[str]:
        """The names of all locales for which the engine has a voice."""
        return sorted(self._locales)

    def _obey(self, order: Order | None) -> None:
        if order is None:
            self._engine.stop()
            QCoreApplication.quit()
            return
        self._speaking = 0
        self._waiting = order if order.number else None
        if self._engine.state() is QTextToSpeech.State.Speaking:
            self._engine.stop()  # the waiting utterance is spoken once the engine is idle
        if self._engine.state() is not QTextToSpeech.State.Speaking:
            self._say_waiting()

    def _say_waiting(self) -> None:
        order, self._waiting = self._waiting, None
        if order is None:
            return
        name = choose_locale(self.locales, order.language)
        if name is None:
            report(Report(failed=order.number, why="NO_VOICE"))
            return
        locale: QLocale = self._locales[name]
        if self._engine.locale() != locale:
            self._engine.setLocale(locale)
            self._choose_voice(order.language)
        self._engine.setRate(order.rate)
        self._engine.setVolume(order.volume)
        self._speaking = order.number
        report(Report(began=order.number))
        self._engine.say(order.text)

    def _choose_voice(self, language: str) -> None:
        """Chooses the voice that speaks the way people do here.

        Some voices of a locale are from elsewhere.
        """
        known = load_languages().get(language)
        for voice in self._engine.availableVoices():
            if known and voice.name() in known.voice_names:
                self._engine.setVoice(voice)
                return

    def _on_state(self, state: QTextToSpeech.State) -> None:
        if state is QTextToSpeech.State.Error:
            report(Report(failed=self._speaking))
            self._speaking = 0
        elif state is QTextToSpeech.State.Ready:
            if self._speaking:
                spoken, self._speaking = self._speaking, 0
                report(Report(finished=spoken))
            self._say_waiting()


def run(engine_name: str, daemon: Daemon | None) -> int:
    """Speaks until standard input ends.

    ``engine_name``: Qt's name of an engine, or "auto". ``daemon``: for an engine that needs one.
    """
    application = QCoreApplication(["pdkiosk"])
    names = [name for name in QTextToSpeech.availableEngines() if name != _TEST_ENGINE]
    name = engine_name if engine_name != "auto" else names[0] if names else ""
    if daemon is not None and (name != _DAEMON_ENGINE or not daemon.ready()):
        daemon.end()
        daemon = None
    engine = None
    if name and (name != _DAEMON_ENGINE or daemon is not None):
        engine = QTextToSpeech(name)
    if engine is None or engine.state() is QTextToSpeech.State.Error:
        report(Report(failed=0))
        _end(1)
    speaker = Speaker(engine)
    report(Report(ready=speaker.locales))
    threading.Thread(target=_read_orders, args=(speaker,), daemon=True).start()
    application.exec()
    _end()


def _read_orders(speaker: Speaker) -> None:
    lines, data = Lines(), b"."
    while data:
        try:
            data = os.read(0, 65_536)
        except OSError:
            data = b""
        for one in lines.feed(data):
            if (order := decode(one, Order)) is not None:
                speaker.ordered.emit(order)
    speaker.ordered.emit(None)


def _end(code: int = 0) -> NoReturn:
    """Skip Qt's cleanup: a daemon that hangs by now would block it."""
    if os.environ.get(ADDRESS):
        end_group(os.getpid())  # this process too
    os._exit(code)
