"""What the letter asks ICE to do."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.guide.contract import (
    DISMISSAL_ADVISED,
    REQUESTS,
    WANTS_ANOTHER_COUNTRY,
    WANTS_BOND,
    WANTS_CANCELLATION,
    WANTS_DISMISSAL,
    WANTS_RELEASE,
    WANTS_RELEASE_WON,
    WANTS_STAY,
    WANTS_SUPERVISION,
)
from pdkiosk.guide.model import said
from pdkiosk.interview.citizenship import perhaps_citizen
from pdkiosk.interview.rules import holds
from pdkiosk.language.message import Message

_LAWYER_FIRST = (WANTS_DISMISSAL.option, WANTS_CANCELLATION.option)
_OUT_OF_DETENTION = tuple(
    wish.option for wish in (WANTS_RELEASE, WANTS_RELEASE_WON, WANTS_SUPERVISION, WANTS_BOND)
)


def wishes(speaker: Speaker) -> list[str]:
    """The ids of the chosen requests; if none was chosen, those the stage of the case calls for.

    Never an open-ended request, which ICE could answer with dismissal (safety notes, section 9,
    rule 1). Dismissal and canceling the Notice to Appear only if a lawyer advised it (section 2;
    section 9, rule 2), and never after an earlier deportation: then the person could be deported
    again without seeing a judge.
    """
    offered = [o for o in speaker.choices(REQUESTS) if holds(o.when, speaker.situation)]
    chosen = speaker.answers.chosen(REQUESTS)
    advised = speaker.answers.says(DISMISSAL_ADVISED) and not speaker.situation.counts("deported")
    wanted = [
        option.id
        for option in offered
        if option.id in chosen and (advised or option.id not in _LAWYER_FIRST)
    ]
    return wanted or [
        option.id
        for option in offered
        if option.default_when is not None and holds(option.default_when, speaker.situation)
    ]


def wish_labels(speaker: Speaker) -> list[Message]:
    """What the letter asks for, in the words of the screen, for the person's own pages.

    Supervision is only for people who are not citizens: someone who may be one asks to be let out.
    """
    wanted = wishes(speaker)
    asked = {option.id: said(option.label) for option in speaker.choices(REQUESTS)}
    if perhaps_citizen(speaker.situation):
        asked[WANTS_SUPERVISION.option] = asked[WANTS_RELEASE.option]
    return [label for wish, label in asked.items() if wish in wanted]


def wants_to_end(speaker: Speaker) -> bool:
    """Whether the person selected dismissal or canceling the Notice to Appear.

    Both are equally dangerous (safety notes, section 9, rule 2).
    """
    return any(wish in _LAWYER_FIRST for wish in speaker.answers.chosen(REQUESTS))


def asks_to_end(speaker: Speaker) -> bool:
    """Whether the letter asks for dismissal or to cancel the Notice to Appear."""
    return any(wish in _LAWYER_FIRST for wish in wishes(speaker))


def asks_for_release(speaker: Speaker) -> bool:
    """Whether the letter asks for release, which ERO decides (safety notes, section 8, 14)."""
    return any(wish in _OUT_OF_DETENTION for wish in wishes(speaker))


def asks_its_officers(speaker: Speaker) -> bool:
    """Whether it asks for what ICE's deportation officers decide.

    Release, or the country of removal.
    """
    return asks_for_release(speaker) or WANTS_ANOTHER_COUNTRY.option in wishes(speaker)


def asks_not_to_be_deported(speaker: Speaker) -> bool:
    """Whether the letter asks ICE not to carry out a final order now."""
    return WANTS_STAY.option in wishes(speaker)


def asks_to_end_the_case(speaker: Speaker) -> bool:
    """Whether it asks for dismissal or for canceling the Notice to Appear, as a lawyer advised."""
    return any(wish in _LAWYER_FIRST for wish in wishes(speaker))
