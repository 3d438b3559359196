from __future__ import annotations

from pathlib import Path

import pytest

from pdkiosk.app import main


def test_the_tour_shows_every_screen_of_the_sample_person_and_their_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tour", "--out", str(tmp_path), "--size", "1024x768"]) == 0
    names = {path.name.split("-", 1)[-1] for path in tmp_path.glob("*.png")}
    assert {
        "start.png",
        "proceedings.png",
        "letter.png",
        "print.png",
        "end.png",
        "stop_no_case.png",
        "stop_find_out.png",
        "card-people.png",
        "countdown.png",
    } <= names
    assert {"letter.pdf", "reading-copy.pdf", "summary.pdf"} <= {
        path.name for path in tmp_path.glob("*.pdf")
    }
    assert str(tmp_path) in capsys.readouterr().out
