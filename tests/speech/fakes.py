"""A voice that says nothing and remembers all of it."""

from __future__ import annotations

from collections.abc import Callable

from pdkiosk.speech.voice import Trouble, Utterance


class FakeVoice:
    """``said`` are the utterances; the test says when one ends."""

    def __init__(self) -> None:
        self.said: list[Utterance] = []
        self.speaking = False
        self.closed = False
        self._finished: Callable[[], None] = lambda: None
        self._failed: Callable[[Trouble], None] = lambda trouble: None

    def listen(self, finished: Callable[[], None], failed: Callable[[Trouble], None]) -> None:
        self._finished, self._failed = finished, failed

    def say(self, utterance: Utterance) -> None:
        self.said.append(utterance)
        self.speaking = True

    def stop(self) -> None:
        self.speaking = False

    def close(self) -> None:
        self.speaking = False
        self.closed = True

    def finish(self) -> None:
        """The utterance came to its end."""
        assert self.speaking
        self.speaking = False
        self._finished()

    def fail(self, trouble: Trouble) -> None:
        """Nothing is heard."""
        self.speaking = False
        self._failed(trouble)

    @property
    def words(self) -> list[str]:
        """All that was said."""
        return [utterance.text for utterance in self.said]
