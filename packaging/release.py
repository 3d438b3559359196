"""Makes a release file from a bundle, or from guide and translations alone; signs nothing.

    packaging/release.py program dist/pdkiosk --version 1.2.0 --expires 2028-11-24 --out DIR
    packaging/release.py content . --version 2026.11.24 --expires 2028-11-24 --out DIR

writes DIR/manifest.json and DIR/payload.tar.xz. Sign the manifest with the tool minisign, on a
machine without a network, then put the three together:

    minisign -S -s program.key -m DIR/manifest.json
    packaging/release.py join DIR pdkiosk-1.2.0.release

The same files, version and dates make the same bytes.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import io
import lzma
import os
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from pdkiosk.update import manifest as manifests
from pdkiosk.update.install import here
from pdkiosk.update.manifest import File, Manifest, Payload
from pdkiosk.update.release import MEMBERS


def main() -> int:
    """Runs the command line above; returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="kind", required=True)
    for kind in ("program", "content"):
        made = commands.add_parser(kind)
        made.add_argument("folder", type=Path)
        made.add_argument("--version", required=True)
        made.add_argument("--built", type=_day, default=datetime.date.today())
        made.add_argument("--expires", type=_day, required=True)
        made.add_argument("--needs-program", default="0.0")
        made.add_argument("--out", type=Path, required=True)
    join = commands.add_parser("join")
    join.add_argument("folder", type=Path)
    join.add_argument("release", type=Path)
    options = parser.parse_args()
    if options.kind == "join":
        joined(options.folder, options.release)
    else:
        options.out.mkdir(parents=True, exist_ok=True)
        prepared(options)
    return 0


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def prepared(options: argparse.Namespace) -> None:
    """Writes manifest and payload."""
    paths = dict(_content(options.folder) if options.kind == "content" else _all(options.folder))
    payload = options.out / MEMBERS[2]
    _pack(paths, payload)
    manifest = Manifest(
        format=1,
        kind=options.kind,
        version=options.version,
        built=options.built,
        expires=options.expires,
        payload=Payload(_sha256(payload), payload.stat().st_size),
        files={name: _described(path) for name, path in paths.items()},
        platform="any" if options.kind == "content" else here(),
        needs_program=options.needs_program,
    )
    data = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
    manifests.read(data)  # what a kiosk would refuse is not written
    (options.out / MEMBERS[0]).write_bytes(data)
    print(f"{len(paths)} files. Now sign {options.out / MEMBERS[0]} with minisign.")


def joined(folder: Path, release: Path) -> None:
    """Puts manifest, signature and payload into one file."""
    with tarfile.open(release, "w", format=tarfile.USTAR_FORMAT) as tar:
        for name in MEMBERS:
            tar.add(folder / name, name, filter=_neutral)
    print(f"{release}: {release.stat().st_size / 1e6:.1f} MB")


def _all(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or path.is_file():
            yield path.relative_to(folder).as_posix(), path


def _content(root: Path) -> Iterator[tuple[str, Path]]:
    yield "resources/languages.toml", root / "resources" / "languages.toml"
    for pattern in (
        "resources/guide/**/*.toml",
        "resources/guide/guide.msgpack",
        # What people have checked travels with what they checked.
        "resources/guide/review.tsv",
        "translations/*/review.tsv",
        "translations/*/LC_MESSAGES/pdkiosk.[pm]o",
    ):
        for path in sorted(root.glob(pattern)):
            yield path.relative_to(root).as_posix(), path
    yield "translations/pdkiosk.pot", root / "translations" / "pdkiosk.pot"


def _described(path: Path) -> File:
    if path.is_symlink():
        return File(link=os.readlink(path))
    executable = bool(path.stat().st_mode & 0o100)
    return File(_sha256(path), path.stat().st_size, executable)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pack(paths: dict[str, Path], payload: Path) -> None:
    raw = io.BytesIO()
    # A kiosk reads nothing but a plain tar (pdkiosk/update/plain_tar.py).
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, path in paths.items():
            tar.add(path, name, recursive=False, filter=_neutral)
    payload.write_bytes(lzma.compress(raw.getvalue(), preset=6))


def _neutral(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without what differs from machine to machine; hard links as the files that they are."""
    member.mtime, member.uid, member.gid, member.uname, member.gname = 0, 0, 0, "", ""
    member.mode = 0o755 if member.mode & 0o100 else 0o644
    return member


if __name__ == "__main__":
    sys.exit(main())
