"""``pdkiosk render`` and ``schema``: answers in, papers out; refused input writes nothing."""

from __future__ import annotations

import io
import json
import stat
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from pdkiosk.app import main
from pdkiosk.commands.stock import load_stock
from pdkiosk.language.languages import Language
from pdkiosk.safe_files import Folder

CASE = {"in_proceedings": "yes", "way": "full"}
# What everybody gets, in English and in another language.
ENGLISH = sorted(
    [
        *("answer-sheet.pdf", "declaration.pdf", "for-the-envelope.pdf"),
        *("large-print-copy.pdf", "letter.pdf", "summary.pdf"),
    ]
)
NAMES = sorted([*ENGLISH, "certificate-of-interpretation.pdf", "reading-copy.pdf"])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "pages"


def file(tmp_path: Path, answers: object, **more: object) -> str:
    path = tmp_path / "answers.json"
    content = {"format": 1, "today": "2026-11-24", "answers": answers, **more}
    path.write_text(json.dumps(content), "utf-8")
    return str(path)


def words(path: Path) -> str:
    reader = PdfReader(io.BytesIO(path.read_bytes()))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def files(out: Path) -> list[str]:
    return sorted(path.name for path in out.iterdir()) if out.exists() else []


def test_every_fact_is_on_paper(tmp_path: Path, out: Path) -> None:
    answers = {
        **CASE,
        "full_name": "María López Ruiz",
        "arrival": "2012-03",
        "reasons_life": ["long_residence"],
        "people": [{"relation": "daughter", "person_status": "citizen", "person_name": "Ana"}],
    }
    code = main(["render", file(tmp_path, answers), "--out", str(out), "--language", "es"])
    assert code == 0
    assert files(out) == NAMES
    letter = words(out / "letter.pdf")
    assert "María López Ruiz" in letter
    assert "since March 2012" in letter
    assert "Ana" in letter
    assert "desde marzo de 2012" in words(out / "reading-copy.pdf")
    assert len(PdfReader(out / "summary.pdf").pages) == 1
    large = words(out / "large-print-copy.pdf")
    assert "desde marzo de 2012" in large
    assert "Qué hacer, en orden" in large


def test_only_the_owner_can_read_the_papers(tmp_path: Path, out: Path) -> None:
    main(["render", file(tmp_path, CASE), "--out", str(out)])
    for path in out.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_with_papers_is_refused(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They may be another person's."""
    answers = file(tmp_path, CASE)
    assert main(["render", answers, "--out", str(out), "--language", "es"]) == 0
    before = {path: path.read_bytes() for path in out.iterdir()}
    assert main(["render", answers, "--out", str(out), "--language", "en"]) == 1
    assert "letter.pdf is there already, and nothing is replaced" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in out.iterdir()} == before
    (out / "letter.pdf").unlink()
    # Also one that this person does not have.
    for path in before:
        if path.stem not in ("reading-copy", "letter"):
            path.unlink()
    assert main(["render", answers, "--out", str(out), "--language", "en"]) == 1
    assert files(out) == ["reading-copy.pdf"]


@pytest.mark.parametrize("name", ["letter.pdf", "reading-copy.pdf"])  # theirs; another's
@pytest.mark.parametrize("kind", ["folder", "link to a folder", "link to nothing"])
def test_a_name_that_is_taken_by_a_folder_or_a_link_leaves_nothing_written(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str], kind: str, name: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    out.mkdir(parents=True)
    taken = out / name
    if kind == "folder":
        taken.mkdir()
        (taken / "theirs").write_text("theirs")
    else:
        taken.symlink_to(elsewhere)
        if kind == "link to a folder":
            elsewhere.mkdir()
    answers = file(tmp_path, CASE)
    assert main(["render", answers, "--out", str(out), "--language", "en"]) == 1
    assert f"{name} is there already, and nothing is replaced" in capsys.readouterr().err
    assert files(out) == [name]
    if kind == "folder":
        assert (taken / "theirs").read_text() == "theirs"
    else:
        assert taken.is_symlink() and taken.readlink() == elsewhere
        assert elsewhere.exists() is (kind == "link to a folder")
        assert files(elsewhere) == []


