"""Every exit code of the program and its processes.

0 to 3 are for people who type commands; the others follow sysexits.h where it has a fitting one.
"""

from __future__ import annotations

DONE = 0
FAILED = 1
"""The command failed: a check failed, a folder cannot be written, an update was refused."""
WRONG_INPUT = 2
"""The command line, the facility's file, an answers file or the guide is wrong."""
NO_LETTER = 3
"""``render``: there is no letter for this person."""

NOT_TAKEN = 51
"""From a process that paints pages: the printer did not accept them."""
NO_SUCH_PRINTER = 61
"""From a process that paints pages: there is no such printer."""
NO_PAGES = 65
"""From a process that paints pages: the input is not a PDF (EX_DATAERR)."""
NO_SUCH_PAPER = 66
"""From a process that paints pages: the printer has no paper of this size."""

INTERNAL_ERROR = 70
"""A fault in the program (EX_SOFTWARE)."""
BROKEN = 71
"""Something that a session needs is missing or damaged (EX_OSERR)."""
OUTPUT_LOST = 74
"""Standard output could not be written (EX_IOERR)."""
SWITCHED = 75
"""Another version is installed: restart, to run it (EX_TEMPFAIL)."""
CLOSED = 79
"""Staff closed the program; a service manager should not restart it."""
