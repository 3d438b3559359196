"""The peer of a kiosk: Chromium, full screen, with one static page of the start screen's text."""

from __future__ import annotations

import html
import os
import shutil
import tempfile
from pathlib import Path

from benchmarks.screen_watch import painted

_COLOR = "#12abcd"  # one that no empty window has
# Without the first-run page and the calls home, which an offline machine would only wait for.
_FLAGS = (
    "--kiosk", "--no-sandbox", "--no-first-run", "--no-default-browser-check", "--disable-quic",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-gpu", "--disable-extensions",
)  # fmt: skip


def available() -> bool:
    """Whether it can be measured here: the browser, and a window system."""
    return bool(os.environ.get("DISPLAY")) and shutil.which("chromium") is not None


def start(texts: list[str]) -> tuple[float, float]:
    """Seconds from process start until the page is painted, and MiB of all its processes."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = Path(folder) / "page.html"
        body = "\n".join(f"<p>{html.escape(text)}</p>" for text in texts)
        page.write_text(
            "<!doctype html><meta charset=utf-8><title>page</title>"
            f"<body style='font: 24px sans-serif; background: {_COLOR}'>{body}",
            "utf-8",
        )
        command = ["chromium", *_FLAGS, f"--user-data-dir={folder}/profile", page.as_uri()]
        return painted(command, lambda color: color == _COLOR)
