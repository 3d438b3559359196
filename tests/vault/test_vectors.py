from __future__ import annotations

import json
from pathlib import Path

import pytest

from pdkiosk.vault.seal import derive, read_header, seal, unseal
from pdkiosk.vault.words import plain

VECTORS = Path(__file__).parent / "vectors"
CASES = json.loads((VECTORS / "cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_a_file_made_from_the_document_alone_opens(name: str) -> None:
    case = CASES[name]
    file = (VECTORS / f"{name}.work").read_bytes()
    header = read_header(file, len(file))
    assert (header.saved, header.deletion, header.generation) == (
        case["saved"],
        case["deletion"],
        case["generation"],
    )
    assert header.salt.hex() == case["salt"] and header.nonce.hex() == case["nonce"]
    cost = header.cost
    assert (cost.memory, cost.passes, cost.lanes) == (
        case["memory"],
        case["passes"],
        case["lanes"],
    )
    for typed in (case["passphrase"], *case["typed"]):
        assert unseal(file, derive(typed, header.salt, cost)) == (
            case["data"].encode() * case["times"]
        )


@pytest.mark.parametrize("name", CASES)
def test_we_write_the_same_file(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case = CASES[name]
    file = (VECTORS / f"{name}.work").read_bytes()
    header = read_header(file, len(file))
    monkeypatch.setattr("os.urandom", lambda count: header.nonce[:count])
    key = derive(case["passphrase"], header.salt, header.cost)
    again = seal(
        case["data"].encode() * case["times"],
        key,
        saved=header.saved,
        deletion=header.deletion,
        generation=header.generation,
    )
    assert again == file


def test_what_is_typed_otherwise_is_the_same_text() -> None:
    for case in CASES.values():
        assert {plain(typed) for typed in case["typed"]} == {plain(case["passphrase"])}
