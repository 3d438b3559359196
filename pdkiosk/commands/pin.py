"""``pdkiosk pin``: asks for a PIN twice and prints the line for the facility's file."""

from __future__ import annotations

import getpass
from collections.abc import Callable

from pdkiosk.commands.output import complain, say
from pdkiosk.exit_codes import DONE, FAILED
from pdkiosk.facility.pin import LEAST_DIGITS, MOST_DIGITS, hash_pin, weakness

_WHY = {
    "digits": "digits only",
    "short": f"at least {LEAST_DIGITS} digits",
    "long": f"at most {MOST_DIGITS} digits",
    "simple": "not a row like 123456 or 000000",
}


def pin(ask: Callable[[str], str] = getpass.getpass) -> int:
    """Returns 0 if the line was printed, 1 if no PIN was accepted."""
    try:
        first = ask("PIN (it is not shown): ")
        if problem := weakness(first):
            complain(f"pdkiosk: {_WHY[problem]}")
            return FAILED
        if ask("The same PIN again: ") != first:
            complain("pdkiosk: the two are not the same")
            return FAILED
    except (EOFError, KeyboardInterrupt):
        complain("pdkiosk: no PIN")
        return FAILED
    say(f'staff_pin = "{hash_pin(first)}"')
    return DONE
