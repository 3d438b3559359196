"""Sets up what every test needs before Qt is imported: a screen in memory."""

from __future__ import annotations

import gc
import os
import tempfile
import time

import pytest

# A test that wants a real X server (touch through xdotool) sets it in its own process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Nor does a test write into the log of whoever runs it.
_state = tempfile.TemporaryDirectory(prefix="pdkiosk-state-")
os.environ["STATE_DIRECTORY"] = _state.name

# All that is imported and collected stays: looking through it for garbage took a third of that
# time. What the tests make is looked through less often than usual, and without the rest of it.
gc.disable()
gc.set_threshold(10_000, 10, 10)


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(params=["unix", "portable"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The way that Unix systems go, then the one that Windows goes too (pdkiosk.system)."""
    way = str(request.param)
    if way == "portable":
        monkeypatch.setenv("PDKIOSK_PORTABLE", "1")
    return way


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--within", type=float, metavar="SECONDS", help="begin no test so long after the first"
    )


_first = pytest.StashKey[float]()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    within = item.config.getoption("--within")
    now = time.monotonic()
    if within is not None and now - item.config.stash.setdefault(_first, now) > within:
        pytest.skip(f"not looked at within {within:g} s")
