"""One way to erase a session, even if individual steps fail."""

from __future__ import annotations

import pytest

from pdkiosk.facility.settings import Facility
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.flow import Interview
from pdkiosk.log import is_code
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.session.saved_work import Draft, SavedWork
from pdkiosk.session.session import Session
from pdkiosk.vault.shelf import Opened
from tests.interview.people import TODAY, guide

STEPS = ("save", "saving", "answers", "place", "choices", "papers")


class _Papers:
    printing: object = "pages"

    def clear(self) -> bool:
        self.printing = None
        return True


def _session() -> Session:
    answers = Answers({"in_proceedings": "yes", "full_name": "Zebulon"})
    session = Session(Interview(guide(), TODAY, answers), _Papers(), SavedWork(Facility()))  # type: ignore[arg-type]
    session.interview.course()
    session.history.step_id = "name"
    session.history.open(Tool(ToolKind.HELP))
    session.hidden = True
    session.hide_pattern.touch([1, 2, 3, 4])
    session.printed, session.not_printed = {"letter"}, {"summary"}
    session.saving.draft = Draft(words=["one", "two"], own="mine")
    session.saving.opened = Opened(b"work", None, older=False)  # type: ignore[arg-type]
    return session


def _left(session: Session) -> set[str]:
    """The names of the steps whose part is still there."""
    found = {
        "saving": session.saving.draft != Draft() or session.saving.opened is not None,
        "answers": bool(session.interview.answers.values)
        or "Zebulon" in str(vars(session.interview)),
        "place": session.history.place != "start",
        "choices": session.hidden
        or session.hide_pattern.chosen
        or bool(session.printed | session.not_printed),
        "papers": session.papers.printing is not None,
    }
    return {name for name, there in found.items() if there}


@pytest.mark.parametrize("failing", STEPS)
def test_each_step_is_done_whatever_becomes_of_the_others(
    failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = _session()
    assert _left(session) == set(STEPS[1:])
    asked: list[object] = []

    def fails() -> None:
        raise OSError("the stick is gone")

    save = fails if failing == "save" else lambda: asked.append(session.interview.answers.values)
    session.before_erasing("save", save)
    owner, name = {
        "save": (session, "hidden"),
        "saving": (session.saving, "forget"),
        "answers": (session.interview, "forget"),
        "place": (session.history, "clear"),
        "choices": (session, "_forget_choices"),
        "papers": (session.papers, "clear"),
    }[failing]
    if failing != "save":
        monkeypatch.setattr(owner, name, fails)
    assert session.erase() == [failing]
    assert _left(session) == {failing} - {"save"}
    assert is_code(f"erase-{failing}")


def test_what_comes_before_still_finds_the_answers_and_is_done_once() -> None:
    session = _session()
    seen: list[dict[str, object]] = []
    session.before_erasing("save", lambda: seen.append(dict(session.interview.answers.values)))
    assert session.erase() == [] and session.erase() == []
    assert [answers["full_name"] for answers in seen] == ["Zebulon"]
