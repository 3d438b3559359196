"""Lays out a document of any length as pages."""

from __future__ import annotations

from pdkiosk.documents import model
from pdkiosk.pdf import answer_sheet, blocks_to_fill_in, envelope, text_blocks
from pdkiosk.pdf.column import Column
from pdkiosk.pdf.furniture import Furniture
from pdkiosk.pdf.pagination import Page, Strip, glue, paginate
from pdkiosk.pdf.sheet import Pdf, Sheet
from pdkiosk.pdf.wording import Wording

# A signature takes at most this many lines of the text before it to its page.
_LINES_WITH_SIGNATURE = 8
_CREDIT_SPACE = 10.0
# The credit may extend a little lower than the text.
_CREDIT_DEPTH = 18.0


def compose(document: model.Document, wording: Wording, sheet: Sheet) -> Pdf:
    """Draws the document on the sheet and returns the PDF."""
    draw(document, wording, sheet)
    return sheet.finish()


def draw(document: model.Document, wording: Wording, sheet: Sheet) -> None:
    """Draws the pages of the document after those already on the sheet."""
    form = sheet.print
    column = Column(wording, form.side, sheet.width - form.side, form, sheet.mirrored)
    height = sheet.height - form.top - form.foot
    strips = _strips(document, column)
    credit = text_blocks.credit(document, column)
    pages = _with_credit(strips, credit, height)
    furniture = Furniture(document, column, len(pages))
    for number, page in enumerate(pages, 1):
        furniture.draw(sheet, number)
        for top, strip in page.strips:
            strip.draw(sheet, sheet.height - form.top - top)
        if number == len(pages):
            _draw_credit(credit, sheet)
        sheet.end_page()


def _strips(document: model.Document, column: Column) -> list[Strip]:
    strips: list[Strip] = []
    opens = False
    together: int | None = None
    lead: model.Heading | None = None
    for place, block in enumerate(document.blocks):
        if isinstance(block, model.PageBreak):
            _keep_together(strips, together)
            together = len(strips) if block.if_needed else None
            opens = not block.if_needed
            continue
        if _leads(document.blocks, place):
            assert isinstance(block, model.Heading)
            lead = block
            continue
        added = _block(block, column, lead)
        lead = None
        if strips and _continues(block):
            strips[-1].glued = True
        if isinstance(block, model.Signature):
            # Nobody should be asked to sign a page without text.
            _hold(strips)
        if added and opens:
            added[0].opens = True
            opens = False
        strips += added
    _keep_together(strips, together)
    return strips


def _leads(blocks: tuple[model.Block, ...], place: int) -> bool:
    """Whether a block is a heading that is printed in the first line of the paragraph after it."""
    block, following = blocks[place], blocks[place + 1 : place + 2]
    if not isinstance(block, model.Heading) or block.level != model.Heading.IN_THE_LINE:
        return False
    return any(isinstance(one, model.Paragraph) for one in following)


def _keep_together(strips: list[Strip], begin: int | None) -> None:
    if begin is not None:
        glue(strips[begin:])


def _continues(block: model.Block) -> bool:
    """Whether a block makes no sense without the one before it, so both must be on one page."""
    if isinstance(block, model.CodedRow):
        return block.inner
    return isinstance(block, model.WriteIn) and block.inset


def _block(block: model.Block, column: Column, lead: model.Heading | None = None) -> list[Strip]:
    match block:
        case model.SenderAndDate():
            return text_blocks.sender_and_date(block, column)
        case model.Addressee():
            return text_blocks.addressee(block, column)
        case model.Reference():
            return text_blocks.reference(block, column)
        case model.Heading():
            return text_blocks.heading(block, column)
        case model.Paragraph():
            return text_blocks.paragraph(block, column, lead)
        case model.OwnWords():
            return text_blocks.own_words(block, column)
        case model.Notice():
            return text_blocks.notice(block, column)
        case model.WriteIn():
            return blocks_to_fill_in.write_in(block, column)
        case model.Signature():
            return blocks_to_fill_in.signature(block, column)
        case model.SignatureLine():
            return blocks_to_fill_in.signature_line(block, column)
        case model.CheckRow():
            return blocks_to_fill_in.check_row(block, column)
        case model.ListRow():
            return text_blocks.list_row(block, column)
        case model.Lines():
            return text_blocks.lines(block, column)
        case model.CodedRow():
            return answer_sheet.coded_row(block, column)
        case model.Envelope():
            return envelope.envelope(block, column)
        case model.ExhibitTable():
            return blocks_to_fill_in.exhibit_table(block, column)
        case model.Cover():
            return blocks_to_fill_in.cover(block, column)
        case model.Aside():
            return text_blocks.aside(block, column)
        case model.PageBreak():
            return []


def _hold(strips: list[Strip]) -> None:
    begin = _group_before(strips, len(strips))
    if len(strips) - begin > _LINES_WITH_SIGNATURE:
        begin = max(0, len(strips) - 2)
    elif len(strips) - _group_before(strips, begin) <= _LINES_WITH_SIGNATURE:
        begin = _group_before(strips, begin)
    for strip in strips[begin:]:
        strip.glued = True


def _group_before(strips: list[Strip], end: int) -> int:
    """The start of the group of strips that stay together and end before ``end``."""
    begin = max(0, end - 1)
    while begin > 0 and strips[begin - 1].glued:
        begin -= 1
    return begin


def _with_credit(strips: list[Strip], credit: list[Strip], height: float) -> list[Page]:
    pages = paginate(strips, height)
    needed = sum(strip.height for strip in credit)
    room = height + _CREDIT_DEPTH - _CREDIT_SPACE
    if not credit or pages[-1].used + needed <= room:
        return pages
    # No page may have only the credit: the last text goes with it.
    held = Strip(needed + _CREDIT_SPACE - _CREDIT_DEPTH, lambda _sheet, _top: None)
    if strips:
        strips[-1].glued = True
    return paginate([*strips, held], height)


def _draw_credit(credit: list[Strip], sheet: Sheet) -> None:
    y = sheet.print.foot - _CREDIT_DEPTH + sum(strip.height for strip in credit)
    for strip in credit:
        strip.draw(sheet, y)
        y -= strip.height
