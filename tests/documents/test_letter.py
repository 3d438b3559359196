"""The letter: its paragraphs, their order and origins, exhibits, and the reading copy."""

from __future__ import annotations

import re
from typing import Any

import pytest

from pdkiosk import pdf
from pdkiosk.documents.facts import fact_origin
from pdkiosk.documents.model import (
    Document,
    Heading,
    Kind,
    OwnWords,
    Paragraph,
    WriteIn,
)
from pdkiosk.documents.packet import NoLetterError
from pdkiosk.language.message import Blank
from pdkiosk.pdf.text import Gap
from pdkiosk.pdf.wording import Wording
from tests.documents import blanks, people
from tests.documents.people import MARIA, D, entry, person, say

NEVER = (
    *("alien", "aliens", "illegal", "illegally", "qualify", "qualifies", "eligible", "approve"),
    *("approved", "guarantee", "guaranteed", "win", "won"),
)
PROOF = "Proof of service, for the writer to fill in and keep"
PEOPLE: dict[str, dict[str, Any]] = {
    "nothing": {},
    "short": {"way": "short"},
    "order": {"in_proceedings": "order"},
    "one": {"reasons_life": ["child_arrival"], "age_at_arrival": 3},
    "María": MARIA,
    "everything": people.everything(6, 2),
}


def exhibits(document: Document) -> list[tuple[str, ...]]:
    return [sentence.exhibits for sentence in people.every_sentence(document)]


@pytest.fixture(params=PEOPLE, scope="module")
def someone(request: pytest.FixtureRequest) -> Document:
    return people.letter(**PEOPLE[request.param])


def test_every_origin_is_a_question(someone: Document) -> None:
    for sentence in people.every_sentence(someone):
        assert not sentence.origin or sentence.origin in people.questions()
    for block in someone.blocks:
        if isinstance(block, OwnWords):
            assert block.origin in people.questions()


def test_every_numbered_sentence_but_the_last_words_has_an_origin(someone: Document) -> None:
    without = [
        say(sentence.message, "en")
        for block in people.numbered(someone)
        if isinstance(block, Paragraph)
        for sentence in block.sentences
        if not sentence.origin
    ]
    *more, last = without
    assert last.startswith("Please decide in my favor")
    assert all(said.startswith("This letter only asks for discretion") for said in more)
    assert len(more) <= 1


def test_every_fact_of_the_guide_has_an_origin() -> None:
    guide = people.guide()
    origins = {fact.id: fact_origin(guide, fact) for fact in guide.facts}
    for factor in guide.factor:
        for fact in factor.facts:
            origins[fact.id] = fact_origin(guide, fact, factor)
    assert not {i: o for i, o in origins.items() if o not in people.questions()}


@pytest.mark.parametrize(
    ("words", "origin"),
    [
        ("I am pregnant", "pregnant_or_nursing"),
        ("I have never been deported", "reasons_life"),
        ("Before I was detained I was working on a college degree", "college"),
        ("I have strong ties", "community_kinds"),
        ("I will go to every hearing", "hearings_attended"),
        ("If I were deported", "hardship"),
        ("I was the victim of a serious crime", "victim_kinds"),
        ("Since then I have worked", "rehabilitation"),
        ("I completed", "record"),
        ("I have lived in the United States since", "arrival"),
    ],
)
def test_a_sentence_leads_back_to_its_question(words: str, origin: str) -> None:
    document = people.letter(
        age=17,
        arrival=D("2012"),
        reasons_family=["age_reason", "pregnant", "victim"],
        reasons_life=["not_deported", "student", "community", "long_residence"],
        pregnant_or_nursing="pregnant",
        hardship=["home"],
        hearings_attended="first",
        record=[entry("dui", result="convicted", done="yes")],
        rehabilitation=["work"],
    )
    found = [
        sentence.origin
        for sentence in people.every_sentence(document)
        if say(sentence.message, "en").startswith(words)
    ]
    assert found == [origin]


@pytest.mark.parametrize("language", people.LANGUAGES)
def test_words_that_are_never_used(someone: Document, language: str) -> None:
    for message in people.every_message(someone):
        words = set(re.findall(r"[a-z]+", say(message, language).lower()))
        assert not words & set(NEVER)


def test_nothing_says_how_the_person_entered(someone: Document) -> None:
    text = " ".join(say(message, "en").lower() for message in people.every_message(someone))
    for word in ("border", "inspection", "cross", "smuggl", "visa", "entered", "entry"):
        assert word not in text


def test_both_languages_have_the_same_paragraphs(someone: Document) -> None:
    texts = {}
    for language in people.LANGUAGES:
        rendered = pdf.render(someone, language, people.CATALOGS, pdf.Paper.LETTER)
        text = " ".join(people.pages(rendered))
        texts[language] = [
            block.number for block in people.numbered(someone) if f"{block.number}. " in text
        ]
    numbers = [block.number for block in people.numbered(someone)]
    assert texts["en"] == texts["es"] == numbers == list(range(1, len(numbers) + 1))


