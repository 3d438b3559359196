"""``pdkiosk update``: installs a signed release from a file, or goes back to the one before."""

from __future__ import annotations

import argparse
from pathlib import Path

from pdkiosk import resources
from pdkiosk.commands.output import complain, say
from pdkiosk.exit_codes import FAILED
from pdkiosk.language.catalogs import SOURCE_LANGUAGE, Catalogs
from pdkiosk.places import state_folder
from pdkiosk.update import service_request
from pdkiosk.update.install import Installation
from pdkiosk.update.refusal import Refused
from pdkiosk.update.service_request import Request
from pdkiosk.update.this_installation import make_installation


def update(options: argparse.Namespace) -> int:
    """Does what the command line asks for; returns the exit code."""
    if options.handed_over:
        return _handed_over(options)
    try:
        installation = _installation(options)
        if options.back or options.content_back:
            version = installation.back(content=options.content_back)
            say(f"Back to {version}. Restart the program.")
        elif options.check:
            found = installation.check(options.release)
            say(f"{found.kind} {found.version}, of {found.built}: can be installed.")
        else:
            found = installation.install(options.release)
            say(f"{found.kind} {found.version} is installed. Restart the program.")
    except Refused as refused:
        complain(explained(refused))
        return FAILED
    return 0


def _installation(options: argparse.Namespace) -> Installation:
    """The installation; prints the names of keys that cannot be used. Raises Refused."""
    installation = make_installation(options.root, options.key)
    for unused in installation.unused_keys:
        complain(f"Not used: the key {unused.path} ({unused.reason})")
    return installation


def explained(refused: Refused) -> str:
    """The refusal in English, with its code and place for the technician."""
    text = Catalogs(resources.folder("translations")).text(refused.reason.message, SOURCE_LANGUAGE)
    place = f": {refused.detail}" if refused.detail else ""
    return f"{text} ({refused.reason.value}{place})"


def _handed_over(options: argparse.Namespace) -> int:
    """Does what the staff page asked for, and writes the answer for the staff page to read."""
    state: Path = options.handed_over
    updates = state_folder()
    code = "update-failed"  # the answer that remains if an error kills this program
    try:
        with service_request.take_request(state, updates) as taken:
            code = "" if taken is None else _done(_installation(options), *taken)
    except Refused as refused:
        code = refused.reason.value
        complain(explained(refused))
        return FAILED
    finally:
        if code:
            service_request.write_result(updates, code)
    say(code or "nothing was handed over")
    return 0


def _done(installation: Installation, request: Request, release: Path) -> str:
    match request:
        case Request.RELEASE:
            found = installation.install(release)
            return "update-content-done" if found.kind == "content" else "update-done"
        case Request.BACK:
            installation.back()
            return "update-back"
        case Request.CONTENT_BACK:
            installation.back(content=True)
            return "update-content-back"
