"""A CUPS service and an IPP printer of the distribution, on loopback, started for tests."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pdkiosk.printing.start import start

PATH = "/usr/bin:/bin:/usr/sbin:/sbin"
PROGRAMS = ("cupsd", "ippeveprinter", "lpadmin", "lp", "ipptool", "avahi-daemon", "dbus-daemon")
QUEUE = "kiosk"

# As the kiosk's own should be, but for the address: no files, and a history to ask.
_CUPSD = """
LogLevel warn
Listen {folder}/cups.sock
Browsing No
WebInterface No
DirtyCleanInterval 0
PreserveJobFiles {keep}
PreserveJobHistory 300
DefaultAuthType Basic
<Location />
 Order allow,deny
 Allow all
</Location>
<Policy default>
 JobPrivateAccess default
 JobPrivateValues default
 <Limit Send-Document Cancel-Job Cancel-My-Jobs Hold-Job Release-Job Close-Job Purge-Jobs>
  Require user @OWNER @SYSTEM
  Order deny,allow
 </Limit>
 <Limit All>
  Order deny,allow
 </Limit>
</Policy>
"""
_CUPS_FILES = """
ServerRoot {folder}/etc
RequestRoot {folder}/spool
TempDir {folder}/tmp
CacheDir {folder}/cache
StateDir {folder}/state
DocumentRoot {folder}/etc
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/pages
"""
# What the printer does with a page: runs the test's plan, which may speak to it on stderr.
_PRINT = """#!/bin/sh
env | grep ^IPP_ | sort >{folder}/told
cp "$1" {folder}/printed/
echo "STATE: none" >&2
. {folder}/plan
echo "STATE: none" >&2
exit 0
"""
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>custom</type><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_type="method_call"/>
<allow send_type="signal"/><allow send_requested_reply="true"/>
<allow receive_type="method_call"/><allow receive_type="method_return"/>
<allow receive_type="error"/><allow receive_type="signal"/></policy></busconfig>
"""
_AVAHI = """[server]
use-ipv4=yes
use-ipv6=no
allow-interfaces=lo
[publish]
publish-hinfo=no
publish-workstation=no
"""


def missing() -> list[str]:
    """The programs that a real print service needs and that are not here."""
    return [name for name in PROGRAMS if not shutil.which(name, path=PATH)]


def wait_until(true: Callable[[], object], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(f"not within {seconds} s: {true}")
        time.sleep(0.02)


def _start(arguments: list[str], log: Path, **more: str) -> subprocess.Popen[bytes]:
    with log.open("ab") as file:
        return subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            env={"PATH": PATH, "LC_ALL": "C", **more},
            process_group=0,
        )


def _stop(process: subprocess.Popen[bytes] | None, how: signal.Signals = signal.SIGTERM) -> None:
    if process is None or process.poll() is not None:
        return
    os.killpg(process.pid, how)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(5)


@contextmanager
def message_bus() -> Iterator[str]:
    """The address of a D-Bus with Avahi on it, without which ippeveprinter does not start.

    Only one Avahi can run on a machine, and tests run in several processes: the first one
    starts it and waits at its end for the others.
    """
    import fcntl  # Windows has none; tests that come here need a CUPS

    folder = Path("/tmp/pdkiosk-test-bus")
    running = subprocess.run(["/usr/sbin/avahi-daemon", "--check"], check=False).returncode == 0
    if running and not _alive(folder / "bus"):
        yield ""  # the machine's own
        return
    folder.mkdir(exist_ok=True)
    with (folder / "start").open("w") as start, (folder / "use").open("w") as use:
        daemons: list[subprocess.Popen[bytes]] = []
        fcntl.flock(start, fcntl.LOCK_EX)
        try:
            if not _alive(folder / "bus"):
                daemons = _start_bus(folder)
            fcntl.flock(use, fcntl.LOCK_SH)
        finally:
            fcntl.flock(start, fcntl.LOCK_UN)
        try:
            yield f"unix:path={folder}/bus"
        finally:
            fcntl.flock(use, fcntl.LOCK_UN)
            while daemons:
                fcntl.flock(start, fcntl.LOCK_EX)
                if _is_mine(use):
                    for daemon in reversed(daemons):
                        _stop(daemon)
                    shutil.rmtree(folder, ignore_errors=True)
                    break
                # Not held while others are waited for: one of them may come here once more.
                fcntl.flock(start, fcntl.LOCK_UN)
                time.sleep(0.1)


