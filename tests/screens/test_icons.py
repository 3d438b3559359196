"""The pictograms: each that is named exists, and none is shipped that nothing names."""

from __future__ import annotations

import re
from pathlib import Path

from pdkiosk import resources
from pdkiosk.documents.model import Kind
from pdkiosk.papers_desk import ICONS, TITLES
from tests.screens.stage import open_guide

# Shipped for the pages to choose from: families, homes, work, what one did and how one goes on.
FOR_PAGES = {
    "arrow-down",
    "arrow-up-from-line",
    "award",
    "backpack",
    "bottle-wine",
    "brush-cleaning",
    "calendar-days",
    "chef-hat",
    "ellipsis",
    "factory",
    "files",
    "folder-clock",
    "footprints",
    "glasses",
    "hammer",
    "hand-fist",
    "hand-helping",
    "handshake",
    "hard-hat",
    "message-circle-warning",
    "message-square-quote",
    "milk",
    "pointer",
    "refresh-ccw",
    "skip-forward",
    "square-check-big",
    "stamp",
    "store",
    "text-quote",
    "traffic-cone",
    "trees",
    "user-round-plus",
    "user-round-x",
    "users-round",
    "vote",
    "warehouse",
    "wheat",
}

_CODE = Path(__file__).parents[2] / "pdkiosk"


def _shipped() -> set[str]:
    return {path.stem for path in resources.path("icons").glob("*.svg")}


def _named_by_guide() -> set[str]:
    guide = open_guide()
    questions = [question for page in guide.page for question in page.questions]
    questions += [question for factor in guide.factor for question in factor.questions]
    options = [
        option
        for question in questions
        for asked in (question, getattr(question, "lead", None), *getattr(question, "fields", []))
        for option in getattr(asked, "options", [])
    ]
    points = [text for page in guide.page for text in page.body]
    named = (*guide.section, *guide.page, *guide.factor, *guide.paper, *options, *points)
    return {one.icon for one in named if one.icon}


def test_every_icon_of_the_guide_exists() -> None:
    assert _named_by_guide() <= _shipped()


def test_every_paper_that_can_be_printed_has_a_pictogram_of_its_own() -> None:
    assert ICONS.keys() == TITLES.keys() == {kind.value for kind in Kind}
    assert set(ICONS.values()) <= _shipped()
    assert len(set(ICONS.values())) == len(ICONS)


def test_no_icon_is_shipped_that_nothing_names() -> None:
    code = "\n".join(path.read_text("utf-8") for path in _CODE.rglob("*.py"))
    named = _named_by_guide() | set(re.findall(r'"([a-z0-9-]+)"', code))
    assert _shipped() - FOR_PAGES <= named
