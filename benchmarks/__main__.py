"""Runs all measurements, prints a table and writes it as JSON (``--json FILE``).

Without a display it starts an X server that has none (``xvfb-run``). A peer that is not installed
(Chromium, LibreOffice) is left out, and its line says so.
"""

from __future__ import annotations

import argparse
import compileall
import functools
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
from typing import Any, NamedTuple, NoReturn

from benchmarks import chromium, first_word, languages, office, sizes, whole
from benchmarks.rounds import Rounds, Verdict, quiet
from pdkiosk.language.languages import load_languages, settled

_ROOT = Path(__file__).parent.parent
_ROUNDS = 9
_SIZES = ("1280x1024", "1920x1080")
_SESSIONS = 30
_WALKS = 5
_MANY_SESSIONS = 1000
_SESSION_SECONDS = 20.0  # far more than one takes; a run that hangs must end


@dataclass(frozen=True)
class Row:
    """One line of the table: our figure, the peer's, and the most that the ratio may be.

    ``rounds`` are what both took where they took turns: the ratio is then the median of theirs.
    """

    what: str
    ours: float
    unit: str
    peer: float | None = None
    peer_name: str = ""
    goal: float | None = None
    limit: float | None = None
    rounds: Rounds | None = None

    @staticmethod
    def of(what: str, unit: str, rounds: Rounds, peer_name: str, goal: float | None = None) -> Row:
        """A line of what took turns; figures are the medians."""
        ours, peer = statistics.median(rounds.ours), statistics.median(rounds.peer)
        return Row(what, ours, unit, peer, peer_name, goal, rounds=rounds)

    def __str__(self) -> str:
        peer = f"{self.peer:.4g} {self.unit}" if self.peer else ""
        ratio = f"{self.ratio:.2f} x" if self.ratio else ""
        noise = f"+-{self.rounds.noise / 2:.0%}" if self.rounds else ""
        goal = f"<= {self.goal} x" if self.goal else f"<= {self.limit} {self.unit}"
        wanted = goal if self.goal or self.limit else ""
        return (
            f"{self.what:46} {f'{self.ours:.4g} {self.unit}':>12} {peer:>12} {ratio:>9} "
            f"{noise:>6} {wanted:>12} {self.verdict or '':9} {self.peer_name}"
        )

    @property
    def ratio(self) -> float | None:
        """Ours divided by the peer's; None without one."""
        if self.rounds:
            return self.rounds.ratio
        return self.ours / self.peer if self.peer else None

    @property
    def verdict(self) -> Verdict | None:
        """Whether the goal is met; None where there is none, or no peer to compare with."""
        if self.limit is not None:
            return "met" if self.ours <= self.limit else "not met"
        if self.goal is None or self.ratio is None:
            return None
        if self.rounds:
            return self.rounds.verdict(self.goal)
        return "met" if self.ratio <= self.goal else "not met"


def _run(
    module: str, *arguments: str, root: Path = _ROOT, patience: float = 300.0, **environment: str
) -> tuple[float, dict[str, Any]]:
    """Runs a measured process; returns when it was started and what it reported."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        started = time.monotonic()
        with subprocess.Popen(
            [sys.executable, "-P", "-m", module, str(report), *arguments],
            cwd=root,
            env={**os.environ, **environment, "PYTHONPATH": str(root)},
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


def _starts(modules: dict[str, tuple[str, Path, *tuple[str, ...]]]) -> dict[str, _Started]:
    """For each: to the first painted screen from its process's start, in turns."""
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in modules}
    for _ in range(_ROUNDS + 1):
        for name, (module, root, *arguments) in modules.items():
            started, reported = _run(module, *arguments, root=root)
            seen[name].append((reported["painted"] - started, reported["pss"]))
    # The first start reads files that the later ones find in memory.
    return {name: _Started.of(found[1:]) for name, found in seen.items()}


