"""``pdkiosk-kiosk`` on and off, in a folder with a system: then everything is as before."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

KIOSK = Path(__file__).parents[2] / "packaging/kiosk"

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("systemctl") is None, reason="needs systemctl"
)


@pytest.fixture
def system(tmp_path: Path) -> Path:
    """What the package and those that it needs have put there."""
    root = tmp_path / "system"
    shutil.copytree(KIOSK / "etc", root / "usr/share/pdkiosk/kiosk/etc")
    for program in ("usr/bin/cage", "usr/bin/Xwayland", "usr/sbin/seatd"):
        path = root / program
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("#!/bin/sh\n")
        path.chmod(0o755)
    units = root / "usr/lib/systemd/system"
    units.mkdir(parents=True)
    wanted = "[Unit]\n[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=graphical.target\n"
    for unit in ("pdkiosk-wayland.service", "pdkiosk-x11.service", "seatd.service"):
        (units / unit).write_text(wanted)
    for target in ("graphical", "multi-user", "sleep", "suspend", "hibernate", "ctrl-alt-del"):
        (units / f"{target}.target").write_text("[Unit]\n")
    (root / "var/lib").mkdir(parents=True)
    for folder in ("etc/systemd/system", "etc/udev/rules.d", "etc/sysctl.d"):
        (root / folder).mkdir(parents=True)  # empty, as in a small Debian
    (root / "etc/sysctl.d/99-ours.conf").write_text("# of this machine\n")
    return root


def _run(system: Path, *words: str) -> str:
    ran = subprocess.run(
        ["bash", KIOSK / "pdkiosk-kiosk", *words],
        env={**os.environ, "PDKIOSK_ROOT": str(system)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def _all(system: Path) -> dict[str, bytes | str | None]:
    """Each name, with what a file holds or a link says."""
    return {
        str(path.relative_to(system)): os.readlink(path)
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else None
        for path in sorted(system.rglob("*"))
    }


@pytest.mark.parametrize("times", [1, 2])
def test_off_brings_back_all_that_was_there(system: Path, times: int) -> None:
    before = _all(system)
    for _ in range(times):
        _run(system, "on")
    while_on = _all(system)
    assert "etc/udev/rules.d/72-pdkiosk-microphone.rules" in while_on
    assert "etc/systemd/coredump.conf.d" in while_on and "etc/systemd/coredump.conf.d" not in before
    _run(system, "off")
    assert _all(system) == before
