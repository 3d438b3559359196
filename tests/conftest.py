"""What every test needs before Qt is imported: a screen in memory instead of a real one."""

from __future__ import annotations

import os

# A test that wants a real X server (touch through xdotool) sets it in its own process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
