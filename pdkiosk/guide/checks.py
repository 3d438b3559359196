"""Checks a guide: everything it names exists, and every condition and text can work."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import msgspec

from pdkiosk.guide import condition_checks, needs, question_checks
from pdkiosk.guide.drawings import DRAWINGS
from pdkiosk.guide.lookup import (
    Place,
    Problem,
    all_facts,
    choosing,
    identified,
    placeholders,
    top_questions,
    walk,
)
from pdkiosk.guide.model import (
    Choice,
    DateQuestion,
    Fact,
    Factor,
    Forms,
    Guide,
    LongText,
    Number,
    Option,
    Page,
    Sentence,
    Text,
    When,
)
from pdkiosk.guide.narrowing import may_not_keep, may_turn_off
from pdkiosk.guide.vocabulary import GENERAL, WAYS, Derived, ScreenName
from pdkiosk.language.message import DateRole

# Factors composed by their own function, or told only in the person's own words.
_WITHOUT_GENERAL = ("health", "words")
_PLAIN_ROLES = {"start", "words"}
_ROLES = _PLAIN_ROLES | {role.value for role in DateRole}
# Days outside of these are typing mistakes, and date arithmetic fails near the ends of the
# calendar.
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2200, 1, 1)
# As an answers file, the mark of a suggestion and the facility's settings can name it.
_NAME = re.compile("[a-z][a-z0-9_]{0,38}")


def problems(guide: Guide) -> Iterator[Problem]:
    """Everything that is wrong, with its place."""
    yield from _empty(guide)
    braces = list(_braces(guide))
    yield from braces
    if braces:
        return  # the arguments of malformed texts cannot be determined
    yield from _about(guide)
    yield from _twice(guide)
    yield from _names(guide)
    yield from _references(guide)
    yield from _law(guide)
    yield from _narrowing(guide)
    yield from question_checks.problems(guide)
    yield from _factors(guide)
    yield from _parts(guide)
    yield from condition_checks.problems(guide)
    yield from _facts(guide)
    yield from _sentences(guide)
    yield from _screens(guide)
    yield from _drawings(guide)
    yield from needs.problems(guide)


def _empty(guide: Guide) -> Iterator[Problem]:
    """Optional texts must be left out, not empty: an empty one would be shown as a blank."""
    for place, piece in walk(guide):
        for field in _fields(type(piece)):
            text = getattr(piece, field.name)
            if isinstance(text, str) and not text.strip() and text != field.default:
                yield Problem(place, f"{field.encode_name} is empty")


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(kind)


def _braces(guide: Guide) -> Iterator[Problem]:
    """Every brace in a text must be part of a pair around a name, or doubled."""
    for place, piece in walk(guide):
        for field in piece.__struct_fields__:
            text = getattr(piece, field)
            if isinstance(text, str):
                try:
                    placeholders(text)
                except ValueError as error:
                    yield Problem(place, f"{error}: {text:.100}")


def _about(guide: Guide) -> Iterator[Problem]:
    """Checks the guide's own dates, by which every clock is judged."""
    place, days = Place("about"), []
    for text in (guide.about.checked, guide.about.check_by):
        try:
            days.append(date.fromisoformat(text))
        except ValueError as error:
            yield Problem(place, str(error))
    if len(days) == 2 and not _FIRST_DAY <= days[0] < days[1] <= _LAST_DAY:
        text = f"checked, then check_by, from {_FIRST_DAY} to {_LAST_DAY}"
        yield Problem(place, text)


def _narrowing(guide: Guide) -> Iterator[Problem]:
    """What a pack turns off or adds to must exist, and must be allowed to be turned off."""
    pages = [page.id for page in guide.page]
    for narrowing in guide.narrowing:
        noted = [line.partition(":")[0].strip() for line in narrowing.local_notes]
        for what, names, may in (
            ("asks_off", narrowing.asks_off, may_turn_off(guide)),
            ("keep_off", narrowing.keep_off, may_not_keep(guide)),
            ("local_notes", noted, pages),
        ):
            for name in names:
                if name not in may:
                    yield Problem(Place("narrowing", narrowing.by), f"{what} cannot name {name}")


def _twice(guide: Guide) -> Iterator[Problem]:
    for place, times in Counter(identified(guide)).items():
        if times > 1:
            yield Problem(place, "this id occurs twice")


def _names(guide: Guide) -> Iterator[Problem]:
    """What is written into files, settings and saved work by its name has a plain one."""
    for place, piece in walk(guide):
        name = "" if isinstance(piece, Sentence | Forms | Fact) else getattr(piece, "id", "")
        if name and not _NAME.fullmatch(name):
            yield Problem(place, f"{name!r:.100} is not a valid id (a to z, 0 to 9, _; at most 39)")


