"""Finds what is wrong with the translations: missing, fuzzy, stale, or with other placeholders."""

from __future__ import annotations

import gettext
import string
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from pdkiosk import resources
from pdkiosk.language.catalogs import SOURCE_LANGUAGE, TEMPLATE_NAME
from pdkiosk.language.compiled_catalog import NUMBERS
from pdkiosk.language.extraction import (
    extract_template,
    has_sources,
    read_catalog,
    texts,
    written,
)
from pdkiosk.language.languages import load_languages, settled, with_text
from pdkiosk.language.update import catalog_path

_MISSING = "missing"
_ENDS = ".:;,?!…"
_CLOSING = '»”’")]'


def problems(
    folder: Path, guide_folder: Path, languages: Iterable[str], drafts: Collection[str] = ()
) -> Iterator[str]:
    """What is wrong in the template and in the catalogs of these languages, one line each.

    Texts missing from a draft are not a problem. The texts are extracted again; without sources (in
    a bundle), the template of the build is used instead.
    """
    try:
        template = extract_template(guide_folder)
    except (OSError, ValueError) as error:
        yield f"{TEMPLATE_NAME}: the texts cannot be read ({type(error).__name__})"
        return
    path = folder / TEMPLATE_NAME
    if not path.exists():
        yield f"{TEMPLATE_NAME}: missing; run packaging/translations"
    elif not has_sources():
        built = read_catalog(path)
        for message in template:
            if message.id and built.get(message.id, message.context) is None:
                yield f"{TEMPLATE_NAME}: not of this guide: {_name(message)}"
        template = built
    elif path.read_bytes() != written(template):
        yield f"{TEMPLATE_NAME}: stale; run packaging/translations"
    for language in languages:
        if language != SOURCE_LANGUAGE:
            for problem in language_problems(folder, language, template):
                if not (language in drafts and problem.startswith(_MISSING)):
                    yield f"{language}: {problem}"


def language_problems(folder: Path, language: str, template: Catalog) -> Iterator[str]:
    """What is wrong in the catalog of one language, compared with the current texts."""
    path = catalog_path(folder, language)
    try:
        catalog = read_catalog(path, language)
    except FileNotFoundError:
        yield "there is no catalog; run packaging/translations " + language
        return
    except (OSError, ValueError) as error:
        yield f"the catalog cannot be read ({error})"
        return
    try:
        forms = _numbers_of_forms(catalog)
    except (ValueError, ArithmeticError):
        yield f"the rule for plurals is malformed: {catalog.plural_expr:.100}"
        return
    if lost := set(range(NUMBERS)).difference(*forms):
        yield f"the rule for plurals names no form of {len(forms)} for {min(lost)}"
    wanted = {(message.id, message.context) for message in template if message.id}
    for message in catalog:
        if message.id and (message.id, message.context) not in wanted:
            yield f"stale: {_name(message)}: no such text any more"
    for message in template:
        if message.id:
            found = catalog.get(message.id, message.context)
            if found is None or found.id != message.id:
                yield f"{_MISSING}: {_name(message)}"
            else:
                yield from (f"{p}: {_name(message)}" for p in _entry(found, forms))


def _name(message: Message) -> str:
    text = message.id if isinstance(message.id, str) else message.id[0]
    short = text if len(text) <= 60 else text[:60] + "…"
    return f"[{message.context}] {short!r}" if message.context else repr(short)


def _numbers_of_forms(catalog: Catalog) -> list[set[int]]:
    """For each plural form of a language, the numbers below NUMBERS that it is for."""
    form = gettext.c2py(catalog.plural_expr)
    return [{n for n in range(NUMBERS) if form(n) == each} for each in range(catalog.num_plurals)]


def _entry(message: Message, forms: list[set[int]]) -> Iterator[str]:
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    strings = texts(message)
    if not all(strings):
        yield _MISSING
        return
    if message.fuzzy:
        yield "fuzzy"
    if len(sources) > 1 and len(strings) != len(forms):
        yield f"{len(strings)} forms instead of {len(forms)}"
        return
    for text, numbers in zip(strings, forms if len(sources) > 1 else [{1}], strict=True):
        # A form for one number alone may write it out: "one year". One that is for others, too,
        # as the only form of Chinese, would say it of all of them.
        alone = len(sources) > 1 and len(numbers) == 1
        source = sources[0] if numbers == {1} else sources[-1]
        yield from _pair(source, text, message.context or "", sources[-1] if alone else "")


def _pair(source: str, text: str, context: str, with_number: str = "") -> Iterator[str]:
    """``with_number``: the text with the place for a number that may be written out as well."""
    wanted, found = _placeholders(source), _placeholders(text)
    good = [wanted]
    if with_number and (named := _placeholders(with_number)) is not None:
        good += [named, {name for name in named if name.partition(":")[0] != "n"}]
    if found is None:
        yield "braces that do not close"
    elif found not in good:
        yield f"placeholders {_set(found)} instead of {_set(wanted or set())}"
    if source[:1].isspace() != text[:1].isspace() or source[-1:].isspace() != text[-1:].isspace():
        yield "another space at the start or end"
    if context.startswith("letter.") and _end(source) != _end(text):
        yield f"ends with {_end(text) or 'no mark'!r} instead of {_end(source) or 'no mark'!r}"


def _placeholders(text: str) -> set[str] | None:
    try:
        parsed = list(string.Formatter().parse(text))
    except ValueError:
        return None
    return {f"{name}:{spec}" if spec else name for _, name, spec, _ in parsed if name is not None}


def _set(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"


def _end(text: str) -> str:
    last = text.rstrip().rstrip(_CLOSING)[-1:]
    return last if last in _ENDS else ""


def _lacking(folder: Path, language: str) -> int:
    try:
        catalog = read_catalog(catalog_path(folder, language), language)
    except (OSError, ValueError):
        return 0  # reported as a problem elsewhere
    return sum(1 for message in catalog if message.id and not all(texts(message)))


def main() -> int:
    """Prints every problem, and what drafts lack; returns 1 if there is a problem."""
    folder, guide_folder = resources.folder("translations"), resources.path("guide")
    languages = load_languages()
    listed, drafts = with_text(languages), languages.keys() - settled(languages).keys()
    found = list(problems(folder, guide_folder, listed, drafts))
    for path in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        if path.parents[1].name not in listed:
            found.append(f"{path.parents[1].name}: not in resources/languages.toml")
    for line in found:
        print(line)
    for code in sorted(drafts & {*listed}):
        lacking = _lacking(folder, code)
        if lacking:
            print(f"{code}: a draft, {lacking} texts to be translated")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
