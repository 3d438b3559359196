"""The identifiers in the program's code, for tests that forbid some."""

from __future__ import annotations

import ast
from pathlib import Path

CODE = Path(__file__).parents[2] / "pdkiosk"


def names() -> dict[str, set[str]]:
    """For each file of the program, the names that its code uses, comments and texts left out."""
    found = {}
    for path in sorted(CODE.rglob("*.py")):
        used = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                    used.add(name.rpartition(".")[2])
                case ast.keyword(arg=str(name)):
                    used.add(name)
        found[str(path.relative_to(CODE))] = used
    return found
