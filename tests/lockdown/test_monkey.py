"""A monkey at the kiosk; the whole form, 100,000 events, is a command (docs/proofs.md)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.lockdown.monkey import let_loose


@pytest.mark.qt_no_exception_capture
def test_random_input_breaks_nothing_and_leaves_nothing(qapp: QApplication, tmp_path: Path) -> None:
    figures = let_loose(1500, 20261124, tmp_path)
    assert figures.sessions >= 5
    assert len(figures.places) >= 15
