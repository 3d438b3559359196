"""The saved work of one session: possible places, its handle, and the last save's outcome.

It does not know the screens. Slow work runs in a thread; ``poll`` takes its result. The vault is
imported when someone first saves or opens work, so the start screen does not wait for it.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pdkiosk import places
from pdkiosk.background import Job
from pdkiosk.facility.settings import Facility

if TYPE_CHECKING:
    from pdkiosk.interview.refit import Refitted
    from pdkiosk.vault.handle import Handle
    from pdkiosk.vault.shelf import Opened, Shelf
    from pdkiosk.vault.trouble import VaultError


# A save that takes longer (seconds) is reported as failed, unless it is done after all.
SLOW_SECONDS = 20.0
# The folder for saved work on a person's stick.
_ON_STICK = "pdkiosk"


class State(enum.Enum):
    """The state of this session's saved work; in the last three the person waits."""

    UNSAVED = enum.auto()  # nothing is saved
    SAVED = enum.auto()
    FAILING = enum.auto()  # the last save failed; it will be tried again
    SAVING = enum.auto()
    OPENING = enum.auto()
    DELETING = enum.auto()

    @property
    def waiting(self) -> bool:
        """Whether the person is waiting for the result."""
        return self in (State.SAVING, State.OPENING, State.DELETING)


class Place(Struct, frozen=True):
    """A place to save work: this facility, or the stick with this ``name``."""

    shelf: Shelf
    name: str = ""


class Draft(Struct):
    """What the person has chosen and typed so far while saving or opening.

    ``confirmed``: how many of the words they have confirmed by touching them. ``wrong``: the last
    touch was not the next word.
    """

    words: list[str] = field(default_factory=list)
    tiles: list[str] = field(default_factory=list)
    confirmed: int = 0
    wrong: bool = False
    own: str = ""
    own_again: str = ""
    place: int = 0
    picture: str = ""
    number: int = 0
    typed: str = ""

    @property
    def passphrase(self) -> str:
        """The words that open the work."""
        return self.own or " ".join(self.words)


