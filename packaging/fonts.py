"""Makes the fonts of the scripts beyond Latin from Debian's packages, and lists what each has.

``packaging/fonts.py`` downloads the packages named here with ``apt-get download``, compares their
checksums, and writes ``resources/fonts/``: each font without its hints, which neither paper nor a
screen of today's resolution needs, the Chinese one without its Latin letters. The same packages
give the same bytes. ``packaging/fonts.py --coverage`` only writes the list again.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

import uharfbuzz as hb

_ROOT = Path(__file__).resolve().parent.parent
_FONTS = _ROOT / "resources" / "fonts"
_PACKAGES = {
    "fonts-noto-core=20201225-1": (
        "58f4f0bb6720f919f92096b3508e1412a0f1544424ade6c5b5bf1eb694dd64ba"
    ),
    "fonts-wqy-microhei=0.2.0-beta-3.1": (
        "239163df984eea5c9da3b551aee374936222cdbd67f1a1be3cdcf3d76143ad66"
    ),
}
_NOTO = "usr/share/fonts/truetype/noto/{name}.ttf"
_HAN = "usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
# What has a regular and a bold font, then what has one of them only.
_BOTH = (
    "NotoNaskhArabic", "NotoSansHebrew", "NotoSansDevanagari", "NotoSansGurmukhi",
    "NotoSansBengali", "NotoSansGujarati", "NotoSansOriya", "NotoSansTamil", "NotoSansTelugu",
    "NotoSansKannada", "NotoSansMalayalam", "NotoSansSinhala", "NotoSansThai", "NotoSansLao",
    "NotoSansMyanmar", "NotoSansGeorgian", "NotoSansEthiopic", "NotoSansKhmer",
    "NotoSansArmenian", "NotoSansAdlam",
)  # fmt: skip
_REGULAR = ("NotoSansNKo", "NotoSansTifinagh")
_HAN_NAME = "WenQuanYiMicroHei-Regular"
# Its Latin letters and its signs are not needed: from here on it is Chinese, Japanese, Korean.
_HAN_FIRST = 0x2E80
# In this order a font is asked for a character that several have.
_LATIN = ("AtkinsonHyperlegibleNext", "NotoSans")
# Where a line may end; and what separates rows, kerns and letters in the file.
_NEVER_KERNED = " -–—:\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\n\r"
_SEEN = 10


def main() -> int:
    """Writes the fonts and the list."""
    if "--coverage" not in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            _write_fonts(Path(folder))
    families = [*_LATIN, *_BOTH, *_REGULAR, _HAN_NAME.removesuffix("-Regular")]
    lines = [f"{family} {_ranges(_FONTS / f'{family}-Regular.ttf')}" for family in families]
    (_FONTS / "coverage.txt").write_text("\n".join(lines) + "\n")
    for weight in ("Regular", "Bold"):
        name = f"{_LATIN[0]}-{weight}"
        (_FONTS / f"kerning-{name}.txt").write_text(kerning(_FONTS / f"{name}.ttf"), "utf-8")
    return 0


def _write_fonts(folder: Path) -> None:
    for package, check_sum in _PACKAGES.items():
        subprocess.run(["apt-get", "download", package], cwd=folder, check=True)
        (archive,) = folder.glob(package.split("=")[0] + "_*.deb")
        if hashlib.sha256(archive.read_bytes()).hexdigest() != check_sum:
            raise SystemExit(f"{package}: not the file that was read before")
        subprocess.run(["dpkg-deb", "--extract", archive, folder], check=True)
    names = [f"{family}-{weight}" for family in _BOTH for weight in ("Regular", "Bold")]
    for name in (*names, *(f"{family}-Regular" for family in _REGULAR)):
        _write(name, hb.Face(hb.Blob.from_file_path(folder / _NOTO.format(name=name))))
    face = hb.Face(hb.Blob.from_file_path(folder / _HAN), 0)
    _write(_HAN_NAME, face, {code for code in face.unicodes if code >= _HAN_FIRST})


def _write(name: str, face: hb.Face, codes: set[int] | None = None) -> None:
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    if codes is not None:
        wanted.glyph_set.clear()
        wanted.unicode_set.clear()
        wanted.unicode_set.update(codes)
        # Standing lines, which we do not set, and what only the font's makers need.
        tables = ("vhea", "vmtx", "FFTM")
        wanted.drop_table_tag_set.update({int.from_bytes(tag.encode()) for tag in tables})
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    (_FONTS / f"{name}.ttf").write_bytes(hb.subset(face, wanted).blob.data)


def kerning(path: Path) -> str:
    """How much nearer letters stand to the one before them: lines of "AÀ -70:TV -30:CG".

    Thousandths of an em. Not at spaces and dashes, where a line may end, and not less than anyone
    sees: a hundredth of an em is a tenth of a point in our papers.
    """
    face = hb.Face(hb.Blob.from_file_path(path))
    font = hb.Font(face)
    letters = [chr(code) for code in sorted(face.unicodes) if chr(code) not in _NEVER_KERNED]
    rows: dict[str, str] = {}
    for left in letters:
        row: dict[int, str] = {}
        for right in letters:
            kern = round(
                (_advance(font, left + right) - _alone(font, left, right)) * 1000 / face.upem
            )
            if abs(kern) >= _SEEN:
                row[kern] = row.get(kern, "") + right
        said = " ".join(f"{kern}:{rights}" for kern, rights in sorted(row.items()))
        if said:
            rows[said] = rows.get(said, "") + left
    return "".join(f"{lefts} {said}\n" for said, lefts in rows.items())


def _alone(font: hb.Font, *letters: str) -> int:
    return sum(_advance(font, letter) for letter in letters)


def _advance(font: hb.Font, text: str) -> int:
    """The width of letters that stay as they are: no ligatures."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {"liga": False, "clig": False, "calt": False, "ccmp": False})
    return sum(position.x_advance for position in buffer.glyph_positions)


def _ranges(path: Path) -> str:
    """The characters of a font: ``0041-005A`` and single ones, in order."""
    found: list[list[int]] = []
    for code in sorted(hb.Face(hb.Blob.from_file_path(path)).unicodes):
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return " ".join(f"{a:04X}" if a == b else f"{a:04X}-{b:04X}" for a, b in found)


if __name__ == "__main__":
    sys.exit(main())
