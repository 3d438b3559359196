"""Planted words, and the search for them: in files, in PDFs, in the memory of processes."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1", "cp1252", "utf-32-le")
# Not disks, or nothing that this program could write to.
_NOT_SEARCHED = ("/proc", "/sys", "/dev/pts", "/dev/mqueue")
EVERYWHERE = (Path("/"),)
# Where a program leaves what it leaves; the whole form of the test searches everywhere.
USUAL = tuple(
    Path(path) for path in ("/tmp", "/var", "/run", "/dev", "/etc", "/home", "/root", "/srv")
)
_LARGEST = 512 * 2**20
_CHUNK = 2**24


def canary(token: str, place: int) -> str:
    """A word for one field, such as nobody has; with letters that encodings differ in."""
    return f"Ñu{token}é{place}"


def needles(token: str) -> set[bytes]:
    """Every way in which the words of a token could be written."""
    return {word.encode(encoding) for word in (token, f"Ñu{token}é") for encoding in ENCODINGS}


def found_in(data: bytes, token: str) -> bool:
    """Whether a planted word is in these bytes, or in a PDF that begins somewhere in them."""
    if any(needle in data for needle in needles(token)):
        return True
    start = data.find(b"%PDF-")
    while start >= 0:
        if _in_pdf(data[start:], token):
            return True
        start = data.find(b"%PDF-", start + 1)
    return False


def _in_pdf(data: bytes, token: str) -> bool:
    # Its words are numbers of glyphs in compressed streams: they have to be read as a reader does.
    try:
        pages = PdfReader(io.BytesIO(data)).pages
        text = "".join(page.extract_text() for page in pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError):
        return False
    return token in text.replace("\n", "").replace(" ", "")


def changed_files(
    since: float, spared: tuple[Path, ...] = (), places: tuple[Path, ...] = USUAL
) -> Iterator[Path]:
    """All files that were made or changed after a time, whatever their name."""
    passed = {*_NOT_SEARCHED, *map(str, spared)}
    for folder, folders, names in (found for place in places for found in os.walk(place)):
        folders[:] = [name for name in folders if os.path.join(folder, name) not in passed]
        for name in names:
            path = Path(folder, name)
            try:
                what = path.lstat()
            except OSError:
                continue
            if (
                stat.S_ISREG(what.st_mode)
                and what.st_size <= _LARGEST
                and max(what.st_mtime, what.st_ctime) >= since
            ):
                yield path


def files_with(
    token: str, since: float, spared: tuple[Path, ...] = (), places: tuple[Path, ...] = USUAL
) -> list[Path]:
    """The changed files in whose name or content a planted word is."""
    found = []
    for path in changed_files(since, spared, places):
        try:
            # An empty file is not read: in the /proc of a container, reading may never end.
            data = path.read_bytes() if path.lstat().st_size else b""
        except OSError:
            continue
        if token in str(path) or found_in(data, token):
            found.append(path)
    return found


def in_memory(pid: int, token: str) -> int:
    """How often planted words are in the memory of a process."""
    words = [token.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-32-le")]
    found = 0
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            area, rights, *_ = line.split()
            if "r" not in rights or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            begin, end = (int(number, 16) for number in area.split("-"))
            tail = b""
            while begin < end:
                try:
                    memory.seek(begin)
                    data = memory.read(min(_CHUNK, end - begin))
                except OSError:  # mapped, but with nothing behind it
                    break
                if not data:
                    break
                begin += len(data)
                whole = tail + data
                found += sum(whole.count(word) for word in words)
                tail = whole[-127:] if begin < end else b""
    return found


def told_to_others(token: str) -> list[str]:
    """The processes whose command line or environment, which others may read, has the words."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        for name in ("cmdline", "environ", "comm"):
            try:
                data = (process / name).read_bytes()
            except OSError:
                continue
            if found_in(data, token):
                found.append(f"{process.name}/{name}")
    return found
