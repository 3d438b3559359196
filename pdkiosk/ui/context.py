"""What a screen needs, handed to it by its constructor: no globals, no singletons."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from pdkiosk.facility.settings import Facility
from pdkiosk.guide.lookup import placeholders
from pdkiosk.guide.model import Guide, Words, said
from pdkiosk.interview.codes import question_codes
from pdkiosk.interview.flow import Interview
from pdkiosk.interview.screen_arguments import screen_arguments
from pdkiosk.language.catalogs import SOURCE_LANGUAGE, Catalogs
from pdkiosk.language.languages import Language, load_languages, with_text
from pdkiosk.language.message import Arg, Message
from pdkiosk.review.status import language_status_shown, law_status_shown
from pdkiosk.review.wording import language_line, law_line
from pdkiosk.session.papers import Papers
from pdkiosk.session.saved_work import SavedWork
from pdkiosk.session.session import Session
from pdkiosk.speech.recordings import Recordings
from pdkiosk.speech.voice import NoVoice, Voice
from pdkiosk.ui.theme.look import PAPER, THEMES, Look, TextSize, Theme
from pdkiosk.ui.widgets import Pair

STEPS = 5
MIDDLE_STEP = STEPS // 2


class Preferences(Struct):
    """How this person wants to see things; gone with the session.

    ``second`` is the language under the first, or "" for one language alone; under titles,
    questions, answers and buttons, and under all else where it is to be ``everywhere``.
    ``spoken`` is the language of recordings where it has no text of its own and ``first`` stands
    in for it.
    ``headphones``: whether answers may be read aloud, None while that was not asked. ``speed``
    and ``loudness`` are steps from 0 to ``STEPS`` - 1.
    """

    first: str = SOURCE_LANGUAGE
    second: str = ""
    text_size: TextSize = TextSize.NORMAL
    theme: Theme = PAPER
    spoken: str = ""
    headphones: bool | None = None
    speed: int = MIDDLE_STEP
    loudness: int = MIDDLE_STEP
    everywhere: bool = False

    @property
    def usual_look(self) -> bool:
        """Whether the page looks as it does for everybody at first."""
        return self.text_size is TextSize.NORMAL and self.theme is PAPER

    @property
    def reads_large(self) -> bool:
        """Whether the person wants words larger than they are at first."""
        return self.text_size in (TextSize.LARGE, TextSize.LARGEST)

    def turn(self, what: str) -> None:
        """The next "size", the next "colors", in a circle; or "usual", as at first."""
        if what == "size":
            sizes = list(TextSize)
            self.text_size = sizes[(sizes.index(self.text_size) + 1) % len(sizes)]
        elif what == "colors":
            self.theme = THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)]
        else:
            self.text_size, self.theme = TextSize.NORMAL, PAPER


class Context(Session):
    """One person's session, with what every screen speaks, looks and knows by.

    ``voice`` makes what reads aloud, when that is first asked for.
    """

    def __init__(
        self,
        guide: Guide,
        catalogs: Catalogs,
        languages: dict[str, Language],
        facility: Facility,
        interview: Interview,
        papers: Papers,
        preferences: Preferences,
        look: Look,
        voice: Callable[[], Voice] = NoVoice,
        recordings: Recordings | None = None,
        today: Callable[[], datetime.date] | None = None,
    ) -> None:
        super().__init__(interview, papers, SavedWork(facility))
        self.guide = guide
        self.catalogs = catalogs
        self.languages = languages
        self.facility = facility
        self.preferences = preferences
        self.look = look
        self.voice = voice
        self.recordings = Recordings(None) if recordings is None else recordings
        self._today = today

    def _forget_choices(self) -> None:
        super()._forget_choices()
        self.preferences = Preferences()

    def language(self, code: str) -> Language:
        """A language that can be on the screen: one that is offered, or English.

        The letter is in English, whatever a facility offers, and English stands below the rest.
        """
        return self.languages.get(code) or load_languages()[code]

    @property
    def first(self) -> str:
        return self.preferences.first

    @property
    def second(self) -> str:
        return self.preferences.second

    def begin(self, language: str) -> None:
        """Somebody has touched this language; the start screen may have stood since another day."""
        if self._today is not None:
            self.interview.today = self._today()
        preferences, shown_in = self.preferences, self.languages[language].text
        preferences.first = shown_in or language
        preferences.spoken = language if shown_in else ""
        preferences.second = "" if preferences.first == SOURCE_LANGUAGE else SOURCE_LANGUAGE

    def pair(self, message: Message) -> Pair:
        return self._pair(message, self.preferences.second)

    def quiet(self, message: Message) -> Pair:
        """A message that explains: in the second language too only where all is to be in it."""
        return self._pair(message, self.preferences.second if self.preferences.everywhere else "")

    def quiet_words(self, words: Words) -> Pair:
        """A text of the guide that explains, as ``quiet`` says."""
        return self.quiet(said(words))

    def for_anybody(self, message: Message) -> Pair:
        """A message in two languages, also where the person has chosen one alone.

        For what whoever stands before the screen next has to understand.
        """
        first = self.preferences.first
        others = [code for code in with_text(self.languages) if code != first]
        return self._pair(message, self.preferences.second or (others[0] if others else ""))

    def _pair(self, message: Message, second: str) -> Pair:
        filled = self._filled(message)
        over = self.catalogs.text(filled, self.preferences.first)
        under = self.catalogs.text(filled, second) if second else ""
        if under == over and self.catalogs.lacks_texts(self.preferences.first):
            under = ""  # not translated yet: the same words twice would tell nobody more
        return Pair(over, under, filled)

    def text(self, message: Message, language: str) -> str:
        return self.catalogs.text(self._filled(message), language)

    def words(self, words: Words) -> Pair:
        """A text of the guide in the languages on the screen."""
        return self.pair(said(words))

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code of each question that has a screen of its own, by its id."""
        return question_codes(self.guide)

    @cached_property
    def law_line(self) -> Message:
        """How far a lawyer has checked what is said of the law."""
        return law_line(law_status_shown(self.guide, self.interview.today))

    def language_lines(self) -> list[Message]:
        """How far a translator has checked each language that is a translation."""
        codes = [code for code in with_text(self.languages) if code != SOURCE_LANGUAGE]
        return [language_line(language_status_shown(code), code) for code in codes]

    @property
    def known(self) -> dict[str, Arg]:
        """What any text of the guide may name, by its placeholder."""
        return screen_arguments(self.guide, self.facility, self.law_line)

    def _filled(self, message: Message) -> Message:
        """The message with what every screen may name put in: telephone numbers and dates."""
        if "{" not in message.text:
            return message
        known = self.known
        wanted = placeholders(message.text) - set(message.args)
        missing: dict[str, Arg] = {name: known[name] for name in wanted if name in known}
        return message(**missing) if missing else message
