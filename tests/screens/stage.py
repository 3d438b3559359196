"""Every screen that the guide can produce, without playing through the interview."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from pdkiosk import resources
from pdkiosk.documents.answer_text import decides
from pdkiosk.documents.model import Document
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.guide.model import (
    ANumber,
    Callout,
    Cards,
    Choice,
    Choices,
    DateQuestion,
    Guide,
    LongText,
    Number,
    Option,
    Page,
    Papers,
    Question,
    Text,
    TextQuestion,
)
from pdkiosk.interview.answers import Answers, Card, Value
from pdkiosk.interview.flow import Course, Interview, Step, paper_steps
from pdkiosk.interview.refit import Refitted
from pdkiosk.interview.values import Reason, message
from pdkiosk.language.languages import Language, load_languages, settled
from pdkiosk.language.message import PartialDate
from pdkiosk.papers_desk import ICONS, TITLES, Desk
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import finished
from pdkiosk.printing.state import State
from pdkiosk.session.papers import Part, Printing
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.session.saved_work import Draft, Place
from pdkiosk.session.saved_work_words import TROUBLES
from pdkiosk.speech.voice import Trouble as VoiceTrouble
from pdkiosk.ui.accessible import teach_roles
from pdkiosk.ui.context import Context, Preferences
from pdkiosk.ui.keyboard import Keyboard
from pdkiosk.ui.theme.look import PAPER, Look, Scale, TapClock, TextSize, Theme, load_fonts
from pdkiosk.ui.widgets import BigButton, TapButton
from pdkiosk.ui.widgets.date_pickers import DatePickers
from pdkiosk.ui.widgets.kiosk_editors import LineEditor, TextEditor
from pdkiosk.ui.window.countdown import Countdown
from pdkiosk.ui.window.shell import Shell
from pdkiosk.ui.window.tools import TOOLS
from pdkiosk.vault.saves import Work as SavedWork
from pdkiosk.vault.shelf import Shelf
from pdkiosk.vault.trouble import Trouble, VaultError
from tests.language.pseudo import PSEUDO_LANGUAGES, PseudoCatalogs
from tests.screens.spoken import WORDS
from tests.screens.staff import staff_places
from tests.speech.fakes import FakeVoice

TODAY = datetime.date(2026, 11, 24)
LONG_WORD = "Pneumonoultramicroscopicsilicovolcanoconiosis"

_Data = TypeVar("_Data", bound=msgspec.Struct)
_CONDITIONAL = (Text, Callout, Option, Page)


@dataclass(frozen=True)
class Setting:
    """A screen, and how a person wants to see it. ``second`` is "" for one language alone."""

    size: tuple[int, int] = (1280, 1024)
    diagonal: float = 19.0
    first: str = "es"
    second: str = "en"
    text: TextSize = TextSize.NORMAL
    theme: Theme = PAPER

    def __str__(self) -> str:
        languages = f"{self.first}+{self.second}" if self.second else self.first
        width, height = self.size
        return f"{width}x{height}@{self.diagonal:g}-{self.text.name}-{self.theme.name}-{languages}"


def _open(data: _Data) -> _Data:
    """The same piece of the guide with no condition on it or in it: all that it can ever show."""
    changes: dict[str, Any] = {}
    for name in data.__struct_fields__:
        value = getattr(data, name)
        if name == "when":
            changes[name] = None
        elif isinstance(value, msgspec.Struct):
            changes[name] = _open(value)
        elif isinstance(value, list) and value and isinstance(value[0], msgspec.Struct):
            # What the letter says keeps its conditions: only screens are looked at here.
            changes[name] = value if name == "facts" else [_open(item) for item in value]
    return msgspec.structs.replace(data, **changes)


def _tool_named(name: str) -> Tool:
    kinds = {kind.value: kind for kind in ToolKind}
    if name in kinds:
        return Tool(kinds[name])
    kind, about, *card = name.replace("card:more:", "card+more:").split(":")
    kind = kind.replace("+", ":")
    return Tool(kinds[kind], about, int(card[0]) if card else None)


@cache
def open_guide() -> Guide:
    """The guide that ships with the program, without conditions on pages, boxes and options."""
    return _open(load_guide(resources.path("guide")))


def _steps(guide: Guide) -> Iterator[Step]:
    for page in guide.page:
        if not page.ways:
            continue  # it stands in a chapter alone
        if page.kind == "follow":
            for factor in guide.factor:
                if factor.group == page.follow_group:
                    for place, question in enumerate(factor.questions):
                        yield Step(page, (question,), factor, first=place == 0)
        elif page.kind == "papers":
            yield from paper_steps(page, tuple(page.questions), len(guide.paper))
        elif page.questions:
            for place, question in enumerate(page.questions):
                yield Step(page, (question,), first=place == 0)
        else:
            yield Step(page)


class Everything(Interview):
    """An interview in which every step can be reached and every answer counts."""

    def course(self) -> Course:
        return Course(tuple(_steps(self.guide)), self.answers)


def _answer(guide: Guide, question: Question) -> Value:
    """The answer that takes the most room."""
    match question:
        case Choice():
            return max(question.options, key=lambda option: len(option.label)).id
        case Choices() if question.group:
            return [factor.id for factor in guide.factor if factor.group == question.group]
        case Choices():
            return [option.id for option in question.options]
        case TextQuestion():
            return f"{question.example or 'Guadalupe Hernández de la Cruz'} {LONG_WORD}"
        case LongText():
            return f"Mi hija pregunta cuándo vuelvo.\n\n{LONG_WORD * 3} {'Así fue. ' * 60}"
        case ANumber():
            return "012345678"
        case Number():
            return question.most
        case DateQuestion():
            return PartialDate(2012, 9, 28, True)
        case Papers():
            return {paper.id: "cannot" for paper in guide.paper}
        case Cards():
            return [_card(guide, question, option.id) for option in question.lead.options]
    raise TypeError(question)


def _card(guide: Guide, question: Cards, kind: str) -> Card:
    card: dict[str, Value] = {question.lead.id: kind}
    for asked in question.fields:
        value = _answer(guide, asked)
        assert not isinstance(value, (list, dict)) or isinstance(asked, Choices)
        card[asked.id] = value
    return card


def answers(guide: Guide) -> Answers:
    """Everything answered at length."""
    return Answers({q.id: _answer(guide, q) for step in _steps(guide) for q in step.questions})


@cache
def _letter() -> Document:
    """A long letter, with all that the guide's own conditions let stand in it together."""
    guide = load_guide(resources.path("guide"))
    given = answers(guide)
    for name in [name for name in given.values if name.endswith("_way")]:
        given.set(name, "keep")
    sure = {"in_proceedings": "yes", "way": "full", "strong_case": "weak", "fear": "no"}
    for name, value in {**sure, "stage": "court"}.items():
        given.set(name, value)
    interview = Interview(guide, TODAY, given)
    return Desk(guide, interview, Facility(), _catalogs(), settled(load_languages())).letter()


