"""Three people who cannot see the screen: what each looks for by name, and what they must get.

The names are those of the guide in the person's language; the client that looks for them knows
nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from pdkiosk import resources
from pdkiosk.guide.model import Cards, Choice, Choices, Option, Question, TextQuestion, said
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.message import Message
from pdkiosk.ui import wording
from pdkiosk.ui.screens.papers import _SAVE, _SAVED
from tests.journeys.kiosk import the_guide

Step = list[str]


@cache
def _catalogs() -> Catalogs:
    return Catalogs(resources.folder("translations"))


_NEAR_YEARS_FROM = 2016  # those since then are offered at once, in 2026


@dataclass
class Listener:
    """Somebody who goes by names in one language; ``steps`` grow with what they do."""

    language: str
    steps: list[Step] = field(default_factory=list)

    def say(self, message: Message) -> str:
        return _catalogs().text(message, self.language)

    def onward(self) -> list[str]:
        """What the button that leads on may be called."""
        labels = {page.next_label for page in the_guide().page if page.next_label}
        ours = (wording.NEXT, wording.SKIP, wording.DECIDE_LATER)
        return [*map(self.say, ours), *(self.say(said(label)) for label in sorted(labels))]

    def _question(self, question_id: str) -> Question:
        found = {q.id: q for page in the_guide().page for q in page.questions}
        found |= {q.id: q for factor in the_guide().factor for q in factor.questions}
        found |= {q.id: q for card in list(found.values()) for q in getattr(card, "fields", [])}
        return found[question_id]

    def comes_to(self, question_id: str) -> str:
        """Goes on until a question is asked; gives its words."""
        question = self._question(question_id)
        words = self.say(said(question.add if isinstance(question, Cards) else question.prompt))
        self.steps.append(["onward", words])
        return words

    def chooses(self, question_id: str, *options: str) -> None:
        """Goes on to a question and presses these answers."""
        self.comes_to(question_id)
        self.presses_options(question_id, *options)

    def presses_options(self, question_id: str, *options: str) -> None:
        """Presses answers of a question that is on the screen."""
        question = self._question(question_id)
        group = self.say(said(question.prompt))
        shown: dict[str, str] = {option.id: option.label for option in _options(question)}
        if isinstance(question, Choices) and question.group:
            shown = {f.id: f.title for f in the_guide().factor if f.group == question.group}
        for option in options:
            self.steps.append(["press", self.say(said(shown[option])), group])

    def writes(self, question_id: str, text: str) -> None:
        """Goes on to a question and writes an answer."""
        self.steps.append(["write", self.comes_to(question_id), text])

    def picks_date(self, question_id: str, year: int, month: str = "") -> None:
        """Goes on to a date and picks its year, and a month by its name."""
        self.comes_to(question_id)
        if year < _NEAR_YEARS_FROM:
            self.steps.append(["leads", self.say(wording.OTHER_YEARS)])
            self.steps.append(["begins", f"{year // 10 * 10} – "])
        self.steps.append(["press", str(year)])
        if month:
            self.steps.append(["begins", f"{self.say(wording.MONTH)}:"])
            self.steps.append(["press", month])

    def prints(self) -> None:
        """Goes on to the print page, prints all that is ticked, and hears that it is done."""
        page = next(page for page in the_guide().page if page.kind == "print")
        self.steps.append(["onward", self.say(said(page.title))])
        # The button says how many pages; its beginning is enough.
        start = self.say(_SAVE(pages="#")).partition("#")[0]
        self.steps.append(["begins", *(f"{start}{digit}" for digit in range(1, 10))])
        self.steps.append(["hear", self.say(_SAVED)])

    def adds(self, group_id: str, kind: str) -> None:
        """Adds somebody; the page about them comes."""
        self.comes_to(group_id)
        lead = self._question(group_id)
        assert isinstance(lead, Cards)
        self.steps.append(["press", self.say(said(_named(lead.lead.options, kind)))])

    def done(self) -> None:
        """Goes back from the page about somebody."""
        self.steps.append(["press", self.say(wording.DONE)])


def _named(options: list[Option], kind: str) -> str:
    return next(option.label for option in options if option.id == kind)


def _options(question: Question) -> list[Option]:
    if isinstance(question, Choice | Choices):
        return question.options
    if isinstance(question, TextQuestion):
        return question.suggestions
    raise TypeError(question.id)


@dataclass(frozen=True)
class Walk:
    """A journey: its language, its steps, and what the letter must and must not say."""

    listener: Listener
    letter: tuple[str, ...]


def short_way() -> Walk:
    """Touches alone, in Spanish: the short way."""
    p = Listener("es", [["press", "Español"]])
    p.chooses("in_proceedings", "yes")
    p.chooses("way", "short")
    p.chooses("stage", "court")
    p.chooses("hearings_attended", "yes")
    p.chooses("reasons_life", "long_residence", "work")
    p.chooses("work_kind", "farm")
    p.prints()
    return Walk(p, ("I have gone to all of my hearings", "worked on farms"))


def mother() -> Walk:
    """All the questions, in Spanish, with words of her own and a child."""
    p = Listener("es", [["press", "Español"]])
    p.chooses("in_proceedings", "yes")
    p.chooses("way", "full")
    p.chooses("strong_case", "weak")
    p.chooses("fear", "no")
    p.writes("full_name", "María López Ruiz")
    p.writes("age", "34")
    p.writes("a_number", "12")  # she reads it wrong; the page says so, and she fixes it
    number = p.say(said(p._question("a_number").prompt))
    p.steps.append(["warned", p.say(wording.ODD_A_NUMBER), number])
    p.steps.append(["write", number, "012-345-678"])
    p.chooses("country_told", "yes")
    p.chooses("country", "honduras")
    p.writes("facility_name", "Eloy Detention Center")
    p.chooses("reasons_life", "long_residence")
    p.picks_date("arrival", 2012, "marzo")
    p.chooses("reasons_family", "citizen_family")
    p.adds("people", "daughter")
    p.presses_options("person_status", "citizen")
    p.steps.append(["press", "9"])
    p.steps.append(["write", p.say(said(p._question("person_name").prompt)), "Ana"])
    p.presses_options("person_lived", "yes")
    p.done()
    p.chooses("hardship", "children")
    p.writes("story", "Mi hija pregunta cada noche cuándo vuelvo a casa.")
    p.prints()
    return Walk(
        p,
        (
            "A 012 345 678",
            "Eloy Detention Center",
            "My name is María López Ruiz, and I am 34 years old.",
            "I am from Honduras.",
            "since March 2012",
            "Ana",
            "Mi hija pregunta cada noche cuándo vuelvo a casa.",
        ),
    )


def father() -> Walk:
    """In English alone; he says little."""
    p = Listener("en", [["press", "English"]])
    p.chooses("in_proceedings", "yes")
    p.chooses("way", "full")
    p.writes("judge", "Robles")
    p.chooses("strong_case", "none")
    p.writes("full_name", "José Hernández")
    p.chooses("country_told", "yes")
    p.chooses("country", "mexico")
    p.writes("best_language", "Purépecha")
    p.chooses("reasons_life", "work")
    p.chooses("work_kind", "construction")
    p.prints()
    return Walk(
        p,
        ("José Hernández", "I am from Mexico.", "Purépecha", "construction", "Robles"),
    )
