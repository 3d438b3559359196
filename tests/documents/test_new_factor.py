"""A factor that weighs against the person is added with data alone, and the letter knows it."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest

from pdkiosk import resources
from pdkiosk.documents.letter import compose_letter
from pdkiosk.documents.model import Heading, Paragraph
from pdkiosk.documents.packet import speaker_of
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import GuideError, load_guide
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.flow import Interview
from pdkiosk.language.message import PartialDate
from tests.documents.people import CATALOGS, GATES

FACTOR = """
[[factor]]
id = "smuggling"
group = "high"
way = "smuggling_decision"
counts_as = ["danger", "record", "arrest"]
icon = "gavel"
title = "Helping others to cross"
summary = "Helping others to cross"
masked = "A question for a lawyer"
follow = "Helping others to cross"

  [[factor.questions]]
  kind = "choice"
  id = "smuggling_decision"
  prompt = "What do you want to do with this?"
  short = "Helping others to cross"
  options = [
    { id = "lawyer", label = "Print it as a question for a lawyer" },
    { id = "leave", label = "Leave it out for now" },
    { id = "keep", label = "Keep it in the letter" },
  ]

  [[factor.facts]]
  id = "high.smuggling"
  block = "record"
  text = "I was convicted of helping others to cross the border."
  comment = "x"
  when = { question = "smuggling_decision", is = "keep" }
"""
HARMLESS = "I have no conviction for a violent crime"
SAID = "I was convicted of helping others to cross the border."
NO_MORE = "I have had no other conviction since then."


def letter(folder: Path, **answers: Any) -> list[list[str]]:
    """The letter's paragraphs and headings in English, each as its sentences."""
    guide = load_guide(folder)
    given = Answers({**GATES, "reasons_life": ["no_danger"], **answers})
    speaker = speaker_of(guide, Interview(guide, datetime.date(2026, 11, 24), given))
    return [
        [CATALOGS.text(sentence.message, "en") for sentence in block.sentences]
        if isinstance(block, Paragraph)
        else [CATALOGS.text(block.message, "en")]
        for block in compose_letter(speaker, Facility()).blocks
        if isinstance(block, Paragraph | Heading)
    ]


def copied(tmp_path: Path, factor: str = FACTOR) -> Path:
    folder = tmp_path / "guide"
    shutil.copytree(resources.path("guide"), folder)
    (folder / "factors" / "added.toml").write_text(factor, "utf-8")
    return folder


def flat(paragraphs: list[list[str]]) -> str:
    return " ".join(sentence for paragraph in paragraphs for sentence in paragraph)


@pytest.mark.parametrize("way", ["keep", "leave", "lawyer"])
def test_the_letter_no_longer_says_that_there_is_no_danger(tmp_path: Path, way: str) -> None:
    folder = copied(tmp_path)
    assert HARMLESS in flat(letter(folder))
    said = flat(letter(folder, weighs=["smuggling"], smuggling_decision=way))
    assert HARMLESS not in said
    assert "No violent crimes" not in said
    assert (SAID in said) == (way == "keep")


def test_it_counts_as_record(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    entry = {"record_kind": "dui", "record_way": "keep", "record_result": "convicted"}
    changed: dict[str, Any] = {"record": [entry], "rehabilitation": ["no_more"]}
    assert NO_MORE in flat(letter(folder, **changed))
    changed |= {"weighs": ["smuggling"], "smuggling_decision": "leave"}
    assert NO_MORE not in flat(letter(folder, **changed))
    kept = letter(folder, **{**changed, "smuggling_decision": "keep", "record": []})
    # With nothing else on record it is what brings up the question of what has changed.
    assert NO_MORE in flat(kept)
    assert [SAID] in kept


def test_its_place_in_the_letter_is_data(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    parts = folder / "letter.toml"
    text = parts.read_text("utf-8")
    assert '["felony", "repeat", "general"' in text
    parts.write_text(text.replace('["felony", ', '["smuggling", "felony", '), "utf-8")
    entry = {"record_kind": "dui", "record_way": "keep", "record_date": PartialDate(2016)}
    said = letter(folder, weighs=["smuggling"], smuggling_decision="keep", record=[entry])
    assert [SAID, "My record shows driving under the influence (DUI) in 2016."] in said


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('counts_as = ["danger", "record", "arrest"]\n', "", "needs way and counts_as"),
        ('way = "smuggling_decision"\n', "", "needs way and counts_as"),
        ('"danger", "record"', '"dangerous", "record"', "Invalid enum value 'dangerous'"),
        ('way = "smuggling_decision"', 'way = "felony_way"', "way is a question of its own"),
        ('    { id = "leave", label = "Leave it out for now" },\n', "", "way is a question of its"),
    ],
)
def test_what_it_is_has_to_be_said(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in FACTOR
    with pytest.raises(GuideError, match=rf"factors/added\.toml: .*{says}"):
        load_guide(copied(tmp_path, FACTOR.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"military", ', '"millitary", ', "part other: millitary is no factor"),
        ('"military", ', '"military", "military", ', "part other: military stands twice"),
        ('[["story"]]', "[]", "question story: a free text stands in exactly one part"),
        ('"general", "age_reason"', '"age_reason"', "part other: general stands in it once"),
        ("heading.other", "heading.else", "part other: there is no sentence heading.else"),
        ('id = "other"', 'id = "others"', "Invalid enum value 'others'"),
        ('id = "other"', 'id = "life"', "there is no part other"),
    ],
)
def test_a_part_that_does_not_fit_is_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    folder = copied(tmp_path)
    parts = folder / "letter.toml"
    text = parts.read_text("utf-8")
    assert old in text
    parts.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(GuideError, match=says):
        load_guide(folder)
