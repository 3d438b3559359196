"""What a translator checks: every text of a language as the program shows it.

Read from the compiled catalog, which is what people see; so changes are detected without the
sources, in a few milliseconds.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pdkiosk import shipped_files
from pdkiosk.language.catalogs import DOMAIN
from pdkiosk.language.compiled_catalog import CompiledCatalog
from pdkiosk.review.statement import number, seal


class Translated(NamedTuple):
    """A text of the catalog: its context, its English, and its forms in the language."""

    context: str
    english: str
    plural: str
    forms: tuple[str, ...]

    def number(self, language: str) -> str:
        """The number of its statement, which identifies the text."""
        return number(language, self.context, self.english)

    def seal(self, language: str) -> str:
        """The seal of its words.

        Not of its conditions: the same words are right or wrong everywhere.
        """
        return seal(language, self.context, self.english, self.plural, list(self.forms))


def translated(folder: Path, language: str) -> list[Translated]:
    """The texts of a language below a folder of translations.

    Raises OSError if there is no catalog, ValueError if it is damaged.
    """
    data = shipped_files.read(folder / language / "LC_MESSAGES" / f"{DOMAIN}.mo")
    return [Translated(*entry) for entry in CompiledCatalog(data).entries()]
