"""Looks at one screen as a careful person with a ruler would, and lists what is wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QImage, QPainter, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from pdkiosk.ui.reading.strip import ReadingStrip
from pdkiosk.ui.screens.bottom_bar import BottomBar
from pdkiosk.ui.screens.language_tile import LanguageTile
from pdkiosk.ui.screens.letter_sheet import SentenceRow
from pdkiosk.ui.screens.sheet import SheetPanel
from pdkiosk.ui.screens.top_bar import TopBar
from pdkiosk.ui.staff.page import StaffTopBar
from pdkiosk.ui.theme.look import Scale
from pdkiosk.ui.widgets import ChoiceCard, HeadingLabel, PageScroll, TapButton, TextBlock
from pdkiosk.ui.widgets.scroll_marks import ScrollButton
from pdkiosk.ui.widgets.text_lines import Laid
from pdkiosk.ui.widgets.two_columns import TwoColumns
from pdkiosk.ui.widgets.word_mark import WordMark
from pdkiosk.ui.window.shell import Shell
from tests.contrast import contrast
from tests.screens.spoken import spoken_faults
from tests.widgets.fakes import picture_of

LEAST_MM, MAIN_MM, GAP_MM = 12.7, 20.0, 2.54
TEXT_CONTRAST = 7.0
PART_CONTRAST = 3.0
_BESIDE, _EDGE = 3, 8  # pixels: where the ground is looked for, and how far in an edge may be
_DASH = 7  # pixels: in an edge of dashes, from the middle of a gap to a dash
LONGEST_WORD = 40
_CHINESE = re.compile("[\u4e00-\u9fff]")


def _bar_cap_mm(scale: Scale) -> float:
    """Where the words of the bars stop growing: at 5.6 mm, on a large screen later."""
    width, height = scale.width_px / scale.px_per_mm, scale.height_px / scale.px_per_mm
    return max(5.6, min(width / 51, height / 36))


_MAIN = frozenset({"back", "next", "here", "print"})


def _in_a_bar(widget: QWidget | None) -> bool:
    if widget is not None and widget.objectName().startswith(("hidden.", "erase.now")):
        return True  # where nothing scrolls, they stand in the place of the bar
    if widget is not None and isinstance(widget.parentWidget(), SheetPanel):
        return True  # as those of a sheet do
    while widget is not None:
        if isinstance(widget, (TopBar, BottomBar, StaffTopBar, ReadingStrip)):
            return True
        widget = widget.parentWidget()
    return False


@dataclass(frozen=True)
class Drawn:
    """A block of text as it was painted: where, in which colors."""

    block: TextBlock
    laid: Laid
    x: float
    y: float
    colors: tuple[str, str]

    def lines(self) -> Iterator[tuple[QRectF, bool]]:
        """The rectangle of each line, and whether it is the second language's."""
        for paragraph in self.laid.paragraphs:
            for number in range(paragraph.layout.lineCount()):
                line = paragraph.layout.lineAt(number)
                rect = line.naturalTextRect()
                yield (
                    rect.translated(paragraph.at.x() + self.x, paragraph.at.y() + self.y),
                    (paragraph.second),
                )


@dataclass
class Painted:
    """Remembers what is painted while it is told to listen."""

    drawn: list[Drawn] = field(default_factory=list)

    def listen(self, patch: pytest.MonkeyPatch) -> None:
        """From now on every text block that is painted is remembered."""
        original = TextBlock.draw

        def draw(
            block: TextBlock,
            painter: QPainter,
            x: float,
            y: float,
            width: int,
            first: str,
            second: str,
            *,
            right_to_left: bool = False,
        ) -> None:
            laid = block._lay(width, right_to_left)
            start = x + block._aside(width, right_to_left)
            self.drawn.append(Drawn(block, laid, start, y, (first, second)))
            original(block, painter, x, y, width, first, second, right_to_left=right_to_left)

        patch.setattr(TextBlock, "draw", draw)


