"""Collects the licenses of every part of a bundle into its folder ``licences/``.

``packaging/licenses.py FOLDER [SITE-PACKAGES]``. Fails if a part has none: nothing is passed on
without its license. SITE-PACKAGES: where the packages of a bundle for Windows are; without it,
this Python's. The name of the folder is on a translated screen (``ui/screens/licenses.py``).
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from importlib import metadata
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_COMMON = Path("/usr/share/common-licenses")  # Debian's
# Python packages of which something is in the bundle; PyInstaller: the program that starts it.
PACKAGES = (
    "babel", "cffi", "cryptography", "mnemonic", "msgspec", "pyinstaller", "reportlab",
    "tomlkit", "uharfbuzz",
)  # fmt: skip
_OF_WINDOWS = ("pywin32",)
_MICROSOFT = """\
vcruntime140.dll, msvcp140.dll and what else has such a name: the Microsoft Visual C++ Runtime, as
Python and Qt for Python bring it along.
Copyright (C) Microsoft Corporation. Redistributed under the terms of Microsoft Visual Studio for
its Redistributable Code: https://visualstudio.microsoft.com/license-terms/
"""
_QT = """\
Qt {version} and Qt for Python (PySide6, Shiboken) {version}
Copyright (C) The Qt Company Ltd. and other contributors.

Used under the GNU Lesser General Public License version 3 (LGPL-3.txt, which adds to GPL-3.txt).
The libraries are files of their own in _internal/PySide6 and may be replaced there by others
that fit. Their sources: https://download.qt.io/official_releases/QtForPython/pyside6/ and
https://download.qt.io/official_releases/qt/, version {version}; whoever got this program from
you may ask you for them. _internal/shiboken6/files.dir holds the Python modules of Shiboken's
library, compiled; pyi_generator, which only developers use, was left empty. Whoever replaces the
library removes that folder: the library then takes its own.

Qt itself holds code of others under licenses of their own (among them ICU, zlib, libpng,
FreeType, HarfBuzz, PCRE2, BLAKE2, MD4C, Wayland protocols); the whole list with the texts is at
https://doc.qt.io/qt-6/licenses-used-in-qt.html.
"""


def main() -> int:
    """Writes the folder."""
    bundle = Path(sys.argv[1]).resolve()
    target = bundle / "licences"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    packages = sys.argv[2:3] or sys.path
    for name in [*PACKAGES, *(_OF_WINDOWS if sys.argv[2:] else ())]:
        _package(name, packages, target)
    if sys.argv[2:]:
        (target / "Microsoft.txt").write_text(_MICROSOFT)
    shutil.copy(Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", target / "Python.txt")
    (target / "Qt.txt").write_text(_QT.format(version=metadata.version("PySide6-Essentials")))
    for name in ("LGPL-3", "GPL-3", "GPL-2", "Apache-2.0"):
        shutil.copy(_COMMON / name, target / f"{name}.txt")
    for package in sorted(set(debian_packages(bundle).values())):
        shutil.copy(
            Path("/usr/share/doc") / package.split(":")[0] / "copyright",
            target / f"{package.split(':')[0]}.txt",
        )
    # uharfbuzz has it compiled in, and names its own license alone.
    shutil.copy(Path("/usr/share/doc/libharfbuzz0b/copyright"), target / "HarfBuzz.txt")
    shutil.copy(_ROOT / "NOTICE", target / "pdkiosk-NOTICE.txt")
    shutil.copy(_ROOT / "LICENSE", target / "pdkiosk.txt")
    fonts = _ROOT / "resources"
    for path in sorted([*fonts.glob("fonts/OFL-*.txt"), *fonts.glob("*/LICENSE-*.txt")]):
        shutil.copy(path, target / path.name)
    for path in target.iterdir():
        path.chmod(0o644)
    return 0


def _package(name: str, packages: list[str], target: Path) -> None:
    distribution = next(iter(metadata.distributions(name=name, path=packages)))
    found = [
        path
        for path in distribution.files or []
        if ".dist-info/" in str(path)
        and re.match(r"(licen[cs]e|copying|notice)", path.name, re.IGNORECASE)
    ]
    if not found:
        raise SystemExit(f"{name}: has no license file")
    for path in sorted(found):
        suffix = "" if len(found) == 1 else f"-{Path(path.name).stem}{Path(path.name).suffix}"
        suffix = suffix.removesuffix(".txt")
        copy = f"{name}{suffix}.txt"
        # pywin32 has one of the same name for each of its parts; Windows knows no capitals.
        if copy.lower() in {each.name.lower() for each in target.iterdir()}:
            copy = f"{name}-{path.parent.name}{suffix}.txt"
        shutil.copy(str(path.locate()), target / copy)


def debian_packages(bundle: Path) -> dict[str, str]:
    """The shared libraries in the bundle that come from the system, each with its package."""
    found = {}
    for path in sorted((bundle / "_internal").glob("*.so*")):
        if path.is_symlink() or path.name.startswith(("libpython", "_")):
            continue
        answer = subprocess.run(
            ["dpkg-query", "--search", f"*/{path.name}"], capture_output=True, text=True, check=True
        )
        found[path.name] = answer.stdout.split(": ")[0].split(",")[0]
    return found


if __name__ == "__main__":
    sys.exit(main())