class _Papers:
    """Papers that are never rendered; printing them ends in the longest of all outcomes."""

    printing: Printing | None = None
    printings: Sequence[Printing] = ()
    pages_left: int | None = None
    may_save = True

    def letter(self) -> Document:
        return _letter()

    def parts(self, language: str) -> list[Part]:
        # All that there are: nobody is ever offered more.
        return [Part(name, title, 12, b"", icon=ICONS[name]) for name, title in TITLES.items()]

    def make_one(self, language: str) -> bool:
        return False

    def answer_sheet(self, language: str) -> Part:
        return Part("answer-sheet", TITLES["answer-sheet"], 12, b"", icon=ICONS["answer-sheet"])

    def sheet(self, document: Document, language: str) -> Part:
        name = document.kind.value
        return Part(name, TITLES[name], 1, b"", icon=ICONS[name])

    def look(self) -> State:
        return max(State, key=lambda state: len(state.message.text))

    def start(self, parts: list[Part]) -> Printing:
        outcome = max(Outcome, key=lambda outcome: len(outcome.message.text))
        job = finished(parts, State.READY, outcome)
        self.printing = Printing(job, parts, job.poll())
        self.printings = [self.printing]
        return self.printing

    def clear(self) -> bool:
        self.printing, self.printings = None, ()
        return True

    def warm(self) -> None:
        """There is nothing to load."""


def _languages() -> dict[str, Language]:
    return settled(load_languages()) | PSEUDO_LANGUAGES


@cache
def _catalogs() -> PseudoCatalogs:
    return PseudoCatalogs(resources.folder("translations"))


