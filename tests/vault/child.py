"""Another process that uses the same shelf. Arguments: what to do, the folder, the work's names.

What it has confirmed it writes to standard output, a line for each.
"""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

from pdkiosk.safe_files import Folder
from pdkiosk.vault import disk
from pdkiosk.vault.saves import Work
from pdkiosk.vault.trouble import Trouble, VaultError
from tests.vault.kit import MARK, WORDS, cheap_shelf, content, number_in


def save_for_ever(folder: Path, work: Work) -> None:
    found = cheap_shelf(folder).open(work, WORDS)
    for number in itertools.count(number_in(found.data) + 1):
        found.handle.save(content(number))
        _say(str(number))


def count_up(folder: Path, work: Work, times: int) -> None:
    """Reads the number in the work and saves the next one; begins again when it lost the race.

    It begins when its parent writes a line, so that another one can begin with it.
    """
    _say("ready")
    sys.stdin.readline()
    done = 0
    while done < times:
        found = cheap_shelf(folder).open(work, WORDS)
        try:
            found.handle.save(content(number_in(found.data) + 1))
        except VaultError as failure:
            assert failure.trouble is Trouble.CHANGED_ELSEWHERE, failure
            _say("lost")
        else:
            done += 1
            _say("saved")


def whole_life(folder: Path, careless: bool) -> None:
    """Saves, opens, fails to open, deletes; careless: leaves a plain file too."""
    shelf = cheap_shelf(folder)
    handle = shelf.create(WORDS, content(0))
    handle.save(content(1))
    kept = shelf.create_like(handle, content(2))
    found = shelf.open(handle.work, WORDS)
    found.handle.save(content(3))
    try:
        shelf.open(kept.work, MARK)
    except VaultError as failure:
        assert failure.trouble is Trouble.WRONG_OR_DAMAGED
    found.handle.delete()
    shelf.sweep()
    if careless:
        (folder / "careless").write_bytes(content(4))
    _say("done")


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def main() -> None:
    what, folder, picture, number, *more = sys.argv[1:]
    work = Work(picture, int(number))
    if "by-link" in more:

        def no_rename(folder: Folder, part: str, name: str) -> None:
            raise OSError(22, "not here")

        disk.rename_new = no_rename
    if what == "save-for-ever":
        save_for_ever(Path(folder), work)
    elif what == "count-up":
        count_up(Path(folder), work, 60)
    else:
        whole_life(Path(folder), careless="careless" in more)


if __name__ == "__main__":
    main()
