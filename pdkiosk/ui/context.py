"""What a screen needs, handed to it by its constructor: no globals, no singletons."""

from __future__ import annotations

from dataclasses import dataclass, field

from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import placeholders
from pdkiosk.guide.model import Guide, Words, said
from pdkiosk.interview.flow import Interview
from pdkiosk.interview.names import common_arguments
from pdkiosk.language.catalogs import SOURCE_LANGUAGE, Catalogs
from pdkiosk.language.languages import Language
from pdkiosk.language.message import Arg, Message
from pdkiosk.ui.papers import Papers
from pdkiosk.ui.theme import PAPER, Look, TextSize, Theme
from pdkiosk.ui.way_back import WayBack
from pdkiosk.ui.widgets import Pair


@dataclass
class Preferences:
    """How this person wants to see things; gone with the session.

    ``second`` is the language under the first, or "" for one language alone.
    """

    first: str = SOURCE_LANGUAGE
    second: str = ""
    text_size: TextSize = TextSize.NORMAL
    theme: Theme = PAPER


@dataclass
class Context:
    """The parts of one session.

    ``not_printed`` and ``printed``: the papers that the person took out or put in. ``hidden``:
    a page that says nothing stands before everything, and ``way_back`` leads back from it.
    """

    guide: Guide
    catalogs: Catalogs
    languages: dict[str, Language]
    facility: Facility
    interview: Interview
    papers: Papers
    preferences: Preferences
    look: Look
    not_printed: set[str] = field(default_factory=set)
    printed: set[str] = field(default_factory=set)
    hidden: bool = False
    way_back: WayBack = field(default_factory=WayBack)

    def pair(self, message: Message) -> Pair:
        """A message in the languages on the screen."""
        filled = self._filled(message)
        first = self.catalogs.text(filled, self.preferences.first)
        second = self.preferences.second
        return Pair(first, self.catalogs.text(filled, second) if second else "")

    def words(self, words: Words) -> Pair:
        """A text of the guide in the languages on the screen."""
        return self.pair(said(words))

    def _filled(self, message: Message) -> Message:
        """The message with what every screen may name put in: telephone numbers and dates."""
        if "{" not in message.text:
            return message
        known = common_arguments(self.guide, self.facility)
        wanted = placeholders(message.text) - set(message.args)
        missing: dict[str, Arg] = {name: known[name] for name in wanted if name in known}
        return message(**missing) if missing else message
