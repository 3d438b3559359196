"""Fonts in a PDF whose glyphs are drawn by number, each with the text that it stands for.

The PDF gets one font (Type 0, ISO 32000-1 9.7) for each font file that a paper uses, with only the
outlines of the glyphs used. A code in it stands for a glyph together with its text and width,
because the same outline can represent several letters, and copying or searching must give what was
typed. Codes are assigned in order of use, so that the same paper gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import uharfbuzz as hb

from pdkiosk.pdf.fonts import Drawn
from pdkiosk.pdf.numbers import written
from pdkiosk.pdf.scripts import shaping

_THOUSAND = 1000
# If a script has no bold font, its letters are drawn with an outline this thick (in ems).
_STROKE = 0.035
_ROWS = 100  # entries that a table of a ToUnicode map may have
_SYMBOLIC = 4
_NOTHING = 0.0005


class GlyphFonts:
    """The fonts of one PDF, by the name that their glyphs carry."""

    def __init__(self, canvas: Any) -> None:
        """``canvas`` is reportlab's."""
        self._canvas = canvas
        self._fonts: dict[str, _GlyphFont] = {}

    def code(self, name: str, drawn: Sequence[Drawn], x: float, y: float, size: float) -> str:
        """The operators, inside a text object, that draw glyphs from x and y on (points)."""
        font = self._fonts.get(name)
        if font is None:
            font = self._fonts[name] = _GlyphFont(shaping.named(name), len(self._fonts) + 1)
            resources = self._canvas._doc.idToObject["BasicFonts"].dict
            resources[font.key] = _pdfdoc().PDFObjectReference(font.key)
        return font.code(drawn, x, y, size)

    def embed(self) -> None:
        """Embeds the fonts in the PDF, before it is written."""
        for font in self._fonts.values():
            font.embed(self._canvas._doc)


class _GlyphFont:
    def __init__(self, font: shaping.Font, number: int) -> None:
        self._font = font
        self.key = f"G{number}"
        self._codes: dict[tuple[int, str, int], int] = {}

    def code(self, drawn: Sequence[Drawn], x: float, y: float, size: float) -> str:
        operators = [f"/{self.key} {written(size)} Tf 1 0 0 1 {written(x, y)} Tm"]
        if self._font.heavier:
            operators.append(f"2 Tr {_number(_STROKE * size)} w")
        row: list[str] = []
        rise = pen = real = 0.0  # in ems: the actual and the intended pen position
        for glyph in drawn:
            if glyph.y != rise:
                if row:
                    operators.append(f"[{''.join(row)}] TJ")
                    row = []
                operators.append(f"{_number(glyph.y * size)} Ts")
                rise = glyph.y
            move = real + glyph.x - pen
            if abs(move) > _NOTHING:
                row.append(_number(-move * _THOUSAND))
                pen += move
            real += glyph.advance
            if glyph.number == self._font.empty and not glyph.text:
                continue  # move the pen back, to draw what was read
            # The PDF has whole thousandths; moving the pen corrects the rounding.
            width = round(glyph.advance * _THOUSAND)
            key = (glyph.number, glyph.text, width)
            code = self._codes.setdefault(key, len(self._codes) + 1)
            row.append(f"<{code:04X}>")
            pen += width / _THOUSAND
        if row:
            operators.append(f"[{''.join(row)}] TJ")
        if rise:
            operators.append("0 Ts")
        if self._font.heavier:
            operators.append("0 Tr")
        return " ".join(operators)

    def embed(self, doc: Any) -> None:
        """Embeds the font and its related objects."""
        pdfdoc = _pdfdoc()
        reference, dictionary = pdfdoc.PDFObjectReference, pdfdoc.PDFDictionary
        outlines, places = self._subset()
        name = f"/{_tag(self.key)}+{self._font.name}"
        extents = self._font.font.get_font_extents("ltr")
        scale = self._font.em * _THOUSAND
        file, described, cid, unicode_, map_ = (
            f"{self.key}-{part}" for part in ("file", "descriptor", "cid", "unicode", "map")
        )
        doc.Reference(_stream(outlines, Length1=len(outlines)), file)
        top, bottom = round(extents.ascender * scale), round(extents.descender * scale)
        descriptor = {
            "Type": "/FontDescriptor", "FontName": name, "Flags": _SYMBOLIC, "ItalicAngle": 0,
            "FontBBox": pdfdoc.PDFArray([-_THOUSAND, bottom, 3 * _THOUSAND, top]),
            "Ascent": top, "Descent": bottom, "CapHeight": 700, "StemV": 80,
            "FontFile2": reference(file),
        }  # fmt: skip
        doc.Reference(dictionary(descriptor), described)
        numbers = bytearray(2)  # code 0 is the .notdef glyph
        widths: list[int] = []
        for number, _text, width in self._codes:
            numbers += places[number].to_bytes(2, "big")
            widths.append(width)
        doc.Reference(_stream(bytes(numbers)), map_)
        system = {
            "Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }  # fmt: skip
        descendant = {
            "Type": "/Font", "Subtype": "/CIDFontType2", "BaseFont": name,
            "CIDSystemInfo": dictionary(system), "FontDescriptor": reference(described),
            "DW": _THOUSAND, "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray(widths)]),
            "CIDToGIDMap": reference(map_),
        }  # fmt: skip
        doc.Reference(dictionary(descendant), cid)
        doc.Reference(_stream(self._to_unicode().encode("ascii")), unicode_)
        whole = {
            "Type": "/Font", "Subtype": "/Type0", "BaseFont": name, "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([reference(cid)]), "ToUnicode": reference(unicode_),
        }  # fmt: skip
        doc.Reference(dictionary(whole), self.key)

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        """The font reduced to the used glyphs, and their new numbers by their old ones."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({number for number, _text, _width in self._codes})
        wanted.flags = (
            hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        tables = ("GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap", "vhea", "vmtx")
        wanted.drop_table_tag_set.update({int.from_bytes(tag.encode()) for tag in tables})
        plan = hb.SubsetPlan(self._font.face, wanted)
        places = dict(plan.old_to_new_glyph_mapping)
        return plan.execute().blob.data, places

    def _to_unicode(self) -> str:
        rows = [
            f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for (_glyph, text, _width), code in self._codes.items()
        ]
        parts = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def "
            f"/CMapName /{self.key} def /CMapType 2 def "
            "1 begincodespacerange <0000> <FFFF> endcodespacerange"
        ]
        for start in range(0, len(rows), _ROWS):
            some = rows[start : start + _ROWS]
            parts += [f"{len(some)} beginbfchar", *some, "endbfchar"]
        parts.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(parts)


def _pdfdoc() -> Any:
    from reportlab.pdfbase import pdfdoc

    return pdfdoc


def _stream(content: bytes, **entries: int) -> Any:
    pdfdoc = _pdfdoc()
    stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
    for key, value in entries.items():
        stream.dictionary[key] = value
    return stream


def _tag(key: str) -> str:
    """Six capital letters that mark a subset font, different for each font of a PDF."""
    number = int(key[1:])
    return "AAAA" + chr(65 + number // 26) + chr(65 + number % 26)


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"
