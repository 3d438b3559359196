"""Reads the page aloud, sentence by sentence, and highlights the current sentence."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from pdkiosk import resources
from pdkiosk.language.message import Message
from pdkiosk.speech.voice import Trouble, Utterance, Voice
from pdkiosk.ui.context import STEPS, Context
from pdkiosk.ui.reading.script import ReadingMode, Sentence, in_words
from pdkiosk.ui.widgets.spoken import SPEAKING

# Translators: said when the voice was made slower or faster. {n} and {all} are numbers.
_SPEED = Message("Speed {n} of {all}.", "speech.speed")
# Translators: said when the voice was made louder or quieter. {n} and {all} are numbers.
_LOUDNESS = Message("Volume {n} of {all}.", "speech.volume")

_RATES = (-0.6, -0.3, 0.0, 0.3, 0.6)
# Each step is 3.5 dB, well below the 10 dB that startle people; measured in docs/voices.md.
_VOLUMES = (0.2, 0.3, 0.45, 0.67, 1.0)
_BREATH_MS = 150  # between two sentences
assert len(_RATES) == len(_VOLUMES) == STEPS


class State(enum.Enum):
    """The state of the reading."""

    OFF = enum.auto()
    READING = enum.auto()
    PAUSED = enum.auto()  # within the page
    DONE = enum.auto()  # the page was read completely, or not begun yet
    TROUBLE = enum.auto()  # nothing can be heard here


class Reader(QObject):
    """Once it is on, each new page is read. ``page`` returns the sentences of the current page.

    ``part`` returns those of one of its widgets. ``changed``: the state has changed. ``heard``: a
    sentence begins, so someone is there. ``reveal`` scrolls to a widget, to a part (0 to 1) of its
    height.
    """

    changed = Signal()
    heard = Signal()

    def __init__(
        self,
        context: Callable[[], Context],
        page: Callable[[], list[Sentence]],
        part: Callable[[QWidget], list[Sentence]],
        reveal: Callable[[QWidget, float], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._page = page
        self._part = part
        self._reveal = reveal
        self._voice: Voice | None = None
        self.state = State.OFF
        self.trouble = Trouble.NO_SPEECH
        self._sentences: list[Sentence] = []
        self._place = 0
        self._asides: list[Sentence] = []  # said before the page is continued
        self._current: Sentence | None = None
        self._is_aside = False
        self._before_asides = State.DONE
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._breath.timeout.connect(self._say)

    @property
    def on(self) -> bool:
        """Whether pages are read."""
        return self.state is not State.OFF

    def turn_on(self) -> None:
        """From now on pages are read when ``read_page`` is called for them."""
        if self.state in (State.OFF, State.TROUBLE):
            self._become(State.DONE)

    def turn_off(self) -> None:
        """Stops reading and discards the voice with everything it knew."""
        self.forget()
        self._become(State.OFF)
        if self._voice is not None:
            self._voice.close()
            self._voice = None

    def read_page(self) -> None:
        """Reads the current page from its beginning."""
        self.read(self._page())

    def read(self, sentences: Sequence[Sentence]) -> None:
        """Reads these sentences instead of whatever is being read."""
        if not self.on:
            return
        self.hush()
        self._sentences, self._place = list(sentences), 0
        self._asides.clear()
        self._become(State.READING)
        self._say()

    def say_aside(self, sentences: Sequence[Sentence]) -> None:
        """Says something now, then continues reading from the interrupted sentence."""
        if not self.on or self.state is State.TROUBLE:
            return
        if self.state is not State.READING or (not self._asides and not self._is_aside):
            self._before_asides = self.state
        self.hush()
        self._asides = list(sentences)
        self._become(State.READING)
        self._say()

    def hush(self) -> None:
        """Stops at once; "go on" repeats the sentence."""
        self._breath.stop()
        self._show(self._current, False)
        self._current = None
        self._is_aside = False
        if self.state is State.READING:
            if self._voice is not None:
                self._voice.stop()
            self._become(State.PAUSED)

    def forget(self) -> None:
        """The page goes away: stops reading and forgets it."""
        self.hush()
        self._sentences, self._place = [], 0
        self._asides.clear()
        if self.state is State.PAUSED:
            self._become(State.DONE)

    def pause_or_go_on(self) -> None:
        """Pauses or continues: the button does both."""
        if self.state is State.READING:
            self.hush()
        elif self.state is State.PAUSED and self._place < len(self._sentences):
            self._become(State.READING)
            self._say()
        else:
            self.read_page()

    def repeat(self) -> None:
        """Repeats the sentence, or at the end of the page the whole page."""
        if self.state is State.DONE or self._place >= len(self._sentences):
            self.read_page()
            return
        self.hush()
        self._become(State.READING)
        self._say()

    def change_speed(self, by: int) -> None:
        """Makes the voice one step faster (1) or slower (-1), and says so at the new speed."""
        preferences = self._context().preferences
        preferences.speed = max(0, min(STEPS - 1, preferences.speed + by))
        self._announce(_SPEED(n=preferences.speed + 1, all=STEPS))

    def change_loudness(self, by: int) -> None:
        """Makes the voice one step louder (1) or quieter (-1), and says so at the new loudness."""
        preferences = self._context().preferences
        preferences.loudness = max(0, min(STEPS - 1, preferences.loudness + by))
        self._announce(_LOUDNESS(n=preferences.loudness + 1, all=STEPS))

    def warn(self, sentences: Sequence[Sentence]) -> None:
        """Plays a sound and then reads these sentences, before everything is erased."""
        sound = Sentence("", "", sound=resources.path("sounds/attention.wav"))
        self.say_aside([sound, *sentences])

    def _announce(self, message: Message) -> None:
        mode = self.mode()
        self.say_aside([Sentence(mode.say(message), mode.language)])

    def mode(self, code: str = "") -> ReadingMode:
        """The current reading mode; ``code``: a language to use instead of the person's."""
        context = self._context()
        preferences = context.preferences
        recorded = code or preferences.spoken or preferences.first
        known = context.languages.get(recorded)
        language = known.text or recorded if known is not None else recorded
        return ReadingMode(
            language,
            lambda message: context.text(message, language),
            lambda message, number: context.recordings.find(message, recorded, number) is not None,
            aloud=bool(preferences.headphones),
            recordings=recorded,
            in_part=context.catalogs.lacks_texts(language),
        )

    def _become(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit()

    def _say(self) -> None:
        self._is_aside = bool(self._asides)
        if not self._is_aside:
            self._renew()
        if self._is_aside:
            self._current = self._asides.pop(0)
        elif self._place < len(self._sentences):
            self._current = self._sentences[self._place]
        else:
            self._become(State.DONE)
            return
        self._show(self._current, True)
        self.heard.emit()
        self._voice_now().say(self._utterance(self._current))

    def _renew(self) -> None:
        """Updates sentences whose words have changed since, such as the primary button's."""
        old = self._sentences[self._place] if self._place < len(self._sentences) else None
        if old is None or old.block is None or old.widget is None or not isValid(old.widget):
            return
        if old.block.pair == old.pair:
            return
        end = self._place
        while end < len(self._sentences) and self._sentences[end].widget is old.widget:
            end += 1
        self._sentences[self._place : end] = self._part(old.widget)

    def _utterance(self, sentence: Sentence) -> Utterance:
        context = self._context()
        line = self.mode().say
        return Utterance(
            in_words(sentence.text, line),
            sentence.language,
            _RATES[context.preferences.speed],
            _VOLUMES[context.preferences.loudness],
            self._recording(sentence),
        )

    def _recording(self, sentence: Sentence) -> Path | None:
        if sentence.recorded is None:
            return sentence.sound
        recordings = self._context().recordings
        return recordings.find(sentence.recorded, sentence.recordings, sentence.number)

    def _voice_now(self) -> Voice:
        if self._voice is None:
            self._voice = self._context().voice()
            self._voice.listen(self._on_finished, self._on_failed)
        return self._voice

    def _on_finished(self) -> None:
        if self.state is not State.READING:
            return
        self._show(self._current, False)
        self._current = None
        if not self._is_aside:
            self._place += 1
        elif not self._asides and self._before_asides is not State.READING:
            self._is_aside = False
            self._become(self._before_asides)
            return
        self._breath.start()

    def _on_failed(self, trouble: Trouble) -> None:
        if self.state is not State.READING:
            return
        some_recorded = any(self._recording(sentence) for sentence in self._sentences)
        if trouble is Trouble.NO_VOICE and some_recorded:
            self._on_finished()  # only what is not recorded cannot be heard
            return
        self._show(self._current, False)
        self._current = None
        self._sentences, self._place = [], 0
        self._asides.clear()
        self.trouble = trouble
        self._become(State.TROUBLE)

    def _show(self, sentence: Sentence | None, heard: bool) -> None:
        """Highlights a sentence in its place, or removes the highlight."""
        if sentence is None or sentence.widget is None or not isValid(sentence.widget):
            return
        widget, span = sentence.widget, sentence.span if heard else None
        if sentence.block is not None:
            sentence.block.mark(
                None if sentence.in_second else span, span if sentence.in_second else None
            )
            widget.update()
            length = len(sentence.block.pair.first)
        elif isinstance(widget, QPlainTextEdit):
            self._mark_editor(widget, sentence if heard else None)
            length = len(widget.toPlainText())
        else:
            widget.setProperty(SPEAKING, "true" if heard else "false")
            widget.style().polish(widget)
            length = 0
        if heard:
            self._reveal(widget, sentence.span[0] / length if length else 0.0)

    def _mark_editor(self, editor: QPlainTextEdit, sentence: Sentence | None) -> None:
        marks = []
        if sentence is not None and sentence.span[1]:
            theme = self._context().look.theme
            mark = QTextEdit.ExtraSelection()
            style = QTextCharFormat()
            style.setBackground(QColor(theme.highlight))
            style.setForeground(QColor(theme.on_highlight))
            mark.format = style
            cursor = editor.textCursor()
            text = editor.toPlainText()
            # Qt counts in UTF-16 units, Python in characters.
            start = _units(text[: sentence.span[0]])
            cursor.setPosition(start)
            end = start + _units(sentence.text)
            cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            marks.append(mark)
        editor.setExtraSelections(marks)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
