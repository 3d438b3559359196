"""What a release says of itself, signed: kind, version, dates, and every file with its hash."""

from __future__ import annotations

import datetime
import re
from pathlib import PurePosixPath
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from pdkiosk.update.refusal import Reason, Refused

NAME = "release.json"
"""Under this name it lies in what was installed from it."""

_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){1,3}")
_CONTENT_FILE = re.compile(
    r"resources/(languages\.toml|guide/([a-z0-9_-]+/)*[a-z0-9_-]+\.(toml|msgpack))"
    r"|translations/([A-Za-z_]+/LC_MESSAGES/)?pdkiosk\.(po|pot|mo)"
)
_MOST_BYTES = 800_000_000
_MOST_FILES = 20_000


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of the payload; ``link`` is where a symbolic link leads, from its own folder."""

    sha256: Annotated[str, Meta(pattern="^([0-9a-f]{64})?$")] = ""
    size: Annotated[int, Meta(ge=0, le=_MOST_BYTES)] = 0
    executable: bool = False
    link: str = ""


class Payload(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The packed files."""

    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    size: Annotated[int, Meta(ge=0, le=_MOST_BYTES)]


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A release. ``kind`` "content" is guide and translations alone, which holds no code.

    ``platform`` is like "linux-x86_64", or "any"; ``needs_program`` the least version of the
    program that content fits.
    """

    format: Literal[1]
    kind: Literal["program", "content"]
    version: str
    built: datetime.date
    expires: datetime.date
    payload: Payload
    files: dict[str, File]
    platform: str = "any"
    needs_program: str = "0.0"


def read(data: bytes) -> Manifest:
    """The manifest. Raises Refused when it is none, or names a file that must not be."""
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
        order(manifest.version)
        order(manifest.needs_program)
    except (msgspec.MsgspecError, ValueError) as error:
        raise Refused(Reason.NOT_A_RELEASE, str(error)) from error
    if len(manifest.files) > _MOST_FILES or sum(f.size for f in manifest.files.values()) > (
        _MOST_BYTES
    ):
        raise Refused(Reason.UNSAFE, "too much")
    for name, file in manifest.files.items():
        if not _harmless(name, file) or (manifest.kind == "content" and not _content(name, file)):
            raise Refused(Reason.UNSAFE, name)
    return manifest


def order(version: str) -> tuple[int, ...]:
    """A version such that newer ones are greater. Raises ValueError when it is none."""
    if not _VERSION.fullmatch(version):
        raise ValueError(f"{version!r} is no version")
    return tuple(int(part) for part in version.split("."))


def _harmless(name: str, file: File) -> bool:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or str(path) != name or "\\" in name or not name:
        return False
    if name == NAME or "\0" in name:
        return False
    if not file.link:
        return bool(file.sha256)
    # A link may lead to another place of the same release only.
    target = PurePosixPath(file.link)
    if target.is_absolute():
        return False
    depth = len(path.parts) - 1
    for part in target.parts:
        depth += -1 if part == ".." else 1
        if depth < 0:
            return False
    return True


def _content(name: str, file: File) -> bool:
    return _CONTENT_FILE.fullmatch(name) is not None and not file.executable and not file.link
