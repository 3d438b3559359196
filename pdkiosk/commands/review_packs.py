"""A guide pack to compare: a folder, or the guide and the translations of a signed release file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pdkiosk.update.release import opened
from pdkiosk.update.this_installation import make_judge

_COMPARED = ("resources/guide/", "translations/")


@contextmanager
def as_folder(pack: Path, keys: Sequence[Path]) -> Iterator[Path]:
    """The folder with the resources and translations of a pack.

    Of a release file they are unpacked for as long as the context lasts. ``keys``: files of
    public keys that count besides those of this program. Raises Refused where a file is no
    release that one of them has signed, OSError.
    """
    if pack.is_dir():
        yield pack
        return
    judge = make_judge(keys)
    with (
        opened(pack, [*judge.keys, *judge.content_keys]) as release,
        TemporaryDirectory(prefix="pdkiosk-") as folder,
    ):
        for name, content in release.files():
            place = _place(name)
            if content is not None and place:
                (Path(folder) / place).parent.mkdir(parents=True, exist_ok=True)
                (Path(folder) / place).write_bytes(content.whole())
        yield Path(folder)


def _place(name: str) -> str:
    """Where a file of a release is in a pack, "" where it is not compared.

    A release of the program has them in a folder of its own, one of the guide at the top.
    """
    for start in _COMPARED:
        _before, found, rest = f"/{name}".partition(f"/{start}")
        if found:
            return f"{start}{rest}"
    return ""
