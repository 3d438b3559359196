"""The installation that this program belongs to: its folder, its keys, its self-test."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Sequence
from pathlib import Path

from pdkiosk import __version__, resources
from pdkiosk.system import own_program
from pdkiosk.update import guide_date
from pdkiosk.update.install import Installation
from pdkiosk.update.minisign import PublicKey, SignatureError
from pdkiosk.update.refusal import Reason, Refused

_SELF_TEST_SECONDS = 180
_KEYS = ("program", "content")  # who signs what: keys/program*.pub, keys/content*.pub
_SITE_KEYS = Path("/etc/pdkiosk/keys")
_ROOT = 0


def make_installation(root: Path | None, more_keys: Sequence[Path] = ()) -> Installation:
    """The installation that this program belongs to, or the one below ``root``.

    Raises Refused when there is none, or a key cannot be read.
    """
    place = root or resources.installation()
    if place is None or not place.is_dir():
        raise Refused(Reason.NOT_WRITABLE, "not installed beside other versions; see --root")
    return _installation(place, more_keys)


def make_judge() -> Installation:
    """The same, only to check releases: also for a program that is not installed at all.

    Raises Refused when a key cannot be read.
    """
    return _installation(resources.installation() or Path("/nonexistent"), ())


def _installation(place: Path, more_keys: Sequence[Path]) -> Installation:
    given = [_key(path) for path in more_keys]
    program, content = ([*_keys(name), *given] for name in _KEYS)
    guide = guide_date.of_guide(resources.folder("resources") / "guide")
    return Installation(place, __version__, program, content, self_test, guide_checked=guide)


def _keys(name: str) -> list[PublicKey]:
    shipped = sorted((resources.folder("resources") / "keys").glob(f"{name}*.pub"))
    return [_key(path) for path in (*shipped, *_site_keys(name))]


def _site_keys(name: str) -> list[Path]:
    """Keys that the administrator has put here. Raises Refused when others could have."""
    found = sorted(_SITE_KEYS.glob(f"{name}*.pub"))
    for path in (_SITE_KEYS.parent, _SITE_KEYS, *found) if found else ():
        status = path.stat()
        if status.st_uid != _ROOT or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            raise Refused(Reason.NO_KEY, f"{path}: not root's alone")
    return found


def _key(path: Path) -> PublicKey:
    try:
        return PublicKey.read(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, SignatureError) as error:
        raise Refused(Reason.NO_KEY, f"{path}: {error}") from error


def self_test(program: Path | None, content: Path | None) -> bool:
    """Whether a program (or this one) passes its own test with some content (or its own)."""
    command = [str(program / "pdkiosk")] if program is not None else own_program()
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        resources.CONTENT: str(content or ""),
    }
    try:
        ended = subprocess.run(
            [*command, "--self-test"],
            env=environment,
            timeout=_SELF_TEST_SECONDS,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0
