"""The log: codes and times, a size that it never passes, and nothing that anybody typed."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdkiosk import log as logging
from pdkiosk.log import UNKNOWN, WORDS, Log, is_code

NOW = datetime(2026, 11, 24, 10, 0, 59, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def make(folder: Path) -> Log:
    return Log(folder, lambda: NOW)


def test_a_line_is_a_minute_and_a_code(tmp_path: Path) -> None:
    log = make(tmp_path / "state")
    log.note("begun")
    log.note("print-p31")
    assert log.tail(9) == ["2026-11-24T10:00Z begun", "2026-11-24T10:00Z print-p31"]
    assert log.tail(1) == ["2026-11-24T10:00Z print-p31"]
    assert log.tail(0) == []
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "state" / "log").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "text",
    [
        "Maria", "maria", "maria-lopez", "begun maria", "begun\nx", "begun-", "-begun", "Begun",
        "begun-é", "begun--x", "", "pages-" + "1" * 60, "begun-\u0661",
    ],
)  # fmt: skip
def test_what_is_no_code_is_not_written(tmp_path: Path, text: str) -> None:
    log = make(tmp_path)
    log.note(text)
    assert log.tail(9) == [f"2026-11-24T10:00Z {UNKNOWN}"]


@given(st.text())
def test_no_text_gets_in_but_by_a_known_word(text: str) -> None:
    assert not is_code(text) or text.split("-", maxsplit=1)[0] in WORDS or text == UNKNOWN


def test_the_counters_outlive_the_program_and_the_log(tmp_path: Path) -> None:
    log = make(tmp_path)
    for code in ("begun", "print-p00", "pages-12", "ended-finished", "begun", "ended-idle"):
        log.note(code)
    (tmp_path / "log").unlink()
    again = make(tmp_path)
    again.note("pages-3")
    again.note("died-signal-9")
    assert again.counters() == {
        "sessions": 2,
        "print-p00": 1,
        "pages": 15,
        "ended": 2,
        "ended-finished": 1,
        "ended-idle": 1,
        "crashes": 1,
    }


@pytest.mark.parametrize(
    "damaged",
    [
        b"", b"{", b"[]", b'{"pages": "x", "sessions": -1}', b"\xff", b'{"sessions": true}',
        b"[" * 90_000, b'{"a":' * 9_000, b'{"sessions": ' + b"9" * 4300 + b"}",
    ],
    ids=lambda damaged: repr(damaged[:20]),
)  # fmt: skip
def test_damaged_counters_begin_anew(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "counters.json").write_bytes(damaged)
    log = make(tmp_path)
    assert log.counters() == {}
    log.note("begun")
    assert json.loads((tmp_path / "counters.json").read_text()) == {"sessions": 1}


def test_it_never_grows_beyond_a_megabyte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert 2 * logging.MOST_BYTES <= 1_000_000
    monkeypatch.setattr(logging, "MOST_BYTES", 1000)
    log = make(tmp_path)
    for number in range(200):
        log.note(f"at-{number}")
        assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 2000
    assert sorted(path.name for path in tmp_path.iterdir()) == ["log", "log.old"]
    assert log.tail(2) == ["2026-11-24T10:00Z at-198", "2026-11-24T10:00Z at-199"]
    assert len(log.tail(60)) == 60, "the older file is read too"


def test_a_full_disk_leaves_no_half_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = make(tmp_path)
    log.note("begun")
    whole = (tmp_path / "log").read_bytes()
    write = os.write
    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda handle, data: write(handle, data[:9]))
        log.note("ended-finished")
    assert (tmp_path / "log").read_bytes() == whole
    log.note("begun")
    assert log.tail(9) == ["2026-11-24T10:00Z begun"] * 2


def test_every_word_is_explained_to_the_technician() -> None:
    table = (ROOT / "docs/operations.md").read_text()
    assert [word for word in sorted(WORDS) if f"`{word}" not in table] == []
