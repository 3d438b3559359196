"""Keeps an eye on what is being saved or opened, for the window; tries again what failed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from pdkiosk.session.saved_work import Came, Kept
from pdkiosk.ui.context import Context

_POLL_MS = 50
_AGAIN_MS = 15_000
_LAST_SAVE_SECONDS = 3.0


class Keeping(QObject):
    """``changed``: the saved status may have changed. ``came``: the awaited result has arrived."""

    changed = Signal()
    came = Signal(object)

    def __init__(
        self, parent: QObject, context: Callable[[], Context], place: Callable[[], str]
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._place = place
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._look)
        # Also for what was typed since the last step.
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.keep)

    def keep(self) -> None:
        """At each step: saves, once the person has saved for the first time."""
        saving = self._context().saving
        if saving.handle is not None:
            saving.keep(self.data())
            self._again.start()
        self.watch()

    def data(self) -> bytes:
        """All that is to be saved, as it is now."""
        from pdkiosk.ui.saving.snapshot import pack

        return pack(self._context(), self._place())

    def ask(self, wish: str) -> str:
        """Begins something with saved work that takes a moment; the tool to show meanwhile."""
        saving = self._context().saving
        tool = "working:save"
        match wish:
            case "save_now":
                from pdkiosk.ui.saving.screens.own_words import known_words

                saving.save(self.data(), known_words(self._context()))
            case "save_anew":
                saving.save_anew(self.data())
            case "save_again":
                saving.try_again(self.data())
            case "open_now":
                saving.open()
                tool = "working:open"
            case "delete_now":
                saving.delete()
                tool = "working:delete"
        return tool

    def restored(self) -> str | None:
        """Puts the work that was opened into the session; the step at which it was left.

        None when what was opened is none that we know; ``trouble`` then says so.
        """
        from pdkiosk.ui.saving.snapshot import WorkError, restore, unpack
        from pdkiosk.vault.trouble import Trouble, VaultError

        context = self._context()
        saving = context.saving
        data, saving.opened = saving.opened, None
        assert data is not None
        try:
            work = unpack(data, context)
        except WorkError:
            # What opened with the right words and is not ours to read, a later version wrote.
            saving.forget()
            saving.trouble = VaultError(Trouble.NEWER_FORMAT)
            return None
        restore(work, context)
        saving.refitted = work.refitted
        return work.place

    def watch(self) -> None:
        """Something may be under way."""
        if self._context().saving.busy:
            self._poll.start()

    def _look(self) -> None:
        saving = self._context().saving
        before: tuple[Kept, bool] = saving.kept, saving.busy
        came: Came | None = saving.poll()
        if not saving.busy:
            self._poll.stop()
        if came is not None:
            self.came.emit(came)
        elif (saving.kept, saving.busy) != before:
            self.changed.emit()

    def end(self) -> None:
        """The session ends: the last save."""
        saving = self._context().saving
        if saving.handle is not None:
            saving.finish(self.data(), _LAST_SAVE_SECONDS)
        self._poll.stop()
        self._again.stop()
