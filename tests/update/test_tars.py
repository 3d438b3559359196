"""The reader of tars, against the packaging and the standard library."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

from pdkiosk.update import plain_tar
from pdkiosk.update.release import MEMBERS
from tests.update.releases import (
    FILES,
    Signer,
    installation,
)

ROOT = Path(__file__).parents[2]


def test_what_the_packaging_makes_is_read(tmp_path: Path, signer: Signer) -> None:
    bundle = tmp_path / "bundle"
    long = "_internal/" + "n" * 60 + "/" + "m" * 90
    for name, data in {**FILES, long: b"long name", "_internal/ñ.txt": b"n"}.items():
        (bundle / name).parent.mkdir(parents=True, exist_ok=True)
        (bundle / name).write_bytes(data)
    (bundle / "pdkiosk").chmod(0o755)
    (bundle / "_internal/b.so").symlink_to("a.so")
    tool = [sys.executable, "-P", str(ROOT / "packaging/release.py")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def run(*command: str) -> None:
        subprocess.run([*tool, *command], cwd=tmp_path, env=environment, check=True)

    made = ["program", "bundle", "--version", "1.5", "--expires", "2028-01-01", "--out", "out"]
    run(*made)
    manifest = (tmp_path / "out" / MEMBERS[0]).read_bytes()
    (tmp_path / "out" / MEMBERS[1]).write_bytes(signer.sign(manifest))
    run("join", "out", "x.release")
    place = installation(tmp_path / "root", signer)
    place.install(tmp_path / "x.release")
    current = place.root / "current"
    assert (current / long).read_bytes() == b"long name"
    assert (current / "_internal/b.so").read_bytes() == FILES["_internal/a.so"]
    assert os.access(current / "pdkiosk", os.X_OK)


def test_the_reader_of_tars_reads_what_tarfile_writes() -> None:
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for size in (0, 1, 511, 512, 513, 100_000):
            entry = tarfile.TarInfo(f"f{size}")
            entry.size = size
            tar.addfile(entry, io.BytesIO(b"x" * size))
    raw.seek(0)
    found = {}
    for member, read in plain_tar.members(raw.read):
        data = b""
        while more := read(1000):
            data += more
        found[member.name] = hashlib.sha256(data).hexdigest()
        assert len(data) == member.size
    assert found == {
        f"f{n}": hashlib.sha256(b"x" * n).hexdigest() for n in (0, 1, 511, 512, 513, 100_000)
    }
