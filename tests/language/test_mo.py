"""The reader of compiled catalogs, against the standard library's."""

from __future__ import annotations

import gettext
import struct
from pathlib import Path

import pytest

from pdkiosk import resources
from pdkiosk.language.compile import compile_catalogs
from pdkiosk.language.extraction import read_catalog
from pdkiosk.language.mo import MoFile

NUMBERS = (0, 1, 2, 5, 11, 21, 100)


@pytest.fixture(scope="module")
def path() -> Path:
    compile_catalogs(resources.folder("translations"))
    return resources.folder("translations") / "es/LC_MESSAGES/pdkiosk.mo"


def test_it_finds_what_gettext_finds(path: Path) -> None:
    with path.open("rb") as file:
        peer = gettext.GNUTranslations(file)
    ours = MoFile(path.read_bytes())
    singles = plurals = 0
    for message in read_catalog(path.with_suffix(".po"), "es"):
        context = message.context or ""
        if not message.id or not message.string:
            continue
        if isinstance(message.id, str):
            expected = peer.pgettext(context, message.id) if context else peer.gettext(message.id)
            assert ours.text(context, message.id) == expected
            singles += 1
            continue
        one, many = message.id[:2]
        for number in NUMBERS:
            if context:
                expected = peer.npgettext(context, one, many, number)
            else:
                expected = peer.ngettext(one, many, number)
            assert ours.plural(context, one, many, number) == expected
            plurals += 1
    assert singles > 1500 and plurals > 5 * len(NUMBERS)
    assert ours.text("bar.step", "nobody says this") is None
    assert ours.plural("", "one thing", "{n} things", 2) is None


def _file(order: str, pairs: list[tuple[bytes, bytes]]) -> bytes:
    """A catalog in one of the two orders of bytes, its entries as given."""
    count = len(pairs)
    begin = 28 + 16 * count
    tables, strings = [], b""
    for column in (0, 1):
        for pair in pairs:
            tables += [len(pair[column]), begin + len(strings)]
            strings += pair[column] + b"\0"
    head = struct.pack(f"{order}7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    return head + struct.pack(f"{order}{len(tables)}I", *tables) + strings


GREEK = b"Plural-Forms: nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;\n"
PAIRS = [(b"", GREEK), (b"a\x04day\0days", b"uno\0dos\0muchos"), (b"b", "sí".encode())]


@pytest.mark.parametrize("order", ["<", ">"])
def test_both_orders_of_bytes(order: str) -> None:
    catalog = MoFile(_file(order, PAIRS))
    assert catalog.text("", "b") == "sí"
    assert [catalog.plural("a", "day", "days", n) for n in (1, 2, 3)] == ["uno", "dos", "muchos"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a catalog at all, but long enough",
        _file("<", PAIRS)[:-1],
        _file("<", [PAIRS[0], PAIRS[2], PAIRS[1]]),
        _file("<", [(b"b", b"s\xff")]),
        struct.pack("<7I", 0x950412DE, 0, 0xFFFFFFF, 28, 28, 0, 0),
        struct.pack("<7I", 0x950412DE, 0x20000, 0, 28, 28, 0, 0),
    ],
    ids=["empty", "other", "cut off", "not in order", "not utf-8", "too many", "newer format"],
)
def test_what_is_no_whole_catalog_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"catalog|decode"):
        MoFile(data)


def test_a_catalog_may_be_empty() -> None:
    assert MoFile(_file("<", [])).text("", "b") is None


@pytest.mark.parametrize("rule", [b"n", b"n%0", b"n ? :", b"n?n:(n", b"(" * 9999])
def test_a_rule_that_leads_nowhere_gives_nothing(rule: bytes) -> None:
    header = b"Plural-Forms: plural=" + rule + b";\n"
    catalog = MoFile(_file("<", [(b"", header), (b"x\0xs", b"un\0dos")]))
    assert catalog.plural("", "x", "xs", 7) is None
