"""The window's own words: buttons, bars, messages that do not belong to the guide."""

from __future__ import annotations

from pdkiosk.interview.answer_words import ASK, CANNOT, HAVE, NOT_ANSWERED, NOT_DECIDED, UNKNOWN
from pdkiosk.language.message import Message, counted

__all__ = ["ASK", "CANNOT", "HAVE", "NOT_ANSWERED", "NOT_DECIDED", "UNKNOWN"]

# Translators: the button that goes to the following screen.
NEXT = Message("Next", "button.next")
# Translators: the button that goes to the screen before.
BACK = Message("Back", "button.back")
# Translators: erases all answers and ends; a tool at the top of the screen, for a screen reader.
ERASE = Message("Erase and leave", "button.erase")
# Translators: the word on the tool at the top that erases all answers. One word.
ERASE_WORD = Message("Erase", "tool.erase")
# Translators: the tool at the top that keeps all answers for another day. One word.
SAVE = Message("Save", "tool.save")
# Translators: in the place of "Save" once the work is saved by itself at each step.
SAVED = Message("Saved", "button.saved")
# Translators: in the place of "Save" when the last change could not be saved.
NOT_SAVED = Message("Not saved", "button.not_saved")
# Translators: when the last changes could not be saved.
LAST_NOT_SAVED = Message("Your last changes are not saved", "saved.not")
# Translators: goes past a question without an answer.
SKIP = Message("Skip", "button.skip")
# Translators: in the place of “Next” while the end of a long page was not on the screen yet.
READ_ON = Message("Read on", "button.read_on")
# Translators: at the bottom of the screen: how many questions come after this one, about. {n} is a
# number.
QUESTIONS_LEFT = counted("About {n} question left", "About {n} questions left", "hint.left")
# Translators: the button that lists the hard words of a page.
WORDS = Message("What do these words mean?", "words.button")
# Translators: the same button where there is room for one word alone.
WORDS_SHORT = Message("Words", "words.short")
# Translators: closes the sheet with the meaning of a word.
GOT_IT = Message("Got it", "button.got_it")
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
# Translators: on a button: opens the chapter of the guide about what the page says.
MORE_ABOUT_THIS = Message("More about this", "screen.more")
# Translators: the tool that shows help.
HELP = Message("Help", "tool.help")
# Translators: the tool that changes the languages on the screen.
LANGUAGE = Message("Language", "tool.language")
# Translators: the tool that changes text size and colors.
TEXT_SIZE = Message("Text size and colors", "tool.text_size")
# Translators: the word on the tool that changes text size and colors. One short word.
LETTERS = Message("Letters", "tool.letters")
# Translators: the tool that reads the page aloud.
LISTEN = Message("Read it to me", "tool.listen")
# Translators: the tool that shows the second language under everything, for a screen reader; the
# name of the language stands on it.
EVERYWHERE = Message("Both languages everywhere", "tool.everywhere")
# Translators: the button with a crossed-out eye: shows an empty page when somebody comes near.
HIDE = Message("Hide the screen", "tool.hide")
# Translators: the word beside the crossed-out eye. One word.
HIDE_WORD = Message("Hide", "tool.hide_word")
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
# Translators: below a field: a worked example of an answer.
EXAMPLE = Message("Example: {example}", "field.example")
# Translators: near the limit of a text field; {left} is a number.
CHARACTERS_LEFT = Message("Letters left: {left}", "field.left")
# Translators: the minus button beside a number.
LESS = Message("Less", "field.less")
# Translators: the plus button beside a number.
MORE = Message("More", "field.more")
# Translators: the key that takes the last digit of a number away.
REMOVE_DIGIT = Message("Take away", "field.remove_digit")
# Translators, for each of these: the parts of a date.
YEAR = Message("Year", "date.year")
MONTH = Message("Month", "date.month")
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
# Translators: below a field, when somebody typed what no font of ours has, like a smiley. {letters}
# are these letters.
NOT_PRINTED = Message(
    "The paper cannot show {letters}. It prints a box there. Write it as it is on your court "
    "papers, or leave it out.",
    "error.letters",
)
