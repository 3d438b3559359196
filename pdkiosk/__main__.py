"""``python -m pdkiosk``."""

from __future__ import annotations

import gc
import sys

gc.disable()  # nothing to collect while modules load; main turns collection back on

from pdkiosk.app import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
