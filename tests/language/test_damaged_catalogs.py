"""A catalog with one wrong bit is used or refused; none of its sentences ever raises."""

from __future__ import annotations

import io
import random
import struct
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from pdkiosk import resources
from pdkiosk.language.all_texts import all_texts
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.compile import compile_catalogs
from pdkiosk.language.compiled_catalog import CompiledCatalog
from pdkiosk.language.message import Arg, Blank, DateArg, Message, PartialDate

SENTENCES = [
    Message("Yes"),
    Message("I came {arrival:since}.", "came", {"arrival": DateArg(PartialDate(2012, 3))}),
    Message("I came {arrival:in}.", "came.blank", {"arrival": Blank()}),
    Message("{who:start} is {n} year old.", "old", {"who": Message("she"), "n": 1}, "{n} years."),
    Message("{who:start} is {n} year old.", "old", {"who": Message("she"), "n": 7}, "{n} years."),
]
SPANISH: dict[str, str | tuple[str, str]] = {
    "Yes": "Sí",
    "I came {arrival:since}.": "Llegué {arrival:since}.",
    "I came {arrival:in}.": "Llegué {arrival:in}.",
    "in {date}": "en {date}",
    "since {date}": "desde {date}",
    "she": "ella",
    "{who:start} is {n} year old.": ("{who:start} tiene {n} año.", "{n} años."),
}
CONTEXTS = {
    "I came {arrival:since}.": "came",
    "I came {arrival:in}.": "came.blank",
    "in {date}": "date.in.blank",
    "since {date}": "date.since.month_or_year",
    "{who:start} is {n} year old.": "old",
}


def compiled(rule: str = "") -> bytes:
    catalog = Catalog(locale="es", charset="utf-8")
    for text, spanish in SPANISH.items():
        english = text if isinstance(spanish, str) else (text, "{n} years.")
        catalog.add(english, spanish, context=CONTEXTS.get(text))
    written = io.BytesIO()
    write_mo(written, catalog)
    data = written.getvalue()
    if rule:
        good = f"plural={catalog.plural_expr};".encode()
        assert good in data
        wrong = f"plural={rule};".encode().ljust(len(good))
        assert len(wrong) == len(good)
        data = data.replace(good, wrong)
    return data


def put(folder: Path, data: bytes) -> Catalogs:
    path = folder / "es/LC_MESSAGES/pdkiosk.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return Catalogs(folder)


def test_the_catalog_of_these_tests_is_whole(tmp_path: Path) -> None:
    catalogs = put(tmp_path, compiled())
    assert [catalogs.text(sentence, "es") for sentence in SENTENCES] == [
        "Sí",
        "Llegué desde marzo de 2012.",
        "Llegué en ________________.",
        "Ella tiene 1 año.",
        "7 años.",
    ]


