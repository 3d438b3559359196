"""The window's own words: buttons, bars, messages that do not belong to the guide."""

from __future__ import annotations

from pdkiosk.interview.answer_words import ASK, CANNOT, HAVE, NOT_ANSWERED, NOT_DECIDED, UNKNOWN
from pdkiosk.language.message import Message

__all__ = ["ASK", "CANNOT", "HAVE", "NOT_ANSWERED", "NOT_DECIDED", "UNKNOWN"]

# Translators: the button that goes to the following screen.
NEXT = Message("Next", "button.next")
# Translators: the button that goes to the screen before.
BACK = Message("Back", "button.back")
# Translators: erases all answers and ends; always at the bottom of the screen.
ERASE = Message("Erase and leave", "button.erase")
# Translators: encrypts and keeps all answers for another day; at the bottom of the screen.
SAVE = Message("Save for later", "button.save")
# Translators: in the place of "Save for later" once the work is saved by itself at each step.
SAVED = Message("Saved", "button.saved")
# Translators: in the place of "Save for later" when the last change could not be saved.
NOT_SAVED = Message("Not saved", "button.not_saved")
# Translators: prints all answers, where nothing can be saved; at the bottom of the screen.
PRINT_ANSWERS = Message("Print my answers", "button.print_answers")
# Translators: closes a help page, a list or a card and goes back to the question.
CLOSE = Message("Back to my page", "button.close")
# Translators: on a stop screen: goes back to the question that led there.
CHANGE_ANSWER = Message("Change my answer", "button.change_answer")
# Translators: confirms the details about one person or one entry.
DONE = Message("Done", "button.done")
# Translators: in the place of "Next" or "Done" while it is not said what is to happen with what
# weighs against the person.
DECIDE_LATER = Message("Decide later", "button.decide_later")
# Translators: takes one person or one entry off the list.
REMOVE = Message("Remove", "button.remove")
# Translators: after a statement about the law whose day to be checked again has passed.
MAY_HAVE_CHANGED = Message("This may have changed. Ask.", "law.may_have_changed")
# Translators: the tool that shows help.
HELP = Message("Help", "tool.help")
# Translators: the tool that changes the languages on the screen.
LANGUAGE = Message("Language", "tool.language")
# Translators: the tool that changes text size and colours.
TEXT_SIZE = Message("Text size and colors", "tool.text_size")
# Translators: the tool that reads the page aloud.
LISTEN = Message("Listen", "tool.listen")
# Translators: the button with a crossed-out eye: shows an empty page when somebody comes near.
HIDE = Message("Hide the screen", "tool.hide")
# Translators: where the person is: {section} is the name of the part, {n} of {all} steps.
STEP = Message("{section} · Step {n} of {all}", "bar.step")
# Translators: scrolls the page up (read by a screen reader).
SCROLL_UP = Message("Scroll up", "scroll.up")
# Translators: scrolls the page down (read by a screen reader).
SCROLL_DOWN = Message("Scroll down", "scroll.down")
# Translators: said beside a question that cannot be skipped.
CHOOSE_ONE = Message("Touch one answer to go on.", "error.choose_one")
# Translators: above a field where the person types an answer that is not among the cards.
SOMETHING_ELSE = Message("Another answer (type it)", "field.something_else")
# Translators: above a worked example of an answer.
EXAMPLE = Message("An example", "field.example")
# Translators: near the limit of a text field; {left} is a number.
CHARACTERS_LEFT = Message("Letters left: {left}", "field.left")
# Translators: the minus button beside a number.
LESS = Message("Less", "field.less")
# Translators: the plus button beside a number.
MORE = Message("More", "field.more")
# Translators: the key that takes the last digit of a number away.
REMOVE_DIGIT = Message("Take away", "field.remove_digit")
# Translators: the parts of a date.
YEAR = Message("Year", "date.year")
# Translators: the parts of a date.
MONTH = Message("Month", "date.month")
# Translators: the parts of a date.
DAY = Message("Day", "date.day")
# Translators: in an empty part of a date: touch to choose.
CHOOSE = Message("Touch to choose", "date.choose")
# Translators: the person is not sure of the date that they chose. Stands above "I do not know the
# date", so the two must not look alike.
ABOUT = Message("The date is not exact", "date.about")
# Translators: the person cannot say any date.
UNKNOWN_DATE = Message("I do not know the date", "date.unknown")
# Translators: goes back from ten years to the list of decades.
OTHER_YEARS = Message("Other years", "date.other_years")
# Translators: beside the A-number field, when what was typed has another form.
ODD_A_NUMBER = Message(
    "An A-number has nine numbers (older ones eight). Check it, or go on and write it by hand.",
    "error.a_number",
)
# Translators: who can send a paper; {source} is a person or an office.
FROM_WHOM = Message("Ask: {source}", "paper.from_whom")
