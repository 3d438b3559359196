"""How much there is to read and to touch on each way, and how long that takes a slow reader.

``python -m benchmarks.reading [--pages]``: for six people, each way and each language a line.
Counted are the words of the first language on each page, cards and the letter included. Not
counted is what is read once and then known: the bars, "What do these words mean?", the code of a
question, the digits of keypads; nor what is drawn (the names of drawings are for the ear), nor
lines to write on. A touch is what answers and goes on, at the least. Minutes at 90 words a minute
(slow, or reading a second language) and at 200; three seconds a touch.
"""

from __future__ import annotations

import argparse
import datetime
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from benchmarks.readers import READERS
from pdkiosk.commands.stock import load_stock
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import Cards, Question
from pdkiosk.interview.answers import Value
from pdkiosk.interview.answers_file import read_answers
from pdkiosk.interview.answers_schema import AnswersSchema
from pdkiosk.interview.flow import Step
from pdkiosk.language.message import PartialDate
from pdkiosk.papers_desk import Desk
from pdkiosk.printing.state import State
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.tour import pretend_to_print
from pdkiosk.ui.application import make_application
from pdkiosk.ui.reading.script import widgets_with_words
from pdkiosk.ui.screens.card import CardScreen
from pdkiosk.ui.screens.start import StartScreen
from pdkiosk.ui.theme.look import Scale
from pdkiosk.ui.widgets.big_button import WordButton
from pdkiosk.ui.widgets.drawing import DrawingView
from pdkiosk.ui.widgets.spoken import LANGUAGE, own_texts
from pdkiosk.ui.window.run import session_maker
from pdkiosk.ui.window.shell import Shell

LANGUAGES = ("es", "en")
SLOW, USUAL = 90, 200  # words a minute
LONG_PAGE = 60  # words
_SECONDS_A_TOUCH = 3.0
_MORE = ", more"
_TODAY = datetime.date(2026, 11, 24)
_WORD = re.compile(r"\w")
_LINE = re.compile(r"_{3,}")


@dataclass
class Walk:
    """What somebody meets on a way: the words of each page, cards among them, in order."""

    pages: list[tuple[str, int]] = field(default_factory=list)
    touches: int = 0

    @property
    def words(self) -> int:
        """All words, the letter's own included."""
        return sum(words for _, words in self.pages)

    @property
    def long_pages(self) -> list[str]:
        """The pages of more words than a page should have."""
        return [name for name, words in self.pages if words > LONG_PAGE]

    def minutes(self, words_a_minute: int) -> float:
        """Reading and touching."""
        return self.words / words_a_minute + self.touches * _SECONDS_A_TOUCH / 60


class _DeskWithPrinter(Desk):
    """A desk whose printer is ready, as in the library."""

    def look(self) -> State:
        """It can print."""
        return State.READY


