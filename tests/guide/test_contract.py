"""Program and guide share only declared names; a guide that lacks one is refused."""

from __future__ import annotations

import ast
import datetime
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

import pdkiosk
from pdkiosk import resources
from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.letter import compose_letter
from pdkiosk.documents.model import Paragraph
from pdkiosk.documents.packet import speaker_of
from pdkiosk.facility.settings import Facility
from pdkiosk.guide import compiled, contract, model, named, needs, sentence_ids, vocabulary
from pdkiosk.guide.loader import GuideError, guide_files, load_guide
from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import Guide
from pdkiosk.interview.answers import Answers, parse_date
from pdkiosk.interview.flow import Interview
from pdkiosk.interview.values import PAPER_STATUSES
from tests.guide.pieces import catalogs, guide

PROGRAM = Path(pdkiosk.__file__).parent
DECLARING = ("guide/contract.py", "guide/sentence_ids.py", "guide/vocabulary.py")
# These rooms know the guide; a window shows what they hand it.
ROOMS = ("guide", "interview", "documents", "tour.py", "papers_desk.py")


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the program by its name below it, but those that declare."""
    return {
        path.relative_to(PROGRAM).with_suffix("").as_posix().replace("/", "."): ast.parse(
            path.read_text("utf-8")
        )
        for path in sorted(PROGRAM.rglob("*.py"))
        if path.relative_to(PROGRAM).as_posix() not in DECLARING
    }


def strings(tree: ast.Module) -> Iterator[str]:
    """Every string of a module but its docstrings."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value


def declared() -> dict[str, tuple[str, ...]]:
    """Each constant of the contract and who is said to need it."""
    return {
        name: thing.by
        for name, thing in vars(contract).items()
        if isinstance(thing, named.Named | named.Answer)
    }


def test_who_needs_a_name_is_who_imports_it() -> None:
    importing: dict[str, list[str]] = {name: [] for name in declared()}
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == contract.__name__:
                for alias in node.names:
                    importing.get(alias.name, []).append(module)
    needing = {name: sorted(modules) for name, modules in declared().items()}
    assert {name: sorted(found) for name, found in importing.items()} == needing


def test_who_says_a_sentence_is_who_names_it() -> None:
    named: dict[str, tuple[str, ...]] = {**sentence_ids.SENTENCES}
    for module, forms in sentence_ids.FORMS.items():
        named[module] = (*named[module], *forms)
    every = {name for names in named.values() for name in names}
    for module, names in named.items():
        assert set(names) == every & set(strings(modules()[module])), module


def test_nothing_is_read_by_a_name_that_is_not_declared() -> None:
    """No id of a question, a factor, a paper or a sentence stands in the code but as declared.

    Words that mean something of the program itself (a kind of page, a part of the letter) may
    be the same.
    """
    ids = {question.id for question in all_questions(guide())}
    for things in (guide().factor, guide().paper, guide().sentence, guide().forms):
        ids |= {thing.id for thing in things}
    own = own_words()
    for module, tree in modules().items():
        if module.split(".")[0] + ".py" in ROOMS or module.split(".")[0] in ROOMS:
            said = {*sentence_ids.SENTENCES.get(module, ()), *sentence_ids.FORMS.get(module, ())}
            assert ids & set(strings(tree)) - own - said - OTHER.get(module, set()) == set(), module


# Words that only look like an id.
OTHER: dict[str, set[str]] = {
    "documents.family": {"name", "relation"},  # arguments of sentences
    "documents.model": {"declaration"},  # the name of a paper's file
    "papers_desk": {"declaration", "signature"},  # the same, and its picture
}


def own_words() -> set[str]:
    """The words of the guide's closed vocabularies: kinds, parts of the letter, groups."""
    found = {vocabulary.GENERAL, *get_args(vocabulary.CountsAs), *PAPER_STATUSES}
    for kind in vars(model).values():
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            found.add(str(kind.__struct_config__.tag))
            for hint in get_type_hints(kind).values():
                found |= {str(word) for word in get_args(hint)}
    return found


