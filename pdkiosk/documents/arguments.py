"""Turns answers into the arguments of sentences: dates, names, lists, or a blank to fill in."""

from __future__ import annotations

from msgspec import Struct

from pdkiosk.guide.contract import FULL_NAME, SPEAKS_ENGLISH
from pdkiosk.guide.lookup import all_questions, placeholders
from pdkiosk.guide.model import (
    ANumber,
    Choice,
    Choices,
    DateQuestion,
    Fact,
    Forms,
    Guide,
    Number,
    Option,
    Question,
    Sentence,
    TextQuestion,
    said,
)
from pdkiosk.guide.named import QuestionId
from pdkiosk.guide.sentence_ids import FormsId, SentenceId
from pdkiosk.interview.answers import Answers, Value
from pdkiosk.interview.derived import DERIVED
from pdkiosk.interview.situation import Situation
from pdkiosk.interview.values import is_mark
from pdkiosk.language.message import (
    Arg,
    Blank,
    DateArg,
    Listing,
    Message,
    Own,
    PartialDate,
)

# Widths of the lines to write on, in millimeters.
NAME_BLANK = 70.0
DATE_BLANK = 32.0
NUMBER_BLANK = 12.0
TEXT_BLANK = 60.0


class Speaker(Struct, frozen=True):
    """Fills the guide's sentences with the answers that count."""

    guide: Guide
    situation: Situation
    questions: dict[str, Question]
    sentences: dict[str, Sentence]
    in_forms: dict[str, Forms]

    @classmethod
    def of(cls, guide: Guide, situation: Situation) -> Speaker:
        return cls(
            guide,
            situation,
            {question.id: question for question in all_questions(guide)},
            {sentence.id: sentence for sentence in guide.sentence},
            {forms.id: forms for forms in guide.forms},
        )

    @property
    def answers(self) -> Answers:
        """The answers that count."""
        return self.situation.answers

    def sentence(self, sentence_id: SentenceId, **args: Arg) -> Message:
        """A sentence by its name; arguments that are not given come from the answers."""
        return self.named(sentence_id, **args)

    def named(self, sentence_id: str, **args: Arg) -> Message:
        """A sentence that the guide itself names."""
        return self.filled(self.sentences[sentence_id].message, **args)

    def rests_on(self, *sentence_ids: SentenceId) -> set[str]:
        """The ids of the law entries that these sentences rest on."""
        return {entry for name in sentence_ids for entry in self.sentences[name].law}

    def option(self, option: Option) -> Message:
        """The wording of an option inside a sentence."""
        if option.sentence:
            return self.named(option.sentence)
        return said(option.letter or option.label)

    def choices(self, question: QuestionId) -> list[Option]:
        """The options of a question, in the order of the guide."""
        found = self.questions[question]
        assert isinstance(found, Choice | Choices)
        return found.options

    def forms(self, forms_id: FormsId, form: str, **args: Arg) -> Message:
        """A named sentence about a woman ("f") or a man ("m")."""
        return self.filled(self.in_forms[forms_id].message(form), **args)

    def fact(self, fact: Fact, **args: Arg) -> Message:
        """A fact as a sentence, filled with its count and its answers."""
        if fact.count:
            count = self.value(fact.count)
            message = fact.for_zero if count == 0 else None
            return self.filled(message or fact.message, n=count, **args)
        # In the middle of a sentence, typed words seldom fit it: "My line of work is I clean".
        if fact.for_typed is not None and any(map(self._is_typed, placeholders(fact.text))):
            return self.filled(fact.for_typed, **args)
        return self.filled(fact.message, **args)

    def _is_typed(self, name: str) -> bool:
        """Whether a placeholder stands for typed words that are not a name."""
        question = self.questions.get(name)
        if not isinstance(question, TextQuestion) or question.names:
            return False
        given = self.answers.get(question)
        return isinstance(given, str) and bool(given.strip()) and not is_mark(given)

    def filled(self, message: Message, **args: Arg) -> Message:
        """The message with every argument it needs."""
        for name in sorted(placeholders(message.text) | placeholders(message.plural)):
            if name not in args:
                args[name] = self.value(name)
        return message(**args)

    def value(self, name: str) -> Arg:
        """What a sentence shows for a question or a derived number; a blank if it is unknown."""
        if name in DERIVED:
            derived = DERIVED[name](self.situation)
            return Blank(NUMBER_BLANK) if derived is None else derived
        question = self.questions[name]
        return self.answer(question, self.answers.get(question))

    def answer(self, question: Question, value: Value) -> Arg:
        """What a sentence shows for the answer to a question; a blank if there is none."""
        if isinstance(value, PartialDate):
            return DateArg(value)
        if isinstance(value, int):
            return value
        if isinstance(value, str) and value:
            if isinstance(question, Choice):
                option = next((o for o in question.options if o.id == value), None)
                return self.option(option) if option else Blank(TEXT_BLANK)
            if isinstance(question, ANumber):
                return shown_a_number(value)
            if isinstance(question, TextQuestion) and is_mark(value):
                touched = (o for o in question.suggestions if value == f"@{o.id}")
                return next(map(self.option, touched), Own(value))
            plain = self.answers.says(SPEAKS_ENGLISH)
            if isinstance(question, TextQuestion) and not question.names and not plain:
                # The writer's own words, perhaps in another language, inside our sentence.
                return self.sentence("quoted", words=Own(value))
            return Own(value)
        if isinstance(value, list) and value and isinstance(question, Choices):
            told = (o for o in question.options if o.id in value and not o.apart)
            return Listing(tuple(map(self.option, told)))
        return Blank(_blank_width(question))


def _blank_width(question: Question) -> float:
    if isinstance(question, DateQuestion):
        return DATE_BLANK
    if isinstance(question, Number):
        return NUMBER_BLANK
    return NAME_BLANK if question.id == FULL_NAME else TEXT_BLANK


def a_number_digits(text: str) -> str:
    """The nine digits of a typed A-number; "" unless it has eight or nine digits.

    Older numbers have eight digits and get a leading 0 (safety notes, section 4).
    """
    digits = "".join(c for c in text if c.isdecimal() and c.isascii())
    rest = text.strip().upper().removeprefix("A")
    if any(not (c.isdecimal() or c in " -.#") for c in rest):
        return ""
    return digits.zfill(9) if len(digits) in (8, 9) else ""


def shown_a_number(text: str) -> Arg:
    """The A-number as government mail shows it, or as typed if it has another form."""
    digits = a_number_digits(text)
    return f"A {digits[:3]} {digits[3:6]} {digits[6:]}" if digits else Own(text)


def masked_a_number(text: str) -> Arg:
    """The A-number with all but its last three digits hidden."""
    digits = a_number_digits(text)
    return f"A ••• ••• {digits[6:]}" if digits else "A ••• ••• •••"
