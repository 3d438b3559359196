"""Hatchling's hook: puts the list of shipped files into a wheel (``pdkiosk/shipped_files.py``)."""

import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedFiles(BuildHookInterface):
    """Lists what the wheel takes from ``resources`` and ``translations``."""

    def initialize(self, version, build_data):
        """Called before the wheel is packed; an editable one stays a checkout."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from pdkiosk import shipped_files

        files = {
            path.relative_to(root).as_posix(): path
            for folder in ("resources", "translations")
            for path in (root / folder).rglob("*")
            if path.is_file()
        }
        made = root / "build" / shipped_files.LIST
        made.parent.mkdir(exist_ok=True)
        made.write_bytes(shipped_files.listing(files))
        build_data["force_include"][str(made)] = f"pdkiosk/{shipped_files.LIST}"
