"""The statements are complete and numbered, and a seal changes with words or conditions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from pdkiosk import resources
from pdkiosk.guide.lookup import walk
from pdkiosk.guide.model import Guide, Option, Page, Sentence, Text, When
from pdkiosk.guide.vocabulary import Rule
from pdkiosk.interview.rules import RULES
from pdkiosk.language.catalogs import TEMPLATE_NAME
from pdkiosk.language.extraction import read_catalog
from pdkiosk.review import law
from pdkiosk.review.cases import Case, cases
from pdkiosk.review.language_book import GATES, LETTER, language_statements
from pdkiosk.review.law import law_statements
from pdkiosk.review.statement import Statement
from pdkiosk.review.translation import Translated, translated
from tests.interview.people import guide

TRANSLATIONS = resources.folder("translations")


def differing(before: list[Statement], after: list[Statement]) -> set[str]:
    """The English of what is not sealed any more."""
    known = {(each.number, each.seal) for each in after}
    return {each.english for each in before if (each.number, each.seal) not in known}


def page(changed: Callable[[Page], Page], name: str) -> Guide:
    """The guide with a page changed."""
    pages = [changed(each) if each.id == name else each for each in guide().page]
    return msgspec.structs.replace(guide(), page=pages)


def a_page_with_law() -> Page:
    return next(each for each in guide().page if len([t for t in each.body if t.law]) > 1)


def test_each_number_stands_once() -> None:
    found = law_statements(guide())
    assert len({each.number for each in found}) == len(found) > 200
    texts = translated(TRANSLATIONS, "es")
    assert len({text.number("es") for text in texts}) == len(texts) > 2000


def test_every_text_every_fact_and_every_rule_is_in_the_book_of_the_law() -> None:
    found = law_statements(guide())
    english = [each.english for each in found]
    for _, piece in walk(guide()):
        if isinstance(piece, Text):
            assert piece.text in english
        elif isinstance(piece, Option | Sentence) and piece.law:
            words = (piece.note or piece.label) if isinstance(piece, Option) else piece.text
            assert any(words in each for each in english)
    assert {entry.statement for entry in guide().law} <= set(english)
    assert all(any(each.startswith(f"{rule}: ") for each in english) for rule in RULES)


def test_every_statement_of_law_has_an_entry_with_source_and_date() -> None:
    resting = [each for each in law_statements(guide()) if each.law]
    assert len(resting) > 120
    assert all(each.rests_on and each.check_by for each in resting)
    assert all(each.rests_on for each in law_statements(guide()))


def test_every_rule_says_what_it_is() -> None:
    for name, rule in RULES.items():
        assert rule.__doc__, name


def test_every_text_of_a_language_is_in_its_book_with_its_translation() -> None:
    found = language_statements(guide(), TRANSLATIONS, "es")
    template = [entry for entry in read_catalog(TRANSLATIONS / TEMPLATE_NAME) if entry.id]
    assert len(found) == len(template)
    assert all(each.text and each.where for each in found)
    # Gates and warnings come first, then the letter.
    headings = list(dict.fromkeys(each.heading for each in found))
    assert headings[:2] == [GATES, LETTER]
    stop = next(
        callout.title for p in guide().page for callout in p.callouts if callout.tone == "stop"
    )
    assert stop in {each.english for each in found if each.heading == GATES}


def test_a_changed_sentence_loses_its_review_alone() -> None:
    one = a_page_with_law()
    text = next(each for each in one.body if each.law)

    def changed(it: Page) -> Page:
        body = [
            msgspec.structs.replace(each, text=each.text + " Ask.") if each is text else each
            for each in it.body
        ]
        return msgspec.structs.replace(it, body=body)

    lost = differing(law_statements(guide()), law_statements(page(changed, one.id)))
    assert lost == {text.text}


def test_a_changed_condition_loses_the_review_of_what_stands_under_it() -> None:
    one = a_page_with_law()

    def changed(it: Page) -> Page:
        return msgspec.structs.replace(it, when=When(rule="is_minor"))

    lost = differing(law_statements(guide()), law_statements(page(changed, one.id)))
    under = {piece.text for _, piece in walk(one) if isinstance(piece, Text)}
    assert lost == under != set()


@pytest.mark.parametrize(
    "change", [{"check_by": "2027-12-31"}, {"statement": "Other."}, {"citation": "Other."}]
)
def test_a_changed_fact_loses_its_review_and_that_of_what_rests_on_it(
    change: dict[str, Any],
) -> None:
    entries = [
        msgspec.structs.replace(entry, **change) if entry.id == "bond" else entry
        for entry in guide().law
    ]
    before = law_statements(guide())
    lost = differing(before, law_statements(msgspec.structs.replace(guide(), law=entries)))
    assert lost == {each.english for each in before if "bond" in each.law}
    assert len(lost) > 1


def test_to_have_looked_again_changes_nothing() -> None:
    entries = [msgspec.structs.replace(entry, seen_on="2026-11-29") for entry in guide().law]
    after = law_statements(msgspec.structs.replace(guide(), law=entries))
    assert not differing(law_statements(guide()), after)


def test_another_case_of_a_rule_is_another_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    before = law_statements(guide())
    more: dict[Rule, list[Case]] = {**cases(), "is_minor": [Case({"age": 16}, True)]}
    monkeypatch.setattr(law, "cases", lambda: more)
    (lost,) = differing(before, law_statements(guide()))
    assert lost.startswith("is_minor: ")


def test_a_changed_translation_is_sealed_anew() -> None:
    text = Translated("letter.x", "One", "Many", ("Uno", "Muchos"))
    for changed in (
        text._replace(forms=("Una", "Muchos")),
        text._replace(plural="Several"),
    ):
        assert changed.number("es") == text.number("es")
        assert changed.seal("es") != text.seal("es")
    assert text._replace(english="Two").number("es") != text.number("es")
    assert text._replace(context="letter.y").number("es") != text.number("es")


def test_no_spreadsheet_takes_numbers_or_seals_for_something_else() -> None:
    for each in law_statements(guide()):
        letters = each.number.removeprefix("LAW-") + each.seal
        assert not set(letters) & set("AEIOU01")
        assert each.seal.startswith("S")