def _references(guide: Guide) -> Iterator[Problem]:
    """Whatever one piece of the guide names must exist in another."""
    known = set(identified(guide))

    def named(place: Place, kind: str, ids: Iterable[str]) -> Iterator[Problem]:
        for missing in (i for i in ids if Place(kind, i) not in known):
            yield Problem(place, f"there is no {kind} {missing}")

    for place, piece in walk(guide):
        match piece:
            case Page():
                yield from named(place, "section", [piece.section] if piece.ways else [])
                yield from named(place, "chapter", [piece.chapter] if piece.chapter else [])
                yield from named(place, "term", piece.words)
                if piece.kind == "follow" and not piece.follow_group:
                    yield Problem(place, "a follow page needs follow_group")
                if piece.kind == "stop" and set(piece.ways) != {"short", "full"}:
                    yield Problem(place, "who must be stopped is stopped on both ways")
            case Factor():
                yield from named(place, "paper", piece.papers)
            case Fact():
                yield from named(place, "paper", piece.papers)
                yield from named(place, "question", [piece.origin] if piece.origin else [])


def _law(guide: Guide) -> Iterator[Problem]:
    """Texts about the law must name the law entries they rest on.

    Every entry must be due for a check.
    """
    named: set[str] = set()
    known = {entry.id for entry in guide.law}
    for place, piece in walk(guide):
        if isinstance(piece, Text | Option | Sentence):
            named.update(piece.law)
            for missing in sorted(set(piece.law) - known):
                yield Problem(place, f"there is no law {missing}")
        if isinstance(piece, Text) and (piece.source == "law") != bool(piece.law):
            yield Problem(place, f"the source law goes with entries of law: {piece.text}")
    for entry in guide.law:
        place = Place("law", entry.id)
        if entry.id not in named:
            yield Problem(place, "nothing rests on it")
        try:
            days = [date.fromisoformat(day) for day in (entry.seen_on, entry.check_by)]
        except ValueError as error:
            yield Problem(place, str(error))
        else:
            if days[0] >= days[1]:
                yield Problem(place, "it is to be checked again before it was seen")


def _factors(guide: Guide) -> Iterator[Problem]:
    followed = {page.follow_group for page in guide.page}
    for factor in guide.factor:
        place = Place("factor", factor.id)
        if not choosing(guide, factor.group):
            yield Problem(place, f"no question offers the group {factor.group}")
        if factor.questions and factor.group not in followed:
            yield Problem(place, f"no page asks the questions of the group {factor.group}")
        if (factor.callouts or factor.follow) and not factor.questions:
            yield Problem(place, "without questions it has no screen to show this on")
        if factor.questions and not factor.follow:
            yield Problem(place, "the screen of its questions needs follow")
        if factor.group == "high" and not (factor.way and factor.counts_as is not None):
            yield Problem(place, "what weighs against the person needs way and counts_as")
        if factor.group != "high" and (factor.way or factor.counts_as or factor.lawyer_only):
            text = "way, counts_as and lawyer_only are for what weighs against the person (high)"
            yield Problem(place, text)
        asked = [q for q in factor.questions if isinstance(q, Choice) and q.id == factor.way]
        if factor.way and [{o.id for o in q.options} for q in asked] != [set(WAYS)]:
            text = f"way: {factor.way} is no question of its own with the options {', '.join(WAYS)}"
            yield Problem(place, text)
        if not (factor.facts or any(isinstance(q, LongText) for q in factor.questions)):
            yield Problem(place, "the letter has nothing to say on it")
        if factor.group == "medical" and any(fact.block != "health" for fact in factor.facts):
            yield Problem(place, "what a severe illness is called stands in the part health")
        for fact in factor.facts:
            whole = fact.text.endswith((".", "?", "!"))
            if whole and factor.group == "medical":
                yield Problem(Place("fact", fact.id), "it stands inside a sentence: no full stop")
            if not whole and factor.group != "medical":
                yield Problem(Place("fact", fact.id), "the sentence needs a full stop")