def test_nothing_is_left_in_english_on_the_reading_copy(someone: Document) -> None:
    # What looks alike in both languages, and what the person typed.
    same = {"María López Ruiz", "A 012 345 678", "A ••• ••• 678", "____"}
    for message in people.every_message(someone):
        english, spanish = (say(message, language) for language in people.LANGUAGES)
        if english == spanish:
            assert english in same | {"María López Ruiz, A 012 345 678"}


def test_no_exhibit_is_missing_and_none_is_left_over(someone: Document) -> None:
    cited = {letter for letters in exhibits(someone) for letter in letters}
    listed = {
        row.letter: row.to_follow
        for block in someone.blocks
        for row in getattr(block, "rows", ())
        if row.letter
    }
    # What is not in hand yet is on the list alone.
    assert cited == {letter for letter, follows in listed.items() if not follows}


def test_neighbors_do_not_name_the_same_exhibit(someone: Document) -> None:
    for block in someone.blocks:
        if isinstance(block, Paragraph):
            for one, two in zip(block.sentences, block.sentences[1:], strict=False):
                assert not set(one.exhibits) & set(two.exhibits)


def test_a_part_without_facts_has_no_heading() -> None:
    assert people.headings(people.letter()) == [PROOF]


def test_parts_stand_in_their_order() -> None:
    assert people.headings(people.letter(**people.everything(2, 1))) == [
        "In short",
        "My life in the United States",
        "My family",
        "Health",
        "What else ICE should know",
        "My record",
        "What would happen if I were deported",
        "I will come to court",
        PROOF,
        "Annex: my own words",
    ]


def test_without_reasons_there_are_no_empty_lines_for_them() -> None:
    """What is written there by hand nobody has warned of; the summary says what could be added."""
    for answers in ({}, {"reasons_life": ["work"]}):
        document = people.letter(**answers)  # type: ignore[arg-type]
        assert not any(isinstance(b, WriteIn) and b.lines > 3 for b in document.blocks)


def test_facts_of_one_theme_are_one_paragraph() -> None:
    document = people.letter(**MARIA)
    (life,) = people.part(document, "My life in the United States")
    assert isinstance(life, Paragraph)
    assert len(life.sentences) == 5
    (record,) = people.part(document, "My record")
    assert isinstance(record, Paragraph)
    assert [sentence.origin for sentence in record.sentences] == [
        "record",
        "record",
        "rehabilitation",
    ]


def test_many_relatives_are_counted() -> None:
    sisters = [person("sister", status="citizen", name=f"Ana {n}") for n in range(30)]
    family = people.part(
        people.letter(people=[*sisters, person("wife", status="citizen")]), "My family"
    )
    paragraph = next(b for b in family if isinstance(b, Paragraph))
    said = [say(sentence.message, "en") for sentence in paragraph.sentences]
    assert said[-1] == "I have 28 other close relatives who are United States citizens."
    assert said[0] == "My wife is a United States citizen."
    assert said[1].startswith("My sisters Ana 0 and Ana 1 are United States citizens.")
    assert len(said) == 3


def test_one_child_is_not_children() -> None:
    def hardship(*cards: dict[str, Any]) -> str:
        letter = people.letter(people=list(cards), hardship=["children"])
        blocks = people.part(letter, "What would happen if I were deported")
        paragraph = next(b for b in blocks if isinstance(b, Paragraph))
        return say(paragraph.sentences[0].message, "en")

    son = person("son", status="citizen", age=9)
    grown = person("daughter", status="citizen", age=22)
    assert hardship(son) == "If I were deported, my son would grow up without me."
    assert hardship(grown) == "If I were deported, my daughter would be without me."
    # "Grow up" would be false of one of them.
    assert hardship(son, grown) == "If I were deported, my children would be without me."
    assert hardship() == "If I were deported, my children would grow up without me."


def test_what_was_completed_stays_with_its_entry() -> None:
    entries = [entry("dui", result="convicted", done="yes") for _ in range(9)]
    document = people.letter(record=entries, rehabilitation=["no_more", "work"])
    paragraphs = [b for b in people.part(document, "My record") if isinstance(b, Paragraph)]
    assert len(paragraphs) > 1
    for paragraph in paragraphs:
        if paragraph.sentences[0].origin == "record":
            assert "convicted" in say(paragraph.sentences[0].message, "en")


def test_words_in_another_language_are_in_the_annex() -> None:
    document = people.letter(**people.everything(2, 1))
    body = [block for block in document.blocks if not isinstance(block, OwnWords)]
    annex = people.part(document, "Annex: my own words")
    assert all(isinstance(block, OwnWords) for block in annex)
    assert len(annex) == len(document.blocks) - len(body)
    assert [block.origin for block in annex if isinstance(block, OwnWords)] == [
        *("community_words", "false_claim_words"),
        *("felony_words", "repeat_words", "rehabilitation_words"),
        *("prior_order_words", "returned_words", "security_words", "gang_words"),
        *("hardship_words", "story"),
    ]
    named = [s for b in body for s in blanks.sentences(b) if "annex" in say(s.message, "en")]
    assert len(named) == 1


