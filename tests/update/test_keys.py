"""Keys and signatures: minisign itself, malformed keys, and keys that others could have added."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from pdkiosk.update import this_installation
from pdkiosk.update.minisign import PublicKey, SignatureError, verify
from pdkiosk.update.refusal import Reason, Refused


def test_the_tool_itself(tmp_path: Path) -> None:
    if not shutil.which("minisign"):
        pytest.skip("minisign is not installed")
    data = tmp_path / "data"
    data.write_bytes(b"signed" * 1000)
    made = ["minisign", "-G", "-W", "-p", "k.pub", "-s", "k.sec"]
    signed = ["minisign", "-S", "-s", "k.sec", "-m", "data", "-t", "version 1"]
    for command in (made, signed):
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    key = PublicKey.read((tmp_path / "k.pub").read_text())
    signature = (tmp_path / "data.minisig").read_text()
    assert verify(data.read_bytes(), signature, [key]) == "version 1"
    with pytest.raises(SignatureError):
        verify(data.read_bytes() + b"x", signature, [key])
    with pytest.raises(SignatureError):
        verify(data.read_bytes(), signature.replace("version 1", "version 2"), [key])


@pytest.mark.parametrize("text", ["", "untrusted comment: x", "RWQ", "é", "A" * 56])
def test_what_is_no_key(text: str) -> None:
    with pytest.raises(SignatureError):
        PublicKey.read(text)


def test_keys_that_others_than_root_could_have_put_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pdkiosk.update import this_installation

    folder = tmp_path / "etc" / "keys"
    folder.mkdir(parents=True)
    (folder / "program.pub").write_text(
        "untrusted comment: x\nRWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3\n"
    )
    monkeypatch.setattr(this_installation, "_SITE_KEYS", folder)
    monkeypatch.setattr(this_installation, "_ROOT", os.geteuid())
    assert len(this_installation.make_judge().keys) == 1
    for path in (folder.parent, folder, folder / "program.pub"):
        mode = path.stat().st_mode
        path.chmod(0o777)
        judge = this_installation.make_judge()
        assert judge.keys == []
        assert [key.path for key in judge.unused_keys] == [path]
        path.chmod(mode)
    monkeypatch.setattr(this_installation, "_ROOT", os.geteuid() + 1)
    assert this_installation.make_judge().keys == []
    with pytest.raises(Refused) as caught:
        this_installation.make_judge().check(tmp_path / "any")
    assert caught.value.reason is Reason.NO_KEY


KEY = "untrusted comment: x\nRWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3\n"


@pytest.mark.parametrize("kind", ["text", "no text", "pipe", "link", "folder", "huge", "open"])
def test_a_key_that_cannot_be_read_is_named_and_the_others_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    folder = tmp_path / "etc" / "keys"
    folder.mkdir(parents=True)
    (folder / "program-good.pub").write_text(KEY)
    bad = folder / "program-bad.pub"
    match kind:
        case "text":
            bad.write_text("hello")
        case "no text":
            bad.write_bytes(b"\xff\xfe\0")
        case "pipe":
            os.mkfifo(bad)
        case "link":
            bad.symlink_to("program-good.pub")
        case "folder":
            bad.mkdir()
        case "huge":
            with bad.open("wb") as file:
                file.truncate(5_000_000_000)
        case "open":
            bad.write_text(KEY)
            bad.chmod(0o666)
    monkeypatch.setattr(this_installation, "_SITE_KEYS", folder)
    monkeypatch.setattr(this_installation, "_ROOT", os.geteuid())
    start = time.perf_counter()
    judge = this_installation.make_judge()
    assert time.perf_counter() - start < 1
    assert len(judge.keys) == 1 and judge.content_keys == []
    assert [key.path for key in judge.unused_keys] == [bad]
    assert judge.unused_keys[0].reason
    if kind == "open":  # given by name, it is the administrator's choice
        return
    given = this_installation._installation(tmp_path, [folder / "program-good.pub", bad])
    assert len(given.keys) == 2 and bad in [key.path for key in given.unused_keys]
