"""Which of a speech engine's voices reads a language, as the people here speak it."""

from __future__ import annotations

from collections.abc import Sequence

# Latin America before Spain; whatever else there is comes after these.
_WISHES = {
    "es": ("es_419", "es_MX", "es_US"),
    "en": ("en_US",),
    "pt": ("pt_BR",),
    "fr": ("fr_FR",),
    "zh": ("zh_CN",),
}


def choose_locale(available: Sequence[str], language: str) -> str | None:
    """The best of the engine's locales ("es_419") for a language code; None for no voice."""
    for wish in _WISHES.get(language, ()):
        if wish in available:
            return wish
    fitting = sorted(name for name in available if name.split("_")[0] == language)
    return fitting[0] if fitting else None
