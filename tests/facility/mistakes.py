"""Reads a facility file with a mistake: the problem reported for it, and its cause."""

from __future__ import annotations

import pytest

from pdkiosk import resources
from pdkiosk.commands.stock import facility_problem
from pdkiosk.facility.causes import Cause
from pdkiosk.facility.loading import FacilityError, checked
from pdkiosk.facility.problem import FacilityProblem
from pdkiosk.facility.setting import Fault
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import load_languages

GUIDE, LANGUAGES = load_guide(resources.path("guide")), load_languages()
CATALOGS = Catalogs(resources.folder("translations"))


def check(facility: Facility) -> FacilityProblem | None:
    return facility_problem(facility, GUIDE, LANGUAGES)


def problem_of(data: bytes) -> FacilityProblem:
    with pytest.raises(FacilityError) as caught:
        checked(data, "facility.toml", check)
    problem = caught.value.problem
    for message in (problem.says, problem.fix):
        english, spanish = (CATALOGS.text(message, code) for code in ("en", "es"))
        assert english != spanish
        assert "{" not in english + spanish or "{" in str(message.args)
    return problem


def cause_of(problem: FacilityProblem) -> str:
    """The name of the cause or fault that is told, or the context of what is told."""
    why = problem.what.args.get("why")
    for each in (*Cause, *Fault):
        if why == each.value:
            return str(each.name)
    return problem.what.context.removeprefix("facility.")
