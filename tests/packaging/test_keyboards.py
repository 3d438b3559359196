"""The keyboards that ship are those that the converter makes of xkb-data."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def converter() -> ModuleType:
    spec = importlib.util.spec_from_file_location("keyboards", ROOT / "packaging" / "keyboards.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MADE = converter()


@pytest.mark.parametrize("language", MADE.LANGUAGES)
def test_it_is_what_the_converter_makes(language: str) -> None:
    if MADE.installed() != MADE.VERSION:
        pytest.skip(f"xkb-data {MADE.VERSION} is not installed")
    assert (MADE.FOLDER / f"{language}.toml").read_text("utf-8") == MADE.keyboard(language)


def test_what_is_not_made_is_written_by_hand() -> None:
    files = {path.stem for path in MADE.FOLDER.glob("*.toml")}
    assert files - set(MADE.LANGUAGES) == {"en", "es", "digits"}
    licence = (MADE.FOLDER / "LICENSE-xkb-data.txt").read_text("utf-8")
    assert "Permission is hereby granted" in licence
