"""Arguments that any text of the guide may use.

Telephone numbers, the guide's dates, its review.
"""

from __future__ import annotations

from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import Guide
from pdkiosk.guide.vocabulary import ScreenName
from pdkiosk.interview.answers import parse_date
from pdkiosk.language.message import Arg, DateArg


def screen_arguments(guide: Guide, facility: Facility, law_checked: Arg) -> dict[str, Arg]:
    """Maps placeholders to arguments, for the guide's texts on screens.

    ``law_checked`` says how far a lawyer has checked the law.
    """
    known: dict[ScreenName, Arg] = {
        "court_line": facility.court_line,
        "ice_line": facility.ice_line,
        "numbers_checked": DateArg(parse_date(facility.numbers_checked)),
        "checked": DateArg(parse_date(guide.about.checked)),
        "law_checked": law_checked,
        "check_by": DateArg(parse_date(guide.about.check_by)),
    }
    return {str(name): arg for name, arg in known.items()}
