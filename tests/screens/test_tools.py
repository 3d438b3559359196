"""Each tool has its row, and its bar offers only tools that are available from it."""

from __future__ import annotations

from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui.window.tools import TOOLS

SAVE_OFFERED = {
    *("language", "look", "help", "headphones", "today"),
    *("licenses", "term", "words", "chapter", "card", "card:more", "trouble"),
}
ERASE_NOT_OFFERED = {"working:save", "working:open", "working:delete"}


def test_each_tool_has_its_row() -> None:
    assert set(TOOLS) == set(ToolKind)


def test_what_the_bar_offers() -> None:
    assert {kind.value for kind, row in TOOLS.items() if row.save} == SAVE_OFFERED
    assert {kind.value for kind, row in TOOLS.items() if not row.erase} == ERASE_NOT_OFFERED
    assert [kind for kind, row in TOOLS.items() if row.closed] == [ToolKind.SAVED]
    sheets = {ToolKind.TERM, ToolKind.WORDS, ToolKind.ERASE}
    assert {kind for kind, row in TOOLS.items() if row.sheet} == sheets
    asides = {"language", "look", "help", "headphones", "licenses", "chapter"}
    assert {kind.value for kind, row in TOOLS.items() if row.aside} == asides


def test_names_of_places() -> None:
    assert Tool(ToolKind.HELP).name == "help"
    assert Tool(ToolKind.TERM, "nta").name == "term:nta"
    assert Tool(ToolKind.CARD, "people", 0).name == "card:people:0"
    assert Tool(ToolKind.SAVE_WORDS).name == "save:words"
