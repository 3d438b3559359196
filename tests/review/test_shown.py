"""The review status is shown truthfully and in the person's language everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from pdkiosk.commands.check_review import check_reviews
from pdkiosk.commands.result import Level
from pdkiosk.commands.stock import load_stock
from pdkiosk.language.message import Message
from pdkiosk.review import ledger
from pdkiosk.review.law import law_statements
from pdkiosk.review.ledger import Checked, written
from pdkiosk.review.statement import LAW
from pdkiosk.review.status import Status, law_status
from pdkiosk.review.wording import language_line, law_line
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.tour import sample_shell
from pdkiosk.ui.widgets.spoken import own_texts
from pdkiosk.ui.window.shell import Shell
from tests.documents import people
from tests.interview.people import OVERDUE, TODAY, guide

SOME = Status(total=312, checked=300, by=("Example Legal Aid", "Other Aid"), last="2027-06-30")


def say(message: Message, language: str = "en") -> str:
    return people.say(message, language)


@pytest.mark.parametrize(
    ("status", "english", "spanish"),
    [
        (
            Status(),
            "No lawyer has checked this yet.",
            "Ningún abogado ha revisado esto.",
        ),
        (
            SOME,
            "300 of 312 legal statements checked by Example Legal Aid and Other Aid, June 2027.",
            "300 de 312 textos de ley, revisados por Example Legal Aid y Other Aid, junio de 2027.",
        ),
        (
            replace(SOME, by=()),
            "300 of 312 legal statements checked by a lawyer, June 2027.",
            "300 de 312 textos de ley, revisados por un abogado, junio de 2027.",
        ),
        # Checked by somebody once, but nothing of it holds today.
        (Status(total=312, ran_out=("LAW-B",)), "No lawyer has checked this yet.", ""),
    ],
)
def test_the_law(status: Status, english: str, spanish: str) -> None:
    assert say(law_line(status)) == english
    assert not spanish or say(law_line(status), "es") == spanish


def test_the_language() -> None:
    assert "Spanish has not yet been checked" in say(language_line(Status(), "es"))
    assert say(language_line(SOME, "es")) == (
        "300 of 312 texts in Spanish checked by Example Legal Aid and Other Aid, June 2027."
    )
    assert say(language_line(replace(SOME, by=()), "es")).startswith(
        "300 of 312 texts in Spanish checked by a translator"
    )


@pytest.fixture
def ledgers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets a lawyer have found all right on a day."""
    monkeypatch.setattr(ledger, "path_of", lambda book: tmp_path / f"{book}.tsv")

    def check(but: int = 0) -> None:
        rows = [
            Checked(number=each.number, seal=each.seal, verdict="right", who="Jane Roe",
                    role="lawyer", organization="Legal Aid", named="yes", day="2026-11-20")
            for each in law_statements(guide())[but:]
        ]  # fmt: skip
        (tmp_path / f"{LAW}.tsv").write_bytes(written(rows))

    return check


def on_screens() -> dict[str, str]:
    """What stands on the first screen, the help, the choice of languages and a page, in English."""

    def words(shell: Shell) -> str:
        texts = [each for widget in shell.findChildren(QWidget) for each in own_texts(widget)]
        return " ".join(each.pair.second or each.pair.first for each in texts)

    found = {}
    with sample_shell(load_stock(None), TODAY, (1280, 1024)) as (shell, _application):
        found["first"] = words(shell)
        shell.begin("es")
        shell.context.preferences.everywhere = True  # what is quiet is in both languages too
        for kind in (ToolKind.HELP, ToolKind.LANGUAGE):
            shell.navigator.open_tool(Tool(kind))
            found[kind.value] = words(shell)
            shell.navigator.close_tool()
        shell.context.interview.answers.replace_all({"in_proceedings": "yes", "way": "full"})
        shell.navigator.go_to("know_first")
        found["page"] = words(shell)
    return found


@pytest.mark.usefixtures("qapp")
def test_every_screen_that_speaks_of_it_says_it(ledgers: Callable[..., None]) -> None:
    found = on_screens()
    for name in ("first", "help", "page"):
        assert "No lawyer has checked this yet." in found[name]
    for name in ("help", "language"):
        assert "The text in Spanish has not yet been checked" in found[name]
    ledgers()
    total = law_status(guide(), TODAY).total
    found = on_screens()
    for name in ("first", "help", "page"):
        assert f"{total} of {total} legal statements checked by Legal Aid" in found[name]
        assert "No lawyer has checked" not in found[name]


def test_the_summary_says_it(ledgers: Callable[..., None]) -> None:
    def credit() -> str:
        return " ".join(say(line) for line in people.packet(in_proceedings="yes").summary.credit)

    assert "Not yet checked by a lawyer, nor the Spanish by a translator." in credit()
    ledgers()
    assert "legal statements checked by Legal Aid, November 2026." in credit()
    assert "Spanish has not yet been checked by a human translator." in credit()


def test_check_counts_and_names_what_is_lost(ledgers: Callable[..., None]) -> None:
    def lines(today: date = TODAY) -> list[str]:
        return [str(line) for line in check_reviews(guide(), ["es", "en"], today)]

    assert lines() == [
        "warn review law: no lawyer has checked anything yet",
        "warn review es: no translator has checked anything yet",
    ]
    ledgers()
    (first, *others) = lines()
    total = law_status(guide(), TODAY).total
    assert first.startswith(f"ok   review law: {total} of {total} checked, by Legal Aid, last on ")
    assert "the first runs out after 2027-02-12" in first
    assert len(others) == 1
    ledgers(but=3)
    assert lines()[0].startswith("warn review law:")
    late = lines(OVERDUE)
    assert any("ran out: LAW-" in line for line in late)


def test_a_damaged_ledger_fails_the_check_and_proves_nothing(
    ledgers: Callable[..., None], tmp_path: Path
) -> None:
    (tmp_path / "law.tsv").write_text("?")
    first = next(check_reviews(guide(), [], TODAY))
    assert first.level is Level.FAIL
    credit = " ".join(say(line) for line in people.packet(in_proceedings="yes").summary.credit)
    assert "Not yet checked by a lawyer" in credit
