"""A compiled catalog says by itself whether it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from pdkiosk import resources
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.seal import is_sealed, sealed

MO = "es/LC_MESSAGES/pdkiosk.mo"


def test_any_changed_byte_is_noticed() -> None:
    whole = sealed(b"some catalog")
    assert is_sealed(whole)
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1
        assert not is_sealed(bytes(changed))
        assert not is_sealed(whole[:place])


def test_a_whole_catalog_is_offered_without_being_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(catalogs: Catalogs, language: str) -> None:
        raise AssertionError(f"the catalog of {language} was parsed")

    monkeypatch.setattr(Catalogs, "_catalog", never)
    assert Catalogs(resources.folder("translations")).is_whole("es")


@pytest.mark.parametrize("part", [2, 1])
def test_one_without_a_check_sum_is_read_to_know(tmp_path: Path, part: int) -> None:
    data = (resources.folder("translations") / MO).read_bytes()
    target = tmp_path / MO
    target.parent.mkdir(parents=True)
    target.write_bytes(data[: (len(data) - 4) // part])
    assert Catalogs(tmp_path).is_whole("es") == (part == 1)
