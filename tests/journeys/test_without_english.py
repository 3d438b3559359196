"""A facility that does not offer English: it is shown below the rest and used in the letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pdkiosk.facility.settings import Facility
from pdkiosk.papers_desk import Desk
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui.saving.snapshot import pack, restore, unpack
from tests.documents.people import GATES, MARIA
from tests.journeys.kiosk import Kiosk

PAINTS = True  # every page, with its letters


@pytest.mark.parametrize("offered", [["es"], ["ar"], ["zh", "ht"]])
def test_every_page_comes_where_english_is_not_offered(
    kiosk_with: Callable[[Facility | None], Kiosk], offered: list[str]
) -> None:
    kiosk = kiosk_with(Facility(languages=offered, offer_drafts=offered, saving=True))
    person, shell = kiosk.person(), kiosk.shell
    assert not person.sees("language.en")
    person.start(offered[0])
    assert person.languages == (offered[0], "en") and person.sees("tool.second")
    kiosk.give({**GATES, **MARIA})
    for step in shell.course().steps:
        shell.navigator.go_to(step.id)
        person.settle()
        assert person.place == step.id
    for kind in (ToolKind.HELP, ToolKind.LANGUAGE, ToolKind.LOOK, ToolKind.SAVE, ToolKind.ERASE):
        shell.navigator.open_tool(Tool(kind))
        person.settle()
        assert person.place == kind.value
        shell.navigator.close_tool()
    shell.navigator.go_to("letter")
    shell.turn_second_language()
    person.settle()
    assert person.is_chosen("tool.second")
    desk = shell.context.papers
    assert isinstance(desk, Desk) and desk.parts(offered[0])[0].id == "letter"
    # Who has saved both languages finds both again.
    again = unpack(pack(shell.context, "letter"), shell.context)
    shell.context.preferences.second = ""
    restore(again, shell.context)
    assert person.languages == (offered[0], "en")
    shell.end_session()
    assert person.place == "start"
