"""Facts of law that were found later are where they matter, in each language.

Safety notes, section 8; the number of the row is in the name of each case.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from pdkiosk.guide.lookup import walk
from pdkiosk.guide.model import Callout, Choice, Choices, Option, Page, Sentence, Text, said
from pdkiosk.interview.flow import Step, options
from pdkiosk.interview.rules import holds
from tests.documents import people
from tests.documents.people import say, summary_messages

COURT: dict[str, Any] = {"stage": "court"}
AGAINST: dict[str, Any] = {"stage": "against_me"}
ORDER: dict[str, Any] = {"in_proceedings": "order", "order_by": "judge"}
WON: dict[str, Any] = {"stage": "for_me"}

# Case, answers, the page (or "summary", "lawyer"), and the words in English and Spanish.
ROWS: list[tuple[str, dict[str, Any], str, str, str]] = [
    ("1 proof", {}, "keep_going", "for two years or more? Keep proof", "Dos años o más en EE. UU."),
    ("1 proof", COURT, "dismissal_by_ice", "proof that you have been here two", "dos años o más"),
    ("1 say", {}, "keep_going", "I do not agree. I want my case to go on.", "No estoy de acuerdo"),
    ("1 say", COURT, "dismissal_by_ice", "I am afraid to go back.", "Tengo miedo de volver"),
    ("1 summary", COURT, "summary", "Keep proof of two years here", "pruebas de dos años aquí"),
    ("1 cancel", {"requests": ["cancel_nta"], "stage": "not_filed"}, "dismissal",
     "To cancel the Notice to Appear is as dangerous.", "Aviso de Comparecencia"),
    ("3 thirty days", AGAINST, "appeal", "must arrive within 30 days", "30 días"),
    ("3 blocked rule", AGAINST, "appeal", "was blocked by a court in March 2026", "10 días"),
    ("3 send it", AGAINST, "appeal", "Past 10 days? Send it today all the same.", "hoy"),
    ("3 fee", AGAINST, "appeal", "about 1,000 dollars", "1,000 dólares"),
    ("3 waiver", AGAINST, "appeal", "EOIR-26A", "EOIR-26A"),
    ("3 summary", AGAINST, "summary", "EOIR-26 must arrive within 30 days", "EOIR-26"),
    ("4 bond", {"applications": ["bond"]}, "applications_go_on",
     "depend on where you are held, and ICE may move you. Courts disagree", "fianza"),
    ("4 bond asked", COURT, "requests", "Courts disagree: ask a lawyer", "no están de acuerdo"),
    ("4 habeas", {}, "detained", "habeas corpus", "hábeas corpus"),
    ("5 parole fee", COURT, "requests", "Parole may cost about 1,000 dollars", "1,000 dólares"),
    ("6 order", ORDER, "final_order", "Tell an officer at once, and put it in", "por escrito"),
    ("6 won", WON, "requests", "Tell an officer at once, and put it in", "por escrito"),
    ("7 victims", {"reasons_family": ["victim"]}, "follow_family",
     "U or T visa or VAWA, a lawyer can help you show the receipt", "VAWA"),
    ("8 stay", ORDER, "final_order", "I-246, at the ERO office. Ask how much it costs", "I-246"),
    ("10 illness", {"reasons_family": ["health"], "hard_to_follow": "yes"}, "follow_family",
     "I have an illness that makes it hard to follow my case", "enfermedad"),
    ("11 child", {"age": 16}, "age", "Tell the judge and an officer today that you are under 18",
     "menos de 18 años"),
    ("12 citizen", {"maybe_citizen": "yes"}, "maybe_citizen",
     "Do not send this letter yet. Tell a lawyer, the judge and an officer.", "No mande"),
    ("13 country", {}, "country_told", "the government must prove it", "probarlo"),
]  # fmt: skip


def _texts(step: Step, person: Any) -> Iterator[str]:
    """All that a step says, as far as these answers bring it."""
    now = person.situation()
    things: list[Callout | Page] = [step.page, *step.page.callouts]
    if step.factor is not None:
        things += step.factor.callouts
    for question in step.questions:
        things += question.callouts
        if isinstance(question, Choice | Choices):
            for option in options(person.guide, question, now):
                yield from filter(None, (option.note,))
    for thing in things:
        if not holds(thing.when, now):
            continue
        if isinstance(thing, Page):
            yield from filter(None, (thing.title, thing.lead))
        texts = thing.body if isinstance(thing, Page) else thing.text
        yield from (text.text for text in texts if holds(text.when, now))


def _said(answers: dict[str, Any], place: str, language: str) -> str:
    if place == "summary":
        messages = summary_messages(people.packet(**answers).summary)
        return " ".join(say(message, language) for message in messages)
    person = people.interview(**answers)
    words = [w for s in person.course().steps if s.page.id == place for w in _texts(s, person)]
    assert words, f"nobody comes to {place}"
    return " ".join(people.CATALOGS.pattern(said(word), language) for word in words)


@pytest.mark.parametrize(("case", "answers", "place", "english", "spanish"), ROWS)
def test_each_statement_stands_where_it_should(
    case: str, answers: dict[str, Any], place: str, english: str, spanish: str
) -> None:
    assert english in _said(answers, place, "en"), case
    assert spanish in _said(answers, place, "es"), case


@pytest.mark.parametrize("language", people.LANGUAGES)
def test_no_amount_stands_but_those_that_were_seen(language: str) -> None:
    """Row 9: no fees but about 1,000 dollars for an appeal and for parole; none for the stay."""
    never = ("155", "755", "5,000", "900 d")
    for _place, piece in walk(people.guide()):
        law = getattr(piece, "law", [])
        if law and isinstance(piece, Text | Option | Sentence):
            words = piece.note or piece.label if isinstance(piece, Option) else piece.text
            shown = people.CATALOGS.pattern(said(words), language)
            assert not any(amount in shown for amount in never), shown


@pytest.mark.parametrize(
    "entry",
    [
        *("fast_deportation", "dismissal", "cancel_notice", "appeal", "appeal_fee", "bond"),
        *("habeas", "parole", "another_country", "stay_form"),
    ],
)
def test_what_changes_soon_has_a_day_of_its_own_within_ninety_days(entry: str) -> None:
    (law,) = (found for found in people.guide().law if found.id == entry)
    seen, again = date.fromisoformat(law.seen_on), date.fromisoformat(law.check_by)
    assert timedelta(days=60) <= again - seen <= timedelta(days=90)


def test_an_open_statement_never_stands_as_certain() -> None:
    """What is not sure is said with "ask"."""
    unsure = {law.id for law in people.guide().law if law.sure == "open"}
    for _place, piece in walk(people.guide()):
        named = set(getattr(piece, "law", []))
        if isinstance(piece, Text) and named and named <= unsure:
            assert "ask" in str(piece.text).lower(), msgspec.to_builtins(piece)
