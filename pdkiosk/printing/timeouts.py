"""The timeouts of printing."""

from __future__ import annotations

from msgspec import Struct

from pdkiosk.printing.state import State


class Timeouts(Struct, frozen=True):
    """How long to wait, in seconds, before the pages are removed from the queue."""

    program: float = 8  # a client program that only asks
    sending: float = 20  # a client program with a whole PDF
    between: float = 0.5  # between two looks at the queue
    settle: float = 2  # a problem, before it is reported: old ones vanish when a job begins
    trouble: float = 180  # problems that someone can fix: paper, jam, door
    offline: float = 60
    held: float = 20  # a job that waits although the printer is idle
    silence: float = 90  # nothing happens and nothing is wrong
    unmoved: float = 600  # no page comes out, whatever the printer says of itself meanwhile
    page: float = 8  # extra time for each page, for both of these
    service: float = 15  # the print service itself is gone
    cleaning: float = 10  # until a canceled job has left the queue

    def limit(self, state: State, pages: int) -> float:
        """How many seconds a part with this many pages may stay in a state without any change."""
        if state.trouble or state is State.BUSY:
            return {State.HELD: self.held, State.OFFLINE: self.offline}.get(state, self.trouble)
        return self.silence + self.page * pages
