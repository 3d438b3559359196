"""Sentences, and how what is written is pronounced."""

from __future__ import annotations

import time

import pytest

from pdkiosk.language.message import Message
from pdkiosk.speech.sentences import split
from pdkiosk.ui.reading.script import in_words


def say(message: Message) -> str:
    return message.text


def sentences(text: str) -> list[str]:
    return [text[start : start + length] for start, length in split(text)]


def test_a_row_of_letters_with_stops_is_read_once() -> None:
    """Not again from the beginning at each stop: 20,000 letters took a second."""
    begin = time.process_time()
    assert sentences("A. " * 7_000 + "End. Next") == ["A. " * 7_000 + "End.", "Next"]
    assert time.process_time() - begin < 0.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? Three", ["One.", "Two?", "Three"]),
        ("¿Dónde? ¡Aquí! Allí.", ["¿Dónde?", "¡Aquí!", "Allí."]),
        ("The U.S. Immigration court.", ["The U.S. Immigration court."]),
        ("Vive en EE. UU. desde 2012.", ["Vive en EE. UU. desde 2012."]),
        ("It costs 3.5 dollars", ["It costs 3.5 dollars"]),
        ("Yes: a hearing, or not", ["Yes: a hearing, or not"]),
        ("First line\n\nsecond line", ["First line", "second line"]),
        ("Ask the Sr.\nThen go", ["Ask the Sr.", "Then go"]),
        ("He said “Go.” Then he left.", ["He said “Go.”", "Then he left."]),
        ("   ", []),
        ("", []),
        ("  spaces.  Around.  ", ["spaces.", "Around."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_no_letter_is_lost_between_sentences() -> None:
    text = "Uno. Dos; tres… ¿Cuatro? Cinco (seis. Siete). 8. Nueve"
    assert " ".join(sentences(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 012-345-678", "A 0 1 2 3 4 5 6 7 8"),
        ("A012345678", "A 0 1 2 3 4 5 6 7 8"),
        ("1-800-898-7180", "1 8 0 0 8 9 8 7 1 8 0"),
        ("since 2012", "since 2012"),
        ("2011-2012", "2 0 1 1 2 0 1 2"),
        ("Name ________ here", "Name (an empty line) here"),
        ("one · two", "one, two"),
        ("• “word”", "word"),
    ],
)
def test_how_it_is_pronounced(text: str, expected: str) -> None:
    assert in_words(text, say) == expected
