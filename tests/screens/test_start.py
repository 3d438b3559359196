"""The start screen with more than two languages: drafts say so, and none is hidden."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pdkiosk import resources
from pdkiosk.commands.stock import Stock, load_stock
from pdkiosk.guide.drawings import DRAWINGS
from pdkiosk.interview.flow import Interview
from pdkiosk.language.all_texts import all_texts
from pdkiosk.language.languages import Language
from pdkiosk.language.message import Message
from pdkiosk.papers_desk import Desk
from pdkiosk.printing.printer import Printer
from pdkiosk.printing.state import State
from pdkiosk.review import status
from pdkiosk.review.status import Status
from pdkiosk.ui import wording
from pdkiosk.ui.application import make_application
from pdkiosk.ui.faults.after_failure import SorryPage
from pdkiosk.ui.screens import start as start_screen
from pdkiosk.ui.screens import start_languages
from pdkiosk.ui.screens.start import StartScreen
from pdkiosk.ui.theme.look import Scale
from pdkiosk.ui.widgets import BigButton, TextPair
from pdkiosk.ui.widgets.drawing import DrawingView
from pdkiosk.ui.window.run import session_maker
from pdkiosk.ui.window.shell import Shell

TODAY = datetime.date(2026, 11, 29)
NAMES = {
    "fr": "Français", "zh": "简体中文", "pa": "ਪੰਜਾਬੀ", "ar": "العربية", "ru": "Русский",
    "hi": "हिन्दी", "vi": "Tiếng Việt", "bn": "বাংলা", "am": "አማርኛ", "mam": "Mam",
}  # fmt: skip


@contextmanager
def start(
    languages: dict[str, Language],
    size: tuple[int, int] = (1280, 1024),
    inches: float = 19.0,
    printer: Printer | None = None,
) -> Iterator[tuple[Shell, StartScreen]]:
    """The start screen of a kiosk that offers these languages.

    ``printer``: beside a folder for where there is none; None: there is no folder.
    """
    application = make_application()
    stock = load_stock(None)

    def desk(interview: Interview) -> Desk:
        folder = None if printer is None else Path("/nonexistent")
        made = Desk(stock.guide, interview, stock.facility, stock.catalogs, languages, folder)
        if printer is not None:
            made._printer = printer
        return made

    shell = Shell(
        session_maker(
            stock.guide,
            stock.catalogs,
            languages,
            stock.facility,
            desk,
            Scale(*size, inches),
            lambda: TODAY,
        )
    )
    shell.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    shell.resize(*size)
    shell.show()
    try:
        for _ in range(3):
            application.processEvents()
        found = shell.findChild(StartScreen)
        assert found is not None
        yield shell, found
    finally:
        shell.close()
        shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def named(root: QWidget, name: str) -> QWidget:
    found = root.findChild(QWidget, name)
    assert found is not None, name
    return found


def says(stock: Stock, message: Message, code: str) -> str:
    return stock.catalogs.text(message, code)


@pytest.mark.parametrize("code", ["pt", "ht", "fr", "ru", "zh", "ar"])
def test_a_draft_says_so_in_its_own_words_and_the_others_say_nothing(
    qapp: QApplication, code: str
) -> None:
    stock = load_stock(None)
    with start(stock.offered([]) | stock.offered([code])) as (shell, screen):
        note = screen.findChild(TextPair, f"draft.{code}")
        assert note is not None
        draft = says(stock, start_languages._DRAFT, code)
        assert draft in note.pair.first and draft != start_languages._DRAFT.text
        assert (says(stock, start_languages._IN_PART, code) in note.pair.first) == (
            stock.catalogs.lacks_texts(code)
        )
        assert screen.findChild(TextPair, "draft.es") is None
        shell.begin(code)
        assert shell.context.preferences.second == "en"


def test_what_people_have_reviewed_is_no_draft_any_more(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    stock = load_stock(None)
    monkeypatch.setattr(status, "language_status_shown", lambda code: Status(total=9, checked=9))
    with start(stock.offered([]) | stock.offered(["pt"])) as (_shell, screen):
        assert screen.findChild(TextPair, "draft.pt") is None


@pytest.mark.parametrize(("size", "inches"), [((1280, 1024), 19.0), ((1920, 1080), 22.0)])
def test_fourteen_languages_are_seen_at_once(
    qapp: QApplication, size: tuple[int, int], inches: float
) -> None:
    known = load_stock(None).languages
    offered = {code: known[code] for code in ("es", "en", "pt", "ht")}
    for code, name in NAMES.items():
        shown_in = "es" if code == "mam" else ""
        offered[code] = Language(code, name, name, text=shown_in)
    assert len(offered) == 14
    with start(offered, size, inches) as (_shell, screen):
        room = screen.page_scroll.area.viewport()
        target = screen._context.look.scale.target
        for code in offered:
            for button in (named(screen, f"language.{code}"), named(screen, f"listen.{code}")):
                place = button.rect().translated(button.mapTo(room, button.rect().topLeft()))
                assert room.rect().contains(place), f"{code} is out of sight"
                assert min(button.width(), button.height()) >= target


def test_with_two_languages_nothing_is_closer_than_it_was(qapp: QApplication) -> None:
    stock = load_stock(None)
    with start(stock.offered([])) as (_shell, screen):
        card, listen = named(screen, "language.es"), named(screen, "listen.es")
        assert (
            listen.mapTo(screen, listen.rect().topLeft()).y()
            > card.mapTo(screen, card.rect().bottomLeft()).y()
        )
        assert not screen.page_scroll.scrolls()


def test_a_language_that_is_only_heard_is_as_much_a_draft_as_the_one_it_is_shown_in(
    qapp: QApplication,
) -> None:
    stock = load_stock(None)
    heard = Language("qqm", "Qqm", "Qqm", text="pt")
    both = {**stock.offered(["en", "pt"]), "qqm": heard}
    with start(both) as (_shell, screen):
        assert screen.findChild(TextPair, "draft.qqm") is not None
    stock = replace(stock, languages={**stock.languages, "qqm": heard})
    assert "qqm" not in stock.offered([])


def test_a_language_that_is_only_heard_can_be_the_first(qapp: QApplication) -> None:
    """Nothing is written in it: no date, and nothing that asks for staff."""
    stock = load_stock(None)
    heard = Language("qqm", "Qqm", "Qqm", text="es")
    with start({"qqm": heard, **stock.offered(["es", "en"])}) as (shell, _screen):
        shell.warm()
        title = SorryPage(shell.context, "E-1", "", shell).findChild(TextPair)
        assert title is not None and title.pair.first.startswith("Algo falló")
        shell.begin("qqm")
        assert (shell.context.first, shell.context.preferences.spoken) == ("es", "qqm")


def test_what_is_not_translated_is_not_said_twice(qapp: QApplication) -> None:
    stock = load_stock(None)
    with start(stock.offered(["fr", "en", "pt"])) as (shell, _screen):
        shell.begin("fr")
        context = shell.context
        both = context.pair(wording.NEXT)
        assert (both.first, both.second) == ("Suivant", "Next")
        missing = next(
            text.message
            for text in all_texts(resources.folder("translations"))
            if not stock.catalogs.has(text.message, "fr") and "{" not in text.message.text
        )
        pair = context.pair(missing)
        assert (pair.first, pair.second) == (missing.text, "")


class Answers:
    """A printer that says how it is after ``late`` looks."""

    def __init__(self, late: int, state: State) -> None:
        self.looks, self._late, self._state = 0, late, state

    def look(self) -> State:
        self.looks += 1
        return self._state if self.looks > self._late else State.CHECKING

    def clear(self) -> bool:
        return True


@pytest.mark.parametrize("size", [(1280, 1024), (1024, 768)], ids=["drawn", "in a row"])
@pytest.mark.parametrize("late", [0, 3])
@pytest.mark.parametrize(
    ("state", "kept"),
    [(State.FOLDER, start_screen._IN_FOLDER), (State.READY, start_screen._NOT_KEPT)],
    ids=["folder", "printer"],
)
def test_where_pages_are_kept_is_never_denied(
    qapp: QApplication, qtbot: QtBot, size: tuple[int, int], late: int, state: State, kept: Message
) -> None:
    """Whether there is a printer is known a moment after the page is there."""
    printer = Answers(late, state)
    offered = load_stock(None).offered([])
    with start(offered, size, 19.0, cast(Printer, printer)) as (_shell, screen):
        says = screen.findChildren(TextPair)

        def said(message: Message) -> bool:
            return any(words.pair.source == message for words in says)

        if late:
            assert said(start_screen._IN_FOLDER)
        qtbot.waitUntil(lambda: printer.looks > late and said(kept))
        (shown,) = [words for words in says if words.pair.source == kept]
        assert shown.accessibleName() == shown.pair.both()
        if size == (1280, 1024):
            names = [drawing.accessibleName() for drawing in screen.findChildren(DrawingView)]
            denies = DRAWINGS["keep-nothing"].text
            assert any(denies in name for name in names) is (kept is start_screen._NOT_KEPT)
        looks = printer.looks
        qtbot.wait(3 * start_screen._ASK_AGAIN_MS)
        assert printer.looks == looks, "a page that stands for hours asks no more"


def test_a_screen_higher_than_wide_is_not_half_empty(qapp: QApplication) -> None:
    """Of the rows of pixels between the top and the foot."""
    with start(load_stock(None).offered([]), (1080, 1920), 24.0) as (shell, screen):
        page = screen.page_scroll.geometry()
        assert page.height() > 1600
        picture = shell.grab().toImage()
        empty = [
            y
            for y in range(page.height())
            if len({picture.pixel(x, y) for x in range(0, page.width(), 3)}) == 1
        ]
        longest = run = 0
        for before, row in pairwise([-9, *empty]):
            run = run + 1 if row == before + 1 else 1
            longest = max(longest, run)
        assert longest < page.height() / 4


def _has_room(button: BigButton, within: QWidget) -> bool:
    tile = button.parentWidget()
    assert tile is not None
    return (
        button.height() >= button.heightForWidth(button.width())
        and tile.rect().contains(button.geometry())
        and within.rect().contains(tile.geometry())
    )


@pytest.mark.parametrize("size", [(1280, 1024), (1024, 768), (1080, 1920)])
@pytest.mark.parametrize("code", ["es", "en"])
def test_what_a_button_says_when_it_was_touched_has_room(
    qapp: QApplication, qtbot: QtBot, size: tuple[int, int], code: str
) -> None:
    with start(load_stock(None).offered([]), size) as (_shell, screen):
        button = screen.findChild(BigButton, f"listen.{code}")
        assert button is not None
        button.activated.emit()
        says = screen._context.catalogs.text(start_languages._BEGIN, code)
        assert button.pair.first == says
        qtbot.waitUntil(lambda: _has_room(button, screen._cards))
