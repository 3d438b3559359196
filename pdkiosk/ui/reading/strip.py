"""The strip above the bottom bar while pages are read aloud: pause, speed, loudness, stop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout

from pdkiosk.language.message import Message
from pdkiosk.speech.voice import Trouble
from pdkiosk.ui.context import Context
from pdkiosk.ui.reading.reader import Reader, State
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import NOTHING, BigButton, FlowRow, Pair, Surface, SurfaceKind, TextPair

# Translators: reads the sentence aloud again, or the page when it was read to its end.
_AGAIN = Message("Repeat", "reading.repeat")
# Translators: holds the reading aloud.
_PAUSE = Message("Pause", "reading.pause")
# Translators: goes on reading aloud.
_GO_ON = Message("Continue", "reading.continue")
# Translators: the voice speaks slower (read by a screen reader).
_SLOWER = Message("Slower", "reading.slower")
# Translators: the voice speaks faster (read by a screen reader).
_FASTER = Message("Faster", "reading.faster")
# Translators: the voice speaks louder (read by a screen reader).
_LOUDER = Message("Louder", "reading.louder")
# Translators: the voice speaks less loud (read by a screen reader).
_QUIETER = Message("Quieter", "reading.quieter")
# Translators: ends the reading aloud.
_STOP = Message("Stop", "reading.stop")
# Translators: closes the note that nothing can be read aloud.
_CLOSE = Message("Close", "reading.close")
# Translators: the person touched "Listen", but the machine has no voice.
_NO_SPEECH = Message(
    "This machine cannot read aloud. Everything else still works.", "reading.no_speech"
)
# Translators: the machine can read aloud, but not in this language. {language} is its name.
_NO_VOICE = Message(
    "This machine has no voice for {language}. All else works without it.", "reading.no_voice"
)


class _Row(FlowRow):
    """A row of buttons that are all as high as the highest."""

    def places(self, width: int) -> list[QRect]:
        places = super().places(width)
        for place in places:
            place.setHeight(max(p.height() for p in places if p.y() == place.y()))
        return places


class ReadingStrip(Surface):
    """The controls of a reader; the last button emits ``stop``."""

    stop = Signal()

    def __init__(self, context: Context, reader: Reader, words: Callable[[Message], Pair]) -> None:
        """``words`` renders its texts in the languages on the screen."""
        super().__init__(context.look, SurfaceKind.BOTTOM_BAR)
        self._context, self._reader = context, reader
        self._words = words
        look = context.look
        column = QVBoxLayout(self)
        side, pad = look.scale.mm(7), look.scale.mm(2.6)
        column.setContentsMargins(side, pad, side, pad)
        column.setSpacing(look.scale.mm(2.6))
        self._trouble: TextPair | None = None
        self._buttons = _Row(look, parent=self)
        self._add("again", _AGAIN, "rotate-ccw", reader.repeat)
        self._pause = self._add("pause", _PAUSE, "pause", reader.pause_or_go_on)
        for name, message, icon, change in (
            ("slower", _SLOWER, "turtle", lambda: reader.change_speed(-1)),
            ("faster", _FASTER, "rabbit", lambda: reader.change_speed(1)),
            ("quieter", _QUIETER, "volume-1", lambda: reader.change_loudness(-1)),
            ("louder", _LOUDER, "volume-2", lambda: reader.change_loudness(1)),
        ):
            self._add(name, message, icon, change, bare=True)
        self._stop = self._add("stop", _STOP, "square", self.stop.emit)
        column.addWidget(self._buttons)
        reader.changed.connect(self._follow)
        self._follow()

    def _add(
        self, name: str, message: Message, icon: str, act: Callable[[], None], *, bare: bool = False
    ) -> BigButton:
        words = self._words(message)
        button = BigButton(
            self._context.look,
            NOTHING if bare else words,
            icon=icon,
            large=False,
            bar=True,
            parent=self._buttons,
        )
        button.setObjectName(f"reading.{name}")
        button.setAccessibleName(words.spoken())
        button.activated.connect(act)
        self._buttons.add_tile(button)
        return button

    def _follow(self) -> None:
        """Shows what the reader is doing now."""
        state = self._reader.state
        reading = state is State.READING
        self._pause.set_pair(self._words(_PAUSE if reading else _GO_ON))
        self._pause.set_icon("pause" if reading else "play")
        if state is State.TROUBLE and self._trouble is None:
            self._say_trouble()

    def _say_trouble(self) -> None:
        message = _NO_SPEECH
        if self._reader.trouble is Trouble.NO_VOICE:
            mode = self._reader.mode()
            message = _NO_VOICE(language=self._context.language(mode.language).name)
        self._trouble = TextPair(
            self._context.look, self._words(message), TextRole.SMALL, max_chars=90, parent=self
        )
        self._trouble.setObjectName("reading.trouble")
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self._trouble)
        for button in self._buttons.tiles[:-1]:
            button.hide()
        kept = self._buttons.tiles[-1]
        self._buttons.tiles[:] = [kept]
        self._stop.set_pair(self._words(_CLOSE))
        self._stop.set_icon("x")
        self._buttons.place_tiles()
