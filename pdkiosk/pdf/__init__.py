"""Turns documents into PDF files. Cheap to import: reportlab is loaded with the first page."""

from __future__ import annotations

from pdkiosk.pdf import fonts, reportlab_import
from pdkiosk.pdf.fonts import each_word_once
from pdkiosk.pdf.printer_test_page import render_test_page
from pdkiosk.pdf.render import render, render_summary
from pdkiosk.pdf.sheet import Pdf
from pdkiosk.pdf.styles import Paper


def warm() -> None:
    """Imports reportlab and reads the fonts now, so that the first page is not slow."""
    reportlab_import.reportlab()
    fonts.face(False)
    fonts.face(True)


__all__ = ["Paper", "Pdf", "each_word_once", "render", "render_summary", "render_test_page", "warm"]