@dataclass
class Audit:
    """``faults``, with their places, grow with each screen; ``torn``: torn words are faults too."""

    shell: Shell
    painted: Painted
    torn: bool = True
    faults: dict[str, list[str]] = field(default_factory=dict)
    screens: int = 0
    _seen: dict[QWidget, list[Drawn]] = field(default_factory=dict)
    counted: Counter[str] = field(default_factory=Counter)
    _canvas: QImage = field(default_factory=lambda: QImage(2200, 2200, QImage.Format.Format_RGB32))

    def look_at(self, place: str, *, colors: bool = False) -> None:
        """Looks at what the window shows now."""
        self.screens += 1
        found = [w for w in self.shell.findChildren(QWidget) if w.isVisibleTo(self.shell)]
        cover = next((w for w in found if type(w).__name__ in ("Countdown", "Sheet")), None)
        if cover is not None:  # it lies over all else
            found = [w for w in found if w is cover or cover.isAncestorOf(w)]
        picture = picture_of(self.shell) if colors else None
        self._seen.clear()
        for widget in found:
            for fault in self._widget(widget, picture):
                self._found(place, f"{_name(widget)} {fault}")
        touched = [w for w in found if _touchable(w)]
        page = (
            *self._siblings(found),
            *self._gaps(touched),
            *self._scroll(touched),
            *self._order(found, cover),
            # The touch test is no page: the whole screen is what is tested.
            *(() if place == "staff touch" else self._heading(found)),
        )
        for fault in page:
            self._found(place, fault)
        first = self.shell.context.preferences.first
        if place.startswith("staff"):
            return  # the staff page is not read aloud
        if not place.startswith("start") or first == "es":
            shown = self.shell.listening._shown().page
            root = shown if type(cover).__name__ == "Sheet" else cover or shown
            for fault in spoken_faults(self.shell.context, root, self._seen):
                self._found(place, fault)

    def _found(self, place: str, fault: str) -> None:
        self.faults.setdefault(fault, []).append(place)

    def row(self) -> dict[str, int]:
        """How much was looked at, and how many faults there are: a row of the table."""
        names = (
            "lines",
            "targets",
            "gaps",
            "overlaps",
            "contrasts",
            "edges",
            "names",
            "focus stops",
        )
        counted = {name: self.counted[name] for name in names}
        return {"screens": self.screens, **counted, "faults": len(self.faults)}

    def report(self) -> str:
        """What is wrong, each once, with the first screens where it is."""
        return "\n".join(
            f"{fault} [{len(places)}: {', '.join(places[:3])}]"
            for fault, places in self.faults.items()
        )

    # ---- one widget ------------------------------------------------------------------

    def _widget(self, widget: QWidget, picture: QImage | None) -> Iterator[str]:
        parent = widget.parentWidget()
        if (
            parent is not None
            and not isinstance(parent.parentWidget(), QAbstractScrollArea)
            and not isinstance(widget, QScrollBar)
            and not parent.rect().contains(widget.geometry())
        ):
            yield f"stands out of its parent: {widget.geometry()} in {parent.rect()}"
        if widget.hasHeightForWidth() and widget.height() < widget.heightForWidth(widget.width()):
            yield f"needs {widget.heightForWidth(widget.width())} px, has {widget.height()}"
        letters = QFontMetricsF(widget.font()).height()
        if isinstance(widget, QLineEdit) and widget.height() < letters:
            yield "cuts its letters"
        if isinstance(widget, (QAbstractButton, QLineEdit, QPlainTextEdit, QProgressBar, QLabel)):
            self.counted["names"] += 1
            interface: Any = QAccessible.queryAccessibleInterface(widget)
            if interface is None or not interface.text(QAccessible.Text.Name).strip():
                yield "has no name for a screen reader"
            elif interface.role() in _NO_ROLES:
                yield f"is a {interface.role().name} to a screen reader"
            elif isinstance(widget, QAbstractButton):
                yield from _states(widget, interface)
        if _touchable(widget):
            yield from self._size(widget)
            if picture is not None:
                yield from self._edge(widget, picture)
        if isinstance(widget, (TapButton, QLabel)):
            yield from self._words(widget, picture)

    def _size(self, widget: QWidget) -> Iterator[str]:
        self.counted["targets"] += 1
        mm = self.shell.context.look.scale.px_per_mm
        if min(widget.width(), widget.height()) < LEAST_MM * mm - 0.5:
            yield f"is {widget.width() / mm:.1f} x {widget.height() / mm:.1f} mm"
        main = widget.objectName() in _MAIN or isinstance(widget, ChoiceCard)
        if main and widget.height() < MAIN_MM * mm - 0.5:
            yield f"is only {widget.height() / mm:.1f} mm high"

    def _words(self, widget: QWidget, picture: QImage | None) -> Iterator[str]:
        self.painted.drawn.clear()
        painter = QPainter(self._canvas)
        painter.setClipRect(QRect(0, 0, 1, 1))  # only what is drawn where matters, not the pixels
        widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
        painter.end()
        self._seen[widget] = list(self.painted.drawn)
        look = self.shell.context.look
        within = QRectF(widget.rect()).adjusted(-1, -1, 1, 1)
        seen: list[QRectF] = []
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        parts = [p for p in widget.findChildren(WordMark, options=direct) if p.isVisible()]
        for block in self.painted.drawn:
            for rect, second in block.lines():
                if rect.width() <= 0:  # an empty line
                    continue
                self.counted["lines"] += 1
                if not within.contains(rect):
                    yield f"draws a line at {rect.toRect()} out of {widget.rect()}"
                # Lines of one font stand close: their leading overlaps, their letters do not.
                core = rect.adjusted(0, rect.height() * 0.14, 0, -rect.height() * 0.14)
                if any(core.intersects(other) for other in seen):
                    yield f"draws words over each other at {rect.toRect()}"
                seen.append(core)
                if any(core.intersects(QRectF(part.geometry())) for part in parts):
                    yield f"has a part of it on its words at {rect.toRect()}"
                # While a part is read aloud it has other colors: tests/widgets measures those.
                if picture is not None and block.block._marks[second] is None:
                    yield from self._contrast(widget, rect, block.colors[second], picture)
            for paragraph in block.laid.paragraphs:
                cap = QFontMetricsF(paragraph.layout.font()).capHeight() / look.scale.px_per_mm
                floor = look.scale.text_size.value
                if _in_a_bar(widget):
                    floor = min(floor, _bar_cap_mm(look.scale))
                if cap < floor * (0.79 if paragraph.second else 0.99):
                    yield f"has capitals of {cap:.2f} mm: {paragraph.layout.text()[:30]!r}"
                if self.torn:
                    yield from _torn(
                        paragraph.layout.text(),
                        [
                            paragraph.layout.lineAt(i).textStart()
                            for i in range(1, paragraph.layout.lineCount())
                        ],
                    )

    def _page_scroll(self) -> PageScroll | None:
        """The one that is seen; what scrolls the pages stays behind a screen without bars."""
        scrolls = (self.shell.frame.sheet or self.shell).findChildren(PageScroll)
        return next((scroll for scroll in scrolls if scroll.isVisibleTo(self.shell)), None)

    def _contrast(
        self, widget: QWidget, rect: QRectF, color: str, picture: QImage
    ) -> Iterator[str]:
        corner = widget.mapTo(self.shell, rect.topLeft().toPoint())
        area = QRect(corner, rect.size().toSize()).adjusted(-2, 0, 2, 0)
        if not self._in_view(widget, area, picture) or not widget.isEnabled():
            return
        piece = picture.copy(area).convertToFormat(QImage.Format.Format_RGB32)
        # Every seventh pixel: enough to know the ground, which most of them have.
        pixels = Counter(memoryview(piece.constBits()).cast("B").cast("I")[::7].tolist())
        self.counted["contrasts"] += 1
        ground = QColor(pixels.most_common(1)[0][0]).name()
        ratio = contrast(color, ground)
        if ratio < TEXT_CONTRAST:
            yield f"has words of {color} on {ground}: {ratio:.1f} : 1"

    def _edge(self, widget: QWidget, picture: QImage) -> Iterator[str]:
        """Where something that can be touched begins is seen: by its edge, or by what fills it."""
        if isinstance(widget, SentenceRow) or (isinstance(widget, ScrollButton) and widget.spent):
            return  # words of a letter, known by themselves; an arrow with nowhere to go
        place = QRect(widget.mapTo(self.shell, QPoint()), widget.size())
        if not self._in_view(widget, place.adjusted(-_BESIDE, 0, 0, 0), picture):
            return
        self.counted["edges"] += 1
        middle = place.center().y()
        ground = picture.pixelColor(place.left() - _BESIDE, middle).name()
        across = range(place.left(), place.left() + min(_EDGE, place.width() // 2))
        best = max(
            contrast(picture.pixelColor(x, y).name(), ground)
            for x in across
            for y in (middle, middle + _DASH)  # of an edge in dashes
        )
        if best < PART_CONTRAST:
            yield f"has an edge of {best:.1f} : 1 on {ground}"

    def _in_view(self, widget: QWidget, area: QRect, picture: QImage) -> bool:
        """Whether a part of the window is in the picture, and not scrolled away."""
        scroll = self._page_scroll()
        if scroll is not None and scroll.isAncestorOf(widget):
            visible = QRect(scroll.mapTo(self.shell, QPoint()), scroll.size())
            if not visible.contains(area):
                return False
        return picture.rect().contains(area)

    # ---- several together ------------------------------------------------------------

    def _siblings(self, found: list[QWidget]) -> Iterator[str]:
        families: dict[QWidget, list[QWidget]] = {}
        for widget in found:
            parent = widget.parentWidget()
            if parent is not None and not isinstance(parent, (PageScroll, QAbstractScrollArea)):
                families.setdefault(parent, []).append(widget)
        for children in families.values():
            self.counted["overlaps"] += len(children)
            rects = [child.geometry() for child in children]
            for i, rect in enumerate(rects):
                for j in range(i):
                    if rect.intersects(rects[j]):
                        yield f"{_name(children[i])} lies on {_name(children[j])}"

    def _gaps(self, touched: list[QWidget]) -> Iterator[str]:
        least = GAP_MM * self.shell.context.look.scale.px_per_mm - 0.5
        rects = [QRect(w.mapTo(self.shell, QPoint()), w.size()) for w in touched]
        scroll = self._page_scroll()
        inside = [scroll is not None and scroll.area.isAncestorOf(w) for w in touched]
        for i, rect in enumerate(rects):
            for j in range(i):
                other = rects[j]
                if inside[i] != inside[j]:
                    continue  # they move against each other: see _scroll
                if touched[i].parentWidget() is touched[j]:
                    continue  # the "?" of an answer: round it, the answer takes no touch
                self.counted["gaps"] += 1
                across = max(other.left() - rect.right(), rect.left() - other.right()) - 1
                down = max(other.top() - rect.bottom(), rect.top() - other.bottom()) - 1
                if max(across, down) < least:
                    mm = self.shell.context.look.scale.px_per_mm
                    yield (
                        f"{max(across, down) / mm:.2f} mm between {_name(touched[i])} and "
                        f"{_name(touched[j])}"
                    )

    def _beside(self, widget: QWidget) -> bool:
        """Whether it stands in the narrow column of a page that has two, which is read first."""
        return any(each._side.isAncestorOf(widget) for each in self.shell.findChildren(TwoColumns))

    def _order(self, found: list[QWidget], cover: QWidget | None) -> Iterator[str]:
        """Tab goes as one reads: down, and within a row from where reading begins."""
        visible = set(found)
        stops: list[QWidget] = []
        step = self.shell.nextInFocusChain()
        while step is not None and step is not self.shell:
            if step in visible and step.focusPolicy() & Qt.FocusPolicy.TabFocus:
                stops.append(step)
            step = step.nextInFocusChain()
        self.counted["focus stops"] += len(stops)
        mirrored = self.shell.layoutDirection() is Qt.LayoutDirection.RightToLeft
        scroll = self._page_scroll()
        arrows = () if scroll is None else (scroll.up_button, scroll.down_button)
        for before, after in pairwise(s for s in stops if s not in arrows):
            first, then = (self._place_of(each) for each in _apart(before, after))
            inside = [scroll is not None and scroll.area.isAncestorOf(w) for w in (before, after)]
            if inside[0] != inside[1]:
                # Where the page is scrolled to says nothing; the bars have their places.
                top = then.top() if inside[0] else first.top()
                wrong = (top < self.shell.height() / 2) == inside[0]
            elif (beside := self._beside(before)) != self._beside(after):
                wrong = not beside
            elif then.bottom() < first.top():
                wrong = True
            elif then.top() <= first.bottom():  # in one row
                # What is inside another begins after it, on whichever side reading begins.
                wrong = then.right() > first.right() if mirrored else then.left() < first.left()
            else:
                wrong = False
            if wrong:
                yield f"Tab goes from {_name(before)} to {_name(after)}"
        heading = self.shell.frame.screen and self.shell.frame.screen.findChild(HeadingLabel)
        if heading is not None and cover is None:
            # It has the focus on a new page: the next stop is the page's own, or below it.
            step = heading.nextInFocusChain()
            while step is not None and step not in stops:
                step = step.nextInFocusChain()
            bar = self.shell.findChild(TopBar)
            if bar is not None and step is not None and bar.isAncestorOf(step):
                yield f"Tab goes from the heading to {_name(step)}"

    def _place_of(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self.shell, QPoint()), widget.size())

    def _heading(self, found: list[QWidget]) -> Iterator[str]:
        """One heading names the page."""
        interfaces = [QAccessible.queryAccessibleInterface(w) for w in found]
        roles = [interface.role() for interface in interfaces]
        if roles.count(QAccessible.Role.Heading) != 1:
            yield f"has {roles.count(QAccessible.Role.Heading)} headings for a screen reader"

    def _scroll(self, touched: list[QWidget]) -> Iterator[str]:
        """Nothing of a page is wider than the screen or lies under the arrows that scroll it."""
        scroll = self._page_scroll()
        if scroll is None or type(touched[0].parentWidget()).__name__ == "Countdown":
            return
        area: QScrollArea = scroll.area
        content = scroll.content()
        assert content is not None
        if content.width() > area.viewport().width():
            yield f"the page is {content.width()} px wide, the screen {area.viewport().width()}"
        if not scroll.scrolls():
            return
        arrows = QRect(scroll.up_button.geometry()).united(scroll.down_button.geometry())
        for widget in touched:
            if area.isAncestorOf(widget):
                x = widget.mapTo(scroll, QPoint()).x()
                if x < arrows.right() + 1 and x + widget.width() > arrows.left():
                    yield f"{_name(widget)} lies under the arrows"


_NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


def _apart(before: QWidget, after: QWidget) -> tuple[QWidget, QWidget]:
    """Of two things in tiles of their own, the tiles: within one it is read down first."""
    one, other = before.parentWidget(), after.parentWidget()
    if isinstance(one, LanguageTile) and isinstance(other, LanguageTile) and one is not other:
        return one, other
    return before, after


def _states(button: QAbstractButton, interface: Any) -> Iterator[str]:
    state = interface.state()
    if button.isCheckable() != bool(state.checkable):
        yield "does not say that it can be chosen"
    if button.isChecked() != bool(state.checked):
        yield "does not say whether it is chosen"
    if button.isEnabled() == bool(state.disabled):
        yield "does not say whether it can be used"


def _touchable(widget: QWidget) -> bool:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    return isinstance(widget, kinds) and widget.isEnabled()


def _name(widget: QWidget) -> str:
    words = widget.objectName() or widget.accessibleName()[:40]
    return f"{type(widget).__name__}({words})"


def _torn(text: str, starts: list[int]) -> Iterator[str]:
    # Qt counts UTF-16 units; words beyond them (emoji) are not torn words.
    if any(ord(character) > 0xFFFF for character in text):
        return
    for start in starts:
        first, last = (
            text[:start].rsplit(" ", maxsplit=1)[-1],
            text[start:].split(" ", maxsplit=1)[0],
        )
        if _CHINESE.match(first[-1:]) and _CHINESE.match(last[:1]):
            continue  # a line may end between any two of them
        # A word of the person's own may be longer than any line.
        if first[-1:].isalnum() and last[:1].isalnum() and len(first + last) <= LONGEST_WORD:
            yield f"tears a word apart: {first}|{last}"