def test_no_wrong_bit_makes_a_sentence_raise(tmp_path: Path) -> None:
    data = compiled()
    refused = 0
    for bit in range(8 * len(data)):
        wrong = bytearray(data)
        wrong[bit // 8] ^= 1 << bit % 8
        catalogs = put(tmp_path, bytes(wrong))
        assert all(catalogs.text(sentence, "es") for sentence in SENTENCES)
        refused += not catalogs.is_whole("es")
    assert refused > 100  # the magic number, the tables, and every letter that is not ASCII


def test_no_wrong_bit_in_the_real_catalog_makes_a_sentence_raise(tmp_path: Path) -> None:
    folder = resources.folder("translations")
    compile_catalogs(folder)
    data = (folder / "es/LC_MESSAGES/pdkiosk.mo").read_bytes()
    anything: dict[str, Arg] = _Anything()
    messages = [
        Message(each.message.text, each.message.context, anything, each.message.plural)
        for each in all_texts(folder)
    ]
    assert len(messages) > 1500
    chance = random.Random(1)
    for _ in range(40):
        wrong = bytearray(data)
        for _ in range(20):
            wrong[chance.randrange(28, len(data))] ^= 1 << chance.randrange(8)
        catalogs = put(tmp_path, bytes(wrong))
        for message in messages:
            assert catalogs.text(message, "es")


class _Anything(dict[str, Arg]):
    """An argument for every placeholder: the count is a number, all else a date."""

    def __missing__(self, name: str) -> Arg:
        return 3 if name == "n" else DateArg(PartialDate(2012, 3, 5))


@pytest.mark.parametrize("rule", ["n", "n%0", "(n", "n?n:", "n<0", "9"])
def test_a_rule_for_plurals_that_leads_nowhere(tmp_path: Path, rule: str) -> None:
    catalogs = put(tmp_path, compiled(rule))
    assert all(catalogs.text(sentence, "es") for sentence in SENTENCES)


@pytest.mark.parametrize(
    "data",
    [b"", b"no catalog at all, but long enough", compiled()[:-1], compiled()[:200]],
    ids=["empty", "other", "one byte short", "cut off"],
)
def test_what_is_no_whole_catalog_is_refused(tmp_path: Path, data: bytes) -> None:
    catalogs = put(tmp_path, data)
    assert not catalogs.is_whole("es")
    assert catalogs.text(Message("Yes"), "es") == "Yes"


def test_words_of_spaces_alone_are_none(tmp_path: Path) -> None:
    catalog = Catalog(locale="es", charset="utf-8")
    catalog.add("Yes", " ")
    catalog.add(("{n} year.", "{n} years."), ("{n} año.", "\u00a0"))
    written = io.BytesIO()
    write_mo(written, catalog)
    catalogs = put(tmp_path, written.getvalue())
    years = Message("{n} year.", args={"n": 7}, plural="{n} years.")
    assert catalogs.text(Message("Yes"), "es") == "Yes"
    assert catalogs.text(years, "es") == "7 years."
    assert catalogs.text(years(n=1), "es") == "1 año."


@pytest.mark.parametrize(
    ("language", "forms", "said"),
    [
        ("es", ("un año.", "años."), ["un año.", "2 years.", "21 years."]),
        ("es", ("un año.", "{m} años."), ["un año.", "2 years.", "21 years."]),
        ("es", ("un año.", "{n años."), ["un año.", "2 years.", "21 years."]),
        ("ru", ("один год.", "{n} года.", "{n} лет."), ["один год.", "2 года.", "21 years."]),
        ("zh", ("一年。",), ["一年。", "2 years.", "21 years."]),
        ("ar", ("-", "سنة.", "سنتان.", "-", "-", "{n} سنة."), ["سنة.", "سنتان.", "21 سنة."]),
    ],
)
def test_no_form_says_another_number_than_is_meant(
    tmp_path: Path, language: str, forms: tuple[str, ...], said: list[str]
) -> None:
    catalog = Catalog(locale=language, charset="utf-8")
    catalog.add(("One year.", "{n} years."), forms)
    written = io.BytesIO()
    write_mo(written, catalog)
    path = tmp_path / language / "LC_MESSAGES/pdkiosk.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(written.getvalue())
    catalogs = Catalogs(tmp_path)
    years = Message("One year.", plural="{n} years.")
    assert [catalogs.text(years(n=n), language) for n in (1, 2, 21)] == said


def test_a_text_that_is_led_to_the_head_of_the_file_stops_nothing(tmp_path: Path) -> None:
    data = bytearray(compiled())
    originals = struct.unpack_from("<I", data, 12)[0]
    struct.pack_into("<2I", data, originals + 8, 4, 0)  # the magic number, which is no text
    catalogs = put(tmp_path, bytes(data))
    (tmp_path / "pdkiosk.pot").write_bytes(b'msgid ""\n\nmsgid "Yes"\n' * 20)
    assert catalogs.is_whole("es") and catalogs.lacks_texts("es")
    assert all(catalogs.text(sentence, "es") for sentence in SENTENCES)


def test_texts_in_other_letters_than_utf_8_are_refused(tmp_path: Path) -> None:
    catalogs = put(tmp_path, compiled().replace(b"charset=utf-8", b"charset=koi8r"))
    assert not catalogs.is_whole("es")


def test_every_text_is_found_whatever_its_order(tmp_path: Path) -> None:
    folder = resources.folder("translations")
    compile_catalogs(folder)
    catalog = CompiledCatalog((folder / "es/LC_MESSAGES/pdkiosk.mo").read_bytes())
    entries = list(catalog.entries())
    assert len(entries) > 1500
    for context, english, plural, forms in entries:
        assert catalog.has(context, english, plural)
        assert catalog.text(context, english, plural) == forms[0]
        if plural:
            assert catalog.text(context, english, plural, 7) == forms[1]
    assert not catalog.has("", "no such text") and not catalog.text("", "no such text")