class _Started(NamedTuple):
    """Milliseconds to the first screen and MiB then, round by round."""

    milliseconds: tuple[float, ...]
    memory: tuple[float, ...]

    @staticmethod
    def of(found: list[tuple[float, float]]) -> _Started:
        seconds, memory = zip(*found, strict=True)
        return _Started(tuple(value * 1000 for value in seconds), memory)


def _first_screens() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return [*_seen_from_inside(Path(folder)), *_seen_from_outside(Path(folder))]


def _seen_from_inside(folder: Path) -> list[Row]:
    """One session, without its supervisor: what a language costs."""
    thirty = languages.copy_with(30, folder)
    modules: dict[str, tuple[str, Path, *tuple[str, ...]]] = {
        "bare": ("benchmarks.bare_window", _ROOT),
        "two": ("benchmarks.wizard_start", _ROOT),
        "thirty": (
            "benchmarks.wizard_start", thirty, "--languages", ",".join(settled(load_languages()))
        ),
        "offered": ("benchmarks.wizard_start", thirty),
    }  # fmt: skip
    found = _starts(modules)
    two = found["two"]

    def row(what: str, which: str, peer: str, name: str, goal: float | None = None) -> Row:
        rounds = Rounds(found[which].milliseconds, found[peer].milliseconds)
        return Row.of(f"{what}: first screen", "ms", rounds, name, goal)

    def memory(what: str, which: str, goal: float | None = None) -> Row:
        rounds = Rounds(found[which].memory, two.memory)
        return Row.of(f"{what}: memory", "MiB", rounds, "2 languages", goal)

    return [
        row("one session", "two", "bare", "bare window"),
        row("30 languages", "thirty", "two", "2 languages", 1.05),
        memory("30 languages", "thirty", 1.05),
        # With a card for each and its words on a button.
        row("30 offered", "offered", "two", "2 languages", 1.15),
        memory("30 offered", "offered"),
    ]


def _seen_from_outside(folder: Path) -> list[Row]:
    """The whole program, by the color of the screen, as all that it is compared with."""
    _, words = _run("benchmarks.start_words", QT_QPA_PLATFORM="offscreen")
    (folder / "words.json").write_text(json.dumps(words), "utf-8")
    texts = [piece[0] for piece in words["pieces"]]
    programs: dict[str, Callable[[], tuple[float, float]]] = {
        "bare window": lambda: whole.start(whole.BARE),
        "plain window, same words": lambda: whole.start(
            [*whole.PLAIN, str(folder / "words.json")]
        ),
        "source": lambda: whole.start(whole.SOURCE),
    }  # fmt: skip
    if whole.has_bundle():
        programs["bundle"] = lambda: whole.start(whole.BUNDLE)
    else:
        print("No bundle (packaging/bundle makes it): its start is not measured.")
    if chromium.available():
        programs["Chromium"] = lambda: chromium.start(texts)
    else:
        print("Chromium or a display is missing: not compared with it.")
    found = {name: _Started.of(taken) for name, taken in _in_turns(programs).items()}
    rows = []
    for ours, goal in ("source", 1.8), ("bundle", 1.6):
        for peer, most in (
            ("bare window", goal), ("plain window, same words", None), ("Chromium", 0.55)
        ):  # fmt: skip
            if {ours, peer} <= found.keys():
                rounds = Rounds(found[ours].milliseconds, found[peer].milliseconds)
                rows.append(Row.of(f"first screen, {ours}", "ms", rounds, peer, most))
                held = Rounds(found[ours].memory, found[peer].memory)
                least = 0.3 if peer == "Chromium" else None
                rows.append(Row.of(f"memory, start screen, {ours}", "MiB", held, peer, least))
    if "Chromium" in found:
        theirs = statistics.median(found["Chromium"].memory)
        rows.append(Row("memory, letter, all processes", whole.at_letter(), "MiB", theirs,
                        "Chromium", 0.3))  # fmt: skip
    return rows


