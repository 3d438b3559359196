"""The six fictional people whose screens and letters reviewers see: resources/review/people."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from pdkiosk import resources
from pdkiosk.guide.model import Guide
from pdkiosk.interview.answers_file import read_answers
from pdkiosk.interview.answers_schema import AnswersSchema
from pdkiosk.interview.flow import Interview

_DAY = date(2026, 11, 24)
"""The day for people whose file names none."""


class Person(Struct, frozen=True):
    """A fictional person: a short description, and their answers."""

    name: str
    interview: Interview


def people(guide: Guide, languages: tuple[str, ...]) -> list[Person]:
    """All fictional people, in the order of their names.

    Raises OSError, and AnswersFileError if someone's answers do not fit the guide.
    """
    schema = AnswersSchema(guide, languages)
    found = []
    for path in sorted(resources.path("review/people").glob("*.json")):
        file = read_answers(resources.read(f"review/people/{path.name}"), schema, _DAY)
        interview = Interview(guide, file.today or _DAY, file.answers, True)
        found.append(Person(path.stem.replace("-", " "), interview))
    return found
