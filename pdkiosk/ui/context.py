"""What a screen needs, passed to its constructor: no globals, no singletons."""

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
    """How this person wants to see things; forgotten with the session.

    ``second`` is the language under the first, or "" for only one language. It is shown under
    titles, questions, answers and buttons, and under everything else if ``everywhere`` is set.
    ``spoken`` is the language of recordings, if it has no text of its own and ``first`` is shown
    instead. ``headphones``: whether answers may be read aloud, None if not asked yet. ``speed`` and
    ``loudness`` are steps from 0 to ``STEPS`` - 1.
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
        """Whether the page has the default look."""
        return self.text_size is TextSize.NORMAL and self.theme is PAPER

    @property
    def reads_large(self) -> bool:
        """Whether the person wants words larger than by default."""
        return self.text_size in (TextSize.LARGE, TextSize.LARGEST)

    def turn(self, what: str) -> None:
        """Changes to the next "size" or the next "colors", cyclically, or back to "usual"."""
        if what == "size":
            sizes = list(TextSize)
            self.text_size = sizes[(sizes.index(self.text_size) + 1) % len(sizes)]
        elif what == "colors":
            self.theme = THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)]
        else:
            self.text_size, self.theme = TextSize.NORMAL, PAPER


class Context(Session):
    """One person's session, with the languages, look and guide that every screen uses.

    ``voice`` creates the voice that reads aloud, on first use.
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
        """A language that can be on the screen: an offered one, or English.

        The letter is in English, whatever a facility offers, and English is shown below other
        languages.
        """
        return self.languages.get(code) or load_languages()[code]

    @property
    def first(self) -> str:
        return self.preferences.first

    @property
    def second(self) -> str:
        return self.preferences.second

    def begin(self, language: str) -> None:
        """Begins the interview in this language.

        The start screen may have been shown since another day.
        """
        if self._today is not None:
            self.interview.today = self._today()
        preferences, shown_in = self.preferences, self.languages[language].text
        preferences.first = shown_in or language
        preferences.spoken = language if shown_in else ""
        preferences.second = "" if preferences.first == SOURCE_LANGUAGE else SOURCE_LANGUAGE

    def pair(self, message: Message) -> Pair:
        return self._pair(message, self.preferences.second)

    def quiet(self, message: Message) -> Pair:
        """A message that explains.

        Shown in the second language only if that is wanted everywhere.
        """
        return self._pair(message, self.preferences.second if self.preferences.everywhere else "")

    def quiet_words(self, words: Words) -> Pair:
        """A text of the guide that explains, shown as by ``quiet``."""
        return self.quiet(said(words))

    def for_anybody(self, message: Message) -> Pair:
        """A message in two languages, even if the person has chosen only one.

        For messages that the next person at the screen has to understand.
        """
        first = self.preferences.first
        others = [code for code in with_text(self.languages) if code != first]
        return self._pair(message, self.preferences.second or (others[0] if others else ""))

    def _pair(self, message: Message, second: str) -> Pair:
        filled = self._filled(message)
        over = self.catalogs.text(filled, self.preferences.first)
        under = self.catalogs.text(filled, second) if second else ""
        if under == over and self.catalogs.lacks_texts(self.preferences.first):
            under = ""  # not translated yet: showing the same words twice would not help
        return Pair(over, under, filled)

    def text(self, message: Message, language: str) -> str:
        return self.catalogs.text(self._filled(message), language)

    def words(self, words: Words) -> Pair:
        """A text of the guide in the languages on the screen."""
        return self.pair(said(words))

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code of each question that has its own screen, by question id."""
        return question_codes(self.guide)

    @cached_property
    def law_line(self) -> Message:
        """How far a lawyer has checked the statements about the law."""
        return law_line(law_status_shown(self.guide, self.interview.today))

    def language_lines(self) -> list[Message]:
        """How far a translator has checked each translated language."""
        codes = [code for code in with_text(self.languages) if code != SOURCE_LANGUAGE]
        return [language_line(language_status_shown(code), code) for code in codes]

    @property
    def known(self) -> dict[str, Arg]:
        """The arguments that any text of the guide may use, by placeholder."""
        return screen_arguments(self.guide, self.facility, self.law_line)

    def _filled(self, message: Message) -> Message:
        """The message, filled with common arguments such as telephone numbers and dates."""
        if "{" not in message.text:
            return message
        known = self.known
        wanted = placeholders(message.text) - set(message.args)
        missing: dict[str, Arg] = {name: known[name] for name in wanted if name in known}
        return message(**missing) if missing else message
