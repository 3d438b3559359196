"""Saves the work of a session for the window, and tells it about changes of state."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from pdkiosk.session.requests import Act
from pdkiosk.session.saved_work import SavedWork, State
from pdkiosk.ui.context import Context

_POLL_MS = 50
_AGAIN_MS = 15_000
_LAST_SAVE_SECONDS = 3.0


class Autosave(QObject):
    """``changed`` carries the previous and the current state, which may be equal."""

    changed = Signal(State, State)

    def __init__(
        self, parent: QObject, context: Callable[[], Context], place: Callable[[], str]
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._place = place
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._look)
        # Also saves what was typed since the last step.
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self.save_step)

    @property
    def _saving(self) -> SavedWork:
        return self._context().saving

    def save_step(self) -> None:
        """Saves at each step, once the person has saved for the first time."""
        if self._saving.handle is not None:
            self._saving.autosave(self._data())
            self._again.start()
        self._watch()

    def _data(self) -> bytes:
        from pdkiosk.ui.saving.snapshot import pack

        return pack(self._context(), self._place())

    def begin(self, act: Act) -> None:
        """Starts an operation on saved work for which the person waits."""
        saving = self._saving
        match act:
            case Act.SAVE:
                from pdkiosk.ui.saving.screens.own_words import known_words

                saving.save(self._data(), known_words(self._context()))
            case Act.SAVE_AS_NEW:
                saving.save_as_new(self._data())
            case Act.SAVE_AGAIN:
                saving.try_again(self._data())
            case Act.OPEN_WORK:
                saving.open()
            case Act.DELETE_WORK:
                saving.delete()
        self._watch()

    def restored(self) -> bool:
        """Restores opened work into the session, at the step at which it was left.

        Returns False if its format is unknown; ``trouble`` then says so.
        """
        from pdkiosk.ui.saving.snapshot import WorkError, pack, restore, unpack
        from pdkiosk.vault.trouble import Trouble, VaultError

        context, saving = self._context(), self._saving
        opened, saving.opened = saving.opened, None
        assert opened is not None
        try:
            work = unpack(opened.data, context)
        except WorkError:
            # Work that opened with the right words but cannot be read was written by a later
            # version.
            saving.trouble = VaultError(Trouble.NEWER_FORMAT)
            return False
        restore(work, context)
        steps = [step.id for step in context.interview.course().steps]
        context.history.step_id = work.place if work.place in steps else steps[0]
        saving.take(opened, pack(context, context.history.step_id))
        return True

    def _watch(self) -> None:
        if self._saving.busy:
            self._poll.start()

    def _look(self) -> None:
        saving = self._saving
        before, was_busy = saving.state, saving.busy
        try:
            saving.poll()
        finally:  # after an unexpected failure, nobody keeps waiting
            if not saving.busy:
                self._poll.stop()
            if (saving.state, saving.busy) != (before, was_busy):
                self.changed.emit(before, saving.state)

    def end(self) -> None:
        """Does the last save: the session ends."""
        if self._saving.handle is not None or self._saving.busy:
            self._saving.finish(self._data(), _LAST_SAVE_SECONDS)
        self._poll.stop()
        self._again.stop()
