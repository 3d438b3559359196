"""Runs all measurements, prints a table and writes it as JSON (``--json FILE``).

Without a display it starts an X server that has none (``xvfb-run``). A peer that is not installed
(Chromium, LibreOffice) is left out, and its line says so.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from benchmarks import chromium, languages, office, sizes, whole
from pdkiosk.language.languages import load_languages

_ROOT = Path(__file__).parent.parent
_ROUNDS = 9
_SIZES = ("1280x1024", "1920x1080")
_SESSIONS = 30
_MANY_SESSIONS = 1000
_SESSION_SECONDS = 20.0  # far more than one takes; a run that hangs must end


@dataclass(frozen=True)
class Row:
    """One line of the table: our figure, the peer's, and the most that the ratio may be."""

    what: str
    ours: float
    unit: str
    peer: float | None = None
    peer_name: str = ""
    goal: float | None = None
    limit: float | None = None

    def __str__(self) -> str:
        peer = f"{self.peer:.4g} {self.unit}" if self.peer else ""
        ratio = f"{self.ours / self.peer:.2f} x" if self.peer else ""
        goal = f"<= {self.goal} x" if self.goal else f"<= {self.limit} {self.unit}"
        met = "" if self.met is None else ("met" if self.met else "NOT MET")
        wanted = goal if self.goal or self.limit else ""
        return (
            f"{self.what:46} {f'{self.ours:.4g} {self.unit}':>12} {peer:>12} {ratio:>9} "
            f"{wanted:>12} {met:8} {self.peer_name}"
        )

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None where there is none, or no peer to compare with."""
        if self.limit is not None:
            return self.ours <= self.limit
        if self.goal is None or not self.peer:
            return None
        return self.ours / self.peer <= self.goal


def _run(
    module: str, *arguments: str, root: Path = _ROOT, patience: float = 300.0
) -> tuple[float, dict[str, Any]]:
    """Runs a measured process; returns when it was started and what it reported."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        started = time.monotonic()
        with subprocess.Popen(
            [sys.executable, "-P", "-m", module, str(report), *arguments],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            assert process.stdin is not None
            # The wizard's session waits for its supervisor's word; others do not read it.
            process.stdin.write(b"show\n")
            process.stdin.flush()
            if process.wait(patience) != 0:
                raise SystemExit(f"{module} failed; run it alone to see why")
        return started, json.loads(report.read_text("utf-8"))


def _starts(*modules: tuple[str, Path, *tuple[str, ...]]) -> list[tuple[float, float]]:
    """For each: seconds from process start to the first painted screen, and MiB then; medians.

    They take turns, so that a busy moment of the machine falls on all of them.
    """
    seen: list[list[tuple[float, float]]] = [[] for _ in modules]
    for _ in range(_ROUNDS + 1):
        for (module, root, *arguments), results in zip(modules, seen, strict=True):
            started, reported = _run(module, *arguments, root=root)
            results.append((reported["painted"] - started, reported["pss"]))
    # The first start reads files that the later ones find in memory.
    return [
        (statistics.median(s for s, _ in results[1:]), statistics.median(m for _, m in results[1:]))
        for results in seen
    ]


def _seen(command: list[str]) -> tuple[float, float]:
    """Seconds to the first painted window, and MiB of all processes; medians."""
    started = [whole.start(command) for _ in range(_ROUNDS)]
    seconds, memory = (statistics.median(values) for values in zip(*started, strict=True))
    return seconds, memory


def _first_screens() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        thirty = languages.copy_with(30, Path(folder))
        bare, session, many, offered = _starts(
            ("benchmarks.bare_window", _ROOT),
            ("benchmarks.wizard_start", _ROOT),
            ("benchmarks.wizard_start", thirty, "--languages", ",".join(load_languages())),
            ("benchmarks.wizard_start", thirty),
        )
    # Both seen from outside, by the colour of the screen.
    alone, alone_mib = _seen(whole.BARE)
    seconds, memory = _seen(whole.SOURCE)
    rows = [
        Row("first screen, source", seconds * 1000, "ms", alone * 1000, "bare window", 2.0),
        Row("memory, start screen, all processes", memory, "MiB", alone_mib, "bare window"),
        Row("one session: first screen", session[0] * 1000, "ms", bare[0] * 1000, "bare window"),
        Row("30 languages: first screen", many[0] * 1000, "ms", session[0] * 1000, "2", 1.05),
        Row("30 languages: memory", many[1], "MiB", session[1], "2 languages", 1.05),
        # With a card for each and its words on a button: no goal, to be known all the same.
        Row("30 offered: first screen", offered[0] * 1000, "ms", session[0] * 1000, "2"),
        Row("30 offered: memory", offered[1], "MiB", session[1], "2 languages"),
    ]
    bundle = _seen(whole.BUNDLE) if whole.has_bundle() else None
    if bundle:
        rows.append(
            Row("first screen, bundle", bundle[0] * 1000, "ms", alone * 1000, "bare window", 2.0)
        )
    if chromium.available():
        peers = [chromium.start(whole.start_texts()) for _ in range(_ROUNDS)]
        peer_s, peer_mib = (statistics.median(v) for v in zip(*peers, strict=True))
        rows += [
            Row("first screen, source", seconds * 1000, "ms", peer_s * 1000, "Chromium", 0.6),
            Row("memory, start screen, all processes", memory, "MiB", peer_mib, "Chromium", 0.35),
            Row("memory, letter preview, all processes", whole.at_letter(), "MiB", peer_mib,
                "Chromium", 0.35),
        ]  # fmt: skip
        if bundle:
            rows += [
                Row("first screen, bundle", bundle[0] * 1000, "ms", peer_s * 1000, "Chromium", 0.6),
                Row("memory, start screen, bundle", bundle[1], "MiB", peer_mib, "Chromium", 0.35),
            ]
    else:
        print("Chromium or a display is missing: not compared with it.")
    return rows


def _screens() -> list[Row]:
    rows = []
    for size in _SIZES:
        _, found = _run("benchmarks.screens", size, "LARGEST")
        shown = size.replace("x", " x ")
        rows += [
            Row(f"next screen, p95 of {found['screens']}, {shown}", found["next_screen_p95_ms"],
                "ms", found["plain_p95_ms"], "plain page, same words", 2.0),
            Row(f"next screen, median, {shown}", found["next_screen_median_ms"], "ms",
                found["plain_median_ms"], "plain page, same words"),
            Row(f"letter on the screen, {shown}", found["letter_ms"], "ms",
                found["plain_letter_ms"], "plain page, same words", 3.0),
        ]  # fmt: skip
    return rows


def _papers() -> list[Row]:
    _, found = _run("benchmarks.papers")
    firsts, bares = [], []
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages.json"
        for _ in range(5):
            _, made = _run("benchmarks.papers", "first")
            pages.write_text(json.dumps(made["drawn"]), "utf-8")
            firsts.append(made["first_packet_ms"])
            _, drawn = _run("benchmarks.papers", "bare", str(pages))
            bares.append(drawn["first_bare_packet_ms"])
    rows = []
    for name, goal in ("letter", 2.0), ("summary", 3.0), ("packet", 1.5):
        rows.append(
            Row(f"{name}, full case, {found[f'{name}_pages']} pages, warm", found[f"{name}_ms"],
                "ms", found[f"bare_{name}_ms"], "bare canvas, same words and rules", goal)
        )  # fmt: skip
    rows.append(
        Row("packet, full case, the first time", statistics.median(firsts), "ms",
            statistics.median(bares), "bare canvas, first time", 1.5)
    )  # fmt: skip
    if office.available():
        theirs = office.letter_ms(found["paragraphs"])
        rows.append(Row("letter, full case, warm", found["letter_ms"], "ms", theirs,
                        "docxtpl, LibreOffice", 0.05))  # fmt: skip
    else:
        print("LibreOffice or docxtpl is missing: not compared with them.")
    _, growth = _run("benchmarks.growth")
    rows += [
        Row("growth with 1 to 300 family members", growth["members_exponent"], "", limit=1.1),
        Row("growth with 1,000 to 100,000 characters", growth["characters_exponent"], "",
            limit=1.1),
    ]  # fmt: skip
    return rows


def _bundle() -> list[Row]:
    ours, theirs = sizes.bundle(), sizes.chromium()
    if ours is None:
        print("No bundle (packaging/bundle makes it): its size is not measured.")
        return []
    peer = theirs or (None, None)
    return [
        Row("bundle, unpacked", ours[0], "MB", peer[0], "Chromium and what it needs", 0.35),
        Row("bundle, packed", ours[1], "MB", peer[1], "Chromium and what it needs", 0.35),
    ]


def _sessions(number: int) -> list[Row]:
    if number < _MANY_SESSIONS:
        print(f"{number} sessions in a row; --sessions {_MANY_SESSIONS} runs as many (long).")
    _, found = _run("benchmarks.sessions", str(number), patience=number * _SESSION_SECONDS + 60)
    return [
        Row(f"{number} sessions in a row: the supervisor's memory", found["last_mib"], "MiB",
            found["first_mib"], "itself, first tenth", 1.05),
        Row(f"{number} sessions in a row: to the next screen", found["last_turn_ms"], "ms",
            found["first_turn_ms"], "itself, first tenth", 1.05),
    ]  # fmt: skip


def _go_on_with_a_display() -> NoReturn:
    """Starts this program again on an X server without a screen of its own."""
    server = shutil.which("xvfb-run")
    if server is None:
        raise SystemExit("No display, and no xvfb-run: packaging/apt-packages-check.txt names it.")
    screen = ["-a", "-s", "-screen 0 1920x1080x24 -dpi 96"]
    os.execv(server, [server, *screen, sys.executable, "-m", "benchmarks", *sys.argv[1:]])


def main() -> int:
    """Measures and prints; 1 when a goal is not met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, help="write the figures into this file")
    parser.add_argument(
        "--sessions",
        type=int,
        default=_SESSIONS,
        metavar="N",
        help=f"people one after the other at one supervisor (default: {_SESSIONS})",
    )
    options = parser.parse_args()
    # As an installed program is: compiled when it is first started, not at each start.
    compileall.compile_dir(_ROOT / "pdkiosk", quiet=2)
    if not os.environ.get("DISPLAY"):
        _go_on_with_a_display()
    rows: list[Row] = []
    parts: tuple[Callable[[], list[Row]], ...] = (
        _first_screens, _screens, _papers, _bundle, lambda: _sessions(options.sessions)
    )  # fmt: skip
    for part in parts:
        for row in part():
            print(row, flush=True)
            rows.append(row)
    if options.json:
        figures = [
            {"what": row.what, "ours": row.ours, "unit": row.unit, "peer": row.peer,
             "peer_name": row.peer_name, "goal": row.goal, "limit": row.limit, "met": row.met}
            for row in rows
        ]  # fmt: skip
        options.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 1 if any(row.met is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
