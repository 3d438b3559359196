"""The clock that keeps running in sleep, tested with a time namespace that shifts one clock."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time

import pytest

from pdkiosk.clock import boot_seconds


def test_it_goes_at_the_pace_of_the_wall() -> None:
    before, wall = boot_seconds(), time.monotonic()
    time.sleep(0.2)
    assert boot_seconds() - before == pytest.approx(time.monotonic() - wall, abs=0.05)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has the namespaces of clocks")
def test_it_is_the_clock_that_counts_sleep() -> None:
    # Sleep is what CLOCK_BOOTTIME has more than CLOCK_MONOTONIC; here the former alone is ahead.
    ask = "from pdkiosk.clock import boot_seconds; print(boot_seconds())"
    command = ["unshare", "--user", "--map-root-user", "--time", "--boottime", "32400", "--fork"]
    if (
        shutil.which("unshare") is None
        or subprocess.run([*command, "true"], check=False).returncode
    ):
        pytest.skip("no namespaces of clocks here")
    asked = boot_seconds()
    done = subprocess.run(
        [*command, sys.executable, "-P", "-c", ask], check=True, capture_output=True, text=True
    )
    assert 32_400 <= float(done.stdout) - asked < 32_430
