"""Finds the test files closest to a change: ``python -m tests.changed [BASE]``, the nearest first.

Compared is the working folder with where this branch left ``main``; on ``main`` itself with the
last commit. Near are: the test files that changed; those of the room (folder) of a changed file,
with the same name under ``tests``, first those that import what changed; those elsewhere that do.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[1]
# Where the tests of a folder are, if they are not in the one of its name.
_ROOMS = {
    "pdkiosk/ui/fields": "tests/widgets",
    "pdkiosk/ui/theme": "tests/widgets",
    "pdkiosk/ui/reading": "tests/speech",
    "pdkiosk/ui/window": "tests/journeys",
    "resources/fonts": "tests/widgets",
    "resources/languages.toml": "tests/language",
    "translations": "tests/language",
}


def _git(*arguments: str) -> list[str]:
    ran = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return ran.stdout.splitlines() if ran.returncode == 0 else []


def changed_files(base: str = "") -> list[str]:
    """Names of files, from the root: changed, new or gone since ``base``."""
    since = base or next(iter(_git("merge-base", "HEAD", "main")), "HEAD")
    return [
        *_git("diff", "--name-only", since),
        *_git("ls-files", "--others", "--exclude-standard"),
    ]


def room(name: str) -> str:
    """The folder of tests for a file, "" if there is none."""
    for folder, tests in _ROOMS.items():
        if name.startswith(folder):
            return tests
    parts = [part for part in PurePosixPath(name).parts[:-1] if part not in ("pdkiosk", "ui")]
    if parts[:1] in (["tests"], ["resources"]):
        parts = parts[1:]
    return f"tests/{parts[0]}" if parts else ""


def near(names: list[str]) -> list[str]:
    """The test files near these files, the nearest first, each once."""
    tests = sorted(ROOT.glob("tests/**/test_*.py"))
    own = [path for path in tests if str(path.relative_to(ROOT)) in names]
    modules = [
        name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for name in names
        if name.startswith(("pdkiosk/", "tests/")) and name.endswith(".py")
    ]
    asked = re.compile(rf"\b(?:{'|'.join(map(re.escape, modules))})\b") if modules else None
    users = [path for path in tests if asked and asked.search(_imports(path))]
    rooms = {ROOT / room(name) for name in names if room(name)}
    beside = [path for path in tests if rooms & {*path.parents}]
    nearest = [path for path in users if path in beside]
    found = dict.fromkeys([*own, *nearest, *beside, *users])
    return [str(path.relative_to(ROOT)) for path in found]


def _imports(path: Path) -> str:
    """The modules that a test file imports, as ``package.module`` and ``package.module.name``."""
    found = []
    text = path.read_text("utf-8")
    for module, one, several in re.findall(
        r"^\s*from ([\w.]+) import (?:([\w, ]+)$|\(([^)]*)\))", text, re.MULTILINE
    ):
        found += [module, *(f"{module}.{name}" for name in re.findall(r"\w+", one or several))]
    return "\n".join(found)


if __name__ == "__main__":
    for test in near(changed_files(*sys.argv[1:])):
        print(test)
