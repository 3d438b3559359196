"""Properties of any person's papers, in each language; hypothesis answers the guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdkiosk.documents.model import TO_ICE, Document, Kind
from pdkiosk.guide.model import Choices, TextQuestion, said
from pdkiosk.language.message import Message, Own
from tests.documents import people
from tests.documents.people import say
from tests.interview.people import answers

_MANY = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
ANYBODY = answers(
    in_proceedings=st.sampled_from(["yes", "order"]),
    order_by=st.just("judge"),
    way=st.sampled_from(["short", "full", "full"]),
    reasons_life=st.lists(
        st.sampled_from([f.id for f in people.guide().factor if f.group == "life"]), unique=True
    ),
    reasons_family=st.lists(
        st.sampled_from([f.id for f in people.guide().factor if f.group == "family"]), unique=True
    ),
    stage=st.sampled_from(["not_filed", "court", "for_me", "against_me"]),
)
languages = pytest.mark.parametrize("language", people.LANGUAGES)

LAWYER_ONLY = [factor for factor in people.guide().factor if factor.lawyer_only]
BOUND = {
    "en": ("dismissal of my case or cancellation", "cancellation of the Notice to Appear"),
    "es": ("que mi caso se termine (desestimación)", "que se cancele el Aviso"),
}
OPEN_ENDED = {
    "en": ("any other favorable exercise", "in any way that is favorable", "however ICE"),
    "es": ("cualquier otro uso", "de cualquier manera", "como ICE quiera"),
}
OURS = {
    "en": ("Florence", "Not prepared by ICE", "free program"),
    "es": ("Florence", "No lo preparó ICE", "programa gratuito"),
}
OATH = {"en": "penalty of perjury", "es": "pena de perjurio"}


def plain(message: Message, language: str) -> str:
    """A message without what was typed: hypothesis types anything."""
    runs = people.CATALOGS.runs(message, language)
    return "".join(run.text for run in runs if run.kind.name != "OWN")


def text(document: Document, language: str) -> str:
    return " ".join(plain(message, language) for message in people.every_message(document))


def documents(packet: people.Packet) -> Iterator[tuple[Kind, Document]]:
    for part in packet.parts:
        if isinstance(part.content, Document):
            yield part.kind, part.content


def packet(given_answers: dict[str, Any]) -> tuple[people.Packet, dict[str, Any]]:
    """The papers, and the answers that count."""
    person = people.interview(**given_answers)
    return people.Packet(people.compose(person)), dict(person.course().kept.values)


@languages
@_MANY
@given(ANYBODY)
def test_no_request_is_open_ended(language: str, somebody: dict[str, Any]) -> None:
    papers, kept = packet(somebody)
    said_there = text(papers.letter, language)
    assert not any(words in said_there for words in OPEN_ENDED[language])
    advised = kept.get("dismiss_sure") == "yes"
    ordered = kept.get("in_proceedings") == "order"
    resident = "green_card" in (kept.get("held") or ())  # the end of the case leaves it
    closed = any(words in said_there for words in BOUND[language])
    # Without a lawyer's advice, what is not asked for is said; after an order nothing is open.
    assert closed or advised or ordered or resident


@languages
@_MANY
@given(ANYBODY)
def test_what_goes_to_ice_has_nothing_of_ours_and_no_masked_number(
    language: str, somebody: dict[str, Any]
) -> None:
    papers, _kept = packet(somebody)
    for kind, document in documents(papers):
        if kind not in TO_ICE:
            continue
        assert not document.credit, kind
        footer = plain(document.footer, language)
        for words in (*OURS[language], "•"):
            assert words not in text(document, language) + footer, (kind, words)


@languages
@_MANY
@given(ANYBODY)
def test_no_oath_but_on_its_own_page_which_is_chosen(
    language: str, somebody: dict[str, Any]
) -> None:
    papers, kept = packet(somebody)
    for part in papers.parts:
        if isinstance(part.content, Document):
            sworn = OATH[language] in text(part.content, language)
            assert sworn == (part.kind is Kind.DECLARATION), part.kind
            assert not (sworn and part.wanted)
    minor = isinstance(kept.get("age"), int) and kept["age"] < 18
    if minor or kept.get("hard_to_follow") == "yes":
        assert Kind.DECLARATION not in papers.kinds


@languages
@_MANY
@given(ANYBODY)
def test_the_four_things_are_kept_only_with_a_lawyer(
    language: str, somebody: dict[str, Any]
) -> None:
    somebody = {
        **somebody,
        "way": "full",
        "weighs": [factor.id for factor in LAWYER_ONLY],
        **{factor.way: "keep" for factor in LAWYER_ONLY},
    }
    papers, kept = packet(somebody)
    helped = kept.get("lawyer_helped") == "yes"
    said_there = text(papers.letter, language)
    for factor in LAWYER_ONLY:
        for fact in factor.facts:
            assert (plain(fact.message, language) in said_there) == helped, factor.id


@cache
def countries(language: str) -> tuple[str, ...]:
    question = people.questions()["country"]
    assert isinstance(question, TextQuestion)
    return tuple(say(said(option.label), language) for option in question.suggestions)


@languages
@_MANY
@given(ANYBODY)
def test_the_country_only_behind_its_question(language: str, somebody: dict[str, Any]) -> None:
    papers, kept = packet({"country": "@honduras", **somebody})
    if kept.get("country_told") == "yes":
        return
    for kind in TO_ICE & set(papers.kinds):
        said_there = text(papers.document(kind), language)
        # "Haitian Creole" is a language.
        for country in countries(language):
            assert not re.search(rf"\b{re.escape(country)}\b", said_there), (kind, country)


@languages
@_MANY
@given(ANYBODY)
def test_no_sentence_of_fact_says_or(language: str, somebody: dict[str, Any]) -> None:
    papers, _kept = packet(somebody)
    alternatives = {"en": (" or ", "and/or"), "es": (" o ", " u ", "y/o", "/a ")}[language]
    allowed = {
        "en": (
            "discretion in my case",
            "dismissal of my case or cancellation",
        ),
        "es": ("(discreción procesal) en mi caso", "más o menos"),
    }[language]
    for sentence in people.every_sentence(papers.letter):
        words = plain(sentence.message, language)
        if sentence.origin and not any(part in words for part in allowed):
            assert not any(alone in f"{words} " for alone in alternatives), words


@languages
@_MANY
@given(ANYBODY)
def test_who_won_asks_for_nothing_that_undoes_it(language: str, somebody: dict[str, Any]) -> None:
    wishes = people.questions()["requests"]
    assert isinstance(wishes, Choices)
    everything = [option.id for option in wishes.options]
    papers, kept = packet({**somebody, "stage": "for_me", "requests": everything})
    if kept.get("stage") != "for_me":
        return  # a final order
    said_there = text(papers.letter, language)
    for option in wishes.options:
        if option.id not in ("no_appeal", "release_won", "another_country"):
            asked = plain(Message(option.letter or option.label), language)
            assert asked not in said_there, option.id


@_MANY
@given(ANYBODY)
def test_nobody_is_named_whose_papers_were_not_said(somebody: dict[str, Any]) -> None:
    hidden = {"relation": "son", "person_name": "Zqhidden", "person_cared_for": "yes"}
    papers, _kept = packet({**somebody, "people": [hidden, *somebody.get("people", [])]})
    for part in papers.parts:
        if isinstance(part.content, Document):
            for message in people.every_message(part.content):
                assert "Zqhidden" not in say(message, "en")


@_MANY
@given(ANYBODY)
def test_every_thing_that_was_typed_is_marked_as_typed(somebody: dict[str, Any]) -> None:
    """So that no words of a person can pass as ours, in any paper."""
    papers, kept = packet({**somebody, "full_name": "Zqname Zqname"})
    assert kept.get("full_name", "Zqname Zqname") == "Zqname Zqname"
    for _kind, document in documents(papers):
        for message in people.every_message(document):
            for arg in message.args.values():
                assert isinstance(arg, Own) or not (isinstance(arg, str) and "Zqname" in arg)
            assert "Zqname" not in plain(message, "en")
