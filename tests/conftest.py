"""What every test needs before Qt is imported: a screen in memory instead of a real one."""

from __future__ import annotations

import os
import tempfile

# A test that wants a real X server (touch through xdotool) sets it in its own process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Nor does a test write into the log of whoever runs it.
_state = tempfile.TemporaryDirectory(prefix="pdkiosk-state-")
os.environ["STATE_DIRECTORY"] = _state.name
