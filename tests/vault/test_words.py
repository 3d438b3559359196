from __future__ import annotations

import math
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdkiosk.vault import words
from pdkiosk.vault.strength import FLOOR
from pdkiosk.vault.words import choices, completions, plain, propose

LANGUAGES = [*words._LISTS]
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_of_a_list_are_the_same_when_typed_plainly(language: str) -> None:
    every = choices(language, 2048)
    assert len(set(every)) == len({plain(word) for word in every}) == 2048


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_proposal_passes_the_floor(language: str) -> None:
    # By how they are drawn, not by how they look: see Shelf.create.
    assert len(choices(language, 2048)) == 2048 and 6 * math.log2(2048 - 5) > FLOOR + 17
    every = set(choices(language, 2048))
    for _ in range(50):
        proposal = propose(language)
        assert len(set(proposal)) == 6
        assert set(proposal) <= every


def test_a_language_without_a_list_gets_english() -> None:
    english = set(choices("en", 2048))
    assert set(propose("ht")) < english and set(propose("qps")) < english
    assert set(choices("pt-BR", 2048)) == set(choices("pt", 2048))


def test_words_are_completed_without_accents() -> None:
    assert completions("ARB", "es") == ["árbitro", "árbol", "arbusto"]
    assert completions("na", "es", 2) == completions("ñá", "es", 2)
    assert completions("", "es") == completions("zzz", "es") == []
    assert completions("Arbol", "es") == completions("A\u0301RBOL ", "es") == ["árbol"]


@given(st.text(max_size=60))
def test_forms_capitals_and_spaces_do_not_matter(text: str) -> None:
    expected = plain(text)
    assert plain(expected) == expected
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert plain(unicodedata.normalize(form, text)) == expected
    assert plain(f" \u00a0{text}\n\t\u200b") == expected
    assert plain(text.casefold()) == expected


def test_accents_and_turkish_letters_do_not_matter() -> None:
    assert plain("ÁRBOL Ñandú") == plain("arbol nandu") == "arbolnandu"
    assert plain("KIRMIZI") == plain("kırmızı") == plain("kirmizi")
    assert plain("İstanbul") == plain("istanbul")
    assert plain("Straße") == plain("STRASSE")


def test_the_interface_loads_nothing_heavy() -> None:
    code = (
        "import sys, pdkiosk.vault.shelf, pdkiosk.vault.words, pdkiosk.vault.usb\n"
        "assert not {'cryptography', 'mnemonic', 'ctypes', 'socket'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
