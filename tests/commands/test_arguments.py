"""The command line: what it accepts, what it refuses, and its help."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pdkiosk import exit_codes
from pdkiosk.app import main
from pdkiosk.commands.arguments import make_parser
from pdkiosk.commands.faults import report


def test_alone_it_is_the_wizard_full_screen() -> None:
    options = make_parser().parse_args([])
    assert options.command is None
    assert not options.window
    assert options.facility is None
    assert options.pdf_folder is None
    assert options.languages == []


def test_the_wizard_takes_its_options() -> None:
    line = "--window --facility a.toml --pdf-folder out --languages es,en"
    options = make_parser().parse_args(line.split())
    assert options.window
    assert options.facility == Path("a.toml")
    assert options.pdf_folder == Path("out")
    assert options.languages == ["es", "en"]


@pytest.mark.parametrize("line", ["--facility a.toml check", "check --facility a.toml"])
def test_the_facility_can_stand_on_both_sides_of_a_command(line: str) -> None:
    assert make_parser().parse_args(line.split()).facility == Path("a.toml")


def test_the_tour_has_sizes() -> None:
    options = make_parser().parse_args(["tour", "--out", "t"])
    assert (options.language, options.size, options.text_size) == ("es", (1280, 1024), 100)
    line = "tour --out t --language en --size 1080x1920 --text-size 200"
    options = make_parser().parse_args(line.split())
    assert (options.language, options.size, options.text_size) == ("en", (1080, 1920), 200)


@pytest.mark.parametrize(
    "line",
    [
        "rendr",
        "render",
        "render a.json",
        "render --out b",
        "--win",
        "--languages es,,en",
        "--languages es,es",
        "tour",
        "tour --out t --size 1280",
        "tour --out t --size 1x1",
        "tour --out t --text-size 201",
        "schema extra",
    ],
)
def test_what_is_not_understood_is_refused(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(line.split())
    assert stopped.value.code == 2
    assert "usage: pdkiosk" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["", "render", "schema", "check", "tour"])
def test_help_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*command.split(), "--help"])
    assert stopped.value.code == 0
    shown = capsys.readouterr().out
    assert "example" in shown
    if command == "render":
        assert "no case in immigration court" in shown
        for code in "0123":
            assert f"\n  {code}  " in shown


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.startswith("pdkiosk ")


def test_an_unknown_language_stops_the_wizard_before_it_opens() -> None:
    # In a process of its own: the supervisor forks, which a test's process must not.
    done = subprocess.run(
        [sys.executable, "-m", "pdkiosk", "--languages", "xx"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 2
    assert "there is no language 'xx'" in done.stderr


def test_without_a_window_no_qt_is_loaded(tmp_path: Path) -> None:
    answers = tmp_path / "a.json"
    answers.write_text('{"format": 1, "answers": {"in_proceedings": "yes", "way": "short"}}')
    code = (
        "import sys\n"
        "from pdkiosk.app import main\n"
        f"code = main(['render', {str(answers)!r}, '--out', {str(tmp_path / 'out')!r}])\n"
        "loaded = [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]\n"
        "assert not loaded, loaded\n"
        "sys.exit(code)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs the program in a shell: "pdkiosk" in the command stands for it."""
    root = Path(__file__).parents[2]
    return subprocess.run(
        ["bash", "-c", command.replace("pdkiosk", f"{sys.executable} -P -m pdkiosk")],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"},
    )


def test_output_that_nobody_reads_is_no_fault(tmp_path: Path) -> None:
    done = shell("pdkiosk schema | true; exit ${PIPESTATUS[0]}", tmp_path)
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
    assert done.returncode == exit_codes.OUTPUT_LOST


CASE = '{"format": 1, "answers": {"in_proceedings": "yes", "way": "short"}}'


