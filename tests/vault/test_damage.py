"""Files that were changed, truncated, extended or forged: refused with a reason, cheaply."""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from pdkiosk.vault import seal
from pdkiosk.vault.saves import Work
from pdkiosk.vault.seal import HEADER, LARGEST, STANDARD, Cost, Key
from pdkiosk.vault.shelf import Shelf
from pdkiosk.vault.trouble import Trouble, VaultError
from tests import needs
from tests.vault.kit import (
    CHEAP,
    WORDS,
    Clock,
    Stopwatch,
    cheap_shelf,
    content,
    new_work,
    number_in,
    opened,
)

MEGABYTE = 1_000_000
WORK = Work("sun", 1)


def mutated(file: bytes, dice: random.Random) -> bytes:
    out = bytearray(file)
    kind = dice.randrange(10)
    if kind == 0:
        del out[dice.randrange(len(out)) :]
    elif kind == 1:
        out += dice.randbytes(dice.choice([1, 4096, 100_000]))
    elif kind == 2:
        out = bytearray(dice.randbytes(dice.choice([0, 1, 99, 100, 4096, 8192])))
    elif kind == 3:
        # What the file says its key costs, and its size, at their most greedy.
        out[10:20] = dice.choice([b"\1", b"\2", b"\xff"]) + dice.randbytes(9)
    elif kind == 4:
        out[12:16] = dice.choice([65_537, 2**31, 2**32 - 1, 0]).to_bytes(4, "big")
    elif kind == 5:
        out[8:20] = dice.choice([b"\0", b"\xff"]) * 12
    elif kind == 6:
        start = dice.randrange(len(out))
        out[start : start + 512] = bytes(len(out[start : start + 512]))
    elif kind == 7:
        a, b = sorted(dice.sample(range(0, len(out), 512), 2))
        out[a : a + 512], out[b : b + 512] = out[b : b + 512], out[a : a + 512]
    else:
        for _ in range(dice.choice([1, 1, 1, 2, 8])):
            place = dice.randrange(HEADER) if dice.random() < 0.6 else dice.randrange(len(out))
            out[place] ^= 1 << dice.randrange(8)
    return bytes(out)


def lay(folder: Path, file: bytes, previous: bytes | None) -> None:
    place = folder / "sun" / "1"
    place.mkdir(parents=True, exist_ok=True)
    for old in place.iterdir():
        old.unlink()
    (place / "00000002.work").write_bytes(file)
    if previous is not None:
        (place / "00000001.work").write_bytes(previous)


def peak() -> int:
    """The most memory that this process held since the last ``forget_peak``, in bytes.

    0 where the system does not tell.
    """
    if sys.platform != "linux":
        return 0
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def forget_peak() -> int:
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return peak()


def sealed_with(cost: Cost, number: int) -> bytes:
    key = seal.derive(WORDS, b"a salt of a work", cost)
    return seal.seal(content(number), key, saved=20_000, deletion=20_060, generation=number)


def refused(shelf: Shelf, with_previous: bool, only_version: bool) -> str:
    """What opening says, which must be right for a file that was changed."""
    try:
        shelf.find("sun", 1)
        found = shelf.open(WORK, WORDS)
    except VaultError as failure:
        assert failure.trouble in (Trouble.WRONG_OR_DAMAGED, Trouble.NEWER_FORMAT)
        assert not with_previous and not only_version
        return failure.trouble.name
    if only_version:
        assert not found.older and number_in(found.data) == 2
        return "only its version was off"
    assert with_previous and found.older and number_in(found.data) == 1
    return "the save before opened"


