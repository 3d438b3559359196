"""Runs all measurements, prints a table and writes it as JSON (``--json FILE``).

Needs a display (``xvfb-run`` will do); without one it measures off the screen and says so.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parent.parent
_ROUNDS = 7


def _run(module: str, *arguments: str) -> tuple[float, dict[str, Any]]:
    """Runs a measured process; returns when it was started and what it reported."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        started = time.monotonic()
        with subprocess.Popen(
            [sys.executable, "-m", module, str(report), *arguments],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            assert process.stdin is not None
            # The wizard's session waits for its supervisor's word; others do not read it.
            process.stdin.write(b"show\n")
            process.stdin.flush()
            if process.wait(300) != 0:
                raise SystemExit(f"{module} failed; run it alone to see why")
        return started, json.loads(report.read_text("utf-8"))


def _start(module: str) -> tuple[float, float]:
    """Seconds from process start to the first painted screen, and MiB then; medians."""
    seconds, memory = [], []
    for _ in range(_ROUNDS + 1):
        started, reported = _run(module)
        seconds.append(reported["painted"] - started)
        memory.append(reported["pss"])
    # The first start reads files that the later ones find in memory.
    return statistics.median(seconds[1:]), statistics.median(memory[1:])


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, help="write the figures into this file")
    options = parser.parse_args()
    if not os.environ.get("DISPLAY") and "QT_QPA_PLATFORM" not in os.environ:
        print("No display: measuring off the screen (QT_QPA_PLATFORM=offscreen).")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    bare_s, bare_mib = _start("benchmarks.bare_window")
    wizard_s, wizard_mib = _start("benchmarks.wizard_start")
    _, screens = _run("benchmarks.screens", "1920x1080")
    _, papers = _run("benchmarks.papers")
    rows = [
        ("first screen", f"{wizard_s * 1000:.0f} ms", f"{bare_s * 1000:.0f} ms",
         wizard_s / bare_s, "bare PySide6 window; goal 2.5 x"),
        ("memory, start screen", f"{wizard_mib:.0f} MiB", f"{bare_mib:.0f} MiB",
         wizard_mib / bare_mib, "bare PySide6 window"),
        ("memory, letter preview", f"{screens['letter_preview_pss_mib']:.0f} MiB",
         f"{bare_mib:.0f} MiB", screens["letter_preview_pss_mib"] / bare_mib,
         "bare PySide6 window; goal 150 MB"),
        (f"next screen, p95 of {screens['screens']}",
         f"{screens['next_screen_p95_ms']:.1f} ms", "", 0.0, "1920 x 1080; goal 50 ms"),
        ("next screen, median", f"{screens['next_screen_median_ms']:.1f} ms", "", 0.0, ""),
        (f"next screen, slowest ({screens['slowest']})", f"{screens['slowest_ms']:.1f} ms",
         "", 0.0, ""),
        (f"letter, full case ({papers['full_letter_pages']} pages)",
         f"{papers['full_letter_ms']:.1f} ms", f"{papers['bare_letter_ms']:.1f} ms",
         papers["full_letter_ms"] / papers["bare_letter_ms"],
         "bare reportlab document; goal 60 ms"),
        (f"packet, full case ({papers['full_packet_pages']} pages)",
         f"{papers['full_packet_ms']:.1f} ms", f"{papers['bare_packet_ms']:.1f} ms",
         papers["full_packet_ms"] / papers["bare_packet_ms"],
         "bare reportlab document; goal 300 ms"),
        (f"packet, sample ({screens['papers_pages']} pages)",
         f"{screens['papers_ms']:.1f} ms", f"{screens['bare_papers_ms']:.1f} ms",
         screens["papers_ms"] / screens["bare_papers_ms"],
         "bare reportlab document; goal 300 ms"),
    ]  # fmt: skip
    for name, ours, peer, ratio, note in rows:
        shown = f"{ratio:.2f} x" if ratio else ""
        print(f"{name:38} {ours:>10} {peer:>10} {shown:>8}  {note}")
    if options.json:
        figures = {
            "first_screen_s": wizard_s,
            "bare_window_s": bare_s,
            "start_pss_mib": wizard_mib,
            "bare_pss_mib": bare_mib,
            **screens,
            **papers,
        }
        options.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
