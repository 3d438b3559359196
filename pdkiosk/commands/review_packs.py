"""Opens a guide pack for comparison: a folder, or the content of a signed release file."""

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

    A release file is unpacked for as long as the context lasts. ``keys``: files with public keys to
    accept besides this program's own. Raises OSError, and Refused for a file that is not a release
    signed with one of these keys.
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
    """The path of a release's file within a pack; "" if it is not compared.

    A release of the program has these files in a folder of its own, a release of content at the top
    level.
    """
    for start in _COMPARED:
        _before, found, rest = f"/{name}".partition(f"/{start}")
        if found:
            return f"{start}{rest}"
    return ""
