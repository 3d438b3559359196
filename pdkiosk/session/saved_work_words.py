"""Messages about saved work that several screens share: pictures, and everything that can fail."""

from __future__ import annotations

from datetime import date

from pdkiosk.language.message import Arg, DateArg, Message, PartialDate, counted
from pdkiosk.vault.trouble import Trouble, VaultError

# Translators: the picture that names saved work, with a number: "Sun 12". One word if you can.
PICTURES: dict[str, tuple[Message, str]] = {
    "sun": (Message("Sun", "picture.sun"), "sun"),
    "moon": (Message("Moon", "picture.moon"), "moon"),
    "star": (Message("Star", "picture.star"), "star"),
    "mountain": (Message("Mountain", "picture.mountain"), "mountain"),
    "tree": (Message("Tree", "picture.tree"), "tree-deciduous"),
    "flower": (Message("Flower", "picture.flower"), "flower"),
    "leaf": (Message("Leaf", "picture.leaf"), "leaf"),
    "apple": (Message("Apple", "picture.apple"), "apple"),
    "bird": (Message("Bird", "picture.bird"), "bird"),
    "fish": (Message("Fish", "picture.fish"), "fish"),
    "horse": (Message("Horse", "picture.horse"), "chess-knight"),
    "cat": (Message("Cat", "picture.cat"), "cat"),
    "dog": (Message("Dog", "picture.dog"), "dog"),
    "butterfly": (Message("Butterfly", "picture.butterfly"), "butterfly"),
    "turtle": (Message("Turtle", "picture.turtle"), "turtle"),
    "rabbit": (Message("Rabbit", "picture.rabbit"), "rabbit"),
    "house": (Message("House", "picture.house"), "house"),
    "boat": (Message("Boat", "picture.boat"), "sailboat"),
    "bicycle": (Message("Bicycle", "picture.bicycle"), "bike"),
    "guitar": (Message("Guitar", "picture.guitar"), "guitar"),
    "lamp": (Message("Lamp", "picture.lamp"), "lamp"),
    "bell": (Message("Bell", "picture.bell"), "bell"),
    "cup": (Message("Cup", "picture.cup"), "coffee"),
    "umbrella": (Message("Umbrella", "picture.umbrella"), "umbrella"),
}

# Translators: the name of a saved work: a picture and a number. Example: "Guitar 42"
WORK_NAME = Message("{picture} {number}", "saving.name")
# Translators: the day on which saved work is deleted.
UNTIL = Message("It will be deleted on {date}.", "saving.until")
# Translators: goes on with the interview after saving or opening.
KEEP_WORKING = Message("Keep working", "saving.keep_working")
# Translators: tries once more to save or to open.
TRY_AGAIN = Message("Try again", "saving.try_again")
# Translators: a short code for the technician.
CODE = Message("Code for the library: {code}", "print.code")
# Translators: nothing that the person wrote is lost although saving failed.
STILL_HERE = Message("Your answers are still here, in this program.", "saving.still_here")
# Translators: what was saved before the save that failed.
_BEFORE = Message("What you saved before is still saved.", "saving.before")
# Translators: a save failed; the program goes on trying by itself.
_TRYING = Message("This program keeps trying to save.", "saving.trying")

TROUBLES: dict[Trouble, Message] = {
    # Translators: saved work could not be opened. Nobody can tell which of the two it is.
    Trouble.WRONG_OR_DAMAGED: Message(
        "Either the words are not right, or this saved work is damaged. Check each word, the "
        "picture and the number.",
        "trouble.wrong",
    ),
    # Translators: words were tried too often. {n} is a number.
    Trouble.TOO_MANY_TRIES: counted(
        "Words were tried too many times. Wait {n} second, then try again.",
        "Words were tried too many times. Wait {n} seconds, then try again.",
        "trouble.tries",
    ),
    # Translators: the saved work does not exist (any more).
    Trouble.GONE: Message(
        "There is no saved work with this picture and number. It was deleted, or its day has "
        "passed.",
        "trouble.gone",
    ),
    # Translators: the same saved work was changed on another computer in the meantime.
    Trouble.CHANGED_ELSEWHERE: Message(
        "This work was changed on another computer after you opened it here. That other work is "
        "still saved. You can save what you have here as a new work.",
        "trouble.changed",
    ),
    # Translators: the folder or the stick where work is saved is missing.
    Trouble.NO_PLACE: Message(
        "The place where work is saved cannot be reached. Tell the library.", "trouble.place"
    ),
    # Translators: the place where work is saved does not take anything new.
    Trouble.READ_ONLY: Message(
        "The place where work is saved does not let us write. Tell the library.",
        "trouble.read_only",
    ),
    # Translators: the disk is full.
    Trouble.FULL: Message(
        "There is no more room where work is saved. Tell the library.", "trouble.full"
    ),
    # Translators: the disk reports an error.
    Trouble.FAULT: Message(
        "The disk where work is saved has a fault. Tell the library.", "trouble.fault"
    ),
    # Translators: the answers take more room than can be saved.
    Trouble.TOO_BIG: Message(
        "Your answers are too long to be saved. Print your answers, or make them shorter.",
        "trouble.big",
    ),
    # Translators: a newer version of this program made the saved work.
    Trouble.NEWER_FORMAT: Message(
        "This work was saved by a newer version of this program. Open it on the computer where "
        "you saved it.",
        "trouble.newer",
    ),
    # Translators: the person's own words for saving are too easy to guess.
    Trouble.TOO_WEAK: Message(
        "These words are too easy to guess. Add more words, or use the words that we propose.",
        "trouble.weak",
    ),
}

# Problems that retrying cannot fix: the person has to decide.
HOPELESS = frozenset({Trouble.CHANGED_ELSEWHERE, Trouble.GONE})


def trouble_message(error: VaultError) -> Message:
    """The message for the person about what went wrong."""
    message = TROUBLES[error.trouble]
    if error.trouble is Trouble.TOO_MANY_TRIES:
        return message(n=max(1, round(error.wait + 0.5)))
    return message


def comfort(error: VaultError) -> list[Message]:
    """A message that says what is not lost although a save failed."""
    found = [STILL_HERE, *still_saved(error)]
    if error.trouble not in {*HOPELESS, Trouble.TOO_BIG}:
        found.append(_TRYING)
    return found


def still_saved(error: VaultError) -> list[Message]:
    """A message about what was saved before, if the trouble leaves no doubt about it."""
    untouched = error.trouble in (Trouble.READ_ONLY, Trouble.FULL, Trouble.TOO_BIG)
    return [_BEFORE] if untouched else []


def work_name(picture: str, number: int) -> Message:
    """The name of a saved work: "Guitar 42"."""
    words = PICTURES[picture][0]
    return WORK_NAME(picture=words, number=str(number))


def day(value: date) -> Arg:
    """A day as an argument of a message."""
    return DateArg(PartialDate(value.year, value.month, value.day))
