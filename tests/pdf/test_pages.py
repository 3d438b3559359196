"""Every page that can be printed: nothing overlaps or leaves its place, each has a name."""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdkiosk.documents.model import TO_ICE, Aside, Document, Kind, Summary
from pdkiosk.documents.packet import PacketPart
from pdkiosk.facility.settings import Facility
from pdkiosk.pdf import Paper, Pdf, styles, wording
from pdkiosk.pdf.summary_page import MARGIN
from tests.documents import people
from tests.documents.people import MARIA, say
from tests.interview.people import answers, random_answers
from tests.pdf import layout, samples

ADDRESSES = Facility(
    name="Eloy Detention Center",
    address=["1705 East Hanna Road", "Eloy, AZ 85131"],
    opla_address=["3250 North Pinal Parkway Avenue", "Florence, AZ 85132"],
    ero_address=["2035 North Central Avenue", "Phoenix, AZ 85004"],
    legal_help=["Florence Project: 520-868-0191"],
    library="Tuesday and Thursday, 8 to 10",
)
LONG = "María de los Ángeles Fernández-Castellanos y Villagrán de la Huerta Quiñones"
PEOPLE: dict[str, dict[str, Any]] = {
    "nothing": {},
    "order": {"in_proceedings": "order", "full_name": LONG, "a_number": "A012345678"},
    "María": MARIA,
    "one paper": {"papers": {"support_letters": "ask"}, "full_name": LONG},
    "everything": people.everything(12, 20),
    "a long story": {**MARIA, "story": "Mi hija pregunta cada noche.\n" * 300},
}


def check(part: PacketPart, reader: str, pdf: Pdf) -> None:
    """All that must hold on each page of a paper."""
    where = f"{part.kind.value} in {part.language}"
    pages = layout.pieces(pdf)
    assert len(pages) == pdf.pages
    width, height = map(float, samples.reader(pdf).pages[0].mediabox[2:])
    large = part.kind is Kind.LARGE_PRINT
    margin = MARGIN if isinstance(part.content, Summary) else 54.0 if large else 72.0
    least = 18 if large else 8
    for number, page in enumerate(pages, 1):
        assert not list(layout.overlapping(page)), where
        assert not list(layout.outside(page, margin, width - margin)), where
        assert all(piece.bottom > 20 and piece.top < height - 20 for piece in page), where
        assert all(piece.size >= least for piece in page), where
        if isinstance(part.content, Summary):
            assert number == 1
            continue
        text = " ".join(piece.text for piece in page)
        assert say(wording.PAGE(x=number, y=pdf.pages), part.language) in text
        # What is sent to ICE is the writer's own; the person's own pages say who did not make them.
        assert (say(wording.NOT_BY, part.language) in text) == (part.kind not in TO_ICE)
        if large:
            rows = sorted({piece.bottom for piece in page})
            assert rows[2] - rows[1] > 1.5 * (rows[1] - rows[0]), f"{where}: text at the foot"
            banner = max(piece.bottom for piece in page)
            assert any(90 < piece.bottom < banner - 40 for piece in page), where
            continue
        body = [p for p in page if p.size > 8 and p.bottom < 72 - 0.3 * p.size]
        assert not body, where
        # No page has nothing but its foot.
        assert any(piece.bottom > 72 for piece in page), where


def check_all(reader: str, facility: Facility, paper: Paper, given_answers: dict[str, Any]) -> None:
    numbers = {}
    for part in people.packet(facility, reader, **given_answers).parts:
        pdf = people.rendered(part, reader, paper)
        check(part, reader, pdf)
        if part.kind in (Kind.LETTER, Kind.READING_COPY, Kind.LARGE_PRINT):
            numbers[part.kind] = numbered(pdf)
        if part.kind in (Kind.SUMMARY, Kind.ENVELOPE, Kind.INTERPRETATION, Kind.SUPPORT_REQUEST):
            assert pdf.pages == 1, part.kind
    assert len(set(map(tuple, numbers.values()))) == 1


def numbered(pdf: Pdf) -> list[str]:
    """The numbers in the margin, as printed."""
    return [
        piece.text
        for page in layout.pieces(pdf)
        for piece in page
        if re.fullmatch(r"\d+\.", piece.text) and piece.left < 73
    ]


