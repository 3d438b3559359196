"""Finds which version of a Debian package is installed on this machine."""

from __future__ import annotations

import subprocess


def installed(package: str) -> str:
    """The version, "" where there is none, and on a system that is not Debian's."""
    try:
        asked = ["dpkg-query", "--show", "--showformat=${Version}", package]
        found = subprocess.run(asked, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return found.stdout.strip() if found.returncode == 0 else ""
