"""Reads ``resources/guide/`` and refuses, with file and place, what does not fit together."""

from __future__ import annotations

import string
from collections.abc import Iterator
from pathlib import Path

import msgspec

from pdkiosk.guide import compiled
from pdkiosk.guide.model import (
    UNKNOWN,
    Cards,
    Choice,
    Choices,
    Fact,
    Guide,
    Question,
    When,
)

_LISTS = ("section", "page", "factor", "paper", "term", "sentence", "forms", "facts")


class GuideError(Exception):
    """The guide's files are malformed; the text names the file or the place and the reason."""


def load_guide(folder: Path) -> Guide:
    """The guide made of all TOML files below ``folder``, in the order of their names.

    Raises GuideError when a file can not be read, has an unknown key or a value of the
    wrong kind, or refers to something that does not exist.
    """
    try:
        files = list(guide_files(folder))
    except OSError as error:
        raise GuideError(f"{folder.name}: {error}") from error
    return compiled.read(folder, compiled.fingerprint(files)) or _checked(folder, files)


def guide_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each TOML file below ``folder``, in the order of their names."""
    for path in sorted(folder.rglob("*.toml")):
        yield path.relative_to(folder).as_posix(), path.read_bytes()


def _checked(folder: Path, files: list[tuple[str, bytes]]) -> Guide:
    import tomllib

    merged: dict[str, object] = {name: [] for name in _LISTS}
    for path, data in files:
        name = path.rpartition("/")[2]
        try:
            content = tomllib.loads(data.decode("utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise GuideError(f"{name}: {error}") from error
        for key, value in content.items():
            collected = merged.get(key)
            if isinstance(collected, list) and isinstance(value, list):
                collected.extend(value)
            elif key not in merged:
                merged[key] = value
            else:
                raise GuideError(f"{name}: {key} stands in two files or is not a list")
    try:
        guide = msgspec.convert(merged, Guide)
    except msgspec.ValidationError as error:
        raise GuideError(f"{folder.name}: {error}") from error
    problems = list(_problems(guide))
    if problems:
        raise GuideError("; ".join(problems))
    return guide


def top_questions(guide: Guide) -> Iterator[Question]:
    """Every question outside repeated groups, in the order of the interview."""
    for page in guide.page:
        yield from page.questions
        if page.kind == "follow":
            for factor in guide.factor:
                if factor.group == page.follow_group:
                    yield from factor.questions


def all_questions(guide: Guide) -> Iterator[Question]:
    """Every question, those inside repeated groups included."""
    for question in top_questions(guide):
        yield question
        if isinstance(question, Cards):
            yield question.lead
            yield from question.fields


def placeholders(text: str) -> set[str]:
    """The names of the arguments in a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def option_ids(guide: Guide, question: Question) -> set[str]:
    """The identifiers that a condition can name, "I do not know" included where offered."""
    unknown = {UNKNOWN} if question.unknown else set()
    if isinstance(question, Choices) and question.group:
        return {factor.id for factor in guide.factor if factor.group == question.group}
    if isinstance(question, Choice | Choices):
        return {option.id for option in question.options} | unknown
    return unknown


def _problems(guide: Guide) -> Iterator[str]:
    questions: dict[str, Question] = {}
    for question in all_questions(guide):
        if question.id in questions:
            yield f"question {question.id}: this id stands twice"
        questions[question.id] = question
    for name, things in (
        ("section", guide.section),
        ("page", guide.page),
        ("factor", guide.factor),
        ("paper", guide.paper),
        ("term", guide.term),
        ("sentence", guide.sentence),
        ("forms", guide.forms),
    ):
        ids = [thing.id for thing in things]
        for repeated in sorted({i for i in ids if ids.count(i) > 1}):
            yield f"{name} {repeated}: this id stands twice"
    sections = {section.id for section in guide.section}
    papers = {paper.id for paper in guide.paper}
    terms = {term.id for term in guide.term}
    for page in guide.page:
        if page.section not in sections:
            yield f"page {page.id}: there is no section {page.section}"
        if page.kind == "follow" and not page.follow_group:
            yield f"page {page.id}: a follow page needs follow_group"
        if page.kind == "stop" and set(page.ways) != {"short", "full"}:
            yield f"page {page.id}: who must be stopped is stopped on both ways"
        for word in page.words:
            if word not in terms:
                yield f"page {page.id}: there is no term {word}"
    for factor in guide.factor:
        for paper_id in factor.papers:
            if paper_id not in papers:
                yield f"factor {factor.id}: there is no paper {paper_id}"
        if (factor.callouts or factor.follow) and not factor.questions:
            yield f"factor {factor.id}: without questions it has no screen to show this on"
        if factor.questions and not factor.follow:
            yield f"factor {factor.id}: the screen of its questions needs follow"
    for fact in all_facts(guide):
        for paper_id in fact.papers:
            if paper_id not in papers:
                yield f"fact {fact.id}: there is no paper {paper_id}"
        if fact.origin and fact.origin not in questions:
            yield f"fact {fact.id}: there is no question {fact.origin}"
    for place, when in conditions(guide):
        yield from (f"{place}: {problem}" for problem in _bad(when, questions, guide))


def _bad(when: When, questions: dict[str, Question], guide: Guide) -> Iterator[str]:
    parts = [bool(when.question), bool(when.rule), bool(when.all), bool(when.any), bool(when.none)]
    if sum(parts) != 1:
        yield "a condition sets exactly one of question, rule, all, any, none"
    for inner in (*when.all, *when.any, *when.none):
        yield from _bad(inner, questions, guide)
    if not when.question:
        return
    question = questions.get(when.question)
    if question is None:
        yield f"there is no question {when.question}"
        return
    if (when.equals is not None) + (when.has is not None) + (when.answered is not None) != 1:
        yield "a condition on a question sets exactly one of is, has, answered"
    expected = when.equals if when.equals is not None else when.has
    if expected is not None:
        for value in [expected] if isinstance(expected, str) else expected:
            if value not in option_ids(guide, question):
                yield f"question {question.id} has no option {value}"


def conditions(guide: Guide) -> Iterator[tuple[str, When]]:
    """Every condition in the guide with the place where it stands."""
    for kind, things in (("page", guide.page), ("factor", guide.factor), ("paper", guide.paper)):
        for thing in things:
            yield from _inside(f"{kind} {thing.id}", thing)
    for fact in guide.facts:
        yield from _inside(f"fact {fact.id}", fact)


def _inside(place: str, thing: object) -> Iterator[tuple[str, When]]:
    if isinstance(thing, When):
        yield place, thing
    elif isinstance(thing, list):
        for item in thing:
            yield from _inside(place, item)
    elif isinstance(thing, msgspec.Struct):
        for field in thing.__struct_fields__:
            yield from _inside(place, getattr(thing, field))


def all_facts(guide: Guide) -> Iterator[Fact]:
    """Every sentence of fact, general ones first, then those of each factor."""
    yield from guide.facts
    for factor in guide.factor:
        yield from factor.facts
