"""Which jobs are ours: of this run, or of one at this seat that is over."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pdkiosk.printing.job_tags import JobTags, begin_run, job_tags

_RUN = """
import os, sys
from pathlib import Path
from pdkiosk.printing.job_tags import begin_run, job_tags
handle = begin_run(Path(sys.argv[1]))
print(job_tags().own, ",".join(job_tags().left), flush=True)
sys.stdin.readline()
"""


@pytest.fixture(autouse=True)
def no_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PDKIOSK_JOB_TAGS", "")


class Run:
    """A program at this seat, in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", _RUN, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        own, left = self.process.stdout.readline().rstrip("\n").split(" ")
        self.tags = JobTags(own, tuple(filter(None, left.split(","))))

    def crash(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def runs(tmp_path: Path) -> Iterator[list[Run]]:
    made: list[Run] = []
    yield made
    for run in made:
        run.crash()


def test_titles_name_nobody_and_are_never_the_same() -> None:
    tags = job_tags()
    titles = {tags.title() for _ in range(100)}
    assert len(titles) == 100
    assert all(re.fullmatch(r"document-[0-9a-f]{12}-[0-9a-f]{8}", title) for title in titles)
    assert all(tags.match(title) for title in titles)
    assert not any(job_tags().match(title) for title in titles), "another run"


@pytest.mark.parametrize(
    "title", ["", "document", "document-", "pdkiosk-0123456789ab-1", "0123456789ab",
              "a document-0123456789ab-1", "document-0123456789abc-1"],
)  # fmt: skip
def test_what_only_looks_like_ours_is_not(title: str) -> None:
    assert not JobTags("0123456789ab").match(title)


def test_a_run_hands_its_tags_to_what_it_starts(tmp_path: Path) -> None:
    handle = begin_run(tmp_path)
    assert handle is not None
    assert job_tags() == job_tags()
    said = subprocess.run(
        [sys.executable, "-P", "-c",
         "from pdkiosk.printing.job_tags import job_tags; print(job_tags().own)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout.strip() == job_tags().own
    os.close(handle)


def test_what_a_crash_left_is_known_to_the_next_run(tmp_path: Path, runs: list[Run]) -> None:
    seen = []
    for _ in range(3):
        runs.append(Run(tmp_path))
        seen.append(runs[-1].tags.own)
        assert set(runs[-1].tags.left) == set(seen[:-1])
        runs[-1].crash()
    assert len(set(seen)) == 3, "no tag is used twice"


def test_two_at_one_seat_never_take_each_other_for_left(tmp_path: Path, runs: list[Run]) -> None:
    first, second = Run(tmp_path), Run(tmp_path)
    runs += [first, second]
    assert first.tags.own not in second.tags.left
    second.crash()
    third = Run(tmp_path)
    runs.append(third)
    assert second.tags.own in third.tags.left
    assert first.tags.own not in third.tags.left
    first.crash()
    fourth = Run(tmp_path)  # takes the first one's file
    runs.append(fourth)
    assert first.tags.own in fourth.tags.left
    assert third.tags.own not in fourth.tags.left
    fourth.crash()
    third.crash()
    last = Run(tmp_path)
    runs.append(last)
    assert {first.tags.own, second.tags.own, third.tags.own, fourth.tags.own} <= {*last.tags.left}


def test_where_nothing_can_be_kept_a_run_has_a_tag_all_the_same(tmp_path: Path) -> None:
    closed = tmp_path / "file"
    closed.write_text("")
    for folder in (None, closed / "below"):
        assert begin_run(folder) is None
        assert job_tags().left == ()
        assert re.fullmatch("[0-9a-f]{12}", job_tags().own)


def test_only_the_owner_can_read_the_file_and_no_link_is_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("precious")
    seat = tmp_path / "seat"
    seat.mkdir()
    (seat / "job-tags-0").symlink_to(elsewhere)
    handle = begin_run(seat)
    assert handle is not None
    assert elsewhere.read_text() == "precious"
    assert (seat / "job-tags-1").stat().st_mode & 0o777 == 0o600
    assert (seat / "job-tags-1").read_text() == job_tags().own
    os.close(handle)


def test_a_file_of_nonsense_is_no_tag(tmp_path: Path) -> None:
    (tmp_path / "job-tags-0").write_bytes(b"\xff\x00 document, * ,,")
    handle = begin_run(tmp_path)
    assert handle is not None
    assert job_tags().left == ()
    os.close(handle)
