"""Detects damage to the files that ship with the program, by comparing them with the build.

A failing disk or stick can silently change a letter in a sentence. The build writes the checksums
of the files into a list inside the package (``packaging/bundle``, the wheel's
``packaging/wheel_files.py``). A checkout has no list: its files are edited. Content that was
updated separately has a signed manifest instead (``pdkiosk.update.integrity``).

The checksums are CRC-32: they find every single wrong bit and every burst of up to 32, and take a
millisecond for everything read before the first screen. They do not protect against deliberate
changes; anyone who can change files can change the list too.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

LIST = "shipped-files.json"
_PACKAGE = Path(__file__).parent
_INSIDE = f"{_PACKAGE}{os.sep}"
_CHUNK = 1 << 20
# Libraries that users may replace (LGPL), and which contain none of our texts.
_REPLACEABLE = ("pyside6", "shiboken6")
_LIBRARIES = (".so", ".dll", ".pyd")
# Files that a session can do without: they are left out, or their language is not offered.
_SPARED = ("resources/drawings/", "resources/icons/", "resources/sounds/", "translations/")


class DamagedFileError(OSError):
    """A file that ships with the program is not as it was built; the exception text names it."""


def read(path: Path) -> bytes:
    """The bytes of a file. Raises OSError; DamagedFileError for a shipped file that is damaged."""
    data = path.read_bytes()
    name = os.fspath(path)
    if name.startswith(_INSIDE):
        name = name[len(_INSIDE) :].replace(os.sep, "/")
        sums = _sums()
        if sums is not None and sums.get(name) != zlib.crc32(data):
            raise DamagedFileError(f"{name}: not as it was built")
    return data


def is_listed() -> bool:
    """Whether there is a list to compare with: not in a checkout."""
    return (_PACKAGE / "resources").is_dir()


def damaged(*, needed: bool = False) -> Iterator[str]:
    """The names of shipped files that are missing or not as they were built.

    ``needed``: only those that every session needs.
    """
    try:
        sums = _sums()
    except DamagedFileError:
        yield LIST
        return
    for name, wanted in (sums or {}).items():
        if needed and name.startswith(_SPARED):
            continue
        try:
            found = _sum_of(_PACKAGE / name)
        except OSError:
            found = None
        if found != wanted:
            yield name


@cache
def _sums() -> dict[str, int] | None:
    """The checksum of each file by its path relative to the package; None in a checkout."""
    if not is_listed():
        return None
    try:
        sums = json.loads((_PACKAGE / LIST).read_bytes())
    except (OSError, ValueError) as error:
        raise DamagedFileError(LIST) from error
    if not isinstance(sums, dict) or not sums:
        raise DamagedFileError(LIST)
    return sums


def _sum_of(path: Path) -> int:
    value = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            value = zlib.crc32(chunk, value)
    return value


def listing(files: Mapping[str, Path]) -> bytes:
    """The list of these files, each with its path relative to the package. Raises OSError."""
    sums = {name: _sum_of(files[name]) for name in sorted(files)}
    return json.dumps(sums, indent=0).encode() + b"\n"


def bundled(bundle: Path) -> dict[str, Path]:
    """The files of a bundle to be listed: our own, and others that contain words.

    These include the names of months (Babel), the words for saving, and the program itself, which
    contains the English sentences of the code, except on Windows, where it may still be signed.
    """
    internal = bundle / "_internal"
    found = [
        path
        for path in internal.rglob("*")
        if path.is_file()
        and not path.is_symlink()
        and not path.relative_to(internal).parts[0].lower().startswith(_REPLACEABLE)
        and not any(suffix in _LIBRARIES for suffix in path.suffixes)
        and path.name != LIST
    ]
    if (bundle / "pdkiosk").is_file():
        found.append(bundle / "pdkiosk")
    package = internal / "pdkiosk"
    return {os.path.relpath(path, package).replace(os.sep, "/"): path for path in found}


def main(bundle: Path) -> int:
    """Writes the list of a bundle into it."""
    (bundle / "_internal" / "pdkiosk" / LIST).write_bytes(listing(bundled(bundle)))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
