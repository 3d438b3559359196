"""A facility can never hide what everyone must see."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pdkiosk.guide.hiding import CRITICAL, carried, may_hide, without
from pdkiosk.interview.flow import Interview
from tests.guide.pieces import guide, ledger
from tests.interview.people import TODAY


def test_the_critical_statements_are_those_of_the_ledger() -> None:
    assert {name for name, kind in ledger().items() if kind == "critical"} == CRITICAL


def test_only_pages_that_explain_can_be_hidden() -> None:
    assert may_hide(guide()) == [
        *("welcome", "when", "when_later", "when_ask", "who", "priorities", "how", "work_permit")
    ]
    for page in guide().page:
        if page.id in may_hide(guide()):
            assert not carried(page) & CRITICAL
            assert not page.questions


@pytest.mark.parametrize("page", [page.id for page in guide().page])
def test_a_page_is_hidden_or_it_must_be_shown(page: str) -> None:
    left = [p.id for p in without(guide(), [page]).page]
    assert (page not in left) is (page in may_hide(guide()))


def test_with_all_hidden_the_way_to_the_letter_is_the_same() -> None:
    answers = {"in_proceedings": "yes", "way": "full"}
    short = Interview(without(guide(), may_hide(guide())), TODAY)
    whole = Interview(guide(), TODAY)
    for one in (short, whole):
        one.answers.replace_all(answers)
    ids = [step.id for step in whole.course().steps if step.id not in may_hide(guide())]
    assert [step.id for step in short.course().steps] == ids


def test_the_operations_page_names_them() -> None:
    told = (Path(__file__).parents[2] / "docs" / "operations.md").read_text("utf-8")
    said = told.split("- `hidden` in the facility file can name", 1)[1].split(":", 1)[0]
    assert re.findall("`([a-z_]+)`", said) == may_hide(guide())
