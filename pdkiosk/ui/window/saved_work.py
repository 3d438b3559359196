"""Shows the state of saved work in the window: waiting, outcomes, failing saves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pdkiosk.session.requests import Act, Tool, ToolKind
from pdkiosk.session.saved_work import State
from pdkiosk.ui.context import Context
from pdkiosk.ui.saving.autosave import Autosave
from pdkiosk.ui.saving.indicator import save_button, say_not_saved, unsay_not_saved
from pdkiosk.ui.window.navigator import Navigator, ScreenFrame

if TYPE_CHECKING:
    from pdkiosk.ui.screens.screen import Screen

_WAITING = {
    State.SAVING: ToolKind.SAVING,
    State.OPENING: ToolKind.OPENING,
    State.DELETING: ToolKind.DELETING,
}
_OPENING = Tool(ToolKind.OPENING)


class SavedWorkView:
    """Connects ``autosave`` to the window."""

    def __init__(
        self,
        context: Callable[[], Context],
        frame: ScreenFrame,
        navigator: Navigator,
        autosave: Autosave,
    ) -> None:
        self._context = context
        self._frame = frame
        self._navigator = navigator
        self._autosave = autosave
        self._told: object = None  # the trouble that the page mentions

    def offer(self) -> None:
        """Opens the tool that saves the work, or the waiting page that the person has left."""
        saving = self._context().saving
        kind = ToolKind.SAVED if saving.handle else ToolKind.SAVE
        self._navigator.open_tool(Tool(_WAITING.get(saving.state, kind)))

    def begin(self, act: Act) -> None:
        """Starts an operation for which the person waits, and shows the waiting page."""
        self._autosave.begin(act)
        waiting = Tool(_WAITING[self._context().saving.state])
        if waiting == _OPENING:
            self._navigator.open_tool(waiting)
        else:
            # Back leads to the person's page: words that are in use by now cannot be changed.
            self._navigator.show_only(waiting)

    def say_on(self, screen: Screen) -> None:
        """Adds the notice to a new page while saving fails.

        Leaving the waiting page of an opening, in whatever way, stops it.
        """
        self._remember()
        if _OPENING not in self._context().history.tools:
            self._context().saving.stop_opening()
        if self._context().history.tool is None:
            say_not_saved(screen)

    def forget(self) -> None:
        """Forgets the state: the person has left."""
        self._told = None

    def _remember(self) -> bool:
        """Whether there is a different trouble from the one that the page mentions."""
        trouble = self._context().saving.trouble
        told, self._told = self._told, trouble and trouble.trouble
        return told != self._told

    def show_button(self) -> None:
        """Updates the save tool, which says whether the work is saved."""
        if self._frame.top is not None:
            self._frame.top.set_keep(*save_button(self._context()))

    def say_news(self) -> bool:
        """Updates the notice on the current page; False if it is already right."""
        screen = self._frame.screen
        if screen is None or not self._remember():
            return False
        if self._context().history.tool is not None:
            unsay_not_saved(screen)
        else:
            say_not_saved(screen)
        return True

    def take_outcome(self, awaited: State) -> None:
        """Goes to the page with the outcome of what the person waited for."""
        context = self._context()
        history, saving = context.history, context.saving
        tools = [tool for tool in history.tools if tool.kind not in _WAITING.values()]
        match awaited:
            case State.OPENING if saving.opened is not None:
                if self._autosave.restored():
                    tools = [Tool(ToolKind.OPENED)]
            case State.SAVING if saving.handle is not None:
                tools = [Tool(ToolKind.SAVED)]
            case State.SAVING:
                tools.append(Tool(ToolKind.SAVE_FAILED))
            case State.DELETING:
                tools = [Tool(ToolKind.DELETED)]
        history.show_only(*tools)
