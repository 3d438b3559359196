"""``python -m pdkiosk``."""

from __future__ import annotations

import gc
import sys

gc.disable()  # while all is loaded there is nothing to collect; main turns it on again

from pdkiosk.app import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
