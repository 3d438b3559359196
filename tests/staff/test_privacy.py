"""The staff page shows nothing about any person, of this process or the one before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from pdkiosk.guide.model import LongText, TextQuestion
from pdkiosk.interview.answers import Value
from pdkiosk.ui.staff.page import StaffPage
from tests.staff.kiosk import MakeKiosk, StaffKiosk

CANARY = "Zqxwvk Canary"
PANELS = ("health", "counters", "print", "touch", "touched", "cleaning", "settings", "ruler",
          "restart", "close", "setting:name", "setting:address", "setting:staff_pin")  # fmt: skip


def all_texts(kiosk: StaffKiosk) -> str:
    """Whatever any widget of the process holds, shown or not."""
    texts = [kiosk.words()]
    for widget in QApplication.allWidgets():
        texts += [widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
        if isinstance(widget, QLineEdit):
            texts.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            texts.append(widget.toPlainText())
    return "\n".join(texts)


def writes_a_letter(kiosk: StaffKiosk) -> None:
    """A person who puts the canary wherever text can be, and prints."""
    shell = kiosk.shell
    kiosk.touch("language.es")
    answers: dict[str, Value] = {"in_proceedings": "yes", "way": "full", "fear": "no"}
    for page in shell.context.guide.page:
        for question in page.questions:
            if isinstance(question, (TextQuestion, LongText)):
                answers[question.id] = f"{CANARY} {question.id}"
    shell.context.interview.answers.replace_all(answers)
    for step in shell.course().steps:
        if step.page.kind in ("letter", "print"):
            shell.navigator.go_to(step.id)
            kiosk.settle()
    assert CANARY in all_texts(kiosk)
    parts = shell.context.papers.parts("es")
    assert parts
    shell.context.papers.start(parts[:1])


def test_after_a_whole_session_the_staff_page_of_the_next_process_has_no_answer(
    kiosk_with: MakeKiosk, tmp_path: Path
) -> None:
    first = kiosk_with()
    writes_a_letter(first)
    first.corners("12341234")
    assert first.shell.findChild(StaffPage) is None
    first.shell.end_session()
    first.shell.close()
    first.settle()
    second = kiosk_with()
    second.corners()
    second.enter()
    room = second.room
    assert not hasattr(room.context, "interview")
    for place in ("menu", *PANELS):
        room.open(place)
        second.settle()
        QTest.qWait(1)
        found = second.words()
        assert found
        assert CANARY not in found, place
    assert CANARY.encode() not in b"".join(
        path.read_bytes() for path in (tmp_path / "state").rglob("*") if path.is_file()
    )


def test_the_room_holds_no_interview_anywhere(inside: StaffKiosk) -> None:
    """From the room's own context no way leads to the parts that hold answers."""
    from pdkiosk.interview.answers import Answers
    from pdkiosk.interview.flow import Interview

    seen: set[int] = set()
    stack: list[object] = [inside.room.context]
    while stack:
        thing = stack.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        assert not isinstance(thing, (Interview, Answers))
        if isinstance(thing, (list, tuple, set, frozenset)):
            stack.extend(thing)
        elif isinstance(thing, dict):
            stack.extend(thing.values())
        elif type(thing).__module__.startswith("pdkiosk"):
            stack.extend(getattr(thing, "__dict__", {}).values())
            fields = getattr(thing, "__struct_fields__", ())
            stack.extend(getattr(thing, name) for name in fields)
    assert len(seen) > 20


@pytest.mark.parametrize("place", PANELS)
def test_saved_work_is_named_nowhere(inside: StaffKiosk, tmp_path: Path, place: str) -> None:
    """Work that people saved is beside the state; no panel lists it."""
    (tmp_path / "state" / "saved").mkdir(parents=True)
    (tmp_path / "state" / "saved" / f"{CANARY}.pdk").write_text(CANARY)
    inside.room.open(place)
    inside.settle()
    assert CANARY not in inside.words()
