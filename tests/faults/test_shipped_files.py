"""A single wrong bit in a shipped file is detected, and its text is not shown."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pdkiosk import resources, shipped_files
from pdkiosk.commands.check import check_files
from pdkiosk.commands.result import Level
from pdkiosk.guide import compile, compiled
from pdkiosk.language.compile import compile_catalogs
from tests.faults.installed import damage, heard

ROOT = Path(__file__).parents[2]
MO = "translations/es/LC_MESSAGES/pdkiosk.mo"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as a wheel lays it out: its files inside the package, with their list."""
    compile_catalogs(resources.folder("translations"))
    compile.main()
    root = tmp_path_factory.mktemp("built")
    package = root / "pdkiosk"
    ignored = shutil.ignore_patterns("__pycache__", "*.md")
    shutil.copytree(ROOT / "pdkiosk", package, ignore=ignored)
    for name in ("resources", "translations"):
        shutil.copytree(ROOT / name, package / name, ignore=ignored)
    write_list(package)
    return root


def write_list(package: Path) -> None:
    files = {
        path.relative_to(package).as_posix(): path
        for name in ("resources", "translations")
        for path in (package / name).rglob("*")
        if path.is_file()
    }
    assert len(files) > 150
    (package / shipped_files.LIST).write_bytes(shipped_files.listing(files))


@pytest.fixture
def installed(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "installed", copy_function=os.link)
    return tmp_path / "installed"


def one_bit(data: bytes) -> bytes:
    """A letter in the middle is another one."""
    place = next(i for i in range(len(data) // 2, len(data)) if chr(data[i]).isalpha())
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def same_size_and_form(data: bytes) -> bytes:
    """Other words, and still a whole catalog: only its checksum tells."""
    assert data.count("Sí".encode()) > 0
    return data.replace("Sí".encode(), b"No ")


def checked(root: Path) -> str:
    """What ``pdkiosk check`` says of the files."""
    code = (
        "from pdkiosk.commands.check import check_files\n"
        "print(*check_files(), sep='\\n')"
    )  # fmt: skip
    return subprocess.run(
        [sys.executable, "-P", "-c", code],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(root)},
    ).stdout  # fmt: skip


def test_a_whole_installation_starts_and_says_so(installed: Path) -> None:
    assert heard(installed) == (["ready"], 0)
    assert "as they were built" in checked(installed)


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        ("resources/guide/pages/1-before.toml", ["note broken-guide"]),
        ("resources/languages.toml", ["note broken-files"]),
        (MO, ["note translation-es", "ready"]),
    ],
)
def test_what_is_read_before_the_first_screen(installed: Path, name: str, notes: list[str]) -> None:
    damage(installed / "pdkiosk" / name, one_bit)
    said, _ = heard(installed)
    assert said == notes
    assert f"{name}: not as it was built" in checked(installed)


def test_other_words_in_a_catalog_that_can_be_read(installed: Path) -> None:
    damage(installed / "pdkiosk" / MO, same_size_and_form)
    said, _ = heard(installed)
    assert said == ["note translation-es", "ready"]


@pytest.mark.parametrize(
    "name",
    [
        "resources/fonts/NotoSans-Bold.ttf",
        "resources/keyboards/es.toml",
        f"resources/guide/{compiled.NAME}",
    ],
)
def test_what_is_needed_later_is_found_beside_the_first_screen(installed: Path, name: str) -> None:
    damage(installed / "pdkiosk" / name, one_bit)
    said, code = shown(installed)
    assert said[-1] in ("note broken-files", "note broken-papers")
    assert code == 71
    assert f"{name}: not as it was built" in checked(installed)


def test_a_picture_or_a_sound_stops_nobody(installed: Path) -> None:
    for name in ("icons/house.svg", "sounds/attention.wav"):
        damage(installed / "pdkiosk/resources" / name, one_bit)
    with pytest.raises(subprocess.TimeoutExpired):
        shown(installed)
    assert checked(installed).count("not as it was built") == 2


def shown(root: Path) -> tuple[list[str], int]:
    """What a session that is shown says before it ends by itself, and its exit code."""
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "pdkiosk", "--session"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"},
    ) as session:  # fmt: skip
        assert session.stdin is not None and session.stdout is not None
        while session.stdout.readline() != b"ready\n":
            assert session.poll() is None
        session.stdin.write(b"show\n")
        session.stdin.flush()
        try:
            code = session.wait(8)
        finally:
            session.kill()
        return session.stdout.read().decode().split("\n")[:-1], code


@pytest.mark.parametrize("change", [lambda data: data[:-9], lambda data: b"{}", one_bit])
def test_a_damaged_list_is_no_reason_to_trust(
    installed: Path, change: Callable[[bytes], bytes]
) -> None:
    damage(installed / "pdkiosk" / shipped_files.LIST, change)
    assert "FAIL" in checked(installed)


def test_without_its_list_nothing_built_is_shown(installed: Path) -> None:
    (installed / "pdkiosk" / shipped_files.LIST).unlink()
    said, code = heard(installed)
    assert (said, code) == (["note broken-guide"], 71)


def test_a_checkout_is_edited_freely() -> None:
    assert not shipped_files.is_listed()
    assert list(shipped_files.damaged()) == []
    (result,) = check_files()
    assert result.level is Level.OK


def test_a_bundle_lists_words_but_no_library_that_may_be_replaced(tmp_path: Path) -> None:
    for name in (
        "pdkiosk",
        "licences/Qt.txt",
        "_internal/pdkiosk/resources/languages.toml",
        "_internal/pdkiosk/" + shipped_files.LIST,
        "_internal/babel/locale-data/es.dat",
        "_internal/libpython3.11.so.1.0",
        "_internal/PySide6/QtCore.abi3.so",
        "_internal/shiboken6/files.dir/x.pyc",
        "_internal/pyside6_addons-6.11.3.dist-info/METADATA",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    assert sorted(shipped_files.bundled(tmp_path)) == [
        "../../pdkiosk",
        "../babel/locale-data/es.dat",
        "resources/languages.toml",
    ]
    shipped_files.main(tmp_path)
    first = (tmp_path / "_internal/pdkiosk" / shipped_files.LIST).read_bytes()
    shipped_files.main(tmp_path)
    assert (tmp_path / "_internal/pdkiosk" / shipped_files.LIST).read_bytes() == first
