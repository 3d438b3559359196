"""Carries out the steps of a recipe of ``docs/adding.md`` in a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_COPIED = ("pdkiosk", "resources", "translations", "packaging/translations", "pyproject.toml")
_BLOCK = re.compile(r"^( *)```(\w+) (\w+) ?(\S*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_PAIR = re.compile(r'(msgid .*?)\nmsgstr "(.*?)"(?:\n|$)')


@dataclass(frozen=True)
class Block:
    """A block of code: what is done with it, to which file."""

    action: str
    file: str
    text: str


def blocks(title: str) -> list[Block]:
    """The blocks of a recipe, in the order of its steps."""
    page = (ROOT / "docs" / "adding.md").read_text("utf-8")
    (part,) = [p for p in re.split(r"^## ", page, flags=re.MULTILINE) if p.startswith(f"{title}\n")]
    found = []
    for indent, _, action, file, text in _BLOCK.findall(part):
        assert all(line.startswith(indent) or not line.strip() for line in text.split("\n"))
        found.append(Block(action, file, textwrap.dedent(text)))
    return found


def copy_of_the_project(folder: Path) -> Path:
    """A copy that can be changed and run."""
    for name in _COPIED:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    (folder / "docs").mkdir()
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


def follow(title: str, folder: Path) -> None:
    """Does all steps of a recipe in a copy of the project."""
    found = blocks(title)
    assert len(found) > 2, f"{title}: no steps"
    for block in found:
        _do(block, folder)
    for asked in (["check"], ["format", "--check"]):
        run(folder, sys.executable, "-P", "-m", "ruff", *asked, "pdkiosk")


def _do(block: Block, folder: Path) -> None:
    path = folder / block.file
    match block.action:
        case "run":
            for command in block.text.splitlines():
                run(folder, "bash", "-c", command)
        case "new":
            assert not path.exists(), f"{block.file} is there already"
            path.write_text(block.text, "utf-8")
        case "append":
            with path.open("a", encoding="utf-8") as file:
                file.write(f"\n{block.text}")
        case "change":
            lines = block.text.splitlines(keepends=True)
            before, after = (
                "".join(line[1:] for line in lines if line[0] in (sign, " ")) for sign in "-+"
            )
            if not before.startswith(" ") and "\n" not in before.rstrip("\n"):
                before, after = before.rstrip("\n"), after.rstrip("\n")  # a part of a line
            _replace(path, before, after)
        case "translate":
            for msgid, msgstr in _PAIR.findall(block.text):
                _replace(path, f'{msgid}\nmsgstr ""\n', f'{msgid}\nmsgstr "{msgstr}"\n')
        case action:
            raise AssertionError(f"nobody knows how to {action}")


def _replace(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(before) == 1, f"{path.name} has {text.count(before)} times: {before}"
    path.write_text(text.replace(before, after), "utf-8")


def run(folder: Path, *command: str) -> str:
    """Runs a command in the copy, and gives what it printed. Fails where the command does."""
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(folder)}
    done = subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout
