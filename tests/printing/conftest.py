"""Gives tests a real print service in a given state."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.printing.service import PrintService, message_bus, missing, wait_until


@pytest.fixture(scope="session")
def bus() -> Iterator[str]:
    if lacking := missing():
        pytest.skip("a real print service needs " + ", ".join(lacking))
    with message_bus() as address:
        yield address


@pytest.fixture(scope="module")
def shared_service(bus: str) -> Iterator[PrintService]:
    service = PrintService(bus)
    try:
        service.start()
        yield service
    finally:
        service.stop()


@pytest.fixture
def service(shared_service: PrintService) -> PrintService:
    """The service as a test wants to find it: no job, a plan that does nothing."""
    wait_until(lambda: not shared_service.waiting)
    shared_service.restart_printer()
    shared_service.plan("")
    for path in shared_service.printed:
        path.unlink()
    return shared_service
