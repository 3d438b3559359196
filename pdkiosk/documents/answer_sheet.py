"""The answer sheet: every answer with the code of its screen, for entering them again later.

It does not depend on the letter: it can be printed from the first question on.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from pdkiosk.characters import in_paragraphs
from pdkiosk.documents.answer_text import answer_text, card_title
from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.letter_head import footer
from pdkiosk.documents.model import (
    Block,
    CodedRow,
    Document,
    Heading,
    Kind,
    ListRow,
    Notice,
    Paragraph,
    Sentence,
)
from pdkiosk.guide.model import Cards, Choice, Choices, Guide, LongText, Papers, Question, said
from pdkiosk.interview import answer_words
from pdkiosk.interview.answers import Answers, Card, Value
from pdkiosk.interview.codes import question_codes
from pdkiosk.interview.flow import Interview, options, papers
from pdkiosk.interview.situation import Situation
from pdkiosk.language.message import DateArg, Message, Own, PartialDate, alone

# Translators: title of the printed page with all answers of a person.
_TITLE = Message("My answers", "sheet.title")
# Translators: at the head of each page of the answer sheet. Short.
_BANNER = Message("Only for you. Do not send it to ICE", "sheet.banner")
# Translators: the warning in a box on the answer sheet.
_WARNING = Message(
    "Keep these pages with you. They hold all that you told this program: whoever reads them "
    "knows your story.",
    "sheet.warning",
)
# Translators: the warning in a box on the answer sheet, second sentence.
_TEAR = Message("When you no longer need them, tear them up small.", "sheet.tear")
# Translators: heading on the answer sheet above three short lines.
_HOW = Message("How to use it", "sheet.how")
# Translators: how to use the answer sheet: the code is a number and a letter, such as 4C.
_HOW_CODES = Message(
    "Next time, go down these pages with a finger. Each screen shows its code at the top right, "
    "such as {code}.",
    "sheet.how_codes",
)
# Translators: how to use the answer sheet. The number after the code counts the cards.
_HOW_NUMBERS = Message(
    "After the code stands which card to touch, counted from the first one: 1, 2, 3. If the "
    "cards stand side by side, count each row from left to right.",
    "sheet.how_numbers",
)
# Translators: how to use the answer sheet.
_HOW_REST = Message("What is not on these pages, you did not answer.", "sheet.how_rest")
# Translators: a part of the answer sheet. {n} is the number of the step, {section} its name.
_SECTION = Message("{n}. {section}", "sheet.section")
# Translators: a date on the answer sheet of which the person was not sure.
_UNSURE = Message("{date} (the date is not exact)", "sheet.unsure")
# Translators: on the answer sheet: the person ticked none of the cards.
_NONE = Message("None", "sheet.none")
# Translators: on the answer sheet, when nothing was answered yet.
_EMPTY = Message("You have not answered anything yet.", "sheet.empty")


def answer_sheet(guide: Guide, interview: Interview) -> Document:
    """All answers that count, in the order in which they are asked."""
    situation = interview.situation()
    codes = question_codes(guide)
    rows = list(_rows(guide, interview, situation, codes))
    blocks: list[Block] = [
        Heading(_TITLE, level=1),
        Notice((Sentence(_WARNING), Sentence(_TEAR)), strong=True),
        Heading(_HOW),
        *(ListRow(Sentence(m)) for m in (_HOW_CODES(code="4C"), _HOW_NUMBERS, _HOW_REST)),
    ]
    last = 0
    for number, row in rows:
        if number != last:
            last = number
            title = said(guide.section[number - 1].title)
            blocks.append(Heading(_SECTION(n=number, section=title)))
        blocks.append(row)
    if not rows:
        blocks.append(Paragraph((Sentence(_EMPTY),)))
    speaker = Speaker.of(guide, situation)
    return Document(Kind.ANSWERS, _TITLE, tuple(blocks), footer=footer(speaker), banner=_BANNER)


def _rows(
    guide: Guide, interview: Interview, situation: Situation, codes: dict[str, str]
) -> Iterator[tuple[int, CodedRow]]:
    """Each row with the number of its step."""
    course = interview.course()
    sections = {section.id: number for number, section in enumerate(guide.section, 1)}
    for step in course.steps:
        number = sections[step.page.section]
        for question in step.questions if not step.part else ():
            # Only what the person chose: a box ticked by default will be ticked again next time.
            if question.id not in course.kept or question.id not in interview.answers:
                continue
            value = course.kept.get(question)
            for row in _question(guide, interview, question, value, situation, codes):
                yield number, row


def _question(
    guide: Guide,
    interview: Interview,
    question: Question,
    value: Value,
    situation: Situation,
    codes: dict[str, str],
) -> Iterator[CodedRow]:
    code = codes[question.id]
    asked = said(question.short)
    match question:
        case Cards() if isinstance(value, list):
            cards = [card for card in value if isinstance(card, dict)]
            if not cards:
                yield CodedRow(code, asked, (_NONE,))
            for place, card in enumerate(cards, 1):
                yield CodedRow(f"{code} {place}", asked, (card_title(question, card),))
                yield from _card(guide, interview, question, card, situation)
        case Papers() if isinstance(value, dict):
            for place, paper in enumerate(papers(guide, situation), 1):
                if paper.id in value:
                    status = answer_words.STATUSES[value[paper.id]]
                    yield CodedRow(f"{code} {place}", said(paper.label), (status,))
        case Choices() if isinstance(value, list):
            yield _choices(guide, question, value, situation, code)
        case _:
            mark = _place(guide, question, value, situation)
            yield CodedRow(f"{code}{mark}", asked, (_answer(guide, question, value, situation),))


def _choices(
    guide: Guide, question: Choices, value: Value, situation: Situation, code: str
) -> CodedRow:
    """All ticked cards, each preceded by its number."""
    chosen = value if isinstance(value, list) else []
    offered = options(guide, question, situation)
    ticked = [(n, option) for n, option in enumerate(offered, 1) if option.id in chosen]
    answers = tuple(_NUMBERED(n=n, it=said(option.label)) for n, option in ticked)
    return CodedRow(code, said(question.short), answers or (_NONE,))


# Translators: a ticked card on the answer sheet: {n} is its number, {it} its words.
_NUMBERED = Message("{n}: {it}", "sheet.numbered")


def _place(guide: Guide, question: Question, value: Value, situation: Situation) -> str:
    """The number of the card that was touched, such as " 2"; "" for a typed answer."""
    if not isinstance(question, Choice):
        return ""
    ids = [option.id for option in options(guide, question, situation)]
    return f" {ids.index(value) + 1}" if isinstance(value, str) and value in ids else ""


def _answer(guide: Guide, question: Question, value: Value, situation: Situation) -> Message:
    if isinstance(value, PartialDate) and value.about:
        return _UNSURE(date=DateArg(replace(value, about=False)))
    if isinstance(question, LongText) and isinstance(value, str):
        return alone(Own(in_paragraphs(value)))
    return answer_text(guide, question, value, True, situation)


def _card(
    guide: Guide, interview: Interview, question: Cards, card: Card, situation: Situation
) -> Iterator[CodedRow]:
    """What was said about one person or entry."""
    inside = replace(situation, answers=Answers(interview.live_card(question, card)))
    for asked in interview.card_fields(question, card):
        value = card.get(asked.id)
        if asked.id not in card or value in ("", [], {}):
            continue
        if isinstance(asked, Choices):
            row = _choices(guide, asked, value, inside, "")
        else:
            row = CodedRow("", said(asked.short), (_answer(guide, asked, value, inside),))
        yield replace(row, inner=True)
