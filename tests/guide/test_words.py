"""The words of the guide: plain, without promises, and without numbers that nobody gave."""

from __future__ import annotations

import re
import statistics

import pytest
from babel.messages.catalog import Catalog

from pdkiosk import resources
from pdkiosk.guide.model import Cards, LongText, TextQuestion, Words, said
from pdkiosk.guide.terms import terms_in
from pdkiosk.language.extraction import extract_template, read_catalog, texts
from pdkiosk.language.update import catalog_path
from tests.guide.pieces import all_texts, catalogs, guide, screens
from tests.guide.reading import ease, grade, syllables

# Safety notes, section 7: words that frighten, promise, or that only a court may use.
AVOIDED = re.compile(
    r"\b(alien|aliens|illegals?|illegally|qualif\w*|disqualif\w*|eligib\w*|ineligib\w*|"
    r"approv\w*|guarant\w*|wins?|winning|handicap\w*|crippl\w*|retard\w*|wheelchair.bound)\b",
    re.IGNORECASE,
)
AVOIDED_ES = re.compile(
    r"\b(ilegal\w*|elegib\w*|calific(?:a|an|ar|ado|ada)|garant\w*|aprob\w*|aprueb\w*|minusv\w*|inv[aá]lid\w*|"
    r"discapacitad[oa]s?|retras\w*)\b",
    re.IGNORECASE,
)
# A screen with fewer words than this is a few labels, for which the formulas say nothing.
FEWEST_WORDS = 25

TEXTS = sorted({text for _, text in all_texts(guide())})
SCREENS = [screen for screen in screens() if len(" ".join(screen[1]).split()) >= FEWEST_WORDS]


def everything() -> list[str]:
    """Every English text of the guide and of the program."""
    found: list[str] = []
    for message in extract_template(resources.path("guide")):
        found += [message.id] if isinstance(message.id, str) else list(message.id)
    return [text for text in found if text]


def test_all_texts_of_the_guide_are_found() -> None:
    missing = set(TEXTS) - set(everything())
    assert missing == set()
    assert len(TEXTS) > 700


def test_no_avoided_word_in_english() -> None:
    assert [text for text in everything() if AVOIDED.search(text)] == []


def test_no_avoided_word_in_spanish() -> None:
    spanish = [text for message in _spanish() for text in texts(message)]
    assert [text for text in spanish if AVOIDED_ES.search(text)] == []


def _spanish() -> Catalog:
    return read_catalog(catalog_path(resources.folder("translations"), "es"), "es")


TELEPHONE = re.compile(r"\d{3}\D{0,2}\d{3}\D?\d{4}|\b\d{3}-\d{4}\b|\b1-8\d\d\b")
ADDRESS = re.compile(
    r"@\w+\.|https?:|www\.|\.(com|org|gov|net)\b|P\.? ?O\.? Box|\b\d{5}(-\d{4})?\b|"
    r"\b\d+ \w+ (Street|St\.|Avenue|Ave\.|Road|Boulevard)",
    re.IGNORECASE,
)
# The one address that the source guide itself prints (ledger AB-06).
ALLOWED_ADDRESSES = {"www.firrp.org"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_telephone_numbers_and_addresses_come_from_the_facility_only(language: str) -> None:
    for text in TEXTS:
        shown = catalogs().pattern(said(Words(text)), language)
        for address in ALLOWED_ADDRESSES:
            shown = shown.replace(address, "")
        assert not TELEPHONE.search(shown), shown
        assert not ADDRESS.search(shown), shown


def test_the_searches_find_what_they_look_for() -> None:
    assert TELEPHONE.search("Call 1-800-898-7180 today")
    assert TELEPHONE.search("(202) 555-0143")
    assert not TELEPHONE.search("around 2011-2012")
    assert ADDRESS.search("write to help@ice.gov")
    assert ADDRESS.search("Phoenix, AZ 85004")
    assert not ADDRESS.search("9 children, $900")
    assert AVOIDED.search("You qualify")
    assert not AVOIDED.search("my wife’s window")


@pytest.mark.parametrize(("name", "found"), SCREENS, ids=[name for name, _ in SCREENS])
def test_english_is_read_with_six_years_of_school(name: str, found: list[str]) -> None:
    assert grade(found) <= 6.0


@pytest.mark.parametrize(("name", "found"), SCREENS, ids=[name for name, _ in SCREENS])
def test_spanish_is_easy(name: str, found: list[str]) -> None:
    assert ease([catalogs().pattern(said(Words(text)), "es") for text in found]) >= 70.0


def _windows() -> dict[str, tuple[list[str], list[str]]]:
    """What the program itself says, by the screen or part that says it: English and Spanish."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for message in _spanish():
        code = any(str(place).endswith(".py") for place, _ in message.locations)
        if message.id and message.context and code:
            english = message.id if isinstance(message.id, str) else message.id[-1]
            words = found.setdefault(message.context.partition(".")[0], ([], []))
            words[0].append(english)
            words[1].append(texts(message)[-1])
    return {
        name: words
        for name, words in found.items()
        if len(" ".join(words[0]).split()) >= FEWEST_WORDS
    }


WINDOWS = _windows()


@pytest.mark.parametrize("name", WINDOWS)
def test_what_the_program_says_is_as_easy(name: str) -> None:
    english, spanish = WINDOWS[name]
    assert grade(english) <= 6.0
    assert ease(spanish) >= 70.0


def test_half_of_the_screens_are_read_with_five_years_of_school() -> None:
    grades = [grade(found) for _, found in SCREENS] + [grade(w[0]) for w in WINDOWS.values()]
    assert {"print", "help", "start", "tools", "printer"} <= set(WINDOWS)
    assert statistics.median(grades) <= 5.0


def test_each_text_to_type_has_an_example_or_cards() -> None:
    asked = [q for page in guide().page for q in page.questions]
    asked += [q for factor in guide().factor for q in factor.questions]
    asked += [inner for q in asked if isinstance(q, Cards) for inner in q.fields]
    typed = [q for q in asked if isinstance(q, TextQuestion | LongText)]
    bare = [q.id for q in typed if not q.example and not getattr(q, "suggestions", None)]
    assert len(typed) > 20
    assert bare == []


def test_each_section_reason_and_document_has_a_pictogram() -> None:
    icons = {section.id: section.icon for section in guide().section}
    icons |= {factor.id: factor.icon for factor in guide().factor}
    icons |= {paper.id: paper.icon for paper in guide().paper}
    assert [
        i for i, name in icons.items() if not resources.path(f"icons/{name}.svg").is_file()
    ] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You have a hearing. Your NTA says when.", ["nta", "hearing"]),
        ("If you are in proceedings", ["proceedings"]),
        ("two felonies", ["felony"]),
        ("A felony; you can appeal", ["appeal", "felony"]),
        ("Immigration has offices. Do not bond with a nta.", ["bond"]),
        ("Ask for parole.", ["parole"]),
    ],
)
def test_legal_words_are_found_where_they_stand(text: str, found: list[str]) -> None:
    assert terms_in(guide(), text) == found


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        ("lawyer", "en_US", 2),
        ("about", "en_US", 2),
        ("deportation", "en_US", 4),
        ("asked", "en_US", 1),
        ("wanted", "en_US", 2),
        ("judge", "en_US", 1),
        ("día", "es", 2),
        ("abogado", "es", 4),
        ("inmigración", "es", 4),
        ("ley", "es", 1),
    ],
)
def test_syllables(word: str, language: str, count: int) -> None:
    assert syllables(word, language) == count
