"""How large the bundle is, and how large Chromium's package is with what it depends on."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

_BUNDLE = Path(__file__).parent.parent / "dist" / "pdkiosk"
# What a system without any window has anyway.
_EVERYWHERE = {"required", "important", "standard"}


def bundle() -> tuple[float, float] | None:
    """MB of the bundle, unpacked and packed (tar.xz); None when it has not been built."""
    if not _BUNDLE.is_dir():
        return None
    unpacked = sum(f.lstat().st_size for f in _BUNDLE.rglob("*") if f.is_file())
    tar = subprocess.Popen(
        ["tar", "-C", str(_BUNDLE.parent), "-c", _BUNDLE.name], stdout=subprocess.PIPE
    )
    packed = subprocess.run(["xz", "-T0", "-6"], stdin=tar.stdout, capture_output=True, check=True)
    tar.wait()
    return unpacked / 1e6, len(packed.stdout) / 1e6


def chromium() -> tuple[float, float] | None:
    """MB of Chromium's package and all that it needs, installed and as downloaded."""
    if not shutil.which("apt-cache"):
        return None
    names = _closure("chromium")
    shown = subprocess.run(
        ["apt-cache", "show", "--no-all-versions", *sorted(names)],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    installed = downloaded = 0
    for record in shown.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in record.splitlines() if ": " in line)
        if not fields or fields.get("Priority") in _EVERYWHERE:
            continue
        installed += int(fields["Installed-Size"]) * 1024
        downloaded += int(fields["Size"])
    return (installed / 1e6, downloaded / 1e6) if installed else None


def _closure(package: str) -> set[str]:
    listed = subprocess.run(
        [
            "apt-cache", "depends", "--recurse", "--installed", "--no-recommends", "--no-suggests",
            "--no-conflicts", "--no-breaks", "--no-replaces", "--no-enhances", package,
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout  # fmt: skip
    return {
        line.strip() for line in listed.splitlines() if line and not line.startswith((" ", "<"))
    }
