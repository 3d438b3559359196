"""What a page says of saving: on the button that keeps the work, and while saving fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.saving import Kept

if TYPE_CHECKING:
    from pdkiosk.ui.bars import BottomBar
    from pdkiosk.ui.screens.screen import Screen


def show_kept(bottom: BottomBar, context: Context) -> None:
    """The button that keeps the work says whether it is saved."""
    words, icon = {
        Kept.NOT: (wording.SAVE, "save"),
        Kept.SAVED: (wording.SAVED, "circle-check"),
        Kept.TROUBLE: (wording.NOT_SAVED, "triangle-alert"),
    }[context.saving.kept]
    if not context.saving.allowed:
        words, icon = wording.PRINT_ANSWERS, "printer"
    bottom.set_keep(words, icon)


def say_not_saved(screen: Screen) -> None:
    """Right under the heading, while saving fails; nothing is lost by it.

    Put into the page that is there: somebody may be typing on it.
    """
    unsay_not_saved(screen)
    context = screen.context
    trouble = context.saving.trouble
    if trouble is None or context.saving.kept is not Kept.TROUBLE:
        return
    from pdkiosk.ui.saving_wording import comfort, trouble_message
    from pdkiosk.ui.widgets import Callout, Tone

    box = Callout(
        context.look,
        Tone.WARNING,
        context.pair(wording.NOT_SAVED),
        [context.pair(message) for message in (trouble_message(trouble), *comfort(trouble))],
        parent=screen,
    )
    box.setObjectName("not-saved")
    screen.insert_after_heading(box)


def unsay_not_saved(screen: Screen) -> None:
    """Takes away what was said."""
    for box in screen.findChildren(QWidget, "not-saved"):
        box.hide()
        box.deleteLater()
