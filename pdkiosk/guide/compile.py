"""``python -m pdkiosk.guide.compile``: checks the guide of this checkout and compiles it."""

from __future__ import annotations

import sys

from pdkiosk import resources
from pdkiosk.guide import compiled
from pdkiosk.guide.loader import guide_files, load_guide


def main() -> int:
    """Writes the compiled guide. Raises GuideError if the guide is inconsistent."""
    folder = resources.path("guide")
    (folder / compiled.NAME).unlink(missing_ok=True)
    guide = load_guide(folder)
    compiled.write(folder, compiled.fingerprint(guide_files(folder)), guide)
    return 0


if __name__ == "__main__":
    sys.exit(main())
