"""A facility can turn off requests without code; nobody is left with nothing."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from pdkiosk import resources
from pdkiosk.commands import stock as stocks
from pdkiosk.commands.stock import Stock, facility_problem, load_stock
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.checks import problems
from pdkiosk.guide.law import overdue
from pdkiosk.guide.loader import GuideError, load_guide
from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import Choice, Choices, Guide, Narrowing
from pdkiosk.guide.narrowing import asks_on, may_not_keep, may_turn_off, narrowed
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.flow import Interview
from pdkiosk.interview.rules import holds
from pdkiosk.language.languages import Language, load_languages, settled
from pdkiosk.review import status
from pdkiosk.review.status import Status
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.tour import sample_shell
from pdkiosk.ui.widgets.spoken import own_texts
from pdkiosk.ui.window.shell import Shell
from tests.interview.people import OVERDUE, TODAY, guide

STAGES = ["not_filed", "court", "for_me", "against_me"]


def options(one: Guide, question: str) -> list[str]:
    found = next(q for q in all_questions(one) if q.id == question)
    assert isinstance(found, Choice | Choices)
    return [option.id for option in found.options]


def test_an_ask_is_turned_off_and_the_others_stay() -> None:
    off = narrowed(guide(), ["close"], [])
    assert set(options(guide(), "requests")) - set(options(off, "requests")) == {"close"}


@pytest.mark.parametrize("in_proceedings", ["yes", "order"])
@pytest.mark.parametrize("stage", STAGES)
def test_with_all_turned_off_everybody_can_ask_for_something(
    in_proceedings: str, stage: str
) -> None:
    off = narrowed(guide(), may_turn_off(guide()), [])
    answers = {"in_proceedings": in_proceedings, "way": "full"}
    if in_proceedings == "yes":
        answers["stage"] = stage
    one = Interview(off, TODAY, Answers(answers))
    asked = next(q for q in all_questions(off) if q.id == "requests")
    assert isinstance(asked, Choices)
    assert any(holds(option.when, one.situation()) for option in asked.options)


def test_keeping_is_turned_off_for_one_thing_alone() -> None:
    off = narrowed(guide(), [], ["gang", "record"])
    for question in ("gang_way", "record_way"):
        assert sorted(options(off, question)) == ["lawyer", "leave"]
    assert options(off, "felony_way") == options(guide(), "felony_way")
    assert narrowed(guide(), [], []) is guide()


def test_what_rests_on_overdue_law_can_stop_being_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = overdue(guide().law, OVERDUE)
    gone = asks_on(guide(), late)
    assert gone

    def offered(after: int) -> set[str]:
        shown = stocks._shown(guide(), Facility(asks_off_after=after), OVERDUE)
        return set(options(guide(), "requests")) - set(options(shown, "requests"))

    assert offered(len(late) - 1) == set(gone)
    assert offered(len(late)) == offered(0) == set()
    early = stocks._shown(guide(), Facility(asks_off_after=1), TODAY)
    assert options(early, "requests") == options(guide(), "requests")


@pytest.mark.parametrize(
    ("settings", "field", "names"),
    [
        ({"asks_off": ["release"]}, "asks_off", "close"),
        ({"asks_off": ["clsoe"]}, "asks_off", "close"),
        ({"keep_off": ["work"]}, "keep_off", "gang"),
        ({"local_notes": ["nowhere: Hello."]}, "local_notes", "know_first"),
    ],
)
def test_what_cannot_be_turned_off_is_refused_with_what_can(
    settings: dict[str, Any], field: str, names: str
) -> None:
    problem = facility_problem(Facility(**settings), guide(), load_languages())
    assert problem is not None
    assert problem.field == field
    assert names in str(problem.fix.args["names"])
    assert facility_problem(
        Facility(asks_off=["close"], keep_off=may_not_keep(guide()), local_notes=["who: Hi."]),
        guide(),
        load_languages(),
    ) is None  # fmt: skip


def _with(facility: Facility) -> Stock:
    made = load_stock(None)
    return replace(made, loaded=replace(made.loaded, facility=facility))


def test_local_words_are_shown_as_they_were_typed() -> None:
    def words(shell: Shell) -> str:
        texts = [each for widget in shell.findChildren(QWidget) for each in own_texts(widget)]
        return " ".join(each.pair.first for each in texts)

    facility = Facility(
        local_notes=["know_first: Come <b>Tuesdays</b> & ask."], reviewed_here="Aid & Co, June 2027"
    )
    with sample_shell(_with(facility), TODAY, (1280, 1024)) as (shell, _application):
        shell.begin("es")
        shell.context.interview.answers.replace_all({"in_proceedings": "yes", "way": "full"})
        shell.navigator.go_to("know_first")
        assert "Una nota de este centro Come <b>Tuesdays</b> & ask." in words(shell)
        shell.navigator.go_to("honesty")
        assert "Tuesdays" not in words(shell)
        shell.navigator.open_tool(Tool(ToolKind.HELP))
        assert "Revisado para este centro: Aid & Co, June 2027" in words(shell)


def test_other_languages_are_offered_once_they_are_reviewed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = load_stock(None)
    draft = Language("qqm", "Qqm", "Qqm", draft=True)
    made = replace(made, languages={**settled(made.languages), "qqm": draft})
    assert list(made.offered([])) == ["es", "en"]
    # Who names it, wants it.
    assert list(made.offered(["qqm"])) == ["qqm"]
    state = {"qqm": Status(total=9, checked=8)}
    monkeypatch.setattr(status, "language_status_shown", lambda code: state.get(code, Status()))
    assert list(made.offered([])) == ["es", "en"]
    state["qqm"] = Status(total=9, checked=9)
    assert list(made.offered([])) == ["es", "en", "qqm"]


def test_a_draft_is_offered_where_the_facility_wants_drafts() -> None:
    assert list(_with(Facility()).offered([])) == ["es", "en"]
    assert list(_with(Facility(offer_drafts=["pt"])).offered([])) == ["es", "en", "pt"]
    wanted = Facility(languages=["pt", "en"], offer_drafts=["pt", "ht"])
    assert list(_with(wanted).offered([])) == ["pt", "en", "ht"]


def test_a_draft_is_no_language_of_a_facility_that_does_not_say_so() -> None:
    languages = load_languages()
    facility = Facility(languages=["es", "pt"])
    problem = facility_problem(facility, guide(), languages)
    assert problem is not None and problem.field == "languages"
    assert problem.fix.args["example"] == 'offer_drafts = ["pt"]'
    named = Facility(languages=["es", "pt"], offer_drafts=["pt"])
    assert facility_problem(named, guide(), languages) is None


PACK = Narrowing(
    by="Example Legal Aid",
    asks_off=["close"],
    keep_off=["gang"],
    local_notes=["know_first: The legal aid group comes on Tuesdays."],
    reviewed_here="Example Legal Aid, June 2027",
)


def packed_stock(monkeypatch: pytest.MonkeyPatch, *packs: Narrowing) -> Stock:
    """What the program starts with where the guide's pack says this."""
    whole = replace(guide(), narrowing=list(packs))
    monkeypatch.setattr(stocks, "load_guide", lambda folder: whole)
    return load_stock(None)


