"""The printer test page: a frame, a ruler, both languages, and the letters our texts need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.message import Message
from pdkiosk.pdf import styles
from pdkiosk.pdf.sheet import Pdf, Sheet
from pdkiosk.pdf.styles import MM, Paper
from pdkiosk.pdf.text import Words, wrap

RULER_MM = 150

# Translators: the heading of the page that staff print to test the printer.
_TITLE = Message("Test page", "test_page.title")
# Translators: on the test page.
_NOBODY = Message("Nobody's answers are on this page.", "test_page.nobody")
# Translators: on the test page; {paper} is "Letter" or "A4".
_PAPER = Message("Size of the paper: {paper}", "test_page.paper")
# Translators: on the test page.
_FRAME = Message(
    "The frame must be whole on all four sides. If not, the printer has other paper, or it "
    "changes the size.",
    "test_page.frame",
)
# Translators: on the test page, above a ruler; {length} is a number of millimeters.
_RULER = Message(
    "This line must be {length} mm long. If not, set the printer to 100 %.", "test_page.ruler"
)
# Translators: on the test page, above samples of letters.
_LETTERS = Message("No letter may be missing here.", "test_page.letters")

_NAMES = {Paper.LETTER: "Letter", Paper.A4: "A4"}
_INSET = 10 * MM
_FIGURES = "ÁÉÍÓÚÜÑ áéíóúüñ 0123456789 A-012-345-678 $ % & § ( ) [ ] / – — “ ” ‘ ’ « » ¿ ? ¡ !"
_SAMPLE_LETTERS = 400
_NAME_LETTERS = 200  # lines of the facility's name; all else still has to fit on this one page


def render_test_page(
    facility: str,
    languages: Sequence[str],
    letters: Iterable[str],
    catalogs: Catalogs,
    paper: Paper,
) -> Pdf:
    """The test page. ``letters``: texts whose letters must all be shown. Raises OSError."""
    sheet = Sheet(paper, catalogs.text(_TITLE, languages[0]), languages[0])
    left, right = styles.MARGIN, sheet.width - styles.MARGIN
    sheet.frame(_INSET, sheet.height - _INSET, sheet.width - _INSET, _INSET, styles.RULE)
    y = sheet.height - styles.MARGIN

    def write(text: str, size: float, *, bold: bool = False) -> None:
        nonlocal y
        for line in wrap([Words(text, bold)], size, right - left):
            y -= size * styles.LEADING
            sheet.line(left, y, line, size)

    def say(message: Message, size: float = styles.BODY, *, bold: bool = False) -> None:
        nonlocal y
        for text in dict.fromkeys(catalogs.text(message, code) for code in languages):
            write(text, size, bold=bold)
        y -= size * 0.7

    say(_TITLE, styles.TITLE, bold=True)
    if facility:
        name = facility if len(facility) <= _NAME_LETTERS else f"{facility[:_NAME_LETTERS]}…"
        write(name, styles.HEADING, bold=True)
        y -= styles.HEADING
    say(_NOBODY)
    say(_PAPER(paper=_NAMES[paper]))
    say(_FRAME)
    say(_RULER(length=str(RULER_MM)))
    y = _ruler(sheet, left, y - 6 * MM) - 6 * MM
    say(_LETTERS, bold=True)
    write(_FIGURES, styles.BODY)
    seen = sorted({letter for text in letters for letter in text if letter.isprintable()})
    sample = "".join(seen).replace(" ", "")[:_SAMPLE_LETTERS]
    for bold in (False, True):
        y -= styles.BODY * 0.5
        write(sample, styles.BODY, bold=bold)
    sheet.end_page()
    return sheet.finish()


def _ruler(sheet: Sheet, left: float, y: float) -> float:
    """A line with a tick at each centimeter; returns its lower end."""
    sheet.rule(left, left + RULER_MM * MM, y, styles.RULE)
    for millimeter in range(0, RULER_MM + 1, 5):
        long = millimeter % 10 == 0
        x = left + millimeter * MM
        sheet.bar(x, y + (4 if long else 2) * MM, y, styles.HAIRLINE)
        if long:
            label = wrap([Words(str(millimeter))], styles.TINY, 40.0)[0]
            sheet.line(x - label.width / 2, y - 3.6 * MM, label, styles.TINY)
    return y - 4 * MM
