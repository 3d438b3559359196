"""The pseudo-language: half again as long, unmistakable, with its placeholders whole."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from pdkiosk import resources
from pdkiosk.guide.lookup import placeholders
from pdkiosk.language.extraction import extract_template
from pdkiosk.language.message import DateArg, Message, PartialDate
from tests.language.pseudo import (
    PSEUDO_LANGUAGE,
    RIGHT_TO_LEFT,
    PseudoCatalogs,
    mirrored,
    pseudo,
)

CATALOGS = PseudoCatalogs(Path("/nonexistent"))


def english() -> list[str]:
    return [
        text
        for message in extract_template(resources.path("guide"))
        for text in ([message.id] if isinstance(message.id, str) else message.id)
        if text
    ]


def test_every_text_is_half_again_as_long_and_none_is_left() -> None:
    for text in english():
        literal = "".join(part for part, *_ in string.Formatter().parse(text))
        made = "".join(part for part, *_ in string.Formatter().parse(pseudo(text)))
        if len(literal.strip()) > 3 and sum(map(str.isalpha, literal)) > len(literal) / 2:
            assert 1.25 <= len(made) / len(literal) <= 1.8, text
            assert made != literal


def test_the_whole_is_half_again_as_long() -> None:
    texts = english()
    assert 1.45 < sum(len(pseudo(text)) for text in texts) / sum(map(len, texts)) < 1.55


def test_placeholders_stay_as_they_are() -> None:
    for text in english():
        assert placeholders(pseudo(text)) == placeholders(text)
        specs = {(n, s) for _, n, s, _ in string.Formatter().parse(text) if n}
        assert {(n, s) for _, n, s, _ in string.Formatter().parse(pseudo(text)) if n} == specs


def test_right_to_left_keeps_placeholders_and_no_latin_letter() -> None:
    for text in english():
        made = mirrored(text)
        assert placeholders(made) == placeholders(text)
        literal = "".join(part for part, *_ in string.Formatter().parse(made))
        assert not re.search("[A-Za-z]", literal), text
    since = Message("here {date:since}")(date=DateArg(PartialDate(2012, 3)))
    assert "מרץ 2012" in CATALOGS.text(since, RIGHT_TO_LEFT)


@pytest.mark.parametrize("text", ["", " ", "1-800", "b", "{n}", "a  b", "{{x}} y"])
def test_short_texts_do_no_harm(text: str) -> None:
    assert len(pseudo(text)) >= len(text)


def test_arguments_are_put_in() -> None:
    message = Message("{n} year", plural="{n} years", context="x")
    one = CATALOGS.text(message(n=1), PSEUDO_LANGUAGE)
    several = CATALOGS.text(message(n=14), PSEUDO_LANGUAGE)
    assert one.startswith("1 ý")
    assert several.startswith("14 ý")
    assert several.endswith("š")
    since = Message("here {date:since}")(date=DateArg(PartialDate(2012, 3)))
    assert "March 2012" in CATALOGS.text(since, PSEUDO_LANGUAGE)


def test_other_languages_are_as_they_were() -> None:
    assert CATALOGS.text(Message("Next"), "en") == "Next"
