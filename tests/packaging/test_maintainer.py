"""What the package does as root, in a folder prepared by an attacker."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
POSTINST = ROOT / "packaging" / "debian" / "postinst"
UNITS = ROOT / "packaging" / "kiosk"


def part_about_settings(system: Path) -> str:
    """The part of postinst that gives and takes rights, for another root."""
    text = POSTINST.read_text()
    begin, end = (
        text.index("    settings=/etc"),
        text.index("    # The link is changed in one step"),
    )
    return "set -e\n" + text[begin:end].replace("/etc/pdkiosk", str(system))


def run(system: Path, tools: Path) -> list[str]:
    """The calls that change rights, in their order."""
    log = tools / "log"
    log.write_text("")
    for name in ("chown", "chmod"):
        tool = tools / name
        tool.write_text(f'#!/bin/sh\necho {name} "$@" >>{log}\n')
        tool.chmod(0o755)
    path = f"{tools}:{os.environ['PATH']}"
    subprocess.run(
        ["sh", "-c", part_about_settings(system)], check=True, env={"PATH": path}, timeout=20
    )
    return log.read_text().replace(str(system), "DIR").splitlines()


@pytest.fixture
def system(tmp_path: Path) -> Path:
    folder = tmp_path / "pdkiosk"
    folder.mkdir()
    folder.chmod(0o775)
    (folder / "facility.toml").write_text("")
    return folder


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    folder = tmp_path / "tools"
    folder.mkdir()
    return folder


def test_the_folder_is_taken_back_before_a_file_in_it_is_given_away(
    system: Path, tools: Path
) -> None:
    assert run(system, tools) == [
        "chown root:root DIR",
        "chmod 755 DIR",
        "chown --no-dereference root:pdkiosk DIR/facility.toml",
        "chmod 660 DIR/facility.toml",
    ]


@pytest.mark.parametrize("kind", ["link", "dangling link", "hard link", "folder", "pipe", "gone"])
def test_what_is_no_file_of_its_own_is_not_given_away(
    system: Path, tools: Path, tmp_path: Path, kind: str
) -> None:
    victim = tmp_path / "shadow"
    victim.write_text("root:secret")
    settings = system / "facility.toml"
    settings.unlink()
    match kind:
        case "link":
            settings.symlink_to(victim)
        case "dangling link":
            settings.symlink_to(tmp_path / "nothing")
        case "hard link":
            os.link(victim, settings)
        case "folder":
            settings.mkdir()
        case "pipe":
            os.mkfifo(settings)
    assert run(system, tools) == ["chown root:root DIR", "chmod 755 DIR"]


def unit(name: str) -> list[str]:
    return (UNITS / name).read_text().splitlines()


@pytest.mark.parametrize(
    "name", ["pdkiosk.service", "pdkiosk-update.service", "pdkiosk-wayland.service"]
)
def test_no_unit_reaches_the_system_bus(name: str) -> None:
    closed = [line for line in unit(name) if line.startswith("InaccessiblePaths=")]
    assert len(closed) == 1 and {"-/run/dbus", "-/run/avahi-daemon"} <= {*closed[0][18:].split()}


def test_what_records_is_for_root_alone() -> None:
    rules = (UNITS / "etc/udev/rules.d/72-pdkiosk-microphone.rules").read_text()
    first = next(line for line in rules.splitlines() if line.startswith("SUBSYSTEM"))
    assert 'KERNEL=="pcmC[0-9]*D[0-9]*c"' in first
    assert 'GROUP="root", MODE="0600", TAG-="uaccess"' in first
    assert "-/run/pulse" in "".join(unit("pdkiosk.service"))
