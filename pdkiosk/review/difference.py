"""The differences between two guide packs, in words that a lawyer can read."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from pdkiosk.guide.model import Guide
from pdkiosk.guide.vocabulary import Rule
from pdkiosk.review.cases import Case
from pdkiosk.review.law import law_statements
from pdkiosk.review.statement import Statement
from pdkiosk.review.table import appears
from pdkiosk.review.translation import Translated

_ALIKE = 0.6
"""How similar two texts must be, from 0 to 1, for one to count as the other's new wording."""


def statements_changed(old: Guide, new: Guide) -> Iterator[str]:
    """Each text and fact of the law that is new, gone, or changed."""
    before = {each.number: each for each in _without_rules(old)}
    after = {each.number: each for each in _without_rules(new)}
    gone = [each for number, each in before.items() if number not in after]
    for number, each in after.items():
        was = before.get(number)
        if was is None:
            was = _earlier(each, gone)
            if was is None:
                yield f"NEW      {number}  {each.heading}\n  now: {each.english}"
                continue
            gone.remove(was)
        if was.seal != each.seal:
            yield "\n".join([f"CHANGED  {number}  {each.heading}", *_differences(was, each)])
    for each in gone:
        yield f"GONE     {each.number}  {each.heading}\n  was: {each.english}"


def _without_rules(guide: Guide) -> list[Statement]:
    return [each for each in law_statements(guide) if each.key[1] or each.law]


def _earlier(each: Statement, gone: list[Statement]) -> Statement | None:
    """The earlier wording of a statement, among those that are gone."""
    here = {was.english: was for was in gone if was.where == each.where} or {
        was.english: was for was in gone
    }
    near = difflib.get_close_matches(each.english, here, 1, _ALIKE)
    return here[near[0]] if near else None


def _differences(was: Statement, now: Statement) -> Iterator[str]:
    found = [
        ("", was.english, now.english),
        (" appears", appears(was), appears(now)),
        (" rests on", was.rests_on, now.rests_on),
    ]
    if all(one == other for _, one, other in found):
        # The condition is described in words of other texts, which can hide a difference in it.
        yield f"  {now.english}\n  its condition or source differs"
    elif was.english == now.english:
        yield f"  {now.english}"
    for what, one, other in found:
        if one != other:
            yield f"  was{what}: {one}\n  now{what}: {other}"


def translations_changed(
    language: str, old: Iterable[Translated], new: Iterable[Translated]
) -> Iterator[str]:
    """Each text whose translation changed; texts without an old translation are only counted."""
    before = {text.number(language): text for text in old}
    fresh = 0
    for text in new:
        was = before.get(text.number(language))
        if was is None:
            fresh += 1
        elif was.forms != text.forms:
            forms = [" | ".join(each.forms) for each in (was, text)]
            number = text.number(language)
            yield f"CHANGED  {number}  {text.english}\n  was: {forms[0]}\n  now: {forms[1]}"
    if fresh:
        yield f"NEW      {fresh} texts, new or new in English"


def letter_changed(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The lines of a letter that differ, each with - (was) or + (now) before it."""
    for line in difflib.unified_diff(old, new, n=0, lineterm=""):
        if line[:1] in "+-" and line[:3] not in ("+++", "---"):
            yield f"  {line[0]} {line[1:]}"


def rules_changed(old: Path, new: Path) -> Iterator[str]:
    """Each rule whose code, description or cases differ between two checkouts.

    Raises OSError if one of them has no program: rules are part of the program.
    """
    before, after = _rules(old), _rules(new)
    for name in dict.fromkeys([*before, *after]):
        if name not in after:
            yield f"GONE     {name}"
        elif name not in before:
            yield f"NEW      {name}: {after[name][0]}"
        else:
            was, now = before[name], after[name]
            parts = ("what it says of itself", "what it does", "its cases")
            changed = [part for part, a, b in zip(parts, was, now, strict=True) if a != b]
            if changed:
                yield f"CHANGED  {name}: {', '.join(changed)}\n  was: {was[0]}\n  now: {now[0]}"


def _rules(pack: Path) -> dict[str, tuple[str, str, object]]:
    """Each rule: its description, its code, its cases."""
    tree = ast.parse((pack / "pdkiosk/interview/rules.py").read_text("utf-8"))
    data = (pack / "resources/review/rules.json").read_bytes()
    tables = msgspec.json.decode(data, type=dict[Rule, list[Case]])
    found: dict[str, tuple[str, str, object]] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            says = " ".join((ast.get_docstring(node) or "").split())
            body = node.body[1:] if says else node.body
            does = "\n".join(ast.dump(part) for part in body)
            found[node.name] = (says, does, tables.get(node.name))  # type: ignore[call-overload]
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name in tables:
                found[name] = ("", ast.dump(node.value), tables.get(name))
    return found
