"""The signed manifest of a release: kind, version, dates, and every file with its hash."""

from __future__ import annotations

import datetime
import posixpath
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from pdkiosk.update.refusal import Reason, Refused

NAME = "release.json"
"""The name of the manifest in an installed version."""

_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){1,3}", re.ASCII)
_CONTENT_FILE = re.compile(
    r"resources/(languages\.toml|guide/review\.tsv"
    r"|guide/([a-z0-9_-]+/)*[a-z0-9_-]+\.(toml|msgpack))"
    r"|translations/([A-Za-z_]+/LC_MESSAGES/)?pdkiosk\.(po|pot|mo)"
    r"|translations/[A-Za-z_]+/review\.tsv"
)
_MOST_BYTES = 800_000_000
_MOST_FILES = 20_000
_LONGEST_NAME = 255  # what a plain tar can hold
_DEEPEST = 32
_MOST_LINKS = 4  # links in a chain


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of the payload; ``link`` is the target of a symbolic link, relative to its folder."""

    sha256: Annotated[str, Meta(pattern="^([0-9a-f]{64})?$")] = ""
    size: Annotated[int, Meta(ge=0, le=_MOST_BYTES)] = 0
    executable: bool = False
    link: str = ""


class Payload(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The packed files."""

    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    size: Annotated[int, Meta(ge=0, le=_MOST_BYTES)]


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The manifest of a release. Kind "content" is only guide and translations, without code.

    ``platform`` is like "linux-x86_64", or "any"; ``needs_program`` is the oldest version of the
    program that the content works with.
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
    """Reads a manifest. Raises Refused if it is malformed or names a forbidden file."""
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
    # Check this first, so that nothing below works on endless names.
    if not all(_plain(name) for name in manifest.files):
        raise Refused(Reason.UNSAFE, "a name")
    folders = {str(above) for name in manifest.files for above in PurePosixPath(name).parents}
    for name, file in manifest.files.items():
        # A path through a file or a link would lead to a different place than its name says.
        good = bool(file.sha256) if not file.link else _leads_to_a_file(name, manifest.files)
        if not good or name in folders:
            raise Refused(Reason.UNSAFE, name)
        if manifest.kind == "content" and not _content(name, file):
            raise Refused(Reason.UNSAFE, name)
    return manifest


def order(version: str) -> tuple[int, ...]:
    """A sort key for a version: newer ones are greater. Raises ValueError for anything else."""
    if not _VERSION.fullmatch(version):
        raise ValueError(f"{version!r} is no version")
    return tuple(int(part) for part in version.split("."))


def _plain(name: str) -> bool:
    """Whether a name leads to a single place below its folder and is not too long."""
    path = PurePosixPath(name)
    return (
        0 < len(name.encode("utf-8", "replace")) <= _LONGEST_NAME
        and len(path.parts) <= _DEEPEST
        and not path.is_absolute()
        and ".." not in path.parts
        and str(path) == name
        and "\\" not in name
        and name.isprintable()
        and name != NAME
    )


def _leads_to_a_file(name: str, files: Mapping[str, File]) -> bool:
    """Whether a link leads, through at most a few others, to a file of the same release.

    A link never leads to a folder, so no path goes through a link.
    """
    for _ in range(_MOST_LINKS):
        link = files[name].link
        if not link:
            return True
        if PurePosixPath(link).is_absolute() or len(link) > _LONGEST_NAME:
            return False
        name = posixpath.normpath(posixpath.join(posixpath.dirname(name), link))
        if name not in files:
            return False
    return False


def _content(name: str, file: File) -> bool:
    return _CONTENT_FILE.fullmatch(name) is not None and not file.executable and not file.link