# Each two of paper, reader and facility meet.
@pytest.mark.parametrize(
    ("paper", "reader", "facility"),
    [
        (Paper.LETTER, "en", Facility()),
        (Paper.LETTER, "es", ADDRESSES),
        (Paper.A4, "en", ADDRESSES),
        (Paper.A4, "es", Facility()),
    ],
    ids=["letter-en", "letter-es-addresses", "a4-en-addresses", "a4-es"],
)
@pytest.mark.parametrize("name", PEOPLE)
def test_pages_of_some_people(name: str, paper: Paper, reader: str, facility: Facility) -> None:
    check_all(reader, facility, paper, PEOPLE[name])


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    answers(
        in_proceedings=st.sampled_from(["yes", "order"]),
        way=st.sampled_from(["short", "full"]),
        order_by=st.just("judge"),
    ),
    st.sampled_from(["en", "es"]),
    st.sampled_from([Facility(), ADDRESSES]),
)
def test_pages_of_anybody(given_answers: dict[str, Any], reader: str, facility: Facility) -> None:
    check_all(reader, facility, Paper.LETTER, given_answers)


@pytest.mark.parametrize("seed", range(12))
def test_pages_of_people_with_much_to_say(seed: int) -> None:
    chance = random.Random(seed)
    case = {"in_proceedings": chance.choice(["yes", "order"]), "way": "full", "order_by": "judge"}
    check_all(chance.choice(["en", "es"]), ADDRESSES, Paper.LETTER, random_answers(chance) | case)


@pytest.mark.parametrize("reader", ["en", "es"])
def test_the_whole_packet_is_the_same_bytes_each_time(reader: str) -> None:
    def files() -> list[bytes]:
        packet = people.packet(ADDRESSES, reader, **people.everything(4, 2))
        return [people.rendered(part, reader).data for part in packet.parts]

    assert files() == files()


def test_every_paper_has_a_title_and_a_language_and_no_author() -> None:
    for part in people.packet(ADDRESSES, **people.everything(4, 2)).parts:
        reader = samples.reader(people.rendered(part))
        information = reader.metadata
        assert information is not None
        assert information.title
        assert not information.author
        assert "López" not in str(information)
        assert reader.trailer["/Root"]["/Lang"] == part.language  # type: ignore[index]


def test_the_credit_is_on_the_persons_own_pages_and_on_none_for_ice() -> None:
    for part in people.packet(**MARIA).parts:
        text = " ".join(people.pages(people.rendered(part)))
        copies = (Kind.READING_COPY, Kind.LARGE_PRINT)
        credited = part.kind in (Kind.SUMMARY, *copies)
        assert ("Florence Immigrant & Refugee Rights Project" in text) == credited


@pytest.mark.parametrize("kind", [Kind.INTERPRETATION, Kind.TRANSLATION])
def test_a_certificate_fills_half_a_page(kind: Kind) -> None:
    answers_given = {**MARIA, "full_name": LONG}
    (part,) = (p for p in people.packet(**answers_given).parts if p.kind is kind)
    (page,) = layout.pieces(people.rendered(part))
    (signed,) = (p for p in page if p.text.startswith("Signature of"))
    assert signed.bottom > 792 / 2
    assert isinstance(part.content, Document)
    (aside,) = (block for block in part.content.blocks if isinstance(block, Aside))
    (kept,) = (p for p in page if p.text == say(aside.label, "es"))
    assert kept.top < signed.bottom


def test_what_is_for_the_person_is_in_their_language_on_an_english_form() -> None:
    packet = people.packet(**{**MARIA, "papers": {"medical_records": "ask"}})
    for part in packet.parts:
        if part.kind in (Kind.INTERPRETATION, Kind.RECORDS_REQUEST, Kind.ENVELOPE, Kind.COVERS):
            assert part.language == "en"
            assert isinstance(part.content, Document)
            (aside,) = (block for block in part.content.blocks if isinstance(block, Aside))
            text = " ".join(people.pages(people.rendered(part, "es")))
            for message in (aside.label, *(s.message for s in aside.sentences)):
                assert say(message, "es") in text


@pytest.mark.parametrize("readers", [[], ["family"], ["doctor", "teacher"], ["employer"]])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("facility", [Facility(), ADDRESSES])
def test_a_request_for_support_is_one_page(
    readers: list[str], language: str, facility: Facility
) -> None:
    given_answers: dict[str, Any] = {
        "papers": {"support_letters": "ask"},
        "support_readers": readers,
        "support_language": language,
    }
    for part in people.packet(facility, **given_answers).parts:
        if part.kind is Kind.SUPPORT_REQUEST:
            assert people.rendered(part).pages == 1


