"""Installs a release beside the running one, and switches to it once it passes its self-test.

    ROOT/versions/1.2.0/     a version, whole, with its ``release.json``
    ROOT/current             a link to the one that starts
    ROOT/previous            a link to the one before

Content (only guide and translations) is organized the same way in ``ROOT/content``. A link is
switched by one rename: even if the machine stops, ``current`` leads to a complete version.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from pdkiosk.safe_files import closing
from pdkiosk.update import guide_date
from pdkiosk.update import manifest as manifests
from pdkiosk.update.manifest import Manifest, order
from pdkiosk.update.minisign import PublicKey
from pdkiosk.update.refusal import Reason, Refused, plain_errors
from pdkiosk.update.release import Content, Release, opened, signed

_INCOMING = ".incoming"


class UnusedKey(Struct, frozen=True):
    """A key file, or the folder of keys, that cannot be used, and why (for the technician)."""

    path: Path
    reason: str


class Installation(Struct):
    """The installation below ``root``.

    ``passes`` runs the self-test of the program in the first folder (or the running one), with the
    content in the second folder (or the program's own). ``guide_checked`` is the day for the guide
    of the running program. ``unused_keys`` lists key files that cannot be used, each with the
    reason; the other keys still count.
    """

    root: Path
    program_version: str
    keys: Sequence[PublicKey]
    content_keys: Sequence[PublicKey]
    passes: Callable[[Path | None, Path | None], bool]
    today: Callable[[], datetime.date] = datetime.date.today
    guide_checked: datetime.date | None = None
    unused_keys: Sequence[UnusedKey] = ()

    def check(self, file: Path) -> Manifest:
        """Checks whether a release could be installed now; returns its manifest. Raises Refused."""
        with self._opened(file) as release:
            return release.manifest

    def install(self, file: Path) -> Manifest:
        """Installs a release and switches to it. Raises Refused and leaves everything unchanged."""
        with plain_errors(), self._opened(file) as release, self._alone():
            shelf = self._shelf(release.manifest)
            self._newer(release)  # check again, now that no other update can run
            with self._incoming(release, shelf) as incoming:
                self._unpack(release, incoming)
                if not self._works(release.manifest, incoming):
                    raise Refused(Reason.SELF_TEST)
                fits = release.manifest.kind == "content" or self._content_fits(incoming)
                target = shelf / "versions" / release.manifest.version
                if target.exists():  # from an earlier attempt that was never switched to
                    shutil.rmtree(target)
                incoming.rename(target)
            _sync(target.parent)
            if not fits:
                self._set_content_aside()
            self._switch(shelf, target)
            _tidy(shelf)
            return release.manifest

    def back(self, *, content: bool = False) -> str:
        """Goes back to the version before; returns it. Raises Refused if there is none."""
        shelf = self._content if content else self.root
        with plain_errors(), self._alone():
            current, previous = _target(shelf / "current"), _target(shelf / "previous")
            if previous is None or previous == current:
                raise Refused(Reason.NOTHING_BEFORE)
            if content:
                self._not_older_than_the_program(guide_date.of_version(previous))
            if not self.passes(*((None, previous) if content else (previous, None))):
                raise Refused(Reason.SELF_TEST)
            if not content and not self._content_fits(previous):
                self._set_content_aside()
            _link(shelf / "current", previous)
            return previous.name

    def before(self, *, content: bool = False) -> str:
        """The version that ``back`` would go to; "" if there is none."""
        shelf = self._content if content else self.root
        current, previous = _target(shelf / "current"), _target(shelf / "previous")
        return previous.name if previous is not None and previous != current else ""

    def _content_fits(self, program: Path) -> bool:
        """Whether a program works with the separately updated content and has no newer guide."""
        content = _target(self._content / "current")
        if content is None:
            return True
        if guide_date.is_older(guide_date.of_version(content), guide_date.of_version(program)):
            return False
        return self.passes(program, content)

    def _set_content_aside(self) -> None:
        """Switches to the program's own content, which is newer."""
        (self._content / "current").replace(self._content / "previous")
        _sync(self._content)

    @property
    def _content(self) -> Path:
        return self.root / "content"

    def _shelf(self, manifest: Manifest) -> Path:
        return self._content if manifest.kind == "content" else self.root

    @contextlib.contextmanager
    def _opened(self, file: Path) -> Iterator[Release]:
        with opened(file, [*self.keys, *self.content_keys]) as release:
            manifest = release.manifest
            if manifest.kind == "program" and self.content_keys:
                # A key for content must not be able to change the program.
                signed(release.manifest_bytes, release.signature, self.keys)
            if manifest.platform not in ("any", here()):
                raise Refused(Reason.NOT_FOR_HERE, manifest.platform)
            if order(manifest.needs_program) > order(self.program_version):
                raise Refused(Reason.NOT_FOR_HERE, f"needs {manifest.needs_program}")
            if manifest.expires < self.today():
                raise Refused(Reason.EXPIRED, manifest.expires.isoformat())
            self._newer(release)
            yield release

    def _newer(self, release: Release) -> None:
        manifest = release.manifest
        shelf = self._shelf(manifest)
        current = _target(shelf / "current") or _target(shelf / "previous")
        installed = current.name if current is not None else "0.0"
        if manifest.kind == "program" and order(installed) < order(self.program_version):
            installed = self.program_version
        if order(manifest.version) <= order(installed):
            raise Refused(Reason.OLDER, f"{manifest.version} <= {installed}")
        if manifest.kind == "content":
            self._not_older_than_the_program(guide_date.of_release(release))

    def _not_older_than_the_program(self, content: datetime.date | None) -> None:
        """Refuses content that is older than the program's own guide."""
        program = _target(self.root / "current")
        own = (
            guide_date.of_version(program) if program is not None else None
        ) or self.guide_checked
        if guide_date.is_older(content, own):
            raise Refused(Reason.OLDER, f"its guide was checked on {content}, before {own}")

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Makes sure that no other update runs. The lock ends with the process, however it ends."""
        if sys.platform == "win32":  # on Windows the installer does updates: see docs/windows.md
            raise Refused(Reason.NOT_FOR_HERE, "win32")
        import fcntl

        with (self.root / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise Refused(Reason.BUSY) from None
            yield

    @contextlib.contextmanager
    def _incoming(self, release: Release, shelf: Path) -> Iterator[Path]:
        """A new folder beside the versions; it is removed unless it has been moved into place."""
        versions = shelf / "versions"
        versions.mkdir(parents=True, exist_ok=True)
        for left in versions.glob(f"{_INCOMING}*"):  # left by an interrupted run
            shutil.rmtree(left)
        incoming = versions / f"{_INCOMING}-{release.manifest.version}"
        incoming.mkdir()
        try:
            yield incoming
        finally:
            if incoming.exists():
                shutil.rmtree(incoming, ignore_errors=True)

    def _unpack(self, release: Release, incoming: Path) -> None:
        """Unpacks the files of a release, checking each against the signed manifest."""
        for name, content in release.files():
            path = incoming / name
            path.parent.mkdir(parents=True, exist_ok=True)
            known = release.manifest.files[name]
            if content is None:
                path.symlink_to(known.link)
            else:
                _copy(content, path, 0o755 if known.executable else 0o644)
        (incoming / manifests.NAME).write_bytes(release.manifest_bytes)
        _sync_all(incoming)

    def _works(self, manifest: Manifest, folder: Path) -> bool:
        if manifest.kind == "content":
            return self.passes(None, folder)
        return self.passes(folder, None)

    def _switch(self, shelf: Path, target: Path) -> None:
        current = _target(shelf / "current")
        if current is not None:
            _link(shelf / "previous", current)
        _link(shelf / "current", target)


def here() -> str:
    """The platform of this machine, as named in manifests."""
    return f"{platform.system().lower()}-{platform.machine().lower()}"


def _target(link: Path) -> Path | None:
    """The version that a link leads to; None if it leads nowhere."""
    if not link.is_symlink():
        return None
    target = link.parent / os.readlink(link)
    return target if target.is_dir() else None


def _link(link: Path, target: Path) -> None:
    """Makes a link lead to a version, by one rename."""
    beside = link.with_name(f".{link.name}.new")
    beside.unlink(missing_ok=True)
    beside.symlink_to(target.relative_to(link.parent))
    beside.replace(link)
    _sync(link.parent)


def _tidy(shelf: Path) -> None:
    """Removes versions that no link leads to."""
    kept = {_target(shelf / "current"), _target(shelf / "previous")}
    for version in (shelf / "versions").iterdir():
        if version not in kept:
            shutil.rmtree(version)


def _copy(content: Content, path: Path, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        while block := content.read():
            file.write(block)
    path.chmod(mode)


def _sync_all(folder: Path) -> None:
    """Syncs every file and folder to the disk."""
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place) / name
            if not path.is_symlink():
                _sync(path)
        _sync(Path(place))


def _sync(path: Path) -> None:
    with closing(os.open(path, os.O_RDONLY)) as descriptor:
        os.fsync(descriptor)