def test_answers_and_sentences_are_asked_for_by_declared_names_alone() -> None:
    """What mypy checks: no method takes any string."""
    for name in ("get", "text", "number", "date", "chosen", "cards", "members", "statuses"):
        hints = get_type_hints(getattr(Answers, name))
        assert str not in (hints["question"], *get_args(hints["question"])), name
    assert get_type_hints(Answers.says)["answer"] is named.Answer
    assert get_type_hints(Speaker.sentence)["sentence_id"] == sentence_ids.SentenceId
    assert get_type_hints(Speaker.forms)["forms_id"] == sentence_ids.FormsId
    every = {name for names in sentence_ids.SENTENCES.values() for name in names}
    assert every == set(get_args(sentence_ids.SentenceId))
    assert set(sentence_ids.ARGUMENTS) <= every | set(get_args(sentence_ids.FormsId))


def renamed(things: bool = True, options: bool = False) -> Guide:
    """The guide in which everything with an id (but its options, or only these) has another."""

    def change(thing: object) -> object:
        if isinstance(thing, list):
            return [change(item) for item in thing]
        if not isinstance(thing, dict):
            return thing
        changed = {key: change(value) for key, value in thing.items()}
        is_option = "label" in thing and "how" not in thing
        # What a part of the letter is called is no id of the guide's own.
        if "id" in thing and "heading" not in thing and (options if is_option else things):
            changed["id"] = f"{thing['id']}_renamed"
        if options and "unknown" in thing:
            changed["unknown"] = False
        return changed

    plain = msgspec.to_builtins(guide())
    return msgspec.convert(change(plain), Guide)


def file_of(module: str) -> str:
    return f"pdkiosk/{module.replace('.', '/')}.py"


def test_a_guide_without_something_that_is_read_is_refused() -> None:
    assert not list(needs.problems(guide()))
    found = [str(problem) for problem in needs.problems(renamed())]
    for name in contract.NAMED:
        about = [text for text in found if text.startswith(f"{name.kind} {name}: it is missing")]
        assert any(all(file_of(module) in text for module in name.by) for text in about), name
    for module, names in (*sentence_ids.SENTENCES.items(), *sentence_ids.FORMS.items()):
        for sentence in names:
            kind = "forms" if sentence in get_args(sentence_ids.FormsId) else "sentence"
            says = f"{kind} {sentence}: it is missing, and {file_of(module)} says it"
            assert says in found


