"""No statement of the source guide is lost, in any language, and nobody misses a critical one."""

from __future__ import annotations

import pytest

from pdkiosk.guide.model import Page, said
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.languages import load_languages, settled
from tests.guide.pieces import Piece, catalogs, guide, ledger, pieces
from tests.interview.people import interview

LANGUAGES = [code for code in settled(load_languages()) if code != SOURCE_LANGUAGE]
CRITICAL = sorted(name for name, kind in ledger().items() if kind == "critical")

# Texts that are the same in both languages.
SAME_IN = {"es": {"ICE", "OPLA", "ERO"}}


def carried() -> dict[str, list[Piece]]:
    found: dict[str, list[Piece]] = {}
    for piece in pieces(guide()):
        for name in piece.ledger:
            found.setdefault(name, []).append(piece)
    return found


def test_the_ledger_is_whole() -> None:
    assert len(ledger()) == 115
    assert len(CRITICAL) == 12


@pytest.mark.parametrize("name", sorted(ledger()))
def test_every_statement_is_carried(name: str) -> None:
    assert carried().get(name), f"{name} is said nowhere"


def test_no_statement_is_invented() -> None:
    assert set(carried()) - set(ledger()) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(ledger()))
def test_every_statement_is_said_in_every_language(name: str, language: str) -> None:
    for piece in carried()[name]:
        assert piece.texts, f"{piece.place} carries {name} and says nothing"
        for text in piece.texts:
            translated = catalogs().pattern(said(text), language)
            assert translated.strip()
            if text not in SAME_IN.get(language, set()):
                assert translated != text, f"{piece.place}: {text!r} is not translated"


def everybody() -> list[Page]:
    """The pages before the letter that everybody passes who reaches it, whatever the way."""
    passed: list[list[Page]] = []
    for status in ("yes", "order"):
        for way in ("short", "full"):
            steps = interview(in_proceedings=status, way=way).course().steps
            names = [step.page.id for step in steps]
            assert "letter" in names
            passed.append([step.page for step in steps[: names.index("letter")]])
    return [page for page in passed[0] if all(page in others for others in passed)]


def said_to_everybody(page: Page) -> set[str]:
    """The statements on a page that are there under no condition, in full view."""
    found = set(page.ledger)
    for text in page.body:
        if text.when is None:
            found.update(text.ledger)
    for callout in page.callouts:
        if callout.when is None:
            found.update(callout.ledger)
            for text in callout.text:
                if text.when is None:
                    found.update(text.ledger)
    return found


@pytest.mark.parametrize("name", CRITICAL)
def test_nobody_reaches_the_letter_without_the_critical_ones(name: str) -> None:
    pages = [page for page in everybody() if page.when is None]
    assert any(name in said_to_everybody(page) for page in pages), f"{name} can be missed"
