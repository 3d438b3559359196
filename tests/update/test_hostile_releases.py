"""Files made to hang, crash or mislead the update check.

Refused at once, without affecting others.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tarfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pdkiosk.staff.updates import Updates
from pdkiosk.update import guide_date
from pdkiosk.update import manifest as manifests
from pdkiosk.update.install import Installation
from pdkiosk.update.manifest import Manifest
from pdkiosk.update.refusal import Reason, Refused
from pdkiosk.update.release import MEMBERS, opened
from tests.update.releases import (
    CONTENT,
    CONTENT_GUIDE,
    FILES,
    Signer,
    about,
    described,
    joined,
    packed,
    put,
    release,
)

ROOT = Path(__file__).parents[2]


# ---- heads of a tar that nobody has signed ----------------------------------------------


def head(
    name: bytes, size: bytes, kind: bytes = b"0", link: bytes = b"", magic: bytes = b"ustar\x0000"
) -> bytes:
    """A head with any bytes in its fields, and the sum that belongs to it."""
    block = bytearray(512)
    block[0 : len(name)] = name
    block[100:108] = b"0000644\0"
    block[124 : 124 + len(size)] = size
    block[136:148] = b"00000000000\0"
    block[156:157] = kind
    block[157 : 157 + len(link)] = link
    block[257:265] = magic
    block[148:156] = b" " * 8
    block[148:156] = f"{sum(block):06o}".encode() + b"\0 "
    return bytes(block)


MANIFEST = MEMBERS[0].encode()
NEGATIVE = b"\xff" * 12  # -1 as the GNU way writes it
HUGE = b"\x80" + b"\xff" * 11
GNU = b"ustar  \0"
BIG = b"77777777777\0"  # eight gigabytes

CRAFTED = {
    "a negative size": head(MANIFEST, NEGATIVE),
    "a negative size, first": head(b"x", NEGATIVE) * 4,
    "a huge size": head(MANIFEST, HUGE),
    "eight gigabytes": head(MANIFEST, BIG),
    "a size with a minus": head(MANIFEST, b"-0000001000\0"),
    "a size with underscores": head(MANIFEST, b"0000_000_10\0"),
    "a size with signs of another alphabet": head(MANIFEST, "٠٠٠٠٠".encode() + b"\0"),
    "gigabytes of a comment": head(MANIFEST, BIG, b"x") + b"30 comment=" + b"a" * 900,
    "a comment for everything": head(b"pax", BIG, b"g"),
    "names of names of names": head(b"././@LongLink", b"00000001000\0", b"L", magic=GNU) * 4000,
    "comments on comments": (head(b"x", b"00000000000\0", b"x")) * 4000,
    "comments with no length": head(b"x", b"00000001000\0", b"x") + b"0 a=\n".ljust(512, b"\0"),
    "holes": head(MANIFEST, b"00000001000\0", b"S", magic=GNU) + b"\xff" * 512,
    "a link to itself": head(MANIFEST, b"00000000000\0", b"1", MANIFEST),
    "a link": head(MANIFEST, b"00000000000\0", b"2", b"/etc/shadow"),
    "a device": head(MANIFEST, b"00000000000\0", b"3"),
    "a pipe": head(MANIFEST, b"00000000000\0", b"6"),
    "only zeros": bytes(10240),
    "a name that is no text": head(b"\xff\xfe", b"00000000010\0"),
    "something behind the name": head(MANIFEST + b"\0x", b"00000000010\0"),
    "json without end": head(MANIFEST, b"00000007640\0") + b"[" * 4000,
}


def hostile(name: str) -> bytes:
    if name != "json without end":
        return CRAFTED[name]
    return joined(b"[" * 1_000_000, Signer().sign(b"[" * 1_000_000), b"")


@pytest.mark.parametrize("name", CRAFTED)
def test_a_head_that_nobody_signed(
    place: Installation, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, hostile(name))

    def must_not(*given: object, **more: object) -> None:
        raise AssertionError("read before the signature was checked")

    monkeypatch.setattr(tarfile, "open", must_not)
    monkeypatch.setattr(tarfile, "TarFile", must_not)
    monkeypatch.setattr(manifests, "read", must_not)
    tracemalloc.start()
    start = time.perf_counter()
    try:
        for what in (place.check, place.install):
            with pytest.raises(Refused) as caught:
                what(path)
            assert caught.value.reason in (
                Reason.NOT_A_RELEASE, Reason.TRUNCATED, Reason.WRONG_SIGNATURE
            )  # fmt: skip
        assert time.perf_counter() - start < 2
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert [*place.root.iterdir()] == []


def test_the_program_reads_no_tar_by_the_standard_library(tmp_path: Path, signer: Signer) -> None:
    path = put(tmp_path, release(signer, CONTENT, kind="content", version="2.0", platform="any"))
    root = tmp_path / "root"
    root.mkdir()
    code = (
        "import sys; from pathlib import Path\n"
        "from pdkiosk.update.install import Installation\n"
        "from pdkiosk.update.minisign import PublicKey\n"
        "from pdkiosk.staff import updates; from pdkiosk.commands import update\n"
        f"key = PublicKey({signer.key.id!r}, {signer.key.bytes!r})\n"
        f"place = Installation(Path({str(root)!r}), '1.0', [key], [], lambda *a: True)\n"
        f"place.install(Path({str(path)!r}))\n"
        "print('tarfile' in sys.modules)\n"
    )
    said = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert said.stdout == "False\n", said.stderr


@pytest.mark.parametrize("times", [1500, pytest.param(10_000, marks=pytest.mark.whole)])
def test_changed_files_are_refused_or_are_what_was_signed(
    place: Installation, tmp_path: Path, signer: Signer, times: int
) -> None:
    good = release(signer)
    expected = place.check(put(tmp_path, good))
    dice = random.Random(11)
    slowest = 0.0
    for _ in range(times):
        data = bytearray(good)
        for _ in range(dice.choice((1, 1, 3, 20))):
            at = dice.randrange(3000) if dice.random() < 0.7 else dice.randrange(len(data))
            data[at] = dice.randrange(256)
        if dice.random() < 0.2:
            del data[dice.randrange(len(data)) :]
        path = put(tmp_path, bytes(data))
        start = time.perf_counter()
        try:
            found: Manifest | None = place.check(path)
        except Refused:
            found = None
        slowest = max(slowest, time.perf_counter() - start)
        assert found in (None, expected)
    assert slowest < 2


@pytest.mark.parametrize("kind", ["pipe", "link", "folder", "device", "a name with a null"])
def test_what_is_no_file_is_not_waited_for(
    place: Installation, tmp_path: Path, signer: Signer, kind: str
) -> None:
    path = tmp_path / "x.release"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "link":
            path.symlink_to(put(tmp_path, release(signer)))
        case "folder":
            path.mkdir()
        case "device":
            path = Path("/dev/zero")
        case _:
            path = tmp_path / "a\0b.release"
    start = time.perf_counter()
    with pytest.raises(Refused) as caught:
        place.check(path)
    assert caught.value.reason is Reason.UNREADABLE
    assert time.perf_counter() - start < 1


# ---- a stick that says something else the second time -----------------------------------


def test_a_payload_that_changes_after_it_was_checked(
    place: Installation, tmp_path: Path, signer: Signer
) -> None:
    """A stick of its own making can answer each reading as it likes."""
    path = put(tmp_path, release(signer))
    other = packed({**FILES, "pdkiosk": b"#!/bin/ls\n"})

    def swapped(data: bytes) -> Callable[[], None]:
        def swap() -> None:
            with opened(path, [signer.key]) as found, path.open("r+b", buffering=0) as file:
                file.seek(found.payload_at)
                file.write(data.ljust(found.manifest.payload.size, b"\0"))
                list(_drained(found.files()))

        return swap

    hostile_tar = head(b"pdkiosk", NEGATIVE) + bytes(1024)
    import lzma

    for data in (other, b"", b"\xff" * 100, lzma.compress(hostile_tar), lzma.compress(b"")):
        path.write_bytes(release(signer))
        with pytest.raises(Refused) as caught:
            swapped(data)()
        assert caught.value.reason is Reason.MIXED, data[:20]


def _drained(files: Iterator[tuple[str, object]]) -> Iterator[bytes]:
    for _, content in files:
        if content is not None:
            yield content.whole()  # type: ignore[attr-defined]


def test_the_day_of_a_guide_is_read_from_what_was_signed_alone(
    tmp_path: Path, signer: Signer
) -> None:
    files = {CONTENT_GUIDE: about("2026-01-01")}
    data = release(signer, files, kind="content", version="2.0", platform="any")
    path = put(tmp_path, data)
    with opened(path, [signer.key]) as found, path.open("r+b", buffering=0) as file:
        assert str(guide_date.of_release(found)) == "2026-01-01"
        file.seek(found.payload_at)
        file.write(packed({CONTENT_GUIDE: about("2099-01-01")}))
        with pytest.raises(Refused) as caught:
            guide_date.of_release(found)
    assert caught.value.reason is Reason.MIXED


# ---- lists of files that lead elsewhere, signed ------------------------------------------

DEEP = "/".join("d" * 2000)
LISTS: dict[str, tuple[dict[str, bytes], dict[str, str]]] = {
    "thousands deep": ({DEEP: b"x"}, {}),
    "deeper than any": ({"/".join("d" * 33): b"x"}, {}),
    "a name without end": ({"a" * 256: b"x"}, {}),
    "a line in a name": ({"a\nb": b"x"}, {}),
    "a file that is a folder": ({"a": b"x", "a/b": b"x"}, {}),
    "a folder that is a link": ({"b/c/x": b"x", "a/y": b"y"}, {"a": "b"}),
    "a link to a folder": ({"b/c/x": b"x"}, {"a": "b"}),
    "a link to its own folder": ({"b/x": b"x"}, {"b/up": "."}),
    "links in a chain that climb": ({"b/c/x": b"x"}, {"b/c/l": "..", "b/m": "c/l/../.."}),
    "a link to itself": ({"x": b"x"}, {"a": "a"}),
    "links in a circle": ({"x": b"x"}, {"a": "b", "b": "a"}),
    "a long chain": ({"x": b"x"}, {"l0": "x"} | {f"l{n}": f"l{n - 1}" for n in range(1, 30)}),
    "a link to nothing": ({"x": b"x"}, {"a": "y"}),
    "a link out": ({"x": b"x"}, {"a": "../x"}),
    "a link far out": ({"b/x": b"x"}, {"b/a": "../../../etc/passwd"}),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_leads_elsewhere(
    place: Installation, tmp_path: Path, signer: Signer, name: str
) -> None:
    files, links = LISTS[name]
    manifest = described(files, packed({"x": b"x"}), links)
    data = joined(manifest, signer.sign(manifest), packed({"x": b"x"}))
    with pytest.raises(Refused) as caught:
        place.install(put(tmp_path, data))
    assert caught.value.reason is Reason.UNSAFE
    assert not (place.root / "versions").exists()


def test_a_chain_of_libraries_is_taken(place: Installation, tmp_path: Path, signer: Signer) -> None:
    links = {"_internal/b.so": "b.so.1", "_internal/b.so.1": "a.so", "top.so": "_internal/b.so"}
    place.install(put(tmp_path, release(signer, links=links)))
    assert (place.root / "current" / "top.so").read_bytes() == FILES["_internal/a.so"]


# ---- what refused updates leave ----------------------------------------------------------


def test_a_refused_unpacking_leaves_nothing(
    place: Installation, tmp_path: Path, signer: Signer, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {**FILES, "pdkiosk": b"other"}
    manifest = described(FILES, packed(files))
    data = joined(manifest, signer.sign(manifest), packed(files))
    with pytest.raises(Refused):
        place.install(put(tmp_path, data))
    assert [*(place.root / "versions").iterdir()] == []
    good = put(tmp_path, release(signer))
    real = shutil.rmtree

    def full(*given: object) -> None:
        raise OSError(28, "no room")

    with monkeypatch.context() as patch:
        patch.setattr("pdkiosk.update.install._sync_all", full)
        with pytest.raises(Refused) as caught:
            place.install(good)
    assert caught.value.reason is Reason.FULL
    assert shutil.rmtree is real and [*(place.root / "versions").iterdir()] == []
    place.install(good)


# ---- one file is one file ----------------------------------------------------------------


@pytest.mark.parametrize("error", [MemoryError, RecursionError, ValueError, OSError, KeyError])
def test_whatever_one_file_does_the_others_are_looked_at(
    place: Installation, tmp_path: Path, signer: Signer, error: type[Exception]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    put(stick, release(signer), "a.release")
    put(stick, release(signer), "b.release")
    put(stick, release(signer, version="1.2.0"), "c.release")
    real = Installation.check

    class Judge(Installation):
        def check(self, file: Path) -> Manifest:
            if file.name == "b.release":
                raise error
            return real(self, file)

    judge = Judge(place.root, "1.0.0", place.keys, [], place.passes, place.today)
    found = Updates(lambda: judge, lambda: [stick], tmp_path, None).find()
    assert [each.manifest.version if each.manifest else each.refused for each in found] == [
        "1.1.0", Reason.UNREADABLE, "1.2.0"
    ]  # fmt: skip


def test_a_stick_full_of_hostile_files_is_looked_through_at_once(
    place: Installation, tmp_path: Path, signer: Signer
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    for number, name in enumerate(CRAFTED):
        put(stick, hostile(name), f"m{number:03}.release")
    put(stick, release(signer), "a-good.release")
    os.mkfifo(stick / "b.release")
    start = time.perf_counter()
    found = Updates(lambda: place, lambda: [stick], tmp_path, None).find()
    assert time.perf_counter() - start < 3
    assert len(found) == 12 and found[0].manifest is not None
    assert all(each.refused is not None for each in found[1:])
