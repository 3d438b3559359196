"""The first paragraph of the letter: who asks whom for what."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.letter_head import has_order, name
from pdkiosk.documents.model import Sentence
from pdkiosk.documents.wishes import asks_to_end_the_case, wishes
from pdkiosk.guide.contract import (
    AGE,
    AGE_IS_REASON,
    BEST_LANGUAGE,
    COUNTRY,
    DETAINED_SINCE,
    FINAL_ORDER,
    FOR_ME,
    FULL_NAME,
    NO_LAWYER,
    NOT_FILED,
    REQUESTS,
    SPEAKS_ENGLISH,
)
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.language.message import Arg, Listing


def opening(speaker: Speaker) -> list[Sentence]:
    """Who asks whom for what."""
    answers = speaker.answers
    age = answers.number(AGE)
    # Young or old age as a reason has its own place in the letter.
    if age is None or answers.says(AGE_IS_REASON):
        first = speaker.sentence("open.name", name=name(speaker))
    else:
        first = speaker.sentence("open.name_age", name=name(speaker), n=age)
    sentences = [Sentence(first, FULL_NAME)]
    if answers.text(COUNTRY).strip():
        sentences.append(Sentence(speaker.sentence("open.country"), COUNTRY))
    sentences += _language(speaker)
    since = answers.date(DETAINED_SINCE) is not None
    sentences.append(_case(speaker, since))
    if answers.says(NO_LAWYER):
        sentences.append(Sentence(speaker.sentence("open.no_lawyer"), NO_LAWYER.question))
    if since:
        sentences.append(Sentence(speaker.sentence("open.since"), DETAINED_SINCE))
    return [*sentences, *_request(speaker)]


def _case(speaker: Speaker, since: bool) -> Sentence:
    """Where the case stands; that the writer is detained only where it is not said since when."""
    sentence: SentenceId
    if has_order(speaker):
        sentence = "open.order" if since else "open.order.detained"
    elif speaker.answers.says(NOT_FILED):
        sentence = "open.not_filed" if since else "open.not_filed.detained"
        return Sentence(speaker.sentence(sentence), NOT_FILED.question)
    else:
        sentence = "open.proceedings" if since else "open.proceedings.detained"
    return Sentence(speaker.sentence(sentence), FINAL_ORDER.question)


def spoken_language(speaker: Speaker) -> Arg:
    """The language that the writer speaks best, as it reads in a sentence, or a blank."""
    return speaker.value(BEST_LANGUAGE)


def _language(speaker: Speaker) -> list[Sentence]:
    answers = speaker.answers
    if not answers.text(BEST_LANGUAGE).strip() or answers.says(SPEAKS_ENGLISH):
        return []
    message = speaker.sentence("open.language", language=spoken_language(speaker))
    return [Sentence(message, BEST_LANGUAGE)]


def _request(speaker: Speaker) -> list[Sentence]:
    """What is asked for, and that nothing else is agreed to (safety notes, section 9, rule 1)."""
    wanted = wishes(speaker)
    listed = Listing(tuple(speaker.option(o) for o in speaker.choices(REQUESTS) if o.id in wanted))
    asked: list[SentenceId]
    if has_order(speaker) or asks_to_end_the_case(speaker):
        asked = ["ask.only"]
    elif speaker.answers.says(NOT_FILED):
        asked = ["ask.only", "ask.no_cancellation"]
    elif speaker.answers.says(FOR_ME):
        asked = ["ask.won", "ask.no_dismissal"]
    else:
        asked = ["ask", "ask.no_dismissal"]
    first, *rest = asked
    return [
        Sentence(speaker.sentence(first, requests=listed), REQUESTS),
        *(Sentence(speaker.sentence(sentence), REQUESTS) for sentence in rest),
    ]