def test_the_lawyers_page_warns_on_top_in_both_languages() -> None:
    (part,) = (p for p in people.packet(**MARIA).parts if p.kind is Kind.LAWYER)
    (page,) = layout.pieces(people.rendered(part))
    banner = max(page, key=lambda piece: piece.top).text
    assert isinstance(part.content, Document)
    assert part.content.banner is not None
    for language in ("es", "en"):
        assert say(part.content.banner, language) in banner
    assert "Do not send to ICE." in banner


@pytest.mark.parametrize("line", ["Line", "Wide " * 90, "W" * 490], ids=["many", "words", "one"])
def test_no_line_of_an_address_runs_off_the_page(line: str) -> None:
    """Whatever a facility file has for one."""
    count = 60 if line == "Line" else 4
    address = [f"{line} {number}" for number in range(count)]
    facility = Facility(name="Eloy", address=address, opla_address=address, ero_address=address)
    for part in people.packet(facility, "es", **MARIA).parts:
        pdf = people.rendered(part, "es")
        check(part, "es", pdf)
        if part.kind is Kind.ENVELOPE:
            text = people.squeezed("".join(people.pages(pdf)))
            assert all(
                text.count(people.squeezed(each)) >= 2 for each in address[:1] + address[-1:]
            )


def test_sixty_exhibits_have_sixty_cover_sheets() -> None:
    content = people.many_papers(60).document(Kind.COVERS)
    assert isinstance(content, Document)
    pdf = people.rendered(PacketPart(Kind.COVERS, content, "en"))
    assert pdf.pages == 60
    pages = layout.pieces(pdf)
    assert all(not list(layout.overlapping(page)) for page in pages)
    assert any(piece.text == "Exhibit BH" for piece in pages[-1])


@pytest.mark.parametrize("reader", ["en", "es"])
@pytest.mark.parametrize("name", ["nothing", "order", "María", "one paper", "a long story"])
def test_what_is_read_is_printed_large_enough(name: str, reader: str) -> None:
    seen = set()
    for part in people.packet(ADDRESSES, reader, **PEOPLE[name]).parts:
        letters: Counter[float] = Counter()
        for page in layout.pieces(people.rendered(part, reader)):
            for piece in page:
                letters[piece.size] += len(piece.text)
        ((body, _count),) = letters.most_common(1)
        if part.kind is Kind.LARGE_PRINT:
            assert min(letters) >= 18
            assert body == 18
        else:
            # The summary shrinks before anything of it is left out: it is one page.
            assert body >= (9 if part.kind is Kind.SUMMARY else 10), part.kind
        seen.add(part.kind)
    assert {Kind.LETTER, Kind.SUMMARY, Kind.ENVELOPE, Kind.LARGE_PRINT} <= seen


@pytest.mark.parametrize("reader", ["en", "es"])
def test_large_print_says_all_of_the_letter_and_the_summary(reader: str) -> None:
    packet = people.packet(ADDRESSES, reader, **people.everything(12, 20))
    (part,) = (p for p in packet.parts if p.kind is Kind.LARGE_PRINT)
    assert part.language == reader
    pages = people.pages(people.rendered(part, reader))
    text = " ".join(" ".join(pages).split())
    for sentence in people.every_sentence(packet.letter):
        said = say(sentence.message, reader).rstrip(".").replace("____", " ")
        for words in said.split("  "):
            assert all(word in text for word in words.split()), said
    for message in people.summary_messages(packet.summary):
        if message.context != packet.summary.left_out.context:
            words = say(message, reader).replace("____", "").strip()
            assert " ".join(words.split()) in text
    for page in pages:
        assert "Reading copy. Do not send." in page
        assert ("Copia para leer. No la mande." in page) is (reader == "es")


def test_gray_survives_a_photocopier() -> None:
    assert styles.GRAY <= 0.25


def test_the_measure_finds_what_is_wrong() -> None:
    good = layout.Piece("one", 72, 100, 500, 510, 11)
    assert not list(layout.overlapping([good, layout.Piece("under", 72, 100, 485, 495, 11)]))
    assert not list(layout.overlapping([good, layout.Piece("beside", 101, 130, 500, 510, 11)]))
    for other in (
        layout.Piece("over it", 90, 130, 500, 510, 11),
        layout.Piece("too close", 72, 100, 492, 502, 11),
        layout.Piece("the row above", 72, 100, 540, 550, 11),
    ):
        found = list(layout.overlapping([good, other]))
        assert bool(found) == (other.text != "the row above")
    across = layout.Piece("across rows", 72, 100, 535, 545, 11)
    assert list(layout.overlapping([across, layout.Piece("x", 72, 100, 541, 551, 11)]))
    assert list(layout.outside([good], 80, 540)) == ["one"]
    assert list(layout.outside([good], 72, 90)) == ["one"]
