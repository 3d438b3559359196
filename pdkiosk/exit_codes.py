"""How the program and its processes end: every exit code that there is.

0 to 3 are for whoever types a command; those above follow sysexits.h where it has one that fits.
"""

from __future__ import annotations

DONE = 0
FAILED = 1
"""The command did not do it: a check failed, a folder cannot be written, an update is refused."""
WRONG_INPUT = 2
"""The command line, the facility's file, an answers file or the guide is wrong."""
NO_LETTER = 3
"""``render``: for this person there is no letter."""

NOT_TAKEN = 51
"""A process that paints pages: the printer did not take them."""
NO_SUCH_PRINTER = 61
"""A process that paints pages: there is no such printer."""
NO_PAGES = 65
"""A process that paints pages: what it was given is no PDF (EX_DATAERR)."""
NO_SUCH_PAPER = 66
"""A process that paints pages: the printer has no paper of this size."""

INTERNAL_ERROR = 70
"""A fault in the program (EX_SOFTWARE)."""
BROKEN = 71
"""A session lacks what it needs, or it is damaged (EX_OSERR)."""
OUTPUT_LOST = 74
"""What was to be said on standard output could not be written (EX_IOERR)."""
SWITCHED = 75
"""Another version is installed: start it (EX_TEMPFAIL)."""
CLOSED = 79
"""Staff closed the program; a system that keeps it running is to let it be."""
