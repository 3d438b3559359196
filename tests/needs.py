"""Marks for tests of what not every system has, each with its own reason.

``pytest`` says the reasons at its end; packaging/try-windows runs the tests on Windows and lists
them.
"""

from __future__ import annotations

import shutil
import sys

import pytest


def _on_unix(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(sys.platform == "win32", reason=reason)


links = _on_unix("Windows lets only who has a right of its own make a link")
named_pipes = _on_unix("Windows has no pipes and devices in folders")
rights = _on_unix("Windows knows nothing of the rights of chmod")
signals = _on_unix("Windows has no signals: nobody can be stopped, and killed is an exit code")
forks = _on_unix("Windows has no fork")
sh = _on_unix("Windows has no sh")
unix_sockets = _on_unix("Python on Windows has no sockets in folders")
synced_folders = _on_unix("Windows syncs no folders: its file system keeps a journal of names")
unix_names = _on_unix("the names and errors are those of Unix")
poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="needs pdftotext (poppler-utils)"
)
linux = pytest.mark.skipif(sys.platform != "linux", reason="/proc, systemd: Linux has them alone")
