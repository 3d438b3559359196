"""For every person: what they told is on paper, once, and the papers agree."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdkiosk.characters import in_paragraphs
from pdkiosk.documents.exhibits import exhibit_letter
from pdkiosk.documents.model import (
    CheckRow,
    Cover,
    Document,
    Envelope,
    ExhibitTable,
    Kind,
    Lines,
    ListRow,
    Notice,
    OwnWords,
    Paragraph,
    Sentence,
)
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.contract import PEOPLE
from pdkiosk.guide.lookup import placeholders
from pdkiosk.guide.model import Cards, LongText, TextQuestion
from pdkiosk.interview.answers import Answers, Card
from pdkiosk.interview.citizenship import perhaps_citizen
from pdkiosk.interview.factors import is_kept
from pdkiosk.interview.flow import Interview
from pdkiosk.interview.situation import Situation
from pdkiosk.language.message import Arg, Listing, Message, Own
from tests.documents import people
from tests.documents.blanks import sentences
from tests.documents.people import MARIA, say
from tests.interview.people import answers, random_answers

# Said more than once: in the sender's lines, in the RE block, at the foot, under signatures;
# and a relative's name wherever there is something to say about that relative.
# Names of relatives; and what is said once more in short, at the top.
REPEATED = {"full_name", "person_name", "illness", "care_illness", "sponsor"}
FACILITY = Facility(
    name="Eloy Center",
    address=["1 Road", "Eloy, AZ"],
    opla_address=["2 Road"],
    ero_address=["3 Road"],
)


def marked(given_answers: dict[str, Any]) -> dict[str, Any]:
    """The answers with a mark in each typed text, by which it is known again on paper."""
    count = 0

    def mark(question_id: str, value: Any) -> Any:
        nonlocal count
        question = people.questions().get(question_id)
        if isinstance(question, Cards):
            return [{k: mark(k, v) for k, v in card.items()} for card in value or []]
        typed = isinstance(question, TextQuestion | LongText) and isinstance(value, str)
        if not typed or not value.strip() or value.startswith("@"):
            return value
        count += 1
        return f"{value.strip()} Zq{count}x"

    return {name: mark(name, value) for name, value in given_answers.items()}


def typed(kept: Answers) -> Iterator[tuple[str, str]]:
    """Every text that was typed and counts, with its question."""
    unsaid = {
        question.id
        for factor in people.guide().factor
        if not is_kept(factor, kept)  # only with a lawyer's help
        for question in factor.questions
    }
    for name, value in kept.values.items():
        question = people.questions().get(name)
        if isinstance(question, Cards):
            for card in kept.cards(question):
                if counts(name, card):
                    yield from ((k, v) for k, v in card.items() if isinstance(v, str) and "Zq" in v)
        elif name == "country" and perhaps_citizen(Situation(kept, people.TODAY, people.guide())):
            continue  # it would be proof against them
        elif isinstance(value, str) and "Zq" in value and name not in unsaid:
            yield name, value


def counts(question_id: str, card: Card) -> bool:
    """Whether the letter may tell of it: of nobody whose papers were not said."""
    return question_id != "people" or card.get("person_status") in ("citizen", "resident")


def own(document: Document) -> Counter[str]:
    """How often each typed text is in a document, its foot aside."""
    found: Counter[str] = Counter()
    for block in document.blocks:
        if isinstance(block, OwnWords):
            found[block.text] += 1
    for message in people.every_message(document):
        found.update(_own(message))
    return found


def _own(arg: Arg) -> Iterator[str]:
    if isinstance(arg, Own):
        yield arg.text
    elif isinstance(arg, Listing):
        for item in arg.items:
            yield from _own(item)
    elif isinstance(arg, Message):
        # A sentence may be given more than it says.
        for name in placeholders(arg.text) | placeholders(arg.plural):
            yield from _own(arg.args[name])


with_a_case = answers(
    in_proceedings=st.sampled_from(["yes", "order"]),
    way=st.sampled_from(["short", "full"]),
    order_by=st.just("judge"),
)
many = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@many
@given(with_a_case)
def test_what_was_typed_and_counts_is_in_the_letter_once(given_answers: dict[str, Any]) -> None:
    check_typed(given_answers)


def test_much_that_was_typed_is_in_the_letter_once() -> None:
    chance = random.Random(0)
    seen: set[str] = set()
    for _person in range(150):
        case = {
            "in_proceedings": chance.choice(["yes", "yes", "order"]),
            "way": "full",
            "order_by": "judge",
        }
        seen |= check_typed({**random_answers(chance), **case})
    every = {q.id for q in people.questions().values() if isinstance(q, TextQuestion | LongText)}
    assert seen == every | {"unsaid"}


def check_typed(given_answers: dict[str, Any]) -> set[str]:
    """Looks for each typed text in the letter; returns the questions that were answered.

    Names of relatives whose papers were not said are on no paper at all.
    """
    person = Interview(people.guide(), people.TODAY, Answers(marked(given_answers)))
    parts = people.compose(person)
    letter = parts[0].content
    assert isinstance(letter, Document)
    found = own(letter)
    seen = set()
    for card in person.course().kept.cards(PEOPLE):
        name = card.get("person_name")
        if isinstance(name, str) and "Zq" in name and not counts("people", card):
            assert not any(
                name in text for part in parts for text in people.said_everywhere(part.content)
            )
            seen.add("unsaid")
    for question_id, text in typed(person.course().kept):
        # A long text has one empty line at most between two lines.
        times = sum(found[each] for each in {text, in_paragraphs(text)})
        assert times == 1 or (times > 1 and question_id in REPEATED), question_id
        seen.add(question_id)
    return seen


@many
@given(with_a_case, st.sampled_from(["en", "es"]))
def test_the_papers_fit_each_other(given_answers: dict[str, Any], reader: str) -> None:
    packet = people.packet(FACILITY, reader, **given_answers)
    check_exhibits(packet)
    assert packet.kinds[:2] == [Kind.LETTER, Kind.SUMMARY]
    assert len(set(packet.kinds)) == len(packet.kinds)
    assert (Kind.READING_COPY in packet.kinds) == (reader != "en")
    (large,) = (part for part in packet.parts if part.kind is Kind.LARGE_PRINT)
    assert (large.language, large.wanted) == (reader, False)
    if reader != "en":
        assert packet.reading_copy.blocks == packet.letter.blocks


def check_exhibits(packet: people.Packet) -> None:
    """No letter of an exhibit is an orphan, none is missing, and the order is that of use."""
    letter = packet.letter
    rows = [r for b in letter.blocks if isinstance(b, ExhibitTable) for r in b.rows]
    listed = [row.letter for row in rows]
    assert listed == [exhibit_letter(n) for n in range(len(rows))]
    cited = {mark for sentence in people.every_sentence(letter) for mark in sentence.exhibits}
    # What is not in hand yet is on the list alone.
    assert cited == {row.letter for row in rows if not row.to_follow}
    assert (Kind.COVERS in packet.kinds) == bool(rows)
    if rows:
        covers = [b for b in packet.document(Kind.COVERS).blocks if isinstance(b, Cover)]
        assert [say(c.letter, "en") for c in covers] == [f"Exhibit {mark}" for mark in listed]
        assert [c.description for c in covers] == [row.description for row in rows]
        assert [bool(c.rows) for c in covers] == [row.to_follow for row in rows]
    to_follow = [row.letter for row in rows if row.to_follow]
    assert (Kind.GATHERING in packet.kinds) == bool(to_follow)
    if to_follow:
        gather = packet.document(Kind.GATHERING)
        items = [say(b.sentence.message, "en") for b in gather.blocks if isinstance(b, CheckRow)]
        assert [item.rsplit("Exhibit ", 1)[1] for item in items] == [f"{m})" for m in to_follow]


@pytest.mark.parametrize(
    ("spoken", "reader", "joins"),
    [
        *(("@spanish", "es", True), ("@spanish", "en", True), ("@english", "es", False)),
        *(("@english", "en", False), ("", "es", True), ("", "en", False), ("mixteco", "en", True)),
    ],
)
def test_certificates_join_by_the_language(spoken: str, reader: str, joins: bool) -> None:
    silent = people.packet(None, reader, best_language=spoken)
    assert (Kind.INTERPRETATION in silent.kinds) == joins
    assert Kind.TRANSLATION not in silent.kinds
    telling = people.packet(None, reader, best_language=spoken, story="Mi historia.")
    assert (Kind.TRANSLATION in telling.kinds) == joins


def said(document: Document, kind: type, language: str = "en") -> str:
    """All sentences of the blocks of a kind."""
    return " ".join(
        say(sentence.message, language)
        for block in document.blocks
        if isinstance(block, kind)
        for sentence in sentences(block)
    )


def test_the_certificate_names_the_paragraphs_to_translate() -> None:
    packet = people.packet(**MARIA)
    numbers = [b.number for b in people.numbered(packet.letter) if isinstance(b, OwnWords)]
    assert len(numbers) == 2
    rows = said(packet.document(Kind.TRANSLATION), CheckRow)
    assert f"Paragraphs {numbers[0]} and {numbers[1]} of the letter of María López Ruiz" in rows
    assert "Another paper: ____" in rows
    one = people.packet(**{**MARIA, "community_words": ""})
    assert "Paragraph 9 of the" in said(one.document(Kind.TRANSLATION), CheckRow)
    many_texts = people.packet(**people.everything(2, 1))
    rows = said(many_texts.document(Kind.TRANSLATION), CheckRow)
    assert "All that is marked as own words" in rows


@pytest.mark.parametrize("stage", ["not_filed", "court", "for_me", "against_me"])
def test_one_office_on_the_envelope_when_the_stage_is_known(stage: str) -> None:
    wishes = ["no_appeal"] if stage == "for_me" else ["release"]
    wishes = ["close"] if stage in ("court", "against_me") else wishes
    wishes = ["cancel_nta"] if stage == "not_filed" else wishes
    envelope = people.packet(
        FACILITY, stage=stage, requests=wishes, appealed="yes", dismiss_sure="yes"
    ).document(Kind.ENVELOPE)
    text = said(envelope, Envelope)
    assert "2 Road" in text
    assert "3 Road" not in text
    assert "1 Road" in text


def test_one_office_after_a_final_order_and_both_while_it_is_open() -> None:
    order = people.packet(FACILITY, in_proceedings="order").document(Kind.ENVELOPE)
    assert "2 Road" not in said(order, Envelope)
    assert "3 Road" in said(order, Envelope)
    both = people.packet(FACILITY, stage="court").document(Kind.ENVELOPE)  # asks for release
    assert "2 Road" in said(both, Envelope)
    assert "3 Road" in said(both, Envelope)


@pytest.mark.parametrize("readers", [[], ["doctor"], ["family", "clergy"]])
def test_the_request_has_lines_for_its_readers_only(readers: list[str]) -> None:
    request = people.packet(
        papers={"support_letters": "ask"}, support_readers=readers, support_language="en"
    ).document(Kind.SUPPORT_REQUEST)
    lines = said(request, ListRow)
    names = {
        "family": "For family",
        "employer": "For an employer",
        "doctor": "For a doctor",
        "teacher": "For a teacher",
        "clergy": "For a faith",
    }
    for reader, line in names.items():
        assert (line in lines) == (not readers or reader in readers)
    (warning,) = (b for b in request.blocks if isinstance(b, Notice))
    assert warning.strong
    assert "only if you are a U.S. citizen or have a green card" in said(request, Notice)
    assert "A-number" in said(request, Lines)


@pytest.mark.parametrize(("lawyer", "says"), [({}, 0), ({"has_lawyer": "yes"}, 0), (None, 1)])
def test_no_paper_says_that_there_is_no_lawyer_unless_the_person_did(
    lawyer: dict[str, Any] | None, says: int
) -> None:
    given: dict[str, Any] = {"has_lawyer": "no"} if lawyer is None else lawyer
    packet = people.packet(papers={"support_letters": "ask"}, **given)
    for part in packet.parts:
        text = " ".join(people.said_everywhere(part.content))
        copies = (Kind.READING_COPY, Kind.LARGE_PRINT)
        told = part.kind in (Kind.LETTER, Kind.SUPPORT_REQUEST, *copies)
        assert text.count("not have a lawyer") == (says if told else 0)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_request_is_in_the_language_of_its_readers(language: str) -> None:
    packet = people.packet(papers={"support_letters": "ask"}, support_language=language)
    assert [p.language for p in packet.parts if p.kind is Kind.SUPPORT_REQUEST] == [language]
    nobody_said = people.packet(None, "en", papers={"support_letters": "ask"})
    assert [p.language for p in nobody_said.parts if p.kind is Kind.SUPPORT_REQUEST] == ["en"]


def test_what_is_left_out_is_a_question_for_a_lawyer_and_nowhere_else() -> None:
    left = {
        "record": [{"record_kind": "dui", "record_way": "lawyer"}],
        "weighs": ["returned"],
        "returned_way": "lawyer",
    }
    packet = people.packet(**{**MARIA, **left, "prior_order_way": None})
    lawyer = packet.document(Kind.LAWYER)
    assert "DUI" in said(lawyer, ListRow)
    assert "deported before" in said(lawyer, ListRow)
    assert "in full" in said(lawyer, Paragraph)
    assert lawyer.banner is not None
    for part in packet.parts:
        if part.kind is not Kind.LAWYER:
            text = " ".join(people.said_everywhere(part.content))
            assert "DUI" not in text
            assert "deported before" not in text


@pytest.mark.parametrize("show", ["show", "hide"])
@pytest.mark.parametrize("way", ["leave", None])
def test_what_is_only_left_out_is_on_no_paper(way: str | None, show: str) -> None:
    everything = [factor.id for factor in people.guide().factor if factor.group == "high"]
    left: dict[str, Any] = {
        "record": [{"record_kind": kind} for kind in ("drugs", "theft", "fight", "home")],
        "weighs": everything,
        "reasons_life": ["work"],
        "summary_show": show,
    }
    if way:
        left["record"] = [{**card, "record_way": way} for card in left["record"]]
        left |= {f"{factor}_way": way for factor in everything}
    else:
        left["weighs"] = []  # what was ticked there and not decided is a question for a lawyer
    packet = people.packet(**{**MARIA, "prior_order_way": None, **left})
    # That something was left out is on the page for a lawyer; what, the person says.
    things = 4 + (len(everything) if way else 0)
    lawyer = packet.document(Kind.LAWYER)
    assert f"I left {things} things on record out of my letter." in said(lawyer, CheckRow)
    asks = " ".join(people.said_everywhere(packet.summary))
    assert "Ask a lawyer about what I left out" not in asks
    assert "Ask a lawyer:" not in asks
    titles = [
        *(
            text
            for f in people.guide().factor
            if f.group == "high"
            for text in (f.title, f.summary)
        ),
        *("drug", "Drugs", "heft", "ssault", "domestic", "deported before"),
    ]
    for part in packet.parts:
        text = " ".join(people.said_everywhere(part.content))
        for title in titles:
            assert title not in text


def test_the_page_speaks_of_what_is_on_it() -> None:
    other = people.packet(fear="yes").document(Kind.LAWYER)
    assert "in full" not in said(other, Paragraph)


def test_nothing_to_ask_is_no_page() -> None:
    assert Kind.LAWYER not in people.packet(strong_case="weak", fear="no").kinds


@pytest.mark.parametrize(
    ("hearing", "says"),
    [("2026-12-15", "your hearing: December 15, 2026."), (None, "Its date: ____.")],
)
def test_papers_are_wanted_before_the_hearing(hearing: str | None, says: str) -> None:
    date = people.D(hearing) if hearing else None
    packet = people.packet(next_hearing=date, papers={"support_letters": "ask"})
    assert says in said(packet.document(Kind.GATHERING), Paragraph)


def test_sentences_of_the_forms_name_no_missing_answer() -> None:
    # Only the letter is looked through for what is still blank; its forms are filled by hand.
    for part in people.packet(**people.everything(2, 1)).parts:
        if isinstance(part.content, Document) and part.kind not in (
            *(Kind.LETTER, Kind.READING_COPY, Kind.LARGE_PRINT, Kind.COVERS),
        ):
            origins = {s.origin for s in people.every_sentence(part.content)}
            assert origins <= {"", "full_name", "a_number", "facility_name"}


def test_a_sentence_is_never_empty() -> None:
    for part in people.packet(**people.everything(2, 1)).parts:
        if isinstance(part.content, Document):
            for sentence in people.every_sentence(part.content):
                assert isinstance(sentence, Sentence)
                assert say(sentence.message, "es").strip()
