"""Takes pictures of fictional people's screens for reviewers, with the texts on each."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from PySide6.QtCore import QBuffer, Qt
from PySide6.QtWidgets import QWidget

from pdkiosk.commands.stock import Stock
from pdkiosk.guide.lookup import conditions
from pdkiosk.interview.flow import Step
from pdkiosk.interview.rules import holds
from pdkiosk.interview.situation import Situation
from pdkiosk.language.message import Arg, Listing, Message
from pdkiosk.review.booklet import Picture
from pdkiosk.review.people import Person
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.tour import pretend_to_print, rest, sample_shell, without_size_hints
from pdkiosk.ui.widgets.spoken import own_texts
from pdkiosk.ui.window.shell import Shell

_SIZE = (1280, 1024)
_WIDTH = 860  # pixels: two pictures on a page are still readable
_QUALITY = 62
# Pages whose texts are composed of the answers: the list of papers.
_OF_ONE_PERSON = ("print",)
_TOOLS = tuple(map(Tool, (ToolKind.LOOK, ToolKind.LANGUAGE, ToolKind.HELP, ToolKind.ERASE)))


def take_pictures(
    stock: Stock, people: list[Person], language: str, tell: Callable[[int], None]
) -> list[Picture]:
    """Takes a picture of every screen with a text that no earlier picture has.

    ``tell`` is called with the number of pictures so far.
    """
    with without_size_hints():
        pictures: list[Picture] = []
        seen: set[tuple[str, str]] = set()
        visited: set[object] = set()
        for person in people:
            for title, shell in _screens(stock, person, language, visited):
                texts = frozenset(_texts(shell))
                if not texts <= seen:
                    seen |= texts
                    pictures.append(_picture(len(pictures) + 1, title, shell, texts))
                    tell(len(pictures))
        return pictures


def _screens(
    stock: Stock, person: Person, language: str, seen: set[object]
) -> Iterator[tuple[str, Shell]]:
    """The screens that this person sees and no earlier person has seen, shown in the window."""
    day: datetime.date = person.interview.today
    with sample_shell(stock, day, _SIZE, language=language) as (shell, application):

        def shown(title: str) -> tuple[str, Shell]:
            rest(application)
            return f"{title} ({person.name})", shell

        if not seen:
            yield shown("First screen")
        shell.begin(language)
        shell.context.interview.answers.replace_all(person.interview.answers.values)
        for tool in () if seen else _TOOLS:
            shell.navigator.open_tool(tool)
            yield shown(f"Tool “{tool.name}”")
            shell.navigator.close_tool()
        for step in shell.course().steps:
            # Building a screen takes a tenth of a second, and most are the same for everyone.
            kind = _kind(step, shell.context.interview.situation())
            if kind not in seen or step.page.kind in _OF_ONE_PERSON:
                seen.add(kind)
                if step.page.kind == "end":
                    pretend_to_print(shell)
                shell.navigator.go_to(step.id)
                asked = f": {step.questions[0].short}" if step.questions else ""
                yield shown(f"{step.page.title}{asked}")


def _kind(step: Step, situation: Situation) -> object:
    """A key that is equal for two people if they see the same texts on a step."""
    pieces = [step.page.body, step.page.callouts, step.questions]
    held = tuple(holds(when, situation) for _, when in conditions(pieces))
    return step.id, tuple(question.id for question in step.questions), held


def _texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """The texts that can be seen in the window."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            for spoken in own_texts(widget):
                if spoken.pair.source is not None:
                    yield from _keys(spoken.pair.source)


def _keys(message: Message) -> Iterator[tuple[str, str]]:
    yield message.context, message.text
    for argument in message.args.values():
        yield from _inside(argument)


def _inside(argument: Arg) -> Iterator[tuple[str, str]]:
    if isinstance(argument, Message):
        yield from _keys(argument)
    elif isinstance(argument, Listing):
        for item in argument.items:
            yield from _inside(item)


def _picture(number: int, title: str, shell: Shell, texts: frozenset[tuple[str, str]]) -> Picture:
    image = shell.grab().toImage()
    image = image.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
    file = QBuffer()
    image.save(file, "JPEG", _QUALITY)  # type: ignore[call-overload]
    jpeg = bytes(file.data().data())
    return Picture(number, title, jpeg, image.width(), image.height(), texts)
