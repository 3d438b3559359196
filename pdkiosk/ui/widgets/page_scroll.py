"""Shows a page that may be longer than the screen: by finger, by two large buttons, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QScroller,
    QWidget,
)

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.focus_order import focus_stops, put_in_order
from pdkiosk.ui.widgets.geometry import from_start
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.scroll_marks import Edge, Rail, ScrollButton
from pdkiosk.ui.widgets.surface import Column
from pdkiosk.ui.widgets.tap_button import TapButton

_MARGIN_MM = 18.0  # the maximum margin below the last words of a page
_STEP = 0.8  # part of the visible height: one line stays as an anchor for the eye
_READY_MS = 100
_INSET_MM, _GAP_MM = 1.2, 2.6
DRIFT_MM = 8.0  # how far a shaking or rolling finger may move and still mean a tap


class PageScroll(QWidget):
    """Holds one page. The buttons are in the page's trailing margin, only if it is longer.

    The content should leave a margin of 16 mm there, as Column does. ``end_changed``: whether the
    end of the page is still hidden and has not been seen yet.
    """

    end_changed = Signal(bool)

    def __init__(self, look: Look, *, up: Pair, down: Pair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._followed: QPlainTextEdit | None = None
        self._fingers = False  # set up only once: each time costs memory
        self._ordered = False
        self._clothes: list[QWidget] = []
        self._dressed_as: tuple[Look, Pair, Pair] | None = None
        self._laid_out = True
        self._end_seen = False
        self.hides_end = False
        self.apply_look(look, up=up, down=down)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(self._show_place)
        bar.rangeChanged.connect(self._show_place)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def apply_look(self, look: Look, *, up: Pair, down: Pair) -> None:
        """Applies another look, and other names of the two buttons."""
        if self._dressed_as == (look, up, down):
            return
        self._dressed_as = (look, up, down)
        self._look = look
        for old in self._clothes:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._top_edge = Edge(look, False, self)
        self._bottom_edge = Edge(look, True, self)
        self._rail = Rail(look, self)
        self.up_button = self._arrow("chevron-up", up)
        self.down_button = self._arrow("chevron-down", down)
        self.up_button.activated.connect(lambda: self.page(-1))
        self.down_button.activated.connect(lambda: self.page(1))
        self._clothes = [
            self._top_edge,
            self._bottom_edge,
            self._rail,
            self.up_button,
            self.down_button,
        ]
        if self._fingers:
            self._tune_fingers()
        self._place_clothes()
        self._show_place()

    def _arrow(self, icon: str, name: Pair) -> ScrollButton:
        button = ScrollButton(self._look, icon, self)
        button.setAccessibleName(name.spoken())
        button.setFixedSize(self._look.scale.target, self._look.scale.target)
        return button

    def _be_ready(self) -> None:
        """Sets up what only a scrolling page needs: it makes PySide create a hundred types."""
        content = self.area.widget()
        if content is None or not self.scrolls():
            return
        if not self._ordered:
            self._ordered = True
            put_in_order([*focus_stops(content), self.up_button, self.down_button])
        if not self._fingers:
            self._let_fingers_scroll()

    def _let_fingers_scroll(self) -> None:
        self._fingers = True
        # Only real touches: the mouse gesture would delay every press for a moment.
        viewport = self.area.viewport()
        QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.TouchGesture)
        QScroller.scroller(viewport).stateChanged.connect(self._on_scroller_state)
        self._tune_fingers()

    def _tune_fingers(self) -> None:
        from PySide6.QtWidgets import QScrollerProperties  # expensive, and most pages do not scroll

        scroller = QScroller.scroller(self.area.viewport())
        properties = scroller.scrollerProperties()
        never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
        metric = QScrollerProperties.ScrollMetric
        properties.setScrollMetric(metric.VerticalOvershootPolicy, never)
        properties.setScrollMetric(metric.HorizontalOvershootPolicy, never)
        # Qt calculates in meters, from a screen size reported by the system, which is unreliable.
        drift_px = DRIFT_MM * self._look.scale.px_per_mm + 2
        meters = drift_px / scroller.pixelPerMeter().y()
        properties.setScrollMetric(metric.DragStartDistance, meters)
        # No kinetic scrolling: the page stays where the finger left it.
        properties.setScrollMetric(metric.MinimumVelocity, 1000.0)
        properties.setScrollMetric(metric.MaximumVelocity, 0.0)
        scroller.setScrollerProperties(properties)

    def _on_scroller_state(self, state: QScroller.State) -> None:
        if state is QScroller.State.Dragging:
            for button in self.area.findChildren(TapButton):
                button.cancel_press()

    def clear(self) -> None:
        self._stop_following()
        old = self.area.takeWidget()
        if old is not None:
            old.deleteLater()
        if self._fingers:
            QScroller.scroller(self.area.viewport()).stop()

    def set_content(self, content: QWidget) -> None:
        """Shows a page from its top; deletes the previous one."""
        self.clear()
        # Otherwise it would be laid out several times, first for temporary sizes.
        self.area.setGeometry(self.rect())
        self.area.setViewportMargins(0, 0, 0, 0)  # hidden pages take their size from this
        content.resize(self.size())
        self._laid_out = False  # its length is not yet that of the page
        self.area.setWidget(content)
        self._keep_within()
        content.installEventFilter(self)
        self._ordered = False
        self._end_seen = self.hides_end = False
        self.scroll_to_top()
        self._laid_out = True
        self._show_place()

    def _keep_within(self) -> None:
        # A page that would be wider than the screen is squeezed: nothing may be beside it.
        content = self.area.widget()
        if content is not None and self.width() > 0:
            content.setMaximumWidth(self.width())
            self._fit()

    def _fit(self) -> None:
        content = self.area.widget()
        if isinstance(content, Column) and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            content.fit(self.width(), self.height())

    def content(self) -> QWidget | None:
        return self.area.widget()

    def reveal(self, widget: QWidget) -> None:
        """Scrolls as little as needed to make a widget of the page completely visible.

        If only the margin is left below, scrolls to the end of the page: someone who was read the
        last words has reached the end.
        """
        content = self.area.widget()
        if content is None:
            return
        if (layout := content.layout()) is not None:
            layout.activate()
        self.area.ensureWidgetVisible(widget, 0, self._look.scale.mm(8))
        bar, top = self.area.verticalScrollBar(), widget.mapTo(content, QPoint()).y()
        left = bar.maximum() - bar.value()
        if left < self._look.scale.mm(_MARGIN_MM) and top >= bar.maximum():
            bar.setValue(bar.maximum())

    def reveal_part(self, widget: QWidget, part: float) -> None:
        """Scrolls, if necessary, to a part (0 to 1) of a widget's height."""
        content = self.area.widget()
        if widget.height() < self.area.viewport().height() // 2 or content is None:
            self.reveal(widget)
            return
        place = widget.mapTo(content, QPoint(0, round(widget.height() * part)))
        self.area.ensureVisible(0, place.y(), 0, self.area.viewport().height() // 3)

    def scroll_to_top(self) -> None:
        """Shows the beginning of the page."""
        self.area.verticalScrollBar().setValue(0)

    def scrolls(self) -> bool:
        """Whether the page is longer than the visible area."""
        return self.area.verticalScrollBar().maximum() > 0

    def page(self, direction: int) -> None:
        """Scrolls by nearly the visible height: 1 down, -1 up."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + direction * round(self.area.viewport().height() * _STEP))

    def resizeEvent(self, event: object) -> None:
        self.area.setGeometry(self.rect())
        self._keep_within()
        self._place_clothes()
        self._show_place()
        focused = QApplication.focusWidget()
        if focused is not None and self._holds(focused):
            self._follow(focused)  # the on-screen keyboard has appeared, or the screen was rotated

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._place_clothes()
        super().changeEvent(event)

    def _has_room_for_both(self) -> bool:
        """Whether both arrows and the rail between them fit."""
        inset, gap = self._look.scale.mm(_INSET_MM), self._look.scale.mm(_GAP_MM)
        return self.height() >= 2 * (self._look.scale.target + inset + gap)

    def _place_clothes(self) -> None:
        side = self._look.scale.target
        inset = self._look.scale.mm(_INSET_MM)
        x = from_start(self, self.width() - side - inset, side)
        both = self._has_room_for_both()
        self.up_button.move(x, inset if both else max(0, (self.height() - side) // 2))
        self.down_button.move(x, self.height() - side - inset if both else self.up_button.y())
        gap = self._look.scale.mm(_GAP_MM)
        top = inset + side + gap
        self._rail.setGeometry(x, top, side, max(0, self.height() - 2 * top))
        fade = self._look.scale.mm(4.0)
        self._top_edge.setGeometry(0, 0, self.width(), fade)
        self._bottom_edge.setGeometry(0, self.height() - fade, self.width(), fade)

    def _show_place(self) -> None:
        if not self._laid_out:
            return
        bar = self.area.verticalScrollBar()
        span = bar.maximum()
        longer = span > 0
        if longer and not (self._fingers and self._ordered):
            # Not before it is painted, nor during layout: for a moment a page can be longer than it
            # will be. Fingers do not matter that early.
            QTimer.singleShot(_READY_MS, self, self._be_ready)
        at_top, at_bottom = bar.value() <= 0, bar.value() >= span
        self._end_seen = self._end_seen or (longer and at_bottom)
        hides = longer and not self._end_seen
        if hides is not self.hides_end:
            self.hides_end = hides
            self.end_changed.emit(hides)
        self._top_edge.setVisible(longer and not at_top)
        self._bottom_edge.setVisible(longer and not at_bottom)
        # With large letters, a low screen and the keyboard there may be room for only one arrow:
        # then the one down, and at the end of the page the one up.
        both = self._has_room_for_both()
        self._rail.setVisible(longer and both)
        self.up_button.setVisible(longer and (both or at_bottom))
        self.down_button.setVisible(longer and (both or not at_bottom))
        self.up_button.set_spent(at_top)
        self.down_button.set_spent(at_bottom)
        if longer:
            in_view = self.area.height()  # accessing the viewport would create a hundred types
            self._rail.set_part(bar.value() / span, in_view / (in_view + span))

    def _holds(self, widget: QWidget) -> bool:
        content = self.area.widget()
        return content is not None and content.isAncestorOf(widget)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self._stop_following()
        if new is None or not self._holds(new):
            return
        if isinstance(new, QPlainTextEdit):
            self._followed = new
            new.cursorPositionChanged.connect(self._follow_cursor)
        # If a page moved under a finger, the tap would hit something else.
        if QApplication.mouseButtons() is Qt.MouseButton.NoButton:
            self._follow(new)

    def _stop_following(self) -> None:
        if self._followed is not None:
            self._followed.cursorPositionChanged.disconnect(self._follow_cursor)
            self._followed = None

    def _follow(self, widget: QWidget) -> None:
        if isinstance(widget, QPlainTextEdit):
            self._follow_cursor()
        else:
            self.reveal(widget)

    def _follow_cursor(self) -> None:
        editor = self._followed
        content = self.area.widget()
        if editor is None or content is None:
            return
        place = editor.viewport().mapTo(content, editor.cursorRect().center())
        margin = self._look.scale.mm(14)
        self.area.ensureVisible(place.x(), place.y(), 0, margin)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
            self._show_place()
        return super().eventFilter(watched, event)
