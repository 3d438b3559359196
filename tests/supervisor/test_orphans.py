"""What a session has started ends with it, and nothing else does; what a fork inherits."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests import needs

ROOT = Path(__file__).parents[2]


def say(code: str) -> list[str]:
    """What a program of its own says: it asks for orphans, so it cannot be the one that tests."""
    command = [sys.executable, "-P", "-c", code]
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True, timeout=60
    )
    return done.stdout.split()


ORPHANS = """
import os, signal, subprocess, sys, time
from pdkiosk.supervisor.orphans import Orphans, children
screen = subprocess.Popen(["sleep", "600"])  # as a script that became this program had started it
orphans = Orphans()
session = subprocess.Popen(["sleep", "600"])
# A helper that cuts every tie to whoever started it, as daemons do, and starts one more.
daemon = "import os, subprocess, time; os.fork() and os._exit(0); os.setsid(); "
daemon += "os.fork() and os._exit(0); subprocess.Popen(['sleep', '600']); "
daemon += "print(os.getpid(), flush=True); time.sleep(600)"
helper = subprocess.Popen([sys.executable, "-c", daemon], stdout=subprocess.PIPE, text=True)
grandchild = int(helper.stdout.readline())
helper.wait()
began = time.monotonic()
while grandchild not in children():
    assert time.monotonic() - began < 10
orphans.end([session.pid])
assert time.monotonic() - began < 5
left = children()
print(left == {screen.pid, session.pid})
print(os.path.exists(f"/proc/{grandchild}"))
print(screen.poll(), session.poll())
orphans.end([])
print(children() == {screen.pid}, screen.poll())
screen.kill()
"""


@needs.linux
def test_a_daemon_that_cut_its_ties_ends_and_others_stay() -> None:
    assert say(ORPHANS) == ["True", "False", "None", "None", "True", "None"]


FORK = """
import os, sys
from pdkiosk.supervisor.forked import Forked
answers = os.open("/dev/zero", os.O_RDONLY)
os.set_inheritable(answers, True)
def work():
    left = [f"/proc/self/fd/{name}" for name in os.listdir("/proc/self/fd") if int(name) > 2]
    paths = [os.readlink(path) for path in left if os.path.exists(path)]
    print("/dev/zero" in paths, len(paths), flush=True)
    return 7
first = Forked(lambda: len(sys.stdin.read()))  # its line is not held open by the next
forked = Forked(work)
said = b""
while data := forked.stdout.read(100):
    said += data
print(said.decode(), forked.wait())
first.stdin.close()
print(first.wait())
"""


@needs.forks
def test_a_fork_inherits_no_other_open_file() -> None:
    assert say(FORK) == ["False", "0", "7", "0"]
