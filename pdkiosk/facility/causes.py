"""Why a facility file cannot be read, in words that say what to change."""

from __future__ import annotations

import enum

from pdkiosk.language.message import Message


class Cause(enum.Enum):
    """What someone probably did, judging from the damage."""

    # Translators, for each of these: staff read this: what is wrong with a line of a settings file.
    NO_EQUALS = Message("Between name and value stands one equals sign.", "facility.cause")
    CURLY = Message("Its quotation marks are curly. They have to be straight.", "facility.cause")
    # Translators: staff read this: what is wrong with a line of a settings file; a backslash is \\.
    BACKSLASH = Message(
        "In quotation marks, each backslash has to be written twice.", "facility.cause"
    )
    NO_QUOTES = Message("Text has to stand between quotation marks.", "facility.cause")
    OPEN_QUOTE = Message("A quotation mark is missing.", "facility.cause")
    INNER_QUOTE = Message(
        "There are quotation marks inside of the quotation marks.", "facility.cause"
    )
    OPEN_BRACKET = Message("A square bracket is missing.", "facility.cause")
    NO_COMMA = Message("A comma is missing between two lines of the list.", "facility.cause")
    NO_VALUE = Message("There is nothing after the equals sign.", "facility.cause")
    MORE_AFTER = Message(
        "Something stands behind the value that does not belong.", "facility.cause"
    )
    INVISIBLE = Message(
        "There is a character in it that cannot be seen, for example a special space.",
        "facility.cause",
    )
    HEADING = Message("Headings in square brackets do not belong in this file.", "facility.cause")
    NO_SETTING = Message("No setting stands in it.", "facility.cause")
