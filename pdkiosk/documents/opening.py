"""The first paragraph of the letter: who asks whom for what."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.letter_head import has_order, name
from pdkiosk.documents.model import Sentence
from pdkiosk.documents.wishes import asks_to_end_the_case, wishes
from pdkiosk.guide.contract import (
    AGAINST_ME,
    AGE,
    APPEALED,
    BEST_LANGUAGE,
    COUNTRY,
    DETAINED_SINCE,
    FINAL_ORDER,
    FOR_ME,
    FULL_NAME,
    HOLDS_GREEN_CARD,
    NO_LAWYER,
    NO_NOTICE,
    NOT_FILED,
    ORDER_DATE,
    REQUESTS,
    SPEAKS_ENGLISH,
    STAGE,
    WANTS_RELEASE,
    WANTS_SUPERVISION,
)
from pdkiosk.guide.model import Option
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.interview.answers import last_day
from pdkiosk.interview.citizenship import perhaps_citizen
from pdkiosk.interview.deadlines import appeal_is_late
from pdkiosk.language.message import Arg, Listing, Message

# Days after a final order at which ICE must review the detention.
_REVIEWS = (180, 90)


def opening(speaker: Speaker) -> list[Sentence]:
    """Who asks whom for what."""
    answers = speaker.answers
    age = answers.number(AGE)
    if age is None:
        first = speaker.sentence("open.name", name=name(speaker))
    else:
        first = speaker.sentence("open.name_age", name=name(speaker), n=age)
    sentences = [Sentence(first, FULL_NAME)]
    # For someone who may be a citizen, it would be evidence against them.
    if answers.text(COUNTRY).strip() and not perhaps_citizen(speaker.situation):
        sentences.append(Sentence(speaker.sentence("open.country"), COUNTRY))
    sentences += _language(speaker)
    since = answers.date(DETAINED_SINCE) is not None
    sentences += _case(speaker, since)
    if has_order(speaker):
        sentences += _order(speaker)
    if answers.says(NO_LAWYER):
        sentences.append(Sentence(speaker.sentence("open.no_lawyer"), NO_LAWYER.question))
    if since:
        sentences.append(Sentence(speaker.sentence("open.since"), DETAINED_SINCE))
    if has_order(speaker):
        sentences += _review(speaker)
    return [*sentences, *_request(speaker)]


def _case(speaker: Speaker, since: bool) -> list[Sentence]:
    """Where the case stands, and that the writer is detained if no sentence says since when.

    After the last day to appeal the order may be final: no sentence says that the case goes on.
    """
    answers = speaker.answers
    lost = answers.says(AGAINST_ME) and not answers.says(APPEALED)
    if lost and appeal_is_late(speaker.situation):
        return [] if since else [Sentence(speaker.sentence("open.custody"), STAGE)]
    return [_open_case(speaker, since)]


def _open_case(speaker: Speaker, since: bool) -> Sentence:
    sentence: SentenceId
    if has_order(speaker):
        sentence = "open.order" if since else "open.order.detained"
    elif speaker.answers.says(NOT_FILED):
        sentence = "open.not_filed" if since else "open.not_filed.detained"
        return Sentence(speaker.sentence(sentence), NOT_FILED.question)
    elif speaker.answers.says(FOR_ME):
        sentence = "open.for_me" if since else "open.for_me.detained"
        return Sentence(speaker.sentence(sentence), STAGE)
    elif speaker.answers.says(APPEALED):
        sentence = "open.appealed" if since else "open.appealed.detained"
        return Sentence(speaker.sentence(sentence), APPEALED.question)
    else:
        sentence = "open.proceedings" if since else "open.proceedings.detained"
    return Sentence(speaker.sentence(sentence), FINAL_ORDER.question)


def _order(speaker: Speaker) -> list[Sentence]:
    """What ICE considers in a final order: its date, a notice that never arrived."""
    answers = speaker.answers
    said = []
    if answers.date(ORDER_DATE) is not None:
        said.append(Sentence(speaker.sentence("open.order.date"), ORDER_DATE))
    if answers.says(NO_NOTICE):
        said.append(Sentence(speaker.sentence("open.order.notice"), NO_NOTICE.question))
    return said


def _review(speaker: Speaker) -> list[Sentence]:
    """The time in detention under a final order, after which ICE must review it."""
    days = _days_held(speaker)
    passed = next((some for some in _REVIEWS if days > some), None)
    if passed is None:
        return []
    return [Sentence(speaker.sentence("open.order.held", days=passed), ORDER_DATE)]


def _days_held(speaker: Speaker) -> int:
    """The days in detention since the order that are certain; 0 if nothing is known."""
    dates = [speaker.answers.date(question) for question in (ORDER_DATE, DETAINED_SINCE)]
    if not speaker.situation.day.known or any(date is None or date.about for date in dates):
        return 0
    since = max(last_day(date) for date in dates if date is not None)
    return (speaker.situation.today - since).days


def spoken_language(speaker: Speaker) -> Arg:
    """The language that the writer speaks best, for use inside a sentence, or a blank."""
    return speaker.value(BEST_LANGUAGE)


def _language(speaker: Speaker) -> list[Sentence]:
    answers = speaker.answers
    if not answers.text(BEST_LANGUAGE).strip() or answers.says(SPEAKS_ENGLISH):
        return []
    message = speaker.sentence("open.language", language=spoken_language(speaker))
    return [Sentence(message, BEST_LANGUAGE)]


def _request(speaker: Speaker) -> list[Sentence]:
    """What the letter asks for, and that the writer agrees to nothing else.

    Safety notes, section 9, rule 1.
    """
    wanted = wishes(speaker)
    asked: list[SentenceId]
    resident = speaker.answers.says(HOLDS_GREEN_CARD)
    if has_order(speaker) or asks_to_end_the_case(speaker) or resident:
        # When the case ends, a person with a green card keeps it.
        asked = ["ask.only"]
    elif speaker.answers.says(NOT_FILED):
        asked = ["ask.only", "ask.no_cancellation"]
    elif speaker.answers.says(FOR_ME):
        asked = ["ask.won", "ask.no_dismissal"]
    elif speaker.answers.says(APPEALED):
        asked = ["ask.appealed", "ask.no_dismissal"]
    elif speaker.answers.says(AGAINST_ME):
        asked = ["ask.decided", "ask.no_dismissal"]
    else:
        asked = ["ask", "ask.no_dismissal"]
    first, *rest = asked
    wishing = tuple(_wish(speaker, o) for o in speaker.choices(REQUESTS) if o.id in wanted)
    if perhaps_citizen(speaker.situation):
        rest.append("ask.citizen")
    # "…; or any other favorable decision" continues the list, so no "and" comes before it.
    listed = Listing(wishing, clauses=True)
    return [
        Sentence(speaker.sentence(first, requests=listed), REQUESTS),
        *(Sentence(speaker.sentence(sentence), REQUESTS) for sentence in rest),
    ]


def _wish(speaker: Speaker, option: Option) -> Message:
    """A request in the letter's words.

    Parole is for people coming in, not for residents; neither it nor supervision is for citizens.
    """
    released = option.id in (WANTS_RELEASE.option, WANTS_SUPERVISION.option)
    if released and perhaps_citizen(speaker.situation):
        return speaker.sentence("ask.release.citizen")
    if option.id == WANTS_RELEASE.option and speaker.answers.says(HOLDS_GREEN_CARD):
        return speaker.sentence("ask.release.resident")
    return speaker.option(option)