def _is_mine(file: IO[str]) -> bool:
    """Whether nobody else has locked it; then it is locked."""
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _alive(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True


def _start_bus(folder: Path) -> list[subprocess.Popen[bytes]]:
    (folder / "bus").unlink(missing_ok=True)
    (folder / "bus.conf").write_text(_BUS.format(folder=folder))
    (folder / "avahi.conf").write_text(_AVAHI)
    log = folder / "log"
    bus = _start(["dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork"], log)
    wait_until(lambda: _alive(folder / "bus"))
    avahi = _start(
        ["avahi-daemon", "-f", f"{folder}/avahi.conf", "--no-drop-root", "--no-chroot"],
        log,
        DBUS_SYSTEM_BUS_ADDRESS=f"unix:path={folder}/bus",
    )
    wait_until(lambda: b"startup complete" in log.read_bytes())
    return [bus, avahi]


class PrintService:
    """CUPS with one queue, and the printer behind it; both can be stopped and started."""

    def __init__(self, bus: str, *, keep_files: bool = False, where: str = "/tmp") -> None:
        # Not pytest's folder: nobody else may enter it, and filters run as another user.
        self.folder = Path(tempfile.mkdtemp(prefix="pdkiosk-cups-", dir=where))
        self.folder.chmod(0o755)
        for name in ("etc", "spool", "tmp", "cache", "state", "out", "printed"):
            (self.folder / name).mkdir()
        self.server = str(self.folder / "cups.sock")
        self._bus = {"DBUS_SYSTEM_BUS_ADDRESS": bus} if bus else {}
        self._cups: subprocess.Popen[bytes] | None = None
        self._printer: subprocess.Popen[bytes] | None = None
        keep = "Yes" if keep_files else "No"
        self._write("etc/cupsd.conf", _CUPSD.format(folder=self.folder, keep=keep))
        self._write("etc/cups-files.conf", _CUPS_FILES.format(folder=self.folder))
        self._write("print", _PRINT.format(folder=self.folder)).chmod(0o755)
        self._plans = 0
        self.plan("")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])

    def _write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text)
        return path

    def plan(self, shell: str) -> None:
        """What the printer does with the next document: a piece of shell."""
        self._plans += 1
        self._write("next", shell).replace(self.folder / "plan")

    @property
    def until_go(self) -> str:
        """For the next plan: waits for ``go``."""
        return f"while [ ! -e {self.folder}/go-{self._plans + 1} ]; do sleep 0.1; done\n"

    def go(self) -> None:
        """Lets the plan go on that waits."""
        (self.folder / f"go-{self._plans}").touch()

    def start(self) -> None:
        self.start_printer()
        self.start_cups()
        uri = f"ipp://localhost:{self.port}/ipp/print"
        self.run("lpadmin", "-p", QUEUE, "-E", "-v", uri, "-m", "everywhere")

    def start_cups(self) -> None:
        etc = self.folder / "etc"
        log = self.folder / "cups.log"
        self._cups = _start(
            ["cupsd", "-f", "-c", f"{etc}/cupsd.conf", "-s", f"{etc}/cups-files.conf"], log
        )
        wait_until(lambda: "is running" in self.run("lpstat", "-r"))

    def kill_cups(self) -> None:
        _stop(self._cups, signal.SIGKILL)

    def start_printer(self) -> None:
        self._printer = _start(
            ["ippeveprinter", "-2", "-r", "off", "-n", "localhost", "-p", str(self.port),
             "-d", f"{self.folder}/out", "-c", f"{self.folder}/print",
             "-f", "application/pdf,image/pwg-raster", "Test"],
            self.folder / "printer.log",
            **self._bus,
        )  # fmt: skip
        wait_until(self._answers)

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def restart_printer(self) -> None:
        """For a printer that still hangs on a document that was taken back."""
        self.kill_printer()
        self.start_printer()

    def kill_printer(self) -> None:
        _stop(self._printer, signal.SIGKILL)

    def stop(self) -> None:
        _stop(self._cups)
        _stop(self._printer)
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *arguments: str, data: bytes = b"") -> str:
        """What one of CUPS' programs says."""
        environment = {"PATH": PATH, "LC_ALL": "C", "CUPS_SERVER": self.server}
        command = start(arguments, data, 15, environment)
        wait_until(lambda: command.poll() is not None, 16)
        result = command.poll()
        assert result is not None
        return result.text

    @property
    def waiting(self) -> list[str]:
        """The jobs that are not over."""
        return [line.split()[0] for line in self.run("lpstat", "-o").splitlines()]

    @property
    def spooled(self) -> list[Path]:
        """The documents that are in the spool."""
        return list((self.folder / "spool").glob("d*"))

    @property
    def told(self) -> dict[str, str]:
        """The options that the printer got with the last job."""
        lines = (self.folder / "told").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines)

    @property
    def printed(self) -> list[Path]:
        """What the printer was given."""
        return sorted((self.folder / "printed").glob("*"))
