"""The loader refuses a guide that does not fit together, and names file and place."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from pdkiosk import resources
from pdkiosk.guide.loader import GuideError, all_facts, all_questions, load_guide
from pdkiosk.guide.model import Fact, Guide, Page
from pdkiosk.interview.checks import problems
from tests.guide.pieces import guide


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "guide"
    shutil.copytree(resources.path("guide"), folder)
    return folder


def edited(folder: Path, name: str, old: str, new: str) -> str:
    """The error about a guide in which one thing was changed."""
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} is not in {name} any more"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(GuideError) as caught:
        load_guide(folder)
    return str(caught.value)


def test_the_guide_loads_and_can_not_be_changed() -> None:
    assert len(guide().section) == 8
    assert len(list(all_questions(guide()))) > 60
    assert len(list(all_facts(guide()))) > 60
    with pytest.raises(AttributeError):
        guide().page[0].title = "x"  # type: ignore[misc,assignment]


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("pages/1-before.toml", 'kind = "info"', 'kind = "infos"', "$.page[0].kind"),
        ("pages/1-before.toml", 'id = "welcome"', 'id = "welcome"\ncolor = "red"', "color"),
        ("pages/1-before.toml", 'id = "welcome"\n', "", "missing required field `id`"),
        ("pages/1-before.toml", 'section = "before"', 'section = "bfore"', "no section bfore"),
        ("pages/1-before.toml", 'words = ["pd", "ice"]', 'words = ["pd", "icy"]', "no term icy"),
        ("pages/1-before.toml", 'id = "privacy"', 'id = "welcome"', "page welcome: this id stand"),
        ("pages/1-before.toml", 'is = "unknown"', 'is = "unkown"', "has no option unkown"),
        ("pages/1-before.toml", 'is = "no" }', 'was = "no" }', "unknown field `was`"),
        (
            "pages/1-before.toml",
            'id = "stop_find_out"',
            'id = "stop_find_out"\nways = ["full"]',
            "who must be stopped is stopped on both ways",
        ),
        ("pages/2-should.toml", 'id = "strong_case"', 'id = "fear"', "question fear: this id stan"),
        ("pages/3-you.toml", ', is = "against_me" }', " }", "exactly one of is, has, answered"),
        ("pages/3-you.toml", 'question = "stage"', 'question = "stagge"', "no question stagge"),
        ("factors/family.toml", '"marriage_license"]', '"marriage"]', "no paper marriage"),
        ("factors/family.toml", 'origin = "people"', 'origin = "persons"', "no question persons"),
        ("papers.toml", 'rule = "has_spouse"', 'rule = "has_spouse", question = "age"', "exactly"),
        ("terms.toml", 'id = "ice"', 'id = "pd"', "term pd: this id stands twice"),
        ("sentences.toml", "comment = ", "coment = ", "coment"),
        ("00-about.toml", "[about]", "[about", "00-about.toml"),
        ("00-about.toml", "[about]", "[about]\nabout = 1", "about"),
        ("summary.toml", "[[sentence]]", "[[sentense]]", "sentense"),
    ],
)
def test_what_does_not_fit_is_refused(
    copied: Path, name: str, old: str, new: str, says: str
) -> None:
    assert says in edited(copied, name, old, new)


def test_a_file_that_is_not_utf_8_is_named(copied: Path) -> None:
    (copied / "extra.toml").write_bytes(b"# \xff\n")
    with pytest.raises(GuideError, match=r"extra\.toml"):
        load_guide(copied)


def test_a_table_that_stands_in_two_files_is_refused(copied: Path) -> None:
    (copied / "extra.toml").write_text('[about]\nversion = "2"\n', "utf-8")
    with pytest.raises(GuideError, match=r"extra\.toml: about stands in two files"):
        load_guide(copied)


def with_fact(**changed: object) -> Guide:
    """The guide with one sentence more, about the country."""
    given = {"id": "x", "block": "life", "text": "I am from {country}.", "comment": "x"}
    fact = msgspec.convert({**given, **changed}, Fact)
    return msgspec.structs.replace(guide(), facts=[fact])


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"text": "From {contry}."}, "fact x: there is no question contry"),
        ({"text": "Since {arrival:sinze}."}, "fact x: {arrival:sinze} is no role"),
        ({"text": "Since {country:since}."}, "fact x: {country:since} needs a date"),
        ({"text": "{n} years"}, "fact x: there is no question n"),
        ({"plural": "{country}s"}, "fact x: count and plural go together"),
        ({"count": "age"}, "fact x: count and plural go together"),
        ({"count": "country", "plural": "We {country}"}, "fact x: country is no number"),
        ({"count": "age", "plural": "{n} years"}, "fact x: text and plural have other arguments"),
        ({"when": {"rule": "has_spous"}}, "fact x: there is no rule has_spous"),
    ],
)
def test_a_sentence_that_can_not_be_filled_in_is_found(
    changed: dict[str, object], says: str
) -> None:
    assert says in list(problems(with_fact(**changed)))


def with_page(**changed: object) -> Guide:
    """The guide with a page more at its start."""
    given = {"id": "x", "section": "before", "kind": "questions", "title": "x"}
    page = msgspec.convert({**given, **changed}, Page)
    return msgspec.structs.replace(guide(), page=[page, *guide().page])


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"title": "Call {phone}"}, "page x: {phone} can not be filled in on a screen"),
        (
            {"when": {"question": "age", "answered": True}},
            "page x: its condition needs age, which is not asked before it",
        ),
        (
            {
                "callouts": [
                    {"tone": "note", "title": "y", "when": {"question": "fear", "is": "no"}}
                ]
            },
            "page x: its condition needs fear, which is not asked before it",
        ),
    ],
)
def test_a_screen_that_can_not_work_is_found(changed: dict[str, object], says: str) -> None:
    assert says in list(problems(with_page(**changed)))
