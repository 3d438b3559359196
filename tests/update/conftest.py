"""Fixtures: a signer of releases, and an installation that trusts it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pdkiosk.update.install import Installation
from tests.update.releases import Signer, installation


@pytest.fixture
def signer() -> Signer:
    return Signer()


@pytest.fixture
def place(tmp_path: Path, signer: Signer) -> Installation:
    return installation(tmp_path / "root", signer)
