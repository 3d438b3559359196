"""The kiosk of the journeys, to break things in."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import guide, kiosk, kiosk_with, person

__all__ = ["guide", "kiosk", "kiosk_with", "person"]


@pytest.fixture
def paints() -> bool:
    """Painting can fail, too."""
    return True
