"""When one person has left, in whatever way, the next finds nothing."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from pdkiosk.facility.settings import Facility
from pdkiosk.papers_desk import Desk
from pdkiosk.printing.cups import CupsPrinter
from pdkiosk.printing.folder import FolderInstead
from pdkiosk.printing.limits import Limits
from pdkiosk.session.requests import Act, Tool, ToolKind
from pdkiosk.ui.screens import end
from pdkiosk.ui.screens.start import StartScreen
from pdkiosk.ui.theme.look import PAPER, TextSize
from pdkiosk.ui.widgets import TextPair
from pdkiosk.ui.window.countdown import Countdown
from pdkiosk.ui.window.run import session_maker
from tests.journeys.kiosk import TITLE, Kiosk, the_guide
from tests.journeys.person import Person
from tests.widgets.fakes import Clock

PAINTS = True  # nor may anything of somebody who left be painted
SECRET = "Zebulon"
IDLE, COUNTDOWN = Facility().idle_minutes * 60, Facility().countdown_seconds


def _somebody(kiosk: Kiosk) -> Person:
    """A person in the middle, with everything of theirs that could be left behind."""
    person = kiosk.person()
    person.start("es")
    person.sizes("large")
    with person.opening("tool.look"):
        person.tap("theme.contrast-dark")
    person.touches("in_proceedings", "yes")
    person.touches("way", "full")
    person.writes("full_name", SECRET)
    QGuiApplication.clipboard().setText(SECRET)
    if QGuiApplication.clipboard().supportsSelection():
        QGuiApplication.clipboard().setText(SECRET, QClipboard.Mode.Selection)
    return person


def _nothing_is_left(kiosk: Kiosk, person: Person, old: dict[str, object]) -> None:
    shell = kiosk.shell
    assert person.place == "start"
    assert old == {} and kiosk.answers == {}
    preferences = shell.context.preferences
    assert (preferences.first, preferences.second) == ("en", "")
    assert preferences.text_size is TextSize.NORMAL and preferences.theme is PAPER
    assert shell.context.look.theme is PAPER
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == ""
    if clipboard.supportsSelection():
        assert clipboard.text(QClipboard.Mode.Selection) == ""
    assert not person.reads(SECRET)
    assert not shell.findChildren(QLineEdit) and not shell.findChildren(QPlainTextEdit)
    assert not shell.findChildren(Countdown)
    assert shell.windowTitle() == TITLE
    # The next person begins, and finds every screen empty.
    following = kiosk.person()
    following.start("en")
    following.go_on_to_question("in_proceedings")
    assert not any(
        following.is_chosen(f"in_proceedings.{answer}")
        for answer in ("yes", "order", "no", "unknown")
    )
    following.tap("in_proceedings.yes")
    following.touches("way", "full")
    following.go_on_to_question("full_name")
    editor = following.find("full_name.text")
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "" and not editor.isUndoAvailable()
    assert not following.reads(SECRET)
    assert set(kiosk.answers) == {"in_proceedings", "way"}


def _by_the_button(kiosk: Kiosk, person: Person) -> None:
    person.erases()


def _at_the_end(kiosk: Kiosk, person: Person) -> None:
    person.go_on_to("end")
    person.tap("erase.finish")
    assert person.place == "start", "one touch, and no question"


def _by_the_tool(kiosk: Kiosk, person: Person) -> None:
    person.go_on_to("end")
    person.tap("erase")
    person.tap("erase.yes")


def _by_waiting_at_the_end(kiosk: Kiosk, person: Person) -> None:
    person.go_on_to("end")
    screen = kiosk.shell.frame.screen
    assert isinstance(screen, end.EndScreen)
    now = screen.due.clock()
    screen.due.clock = lambda: now + end.SECONDS - 10
    person.settle()
    assert person.place == "end"
    screen.due.clock = lambda: now + end.SECONDS + 1
    person.wait(lambda: person.place == "start")


def _over_help(kiosk: Kiosk, person: Person) -> None:
    person.tap("tool.help")
    person.tap("term:bond")
    person.tap("next")  # the sheet goes
    person.erases()


def _by_walking_away(kiosk: Kiosk, person: Person) -> None:
    clock = kiosk.idle_clock()
    person.tap("tool.help")  # the last touch
    clock.forward(IDLE)
    person.wait(lambda: bool(kiosk.shell.findChildren(Countdown)))
    clock.forward(COUNTDOWN)
    person.wait(lambda: person.place == "start")
    person.settle()


def _by_going_back(kiosk: Kiosk, person: Person) -> None:
    person.go_back_to("proceedings")
    person.tap("back")
    assert person.place == "erase", "the start screen must not come while answers are kept"
    person.tap("erase.yes")


def _during_the_countdown(kiosk: Kiosk, person: Person) -> None:
    clock = kiosk.idle_clock()
    person.tap("tool.help")
    clock.forward(IDLE)
    person.wait(lambda: bool(kiosk.shell.findChildren(Countdown)))
    person.tap("erase.now")
    person.wait(lambda: person.place == "start")
    assert kiosk.shell.ended_by == "erased"


def _countdown(kiosk: Kiosk) -> Countdown:
    (countdown,) = kiosk.shell.findChildren(Countdown)
    return countdown


@pytest.mark.parametrize(
    "leave",
    [
        _by_the_button,
        _at_the_end,
        _by_the_tool,
        _by_waiting_at_the_end,
        _over_help,
        _by_walking_away,
        _by_going_back,
        _during_the_countdown,
    ],
)
def test_nothing_is_left(kiosk: Kiosk, leave: Callable[[Kiosk, Person], None]) -> None:
    person = _somebody(kiosk)
    old: dict[str, object] = kiosk.answers  # type: ignore[assignment]
    leave(kiosk, person)
    _nothing_is_left(kiosk, person, old)


def test_the_countdown_comes_after_the_facilitys_time(
    kiosk_with: Callable[[Facility | None], Kiosk],
) -> None:
    kiosk = kiosk_with(Facility(idle_minutes=0.05))
    idle = kiosk.shell.idle
    clock = idle.watch.clock = Clock()
    clock.forward(100)
    assert not idle.watch.look(), "on the start screen there is nothing to erase"
    kiosk.person().start("en")
    clock.forward(2.9)
    assert not idle.watch.look() and not idle.covering
    clock.forward(0.2)
    assert idle.watch.look() and idle.covering


@pytest.mark.parametrize(
    ("minutes", "spanish", "english"),
    [
        (0.5, "1 minuto sin", "1 minute without"),
        (1.4, "1 minuto sin", "1 minute without"),
        (3, "3 minutos", "3 minutes"),
    ],
)
def test_the_start_screen_says_one_minute_as_one_says_it(
    kiosk_with: Callable[[Facility | None], Kiosk], minutes: float, spanish: str, english: str
) -> None:
    kiosk = kiosk_with(Facility(idle_minutes=minutes))
    words = [pair.pair for pair in kiosk.shell.findChildren(TextPair)]
    assert any(spanish in pair.first and english in pair.second for pair in words)


def test_i_am_still_here_keeps_everything(kiosk: Kiosk) -> None:
    person = _somebody(kiosk)
    answers, place = dict(kiosk.answers), person.place
    clock = kiosk.idle_clock()
    person.tap("heading")
    clock.forward(IDLE)
    person.wait(lambda: bool(kiosk.shell.findChildren(Countdown)))
    assert _countdown(kiosk).geometry() == kiosk.shell.rect()
    assert person.reads("60 segundos")
    clock.forward(COUNTDOWN - 1)
    person.wait(lambda: not person.reads("60 segundos"))  # it counts down, in words
    assert person.reads("1 segundo")
    person.tap("here")
    assert not kiosk.shell.findChildren(Countdown)
    assert person.place == place and dict(kiosk.answers) == answers
    assert kiosk.shell.context.preferences.text_size is TextSize.LARGE
    person.next()
    person.back()
    editor = person.find("full_name.text")
    assert isinstance(editor, QLineEdit) and editor.text() == SECRET


def test_a_page_that_comes_during_the_countdown_stays_under_it(kiosk: Kiosk) -> None:
    person = _somebody(kiosk)
    answers, place = dict(kiosk.answers), person.place
    kiosk.shell.idle.warn.emit()
    kiosk.shell.go(Act.LOOK)  # as when pages have come out meanwhile
    person.settle()
    assert not person.find("next").isEnabled()
    person.tap("here")  # what lies at that point is the countdown
    assert not kiosk.shell.findChildren(Countdown)
    assert person.place == place and dict(kiosk.answers) == answers
    assert person.find("next").isEnabled()


def test_staying_after_the_question_whether_to_erase_keeps_everything(kiosk: Kiosk) -> None:
    person = _somebody(kiosk)
    answers, place = dict(kiosk.answers), person.place
    person.tap("erase")
    person.next()  # the large, safe button
    assert person.place == place and dict(kiosk.answers) == answers
    person.tap("erase")
    person.touch(QPoint(20, person.shell.height() // 4), person.find("sheet"))  # beside it
    assert person.place == place and dict(kiosk.answers) == answers


def test_back_from_the_first_page_with_nothing_answered_is_the_start_screen(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("es")
    person.back()
    assert person.place == "start"
    person.start("en")
    assert person.languages == ("en", "")


def test_nothing_is_erased_while_somebody_types(kiosk: Kiosk) -> None:
    person = _somebody(kiosk)
    clock = kiosk.idle_clock()
    clock.forward(IDLE - 1)
    person.types("full_name.text", "x")
    clock.forward(IDLE - 1)
    assert not kiosk.shell.idle.watch.look(), "a key is a sign of somebody too"


def test_the_day_is_that_of_the_first_touch_however_long_the_start_screen_stood(
    kiosk: Kiosk,
) -> None:
    days = iter([datetime.date(2026, 11, 24), datetime.date(2026, 11, 30)])
    make = session_maker(
        the_guide(),
        kiosk.shell.context.catalogs,
        kiosk.shell.context.languages,
        Facility(),
        lambda interview: kiosk.shell.context.papers,
        kiosk.shell.context.look.scale,
        lambda: next(days),
    )
    kiosk.shell.context = make()
    kiosk.shell.build()
    assert kiosk.shell.context.interview.today == datetime.date(2026, 11, 24)
    kiosk.shell.begin("es")
    assert kiosk.shell.context.interview.today == datetime.date(2026, 11, 30)


def test_the_countdown_speaks_two_languages_to_who_reads_one_alone(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("en")
    kiosk.shell.idle.warn.emit()
    person.wait(lambda: bool(kiosk.shell.findChildren(Countdown)))
    words = [pair.pair for pair in _countdown(kiosk).findChildren(TextPair)]
    assert any("erased" in pair.first and "se borrará todo" in pair.second for pair in words)
    person.tap("here")


def test_letters_and_colors_can_be_changed_before_a_language_is_touched(kiosk: Kiosk) -> None:
    person = kiosk.person()
    preferences = kiosk.shell.context.preferences
    person.tap("start.size")
    person.tap("start.size")
    person.tap("start.colors")
    assert (preferences.text_size, preferences.theme.name) == (TextSize.LARGEST, "contrast-light")
    assert kiosk.shell.context.look.scale.text_size is TextSize.LARGEST
    person.start("es")
    assert kiosk.shell.context.preferences.text_size is TextSize.LARGEST
    assert kiosk.shell.context.look.theme.name == "contrast-light"


def test_a_look_that_nobody_went_on_with_is_gone_for_the_next(kiosk: Kiosk) -> None:
    kiosk.person().tap("start.size")
    (start,) = kiosk.shell.findChildren(StartScreen)
    start.turned.emit("usual")  # what its clock says after a minute
    assert kiosk.shell.context.preferences.text_size is TextSize.NORMAL
    assert kiosk.shell.context.look.scale.text_size is TextSize.NORMAL


def test_a_look_that_somebody_went_on_with_stays(kiosk: Kiosk) -> None:
    """Also where the start screen is still there, below, when its minute is over."""
    person = kiosk.person()
    person.tap("start.size")
    (start,) = kiosk.shell.findChildren(StartScreen)
    assert start.forget is not None and start.forget.waiting
    now = start.forget.clock()
    start.forget.clock = lambda: now + 3600
    kiosk.shell.begin("es")
    start.forget.look()
    assert kiosk.shell.context.preferences.text_size is TextSize.LARGE
    assert kiosk.shell.context.look.scale.text_size is TextSize.LARGE


def _turn(person: Person, names: list[str], *, chosen: bool) -> None:
    """Touches each until it is as wanted: the page of another printer may come under the finger."""
    for name in names:
        for _ in range(3):
            if person.is_chosen(name) is not chosen:
                person.tap(name)
        assert person.is_chosen(name) is chosen


def test_the_limit_of_pages_counts_for_the_whole_session(kiosk: Kiosk) -> None:
    person = _somebody(kiosk)
    person.go_on_to("print")
    desk = kiosk.shell.context.papers
    assert isinstance(desk, Desk)
    parts = desk.parts("es")
    letter = parts[0]
    assert letter.pages > 1
    names = [f"print.{part.id}" for part in parts[1:]]
    others = [name for name in names if person.is_chosen(name)]
    folder = FolderInstead(CupsPrinter(path="/nonexistent"), kiosk.folder)
    desk._printer = Limits(folder, letter.pages + 1)
    _turn(person, others, chosen=False)
    person.tap("next")
    person.wait(lambda: person._all_is_saved() and not person.stops_printing)
    assert desk.pages_left == 1
    _turn(person, others, chosen=True)
    person.tap("next")
    person.wait(lambda: person.reads("Páginas que todavía puede imprimir aquí: 1."))


def test_whoever_reads_a_word_can_say_that_they_are_here(kiosk: Kiosk) -> None:
    """A word lies open, the countdown comes, and the screen changes its size below both."""
    person = kiosk.person()
    person.start("es")
    kiosk.shell.navigator.open_tool(Tool(ToolKind.TERM, "final_order"))
    person.settle()
    kiosk.shell.idle.warn.emit()
    kiosk.shell.build()
    person.settle()
    person.tap("here")
    assert person.place == "term:final_order"
    person.tap("next")
    person.touches("in_proceedings", "yes")


def test_back_to_my_page_is_what_it_says_from_every_page_to_look_at(kiosk: Kiosk) -> None:
    """Help was opened over the letters, a chapter over Help: all are left by the one button."""
    person = kiosk.person()
    person.start("es")
    page, chapter = person.place, f"chapter:{the_guide().chapter[0].id}"
    for steps in (["tool.look"], ["tool.look", "tool.help"], ["tool.help", chapter]):
        for name in steps:
            person.tap(name)
        assert person.place != page
        while person.place != page and person.taps < 60:
            before = person.place
            person.tap("next")
            assert person.place in (before, page), f"{steps}: read on, or back to the page"
        assert person.place == page, steps
    person.tap("tool.look")
    person.tap("tool.help")
    person.tap("back")
    assert person.place == "look", "back goes one page back"