def test_a_guide_pack_narrows_as_a_facility_does(monkeypatch: pytest.MonkeyPatch) -> None:
    stock = packed_stock(monkeypatch, PACK)
    assert "close" not in options(stock.guide, "requests")
    assert sorted(options(stock.guide, "gang_way")) == ["lawyer", "leave"]
    assert stock.facility.local_notes == PACK.local_notes
    assert stock.facility.reviewed_here == PACK.reviewed_here
    # What staff can change is their own file alone.
    assert stock.loaded.facility == Facility()
    assert packed_stock(monkeypatch).facility == Facility()


def test_what_the_facility_says_counts_besides_the_pack() -> None:
    whole = replace(guide(), narrowing=[PACK, replace(PACK, by="B", reviewed_here="B, 2027")])
    own = Facility(asks_off=["time"], reviewed_here="Here, 2026", local_notes=["age: Ask Ana."])
    both = stocks._with_pack(whole, own)
    assert set(both.asks_off) == {"time", "close"}
    assert both.reviewed_here == "Here, 2026; Example Legal Aid, June 2027; B, 2027"
    assert both.local_notes[0] == "age: Ask Ana." and PACK.local_notes[0] in both.local_notes


@pytest.mark.parametrize(
    "wrong",
    [
        {"asks_off": ["release"]},  # what everybody is offered at first stays
        {"asks_off": ["nothing"]},
        {"keep_off": ["close"]},
        {"local_notes": ["nowhere: Words."]},
    ],
)
def test_a_pack_that_turns_off_what_it_may_not_is_no_guide(wrong: dict[str, Any]) -> None:
    changed = replace(guide(), narrowing=[replace(PACK, **wrong)])
    found = [str(problem) for problem in problems(changed)]
    assert len(found) == 1 and "cannot name" in found[0]
    assert not list(problems(replace(guide(), narrowing=[PACK])))


def test_a_pack_is_read_from_the_guide_s_files(tmp_path: Path) -> None:
    folder = tmp_path / "guide"
    shutil.copytree(resources.path("guide"), folder)
    (folder / "legal-aid.toml").write_text(
        '[[narrowing]]\nby = "Example Legal Aid"\nasks_off = ["close"]\n', "utf-8"
    )
    (found,) = load_guide(folder).narrowing
    assert (found.by, found.asks_off) == ("Example Legal Aid", ["close"])
    (folder / "legal-aid.toml").write_text('[[narrowing]]\nby = "X"\nasks_of = []\n', "utf-8")
    with pytest.raises(GuideError, match=r"legal-aid\.toml"):
        load_guide(folder)