@pytest.mark.parametrize("times", [300, pytest.param(10_000, marks=pytest.mark.whole)])
def test_mutated_files(
    tmp_path: Path,
    times: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    costs: list[Cost] = []
    real = seal.derive

    def derive(passphrase: str, salt: bytes, cost: Cost) -> Key:
        costs.append(cost)
        return real(passphrase, salt, cost)

    monkeypatch.setattr(seal, "derive", derive)
    # One in ten as people have it; the cost of the key is the same for all the others.
    originals = {
        cost: [sealed_with(cost, number) for number in (1, 2)] for cost in (CHEAP, STANDARD)
    }
    costs.clear()
    shelf = Shelf(tmp_path, 60, clock=(clock := Clock()), boot=clock.boot)
    dice = random.Random(7)
    troubles: Counter[str] = Counter()
    slowest, highest = 0.0, 0
    for count in range(times):
        older, newer = originals[STANDARD if count % 10 == 0 else CHEAP]
        file = mutated(newer, dice)
        if file == newer:
            continue
        with_previous = count % 4 == 1
        lay(tmp_path, file, older if with_previous else None)
        clock.pass_days(1)
        base = forget_peak()
        watch = Stopwatch()
        said = refused(shelf, with_previous, file[:8] + newer[8:10] + file[10:] == newer)
        slowest = max(slowest, watch.seconds())
        highest = max(highest, peak() - base)
        troubles[said] += 1
    assert slowest < 1
    assert highest < 100 * MEGABYTE
    assert all(cost.memory <= 65_536 and cost.passes <= 4 and cost.lanes <= 4 for cost in costs)
    assert len({*troubles} - {"only its version was off"}) == 3
    assert min(count for said, count in troubles.items() if "version" not in said) > times / 100
    with capsys.disabled():
        print(
            f"\n{sum(troubles.values())} mutated files: {dict(troubles)}; slowest {slowest:.2f} s,"
            f" most memory above the base {highest / MEGABYTE:.0f} MB,"
            f" {len(costs)} keys derived"
        )


@needs.linux
def test_the_measure_of_memory_sees_a_greedy_key() -> None:
    base = forget_peak()
    kept = b"\1" * (120 * MEGABYTE)
    assert peak() - base > 100 * MEGABYTE
    del kept


@pytest.mark.parametrize(
    "cost",
    [Cost(65_537), Cost(2**32 - 1), Cost(passes=5), Cost(passes=0), Cost(lanes=5), Cost(lanes=0),
     Cost(memory=31)],
)  # fmt: skip
def test_a_cost_beyond_the_caps_is_refused_before_it_is_paid(
    tmp_path: Path, cost: Cost, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = bytearray(sealed_with(CHEAP, 2))
    file[11:20] = (
        bytes([cost.lanes]) + cost.passes.to_bytes(4, "big") + cost.memory.to_bytes(4, "big")
    )
    lay(tmp_path, bytes(file), None)
    monkeypatch.setattr(seal, "derive", None)
    with pytest.raises(VaultError) as refusal:
        Shelf(tmp_path, 60).open(WORK, WORDS)
    assert refusal.value.trouble is Trouble.WRONG_OR_DAMAGED


def test_wrong_words_and_damage_are_the_same(tmp_path: Path) -> None:
    file = sealed_with(CHEAP, 2)
    said = []
    for laid, words in (
        (file, WORDS + " x"),
        (file, ""),
        (file[:-1] + bytes([file[-1] ^ 1]), WORDS),
        (file[:5000], WORDS),
        (b"", WORDS),
    ):
        lay(tmp_path, laid, None)
        with pytest.raises(VaultError) as refusal:
            Shelf(tmp_path, 60).open(WORK, words)
        error = refusal.value
        said.append((error.trouble, error.wait, error.errno, str(error)))
    assert set(said) == {(Trouble.WRONG_OR_DAMAGED, 0, None, "WRONG_OR_DAMAGED")}


@pytest.mark.parametrize("version", [0, 2, 3, 0x0101, 0x8001, 0xFFFF])
@pytest.mark.parametrize("with_previous", [False, True])
def test_a_version_that_is_off_hides_no_save(
    tmp_path: Path, version: int, with_previous: bool
) -> None:
    """The seal covers the version: with the right one in its place it opens, or it does not."""
    file = bytearray(sealed_with(CHEAP, 2))
    file[8:10] = version.to_bytes(2, "big")
    lay(tmp_path, bytes(file), sealed_with(CHEAP, 1) if with_previous else None)
    found = cheap_shelf(tmp_path).open(WORK, WORDS)
    assert (number_in(found.data), found.older) == (2, False)
    found.handle.save(content(3))
    assert opened(tmp_path, WORK) == 3
    # Damaged elsewhere too: the last good one.
    file[-1] ^= 1
    lay(tmp_path, bytes(file), sealed_with(CHEAP, 1))
    found = cheap_shelf(tmp_path).open(WORK, WORDS)
    assert (number_in(found.data), found.older) == (1, True)


def of_a_newer_program(number: int) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seal, "VERSION", 2)
        return sealed_with(CHEAP, number)


def test_a_file_of_a_newer_program_says_so_and_is_left_alone(tmp_path: Path) -> None:
    file = of_a_newer_program(2)
    lay(tmp_path, file, None)
    shelf = cheap_shelf(tmp_path)
    with pytest.raises(VaultError) as refusal:
        shelf.open(WORK, WORDS)
    assert refusal.value.trouble is Trouble.NEWER_FORMAT
    lay(tmp_path, file, sealed_with(CHEAP, 1))
    with pytest.raises(VaultError) as refusal:
        shelf.open(WORK, "other words")
    assert refusal.value.trouble is Trouble.WRONG_OR_DAMAGED
    found = shelf.open(WORK, WORDS)
    assert (number_in(found.data), found.older) == (1, True)
    for number in (3, 4, 5):
        found.handle.save(content(number))
        assert opened(tmp_path, WORK) == number
    assert (tmp_path / "sun/1/00000002.work").read_bytes() == file


def test_another_key_does_not_fit_by_its_check_alone() -> None:
    file = sealed_with(CHEAP, 2)
    key = seal.derive(WORDS, b"a salt of a work", CHEAP)
    assert seal.unseal(file, key) == content(2)
    for other in (
        Key(bytes(32), key.check, key.salt, key.cost),
        Key(key.secret, bytes(32), key.salt, key.cost),
    ):
        with pytest.raises(VaultError):
            seal.unseal(file, other)


@needs.named_pipes
def test_what_is_no_file_is_no_trap(tmp_path: Path) -> None:
    import os

    lay(tmp_path, sealed_with(CHEAP, 2), None)
    place = tmp_path / "sun" / "1"
    os.mkfifo(place / "00000003.work")
    (place / "00000004.work").mkdir()
    start = time.perf_counter()
    with pytest.raises(VaultError) as refusal:
        Shelf(tmp_path, 60).open(WORK, WORDS)
    assert refusal.value.trouble is Trouble.FAULT
    assert time.perf_counter() - start < 1


@needs.linux
def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    lay(tmp_path, b"", None)
    with (tmp_path / "sun/1/00000002.work").open("r+b") as hole:
        hole.write(sealed_with(CHEAP, 2))
        hole.truncate(50 * LARGEST)
    base = forget_peak()
    with pytest.raises(VaultError) as refusal:
        Shelf(tmp_path, 60).open(WORK, WORDS)
    assert refusal.value.trouble is Trouble.WRONG_OR_DAMAGED
    assert peak() - base < 20 * MEGABYTE


@pytest.mark.parametrize("link", ["symbolic", "hard", "pipe"])
@needs.links
def test_deleting_one_work_leaves_alone_what_lies_behind_a_link_in_it(
    tmp_path: Path, link: str
) -> None:
    victim, other = new_work(tmp_path / "here"), cheap_shelf(tmp_path / "stick")
    saved = next((tmp_path / "here").rglob("*.work"))
    before = saved.read_bytes()
    mine = new_work(tmp_path / "stick")
    mine.save(content(2))
    folder = other.folder / mine.work.picture / str(mine.work.number)
    planted = folder / "00000000.work"
    if link == "symbolic":
        planted.symlink_to(saved)
    elif link == "hard":
        os.link(saved, planted)
    else:
        os.mkfifo(planted)
    other.delete(mine.work, WORDS)
    assert not folder.exists()
    assert saved.read_bytes() == before
    assert opened(tmp_path / "here", victim.work) == 1
