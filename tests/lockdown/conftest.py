"""Deletes leftovers of earlier tests: here every window counts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def _no_window_of_others(qapp: QCoreApplication) -> Iterator[None]:
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield
