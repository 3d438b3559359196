"""Chooses the locale of a speech engine that is closest to how people here speak a language."""

from __future__ import annotations

from collections.abc import Sequence

from pdkiosk.language.languages import load_languages


def choose_locale(available: Sequence[str], language: str) -> str | None:
    """The best of the engine's locales ("es_419") for a language code; None if there is none."""
    known = load_languages().get(language)
    for wish in known.voices if known else ():
        if wish in available:
            return wish
    fitting = sorted(name for name in available if name.split("_")[0] == language)
    return fitting[0] if fitting else None
