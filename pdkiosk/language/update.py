"""Updates the template and every catalog to the current texts of program and guide.

Run by ``packaging/translations``. A changed text becomes untranslated in each language: nothing is
guessed from a similar one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message

from pdkiosk import resources
from pdkiosk.language.catalogs import DOMAIN, TEMPLATE_NAME
from pdkiosk.language.extraction import (
    extract_template,
    read_catalog,
    texts,
    written,
)

_HEADER = """\
# {language} translation of pdkiosk. Who has reviewed it stands in review.tsv."""


def catalog_path(folder: Path, language: str) -> Path:
    """The path of a language's translations."""
    return folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def merged(template: Catalog, old: Catalog | None, language: str) -> Catalog:
    """The texts of the template with the translations that the old catalog has for them."""
    header = _HEADER.format(language=Locale.parse(language).english_name)
    catalog = Catalog(
        locale=language,
        project=template.project,
        version=template.version,
        charset="utf-8",
        fuzzy=False,
        header_comment=header if old is None else old.header_comment,
    )
    for message in template:
        if not message.id:
            continue
        known = None if old is None else old.get(message.id, message.context)
        string, flags, comments = _kept(message, known)
        catalog.add(
            message.id,
            string,
            message.locations,
            flags=flags,
            auto_comments=message.auto_comments,
            user_comments=comments,
            context=message.context,
        )
    return catalog


def _kept(
    message: Message, known: Message | None
) -> tuple[str | tuple[str, ...] | list[str] | None, list[str], list[str]]:
    if known is None or known.id != message.id:
        return None, [], []
    return known.string, ["fuzzy"] if known.fuzzy else [], known.user_comments


def update(folder: Path, guide_folder: Path, new: list[str]) -> list[str]:
    """Rewrites template and catalogs, adds ``new`` languages, and reports what is missing."""
    template = extract_template(guide_folder)
    (folder / TEMPLATE_NAME).write_bytes(written(template))
    report = [f"{TEMPLATE_NAME}: {len(template)} texts"]
    languages = {path.parents[1].name for path in folder.glob("*/LC_MESSAGES/*.po")} | set(new)
    for language in sorted(languages):
        path = catalog_path(folder, language)
        old = read_catalog(path, language) if path.exists() else None
        catalog = merged(template, old, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(catalog))
        empty = sum(1 for message in catalog if message.id and not _translated(message))
        report.append(f"{language}: {empty} of {len(catalog)} still to be translated")
    return report


def _translated(message: Message) -> bool:
    return all(texts(message))


def main(arguments: list[str]) -> int:
    """Updates the catalogs of this checkout; ``arguments`` are codes of new languages."""
    for code in arguments:
        try:
            Locale.parse(code)
        except (ValueError, UnknownLocaleError):
            print(f"{code}: this is no code of a language", file=sys.stderr)
            return 2
    for line in update(resources.folder("translations"), resources.path("guide"), arguments):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
