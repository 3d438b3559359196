"""The loader refuses an inconsistent guide, and names file and place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import get_type_hints

import msgspec
import pytest

from pdkiosk import resources
from pdkiosk.guide import model
from pdkiosk.guide.checks import problems
from pdkiosk.guide.loader import GuideError, load_guide
from pdkiosk.guide.lookup import all_facts, all_questions
from pdkiosk.guide.model import Fact, Guide, Page, When
from tests.guide.pieces import guide


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "guide"
    shutil.copytree(resources.path("guide"), folder)
    return folder


def edited(folder: Path, name: str, old: str, new: str) -> str:
    """The error about a guide in which one thing was changed."""
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} is not in {name} any more"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(GuideError) as caught:
        load_guide(folder)
    return str(caught.value)


def test_the_guide_loads_and_cannot_be_changed() -> None:
    assert len(guide().section) == 8
    assert len(list(all_questions(guide()))) > 50
    assert len(list(all_facts(guide()))) > 50
    with pytest.raises(AttributeError):
        guide().page[0].title = "x"  # type: ignore[misc,assignment]


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("pages/1-before.toml", 'kind = "info"', 'kind = "infos"', "$.page[4].kind"),
        ("pages/1-before.toml", 'id = "know_first"', 'id = "know_first"\ncolor = "red"', "color"),
        ("pages/1-before.toml", 'id = "know_first"\n', "", "missing required field `id`"),
        ("pages/1-before.toml", 'section = "before"', 'section = "bfore"', "no section bfore"),
        ("pages/1-before.toml", 'words = ["pd"]', 'words = ["icy"]', "no term icy"),
        (
            "pages/1-before.toml",
            'id = "honesty"',
            'id = "keep_going"',
            "page keep_going: this id",
        ),
        ("pages/1-before.toml", 'is = "unknown"', 'is = "unkown"', "has no option unkown"),
        ("pages/1-before.toml", 'is = "no" }', 'was = "no" }', "unknown field `was`"),
        (
            "pages/1-before.toml",
            'id = "stop_find_out"',
            'id = "stop_find_out"\nways = ["full"]',
            "who must be stopped is stopped on both ways",
        ),
        ("pages/2-case.toml", 'id = "strong_case"', 'id = "fear"', "question fear: this id occurs"),
        (
            "pages/2-case.toml",
            'id = "order_notice"',
            'id = "order_notice"\nsame_page = true',
            "it depends on order_hearing, which is asked on the same page",
        ),
        (
            "pages/2-case.toml",
            'id = "strong_case"',
            'id = "strong_case"\nsame_page = true',
            "there is no question before it",
        ),
        (
            "pages/6-request.toml",
            'id = "rent"\n',
            'id = "rent"\nsame_page = true\n',
            "a question of this kind needs a page of its own",
        ),
        ("pages/2-case.toml", ', is = "against_me" }', " }", "exactly one of is, has, answered"),
        ("pages/2-case.toml", 'question = "stage"', 'question = "stagge"', "no question stagge"),
        ("factors/family.toml", '"birth_certificates"]', '"birth"]', "no paper birth"),
        ("factors/family.toml", 'origin = "age"', 'origin = "years"', "no question years"),
        (
            "papers.toml",
            'rule = "has_spouse"',
            'rule = "has_spouze"',
            "papers.toml: paper marriage_license: Invalid enum",
        ),
        ("papers.toml", 'rule = "has_spouse"', 'rule = "has_spouse", question = "age"', "exactly"),
        ("papers.toml", 'icon = "id-card"', 'icon = "id_card"', "there is no icon id_card"),
        (
            "chapters.toml",
            'groups = ["life",',
            'groups = ["live",',
            "chapter in_favor: Invalid enum",
        ),
        ("pages/1-before.toml", 'lead = "', 'lead = "" # "', "lead is empty"),
        (
            "factors/family.toml",
            'id = "son", form = "m", icon = "baby"',
            'id = "child", form = "m", icon = "baby"',
            "question care_who: child is no answer to relation, and pdkiosk/documents/related_peo",
        ),
        ("terms.toml", 'id = "ice"', 'id = "pd"', "term pd: this id occurs twice"),
        ("sentences.toml", "comment = ", "coment = ", "coment"),
        ("00-about.toml", "[about]", "[about", "00-about.toml"),
        ("00-about.toml", 'check_by = "', 'check_by = "2026-02-30 ', "Invalid isoformat"),
        ("00-about.toml", 'checked = "2', 'checked = "1', "about: checked, then check_by"),
        ("00-about.toml", 'check_by = "2', 'check_by = "9', "about: checked, then check_by"),
        ("00-about.toml", "[about]", "[about]\nabout = 1", "about"),
        ("summary.toml", "[[sentence]]", "[[sentense]]", "sentense"),
    ],
)
def test_what_does_not_fit_is_refused(
    copied: Path, name: str, old: str, new: str, says: str
) -> None:
    assert says in edited(copied, name, old, new)


def test_a_pack_may_bring_icons_of_its_own(copied: Path) -> None:
    said = edited(copied, "papers.toml", 'icon = "id-card"', 'icon = "flame"')
    assert "papers.toml: paper " in said and "there is no icon flame" in said
    (copied.parent / "icons").mkdir()
    (copied.parent / "icons" / "flame.svg").touch()
    assert any(paper.icon == "flame" for paper in load_guide(copied).paper)


@pytest.mark.parametrize("brace", ["{", "}", "{country", "{country}}", "{}{"])
@pytest.mark.parametrize("name", ["00-about.toml", "pages/1-before.toml", "sentences.toml"])
def test_a_brace_that_stands_alone_is_named_with_its_file(
    copied: Path, name: str, brace: str
) -> None:
    key = "title" if name.startswith("pages") else "text"
    key = "expired" if name.startswith("00") else key
    said = edited(copied, name, f'{key} = "', f'{key} = "{brace} ')
    assert said.startswith(f"{name}: ") and f"{brace} " in said


def test_a_file_that_is_nested_too_deeply_is_named(copied: Path) -> None:
    (copied / "extra.toml").write_text(f"a = {'[' * 100_000}")
    with pytest.raises(GuideError, match=r"extra\.toml"):
        load_guide(copied)


def test_a_file_that_is_not_utf_8_is_named(copied: Path) -> None:
    (copied / "extra.toml").write_bytes(b"# \xff\n")
    with pytest.raises(GuideError, match=r"extra\.toml"):
        load_guide(copied)


def test_a_table_that_stands_in_two_files_is_refused(copied: Path) -> None:
    shutil.copy(copied / "00-about.toml", copied / "extra.toml")
    with pytest.raises(GuideError, match=r"00-about\.toml, extra\.toml: about stands in exactly"):
        load_guide(copied)


def with_fact(**changed: object) -> Guide:
    """The guide with one sentence more, about the country."""
    given = {"id": "x", "block": "life", "text": "I am from {country}.", "comment": "x"}
    fact = msgspec.convert({**given, **changed}, Fact)
    return msgspec.structs.replace(guide(), facts=[fact])


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"text": "From {contry}."}, "fact x: there is no question contry"),
        ({"text": "Since {arrival:sinze}."}, "fact x: {arrival:sinze} is no role"),
        ({"text": "Since {country:since}."}, "fact x: {country:since} needs a date"),
        ({"text": "{n} years"}, "fact x: there is no question n"),
        ({"zero": "From {contry}."}, "fact x: there is no question contry"),
        ({"typed": "In {country:inn}."}, "fact x: {country:inn} is no role"),
        (
            {"by_hand": "Of {country}:"},
            "fact x: {country} stands before a line to be filled in by hand",
        ),
        ({"plural": "{country}s"}, "fact x: count and plural go together"),
        ({"count": "age"}, "fact x: count and plural go together"),
        ({"count": "country", "plural": "We {country}"}, "fact x: country is no number"),
        ({"count": "age", "plural": "{n} years"}, "fact x: text and plural have other arguments"),
        ({"when": {"question": "wage", "is": "yes"}}, "fact x: there is no question wage"),
        # It is asked about each person: no sentence outside can know it.
        (
            {"when": {"question": "person_age", "answered": True}},
            "fact x: there is no question person_age",
        ),
        ({"text": "{person_age}"}, "fact x: there is no question person_age"),
        (
            {"when": {"question": "weighs", "is": "gang"}},
            "fact x: question weighs has several answers: has, not is",
        ),
        (
            {"when": {"question": "fear", "has": "yes"}},
            "fact x: question fear has one answer: is, not has",
        ),
    ],
)
def test_a_sentence_that_cannot_be_filled_in_is_found(
    changed: dict[str, object], says: str
) -> None:
    assert says in map(str, problems(with_fact(**changed)))


def with_page(**changed: object) -> Guide:
    """The guide with a page more at its start."""
    given = {"id": "x", "section": "before", "kind": "questions", "title": "x"}
    page = msgspec.convert({**given, **changed}, Page)
    return msgspec.structs.replace(guide(), page=[page, *guide().page])


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"title": "Call {phone}"}, "page x: {phone} cannot be filled in on a screen"),
        (
            {"when": {"question": "age", "answered": True}},
            "page x: its condition needs age, which is not asked before it",
        ),
        (
            {
                "callouts": [
                    {"tone": "note", "title": "y", "when": {"question": "fear", "is": "no"}}
                ]
            },
            "page x: its condition needs fear, which is not asked before it",
        ),
    ],
)
def test_a_screen_that_cannot_work_is_found(changed: dict[str, object], says: str) -> None:
    assert says in map(str, problems(with_page(**changed)))


_ASKED = {"id": "asked", "prompt": "x", "short": "x"}
_YES = {"id": "yes", "label": "x"}


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ({"kind": "choice", "options": []}, "it has no options"),
        ({"kind": "choices"}, "it has no options"),
        ({"kind": "choice", "options": [_YES, _YES]}, "the option yes occurs twice"),
        ({"kind": "text", "suggestions": [_YES, _YES]}, "the option yes occurs twice"),
        (
            {"kind": "choice", "unknown": True, "options": [{"id": "unknown", "label": "x"}]},
            "the option unknown occurs twice",
        ),
        ({"kind": "number", "least": 9, "most": 8}, "least is more than most"),
        ({"kind": "number", "least": -1}, "from 0 to 999999999 can be touched and kept"),
        ({"kind": "number", "most": 10**9}, "from 0 to 999999999 can be touched and kept"),
        ({"kind": "long_text", "limit": 0}, "its limit lets nobody write"),
        ({"kind": "long_text", "limit": 3999}, "free text needs room for 4000 letters"),
        ({"kind": "long_text", "limit": 20_001}, "its limit is 20000 at most"),
        ({"kind": "text", "limit": 2**31}, "its limit is 20000 at most"),
        (
            {
                "kind": "choice",
                "gate": True,
                "options": [{**_YES, "when": {"question": "fear", "is": "no"}}],
            },
            "it cannot be skipped, but may have no option to choose",
        ),
    ],
)
def test_a_question_that_cannot_be_answered_is_found(
    question: dict[str, object], says: str
) -> None:
    changed = with_page(questions=[{**_ASKED, **question}])
    assert f"question asked: {says}" in map(str, problems(changed))


@pytest.mark.parametrize("name", ["a-b", "a b", "@x", "1a", "__init__", "é", "a\nb", "x" * 40])
def test_a_name_that_files_can_not_hold_is_found(name: str) -> None:
    says = f"{name!r} is not a valid id (a to z, 0 to 9, _; at most 39)"
    asked = {**_ASKED, "kind": "choice", "options": [_YES]}
    for changed, place in (
        (with_page(id=name), f"page {name}"),
        (with_page(questions=[{**asked, "id": name}]), f"question {name}"),
        (with_page(questions=[{**asked, "options": [{**_YES, "id": name}]}]), "question asked"),
    ):
        assert f"{place}: {says}" in map(str, problems(changed))


_CARDS = {
    "kind": "cards",
    "lead": {"id": "lead", "kind": "choice", "prompt": "x", "short": "x", "options": [_YES]},
    "fields": [],
    "add": "x",
}


@pytest.mark.parametrize(
    ("page", "question", "says"),
    [
        ("questions", _CARDS, "a page of the kind cards asks it, not one of the kind questions"),
        ("cards", {"kind": "date"}, "a page of the kind questions asks it, not one of the kind ca"),
        ("papers", {"kind": "date"}, "a page of the kind questions asks it, not one of the kind p"),
        ("cards", {"kind": "papers"}, "a page of the kind papers asks it, not one of the kind car"),
        (
            "info",
            {"kind": "date"},
            "a page of the kind questions asks it, not one of the kind info",
        ),
    ],
)
def test_a_question_that_no_screen_can_ask_is_found(
    page: str, question: dict[str, object], says: str
) -> None:
    changed = with_page(kind=page, questions=[{**_ASKED, **question}])
    assert any(f"question asked: {says}" in str(found) for found in problems(changed))


@pytest.mark.parametrize("kind", [_CARDS, {"kind": "papers"}, {"kind": "a_number"}])
def test_a_question_that_no_card_can_ask_is_found(kind: dict[str, object]) -> None:
    inner = {**_ASKED, "id": "inner", **kind}
    group = {**_ASKED, **_CARDS, "fields": [inner]}
    changed = with_page(kind="cards", questions=[group])
    assert "question inner: no card of asked can ask this" in map(str, problems(changed))


@pytest.mark.parametrize("kind", [_CARDS, {"kind": "papers"}])
def test_a_question_that_no_page_about_a_reason_can_ask_is_found(kind: dict[str, object]) -> None:
    asked = msgspec.convert(with_page(questions=[{**_ASKED, **kind}]).page[0].questions[0], object)
    first, *others = guide().factor
    spoiled = msgspec.structs.replace(first, questions=[*first.questions, asked])
    changed = msgspec.structs.replace(guide(), factor=[spoiled, *others])
    assert "question asked: no page about a reason can ask this" in map(str, problems(changed))


def places_for_a_condition() -> list[tuple[str, Guide]]:
    """The guide with a wrong condition, once in each place where one can stand."""
    wrong = When(question="no_such")
    found: dict[str, Guide] = {}

    def spoil(thing: object, rebuilt: Callable[[object], Guide]) -> None:
        if isinstance(thing, list | tuple):
            for index, item in enumerate(thing):

                def insert(new: object, i: int = index) -> Guide:
                    return rebuilt([*thing[:i], new, *thing[i + 1 :]])

                spoil(item, insert)
        elif isinstance(thing, msgspec.Struct) and not isinstance(thing, When):
            hints = get_type_hints(type(thing))
            for field in thing.__struct_fields__:

                def put(new: object, name: str = field) -> Guide:
                    return rebuilt(msgspec.structs.replace(thing, **{name: new}))

                if hints[field] == When | None:
                    found.setdefault(f"{type(thing).__name__}.{field}", put(wrong))
                spoil(getattr(thing, field), put)

    spoil(guide(), lambda new: new)  # type: ignore[arg-type, return-value]
    return list(found.items())


def test_a_wrong_condition_is_found_wherever_it_stands() -> None:
    everywhere = {
        f"{kind.__name__}.{name}"
        for kind in vars(model).values()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct)
        for name, hint in get_type_hints(kind).items()
        if hint == When | None
    }
    spoiled = places_for_a_condition()
    assert {place for place, _ in spoiled} == everywhere - {"_Question.when"}
    for place, changed in spoiled:
        assert "there is no question no_such" in "; ".join(map(str, problems(changed))), place


def test_a_misspelled_rule_on_the_help_screen_is_refused(copied: Path) -> None:
    with (copied / "00-about.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[about.disclaimers]]\ntext = "x"\nwhen = { rule = "check_overdu" }\n')
    with pytest.raises(GuideError, match=r"00-about\.toml: .*check_overdu.*disclaimers"):
        load_guide(copied)
