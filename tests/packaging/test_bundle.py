"""What packaging/pdkiosk.spec leaves out of the bundle is not needed by the program."""

from __future__ import annotations

import ast
import importlib
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import babel.core
import babel.localedata
import pytest
from babel import Locale
from babel.core import get_global

from pdkiosk.language import formats
from pdkiosk.language.languages import load_languages, with_text
from pdkiosk.language.message import PartialDate
from pdkiosk.vault.words import list_of

ROOT = Path(__file__).parents[2]

# Imports every module of the program where nothing that is left out can be imported, as in the
# bundle. "_hashlib" and "_ssl" are built into some Pythons and loaded before this runs.
_IMPORT_ALL = """
import importlib, pkgutil, sys

excluded = sys.argv[1].split(",")

class NotThere:
    def find_spec(self, name, path=None, target=None):
        if any(name == each or name.startswith(each + ".") for each in excluded):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

for name in [*sys.modules]:
    if any(name == each or name.startswith(each + ".") for each in excluded):
        del sys.modules[name]
sys.meta_path.insert(0, NotThere())
import pdkiosk
for module in pkgutil.walk_packages(pdkiosk.__path__, "pdkiosk."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


# What a room says it can do without: tests/review has its words where the library is missing.
_OPTIONAL = {"pdkiosk/review/workbook.py": "openpyxl"}


def _excluded() -> list[str]:
    """The names that the specification gives PyInstaller to leave out, on Linux."""
    tree = ast.parse((ROOT / "packaging/pdkiosk.spec").read_text("utf-8"))
    (names,) = (
        keyword.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Analysis"
        for keyword in call.keywords
        if keyword.arg == "excludes"
    )
    assert isinstance(names, ast.List)
    return [str(each.value) for each in names.elts if isinstance(each, ast.Constant)]


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return names


def test_nothing_that_is_left_out_is_imported_anywhere_in_the_program() -> None:
    excluded = _excluded()
    assert "ssl" in excluded and "PIL" in excluded, "else this test proves nothing"
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "pdkiosk").rglob("*.py")
        for name in _imports(path)
        if any(name == each or name.startswith(f"{each}.") for each in excluded)
        and _OPTIONAL.get(str(path.relative_to(ROOT))) != name.partition(".")[0]
    }
    assert not found


@pytest.mark.skipif(sys.platform != "linux", reason="the list is the one for Linux")
def test_every_module_loads_without_what_is_left_out() -> None:
    ran = subprocess.run(
        [sys.executable, "-P", "-c", _IMPORT_ALL, ",".join(_excluded())],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert not ran.returncode, ran.stderr[-2000:]


def _wanted() -> Callable[[tuple[str]], object]:
    """The specification's own judge of each file."""
    text = (ROOT / "packaging/pdkiosk.spec").read_text("utf-8")
    part = text[text.index("# Parts of Qt that") : text.index("def needed(")]
    names: dict[str, Any] = {
        "re": re,
        "windows": False,
        "languages": [*load_languages()],
        "written_as": [each.locale or code for code, each in load_languages().items()],
        "list_of": list_of,
        "get_global": get_global,
    }
    exec(part, names)
    found: Callable[[tuple[str]], object] = names["wanted"]
    return found


def test_the_words_for_saving_of_each_language_come_along() -> None:
    wanted = _wanted()
    assert not wanted(("mnemonic/wordlist/japanese.txt",))
    for code in load_languages():
        assert wanted((f"mnemonic/wordlist/{list_of(code)}.txt",)), code


def _written() -> dict[str, list[object]]:
    """What is written by Babel for each language, and for a page that names every language."""
    languages = load_languages()
    months = range(1, 13)
    written: dict[str, list[object]] = {}
    for code in with_text(languages):
        formats._locale.cache_clear()
        written[code] = [
            *(
                formats.format_partial_date(PartialDate(2026, month), code)
                for month in range(1, 13)
            ),
            formats.format_partial_date(PartialDate(2026, 11, 30), code),
            *(formats.format_month(month, code) for month in months),
            *(formats.format_list(["1", "2", "3"][:count], code) for count in (1, 2, 3)),
            *(formats.format_language(each, code) for each in languages),
            formats.format_number(1234567, code),
            Locale.parse(languages[code].locale or code).character_order,
        ]
    formats._locale.cache_clear()
    return written


def test_how_each_language_writes_dates_and_lists_comes_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _written()
    wanted = _wanted()
    assert not wanted(("babel/locale-data/en_GB.dat",))
    monkeypatch.syspath_prepend(ROOT / "packaging")  # as in the specification
    reduced = importlib.import_module("locale_data").reduced
    locales = [each.locale or code for code, each in load_languages().items()]
    whole = left = 0
    for file in (Path(babel.__file__).parent / "locale-data").glob("*.dat"):
        if wanted((f"babel/locale-data/{file.name}",)):
            content = file.read_bytes()
            (tmp_path / file.name).write_bytes(reduced(file.name, content, locales))
            whole += len(content)
            left += (tmp_path / file.name).stat().st_size
    assert left < whole / 2
    known = (Path(babel.__file__).parent / "global.dat").read_bytes()
    known = reduced("global.dat", known, locales)
    monkeypatch.setattr(babel.core, "_global_data", pickle.loads(known))
    monkeypatch.setattr(babel.localedata, "_dirname", str(tmp_path))
    monkeypatch.setattr(babel.localedata, "_cache", {})
    assert _written() == before
