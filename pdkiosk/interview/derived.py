"""Numbers that are derived from answers, for use in sentences of the letter."""

from __future__ import annotations

from collections.abc import Callable

from pdkiosk.guide.vocabulary import Derived
from pdkiosk.interview.rules import years_here, years_here_at_least
from pdkiosk.interview.situation import Situation
from pdkiosk.language.message import Arg

DERIVED: dict[Derived, Callable[[Situation], Arg | None]] = {
    "years_here": years_here,
    "years_here_at_least": years_here_at_least,
}
