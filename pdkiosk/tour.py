"""Walks a sample person through every screen and saves pictures and PDFs for viewing.

For reviewers, translators and machines without a display.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QMessageLogContext, QtMsgType
from PySide6.QtCore import qInstallMessageHandler as install_message_handler
from PySide6.QtWidgets import QApplication

from pdkiosk import resources
from pdkiosk.commands.output import say
from pdkiosk.commands.stock import Stock, load_stock
from pdkiosk.guide.contract import NO_CASE
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.answers_file import read_answers
from pdkiosk.interview.answers_schema import AnswersSchema
from pdkiosk.papers_desk import Desk
from pdkiosk.printing.folder import add
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import finished
from pdkiosk.printing.state import State
from pdkiosk.session.papers import Printing
from pdkiosk.session.requests import Act, Tool, ToolKind
from pdkiosk.ui.application import make_application
from pdkiosk.ui.screens.card import CardScreen
from pdkiosk.ui.theme.look import Scale, TextSize, likely_diagonal
from pdkiosk.ui.window.countdown import Countdown
from pdkiosk.ui.window.run import session_maker
from pdkiosk.ui.window.shell import Shell

_SIZES = {87: TextSize.SMALL, 100: TextSize.NORMAL, 133: TextSize.LARGE, 177: TextSize.LARGEST}

_TURNS = 5  # rounds of events until a layout settles; a long text takes the most

_TOOLS = (
    *map(Tool, (ToolKind.LOOK, ToolKind.LANGUAGE, ToolKind.HELP, ToolKind.ERASE)),
    Tool(ToolKind.TERM, "nta"),
    Tool(ToolKind.CHAPTER, "overview"),
)


class Tour:
    """Goes through the wizard as a person would and takes a picture of each screen."""

    def __init__(self, shell: Shell, application: QApplication, out: Path) -> None:
        """``out`` is created if it is missing; pictures are numbered in the order seen."""
        self._shell = shell
        self._application = application
        self._out = out
        self._count = 0

    def take(self, name: str) -> Path:
        """Takes a picture of the window.

        Raises OSError if it cannot be written or already exists.
        """
        rest(self._application)
        path = self._out / f"{self._count:02d}-{name.replace(':', '-')}.png"
        self._count += 1
        picture = QBuffer()
        self._shell.grab().save(picture, "PNG")
        add(self._out, {path.name: bytes(picture.data().data())})
        return path

    def walk(self, language: str, answers: Answers) -> Iterator[Path]:
        """Every screen of this person, the tools, and the screens that stop."""
        self._out.mkdir(parents=True, exist_ok=True)
        shell = self._shell
        yield self.take("start")
        shell.begin(language)
        shell.context.interview.answers.replace_all(answers.values)
        for tool in _TOOLS:
            shell.navigator.open_tool(tool)
            yield self.take(f"tool-{tool.name}")
            shell.navigator.close_tool()
        while True:
            yield self.take(shell.step_id)
            yield from self._cards()
            if shell.course().steps[-1].id == shell.step_id:
                break
            before = shell.step_id
            if before == "print":
                pretend_to_print(shell)
            # A tour prints nothing, and does not read long pages to their end first.
            stays = before == "print" or shell.frame.reads_on
            shell.navigator.skip() if stays else shell.navigator.forward()
            if shell.step_id == before:
                raise RuntimeError(f"the sample person does not get past {before}")
        yield from self._stops()
        countdown = Countdown(shell.context, shell)
        countdown.setGeometry(shell.rect())
        countdown.show()
        yield self.take("countdown")
        countdown.deleteLater()
        QCoreApplication.sendPostedEvents(countdown, QEvent.Type.DeferredDelete)
        shell.end_session()

    def _cards(self) -> Iterator[Path]:
        """The details of the first member of a repeated group."""
        shell = self._shell
        step = next(s for s in shell.course().steps if s.id == shell.step_id)
        if step.page.kind == "cards":
            question = step.questions[0]
            if shell.context.interview.answers.get(question):
                shell.navigator.open_tool(Tool(ToolKind.CARD, question.id, 0))
                yield self.take(f"card-{question.id}")
                if isinstance(shell.frame.screen, CardScreen) and shell.frame.screen.goes_on:
                    shell.navigator.forward()
                    yield self.take(f"card-{question.id}-more")
                shell.navigator.show_only()

    def _stops(self) -> Iterator[Path]:
        """The two ways in which the interview stops before the letter."""
        shell = self._shell
        for value in (NO_CASE.option, None):
            shell.context.interview.answers.set(NO_CASE.question, value)
            shell.navigator.go_to(shell.course().steps[-1].id)
            yield self.take(shell.step_id)


def pretend_to_print(shell: Shell) -> None:
    """Counts the papers as printed: the last page then says what most people will read there."""
    papers = shell.context.papers
    assert isinstance(papers, Desk)
    parts = papers.parts(shell.context.first)
    job = finished(parts, State.READY, Outcome.PRINTED)
    papers.printings.append(Printing(job, parts, job.poll()))


def rest(application: QApplication) -> None:
    """Waits until the layouts of the window have settled."""
    for _ in range(_TURNS):
        application.processEvents()


@contextlib.contextmanager
def without_size_hints() -> Iterator[None]:
    """Hides the warning of the offscreen platform about size hints, which nobody needs.

    All other messages of Qt are passed on.
    """

    def tell(kind: QtMsgType, place: QMessageLogContext, text: str) -> None:
        if "propagateSizeHints" in text:
            return
        if before is not None:
            before(kind, place, text)
        else:
            print(text, file=sys.stderr)

    before = install_message_handler(tell)
    try:
        yield
    finally:
        install_message_handler(before)


def _counted(pictures: Iterator[Path]) -> int:
    """Iterates over everything, and shows the count so far on a terminal."""
    terminal = sys.stderr.isatty()
    if not terminal:
        print("Taking a picture of each screen ...", file=sys.stderr, flush=True)
    count = 0
    for count, _ in enumerate(pictures, start=1):
        if terminal:
            print(f"\rPictures: {count}", end="", file=sys.stderr, flush=True)
    if terminal:
        print(file=sys.stderr)
    return count


def run_tour(out: Path, language: str, size: tuple[int, int], text_size: int) -> None:
    """Writes a picture of every screen of the sample person and all of their pages.

    ``size`` in pixels, ``text_size`` in percent (the nearest size is used). Prints the folder, and
    the progress on standard error. Raises OSError if the folder cannot be written or already has
    such pictures.
    """
    with without_size_hints():
        _run_tour(out, language, size, text_size)


def _run_tour(out: Path, language: str, size: tuple[int, int], text_size: int) -> None:
    stock = load_stock(None)
    sample = read_answers(
        resources.read("sample-answers.json"),
        AnswersSchema(stock.guide, tuple(stock.languages)),
        datetime.date.today(),
    )
    day = sample.today or datetime.date.today()
    nearest = min(_SIZES, key=lambda percent: abs(percent - text_size))
    with sample_shell(stock, day, size, _SIZES[nearest], language) as (shell, application):
        pictures = _counted(Tour(shell, application, out).walk(language, sample.answers))
        shell.context.interview.answers.replace_all(sample.answers.values)
        pages = {part.id: part.data for part in shell.context.papers.parts(language)}
    add(out, {f"{name}.pdf": data for name, data in pages.items()})
    say(f"{pictures} pictures and {len(pages)} PDFs: {out.resolve()}")


@contextlib.contextmanager
def sample_shell(
    stock: Stock,
    day: datetime.date,
    size: tuple[int, int],
    text_size: TextSize = TextSize.NORMAL,
    language: str = "",
) -> Iterator[tuple[Shell, QApplication]]:
    """Provides a kiosk's window on a given day, ``size`` in pixels; needs no display.

    ``language`` is offered besides the usual ones, even if it is a draft.
    """
    offered = stock.offered([])
    if language:
        offered |= stock.offered([language])
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    width, height = size
    shell = Shell(
        session_maker(
            stock.guide,
            stock.catalogs,
            offered,
            stock.facility,
            lambda interview: Desk(stock.guide, interview, stock.facility, stock.catalogs, offered),
            Scale(width, height, likely_diagonal(width, height, 0, 0)),
            lambda: day,
        )
    )
    try:
        shell.context.preferences.text_size = text_size
        shell.go(Act.LOOK)
        shell.resize(width, height)
        shell.show()
        yield shell, application
    finally:
        shell.close()
        shell.deleteLater()
