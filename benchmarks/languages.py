"""The wizard with two languages installed, and with thirty: a copy of it with made-up ones."""

from __future__ import annotations

import shutil
from pathlib import Path

from pdkiosk.language.languages import load_languages

_ROOT = Path(__file__).parent.parent


def copy_with(languages: int, folder: Path) -> Path:
    """A copy of the program in ``folder`` that has so many languages; its root."""
    for part in ("pdkiosk", "resources", "translations", "benchmarks"):
        shutil.copytree(_ROOT / part, folder / part, ignore=shutil.ignore_patterns("*.po"))
    rows = (folder / "resources" / "languages.toml").read_text("utf-8")
    for number in range(languages - len(load_languages())):
        # Two letters that no language of ours has.
        code = f"{'qrstuvwxyz'[number // 10]}{chr(ord('a') + number % 10)}"
        rows += f'\n[[language]]\ncode = "{code}"\nname = "{code}"\nenglish_name = "{code}"\n'
        shutil.copytree(folder / "translations" / "es", folder / "translations" / code)
    (folder / "resources" / "languages.toml").write_text(rows, "utf-8")
    return folder
