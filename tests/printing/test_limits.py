"""One job at a time, a page limit, and a folder if there is no printer."""

from __future__ import annotations

from pathlib import Path

from pdkiosk.printing.folder import FolderInstead
from pdkiosk.printing.limits import Limits
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.state import State
from tests.printing.fakes import FakePrinter
from tests.printing.papers import Paper
from tests.printing.service import wait_until

_PARTS = [Paper("letter", 3, b"letter"), Paper("summary", 1, b"summary")]


def test_a_double_tap_is_one_job() -> None:
    fake = FakePrinter()
    printer = Limits(fake)
    first = printer.start(_PARTS)
    first.poll()
    assert printer.start(_PARTS) is first
    fake.end(Outcome.PRINTED, finished=2)
    first.poll()
    assert printer.start(_PARTS) is not first
    assert len(fake.jobs) == 2


def test_pages_are_counted_when_they_came_out_or_may_have() -> None:
    fake = FakePrinter()
    printer = Limits(fake, pages=8)
    for outcome, finished, printed in (
        (Outcome.JAM, 0, 0),
        (Outcome.JAM, 1, 3),
        (Outcome.SENT, 0, 7),
    ):
        job = printer.start(_PARTS)
        fake.end(outcome, finished)
        assert job.poll().outcome is outcome
        assert printer.printed == printed
        assert printer.left == 8 - printed
    assert printer.start(_PARTS).poll().outcome is Outcome.LIMIT
    assert len(fake.jobs) == 3
    job = printer.start(_PARTS[1:])
    fake.end(Outcome.PRINTED, 1)
    assert job.poll().outcome is Outcome.PRINTED
    assert printer.printed == 8
    assert printer.left == 0
    assert Limits(fake).left is None


def test_what_is_around_a_printer_passes_on_the_rest(tmp_path: Path) -> None:
    fake = FakePrinter(State.JAM)
    printer = Limits(FolderInstead(fake, tmp_path))
    assert printer.look() is State.JAM
    printer.start(_PARTS).cancel()
    assert fake.jobs[0].canceled == 1
    assert printer.clear()
    assert fake.cleared == 1


def test_a_folder_instead_of_no_printer(tmp_path: Path) -> None:
    fake = FakePrinter(State.NO_PRINTER)
    printer = FolderInstead(fake, tmp_path / "papers")
    assert printer.look() is State.FOLDER
    job = printer.start(_PARTS)
    assert job.poll().outcome is None
    fake.end(Outcome.NO_PRINTER)
    wait_until(lambda: job.poll().outcome is not None)
    progress = job.poll()
    assert (progress.outcome, progress.finished) == (Outcome.SAVED, 2)
    letter = tmp_path / "papers" / progress.saved_as / "letter.pdf"
    assert letter.read_bytes() == b"letter"
    assert dict(progress.says.args) == {"name": progress.saved_as}
    letter.unlink()
    assert job.poll() == progress  # saved once
    assert not letter.exists()


def test_a_folder_is_no_way_out_of_other_failures(tmp_path: Path) -> None:
    fake = FakePrinter()
    for outcome in (Outcome.SERVICE_LOST, Outcome.JAM, Outcome.PRINTED):
        job = FolderInstead(fake, tmp_path).start(_PARTS)
        fake.end(outcome)
        assert job.poll().outcome is outcome
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    fake = FakePrinter(State.NO_PRINTER)
    job = FolderInstead(fake, tmp_path / "file").start(_PARTS)
    fake.end(Outcome.NO_PRINTER)
    wait_until(lambda: job.poll().outcome is not None)
    assert job.poll().outcome is Outcome.NOT_SAVED