def _in_turns(
    programs: dict[str, Callable[[], tuple[float, float]]],
) -> dict[str, list[tuple[float, float]]]:
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    for _ in range(_ROUNDS):
        for name, start in programs.items():
            found[name].append(start())
    return found


def _screens() -> list[Row]:
    rows = []
    for size in _SIZES:
        found = quiet(functools.partial(_walks, size))
        for name, of, goal in (
            ("p95", "next screen, p95", 2.0), ("median", "next screen, median", None),
            ("letter", "letter on the screen", 3.0),
        ):  # fmt: skip
            what = f"{of}, {size.replace('x', ' x ')}"
            rows.append(Row.of(what, "ms", found[name], "plain page, same words", goal))
    return rows


def _walks(size: str) -> dict[str, Rounds]:
    taken = [_run("benchmarks.screens", size, "LARGEST")[1] for _ in range(_WALKS)]
    return {
        name: Rounds(
            tuple(one[f"next_screen_{name}_ms"] for one in taken),
            tuple(one[f"plain_{name}_ms"] for one in taken),
        )
        for name in ("p95", "median", "letter")
    }


def _papers() -> list[Row]:
    rows = []
    found = quiet(_warm_papers)
    for name, goal in ("letter", 2.0), ("summary", 3.0), ("packet", 1.5):
        what = f"{name}, full case, warm"
        rows.append(Row.of(what, "ms", found[name], "bare canvas, same words and rules", goal))
    first = quiet(_first_packets)["packet"]
    rows.append(
        Row.of("packet, full case, the first time", "ms", first, "bare canvas, first time", 1.5)
    )
    if office.available():
        theirs = office.letter_ms(_run("benchmarks.papers")[1]["paragraphs"])
        rows.append(Row("letter, full case, warm", rows[0].ours, "ms", theirs,
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


def _warm_papers() -> dict[str, Rounds]:
    _, found = _run("benchmarks.papers")
    return {name: _taken(found[name]) for name in ("letter", "summary", "packet")}


def _taken(reported: dict[str, Any]) -> Rounds:
    return Rounds(tuple(reported["ours_ms"]), tuple(reported["peer_ms"]))


def _first_packets() -> dict[str, Rounds]:
    """Each in a process that has made none before."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages.json"
        for _ in range(5):
            _, made = _run("benchmarks.papers", "first")
            pages.write_text(json.dumps(made["drawn"]), "utf-8")
            ours.append(made["first_packet_ms"])
            _, drawn = _run("benchmarks.papers", "bare", str(pages))
            bare.append(drawn["first_bare_packet_ms"])
    return {"packet": Rounds(tuple(ours), tuple(bare))}


def _saved_and_spoken() -> list[Row]:
    opened = quiet(lambda: {"": _taken(_run("benchmarks.saved_work")[1])})[""]
    rows = [Row.of("saved work: opened", "ms", opened, "its key alone", 1.1)]
    if first_word.available():
        said = quiet(lambda: {"": _taken(_run("benchmarks.first_word")[1])})[""]
        rows.append(Row.of("Listen: the first word said", "ms", said, "daemon and client", 2.0))
    else:
        print("speech-dispatcher is missing: the first word is not measured.")
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
    """Measures and prints; 1 if a goal is not met."""
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
        _first_screens, _screens, _papers, _saved_and_spoken, _bundle,
        lambda: _sessions(options.sessions),
    )  # fmt: skip
    for part in parts:
        for row in part():
            print(row, flush=True)
            rows.append(row)
    if options.json:
        figures = [
            {"what": row.what, "ours": row.ours, "unit": row.unit, "peer": row.peer,
             "peer_name": row.peer_name, "ratio": row.ratio, "goal": row.goal, "limit": row.limit,
             "noise": row.rounds and row.rounds.noise, "verdict": row.verdict}
            for row in rows
        ]  # fmt: skip
        options.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 1 if any(row.verdict == "not met" for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
