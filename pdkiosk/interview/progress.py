"""How far a person has come: the part of each section that is done, the questions still to come."""

from __future__ import annotations

from typing import NamedTuple

from pdkiosk.guide.model import Guide
from pdkiosk.interview.flow import Course, Step


class OnPath(NamedTuple):
    """The position of a step.

    Its section (from 0), the number of sections, and the part of it done.
    """

    section: int
    sections: int
    part: float


def place_on_path(guide: Guide, course: Course, step: Step) -> OnPath:
    """The position of a step; the last page is at the very end."""
    sections = [section.id for section in guide.section]
    number = sections.index(step.page.section)
    part = 1.0 if step.page.kind == "end" else part_of_section(guide, course, step)
    return OnPath(number, len(sections), part)


def part_of_section(guide: Guide, course: Course, step: Step) -> float:
    """How much of the section has been completed at this step, more than 0 and less than 1.

    An unanswered gate ends the course for now: then possible later steps count too, or the progress
    bar would move backward when the gate is passed.
    """
    inside = [s for s in course.steps if s.page.section == step.page.section]
    count = len(inside)
    if any(q.gate and q.id not in course.kept for q in step.questions):
        count = max(count, sum(page.section == step.page.section for page in guide.page))
    return (inside.index(step) + 1) / (count + 1)


def questions_left(course: Course, step: Step) -> int:
    """The number of later steps that ask something; 0 if an unanswered gate hides what comes."""
    if course.waiting is not None:
        return 0
    places = [each.id for each in course.steps]
    return sum(bool(each.questions) for each in course.steps[places.index(step.id) + 1 :])
