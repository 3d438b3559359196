"""The content of the window: bars, page, keyboard and reading strip, one above the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from pdkiosk import resources
from pdkiosk.ui.widgets import HeadingLabel, PageScroll, Pair, TapButton
from pdkiosk.ui.widgets.field import ErrorLine
from pdkiosk.ui.widgets.focus_order import focus_stops, put_in_order
from pdkiosk.ui.widgets.geometry import spaced

if TYPE_CHECKING:
    from pdkiosk.ui.keyboard import Keyboard
    from pdkiosk.ui.screens.bottom_bar import BottomBar
    from pdkiosk.ui.screens.page import Page, PageContext
    from pdkiosk.ui.screens.sheet import Sheet
    from pdkiosk.ui.screens.top_bar import TopBar


class Frame(QObject):
    """The parts of a window, with their scrolling and focus.

    A page is rebuilt each time; its scroll area and the keyboard stay, and its bars if possible.
    ``typing``: the on-screen keyboard has appeared (True) or disappeared.
    """

    typing = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._parts: list[QWidget] = []
        self._bars: list[QWidget] = []  # the bars around the page
        self.screen: Page | None = None
        self.scroll: PageScroll | None = None  # the scroll area of the current page
        self.top: TopBar | None = None
        self.bottom: BottomBar | None = None
        self.sheet: Sheet | None = None  # over the page
        self._strip: QWidget | None = None  # the reading strip, in the page or in the sheet over it
        self.keyboard: Keyboard | None = None  # created with the first page that has a text field
        self._page_scroll: PageScroll | None = None
        self._layout = spaced(QVBoxLayout(window), 0)

    # ---- the parts -------------------------------------------------------------------

    def clear(self) -> None:
        """Removes everything from the window; deletes pages and bars."""
        self.close_sheet()
        if isValid(self._layout):  # otherwise the window was deleted together with its parts
            self._take_out()
        self._parts, self._bars = [], []
        self.screen = self.scroll = self.top = self.bottom = None

    def turn_page(self) -> None:
        """Removes the page; its bars and scroll area stay for the next one."""
        if not self._bars or self.scroll is None:
            self.clear()
            return
        self.close_sheet()
        for part in self._parts:
            if part not in self._bars:
                self._drop(part)
        self._parts = list(self._bars)
        self.screen = None
        self.scroll.clear()

    def _take_out(self) -> None:
        if self._page_scroll is not None:
            self._page_scroll.clear()
            self._page_scroll.hide()
            self._layout.removeWidget(self._page_scroll)
        if self.keyboard is not None:
            self._layout.removeWidget(self.keyboard)
        for part in self._parts:
            self._drop(part)

    def _drop(self, part: QWidget) -> None:
        self._layout.removeWidget(part)
        part.hide()
        part.setParent(None)
        part.deleteLater()

    def show_alone(self, part: QWidget, scroll: PageScroll | None = None) -> None:
        """Shows a screen without bars; ``scroll`` is its scroll area."""
        self.scroll = scroll
        self._add(part, 1)
        part.show()

    def show_page(
        self, context: PageContext, screen: Page, top: QWidget, bottom: BottomBar
    ) -> None:
        """Shows a page between its bars, which may be the existing ones."""
        from pdkiosk.ui import wording
        from pdkiosk.ui.screens.top_bar import TopBar

        up, down = context.pair(wording.SCROLL_UP), context.pair(wording.SCROLL_DOWN)
        scroll = self._dressed_scroll(context, up, down)
        keyboard = self._dressed_keyboard(context)
        if self._layout.indexOf(scroll) < 0:
            self._layout.addWidget(scroll, 1)
            self._layout.addWidget(keyboard)
        for bar in self._bars:
            if bar not in (top, bottom):
                self._drop(bar)
        for place, bar in ((0, top), (-1, bottom)):
            if bar not in self._bars:
                self._layout.insertWidget(place, bar)
        self._bars = [top, bottom]
        self._parts = list(self._bars)
        self.screen, self.scroll, self.bottom = screen, scroll, bottom
        self.top = top if isinstance(top, TopBar) else None
        # Add the page last: otherwise it is laid out for widths that will change.
        for part in (top, scroll, bottom):
            part.show()
        self._layout.activate()
        scroll.set_content(screen)
        arrows = (scroll.up_button, scroll.down_button)
        below = [stop for stop in focus_stops(screen) if stop not in screen.beside_heading]
        headings = screen.findChildren(HeadingLabel)[:1]
        page = [*headings, *screen.beside_heading, *below, *arrows]
        # Tab should go on from the heading of a new page, but Qt reorders only widgets that Tab can
        # reach.
        for heading in headings:
            heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        put_in_order([*focus_stops(top), *page, *bottom.stops])
        for heading in headings:
            heading.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_primary(self) -> None:
        """Updates the bottom bar with the screen's new words."""
        bottom, screen = self.bottom, self.screen
        if bottom is not None and screen is not None:
            button = bottom.primary_button
            if screen.primary is None and button is not None and button.hasFocus():
                # It disappears; Qt would give its focus, with a ring, to the button that hides the
                # screen.
                self.focus("", self.focus_reason(), start=False)
            bottom.show_page(screen, read_on=self.reads_on)

    @property
    def reads_on(self) -> bool:
        """Whether the primary button scrolls down the page, because its end was not seen yet."""
        screen, scroll = self.screen, self.scroll
        return screen is not None and scroll is not None and scroll.hides_end and screen.reads_on

    def read_on(self) -> None:
        """Scrolls down the page by nearly one screen."""
        if self.scroll is not None:
            self.scroll.page(1)

    def _on_end_changed(self, hidden: bool) -> None:
        if self.screen is not None and self.bottom is not None:
            if hidden:
                self.screen.end_is_hidden()
            else:
                self.screen.end_was_seen()
            self.show_primary()

    def add_strip(self, strip: QWidget) -> None:
        """Places the reading strip above the bottom bar, or that of the sheet if there is one."""
        self._strip = strip
        if self.sheet is not None:
            self.sheet.add_strip(strip)
        else:
            self._add_strip_to_page(strip)

    def _add_strip_to_page(self, strip: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - (self.bottom is not None), strip)
        self._parts.append(strip)
        if self.bottom is not None and self.scroll is not None:
            put_in_order([self.scroll.down_button, *focus_stops(strip), *self.bottom.stops])

    def show_sheet(self, sheet: Sheet, reason: Qt.FocusReason) -> None:
        """Shows a sheet over the page, replacing any other one."""
        self.close_sheet()
        self.sheet = sheet
        if self._strip is not None and isValid(self._strip) and self._strip in self._parts:
            self._parts.remove(self._strip)
            sheet.add_strip(self._strip)
        sheet.focus_heading(reason)

    def close_sheet(self) -> None:
        """Closes the sheet; the page is as before."""
        if self.sheet is not None:
            sheet, self.sheet = self.sheet, None
            if isValid(sheet):
                if sheet.strip is not None and isValid(sheet.strip):
                    self._add_strip_to_page(sheet.strip)
                sheet.leave()

    @property
    def page(self) -> QWidget | None:
        """What is read aloud: the sheet, else the screen."""
        if self.sheet is not None:
            return self.sheet.page
        return self.screen or (self._parts[0] if self._parts else None)

    def put_keyboard_away(self) -> None:
        """Hides the keyboard: the field is about to disappear."""
        if self.keyboard is not None:
            self.keyboard.put_away()

    def _add(self, part: QWidget, stretch: int = 0) -> None:
        self._parts.append(part)
        self._layout.addWidget(part, stretch)

    def _dressed_scroll(self, context: PageContext, up: Pair, down: Pair) -> PageScroll:
        if self._page_scroll is None:
            self._page_scroll = PageScroll(context.look, up=up, down=down, parent=self._window)
            self._page_scroll.end_changed.connect(self._on_end_changed)
        else:
            self._page_scroll.apply_look(context.look, up=up, down=down)
        return self._page_scroll

    def _dressed_keyboard(self, context: PageContext) -> Keyboard:
        from pdkiosk.ui.keyboard import Keyboard, KeyLayouts

        if self.keyboard is None:
            layouts = KeyLayouts(resources.path("keyboards"))
            enabled = context.facility.on_screen_keyboard
            self.keyboard = Keyboard(layouts, self._window, enabled=enabled)
            self.keyboard.opened.connect(self.typing)
        self.keyboard.apply_look(context.look, context.pair, (context.first, context.second))
        return self.keyboard

    # ---- the focus -------------------------------------------------------------------

    def focused_name(self) -> str:
        """The name of the focused widget, or ""."""
        focused = QApplication.focusWidget()
        return focused.objectName() if focused is not None else ""

    def focus_reason(self) -> Qt.FocusReason:
        """The focus reason: the focus is shown only while a physical keyboard is in use."""
        focused = QApplication.focusWidget()
        if isinstance(focused, TapButton | HeadingLabel) and focused.ring_shown:
            return Qt.FocusReason.TabFocusReason
        return Qt.FocusReason.MouseFocusReason

    def focus(self, name: str, reason: Qt.FocusReason, *, start: bool) -> None:
        """Focuses the named widget, else the heading, so that a screen reader says it.

        ``start``: on the start screen, the first language gets it.
        """
        page: QWidget = self.screen or self._window
        found = self._window.findChild(QWidget, name) if name else None
        if found is None and start and reason is Qt.FocusReason.TabFocusReason:
            found = page.findChild(TapButton)
        if found is None or found.focusPolicy() is Qt.FocusPolicy.NoFocus:
            found = page.findChild(HeadingLabel)
        if found is not None:
            found.setFocus(reason)

    # ---- scrolling -------------------------------------------------------------------

    def scrolled(self) -> int:
        """How far down the page is, in pixels."""
        return self.scroll.area.verticalScrollBar().value() if self.scroll else 0

    def scroll_to(self, place: int) -> None:
        """Scrolls to this many pixels down the page."""
        if self.scroll and place:
            self._settle()
            self.scroll.area.verticalScrollBar().setValue(place)

    def reveal(self, name: str) -> None:
        """Scrolls to the named widget, and gives it the focus if it accepts that."""
        found = self._window.findChild(QWidget, name)
        if found is None or self.scroll is None:
            return
        self._settle()
        self.scroll.reveal(found)
        for wrong in found.findChildren(ErrorLine):  # for a field higher than the screen
            if not wrong.isHidden():
                self.scroll.reveal(wrong)
        if found.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        """Makes the layouts of a new page compute their sizes now."""
        self._layout.activate()
        content = self.scroll.content() if self.scroll else None
        inside = content.layout() if content is not None else None
        if inside is not None:
            inside.activate()
