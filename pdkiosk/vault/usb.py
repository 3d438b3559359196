"""Finds the sticks that are mounted now. Mounting is up to the system, never to us."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from msgspec import Struct

_SYSTEM = ("/", "/boot", "/boot/efi", "/home", "/usr", "/var", "/tmp", "/nix", "/snap")
_ESCAPE = re.compile(r"\\([0-7]{3})")
_FILE_SYSTEMS = {"vfat", "exfat", "ntfs", "ntfs3", "fuseblk", "ext2", "ext3", "ext4", "msdos"}


class Stick(Struct, frozen=True):
    """A mounted removable medium.

    ``device`` distinguishes it from a later one in the same place.
    """

    folder: Path
    device: int
    name: str

    def there(self) -> bool:
        """Whether it is still mounted."""
        try:
            return os.stat(self.folder).st_dev == self.device
        except OSError:
            return False


def sticks(
    mounts: Path = Path("/proc/self/mountinfo"),
    blocks: Path = Path("/sys"),
    *,
    to_write: bool = True,
) -> list[Stick]:
    """The media mounted on a removable or USB device; none on systems other than Linux.

    ``to_write``: only writable media.
    """
    if sys.platform != "linux":
        return []
    try:
        lines = mounts.read_bytes().decode("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []
    found: dict[str, Stick] = {}
    for line in lines:
        before, _, after = line.partition(" - ")
        fields, kind = before.split(" "), after.split(" ")[0]
        if len(fields) < 6 or kind not in _FILE_SYSTEMS:
            continue
        if to_write and "ro" in fields[5].split(","):
            continue
        device, place = fields[2], Path(_ESCAPE.sub(lambda m: chr(int(m[1], 8)), fields[4]))
        if str(place) in _SYSTEM or device in found or not _can_be_taken(blocks, device):
            continue
        major, _, minor = device.partition(":")
        number = os.makedev(int(major), int(minor))
        found[device] = Stick(place, number, place.name)
    return list(found.values())


def _can_be_taken(blocks: Path, device: str) -> bool:
    """Whether the disk of a device (major:minor) is removable or connected by USB."""
    here = blocks / "dev" / "block" / device
    try:
        whole = here.resolve(strict=True)
        if (whole / "partition").exists():
            whole = whole.parent
        removable = (whole / "removable").read_text(encoding="ascii").strip() == "1"
    except (OSError, UnicodeDecodeError):
        return False
    # Many sticks and all USB hard disks report that they are fixed.
    return removable or any(re.fullmatch(r"usb\d+", part) for part in whole.parts)
