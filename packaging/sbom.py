"""Prints the bill of materials (CycloneDX, JSON) of a bundle: ``packaging/sbom.py FOLDER``.

The Python packages come from cyclonedx-py, which reads the environment; what is inside them or
beside them (Qt, fonts, icons, system libraries) and the sums of the files are added here.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import uuid
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from licenses import PACKAGES, debian_packages

import pdkiosk

_ROOT = Path(__file__).resolve().parent.parent
_PYTHON_PACKAGES = {*PACKAGES, "pyside6-essentials", "pyside6-addons", "shiboken6"}


def main() -> int:
    """Prints it."""
    bundle = Path(sys.argv[1]).resolve()
    bill = _environment()
    bill["components"] = sorted(
        [
            *(c for c in bill["components"] if c["name"].lower() in _PYTHON_PACKAGES),
            _part("library", "python", sys.version.split()[0], "PSF-2.0"),
            *_qt(bundle),
            *_fonts(),
            *_debian(bundle),
            *_files(bundle),
        ],
        key=lambda component: component["bom-ref"],
    )
    bill.pop("dependencies", None)
    bill["metadata"]["component"] = _part(
        "application", "pdkiosk", pdkiosk.__version__, "Apache-2.0"
    )
    # The same parts make the same bill: number and time are of the sources.
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    bill["metadata"]["timestamp"] = datetime.fromtimestamp(epoch, UTC).isoformat()
    bill.pop("serialNumber", None)
    text = json.dumps(bill, indent=1, sort_keys=True)
    bill["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, text)}"
    print(json.dumps(bill, indent=1, sort_keys=True))
    return 0


def _environment() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "bill.json"
        subprocess.run(
            [
                sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible",
                "--pyproject", str(_ROOT / "pyproject.toml"), "--output-file", str(target),
            ],
            check=True,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        bill: dict[str, Any] = json.loads(target.read_text("utf-8"))
    return bill


def _part(kind: str, name: str, version: str, license: str, **more: Any) -> dict[str, Any]:
    return {
        "type": kind,
        "bom-ref": f"{kind}:{name}@{version}",
        "name": name,
        "version": version,
        "licenses": [{"expression": license}],
        **more,
    }


def _qt(bundle: Path) -> list[dict[str, Any]]:
    version = metadata.version("PySide6-Essentials")
    names = sorted(path.name for path in bundle.glob("_internal/PySide6/Qt/lib/lib*"))
    return [
        _part("library", name.split(".so")[0], name.split(".so.")[-1], "Unicode-3.0")
        if name.startswith("libicu")
        else _part("library", name.split(".so")[0], version, "LGPL-3.0-only")
        for name in names
    ]


def _fonts() -> list[dict[str, Any]]:
    return [
        _part("library", path.stem, "as in resources/fonts", _license(path), hashes=[_sum(path)])
        for path in sorted(_ROOT.glob("resources/fonts/*.ttf"))
    ] + [
        _part("library", "lucide-icons", "as in resources/icons", "ISC"),
        _part("library", "xkb-data", "as in resources/keyboards", "MIT"),
        _part("library", "rime-pinyin-simp", "as in resources/keyboards", "Apache-2.0"),
    ]


def _license(font: Path) -> str:
    return "Apache-2.0" if font.stem.startswith("WenQuanYi") else "OFL-1.1"


def _debian(bundle: Path) -> list[dict[str, Any]]:
    packages = sorted(set(debian_packages(bundle).values()))
    parts = []
    for package in packages:
        version = subprocess.run(
            ["dpkg-query", "--show", "--showformat", "${Version}", package],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        name = package.split(":")[0]
        part = _part("library", name, version, "MIT", purl=f"pkg:deb/debian/{name}@{version}")
        part["licenses"] = [{"license": {"name": f"see licences/{name}.txt"}}]
        parts.append(part)
    return parts


def _files(bundle: Path) -> list[dict[str, Any]]:
    return [
        {
            "type": "file",
            "bom-ref": f"file:{path.relative_to(bundle).as_posix()}",
            "name": path.relative_to(bundle).as_posix(),
            "hashes": [_sum(path)],
        }
        for path in sorted(bundle.rglob("*"))
        if path.is_file() and not path.is_symlink() and path.name != "sbom.cdx.json"
    ]


def _sum(path: Path) -> dict[str, str]:
    return {"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}


if __name__ == "__main__":
    sys.exit(main())
