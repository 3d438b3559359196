"""What is an identifier, and what is not."""

from __future__ import annotations

import pytest

from pdkiosk.language.identifiers import NO_BREAK_SPACE, unbroken


@pytest.mark.parametrize(
    "identifier",
    [
        "A 012 345 678",
        "A012 345 678",
        "A# 012 345 678",
        "A# 012-345-678",
        "A 12 345 678",
        "A ••• ••• 678",
        "A ••• ••• •••",
        "a 012 345 678",
        "1 800 898 7180",
        "1-800-898-7180",
        "(520) 464-3000",
        "(520) 464 3000 ext. 12",
        "520 464 3000, ext 12",
        "520 - 464 - 3000",
        "555 0100",
        "+52 (55) 1234 5678",
        "+502 2425 5000",
        "+1 (520) 464 3000",
        "EE. UU.",
    ],
)
@pytest.mark.parametrize("around", ["{}", "Call {} now.", "({})", "Tel.: {}; ask"])
def test_an_identifier_has_no_place_to_break(identifier: str, around: str) -> None:
    text = around.format(identifier)
    held = unbroken(text)
    assert len(held) == len(text)
    assert held == around.format(identifier.replace(" ", NO_BREAK_SPACE))


@pytest.mark.parametrize(
    "text",
    [
        "I have 3 children",
        "March 5, 2012",
        "el 5 de marzo de 2012",
        "aged 9, 6, and 2",
        "I owe 20 000 dollars",
        "Unit 12 Bed 4",
        "a 3 year old",
        "Form I-246",
        "AB 012 345 67890123",
        "",
    ],
)
def test_running_text_stays_as_it_is(text: str) -> None:
    assert unbroken(text) == text
