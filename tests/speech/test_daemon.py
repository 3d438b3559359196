"""A speech daemon is ready when it accepts connections, not when its socket exists."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pdkiosk.speech import daemon
from pdkiosk.speech.daemon import ADDRESS, Daemon

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="only Linux has a speech daemon")


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    monkeypatch.delenv(ADDRESS, raising=False)
    with subprocess.Popen(["sleep", "60"]) as sleeping:
        yield sleeping
        sleeping.kill()
    os.environ.pop(ADDRESS, None)


def test_it_is_waited_for_until_it_listens(
    tmp_path: Path, process: subprocess.Popen[bytes]
) -> None:
    address = tmp_path / "socket"
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(address))
        started = Daemon(process, address)
        answers: list[bool] = []
        waiting = threading.Thread(target=lambda: answers.append(started.ready()))
        waiting.start()
        time.sleep(0.1)
        assert waiting.is_alive() and ADDRESS not in os.environ
        bound.listen()
        waiting.join(20)
    assert answers == [True]
    assert os.environ[ADDRESS] == f"unix_socket:{address}"


def test_one_that_ends_before_is_not_waited_for(
    tmp_path: Path, process: subprocess.Popen[bytes]
) -> None:
    process.kill()
    process.wait()
    assert not Daemon(process, tmp_path / "socket").ready()
    assert ADDRESS not in os.environ


def test_one_that_never_listens_is_given_up(
    tmp_path: Path, process: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(daemon, "_MOST_SECONDS", 0.05)
    address = tmp_path / "socket"
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(address))
        assert not Daemon(process, address).ready()


def test_one_that_is_not_needed_goes_with_its_folder(
    tmp_path: Path, process: subprocess.Popen[bytes]
) -> None:
    folder = tmp_path / "pdkiosk-speech-1-x"
    folder.mkdir()
    Daemon(process, folder / "socket").end()
    assert process.poll() is not None and not folder.exists()
