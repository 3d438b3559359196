"""Checks that a guide has everything the program refers to, and nothing that is never used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pdkiosk.guide import contract, named, sentence_ids
from pdkiosk.guide.hiding import CRITICAL
from pdkiosk.guide.lookup import (
    Place,
    Problem,
    all_questions,
    asked_on,
    in_group,
    option_ids,
    placeholders,
    walk,
)
from pdkiosk.guide.model import (
    Choices,
    Fact,
    Factor,
    Forms,
    Guide,
    Option,
    Part,
    Question,
    Sentence,
    TextQuestion,
)


def problems(guide: Guide) -> Iterator[Problem]:
    """What the program needs but the guide lacks, with the modules that need it; what is unused."""
    yield from _named(guide)
    yield from _answers(guide)
    yield from _sentences(guide)
    yield from _critical(guide)
    yield from _unused(guide)


def _by(modules: Iterable[str]) -> str:
    """The files of the modules that need it."""
    return ", ".join(f"pdkiosk/{module.replace('.', '/')}.py" for module in modules)


def _named(guide: Guide) -> Iterator[Problem]:
    questions = {question.id: question for question in all_questions(guide)}
    known = {
        "question": set(questions),
        "paper": {paper.id for paper in guide.paper},
        "page": {page.id for page in guide.page},
        "term": {term.id for term in guide.term},
    }
    for name in contract.NAMED:
        place = Place(name.kind, str(name))
        if name not in known[name.kind]:
            yield Problem(place, f"it is missing, and {_by(name.by)} needs it")
        elif isinstance(name, named.QuestionId):
            kind = questions[name].__struct_config__.tag
            if kind not in name.answered_by:
                wanted = " or ".join(name.answered_by)
                yield Problem(place, f"it is of the kind {kind}, and {_by(name.by)} needs {wanted}")


def _answers(guide: Guide) -> Iterator[Problem]:
    questions = {question.id: question for question in all_questions(guide)}
    for answer in contract.ANSWERS:
        place = Place("question", answer.question)
        question = questions.get(answer.question)
        if question is None:
            yield Problem(place, f"it is missing, and {_by(answer.by)} needs it")
            continue
        offered = option_ids(guide, question)
        if isinstance(question, Choices) and question.group:
            if answer.option not in offered:
                text = f"the group {question.group} lacks it, and {_by(answer.by)} needs it"
                yield Problem(Place("factor", answer.option), text)
            continue
        if isinstance(question, TextQuestion):
            offered |= {f"@{option.id}" for option in question.suggestions}
        if answer.option not in offered:
            text = f"the option {answer.option} is missing, and {_by(answer.by)} needs it"
            yield Problem(place, text)
    for name, others in contract.SAID_BY_OPTION.items():
        for option in _options(questions, name):
            if not option.sentence and option.id not in others:
                text = f"the option {option.id} needs a sentence"
                yield Problem(Place("question", name), text)
    relations = {option.id for option in _options(questions, contract.RELATION)}
    for name in contract.RELATIVES:
        for option in _options(questions, name):
            # Options with a gender are relatives, who may have a card.
            if option.form and option.id not in relations:
                by = _by(sorted({*name.by} & {*contract.RELATION.by}))
                text = f"{option.id} is no answer to {contract.RELATION}, and {by} compares them"
                yield Problem(Place("question", name), text)


def _options(questions: dict[str, Question], name: str) -> list[Option]:
    return getattr(questions.get(name), "options", [])


def _sentences(guide: Guide) -> Iterator[Problem]:
    """Every sentence that a composer uses must exist with the right arguments.

    No other may exist.
    """
    texts: dict[tuple[str, str], Sentence | Forms] = {
        **{("sentence", sentence.id): sentence for sentence in guide.sentence},
        **{("forms", forms.id): forms for forms in guide.forms},
    }
    said: set[tuple[str, str]] = set()
    needed: list[tuple[str, str, str]] = [
        *(("sentence", i, by) for by, ids in sentence_ids.SENTENCES.items() for i in ids),
        *(("forms", i, by) for by, ids in sentence_ids.FORMS.items() for i in ids),
    ]
    arguments = {str(name): given for name, given in sentence_ids.ARGUMENTS.items()}
    for kind, name, by in needed:
        place = Place(kind, name)
        said.add((kind, name))
        sentence = texts.get((kind, name))
        if sentence is None:
            yield Problem(place, f"it is missing, and {_by([by])} says it")
        elif placeholders(sentence.plural or sentence.text) != set(arguments.get(name, "").split()):
            given = arguments.get(name) or "none"
            yield Problem(place, f"its arguments are not those of {_by([by])}: {given}")
    for place, piece in walk(guide):
        named = piece.sentence if isinstance(piece, Option) else ""
        named = piece.heading if isinstance(piece, Part) else named
        if named and ("sentence", named) not in texts:
            yield Problem(place, f"there is no sentence {named}")
        said.add(("sentence", named))
    for kind, name in texts.keys() - said:
        yield Problem(Place(kind, name), "nothing says it")


def _critical(guide: Guide) -> Iterator[Problem]:
    passed = [page for page in guide.page if page.ways]
    carried = {number for _, piece in walk(passed) for number in getattr(piece, "ledger", ())}
    for number in sorted(CRITICAL - carried):
        yield Problem(Place("page"), f"none carries the statement {number}, which nobody may miss")


def _unused(guide: Guide) -> Iterator[Problem]:
    """The pieces of the guide that nobody can ever reach."""
    used = {page.section for page in guide.page}
    for section in guide.section:
        if section.id not in used:
            yield Problem(Place("section", section.id), "no page belongs to it")
    told = {page.chapter for page in guide.page if page.kind == "info"}
    for chapter in guide.chapter:
        if chapter.id not in told:
            yield Problem(Place("chapter", chapter.id), "no page tells anything in it")
    over = False
    for page in guide.page:
        place = Place("page", page.id)
        read_alone = page.kind == "info" and page.chapter and not page.when
        if (over and page.ways) or not (page.ways or read_alone):
            yield Problem(place, "nobody comes to it")
        over = over or (page.kind == "stop" and page.when is None)
        if page.kind in _ASKING and not asked_on(guide, page):
            yield Problem(place, "it has nothing to ask")
        if page.follow_group and not in_group(guide, page.follow_group):
            yield Problem(place, f"there is no factor in the group {page.follow_group}")
    for kind in _ONCE:
        count = sum(page.kind == kind for page in guide.page)
        if count != 1:
            yield Problem(Place("page"), f"{count} are of the kind {kind} instead of one")
    proofs = {
        paper
        for _, piece in walk([guide.factor, guide.facts])
        if isinstance(piece, Fact | Factor)
        for paper in piece.papers
    }
    for paper in guide.paper:
        if paper.id not in proofs and not paper.always and paper.when is None:
            yield Problem(Place("paper", paper.id), "nobody is ever asked for it")


# Kinds of page that ask questions; kinds of page that the interview needs.
_ASKING = ("questions", "cards", "papers", "follow")
_ONCE = ("contradictions", "letter", "print", "end")
