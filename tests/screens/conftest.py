"""The table of the audit, at the end of a run that looked at screens."""

from __future__ import annotations

from typing import Any

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    rows: list[dict[str, Any]] = [
        value
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, [])
        for name, value in getattr(report, "user_properties", [])
        if name == "audit"
    ]
    if not rows:
        return
    heads = list(rows[0])
    sums = {h: sum(row[h] for row in rows) for h in heads if h != "setting"}
    table = [heads, *([str(row[h]) for h in heads] for row in rows)]
    table.append([f"{len(rows)} settings", *(str(sums[h]) for h in heads[1:])])
    widths = [max(len(line[i]) for line in table) for i in range(len(heads))]
    terminalreporter.section("audit of the screens")
    for line in table:
        cells = [line[0].ljust(widths[0])]
        cells += [cell.rjust(w) for cell, w in zip(line[1:], widths[1:], strict=True)]
        terminalreporter.write_line("  ".join(cells))
