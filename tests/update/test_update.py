"""Valid releases are installed; others are refused, and nothing changes."""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pdkiosk import resources
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import load_languages, settled
from pdkiosk.update.install import Installation
from pdkiosk.update.refusal import Reason, Refused
from tests.update.releases import (
    CONTENT,
    CONTENT_GUIDE,
    FILES,
    PROGRAM_GUIDE,
    Signer,
    about,
    described,
    installation,
    joined,
    packed,
    put,
    release,
    whole,
)


def refused(place: Installation, file: Path) -> Reason:
    before = tree(place.root)
    with pytest.raises(Refused) as caught:
        place.install(file)
    after = {name for name in tree(place.root) if not name.startswith((".lock", "versions"))}
    assert after <= before
    current = place.root / "current"
    assert not current.is_symlink() or whole(current)
    return caught.value.reason


def tree(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*")}


def test_versions_stand_side_by_side(place: Installation, tmp_path: Path, signer: Signer) -> None:
    links = {"_internal/b.so": "a.so"}
    for version in ("1.1.0", "1.2.0", "1.10.0"):
        place.install(put(tmp_path, release(signer, links=links, version=version)))
    assert os.readlink(place.root / "current") == "versions/1.10.0"
    assert os.readlink(place.root / "previous") == "versions/1.2.0"
    assert sorted(os.listdir(place.root / "versions")) == ["1.10.0", "1.2.0"]
    assert (place.root / "current" / "_internal" / "b.so").read_bytes() == FILES["_internal/a.so"]
    assert place.back() == "1.2.0"
    assert os.readlink(place.root / "current") == "versions/1.2.0"
    with pytest.raises(Refused) as caught:
        place.back()
    assert caught.value.reason is Reason.NOTHING_BEFORE


def test_content_alone(tmp_path: Path, signer: Signer) -> None:
    content = Signer()
    place = installation(tmp_path / "root", signer, content)
    for version in ("2026.11.24", "2026.12.1"):
        data = release(content, CONTENT, kind="content", version=version, platform="any")
        place.install(put(tmp_path, data))
    assert os.readlink(place.root / "content" / "current") == "versions/2026.12.1"
    assert not (place.root / "current").exists()
    assert place.back(content=True) == "2026.11.24"


def test_content_that_does_not_fit_a_newer_program_is_set_aside(
    place: Installation, tmp_path: Path, signer: Signer
) -> None:
    def content(version: str) -> Path:
        data = release(signer, CONTENT, kind="content", version=version, platform="any")
        return put(tmp_path, data)

    shelf = place.root / "content"
    place.install(content("2026.12.1"))
    place.install(put(tmp_path, release(signer, version="1.1.0")))
    assert os.readlink(shelf / "current") == "versions/2026.12.1", "it fits"
    place.passes = lambda program, content: program is None or content is None
    place.install(put(tmp_path, release(signer, version="1.2.0")))
    assert not (shelf / "current").is_symlink()
    assert os.readlink(shelf / "previous") == "versions/2026.12.1"
    with pytest.raises(Refused) as caught:
        place.install(content("2026.12.1"))
    assert caught.value.reason is Reason.OLDER
    place.install(content("2026.12.2"))
    assert place.back() == "1.1.0"
    assert not (shelf / "current").is_symlink(), "nor does it fit the one before"


def _content_of(signer: Signer, version: str, checked: str) -> bytes:
    files = {"resources/guide/papers.toml": b"# other\n", CONTENT_GUIDE: about(checked)}
    return release(signer, files, kind="content", version=version, platform="any")


def _program_of(signer: Signer, version: str, checked: str) -> bytes:
    return release(signer, FILES | {PROGRAM_GUIDE: about(checked)}, version=version)


def test_content_that_was_checked_before_the_programs_guide_is_refused(
    place: Installation, tmp_path: Path, signer: Signer
) -> None:
    place.guide_checked = datetime.date(2026, 11, 24)  # of the program that runs
    older = put(tmp_path, _content_of(signer, "2099.1.1", "2026-11-23"))
    with pytest.raises(Refused) as caught:
        place.check(older)
    assert caught.value.reason is Reason.OLDER
    assert refused(place, older) is Reason.OLDER
    place.install(put(tmp_path, _program_of(signer, "1.1.0", "2027-05-01")))
    assert refused(place, put(tmp_path, _content_of(signer, "2099.1.1", "2027-04-30"))) is (
        Reason.OLDER
    )
    place.install(put(tmp_path, _content_of(signer, "2027.5.1", "2027-05-01")))
    assert os.readlink(place.root / "content" / "current") == "versions/2027.5.1"


def test_a_program_with_a_newer_guide_sets_older_content_aside(
    place: Installation, tmp_path: Path, signer: Signer
) -> None:
    shelf = place.root / "content"
    place.install(put(tmp_path, _program_of(signer, "1.1.0", "2026-11-24")))
    place.install(put(tmp_path, _content_of(signer, "2026.12.1", "2026-12-01")))
    place.install(put(tmp_path, _program_of(signer, "1.2.0", "2026-12-01")))
    assert os.readlink(shelf / "current") == "versions/2026.12.1", "as new as the program's"
    place.install(put(tmp_path, _program_of(signer, "1.3.0", "2027-05-01")))
    assert not (shelf / "current").is_symlink()
    assert os.readlink(shelf / "previous") == "versions/2026.12.1"
    with pytest.raises(Refused) as caught:
        place.back(content=True)
    assert caught.value.reason is Reason.OLDER
    assert not (shelf / "current").is_symlink()


def test_going_back_to_a_program_with_a_newer_guide_sets_older_content_aside(
    place: Installation, tmp_path: Path, signer: Signer
) -> None:
    place.install(put(tmp_path, _program_of(signer, "1.1.0", "2027-05-01")))
    place.install(put(tmp_path, _program_of(signer, "1.2.0", "2026-11-24")))
    place.install(put(tmp_path, _content_of(signer, "2026.12.1", "2026-12-01")))
    assert place.back() == "1.1.0"
    assert not (place.root / "content" / "current").is_symlink()


def test_the_day_of_this_guide_is_found() -> None:
    from pdkiosk.guide.loader import load_guide
    from pdkiosk.update.this_installation import make_judge

    guide = load_guide(resources.path("guide"))
    assert str(make_judge().guide_checked) == guide.about.checked


def test_who_signs_content_does_not_sign_programs(tmp_path: Path, signer: Signer) -> None:
    content = Signer()
    place = installation(tmp_path / "root", signer, content)
    assert refused(place, put(tmp_path, release(content))) is Reason.WRONG_SIGNATURE


@pytest.mark.parametrize(
    "name",
    ["resources/guide/x.py", "pdkiosk", "translations/es/LC_MESSAGES/other.mo", "resources/a.toml",
     "resources/guide/../../x.toml", "translations/es/pdkiosk.so"],
)  # fmt: skip
def test_content_holds_no_code(
    place: Installation, tmp_path: Path, signer: Signer, name: str
) -> None:
    data = release(signer, {name: b"x"}, kind="content", platform="any")
    assert refused(place, put(tmp_path, data)) is Reason.UNSAFE


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x", "a//b", "./a", "a\\b", "", "a\0b"])
def test_no_file_leaves_its_folder(
    place: Installation, tmp_path: Path, signer: Signer, name: str
) -> None:
    payload = packed({"pdkiosk": b"x"})
    manifest = described({name: b"x"}, payload)
    data = joined(manifest, signer.sign(manifest), payload)
    assert refused(place, put(tmp_path, data)) is Reason.UNSAFE


@pytest.mark.parametrize("target", ["/etc/passwd", "../x", "../../x"])
def test_no_link_leaves_it_either(
    place: Installation, tmp_path: Path, signer: Signer, target: str
) -> None:
    data = release(signer, {"pdkiosk": b"x"}, {"link": target})
    assert refused(place, put(tmp_path, data)) is Reason.UNSAFE


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"version": "1.0.0"}, Reason.OLDER),
        ({"version": "0.9"}, Reason.OLDER),
        ({"expires": datetime.date(2026, 11, 23)}, Reason.EXPIRED),
        ({"platform": "windows-amd64"}, Reason.NOT_FOR_HERE),
        ({"needs_program": "1.0.1"}, Reason.NOT_FOR_HERE),
        ({"version": "1.x"}, Reason.NOT_A_RELEASE),
    ],
)
def test_what_does_not_fit(
    place: Installation,
    tmp_path: Path,
    signer: Signer,
    fields: dict[str, Any],
    reason: Reason,
) -> None:
    assert refused(place, put(tmp_path, release(signer, **fields))) is reason


