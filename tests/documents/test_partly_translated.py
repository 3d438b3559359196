"""Papers in a partly translated language: each is in the language of most of its texts."""

from __future__ import annotations

import datetime
import io

import pytest
from pypdf import PdfReader

from pdkiosk import resources
from pdkiosk.commands.stock import Stock, load_stock
from pdkiosk.documents.letter import compose_letter
from pdkiosk.documents.messages_in import messages_in
from pdkiosk.documents.packet import speaker_of
from pdkiosk.interview.answers_file import read_answers
from pdkiosk.interview.answers_schema import AnswersSchema
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.message import Message
from pdkiosk.papers_desk import Desk
from pdkiosk.session.papers import Part

TODAY = datetime.date(2026, 11, 24)


class Partly(Catalogs):
    """Spanish with only these texts translated."""

    def __init__(self, share: int) -> None:
        super().__init__(resources.folder("translations"))
        self._share = share

    def lacks_texts(self, language: str) -> bool:
        return language == "es"

    def has(self, message: Message, language: str) -> bool:
        return language != "es" or sum(message.text.encode()) % 100 < self._share

    def pattern(self, message: Message, language: str) -> str:
        return super().pattern(message, language if self.has(message, language) else "en")


def parts(share: int) -> dict[str, Part]:
    stock = load_stock(None)
    desk = Desk(stock.guide, interview(stock), stock.facility, Partly(share), stock.languages)
    return {part.id: part for part in desk.parts("es")}


def interview(stock: Stock) -> Interview:
    schema = AnswersSchema(stock.guide, tuple(stock.languages))
    file = read_answers(resources.read("sample-answers.json"), schema, TODAY)
    return Interview(stock.guide, file.today or TODAY, file.answers, confirmed=True)


@pytest.mark.parametrize(("share", "copied"), [(100, True), (80, True), (20, False), (0, False)])
def test_a_reading_copy_needs_half_of_its_sentences(share: int, copied: bool) -> None:
    found = parts(share)
    assert ("reading-copy" in found) is copied
    assert "letter" in found and "summary" in found


def test_what_is_hardly_translated_is_in_english() -> None:
    summary = parts(0)["summary"].data
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(summary)).pages)
    assert "My summary: asking ICE" in words and "Mi resumen" not in words


def test_every_message_of_a_letter_is_found() -> None:
    stock = load_stock(None)
    letter = compose_letter(speaker_of(stock.guide, interview(stock)), stock.facility)
    found = {message.text for message in messages_in(letter)}
    assert letter.title.text in found and letter.footer.text in found
    assert len(found) > 20
