"""Strange lines between supervisor and session, and a strange systemd, raise nowhere."""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from pdkiosk.log import Log, is_code
from pdkiosk.supervisor.process import Child
from pdkiosk.supervisor.supervisor import Supervisor
from pdkiosk.supervisor.watchdog import watchdog
from pdkiosk.ui import supervisor_link
from pdkiosk.ui.supervisor_link import SessionLink
from tests.supervisor.test_supervisor import child, run, shown_pid

_WORDS = [
    b"ready", b"shown", b"alive", b"leaving", b"ended", b"failed", b"failed e-4f2a es", b"note",
    b"note begun", b"note ", b"staff", b"restart", b"show", b"show e-4f2a es", b"note pages-",
    b"note pages-99999999999999999999999999", b"failed \xff", b"note \xff\x00", b"close ",
]  # fmt: skip
pieces = st.lists(
    st.binary(max_size=60) | st.sampled_from(_WORDS).map(lambda word: word + b"\n"), max_size=12
)


class Gone:
    """A process that has ended, so that nothing has to be started or ended."""

    def __init__(self) -> None:
        self.pid, self.returncode = 0, 0
        self.stdin = self.stdout = None

    def poll(self) -> int | None:
        return None

    def kill(self) -> None:
        pass

    def wait(self) -> int:
        return 0


class Played:
    """Pipes in which the test puts what a session writes."""

    def __init__(self) -> None:
        self.data = b""

    def add(self, pipe: object) -> None:
        pass

    remove = add

    def wait(self, seconds: float) -> list[object]:
        return []

    def read(self, pipe: object) -> bytes:
        data, self.data = self.data, b""
        return data


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces)
@example([b"failed e-4f2a es\n", b"ended\n", b"ended\n"])
@example([b"note " + b"x" * 100_000 + b"\n"])
def test_whatever_a_session_writes_the_supervisor_goes_on(
    tmp_path: Path, written: list[bytes]
) -> None:
    notes: list[str] = []
    log = Log(tmp_path)

    def note(code: str) -> None:
        notes.append(code)
        log.note(code)

    def launch(command: object) -> Child:
        made = Gone()
        made.stdin, made.stdout = _Sink(), object()  # type: ignore[assignment]
        return made  # type: ignore[return-value]

    each = Supervisor([], [], note, launch=launch)
    each._pipes = pipes = Played()  # type: ignore[assignment]
    each.clock = itertools.count(0.0, 0.1).__next__
    assert each.step()
    for piece in written:
        pipes.data = piece
        assert each.active is not None
        each._hear(each.active)
        assert each.step()
    assert all(is_code(line.split()[1]) for line in log.tail(999))


class _Sink:
    def write(self, data: bytes) -> int:
        return len(data)

    def close(self) -> None:
        pass


def test_a_real_session_that_writes_nonsense_stays_and_is_heard() -> None:
    code = (
        "import sys, time\n"
        "sys.stdout.buffer.write(b'\\xff\\xfe\\x00' * 50000)\n"
        "sys.stdout.buffer.write(b'\\nready\\n\\x80shown\\nshown\\n')\n"
        "sys.stdout.flush()\n"
        "while True: print('alive', flush=True); time.sleep(0.1)\n"
    )
    notes: list[str] = []
    each = Supervisor([sys.executable, "-c", code], child("stays"), notes.append)
    try:
        run(each, lambda: shown_pid(each) != 0)
        assert notes == []
    finally:
        each.close()


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces)
@example([b"show", b" e-4f2a", b" es\n"])
@example([b"showing\n", b"\xffshow\n", b"show\n", b"show\n"])
def test_whatever_the_supervisor_writes_the_session_goes_on(
    qtbot: QtBot, written: list[bytes]
) -> None:
    shown: list[str] = []
    lost: list[bool] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(supervisor_link, "portable", lambda: False)
        patch.setattr(supervisor_link, "QSocketNotifier", _Deaf)
        patch.setattr(os, "write", lambda handle, data: len(data))
        link = SessionLink(shown.append, lambda: lost.append(True))
        for piece in written:
            if piece:
                link._take(piece)
        link._pulse.stop()
    whole = b"".join(written).split(b"\n")[:-1]
    orders = [line for line in whole if line == b"show" or line.startswith(b"show ")]
    assert len(shown) == min(1, len(orders)), "it comes up once, at its first order and no other"
    assert not lost


class _Deaf:
    """A notifier that hears nothing of this process's own standard input."""

    class Type:
        Read = 0

    def __init__(self, *of: object) -> None:
        class Activated:
            @staticmethod
            def connect(slot: object) -> None:
                pass

        self.activated = Activated()


@pytest.mark.parametrize(
    "address",
    ["", "x", "/nonexistent/notify", "@", "\udcff\udcfe", "a" * 300, "vsock:1:2", "/dev/null"],
)
def test_a_strange_address_of_systemd_raises_nothing(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    try:
        alive = watchdog()
    except OSError:
        pytest.skip("no libsystemd here")
    alive()
    alive()


def test_a_library_that_is_another_one_is_a_missing_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", "/run/notify")
    monkeypatch.setattr("pdkiosk.supervisor.watchdog.ctypes.CDLL", lambda name: object())
    with pytest.raises(OSError, match="sd_notify"):
        watchdog()