@dataclass
class Stage:
    """The window in a setting, and what to do to see each screen in it."""

    setting: Setting
    application: QApplication
    shell: Shell = field(init=False)

    def __post_init__(self) -> None:
        load_fonts()
        teach_roles(self.application)
        width, height = self.setting.size
        scale = Scale(width, height, self.setting.diagonal, self.setting.text)
        taps = TapClock()
        guide = open_guide()

        def session() -> Context:
            interview = Everything(guide, TODAY, answers(guide))
            preferences = Preferences(
                self.setting.first, self.setting.second, self.setting.text, self.setting.theme
            )
            return Context(
                guide=guide,
                catalogs=_catalogs(),
                languages=_languages(),
                facility=Facility(saving=True),
                interview=interview,
                papers=_Papers(),
                preferences=preferences,
                look=Look(self.setting.theme, scale, taps=taps),
            )

        self.shell = Shell(session)
        # Nobody touches anything for as long as a busy machine takes for all screens.
        self.shell.idle.watch.clock = lambda: 0.0
        # Laid out as if it were seen, but nothing is painted until it is asked for (render, grab).
        self.shell.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.shell.setUpdatesEnabled(False)
        self.shell.resize(width, height)
        self.shell.show()
        self.settle()

    def settle(self) -> None:
        """Lets all layouts come to rest; a long text takes the most turns."""
        for _ in range(5):
            self.application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def close(self) -> None:
        """Takes the window away."""
        self.shell.close()
        self.shell.deleteLater()
        self.settle()

    def places(self) -> Iterator[str]:
        """Brings up each screen, and gives its name."""
        yield "start"
        self.shell.context.voice = FakeVoice
        self.shell.listening.read_start("es")
        yield self._show("start, read aloud")
        self.shell.listening.turn_off()
        saved = self.shell.findChild(TapButton, "start.saved")
        assert isinstance(saved, TapButton)
        saved.activated.emit()
        yield self._show("start, opening")
        for step in self.shell.course().steps:
            self.shell.navigator.go_to(step.id)
            yield self._show(step.id)
            question = step.questions[0] if step.questions else None
            if isinstance(question, Cards):
                yield from self._cards(question)
            if isinstance(question, DateQuestion):
                yield from self._dates(step.id)
            if question is not None and question.gate:
                yield self._unanswered(question)
            yield from self._typed(step.id)
            yield from self._odd(step.id, question)
            if step.page.kind == "print":
                yield from self._printed()
        yield from self._tools()
        yield from self._reading()
        yield from self._saving()
        yield from self._hidden()
        countdown = Countdown(self.shell.context, self.shell)
        countdown.setGeometry(self.shell.rect())
        countdown.show()
        yield self._show("countdown")
        countdown.deleteLater()
        self.settle()
        yield from staff_places(self.shell, self.settle)

    def _reading(self) -> Iterator[str]:
        """The strip over the bottom bar, and what it says where nothing can be heard."""
        listening = self.shell.listening
        listening.turn_on()
        self.shell.build()
        yield self._show("reading")
        reader = listening.reader
        assert reader is not None
        for trouble in VoiceTrouble:
            reader.turn_on()
            reader.read_page()
            reader._on_failed(trouble)
            yield self._show(f"reading, {trouble.name}")
        listening.turn_off()

    def _show(self, name: str) -> str:
        self.settle()
        return name

    def _tool(self, tool: str) -> Iterator[str]:
        """A tool over the page. What is below is not built again: another screen comes at once."""
        opened = _tool_named(tool)
        self.shell.navigator.open_tool(opened)
        yield self._show(tool)
        history, closed = self.shell.context.history, TOOLS[opened.kind].closed
        if history.tool == opened:  # it may have closed itself
            if closed is not None:
                closed(self.shell.context)
            history.close()

    def _tools(self) -> Iterator[str]:
        guide = self.shell.context.guide
        terms = [f"term:{term.id}" for term in guide.term]
        chapters = [f"chapter:{chapter.id}" for chapter in guide.chapter]
        for tool in (
            "look",
            "language",
            "help",
            "licenses",
            "headphones",
            "today",
            "erase",
            "answers",
            "trouble:E-4F2A",
            *terms,
            *chapters,
        ):
            yield from self._tool(tool)
        self.shell.build()

    def _saving(self) -> Iterator[str]:
        """The screens of saved work: on the way to it, failing, and opened again."""
        saving = self.shell.context.saving
        shelf = Shelf(Path("/nonexistent"), 60)
        places = [Place(shelf), Place(shelf, "KINGSTON DataTraveler 3.0")]
        saving.places = lambda *, again=False: places  # type: ignore[method-assign]
        draft = saving.draft = Draft(list(WORDS), sorted({*WORDS, "celebrar", "vegetable"}))
        draft.picture, draft.number, draft.typed = "butterfly", 9999, "ab"
        for tool in ("save", "save:words", "save:own", "save:tell"):
            yield from self._tool(tool)
        draft.confirmed, draft.wrong = 2, True
        yield from self._tool("save:tell")
        draft.confirmed = len(WORDS)
        yield from self._tool("save:tell")
        longest = max(Trouble, key=lambda trouble: len(TROUBLES[trouble].text))
        for trouble in (None, VaultError(longest, wait=59)):
            saving.trouble = trouble
            for tool in ("save:failed", "deleted", "open", "open:number", "open:words"):
                yield from self._tool(tool)
        for what in ("save", "open", "delete"):
            yield from self._tool(f"working:{what}")
        yield from self._saved(trouble)
        saving.forget()

    def _saved(self, trouble: VaultError | None) -> Iterator[str]:
        context = self.shell.context
        saving = context.saving
        work = SavedWork("butterfly", 9999, TODAY, TODAY)
        # Keeps nothing, and never fails.
        saving.handle = SimpleNamespace(work=work, save=lambda data: None)  # type: ignore[assignment]
        self.shell.build()
        yield self._show("page, saving fails" if saving.trouble else "page, saved")
        for tool in ("saved", "erase"):
            yield from self._tool(tool)
        saving.trouble = None
        for tool in ("saved", "saved:delete", "slip", "erase"):
            yield from self._tool(tool)
        saving.slip_words, saving.older = True, True
        changed = tuple(question for page in context.guide.page[:30] for question in page.questions)
        why = message(Reason.TO_COME, changed[0])
        refused = tuple((question, why) for question in changed[:5])
        saving.refitted = Refitted(Answers(), changed, 1000, refused)
        yield from self._tool("slip")
        yield from self._tool("opened")

    def _hidden(self) -> Iterator[str]:
        self.shell.hide_screen()
        yield self._show("hidden")
        for name in ("hidden.start", "hidden.no"):
            button = self.shell.findChild(BigButton, name)
            assert isinstance(button, BigButton)
            button.activated.emit()
            yield self._show(f"hidden, after {name}")
        self.shell.unhide()

    def _cards(self, question: Cards) -> Iterator[str]:
        """All cards of a group ask the same; the first, and the one with the longest heading."""
        context = self.shell.context

        def length(place: int) -> int:
            return len(context.words(question.lead.options[place].label).first)

        longest = max(range(len(question.lead.options)), key=length)
        for place in sorted({0, longest}):
            yield from self._tool(f"card:{question.id}:{place}")
            if any(decides(field) for field in question.fields):
                yield from self._tool(f"card:more:{question.id}:{place}")
        self.shell.build()

    def _dates(self, step_id: str) -> Iterator[str]:
        """Each grid of a date; after the first date of each kind it would be the same again."""
        pickers = self.shell.findChild(DatePickers)
        assert isinstance(pickers, DatePickers)
        for place, part in enumerate(list(pickers.parts.values())):
            part.activated.emit()
            yield self._show(f"{step_id}, part {place}")

    def _typed(self, step_id: str) -> Iterator[str]:
        """The on-screen keyboard over a page, with each of its own pages of keys."""
        editor = self.shell.findChild(LineEditor) or self.shell.findChild(TextEditor)
        keyboard = self.shell.findChild(Keyboard)
        if editor is None or keyboard is None:
            return
        keyboard._on_touched(editor)
        yield self._show(f"{step_id}, typing")
        keyboard.put_away()
        self.settle()

    def _odd(self, step_id: str, question: Question | None) -> Iterator[str]:
        """What is said about an answer that cannot be right."""
        if not isinstance(question, ANumber | Number):
            return
        editor = self.shell.findChild(LineEditor)
        screen = self.shell.frame.screen
        assert screen is not None
        if editor is None:  # each number has a key of its own
            return
        editor.setText("0" if isinstance(question, Number) else "12")
        if not screen.leave():
            yield self._show(f"{step_id}, odd")

    def _unanswered(self, question: Question) -> str:
        answers = self.shell.context.interview.answers
        given = answers.get(question)
        answers.clear(question.id)
        screen = self.shell.frame.screen
        assert screen is not None
        screen.leave()
        name = self._show(f"{question.id}, not answered")
        answers.set(question.id, given)
        return name

    def _printed(self) -> Iterator[str]:
        self.shell.navigator.forward()
        yield self._show("printed")
        papers = self.shell.context.papers
        printing = papers.printing
        assert printing is not None
        printing.progress = msgspec.structs.replace(printing.progress, outcome=Outcome.DOUBTFUL)
        self.shell.build()
        yield self._show("printed, well")
        self.shell.navigator.forward()
        yield self._show("the end, printed")
        self.shell.navigator.back()
        printing.progress = msgspec.structs.replace(
            printing.progress, outcome=Outcome.SAVED, saved_as="papers-SIERRA-999"
        )
        self.shell.build()
        yield self._show("saved as files")
        self.shell.navigator.forward()
        yield self._show("the end, saved as files")
        self.shell.navigator.back()
        printing.parts = [msgspec.structs.replace(p, data=b"other") for p in printing.parts]
        self.shell.build()
        yield self._show("printed, then changed")
        papers.clear()