class SavedWork:
    """The saved work of one session; everything goes with ``forget``.

    ``settled`` is the state apart from what the person is waiting for. ``opened`` is an opened
    work, until the window takes it. ``older``: its newest save was damaged. ``refitted``: which of
    its answers still fit.
    """

    def __init__(self, facility: Facility) -> None:
        self.facility = facility
        self.handle: Handle | None = None
        self.trouble: VaultError | None = None
        self.draft = Draft()
        self.older = False
        self.refitted: Refitted | None = None
        self.opened: Opened | None = None
        self.slip_words = False
        self._saved = b""
        self._data = b""
        self._newest: bytes | None = None  # data to save after the running autosave
        self._autosave: Job[None] | None = None
        self._awaited: Job[Callable[[], None]] | None = None  # what to do with its result
        self._awaited_state = State.UNSAVED
        self._places: list[Place] | None = None

    # ---- where -----------------------------------------------------------------------

    @property
    def allowed(self) -> bool:
        """Whether this facility lets people save."""
        return self.facility.saving

    def places(self, *, again: bool = False) -> list[Place]:
        """The facility's place, then sticks, if allowed and plugged in."""
        if self._places is None or again:
            from pdkiosk.vault.shelf import Shelf

            chosen = self.place.shelf.folder if self._places else None
            given = self.facility.saving_folder
            folder = Path(given) if given else places.state_folder() / "saved"
            found = [Place(Shelf(folder, self.facility.saving_days, make=not given))]
            if self.facility.saving_usb:
                from pdkiosk.vault.usb import sticks

                found += [
                    Place(
                        Shelf(
                            stick.folder / _ON_STICK,
                            self.facility.saving_days,
                            make=True,
                            device=stick.device,
                        ),
                        # A name whose bytes are not valid text is still a name.
                        stick.name.encode(errors="replace").decode(),
                    )
                    for stick in sticks()
                ]
            self._places = found
            # Numbered by position alone, it would turn into another stick when an earlier one is
            # pulled out.
            if chosen is not None:
                folders = [place.shelf.folder for place in found]
                self.draft.place = folders.index(chosen) if chosen in folders else 0
        return self._places

    @property
    def place(self) -> Place:
        """The place that the person chose; the facility's if the stick was pulled out."""
        found = self.places()
        return found[self.draft.place] if self.draft.place < len(found) else found[0]

    # ---- the state -------------------------------------------------------------------

    @property
    def settled(self) -> State:
        """Whether everything is saved as far as known, ignoring what the person is waiting for.

        But work that is being deleted is not said to be saved.
        """
        deleting = self._awaited is not None and self._awaited_state is State.DELETING
        if self.handle is None or deleting:
            return State.UNSAVED
        return State.FAILING if self.trouble else State.SAVED

    @property
    def state(self) -> State:
        """What the person is waiting for, otherwise whether everything is saved."""
        return self._awaited_state if self._awaited is not None else self.settled

    @property
    def busy(self) -> bool:
        """Whether any work is running."""
        return self._awaited is not None or self._autosave is not None

    # ---- what the person waits for -----------------------------------------------------

    def save(self, data: bytes, known: Iterable[str] = ()) -> None:
        """Saves for the first time, under the words of the draft.

        ``known``: what others may know about the person; own words made of it are refused.
        """
        shelf, draft, names = self.place.shelf, copy(self.draft), tuple(known)

        def work() -> Callable[[], None]:
            handle = shelf.create(draft.passphrase, data, names, drawn=not draft.own)
            return lambda: self._is_created(handle, data, draft)

        self._begin(work, State.SAVING)

    def _is_created(self, handle: Handle, data: bytes, draft: Draft) -> None:
        self._is_saved(handle, data)
        self.draft = draft  # the words that open it, whatever was chosen meanwhile

    def save_as_new(self, data: bytes) -> None:
        """Saves as a new work under the same words.

        The old one was changed or deleted elsewhere.
        """
        handle, shelf = self.handle, self.place.shelf
        assert handle is not None

        def work() -> Callable[[], None]:
            new = shelf.create_like(handle, data)
            return lambda: self._is_saved(new, data)

        self._begin(work, State.SAVING)

    def try_again(self, data: bytes) -> None:
        """Tries to save again, while the person waits."""
        handle = self.handle
        assert handle is not None

        def work() -> Callable[[], None]:
            handle.save(data)
            return lambda: self._is_saved(handle, data)

        self._begin(work, State.SAVING)

    def _is_saved(self, handle: Handle, data: bytes) -> None:
        self.handle, self._saved, self.trouble = handle, data, None

    def open(self) -> None:
        """Opens the work with this picture and number, using the typed words."""
        shelf, draft = self.place.shelf, self.draft
        picture, number, passphrase = draft.picture, draft.number, draft.typed

        def job() -> Callable[[], None]:
            opened = shelf.open(shelf.find(picture, number), passphrase)
            return lambda: self._is_opened(opened)

        self._begin(job, State.OPENING)

    def _is_opened(self, opened: Opened) -> None:
        self.opened, self.trouble = opened, None

    def take(self, opened: Opened, data: bytes) -> None:
        """The session goes on with an opened work.

        ``data``: what would be saved now; nothing is saved until it changes.
        """
        self.handle, self.older = opened.handle, opened.older
        self._saved, self.trouble = data, None
        self.draft = Draft(place=self.draft.place)

    def stop_opening(self) -> None:
        """Drops whatever is being opened: nothing may replace what the person answers now."""
        if self.state is State.OPENING:
            self._awaited = None

    def look_for(self, picture: str) -> Job[list[int]]:
        """Starts looking for the numbers in use with a picture."""
        shelf = self.place.shelf
        return Job(lambda: shelf.numbers(picture))

    def sweep(self) -> None:
        """Deletes expired saved work, in the background."""
        if self.allowed:
            shelf = self.places()[0].shelf
            Job(shelf.sweep)

    def delete(self) -> None:
        """Deletes the saved work; the answers on the screen stay."""
        handle = self.handle
        assert handle is not None

        def work() -> Callable[[], None]:
            handle.delete()
            return self._is_deleted

        self._begin(work, State.DELETING)

    def _is_deleted(self) -> None:
        self.handle = self.trouble = None
        self._saved, self.draft = b"", Draft()

    def _begin(self, work: Callable[[], Callable[[], None]], state: State) -> None:
        if self._awaited is not None:
            return  # touched twice
        # To the vault, two simultaneous saves of the same work would look like two kiosks.
        before, self._newest = self._autosave, None

        def in_turn() -> Callable[[], None]:
            if before is not None:
                before.wait(60)
            return work()

        self._awaited, self._awaited_state = Job(in_turn), state

    # ---- what happens by itself --------------------------------------------------------

    @property
    def hopeless(self) -> bool:
        """Whether retrying cannot help, so that the person has to decide."""
        if self.trouble is None:
            return False
        from pdkiosk.session.saved_work_words import HOPELESS

        return self.trouble.trouble in HOPELESS

    def autosave(self, data: bytes) -> None:
        """After the first save, saves changes in the background.

        The newest waits for the one before.
        """
        if self.handle is None or self._awaited is not None or self.hopeless:
            return
        if self._autosave is not None:
            self._newest = data
        elif data != self._saved or self.trouble:
            handle = self.handle
            self._autosave = Job(lambda: handle.save(data))
            self._data = data

    def poll(self) -> None:
        """Takes the results of running work; ``state`` and ``trouble`` then tell them.

        Raises an unexpected error of that work, after the person no longer waits for it.
        """
        self._poll_autosave()
        job = self._awaited
        if job is None or not job.done:
            return
        self._awaited = None
        from pdkiosk.vault.trouble import Trouble, VaultError

        try:
            job.result()()
        except VaultError as error:
            self.trouble = error
        except Exception:
            self.trouble = VaultError(Trouble.FAULT)
            raise

    def _poll_autosave(self) -> None:
        job = self._autosave
        if job is None:
            return
        from pdkiosk.vault.trouble import Trouble, VaultError

        if not job.done:
            if self.trouble is None and job.lasted > SLOW_SECONDS:
                self.trouble = VaultError(Trouble.NO_PLACE)  # a server that does not answer
            return
        self._autosave = None
        newest, self._newest = self._newest, None
        try:
            job.result()
            self._saved, self.trouble = self._data, None
        except VaultError as error:
            self.trouble = error
        except Exception:
            self.trouble = VaultError(Trouble.FAULT)
            raise
        if newest is not None:
            self.autosave(newest)

    def forget_words(self) -> None:
        """Forgets the words: the person has left the page on which they can be printed."""
        self.draft = Draft(place=self.draft.place)
        self.slip_words = False

    # ---- the end -----------------------------------------------------------------------

    def finish(self, data: bytes, seconds: float) -> None:
        """Does the last save of an ending session; waits for it, but not forever."""
        self.stop_opening()
        if self._awaited is not None:  # the answers may have changed since it began
            self._awaited.wait(seconds)
        try:
            self.poll()
        finally:  # an unexpected error of what was awaited must not cost the last answers
            self.autosave(data)
            for _ in range(2):  # the one under way, and the one that waits for it
                if self._autosave is not None:
                    self._autosave.wait(seconds)
                    self._poll_autosave()

    def forget(self) -> None:
        """Forgets everything, including words and key: the session is over."""
        self.handle = self.trouble = self.opened = self.refitted = None
        self.older = False
        self.draft = Draft()
        self._saved = self._data = b""
        self._newest = self._autosave = self._awaited = None
        self.slip_words = False
