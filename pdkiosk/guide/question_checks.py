"""What must hold of the questions of a guide, so that each can be asked, answered and kept."""

from __future__ import annotations

from collections.abc import Iterator

from pdkiosk.guide.lookup import Place, Problem, all_questions, walk
from pdkiosk.guide.model import (
    UNKNOWN,
    ANumber,
    Cards,
    Choice,
    Choices,
    Factor,
    Guide,
    LongText,
    Number,
    Page,
    Papers,
    TextQuestion,
)

_LARGEST_NUMBER = 999_999_999
_LEAST_LONG_TEXT = 4_000  # a TextArea refuses less (ui/widgets/text_fields.py)
_LONGEST_TEXT = 20_000  # the default limit of free text (guide/questions.py)


def problems(guide: Guide) -> Iterator[Problem]:
    """Every question that cannot be answered, or that no screen can ask."""
    yield from _offered(guide)
    yield from _shown(guide)


def _offered(guide: Guide) -> Iterator[Problem]:
    """Every question can be answered, and no two of its answers have the same id."""
    for question in all_questions(guide):
        place = Place("question", question.id)
        options = [*getattr(question, "options", []), *getattr(question, "suggestions", [])]
        names = [option.id for option in options] + [UNKNOWN] * question.unknown
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield Problem(place, f"the option {name} occurs twice")
        match question:
            case Choice() | Choices(group="") if not options:
                yield Problem(place, "it has no options")
            case Choice() if question.gate and all(o.when for o in question.options):
                yield Problem(place, "it cannot be skipped, but may have no option to choose")
            case Number() if question.least > question.most:
                yield Problem(place, "least is more than most")
            case Number() if question.least < 0 or question.most > _LARGEST_NUMBER:
                yield Problem(place, f"from 0 to {_LARGEST_NUMBER} can be touched and kept")
            case TextQuestion() | LongText() if question.limit < 1:
                yield Problem(place, "its limit lets nobody write")
            case TextQuestion() | LongText() if question.limit > _LONGEST_TEXT:
                yield Problem(place, f"its limit is {_LONGEST_TEXT} at most")
            case LongText() if question.limit < _LEAST_LONG_TEXT:
                yield Problem(place, f"free text needs room for {_LEAST_LONG_TEXT} letters")


def _shown(guide: Guide) -> Iterator[Problem]:
    """Every question is where a screen can ask it."""
    for _, piece in walk(guide):
        match piece:
            case Page():
                for question in piece.questions:
                    own = "cards" if isinstance(question, Cards) else "questions"
                    own = "papers" if isinstance(question, Papers) else own
                    if piece.kind != own:
                        text = f"a page of the kind {own} asks it, not one of the kind {piece.kind}"
                        yield Problem(Place("question", question.id), text)
            case Factor():
                for question in piece.questions:
                    if isinstance(question, Cards | Papers):
                        text = "no page about a reason can ask this"
                        yield Problem(Place("question", question.id), text)
            case Cards():
                for question in piece.fields:
                    if isinstance(question, Cards | Papers | ANumber):
                        text = f"no card of {piece.id} can ask this"
                        yield Problem(Place("question", question.id), text)
