"""``python -m pdkiosk``."""

from __future__ import annotations

import sys

from pdkiosk.app import main

if __name__ == "__main__":
    sys.exit(main())
