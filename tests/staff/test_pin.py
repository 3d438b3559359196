from __future__ import annotations

import pytest

from pdkiosk.commands.pin import pin
from pdkiosk.facility.pin import PinError, hash_pin, is_hash, matches, weakness
from pdkiosk.facility.settings import Facility


def test_a_pin_opens_its_own_hash_and_no_other() -> None:
    hashed = hash_pin("830194")
    assert is_hash(hashed)
    assert "830194" not in hashed
    assert matches("830194", hashed)
    assert not matches("830195", hashed)
    assert hash_pin("830194") != hashed  # another salt


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("", "digits"),
        ("12345a", "digits"),
        ("١٢٣٤٥٦", "digits"),
        ("83019", "short"),
        ("8" * 9 + "3" * 9, "long"),
        ("111111", "simple"),
        ("123456", "simple"),
        ("987654", "simple"),
        ("830194", ""),
    ],
)
def test_what_a_pin_must_be(given: str, why: str) -> None:
    assert weakness(given) == why
    if why:
        with pytest.raises(PinError):
            hash_pin(given)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "830194",
        "$2b$12$abcdefghijklmnopqrstuv",
        "$argon2i$v=19$m=65536,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZg",
        # More memory or time than anybody can wait for.
        "$argon2id$v=19$m=9999999,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZg",
        "$argon2id$v=19$m=65536,t=99,p=1$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZg",
    ],
)
def test_what_is_no_hash_opens_nothing(text: str) -> None:
    assert not is_hash(text)
    assert not matches("830194", text)
    assert not matches("", text)


def test_the_command_asks_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert pin(lambda prompt: "830194") == 0
    name, _, value = capsys.readouterr().out.strip().partition(" = ")
    assert name in Facility.__struct_fields__
    assert matches("830194", value.strip('"'))


@pytest.mark.parametrize("typed", [["830194", "830195"], ["123"], []])
def test_the_command_prints_nothing_for_a_bad_pin(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(typed)

    def ask(prompt: str) -> str:
        for answer in answers:
            return answer
        raise EOFError

    assert pin(ask) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "830194" not in said.err
