"""Covers the start screen after a failed session: says what happened, and offers a restart."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.languages import with_text
from pdkiosk.language.message import Message
from pdkiosk.ui.context import Context
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import (
    BigButton,
    ButtonKind,
    HeadingLabel,
    Pair,
    Surface,
    SurfaceKind,
    TextPair,
)
from pdkiosk.ui.widgets.cover import Level, arrange, cover, uncover
from pdkiosk.ui.widgets.due import Due
from pdkiosk.ui.widgets.geometry import spaced

# Translators: heading of the whole screen, after the program failed.
_TITLE = Message("Something went wrong with this program", "sorry.title")
# Translators: the program failed; the person reads what became of their work.
_ERASED = Message("What you wrote is erased. Pages that were printed are yours.", "sorry.erased")
# Translators: the program failed; {code} is a short code for the technician.
_CODE = Message("Please tell the library this code: {code}", "sorry.code")
# Translators: the button on the screen after the program failed.
_AGAIN = Message("Start again", "sorry.again")

_SHOWN_SECONDS = 30.0


class SorryPage(Surface):
    """The page after a failed session; goes away after half a minute to show the start screen.

    ``language`` is that of the failed session, or "" if it could not report one.
    """

    def __init__(self, context: Context, code: str, language: str, window: QWidget) -> None:
        super().__init__(context.look, SurfaceKind.PAPER, window)
        self.setObjectName("sorry")
        self._window = window
        cover(window, self, Level.FAILURE)
        look = context.look

        others = [code for code in with_text(context.languages) if code != SOURCE_LANGUAGE]
        if language == SOURCE_LANGUAGE or not others:
            languages = [SOURCE_LANGUAGE, *others[:1]]
        else:
            languages = [language if language in others else others[0], SOURCE_LANGUAGE]

        def pair(message: Message) -> Pair:
            texts = [context.catalogs.text(message, each) for each in languages]
            return Pair(texts[0], "".join(texts[1:]))

        column = spaced(QVBoxLayout(self), look.scale.mm(8), look.scale.mm(20))
        column.addStretch(1)
        column.addWidget(HeadingLabel(look, pair(_TITLE), display=True, centered=True, parent=self))
        for message in (_ERASED, _CODE(code=code)):
            column.addWidget(
                TextPair(look, pair(message), TextRole.SUBHEADING, centered=True, parent=self)
            )
        button = BigButton(
            look,
            pair(_AGAIN),
            kind=ButtonKind.PRIMARY,
            icon="arrow-right",
            role=TextRole.CARD_LARGE,
            parent=self,
        )
        button.setObjectName("again")
        button.setMinimumSize(look.scale.mm(120), look.scale.mm(30))
        button.activated.connect(self.leave)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._over = Due(self.leave, self)
        self._over.start(_SHOWN_SECONDS)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        button.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._stay_over()
        return False

    def _stay_over(self) -> None:
        """Stays on top if the window changes its size or a new page is built."""
        self.setGeometry(self._window.rect())
        arrange(self._window)

    def leave(self) -> None:
        """Makes the start screen usable again."""
        self._over.stop()
        self._window.removeEventFilter(self)
        uncover(self._window, self)
