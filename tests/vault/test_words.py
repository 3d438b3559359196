from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdkiosk.vault import words
from pdkiosk.vault.strength import FLOOR, Verdict, judge
from pdkiosk.vault.words import choices, completions, is_word, plain, propose

LANGUAGES = [*words._LISTS]
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_of_a_list_are_the_same_when_typed_plainly(language: str) -> None:
    every = choices(language, 2048)
    assert len(set(every)) == len({plain(word) for word in every}) == 2048


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_proposal_passes_the_floor(language: str) -> None:
    # The six words worth least are enough, so any six are.
    each = sorted(choices(language, 2048), key=lambda word: judge(word).bits)[:6]
    assert judge(" ".join(each)).bits >= FLOOR
    for _ in range(50):
        proposal = propose(language)
        assert len(set(proposal)) == 6
        assert all(is_word(word, language) for word in proposal)
        assert judge(" ".join(proposal)).enough


def test_a_language_without_a_list_gets_english() -> None:
    english = set(choices("en", 2048))
    assert set(propose("ht")) < english and set(propose("qps")) < english
    assert set(choices("pt-BR", 2048)) == set(choices("pt", 2048))


def test_words_are_completed_without_accents() -> None:
    assert completions("ARB", "es") == ["árbitro", "árbol", "arbusto"]
    assert completions("na", "es", 2) == completions("ñá", "es", 2)
    assert completions("", "es") == completions("zzz", "es") == []
    assert is_word("Arbol", "es") and is_word("A\u0301RBOL ", "es")
    assert not is_word("arbo", "es") and not is_word("", "es")


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


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("", Verdict.MORE_WORDS),
        ("maria", Verdict.MORE_WORDS),
        ("12345678901234567890", Verdict.MORE_WORDS),
        ("Gracias a Dios", Verdict.TOO_COMMON),
        ("contraseña", Verdict.TOO_COMMON),
        ("caballo azul", Verdict.MORE_WORDS),
        ("caballo caballo caballo caballo caballo caballo", Verdict.TOO_COMMON),
        ("aaaaa bbbbb ccccc ddddd eeeee fffff", Verdict.MORE_WORDS),
        ("Padre nuestro que estás en el cielo, santificado sea tu Nombre", Verdict.TOO_COMMON),
        ("El Señor es mi pastor, nada me faltará", Verdict.TOO_COMMON),
        ("one two three four five six seven eight", Verdict.TOO_COMMON),
        ("enero febrero marzo abril mayo junio", Verdict.TOO_COMMON),
        ("qwertyuiop asdfghjkl zxcvbnm qwertyuiop asdfghjkl", Verdict.TOO_COMMON),
        ("the lord is my shepherd I shall not want", Verdict.TOO_COMMON),
        ("sandalia cuarenta loros bostezan tarde", Verdict.ENOUGH),
        ("my uncle painted eleven green tractors", Verdict.ENOUGH),
    ],
)
def test_own_words(text: str, verdict: Verdict) -> None:
    assert judge(text).verdict is verdict, judge(text)


def test_what_others_know_of_the_person_does_not_count() -> None:
    text = "Ximena Quetzal Guadalupe Hernández Zapopan"
    assert judge(text).enough
    assert judge(text, ["Ximena Quetzal Hernández"]).verdict is Verdict.TOO_COMMON


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=3))
def test_any_text_is_judged(text: str, known: list[str]) -> None:
    assert 0 <= judge(text, known).bits <= judge(text).bits


def test_the_interface_loads_nothing_heavy() -> None:
    code = (
        "import sys, pdkiosk.vault.shelf, pdkiosk.vault.words, pdkiosk.vault.usb\n"
        "assert not {'cryptography', 'mnemonic', 'ctypes', 'socket'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
