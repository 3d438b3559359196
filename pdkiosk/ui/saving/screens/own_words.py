"""The person's own words, typed twice; words that are too easy to guess are refused."""

from __future__ import annotations

from pdkiosk.guide.lookup import top_questions
from pdkiosk.guide.model import ANumber, Cards, Question, TextQuestion
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act, Reveal
from pdkiosk.ui.context import Context
from pdkiosk.ui.saving.screens.confirm_words import SAVE_NOW
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets.text_fields import TextField

# Translators: heading of the screen where the person types words of their own.
_TITLE = Message("Your own words", "save_own.title")
# Translators: what words of one's own should be like.
_HOW = Message(
    "Type at least six words that do not belong together. No names, places, dates or numbers, no "
    "songs, no prayers. Capital letters and accents do not matter.",
    "save_own.how",
)
# Translators: above the field for the person's own words.
_FIRST = Message("Your words", "save_own.first")
# Translators: above the second field for the person's own words.
_AGAIN = Message("The same words once more", "save_own.again")
# Translators: said when the person's own words are too few.
_MORE = Message("Add more words: these are too easy to guess.", "save_own.more")
# Translators: said when the person's own words are names, countries, days, counting, the same
# word again and again, or a well-known song or prayer.
_COMMON = Message(
    "Others can guess these words. Use words that do not belong together, as it says above.",
    "save_own.common",
)
# Translators: said when the two times that the words were typed are not the same.
_DIFFER = Message("These are not the same words as above.", "save_own.differ")

_MOST = 200


class SaveOwnScreen(Screen):
    """Two fields, with messages beside them if something is wrong."""

    primary = SAVE_NOW
    primary_icon = "save"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        draft = context.saving.draft
        self.add_heading(_TITLE, "keyboard")
        self.add_text(_HOW)
        self._first = self._field("save.own.first", _FIRST, draft.own)
        self._again = self._field("save.own.again", _AGAIN, draft.own_again)
        self._first.changed.connect(self._on_first)
        self._again.changed.connect(self._on_again)

    def _field(self, name: str, label: Message, text: str) -> TextField:
        field = TextField(self.look, self.say(label), max_length=_MOST, parent=self)
        field.editor.setObjectName(name)
        field.set_text(text)
        self.add(field, space_before_mm=2.0)
        return field

    def _on_first(self) -> None:
        self._first.set_error(None)
        self.context.saving.draft.own = self._first.text()

    def _on_again(self) -> None:
        self._again.set_error(None)
        self.context.saving.draft.own_again = self._again.text()

    def leave(self) -> bool:
        """Saves if the words are strong enough and the same both times."""
        from pdkiosk.vault import words
        from pdkiosk.vault.strength import Verdict, judge

        verdict = judge(self._first.text(), known_words(self.context)).verdict
        if verdict is not Verdict.ENOUGH:
            wrong = _MORE if verdict is Verdict.MORE_WORDS else _COMMON
            self._first.set_error(self.say(wrong))
            self.go.emit(Reveal("save.own.first"))
        elif words.plain(self._first.text()) != words.plain(self._again.text()):
            self._again.set_error(self.say(_DIFFER))
            self.go.emit(Reveal("save.own.again"))
        else:
            self.context.saving.draft.own = self._first.text()
            self.go.emit(Act.SAVE)
        return False


def known_words(context: Context) -> list[str]:
    """Names, places and numbers in the answers: what others may know about the person."""
    found: list[str] = []

    def gather(question: Question, value: object) -> None:
        if isinstance(question, Cards) and isinstance(value, list):
            for card in value:
                for asked in question.fields:
                    gather(asked, card.get(asked.id))
        elif isinstance(question, TextQuestion | ANumber) and isinstance(value, str):
            found.append(value)

    for question in top_questions(context.guide):
        gather(question, context.interview.answers.get(question))
    return found