def test_another_signer(place: Installation, tmp_path: Path) -> None:
    assert refused(place, put(tmp_path, release(Signer()))) is Reason.WRONG_SIGNATURE


def test_no_key(place: Installation, tmp_path: Path, signer: Signer) -> None:
    place.keys = []
    assert refused(place, put(tmp_path, release(signer))) is Reason.NO_KEY


def test_mixed_releases(place: Installation, tmp_path: Path, signer: Signer) -> None:
    ours, theirs = packed(FILES), packed({**FILES, "pdkiosk": b"#!/bin/ls\n"})
    manifest = described(FILES, ours)
    data = joined(manifest, signer.sign(manifest), theirs)
    assert refused(place, put(tmp_path, data)) is Reason.MIXED


@pytest.mark.parametrize(
    "files",
    [{**FILES, "more": b"x"}, {"pdkiosk": b"x"}, {**FILES, "pdkiosk": b"#!/bin/ls\n"},
     {**FILES, "pdkiosk": b"longer than it should be"}],
)  # fmt: skip
def test_a_payload_with_other_files(
    place: Installation, tmp_path: Path, signer: Signer, files: dict[str, bytes]
) -> None:
    payload = packed(files)
    manifest = described(FILES, payload)
    data = joined(manifest, signer.sign(manifest), payload)
    assert refused(place, put(tmp_path, data)) is Reason.MIXED


