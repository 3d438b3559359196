"""How long printing waits for what."""

from __future__ import annotations

from msgspec import Struct

from pdkiosk.printing.state import State


class Timeouts(Struct, frozen=True):
    """How long to wait for what, in seconds, before the pages are taken back."""

    program: float = 8  # a client program that only asks
    sending: float = 20  # a client program with a whole PDF
    between: float = 0.5  # two looks at the queue
    settle: float = 2  # a trouble, before it is told: old ones vanish when a job begins
    trouble: float = 180  # what somebody can fix: paper, jam, door
    offline: float = 60
    held: float = 20  # a job that waits though the printer is free
    silence: float = 90  # nothing happens and nothing is wrong
    unmoved: float = 600  # no page comes out, whatever the printer says of itself meanwhile
    page: float = 8  # and so much more for each page, of both
    service: float = 15  # the print service itself is gone
    cleaning: float = 10  # until a canceled job has left the queue

    def limit(self, state: State, pages: int) -> float:
        """How many seconds a part of so many pages may stay in a state with nothing changing."""
        if state.trouble or state is State.BUSY:
            return {State.HELD: self.held, State.OFFLINE: self.offline}.get(state, self.trouble)
        return self.silence + self.page * pages
