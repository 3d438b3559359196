"""What the program asks of the system over a whole journey: no network, no file written.

What was tried and failed counts too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.leaks.display import display, missing
from tests.leaks.house import ROOT_IS_NEEDED, House, children, descendants, wait_until
from tests.printing.conftest import bus  # noqa: F401
from tests.printing.service import PrintService
from tests.printing.service import missing as missing_to_print

if ROOT_IS_NEEDED:
    pytest.skip("only root may look into processes", allow_module_level=True)
if lacking := missing() + missing_to_print():
    pytest.skip("needs " + ", ".join(lacking), allow_module_level=True)

WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|O_TMPFILE")
# Devices that keep nothing, and the visitor's own line to this test.
HARMLESS = ("/dev/null", "/dev/tty", "/dev/urandom", "/dev/dri/")
SOCKET = re.compile(r"\bsocket(?:pair)?\((\w+), ([^,]+),")
CONNECT = re.compile(r"\b(?:connect|bind)\(\d+, \{sa_family=(\w+)(?:, sun_path=(@?)\"([^\"]*)\")?")
ADDRESSED = re.compile(r"sa_family=(\w+)")
PATH = re.compile(r'"([^"]*)"')
CHANGING = (
    "creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknod,mknodat,"
    "truncate"
)


@pytest.fixture(scope="module")
def calls(
    bus: str,  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[list[str]]:
    """Every call of the supervisor, its sessions and what they started, in a journey with paper."""
    folder = tmp_path_factory.mktemp("calls")
    log = folder / "calls"
    service = PrintService(bus, where="/dev/shm")
    try:
        service.start()
        with display() as name:
            house = House(folder, name, service.server)
            house.invite()
            trace = ("strace", "-f", "-qq", "--seccomp-bpf", "-e",
                     f"trace=execve,network,open,openat,openat2,{CHANGING}", "-e", "signal=none",
                     "-s", "200", "-o", str(log))  # fmt: skip
            with house.open(*trace) as process:
                house.wait("filled", 240)
                (supervisor,) = children(process.pid)
                first = children(supervisor)[0]
                house.leave()
                wait_until(lambda: first not in descendants(process.pid))
            assert service.printed
        assert house.said == ""
        lines = log.read_text(errors="replace").splitlines()
        yield [line for line in lines if str(house.visit) not in line]
    finally:
        service.stop()


def test_the_journey_was_seen(calls: list[str]) -> None:
    assert any("cups.sock" in line for line in calls), "not even the printer was spoken to"
    assert any(".X11-unix" in line for line in calls)
    assert len({line.split()[0] for line in calls}) > 5, "the children were not followed"


def test_no_socket_but_local_ones(calls: list[str]) -> None:
    kinds = {match[1] for line in calls if (match := SOCKET.search(line))}
    print("sockets of the kinds", sorted(kinds))
    assert kinds <= {"AF_UNIX"}
    families = {family for line in calls for family in ADDRESSED.findall(line)}
    assert families <= {"AF_UNIX"}, "an address of another family was used"


def test_sockets_only_to_display_and_print_service(calls: list[str]) -> None:
    programs: dict[str, str] = {}
    starting: dict[str, str] = {}
    places: dict[str, set[str]] = {}
    for line in calls:
        pid = line.split()[0]
        if " execve(" in line and (begun := PATH.search(line)):
            starting[pid] = Path(begun[1]).name
        # Where processes run side by side, a call and how it went are on two lines.
        if "execve" in line and line.rstrip().endswith(" = 0") and pid in starting:
            programs[pid] = starting[pid]
        if match := CONNECT.search(line):
            places.setdefault(match[3], set()).add(programs.get(pid, "python"))
    for place, who in sorted(places.items()):
        print(place, sorted(who))
    allowed = re.compile(r"/tmp/\.X11-unix/X\d+|/dev/shm/pdkiosk-cups-\w+/cups\.sock")
    other = {place: who for place, who in places.items() if not allowed.fullmatch(place)}
    # What CUPS' own clients ask this machine for: its user's name, and printers that it knows.
    clients = {"ipptool"}
    assert other.pop("/run/dbus/system_bus_socket", set()) <= clients
    # The C library's own way to ask for the user's name.
    assert other.pop("/var/run/nscd/socket", set()) <= {*clients, "python"}
    assert other == {}


def test_no_file_is_opened_for_writing_or_made(calls: list[str]) -> None:
    written = set()
    for line in calls:
        call = line.split(None, 1)[1]
        if call.startswith("open") and not WRITING.search(call):
            continue
        if not call.startswith(("open", *CHANGING.split(","))):
            continue
        path = PATH.search(call)
        name = path[1] if path else call
        if not name.startswith(HARMLESS):
            written.add(name)
    print("written:", sorted(written))
    # What is not a person's: the last good settings, the log and its counters, which jobs are ours.
    own = re.compile(
        r".*/state/pdkiosk(/\.?(log|log\.old|counters\.json|facility-last-good\.toml|job-tags-0)(\.\w+)?)?"
    )
    assert {name for name in written if not own.fullmatch(name)} == set()