def _parts(guide: Guide) -> Iterator[Problem]:
    """Every fact and every free text must have a place in the letter."""
    factors = {factor.id for factor in guide.factor}
    texts = {q.id for p in guide.page for q in p.questions if isinstance(q, LongText)}
    named = [name for part in guide.part for group in part.paragraphs for name in group]
    for part in guide.part:
        place = Place("part", part.id)
        inside = [name for group in part.paragraphs for name in group]
        if inside.count(GENERAL) != (part.id not in _WITHOUT_GENERAL):
            wanted = "never" if part.id in _WITHOUT_GENERAL else "once"
            yield Problem(place, f"{GENERAL} stands in it {wanted}")
        for name in inside:
            if (name in factors) + (name in texts) + (name == GENERAL) != 1:
                yield Problem(place, f"{name} is no factor, or no free text of a page")
            if inside.count(name) > 1:
                yield Problem(place, f"{name} occurs twice in it")
    for text in sorted(texts):
        if named.count(text) != 1:
            yield Problem(Place("question", text), "a free text stands in exactly one part")
    parts = {part.id for part in guide.part}
    for fact in all_facts(guide):
        if fact.block not in parts:
            yield Problem(Place("fact", fact.id), f"there is no part {fact.block}")
    for fact in guide.facts:
        if fact.block in _WITHOUT_GENERAL:
            yield Problem(Place("fact", fact.id), f"the part {fact.block} takes those of factors")


def _facts(guide: Guide) -> Iterator[Problem]:
    questions = {question.id: question for question in top_questions(guide)}
    derived = set(get_args(Derived))
    for fact in all_facts(guide):
        place = Place("fact", fact.id)
        allowed = set(questions) | derived | ({"n"} if fact.count else set())
        if bool(fact.count) != (fact.plural is not None):
            yield Problem(place, "count and plural go together")
        if fact.typed and placeholders(fact.typed) != placeholders(fact.text):
            yield Problem(place, "text and typed have other arguments")
        counted = isinstance(questions.get(fact.count), Number) or fact.count in derived
        if fact.count and not counted:
            yield Problem(place, f"{fact.count} is no number")
        for name in sorted(placeholders(_wordings(fact)) - allowed):
            yield Problem(place, f"there is no question {name}")
        for name in sorted(placeholders(fact.by_hand or "")):
            yield Problem(place, f"{{{name}}} stands before a line to be filled in by hand")
        for asked, role in _roles(fact):
            if role in _ROLES - _PLAIN_ROLES and not isinstance(questions.get(asked), DateQuestion):
                yield Problem(place, f"{{{asked}:{role}}} needs a date")


def _sentences(guide: Guide) -> Iterator[Problem]:
    for place, piece in walk(guide):
        if not isinstance(piece, Sentence | Forms | Fact):
            continue
        for name, role in _roles(piece):
            if role not in _ROLES:
                yield Problem(place, f"{{{name}:{role}}} is no role")
        # The singular may spell out "one", which has a gender in many languages.
        if piece.plural is not None and (
            placeholders(piece.plural) - {"n"} != placeholders(piece.text) - {"n"}
        ):
            yield Problem(place, "text and plural have other arguments")


def _roles(piece: Sentence | Forms | Fact) -> Iterator[tuple[str, str]]:
    """Each argument that has a role ("since"), with that role."""
    for _, name, role, _ in string.Formatter().parse(_wordings(piece)):
        if name and role:
            yield name, role


def _wordings(piece: Sentence | Forms | Fact) -> str:
    """All texts that may be used for a fact, one after the other."""
    more = (piece.zero, piece.typed) if isinstance(piece, Fact) else ()
    return " ".join(words for words in (piece.text, piece.plural, *more) if words)


def _screens(guide: Guide) -> Iterator[Problem]:
    """The texts on screens must use only arguments that screens can fill in."""
    known = set(get_args(ScreenName))
    for place, piece in walk(guide):
        if isinstance(piece, Guide | Sentence | Forms | Fact | When):
            continue
        for field in piece.__struct_fields__:
            text = getattr(piece, field)
            # This one is on paper too, with its own date.
            if isinstance(text, str) and text != guide.about.expired:
                for name in sorted(placeholders(text) - known):
                    yield Problem(place, f"{{{name}}} cannot be filled in on a screen")


def missing_icons(guide: Guide, folders: Iterable[Path]) -> Iterator[Problem]:
    """The icons that a piece names but that are missing from all of these folders."""
    there = {file.stem for folder in folders for file in folder.glob("*.svg")}
    for place, piece in walk(guide):
        icon = getattr(piece, "icon", "")
        if icon and icon not in there:
            yield Problem(place, f"there is no icon {icon}")


def _drawings(guide: Guide) -> Iterator[Problem]:
    """Every drawing that a piece names must exist, and a piece may have only one picture."""
    for place, piece in walk(guide):
        name = getattr(piece, "drawing", "")
        if name and name not in DRAWINGS:
            yield Problem(place, f"there is no drawing {name}")
        if isinstance(piece, Option | Text) and name and piece.icon:
            yield Problem(place, f"it has the drawing {name} and the icon {piece.icon}")