def test_cut_at_every_place(place: Installation, tmp_path: Path, signer: Signer) -> None:
    data = release(signer)
    reasons = {}
    for length in range(0, len(data) - 10240, 97):
        reasons[length] = refused(place, put(tmp_path, data[:length]))
    assert set(reasons.values()) <= {Reason.TRUNCATED, Reason.NOT_A_RELEASE}
    assert all(reason is Reason.TRUNCATED for length, reason in reasons.items() if length > 512)


def test_one_bit_in_every_block(place: Installation, tmp_path: Path, signer: Signer) -> None:
    data = release(signer)
    end = len(data.rstrip(b"\0"))
    for at in range(0, end, 61):
        broken = bytearray(data)
        broken[at] ^= 0x10
        try:
            place.check(put(tmp_path, bytes(broken)))
        except Refused:
            continue
        # A time or an owner in the head of a tar member counts for nothing.
        installed = place.check(put(tmp_path, bytes(broken)))
        assert installed == place.check(put(tmp_path, data))


def test_a_version_that_does_not_work(place: Installation, tmp_path: Path, signer: Signer) -> None:
    place.install(put(tmp_path, release(signer)))
    place.passes = lambda program, content: False
    data = release(signer, version="1.2.0")
    assert refused(place, put(tmp_path, data)) is Reason.SELF_TEST
    assert os.readlink(place.root / "current") == "versions/1.1.0"
    assert os.listdir(place.root / "versions") == ["1.1.0"]


def test_two_at_a_time(place: Installation, tmp_path: Path, signer: Signer) -> None:
    inner: list[Reason] = []
    file = put(tmp_path, release(signer))

    def passes(program: Path | None, content: Path | None) -> bool:
        with pytest.raises(Refused) as caught:
            place.install(file)
        inner.append(caught.value.reason)
        return True

    place.passes = passes
    place.install(file)
    assert inner == [Reason.BUSY]


@pytest.mark.parametrize("nothing", ["missing", "folder", "empty", "text"])
def test_no_release_at_all(place: Installation, tmp_path: Path, nothing: str) -> None:
    path = tmp_path / nothing
    match nothing:
        case "folder":
            path.mkdir()
        case "empty":
            path.touch()
        case "text":
            path.write_text("hello")
    assert refused(place, path) in (Reason.UNREADABLE, Reason.NOT_A_RELEASE)


def test_every_reason_has_words_in_every_language() -> None:
    catalogs = Catalogs(resources.folder("translations"))
    for reason in Reason:
        texts = {code: catalogs.text(reason.message, code) for code in settled(load_languages())}
        assert all(texts.values()) and texts["es"] != texts["en"]


# Killed at every step


_STEPS = ("open", "mkdir", "rename", "replace", "symlink", "unlink", "rmdir", "fsync", "chmod")


def _killed_at(step: int, work: Callable[[], object]) -> bool:
    """Runs the work in a copy of this process that dies before its n-th change of the disk."""
    pid = os.fork()
    if pid == 0:
        count = 0

        def counting(call: Callable[..., object]) -> Callable[..., object]:
            def counted(*arguments: object, **named: object) -> object:
                nonlocal count
                count += 1
                if count > step:
                    os._exit(137)
                return call(*arguments, **named)

            return counted

        for name in _STEPS:
            setattr(os, name, counting(getattr(os, name)))
        work()
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 137)
    return os.waitstatus_to_exitcode(status) == 137


def test_killed_at_every_step(tmp_path: Path, signer: Signer) -> None:
    ready = tmp_path / "ready"
    place = installation(ready, signer)
    for version in ("1.1.0", "1.2.0"):
        place.install(put(tmp_path, release(signer, version=version)))
    file = put(tmp_path, release(signer, version="1.3.0"))
    seen = set()
    step = 0
    while True:
        root = tmp_path / "root"
        shutil.copytree(ready, root, symlinks=True)
        place = installation(root, signer)
        killed = _killed_at(step, lambda place=place: place.install(file))  # type: ignore[misc]
        seen.add(os.readlink(root / "current"))
        assert whole(root / "current")
        if not killed:
            break
        if os.readlink(root / "current") != "versions/1.3.0":
            place.install(file)
        assert os.readlink(root / "current") == "versions/1.3.0"
        assert whole(root / "current") and whole(root / "previous")
        shutil.rmtree(root)
        step += 1
    print(f"killed at each of {step} steps; started again each time")
    assert seen == {"versions/1.2.0", "versions/1.3.0"}
    assert step > 20


def test_going_back_killed_at_every_step(tmp_path: Path, signer: Signer) -> None:
    ready = tmp_path / "ready"
    place = installation(ready, signer)
    for version in ("1.1.0", "1.2.0"):
        place.install(put(tmp_path, release(signer, version=version)))
    step = 0
    while True:
        root = tmp_path / "root"
        shutil.copytree(ready, root, symlinks=True)
        place = installation(root, signer)
        killed = _killed_at(step, place.back)
        assert whole(root / "current")
        shutil.rmtree(root)
        if not killed:
            break
        step += 1
    assert step > 2


# Signatures
