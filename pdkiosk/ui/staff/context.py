"""What a panel of the staff page needs; it has no interview, and so no answers."""

from __future__ import annotations

from msgspec import Struct

from pdkiosk.facility.settings import Facility
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.message import Message
from pdkiosk.staff.desk import StaffDesk
from pdkiosk.staff.updates import Found
from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets import Pair


class StaffContext(Struct):
    """``first`` and ``second``: the languages on the screen, the second "" for one alone.

    ``pending``: settings to be saved; ``undoing``: they come from the previous file. ``changed``:
    the file differs from the settings in use. ``found``: the releases on the sticks, once checked.
    ``update``: what is to be installed, or "back" or "content-back"; None: nothing is chosen.
    """

    desk: StaffDesk
    catalogs: Catalogs
    look: Look
    first: str
    second: str
    pending: Facility | None = None
    undoing: bool = False
    changed: bool = False
    saved_now: bool = False
    update: Found | str | None = None
    found: list[Found] | None = None

    @property
    def facility(self) -> Facility:
        return self.desk.facility

    def pair(self, message: Message) -> Pair:
        first = self.catalogs.text(message, self.first)
        return Pair(first, self.catalogs.text(message, self.second) if self.second else "")

    def quiet(self, message: Message) -> Pair:
        """Like ``pair``: staff may read either language."""
        return self.pair(message)