def test_a_folder_that_takes_the_place_of_a_paper_meanwhile_leaves_nothing_written(
    tmp_path: Path,
    out: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Others write into the folder, too: after some of the papers are there already."""
    replace, done = Folder.replace, list[str]()

    def slowly(self: Folder, old: str, new: str, target: Folder | None = None) -> None:
        replace(self, old, new, target)
        done.append(new)
        if len(done) == 1:
            (out / "declaration.pdf").mkdir()

    monkeypatch.setattr(Folder, "replace", slowly)
    answers = file(tmp_path, CASE)
    assert main(["render", answers, "--out", str(out), "--language", "en"]) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert "letter.pdf" in done, "else this test proves nothing"
    assert files(out) == ["declaration.pdf"] and (out / "declaration.pdf").is_dir()


def test_the_file_can_name_the_language(tmp_path: Path, out: Path) -> None:
    assert main(["render", file(tmp_path, CASE, language="en"), "--out", str(out)]) == 0
    assert files(out) == ENGLISH


def test_the_facility_is_on_paper(tmp_path: Path, out: Path) -> None:
    facility = tmp_path / "site.toml"
    facility.write_text('name = "Eloy Center"\n', "utf-8")
    answers = file(tmp_path, CASE)
    assert main(["render", answers, "--out", str(out), "--facility", str(facility)]) == 0
    assert "Eloy Center" in words(out / "letter.pdf")


@pytest.mark.parametrize(
    ("said", "language", "says"),
    [
        ("no", "en", "Without a case in court"),
        ("no", "es", "ICE"),
        (None, "en", "1-800-898-7180"),
        (None, "es", "1-800-898-7180"),
    ],
)
def test_who_must_be_stopped_is_told_why(
    tmp_path: Path,
    out: Path,
    capsys: pytest.CaptureFixture[str],
    said: Any,
    language: str,
    says: str,
) -> None:
    answers = file(tmp_path, {**CASE, "in_proceedings": said, "full_name": "María"})
    code = main(["render", answers, "--out", str(out), "--language", language])
    shown = capsys.readouterr()
    assert code == 3
    assert says in shown.out
    assert shown.err == ""
    assert "{" not in shown.out
    assert not out.exists()
    english = "this letter is not for you" in shown.out or "First find out" in shown.out
    assert english is (language == "en")


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({**CASE, "age": 5}, "$.answers.age: out of range; expected a whole number from 14 to 110"),
        ({"way": "full"}, "$.answers.in_proceedings: missing; expected one of"),
        ({"in_proceedings": "yes"}, '$.answers.way: missing; expected one of "short", "full"'),
        ({**CASE, "agee": 30}, '$.answers.agee: unknown key; expected "age"'),
    ],
)
def test_a_wrong_file_gets_one_line_and_nothing_is_written(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str], answers: Any, line: str
) -> None:
    assert main(["render", file(tmp_path, answers), "--out", str(out)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(line)
    assert shown.err.count("\n") == 1
    assert not out.exists()


def test_a_file_that_is_not_there(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", str(tmp_path / "none.json"), "--out", str(out)]) == 2
    assert "cannot be read (No such file" in capsys.readouterr().err
    assert main(["render", str(tmp_path), "--out", str(out)]) == 2
    assert not out.exists()


def test_a_folder_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    assert main(["render", file(tmp_path, CASE), "--out", str(blocked)]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_an_unknown_language_or_facility(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = file(tmp_path, CASE)
    assert main(["render", answers, "--out", str(out), "--language", "xx"]) == 2
    assert "there is no language 'xx'; expected one of es, en" in capsys.readouterr().err
    nowhere = str(tmp_path / "nowhere.toml")
    assert main(["render", answers, "--out", str(out), "--facility", nowhere]) == 2
    assert "nowhere.toml" in capsys.readouterr().err
    assert not out.exists()


def test_a_language_from_right_to_left_is_offered_as_any_other() -> None:
    stock = load_stock(None)
    arabic = Language("ar", "العربية", "Arabic", "rtl")
    offered = replace(stock, languages={**stock.languages, "ar": arabic}).offered(["es", "ar"])
    assert [*offered] == ["es", "ar"]


def test_answers_that_are_not_asked_are_named(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = file(tmp_path, {**CASE, "illness": "a secret"})
    assert main(["render", answers, "--out", str(out)]) == 0
    error = capsys.readouterr().err
    assert "illness" in error
    assert "secret" not in error


def test_a_fault_in_the_program_tells_no_answer(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **more: object) -> None:
        raise KeyError("María López Ruiz")

    monkeypatch.setattr("pdkiosk.documents.packet.compose_packet", broken)
    answers = file(tmp_path, {**CASE, "full_name": "María López Ruiz"})
    assert main(["render", answers, "--out", str(out)]) == 70
    error = capsys.readouterr().err
    assert error.startswith("pdkiosk: internal error: KeyError at ")
    assert error.count("\n") == 1
    assert "López" not in error
    assert not out.exists()


def test_the_schema_is_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert schema["$defs"]["AnswersFile"]["required"] == ["format", "answers"]
