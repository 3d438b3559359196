"""The two ways to make a PDF: a document in one language, a summary in two."""

from __future__ import annotations

from pdkiosk.documents.model import Document, Summary
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.pdf import letter, styles, summary
from pdkiosk.pdf.fonts import each_word_once
from pdkiosk.pdf.sheet import Pdf, Sheet
from pdkiosk.pdf.styles import Paper
from pdkiosk.pdf.wording import Wording


@each_word_once()
def render(
    document: Document, language: str, catalogs: Catalogs, paper: Paper, reader: str = ""
) -> Pdf:
    """A document in one language, on as many pages as it needs.

    Notes for the person (``Aside``) are in the language ``reader``, if given. Any text is
    printable; a character that no font has becomes a box. Raises OSError if a font is missing.
    """
    wording = Wording(catalogs, language, reader)
    form = styles.LARGE if document.large else styles.NORMAL
    sheet = Sheet(paper, wording.text(document.title), language, form, wording.right_to_left)
    return letter.compose(document, wording, sheet)


@each_word_once()
def render_summary(
    content: Summary, languages: tuple[str, str], catalogs: Catalogs, paper: Paper
) -> Pdf:
    """A summary on exactly one page, in the person's language and in English.

    If both languages are the same, there is one column. Raises OSError if a font is missing.
    """
    first, second = (Wording(catalogs, language) for language in languages)
    title = first.text(content.title)
    sheet = Sheet(paper, title, languages[0], mirrored=first.right_to_left)
    other = None if languages[0] == languages[1] else second
    return summary.compose(content, first, other, sheet)
