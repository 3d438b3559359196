"""./check --quick runs the tests that are near what has changed."""

from __future__ import annotations

import pytest

from tests.changed import ROOT, near, room


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("pdkiosk/vault/words.py", "tests/vault"),
        ("pdkiosk/ui/screens/print.py", "tests/screens"),
        ("pdkiosk/ui/saving/screens/tell.py", "tests/saving"),
        ("pdkiosk/ui/window/shell.py", "tests/journeys"),
        ("resources/guide/pages/1-before.toml", "tests/guide"),
        ("translations/es/LC_MESSAGES/pdkiosk.po", "tests/language"),
        ("tests/screens/stage.py", "tests/screens"),
        ("packaging/pdkiosk.spec", "tests/packaging"),
        ("README.md", ""),
    ],
)
def test_each_file_has_a_room(name: str, folder: str) -> None:
    assert room(name) == folder
    assert not folder or (ROOT / folder).is_dir()


def test_the_nearest_come_first_and_each_once() -> None:
    here = "tests/packaging/test_changed.py"
    found = near([here, "pdkiosk/vault/words.py"])
    assert found[0] == here and len(set(found)) == len(found)
    users = found.index("tests/vault/test_words.py")
    assert 0 < users < found.index("tests/vault/test_damage.py")
    assert near(["README.md"]) == []


def test_a_module_that_is_used_elsewhere_brings_the_tests_there() -> None:
    assert "tests/packaging/test_changed.py" in near(["tests/changed.py"])
    assert "tests/journeys/test_sleep.py" in near(["pdkiosk/session/hide_pattern.py"])
