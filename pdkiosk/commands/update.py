"""``pdkiosk update``: installs a signed release from a file, or goes back to the one before."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from pdkiosk import __version__, resources
from pdkiosk.language.catalogs import SOURCE_LANGUAGE, Catalogs
from pdkiosk.update.install import Installation
from pdkiosk.update.minisign import PublicKey, SignatureError
from pdkiosk.update.reason import Reason, Refused

REFUSED = 1
_SELF_TEST_SECONDS = 180
_KEYS = ("program", "content")  # who signs what: keys/program*.pub, keys/content*.pub
_SITE_KEYS = Path("/etc/pdkiosk/keys")


def update(options: argparse.Namespace) -> int:
    """Does what the command line asks; returns the exit code."""
    try:
        installation = make_installation(options.root, options.key)
        if options.back or options.content_back:
            version = installation.back(content=options.content_back)
            print(f"Back to {version}. Start the program anew.")
        elif options.check:
            found = installation.check(options.release)
            print(f"{found.kind} {found.version}, of {found.built}: can be installed.")
        else:
            found = installation.install(options.release)
            print(f"{found.kind} {found.version} is installed. Start the program anew.")
    except Refused as refused:
        print(explained(refused), file=sys.stderr)
        return REFUSED
    return 0


def explained(refused: Refused) -> str:
    """The refusal in English, with its code and place for whoever is asked."""
    text = Catalogs(resources.folder("translations")).text(refused.reason.message, SOURCE_LANGUAGE)
    place = f": {refused.detail}" if refused.detail else ""
    return f"{text} ({refused.reason.value}{place})"


def make_installation(root: Path | None, more_keys: list[Path]) -> Installation:
    """The installation that this program belongs to, or the one below ``root``.

    Raises Refused when there is none, or a key can not be read.
    """
    place = root or resources.installation()
    if place is None or not place.is_dir():
        raise Refused(Reason.NOT_WRITABLE, "not installed beside other versions; see --root")
    given = [_key(path) for path in more_keys]
    program, content = ([*_keys(name), *given] for name in _KEYS)
    return Installation(place, __version__, program, content, self_test)


def _keys(name: str) -> list[PublicKey]:
    folders = (resources.folder("resources") / "keys", _SITE_KEYS)
    return [_key(path) for folder in folders for path in sorted(folder.glob(f"{name}*.pub"))]


def _key(path: Path) -> PublicKey:
    try:
        return PublicKey.read(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, SignatureError) as error:
        raise Refused(Reason.NO_KEY, f"{path}: {error}") from error


def self_test(program: Path | None, content: Path | None) -> bool:
    """Whether a version passes its own test: the program in a folder, or ours with content."""
    if program is not None:
        command = [str(program / "pdkiosk"), "--self-test"]
    elif getattr(sys, "frozen", False):
        command = [sys.executable, "--self-test"]
    else:
        command = [sys.executable, "-P", "-m", "pdkiosk", "--self-test"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if content is not None:
        environment[resources.CONTENT] = str(content)
    try:
        ended = subprocess.run(
            command,
            env=environment,
            timeout=_SELF_TEST_SECONDS,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0
