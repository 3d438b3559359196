"""A factor that weighs against the person can be added with data alone."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path
from typing import Any, get_args

import pytest

from pdkiosk import resources
from pdkiosk.documents.letter import compose_letter
from pdkiosk.documents.model import Heading, Paragraph
from pdkiosk.documents.packet import speaker_of
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import GuideError, load_guide
from pdkiosk.guide.model import Guide
from pdkiosk.guide.vocabulary import Block
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
    return letter_of(load_guide(folder), **answers)


def letter_of(guide: Guide, **answers: Any) -> list[list[str]]:
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
        ('group = "high"', 'group = "life"', "way, counts_as and lawyer_only are for what weighs"),
        ("cross the border.", "cross the border", "fact high.smuggling: the sentence needs a full"),
        ('"danger", "record"', '"dangerous", "record"', "Invalid enum value 'dangerous'"),
        ('way = "smuggling_decision"', 'way = "felony_way"', "no question of its own"),
        ('    { id = "leave", label = "Leave it out for now" },\n', "", "no question of its own"),
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
        ('"military", ', '"military", "military", ', "part other: military occurs twice"),
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


def test_what_was_left_out_is_in_no_part_of_the_letter(tmp_path: Path) -> None:
    """Of a factor that has a way, the way alone decides: no condition of a fact repeats it."""
    fact = FACTOR[FACTOR.index("  [[factor.facts]]") :]
    folder = copied(tmp_path, FACTOR)
    for part in get_args(Block):
        said = fact.replace('block = "record"', f'block = "{part}"')
        said = "\n".join(line for line in said.splitlines() if not line.strip().startswith("when"))
        factor = FACTOR.replace(fact, said)
        (folder / "factors" / "added.toml").write_text(factor, "utf-8")
        changed = load_guide(folder)
        for way in ("keep", "leave", "lawyer"):
            told = flat(letter_of(changed, weighs=["smuggling"], smuggling_decision=way))
            assert (SAID in told) == (way == "keep"), (part, way)


def test_a_factor_of_which_the_letter_says_nothing_is_refused(tmp_path: Path) -> None:
    fact = FACTOR[FACTOR.index("  [[factor.facts]]") :]
    with pytest.raises(GuideError, match="factor smuggling: the letter has nothing to say on it"):
        load_guide(copied(tmp_path, FACTOR.replace(fact, "")))


def edited(folder: Path, file: str, old: str, new: str) -> Path:
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    return folder


def test_a_number_that_is_not_known_is_a_line_to_fill_in(tmp_path: Path) -> None:
    """Said in the plural: "one year" would be false."""
    folder = copied(tmp_path, "")
    asked = (
        '{ all = [ { question = "age_at_arrival", answered = true }, { rule = "age_at_arrival_may'
    )
    edited(
        folder,
        "factors/life.toml",
        f'when = {asked}_be_said" }}, {{ none',
        "when = { all = [ { none",
    )
    said = flat(letter(folder, reasons_life=["child_arrival"]))
    assert re.search("I have lived in the United States since I was ____* years old.", said), said


def test_a_severe_illness_is_said_also_where_no_sentence_names_the_other(tmp_path: Path) -> None:
    folder = copied(tmp_path, "")
    text = (folder / "factors" / "family.toml").read_text("utf-8")
    without = re.sub(
        r"\[\[factor.facts\]\]\n  id = \"illness.since\".*?(?=\n\n)", "", text, flags=re.DOTALL
    )
    assert without != text
    (folder / "factors" / "family.toml").write_text(without, "utf-8")
    ill: dict[str, Any] = {"reasons_family": ["health"], "medical": ["transplant"]}
    for more in ({}, {"illness": "@diabetes"}):
        said = flat(letter(folder, **ill, illness_since=PartialDate(2019), **more))
        assert "My condition is very serious: an organ transplant." in said
