"""A voice that plays the recording of a sentence if there is one, and speaks the rest."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QTimer

from pdkiosk.speech.player import Player
from pdkiosk.speech.voice import Trouble, Utterance, Voice


class RecordedVoice:
    """Plays recordings; ``speech`` says what is not recorded or cannot be played."""

    def __init__(self, speech: Voice) -> None:
        self._speech = speech
        self._player = Player(self._on_played)
        self._finished: Callable[[], None] = lambda: None
        self._playing: Utterance | None = None

    def listen(self, finished: Callable[[], None], failed: Callable[[Trouble], None]) -> None:
        self._finished = finished
        self._speech.listen(finished, failed)

    def say(self, utterance: Utterance) -> None:
        self.stop()
        self._playing = utterance
        if utterance.recording is None or not self._player.play(
            utterance.recording, utterance.volume
        ):
            self._speak(utterance)

    def _speak(self, utterance: Utterance) -> None:
        self._playing = None
        if utterance.text:
            self._speech.say(replace(utterance, recording=None))
        else:  # a sound effect; nothing can replace it
            QTimer.singleShot(0, self._finished)

    def _on_played(self, whole: bool) -> None:
        playing = self._playing
        if playing is None:
            return
        if whole:
            self._playing = None
            self._finished()
        else:
            self._speak(playing)

    def stop(self) -> None:
        self._playing = None
        self._player.stop()
        self._speech.stop()

    def close(self) -> None:
        self._playing = None
        self._player.stop()
        self._speech.close()
