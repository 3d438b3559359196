"""Files that are not settings in UTF-8: old encodings, other kinds of files, line endings."""

from __future__ import annotations

import pytest

from pdkiosk import resources
from pdkiosk.facility.example import facility_file
from pdkiosk.facility.loading import read_facility
from pdkiosk.facility.settings import Facility
from tests.facility.mistakes import cause_of, problem_of


@pytest.mark.parametrize("code", ["cp1252", "latin-1"])
def test_old_windows_encodings(code: str) -> None:
    text = '# ours\nname = "Centro de Detención"\nlibrary = "piñón"\n'
    problem = problem_of(text.encode(code))
    assert (cause_of(problem), problem.line) == ("old_encoding", 2)
    assert problem.fix.args["example"] == 'name = "Centro de Detención"'
    assert "UTF-8" in problem.fix.text
    curly = "name = “Eloy”\n".encode("cp1252")
    assert cause_of(problem_of(curly)) == "old_encoding"


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16(code: str) -> None:
    data = facility_file(Facility()).encode(code)
    problem = problem_of(data)
    assert (cause_of(problem), problem.line) == ("utf_16", None)
    assert read_facility(data.decode(code).encode(), "") == Facility()


def test_other_kinds_of_files() -> None:
    pictures = (resources.path("icons").parent).rglob("*.png")
    fonts = sorted(resources.path("fonts").glob("*.ttf"))
    assert fonts
    samples = [path.read_bytes()[:60_000] for path in (*pictures, *fonts)]
    samples += [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", b"PK\x03\x04\x14\x00", b"{\\rtf1\\ansi x}"]
    samples += [b"<html><body>name = 'x'</body></html>", b"name = 'x'\n" + bytes(40)]
    for data in samples:
        assert cause_of(problem_of(data)) in ("other_kind", "utf_16"), data[:20]


def test_the_line_ends_of_any_system_and_a_mark_are_right() -> None:
    text = facility_file(Facility(name="Eloy"))
    for end in ("\n", "\r\n", "\r"):
        for mark in (b"", b"\xef\xbb\xbf"):
            data = mark + text.replace("\n", end).encode()
            assert read_facility(data, "") == Facility(name="Eloy")
