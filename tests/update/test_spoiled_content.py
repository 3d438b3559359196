"""Installed content that was damaged or does not fit: the kiosk still starts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from pdkiosk import resources
from pdkiosk.commands.check import check_content
from pdkiosk.commands.result import Level
from pdkiosk.commands.stock import Stock, load_kiosk_stock
from pdkiosk.guide import compile, compiled
from pdkiosk.language.compile import compile_catalogs
from pdkiosk.update.install import here
from pdkiosk.update.integrity import first_damaged_file
from pdkiosk.update.manifest import NAME, File, Manifest, Payload
from tests.update.releases import TODAY

ROOT = Path(__file__).parents[2]
NEW, OLD = "2026.12.2", "2026.12.1"
PAGE = "resources/guide/pages/1-before.toml"
FILES = {
    "a page": PAGE,
    "the compiled guide": f"resources/guide/{compiled.NAME}",
    "the list of languages": "resources/languages.toml",
    "a catalog": "translations/es/LC_MESSAGES/pdkiosk.mo",
    "the source of a catalog": "translations/es/LC_MESSAGES/pdkiosk.po",
    "the manifest": NAME,
}
DAMAGE: dict[str, Callable[[bytes], bytes | None]] = {
    "cut off": lambda data: data[: len(data) // 2],
    "empty": lambda data: b"",
    "gone": lambda data: None,
    "garbage": lambda data: os.urandom(len(data)),
    "one bit": lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:],
}


def describe(folder: Path, version: str) -> None:
    """Writes the manifest of what is in a folder, as the installer leaves it there."""
    import hashlib

    files = {
        path.relative_to(folder).as_posix(): File(
            hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size
        )
        for path in folder.rglob("*")
        if path.is_file() and path.name != NAME
    }
    payload = Payload("0" * 64, 0)
    manifest = Manifest(1, "content", version, TODAY, TODAY, payload, files, here())
    (folder / NAME).write_bytes(msgspec.json.encode(manifest))


def put(path: Path, data: bytes | None) -> None:
    path.unlink()  # it is a link to a file of this checkout
    if data is not None:
        path.write_bytes(data)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with two versions of content that are whole."""
    compile_catalogs(resources.folder("translations"))
    if not (resources.path("guide") / compiled.NAME).exists():
        compile.main()
    shelf = tmp_path / "root" / "content"
    for version in (OLD, NEW):
        folder = shelf / "versions" / version
        for name in ("translations", "resources/guide"):
            no_content = shutil.ignore_patterns("*.md")
            shutil.copytree(ROOT / name, folder / name, copy_function=os.link, ignore=no_content)
        os.link(ROOT / "resources/languages.toml", folder / "resources/languages.toml")
        describe(folder, version)
    (shelf / "current").symlink_to(f"versions/{NEW}")
    (shelf / "previous").symlink_to(f"versions/{OLD}")
    monkeypatch.setattr(resources, "installation", lambda: tmp_path / "root")
    monkeypatch.setenv(resources.CONTENT, "")  # so that it is as before afterwards
    monkeypatch.delenv(resources.CONTENT)
    return tmp_path / "root"


def content(root: Path, version: str = NEW) -> Path:
    return root / "content" / "versions" / version


def started(root: Path) -> tuple[Stock, str]:
    """What a session has, and the version of the content that it shows; "" for its own."""
    stock = load_kiosk_stock(None, root / "state")
    assert stock.guide.page and stock.catalogs.is_whole("es")
    shown = resources.content()
    return stock, shown.name if shown else ""


def test_whole_content_is_shown(root: Path) -> None:
    stock, shown = started(root)
    assert (shown, stock.spoiled) == (NEW, ())


def test_without_any_the_programs_own_is_shown(root: Path) -> None:
    shutil.rmtree(root / "content")
    stock, shown = started(root)
    assert (shown, stock.spoiled) == ("", ())


@pytest.mark.parametrize("how", DAMAGE)
@pytest.mark.parametrize("what", FILES)
def test_a_damaged_file_brings_back_the_content_before(root: Path, what: str, how: str) -> None:
    path = content(root) / FILES[what]
    put(path, DAMAGE[how](path.read_bytes()))
    stock, shown = started(root)
    assert (shown, stock.spoiled) == (OLD, (NEW,))


def test_when_both_are_damaged_the_programs_own_is_shown(root: Path) -> None:
    for version in (OLD, NEW):
        put(content(root, version) / PAGE, b"\0")
    stock, shown = started(root)
    assert (shown, stock.spoiled) == ("", (NEW, OLD))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (PAGE, b"[[page]]\nid = 'x'\nnew_key = 1\n"),
        (PAGE, b"\xff\xfe"),
        (PAGE, b""),
        ("resources/languages.toml", b"[[language]]\ncode = 'es'\n"),
        ("resources/languages.toml", b"language = 1\n"),
        ("translations/es/LC_MESSAGES/pdkiosk.mo", b"\xde\x12\x04\x95" + b"\xff" * 60),
        ("translations/es/LC_MESSAGES/pdkiosk.mo", b"no catalog"),
    ],
)
def test_what_was_signed_but_does_not_fit_is_not_shown(root: Path, name: str, data: bytes) -> None:
    put(content(root) / name, data)
    describe(content(root), NEW)
    assert not first_damaged_file(content(root))
    stock, shown = started(root)
    assert (shown, stock.spoiled) == (OLD, (NEW,))


@pytest.mark.parametrize("target", ["versions/gone", "/dev/null", "current"])
def test_a_link_that_leads_nowhere(root: Path, target: str) -> None:
    current = root / "content" / "current"
    current.unlink()
    current.symlink_to(target)
    stock, shown = started(root)
    assert shown == OLD and len(stock.spoiled) == 1


def test_a_session_stays_with_what_it_began_with(root: Path) -> None:
    started(root)
    current = root / "content" / "current"
    current.unlink()
    current.symlink_to(f"versions/{OLD}")
    assert resources.content() == content(root)


def test_what_somebody_names_is_what_is_tested(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The self-test of an update must not look at the content before instead.
    put(content(root) / PAGE, b"\0")
    monkeypatch.setenv(resources.CONTENT, str(content(root)))
    with pytest.raises(Exception, match="1-before"):
        load_kiosk_stock(None, root / "state")


def test_the_self_test_says_which_content_it_is(root: Path) -> None:
    assert check_content().detail == NEW
    put(content(root) / PAGE, b"\0")
    found = check_content()
    assert found.level is Level.FAIL and PAGE in found.detail


def test_a_real_session_says_so_and_stands(root: Path) -> None:
    program = root / "versions" / "1.0.0"
    for name in ("pdkiosk", "resources", "translations"):
        shutil.copytree(
            ROOT / name, program / name, copy_function=os.link,
            ignore=shutil.ignore_patterns("__pycache__"),
        )  # fmt: skip
    put(content(root) / PAGE, b"\0")
    environment = {**os.environ, "PYTHONPATH": str(program), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "pdkiosk", "--session"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        cwd=program, env=environment,
    ) as session:  # fmt: skip
        assert session.stdin is not None and session.stdout is not None
        said = []
        for line in session.stdout:
            said.append(line.decode().strip())
            if said[-1] == "ready":
                break
        session.stdin.close()
        session.wait(20)
    assert "note content-broken-2026-12-2" in said
    assert said[-1] == "ready"
