"""Everything can be imported and started without the features that Windows lacks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

# Modules and functions that Python on Windows lacks; sys.platform says so to our modules alone:
# the standard library and Qt have been loaded for the system that this is.
WITHOUT = """
import importlib, importlib.abc, os, pkgutil, signal, subprocess, sys

import selectors, tempfile, ctypes, threading, platform, shutil, queue, json, argparse, pathlib
import getpass, zipfile, logging, secrets, uuid, importlib.metadata, decimal, multiprocessing
import reportlab.pdfgen.canvas, reportlab.pdfbase.ttfonts, babel.dates, babel.messages
import cryptography.hazmat.primitives.kdf.argon2, cryptography.hazmat.primitives.ciphers.aead
import mnemonic, msgspec, tomlkit
import PySide6.QtWidgets, PySide6.QtSvg, PySide6.QtPdf, PySide6.QtPrintSupport
import PySide6.QtTextToSpeech, babel.messages.pofile, babel.messages.mofile, babel.messages.extract

MODULES = {"fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog", "spwd", "posix",
           "readline", "curses", "crypt", "nis"}
# Loaded behind sys.platform.
UNIX_ONLY = {"pdkiosk.supervisor.forked", "pdkiosk.printing.memory_process"}
NAMES = ("fork", "memfd_create", "set_blocking", "killpg", "getuid", "geteuid", "getpgid", "setsid",
         "sysconf", "pread", "pwrite", "mkfifo", "uname", "statvfs", "sched_getaffinity", "nice",
         "getloadavg", "WNOHANG", "posix_fallocate", "openpty", "fchmod", "fchown", "chown")


class Lacking(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in MODULES:
            raise ImportError(f"{name}: not on Windows")
        return None


for name in MODULES:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Lacking())
for name in NAMES:
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGKILL", "SIGHUP", "SIGUSR1", "SIGSTOP", "SIGALRM", "setitimer"):
    delattr(signal, name)
"""

EVERY_MODULE = """
sys.platform = "win32"
import pdkiosk
count = 0
for found in pkgutil.walk_packages(pdkiosk.__path__, "pdkiosk."):
    if found.name not in UNIX_ONLY and not found.name.endswith("__main__"):
        importlib.import_module(found.name)
        count += 1
print(count)
"""

# The session as the supervisor starts it; its lines go through real pipes.
SESSION = """
sys.platform = "linux"
from pdkiosk.app import main
raise SystemExit(main(["--session", "--window"]))
"""


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PDKIOSK_PORTABLE": "1", **more}


def test_every_module_can_be_loaded_without_what_is_of_unix() -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", WITHOUT + EVERY_MODULE],
        env=environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 250


def test_a_module_that_asks_for_it_would_be_found() -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", WITHOUT + "import fcntl"],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "fcntl: not on Windows" in done.stderr


def test_the_wizard_starts_and_is_shown_without_it() -> None:
    # hardening.py is chosen by sys.platform alone; without "resource" it cannot be Unix' own.
    without = WITHOUT + "import pdkiosk.hardening\npdkiosk.hardening._unix = lambda: []\n"
    with subprocess.Popen(
        [sys.executable, "-P", "-c", without + SESSION],
        env=environment(PYTHONPATH=str(ROOT)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as session:
        assert session.stdin is not None and session.stdout is not None
        assert session.stdout.readline() == b"ready\n", session.stderr and session.stderr.read()
        session.stdin.write(b"show\n")
        session.stdin.flush()
        assert session.stdout.readline() == b"shown\n"
        session.stdin.close()
        assert session.wait(20) == 0
