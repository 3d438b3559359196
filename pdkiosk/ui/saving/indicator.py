"""Shows the state of saving: on the save tool, and on the page while saving fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pdkiosk.language.message import Message
from pdkiosk.session.saved_work import State
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context

if TYPE_CHECKING:
    from pdkiosk.ui.screens.screen import Screen


def save_button(context: Context) -> tuple[Message, str]:
    """Words and icon of the save tool, which say whether the work is saved."""
    return {
        State.UNSAVED: (wording.SAVE, "save"),
        State.SAVED: (wording.SAVED, "circle-check"),
        State.FAILING: (wording.NOT_SAVED, "triangle-alert"),
    }[context.saving.settled]


def say_not_saved(screen: Screen) -> None:
    """Shows a notice right under the heading while saving fails; nothing is lost.

    It is added to the existing page, because someone may be typing on it.
    """
    unsay_not_saved(screen)
    context = screen.context
    trouble = context.saving.trouble
    if trouble is None or context.saving.settled is not State.FAILING:
        return
    from pdkiosk.session.saved_work_words import comfort, trouble_message
    from pdkiosk.ui.widgets import Callout, Tone

    box = Callout(
        context.look,
        Tone.WARNING,
        context.quiet(wording.NOT_SAVED),
        [context.quiet(message) for message in (trouble_message(trouble), *comfort(trouble))],
        parent=screen,
    )
    box.setObjectName("not-saved")
    screen.insert_after_heading(box)


def unsay_not_saved(screen: Screen) -> None:
    """Removes the notice."""
    for box in screen.findChildren(QWidget, "not-saved"):
        box.hide()
        box.deleteLater()
