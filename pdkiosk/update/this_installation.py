"""The installation that this program belongs to: its folder, its keys, its self-test."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Sequence
from pathlib import Path

from pdkiosk import __version__, resources, safe_files
from pdkiosk.system import own_program
from pdkiosk.update import guide_date
from pdkiosk.update.install import Installation, UnusedKey
from pdkiosk.update.minisign import PublicKey, SignatureError
from pdkiosk.update.refusal import Reason, Refused

_SELF_TEST_SECONDS = 180
_KEYS = ("program", "content")  # the keys for each kind: keys/program*.pub, keys/content*.pub
_SITE_KEYS = Path("/etc/pdkiosk/keys")
_ROOT = 0
_NOT_ROOTS = "others than root could have put it there"
_MOST_BYTES = 10_000  # maximum bytes of a key file, which is one line and a comment


def make_installation(root: Path | None, more_keys: Sequence[Path] = ()) -> Installation:
    """The installation that this program belongs to, or the one below ``root``.

    Raises Refused if there is none. Keys that cannot be read are listed in ``unused_keys``.
    """
    place = root or resources.installation()
    if place is None or not place.is_dir():
        raise Refused(Reason.NOT_WRITABLE, "not installed beside other versions; see --root")
    return _installation(place, more_keys)


def make_judge(more_keys: Sequence[Path] = ()) -> Installation:
    """Like ``make_installation``, but only for checking releases: works without an installation."""
    return _installation(resources.installation() or Path("/nonexistent"), more_keys)


def _installation(place: Path, more_keys: Sequence[Path]) -> Installation:
    unused: list[UnusedKey] = []
    given = _read_keys(more_keys, unused)
    site = _site_keys(unused)
    shipped = resources.folder("resources") / "keys"
    program, content = (
        [
            *_read_keys(sorted(shipped.glob(f"{name}*.pub")), unused),
            *(key for path, key in site if path.name.startswith(name)),
            *given,
        ]
        for name in _KEYS
    )
    guide = guide_date.of_guide(resources.folder("resources") / "guide")
    return Installation(
        place,
        __version__,
        program,
        content,
        self_test,
        guide_checked=guide,
        unused_keys=tuple(unused),
    )


def _read_keys(paths: Sequence[Path], unused: list[UnusedKey]) -> list[PublicKey]:
    """The keys in these files; files without a valid key are added to ``unused``."""
    found = []
    for path in paths:
        try:
            found.append(_key(safe_files.read_file(path, _MOST_BYTES)))
        except (OSError, ValueError, SignatureError) as error:
            unused.append(UnusedKey(path, _reason(error)))
    return found


def _site_keys(unused: list[UnusedKey]) -> list[tuple[Path, PublicKey]]:
    """Keys that the administrator has added; checks that nobody else could have added them."""
    found = []
    try:
        with safe_files.Folder(_SITE_KEYS.parent) as above:
            if _SITE_KEYS.name not in above.names():
                return []
            with above.folder(_SITE_KEYS.name) as folder:
                names = sorted(name for name in folder.names() if name.endswith(".pub"))
                names = [name for name in names if name.startswith(_KEYS)]
                for each in (above, folder) if names else ():
                    if not _roots_alone(each.owner, each.mode):
                        unused.append(UnusedKey(each.path, _NOT_ROOTS))
                        return []
                for name in names:
                    try:
                        found.append((_SITE_KEYS / name, _site_key(folder, name)))
                    except (OSError, ValueError, SignatureError) as error:
                        unused.append(UnusedKey(_SITE_KEYS / name, _reason(error)))
    except FileNotFoundError:
        return []
    except OSError as error:
        unused.append(UnusedKey(_SITE_KEYS, _reason(error)))
    return found


def _site_key(folder: safe_files.Folder, name: str) -> PublicKey:
    with safe_files.closing(folder.open(name)) as handle:
        state = os.fstat(handle)
        if not _roots_alone(state.st_uid, state.st_mode):
            raise SignatureError(_NOT_ROOTS)
        return _key(safe_files.read_handle(handle, _MOST_BYTES))


def _roots_alone(owner: int, mode: int) -> bool:
    return owner == _ROOT and not mode & (stat.S_IWGRP | stat.S_IWOTH)


def _key(data: bytes) -> PublicKey:
    return PublicKey.read(data.decode("utf-8"))


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return str(error) if isinstance(error, SignatureError) else "this is no text"


def self_test(program: Path | None, content: Path | None) -> bool:
    """Whether a program (default: this one) passes its self-test with some content (default.

    Its own).
    """
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
