from __future__ import annotations

import os
from pathlib import Path

import pytest

from pdkiosk.vault.shelf import Shelf
from pdkiosk.vault.trouble import Trouble, VaultError
from pdkiosk.vault.usb import Stick, sticks
from tests import needs
from tests.vault.kit import CHEAP, WORDS

MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 8:17 / /media/kiosk/MI\040USB rw,nosuid,nodev shared:9 - vfat /dev/sdb1 rw,fmask=0022
31 22 8:17 / /mnt/again rw - vfat /dev/sdb1 rw
32 22 8:33 / /media/locked ro,nosuid - vfat /dev/sdc1 ro
33 22 8:49 / /media/disk rw - exfat /dev/sdd1 rw
34 22 8:65 / /data rw - ext4 /dev/sde1 rw
35 22 11:0 / /media/cd rw - iso9660 /dev/sr0 rw
36 22 0:44 / /proc rw - proc proc rw
37 22 8:80 / /media/whole rw - vfat /dev/sdf rw
garbage
38 22 8:99 / /media/unknown rw - vfat /dev/sdz1 rw
"""


def block(sys: Path, device: str, path: str, *, removable: bool, partition: bool = True) -> None:
    whole = sys / "devices" / path
    whole.mkdir(parents=True, exist_ok=True)
    (whole / "removable").write_text("1\n" if removable else "0\n")
    place = whole
    if partition:
        place = whole / (whole.name + "1")
        place.mkdir(exist_ok=True)
        (place / "partition").write_text("1\n")
    (sys / "dev" / "block").mkdir(parents=True, exist_ok=True)
    (sys / "dev" / "block" / device).symlink_to(place)


@needs.links
def test_only_what_can_be_taken_away_and_written(tmp_path: Path) -> None:
    block(tmp_path, "8:1", "pci/ata1/block/sda", removable=False)
    block(tmp_path, "8:17", "pci/usb1/1-2/block/sdb", removable=True)
    block(tmp_path, "8:33", "pci/usb1/1-3/block/sdc", removable=True)
    block(tmp_path, "8:49", "pci/usb2/2-1/block/sdd", removable=False)
    block(tmp_path, "8:65", "pci/ata2/block/sde", removable=False)
    block(tmp_path, "11:0", "pci/ata3/block/sr0", removable=True, partition=False)
    block(tmp_path, "8:80", "pci/card/block/sdf", removable=True, partition=False)
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    assert sticks(mounts, tmp_path) == [
        Stick(Path("/media/kiosk/MI USB"), os.makedev(8, 17), "MI USB"),
        Stick(Path("/media/disk"), os.makedev(8, 49), "disk"),
        Stick(Path("/media/whole"), os.makedev(8, 80), "whole"),
    ]
    to_read = sticks(mounts, tmp_path, to_write=False)
    assert [stick.device for stick in to_read if stick not in sticks(mounts, tmp_path)] == [
        os.makedev(8, 33)
    ], "an update may lie on a stick that is write-protected"


def test_this_machine_is_read_without_harm() -> None:
    for stick in sticks():
        assert stick.there()
    assert sticks(Path("/nonexistent")) == []


def test_a_stick_that_was_taken_away_does_not_become_a_folder(tmp_path: Path) -> None:
    here = os.stat(tmp_path).st_dev
    assert Stick(tmp_path, here, "x").there()
    assert not Stick(tmp_path, here + 1, "x").there()
    away = Shelf(tmp_path / "pdkiosk", 60, make=True, device=here + 1, cost=CHEAP)
    with pytest.raises(VaultError) as refusal:
        away.create(WORDS, b"x")
    assert refusal.value.trouble is Trouble.NO_PLACE
    assert [*tmp_path.iterdir()] == []

    there = Shelf(tmp_path / "pdkiosk", 60, make=True, device=here, cost=CHEAP)
    handle = there.create(WORDS, b"x")
    assert there.open(handle.work, WORDS).data == b"x"
    there._device = here + 1
    for what in (lambda: handle.save(b"y"), lambda: there.open(handle.work, WORDS)):
        with pytest.raises(VaultError) as refusal:
            what()
        assert refusal.value.trouble is Trouble.NO_PLACE