def test_own_words_in_english_follow_the_facts_they_belong_to() -> None:
    document = people.letter(**people.everything(2, 1) | {"best_language": "@english"})
    origins = [
        block.origin if isinstance(block, OwnWords) else block.sentences[0].origin
        for block in people.part(document, "My record")
        if isinstance(block, OwnWords | Paragraph)
    ]
    assert origins == [
        *("record", "felony_words", "repeat_words", "rehabilitation_words"),
        *("prior_order_way", "prior_order_words", "returned_words"),
        *("security_way", "security_words", "gang_way", "gang_words"),
    ]


def test_a_citation_stands_with_what_it_proves() -> None:
    document = people.letter(
        people=[
            person("son", status="citizen", name="Luis"),
            person("wife", status="citizen", name="Rosa"),
            person("mother", status="resident", lived="yes"),
        ],
        papers={
            "birth_certificates": "have",
            "family_status": "have",
            "marriage_license": "have",
            "support_letters": "have",
        },
    )
    family = people.part(document, "My family")[0]
    assert isinstance(family, Paragraph)
    said = [(say(s.message, "en").split()[1], s.exhibits) for s in family.sentences]
    assert said == [("son", ()), ("wife", ("A", "C")), ("mother", ("B",)), ("I", ())]
    more = [s for s in people.every_sentence(document) if s.origin == "papers" and s.exhibits]
    assert [sentence.exhibits for sentence in more] == [("D",)]


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_reading_copy_is_marked_on_every_page_in_both_languages(language: str) -> None:
    copy = people.packet(**people.everything(6, 2)).reading_copy
    assert copy.kind is Kind.READING_COPY
    pages = people.pages(pdf.render(copy, language, people.CATALOGS, pdf.Paper.LETTER))
    assert len(pages) > 3
    for page in pages:
        assert "Reading copy. Do not send." in page
        assert ("Copia para leer. No la mande." in page) is (language == "es")


def test_the_letter_itself_is_not_marked() -> None:
    rendered = pdf.render(people.letter(**MARIA), "en", people.CATALOGS, pdf.Paper.LETTER)
    assert "Reading copy" not in " ".join(people.pages(rendered))


def test_no_letter_without_a_case() -> None:
    for answer in ("no", None):
        with pytest.raises(NoLetterError):
            people.letter(in_proceedings=answer)


def test_one_place_to_sign_has_the_name() -> None:
    rendered = pdf.render(people.letter(), "en", people.CATALOGS, pdf.Paper.LETTER)
    assert " ".join(people.pages(rendered)).count("Name in print:") == 1


def test_blanks_in_paragraphs_are_long_enough_to_write_in() -> None:
    wording = Wording(people.CATALOGS, "en")
    document = people.letter(reasons_life=["student", "work", "military"])
    gaps = [
        span.width
        for block in people.numbered(document)
        if isinstance(block, Paragraph)
        for span in wording.sentences(block.sentences)
        if isinstance(span, Gap)
    ]
    # 30 mm for a year, more for words.
    assert gaps
    assert min(gaps) >= 30 * 72 / 25.4


def test_facts_come_before_headings_of_the_next_part(someone: Document) -> None:
    for block, follower in zip(someone.blocks, someone.blocks[1:], strict=False):
        assert not (isinstance(block, Heading) and isinstance(follower, Heading))


def test_a_blank_that_is_always_there_belongs_to_no_question() -> None:
    for sentence in people.every_sentence(people.letter(**MARIA)):
        if any(isinstance(arg, Blank) for arg in sentence.message.args.values()):
            assert sentence.origin in {"", "facility_name", "next_hearing", "court", "record"}


def lines_by_hand(document: Document) -> list[str]:
    return [say(b.label, "en") for b in document.blocks if isinstance(b, WriteIn)]


def test_where_one_would_live_has_a_line_for_name_and_street() -> None:
    line = "Who I would live with (name, address, telephone):"
    for city in ("", "Tucson, Arizona"):
        home = people.letter(requests=["parole"], sponsor="@brother", sponsor_city=city)
        assert lines_by_hand(home).count(line) == 1
    assert line not in lines_by_hand(people.letter(requests=["parole"]))


def test_what_is_held_is_said() -> None:
    document = people.letter(held=["tps", "petition"])
    english = " ".join(say(s.message, "en") for s in people.every_sentence(document))
    assert (
        "I have Temporary Protected Status (TPS) and an open family petition (Form I-130)."
        in english
    )
    # A receipt number is never typed: a line for it stands under the petition, and there alone.
    receipt = "Receipt number of the petition:"
    assert receipt in lines_by_hand(document)
    assert receipt not in lines_by_hand(people.letter(held=["tps"]))
    # A final order ends a green card: then that is not offered, and not said.
    ended = people.letter(in_proceedings="order", order_by="judge", held=["green_card", "tps"])
    said = " ".join(say(s.message, "en") for s in people.every_sentence(ended))
    assert "I have Temporary Protected Status (TPS)." in said
    assert "green card" not in said
    assert "I have Temporary" not in " ".join(
        say(s.message, "en") for s in people.every_sentence(people.letter(held=[]))
    )