def test_a_guide_without_an_answer_that_is_looked_for_is_refused() -> None:
    changed = renamed(things=False, options=True)
    factors = [
        msgspec.structs.replace(factor, id=f"{known.id}_renamed")
        for known, factor in zip(guide().factor, changed.factor, strict=True)
    ]
    changed = msgspec.structs.replace(changed, factor=factors)
    found = [str(problem) for problem in needs.problems(changed)]
    for answer in contract.ANSWERS:
        about = [
            text
            for text in found
            if text.startswith(f"question {answer.question}: the option {answer.option} is missing")
            or text.startswith(f"factor {answer.option}: the group ")
        ]
        assert any(all(file_of(module) in text for module in answer.by) for text in about), answer


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "guide"
    shutil.copytree(resources.path("guide"), folder)
    return folder


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (
            "sentences.toml",
            'id = "open.country"',
            'id = "open.land"',
            ["sentences.toml", "sentence open.country: it is missing, and pdkiosk/documents/op"],
        ),
        (
            "sentences.toml",
            'id = "open.country"',
            'id = "open.land"',
            ["sentences.toml: sentence open.land: nothing says it"],
        ),
        (
            "sentences.toml",
            "I am from {country}.",
            "I am from {land}.",
            ["sentences.toml: sentence open.country: its arguments are not those of pdkiosk/docum"],
        ),
        (
            "sentences.toml",
            "My name is {name}.",
            "I am a person.",
            ["sentence open.name: its arguments", "documents/opening.py: name"],
        ),
        (
            "sentences.toml",
            'id = "family.counted.citizen"',
            'id = "family.number.citizen"',
            ["forms family.counted.citizen: it is missing, and pdkiosk/documents/family.py says"],
        ),
        (
            "factors/life.toml",
            'id = "long_residence"',
            'id = "residence"',
            ["factors/life.toml", "factor long_residence", "pdkiosk/interview/rules.py needs it"],
        ),
        (
            "pages/4-reasons.toml",
            'kind = "date"\nid = "arrival"\nyear_is_enough = ["short"]',
            'kind = "text"\nid = "arrival"',
            ["pages/4-reasons.toml: question arrival: it is of the kind text, and", "needs date"],
        ),
        (
            "pages/2-case.toml",
            'id = "not_filed"',
            'id = "unfiled"',
            ["pages/2-case.toml: question stage: the option not_filed is missing", "opening.py"],
        ),
        (
            "pages/5-record.toml",
            ', sentence = "rehab.classes"',
            "",
            ["question rehabilitation: the option classes needs a sentence"],
        ),
        (
            "pages/5-record.toml",
            'sentence = "rehab.classes"',
            'sentence = "rehab.lessons"',
            ["question rehabilitation: there is no sentence rehab.lessons"],
        ),
        (
            "pages/6-request.toml",
            'id = "story"\nsection = "request"\nkind = "questions"',
            'id = "story"\nsection = "request"\nkind = "info"',
            ["question story: a page of the kind questions asks it, not one of the kind info"],
        ),
        (
            "pages/7-letter.toml",
            'kind = "letter"',
            'kind = "info"',
            ["0 are of the kind letter instead of one"],
        ),
        (
            "pages/1-before.toml",
            'id = "way"\n',
            'id = "way"\nways = []\n',
            ["pages/1-before.toml: page way: nobody comes to it"],
        ),
        (
            "chapters.toml",
            '[[chapter]]\nid = "when"',
            '[[chapter]]\nid = "none"\nicon = "x"\ntitle = "x"\n\n[[chapter]]\nid = "when"',
            ["chapters.toml: chapter none: no page tells anything in it"],
        ),
        (
            "chapters.toml",
            'chapter = "when"',
            'chapter = "then"',
            ["chapters.toml: page when: there is no chapter then"],
        ),
        (
            "papers.toml",
            "always = true\n",
            'when = { question = "sponsor", answered = true }\n\n[[paper]]\nid = "idle"\n'
            'icon = "mail"\nlabel = "x"\nshort = "x"\nexhibit = "x"\nfrom_whom = "x"\nhow = "x"\n',
            ["papers.toml: paper idle: nobody is ever asked for it"],
        ),
        (
            "00-about.toml",
            '[[section]]\nid = "before"',
            '[[section]]\nid = "none"\nicon = "x"\ntitle = "x"\n\n[[section]]\nid = "before"',
            ["00-about.toml: section none: no page belongs to it"],
        ),
        (
            "pages/1-before.toml",
            'ledger = ["HW-19"]',
            "ledger = []",
            ["none carries the statement HW-19, which nobody may miss"],
        ),
    ],
)
def test_it_says_in_which_file_what_is_missing_and_who_needs_it(
    copied: Path, file: str, old: str, new: str, says: list[str]
) -> None:
    edit(copied, file, old, new)
    with pytest.raises(GuideError) as caught:
        load_guide(copied)
    assert all(part in str(caught.value) for part in says), caught.value


def test_a_factor_with_another_name_still_keeps_the_years_out_of_the_letter(copied: Path) -> None:
    """Somebody who came back after a deportation: no date tells since when they are here."""
    edit(copied, "factors/record.toml", 'id = "returned"', 'id = "came_back"')
    with pytest.raises(GuideError, match=r"letter\.toml: part record: returned is no factor"):
        load_guide(copied)
    edit(copied, "letter.toml", '"returned"', '"came_back"')
    changed = load_guide(copied)
    answers: dict[str, Any] = {
        "in_proceedings": "yes",
        "way": "full",
        "reasons_life": ["long_residence"],
        "arrival": parse_date("2010-03"),
    }
    assert "for 16 years" in letter(changed, answers)
    assert "for 16 years" not in letter(changed, {**answers, "weighs": ["came_back"]})


def letter(guide: Guide, answers: dict[str, Any]) -> str:
    person = Interview(guide, datetime.date(2026, 11, 24), Answers(answers))
    document = compose_letter(speaker_of(guide, person), Facility())
    return " ".join(
        catalogs().text(sentence.message, "en")
        for block in document.blocks
        if isinstance(block, Paragraph)
        for sentence in block.sentences
    )


def test_what_another_program_compiled_is_checked_again(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled.write(copied, compiled.fingerprint(guide_files(copied)), guide())
    edited = msgspec.structs.replace(guide(), term=guide().term[1:])
    compiled.write(copied, compiled.fingerprint(guide_files(copied)), edited)
    assert load_guide(copied) == edited  # trusted: this program compiled it
    monkeypatch.setattr(compiled, "_PROGRAM", b"the next version")
    assert load_guide(copied) == guide()