class Reader:
    """A window in which every page of a person's way is looked at."""

    def __init__(self, width: int = 1280, height: int = 1024, *, drafts: bool = True) -> None:
        """``drafts``: also the languages that nobody is offered unasked."""
        self._application = make_application()
        stock = load_stock(None)
        facility = Facility()
        self._schema = AnswersSchema(stock.guide, tuple(stock.languages))
        self.shell = Shell(
            session_maker(
                stock.guide,
                stock.catalogs,
                stock.languages if drafts else stock.offered([]),
                facility,
                lambda interview: _DeskWithPrinter(
                    stock.guide, interview, facility, stock.catalogs, stock.languages
                ),
                Scale(width, height, 19.0),
                lambda: _TODAY,
            )
        )
        self.shell.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.shell.setUpdatesEnabled(False)  # its words are counted, nothing is painted
        self.shell.resize(width, height)
        self.shell.show()

    def walk(self, answers: dict[str, Any], way: str, language: str) -> Walk:
        """All pages that somebody with these answers comes to, from the start page on."""
        shell, found = self.shell, Walk()
        given = msgspec.json.encode({"format": 1, "answers": {**answers, "way": way}})
        found.pages.append(("start", sum(map(_count, _start_texts(shell, language)))))
        shell.begin(language)
        found.touches += 1
        shell.context.interview.answers.replace_all(
            read_answers(given, self._schema, _TODAY).answers.values
        )
        shell.build()
        for step in shell.course().steps:
            if step.page.kind == "end":
                pretend_to_print(shell)
            shell.navigator.go_to(step.id)
            self._rest()
            found.pages.append((step.id, self._words()))
            found.touches += 1 + sum(self._touches(step, q) for q in step.questions)
            for name, words in self._cards(step):
                found.pages.append((name, words))
                found.touches += name.endswith(_MORE)
        shell.end_session()
        self._rest()
        return found

    def close(self) -> None:
        """The window goes."""
        self.shell.close()
        self.shell.deleteLater()
        self._rest()

    def _touches(self, step: Step, question: Question) -> int:
        """What it takes to answer a question, and on a card to go back from it."""
        interview = self.shell.context.interview
        value = interview.course().kept.get(question)
        if isinstance(question, Cards) and isinstance(value, list):
            cards = [card for card in value if isinstance(card, dict)]
            return sum(1 + sum(map(_touches, list(card.values())[1:])) + 1 for card in cards)
        if isinstance(value, dict):  # papers, a few on each page
            return len(value) if step.part == 0 else 0
        return _touches(value)

    def _cards(self, step: Step) -> Iterator[tuple[str, int]]:
        """The page of each person or entry."""
        shell = self.shell
        for question in step.questions:
            value = shell.context.interview.course().kept.get(question)
            if isinstance(question, Cards) and isinstance(value, list):
                for place in range(len(value)):
                    tool = Tool(ToolKind.CARD, question.id, place)
                    shell.navigator.open_tool(tool)
                    self._rest()
                    yield tool.name, self._words()
                    if isinstance(shell.frame.screen, CardScreen) and shell.frame.screen.goes_on:
                        shell.navigator.forward()
                        self._rest()
                        yield f"{tool.name}{_MORE}", self._words()
                    shell.navigator.show_only()

    def _words(self) -> int:
        page = self.shell.frame.screen
        assert page is not None
        return sum(_count(text) for text in _texts(page))

    def _rest(self) -> None:
        for _ in range(3):
            self._application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _start_texts(shell: Shell, language: str) -> Iterator[str]:
    """The words of the start page in one of its languages."""
    (start,) = shell.findChildren(StartScreen)
    for widget in widgets_with_words(start):
        if widget.property(LANGUAGE) in (None, language):
            for spoken in own_texts(widget):
                both = (spoken.pair.first, spoken.pair.second)
                yield both[LANGUAGES.index(language)] or both[0] or both[1]


def _texts(page: QWidget) -> Iterator[str]:
    for widget in widgets_with_words(page):
        if isinstance(widget, WordButton | DrawingView) or widget.objectName() == "code":
            continue
        for spoken in own_texts(widget):
            yield spoken.pair.first or spoken.pair.second


def _count(text: str) -> int:
    if text.isdecimal():
        return 0  # a key
    return sum(bool(_WORD.search(word)) for word in _LINE.sub("", text).split())


def _touches(value: Value) -> int:
    if isinstance(value, list):
        return len(value)
    if isinstance(value, int):
        return len(str(value))
    if isinstance(value, PartialDate):
        # A year is one of ten of a decade.
        return 2 + (value.month is not None) + (value.day is not None)
    return int(value is not None)


def main() -> int:
    """Prints the table; with ``--pages`` the words of each page too."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="benchmarks.reading", description=__doc__)
    parser.add_argument("--pages", action="store_true", help="also the words of each page")
    pages = parser.parse_args().pages
    reader = Reader()
    print(
        f"{'':34} {'pages':>5} {'words':>6} {'min/90':>6} {'min/200':>7} {'touches':>7} {'long':>4}"
    )
    for way in ("short", "full"):
        for language in LANGUAGES:
            for name, answers in READERS.items():
                walk = reader.walk(answers, way, language)
                print(
                    f"{way:5} {language} {name:25} {len(walk.pages):5} {walk.words:6} "
                    f"{walk.minutes(SLOW):6.1f} {walk.minutes(USUAL):7.1f} {walk.touches:7} "
                    f"{len(walk.long_pages):4}"
                )
                if pages:
                    print("      " + ", ".join(f"{page} {words}" for page, words in walk.pages))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
