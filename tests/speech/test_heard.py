"""Abbreviations are spoken as people say them, in each language offered."""

from __future__ import annotations

import pytest

from pdkiosk.language.languages import load_languages, settled
from pdkiosk.speech.heard import as_heard


@pytest.mark.parametrize(
    ("language", "text", "heard"),
    [
        ("es", "Vive en EE. UU. desde 2012.", "Vive en Estados Unidos desde 2012."),
        ("es", "EE.\u00a0UU. y México", "Estados Unidos y México"),
        ("es", "ICE decide.", "ais decide."),
        ("es", "condena (DUI)", "condena (de u i)"),
        ("es", "JUSTICE, ice, ICEBERG", "JUSTICE, ice, ICEBERG"),
        ("es", "el Aviso (NTA)", "el Aviso (ene te a)"),
        ("en", "a U.S. citizen", "a United States citizen"),
        ("en", "Your A-number is on it.", "Your A number is on it."),
        ("en", "ICE decides.", "ICE decides."),
        ("en", "a DUI", "a D U I"),
    ],
)
def test_it_is_heard_as_it_is_said(language: str, text: str, heard: str) -> None:
    assert as_heard(text, load_languages()[language].heard) == heard


def test_a_language_without_a_table_is_read_as_it_is() -> None:
    assert as_heard("EE. UU. e ICE", {}) == "EE. UU. e ICE"


def test_each_language_has_a_table() -> None:
    assert all(language.heard for language in settled(load_languages()).values())