@pytest.mark.parametrize(
    "command", ["schema", "--version", "--help", "render --help", "render a.json --out new"]
)
def test_a_full_output_device_is_told_by_the_exit_code(command: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(CASE)
    done = shell(f"pdkiosk {command} > /dev/full", tmp_path)
    assert done.returncode == exit_codes.OUTPUT_LOST
    assert "Traceback" not in done.stderr and "internal error" not in done.stderr
    assert "Exception ignored" not in done.stderr
    # The pages were written, only their names were not said.
    assert (tmp_path / "new" / "letter.pdf").exists() is command.startswith("render a")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("render none.json --out new", exit_codes.WRONG_INPUT),
        ("render wrong.json --out new", exit_codes.WRONG_INPUT),
        ("render a.json --out /dev/full", exit_codes.FAILED),
        ("render a.json --out /dev/full/below", exit_codes.FAILED),
        ("render a.json --out ''", exit_codes.WRONG_INPUT),
        ("render '' --out new", exit_codes.WRONG_INPUT),
        ("render no.json --out new", exit_codes.NO_LETTER),
        ("render a.json --out new --facility none.toml", exit_codes.WRONG_INPUT),
        ("--pdf-folder '' check", exit_codes.WRONG_INPUT),
        ("tour --out ''", exit_codes.WRONG_INPUT),
        ("render a.json --out new", exit_codes.DONE),
    ],
)
@pytest.mark.parametrize("errors", ["", " 2> /dev/full", " 2>&-"])
def test_the_exit_code_is_the_same_where_errors_cannot_be_said(
    command: str, code: int, errors: str, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text(CASE)
    (tmp_path / "no.json").write_text('{"format": 1, "answers": {"in_proceedings": "no"}}')
    (tmp_path / "wrong.json").write_text("{")
    done = shell(f"pdkiosk {command}{errors}", tmp_path)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    pages = sorted(path.name for path in tmp_path.rglob("*.pdf"))
    assert ("letter.pdf" in pages) is (code == exit_codes.DONE)
    assert not any(path.name.endswith(".part") for path in tmp_path.rglob("*"))


def test_a_letter_that_the_terminal_lacks_is_no_fault(tmp_path: Path) -> None:
    answers = tmp_path / "a.json"
    answers.write_text('{"format": 1, "answers": {"in_proceedings": "no"}}')
    done = subprocess.run(
        [sys.executable, "-m", "pdkiosk", "render", str(answers), "--out", str(tmp_path / "o")],
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 3
    assert done.stderr == ""


def test_a_fault_is_told_without_its_words() -> None:
    try:
        raise ValueError("María")
    except ValueError as error:
        line = report(type(error), error.__traceback__)
    assert "ValueError at commands/test_arguments.py:" in line
    assert "María" not in line
    assert report(ValueError, None).endswith("an unknown place")


def test_a_fault_in_a_slot_or_thread_is_told_without_its_words() -> None:
    code = (
        "import threading\n"
        "from pdkiosk.commands.faults import keep_answers_out_of_tracebacks\n"
        "keep_answers_out_of_tracebacks()\n"
        "def fail():\n"
        "    raise KeyError('María')\n"
        "class Slot:\n"
        "    def __del__(self):\n"
        "        fail()\n"
        "thread = threading.Thread(target=fail)\n"
        "thread.start()\n"
        "thread.join()\n"
        "Slot()\n"
        "fail()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 1
    assert done.stderr.count("pdkiosk: internal error: KeyError at ") == 3
    assert done.stderr.count("\n") == 3
    assert "María" not in done.stderr


@pytest.mark.parametrize(
    "line",
    ["", "--window", "--facility check", "--window --facility a.toml --languages es,en",
     "--session --voice mock", "--pdf-folder=render"],
)  # fmt: skip
def test_the_wizard_starts_without_the_parsers_of_commands(line: str) -> None:
    words = line.split()
    quick = make_parser(words)
    assert not quick._subparsers
    assert vars(quick.parse_args(words)) == vars(make_parser().parse_args(words))


@pytest.mark.parametrize("line", ["chek", "--window chek", "--help", "check --facility a.toml"])
def test_whatever_may_name_a_command_is_told_of_all(line: str) -> None:
    assert make_parser(line.split())._subparsers
