"""No page of the interview scrolls on the usual kiosk.

1280 x 1024, Spanish and English, usual text.

Each page that some answers bring, with each answer to its question and what is then said of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk import resources
from pdkiosk.commands.stock import load_stock
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import Choice, Choices, Guide
from pdkiosk.interview.answers import Card, Value
from pdkiosk.interview.answers_file import read_answers
from pdkiosk.interview.answers_schema import AnswersSchema
from pdkiosk.interview.flow import Step
from pdkiosk.interview.progress import questions_left
from pdkiosk.papers_desk import Desk
from pdkiosk.tour import pretend_to_print
from pdkiosk.ui.application import make_application
from pdkiosk.ui.screens.start import StartScreen
from pdkiosk.ui.theme.look import Scale
from pdkiosk.ui.widgets import PageScroll
from pdkiosk.ui.window.registry import make_screen
from pdkiosk.ui.window.run import session_maker
from pdkiosk.ui.window.shell import Shell

TODAY = datetime.date(2026, 11, 24)

SCROLLS = {
    "letter": "the person's own letter, a sheet of paper and more, in two languages",
    "print": "the list of the papers that the answers bring, each to be taken or left",
}
"""Pages that may be longer than the screen, and why."""

# With more people than these the page is a list of the person's own answers, too.
_PEOPLE: list[Card] = [
    {"relation": "daughter", "person_status": "citizen", "person_age": 9, "person_depends": "yes"},
    {"relation": "husband", "person_status": "resident", "person_age": 40, "person_lived": "yes"},
]


def _everything(guide: Guide) -> dict[str, Value]:
    """Each box ticked that can be."""
    given: dict[str, Value] = {}
    for page in guide.page:
        for question in page.questions:
            if isinstance(question, Choices) and question.group:
                given[question.id] = [f.id for f in guide.factor if f.group == question.group]
            elif isinstance(question, Choices):
                given[question.id] = [option.id for option in question.options]
    return given


def _people(sample: dict[str, Value], guide: Guide) -> Iterator[dict[str, Value]]:
    """Persons who between them come to every page."""
    everything = _everything(guide)
    yield {**sample, "way": "full"}
    yield {**sample, "way": "full", **everything}
    for stage in ("for_me", "against_me"):  # each brings requests of its own
        yield {**sample, "way": "full", "stage": stage, **everything}
    yield {**sample, "way": "full", "in_proceedings": "order", **everything}
    yield {**sample, "way": "full", "in_proceedings": "order", "order_by": "officer"}
    yield {**sample, "way": "short"}
    # A child as old as its parent, and somebody who may have come under age.
    child: Card = {"relation": "daughter", "person_age": 30}
    yield {**sample, "way": "short", **everything, "age": 20, "people": [child]}
    yield {**sample, "in_proceedings": None}
    yield {**sample, "in_proceedings": "no"}


class _Walk:
    """Goes to each page and measures how much of it does not fit, in millimeters.

    Most pages say to one person what they said to another: they are laid out once.
    """

    def __init__(self, shell: Shell, application: QApplication) -> None:
        self.shell = shell
        self.application = application
        self.over: dict[str, float] = {}
        self.seen: set[str] = set()
        self._shown: set[tuple[object, ...]] = set()

    def walk(self, answers: dict[str, Value]) -> None:
        """All pages of a person."""
        interview = self.shell.context.interview
        interview.answers.replace_all(answers)
        self.shell.build()
        for step in interview.course().steps:
            if step.page.kind == "end":
                self._look_at(step.id, step.page.id, f"{step.id}, not printed")
                pretend_to_print(self.shell)
            self._look_at(step.id, step.page.id)
            for answer in self._answers(step):
                kept = dict(interview.answers.values)
                interview.answers.set(step.questions[0].id, answer)
                self._look_at(step.id, step.page.id, f"{step.id}, {answer}")
                interview.answers.replace_all(kept)
        self.shell.context.papers.clear()

    def _answers(self, step: Step) -> list[str | None]:
        """The answers to the one question of a page of which something may be said."""
        question = step.questions[0] if step.questions else None
        told = question is not None and (question.callouts or step.page.callouts)
        if not isinstance(question, Choice) or not told:
            return []
        return [*(option.id for option in question.options), *([None] * question.unknown)]

    def _is_known(self, step_id: str) -> bool:
        """Whether a page of just these words and things was looked at already."""
        course = self.shell.course()
        (step,) = (step for step in course.steps if step.id == step_id)
        screen = make_screen(self.shell.context, step)
        bar = (str(screen.primary), str(screen.hint), questions_left(course, step) > 0)
        things = (
            (type(w).__name__, w.objectName(), w.accessibleName(), w.accessibleDescription())
            for w in screen.findChildren(QWidget)
        )
        shown = (step_id, *bar, *things)
        screen.deleteLater()
        if shown in self._shown:
            return True
        self._shown.add(shown)
        return False

    def _look_at(self, step_id: str, page_id: str, name: str = "") -> None:
        if self._is_known(step_id):
            return
        self.shell.navigator.go_to(step_id)
        for _ in range(3):
            self.application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        scroll = self.shell.frame.scroll
        assert isinstance(scroll, PageScroll)
        if scroll.scrolls() and page_id not in SCROLLS:
            mm = self.shell.context.look.scale.px_per_mm
            self.over[name or step_id] = round(scroll.area.verticalScrollBar().maximum() / mm, 1)
        self.seen.add(page_id)


@pytest.mark.parametrize("saving", [False, True], ids=["", "saving"])
def test_no_page_of_the_way_scrolls(qapp: QApplication, saving: bool) -> None:
    assert make_application() is qapp  # with our fonts, whatever was tested before
    stock = load_stock(None)
    schema = AnswersSchema(stock.guide, tuple(stock.languages))
    sample = read_answers(resources.read("sample-answers.json"), schema, TODAY).answers.values
    facility = Facility(saving=saving)
    shell = Shell(
        session_maker(
            stock.guide,
            stock.catalogs,
            stock.offered([]),
            facility,
            lambda interview: Desk(
                stock.guide, interview, facility, stock.catalogs, stock.languages
            ),
            Scale(1280, 1024, 19.0),
            lambda: TODAY,
        )
    )
    shell.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    shell.setUpdatesEnabled(False)  # what fits is a matter of the layout alone
    shell.resize(1280, 1024)
    shell.show()
    try:
        for _ in range(3):
            qapp.processEvents()
        start = shell.findChild(StartScreen)
        assert start is not None and not start.page_scroll.scrolls()
        shell.begin("es")
        walk = _Walk(shell, qapp)
        for person in _people({**sample, "people": [*_PEOPLE]}, stock.guide):
            walk.walk(person)
            if saving:
                break  # the pages on which saving is spoken of are those of everybody
    finally:
        shell.close()
        shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not walk.over, f"millimeters that do not fit: {walk.over}"
    way = {page.id for page in stock.guide.page if page.ways and page.kind != "follow"}
    missed = way - walk.seen
    assert saving or not missed, f"nobody comes to {missed}"
