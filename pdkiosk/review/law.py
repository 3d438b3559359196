"""What a lawyer checks: the facts of the law, everything said about them, and the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pdkiosk.guide.law import Law
from pdkiosk.guide.model import Guide, Option, Sentence, Text
from pdkiosk.interview.rules import RULES
from pdkiosk.review.cases import Case, cases
from pdkiosk.review.conditions import Found, Teller, identity, pieces, place, sealed
from pdkiosk.review.statement import LAW, Statement, number, seal

_SOURCES = {
    "guide": "the source guide of 2011-2012",
    "house": "this program's own rules",
    "law": "",
}
_RULES_HEADING = "Rules that decide what is asked and said"
_GUIDE_HEADING = "What the source guide says, and what this program says of itself"


def law_statements(guide: Guide) -> list[Statement]:
    """All statements of the law book.

    Each fact with the texts that rest on it, other texts, rules.
    """
    entries = {entry.id: entry for entry in guide.law}
    teller = Teller(guide)
    texts = list(_numbered(_texts(guide), entries, teller))
    found: list[Statement] = []
    for entry in guide.law:
        found.append(_fact(entry))
        found += [text for text in texts if text.law and text.law[0] == entry.id]
    found += [text for text in texts if not text.law]
    return [*found, *_rules(teller)]


def heading(entry: Law) -> str:
    """The heading above the statements about a fact."""
    words = entry.id.replace("_", " ").capitalize()
    return re.sub(r"\bice\b", "ICE", words, flags=re.IGNORECASE)


def _fact(entry: Law) -> Statement:
    sure = {"seen": "seen in a copy", "known": "generally known, not read again", "open": "OPEN"}
    where = f" ({entry.address})" if entry.address else ""
    return Statement(
        number=number(LAW, "fact", entry.id),
        seal=_fact_seal(entry),
        heading=heading(entry),
        english=entry.statement,
        where="a fact that the statements below rest on; nobody sees these words",
        rests_on=f"{entry.citation}{where}; {sure[entry.sure]} on {entry.seen_on}; "
        f"good until {entry.check_by}",
        law=(entry.id,),
        check_by=entry.check_by,
    )


def _fact_seal(entry: Law) -> str:
    """The seal of an entry without the day it was looked up, which does not change the content."""
    return seal("fact", entry.id, entry.statement, entry.citation, entry.sure, entry.check_by)


class _Said(NamedTuple):
    """A text of the guide: its words, a description of its source, the entries that it rests on."""

    found: Found
    words: str
    key: tuple[str, str]
    law: tuple[str, ...]
    source: str = ""


def _texts(guide: Guide) -> Iterator[_Said]:
    for found in pieces(guide):
        piece = found.piece
        if isinstance(piece, Text):
            law = tuple(piece.law)
            yield _Said(found, piece.text, ("", piece.text), law, _SOURCES[piece.source])
        elif isinstance(piece, Option) and piece.law:
            words = f"{piece.label}: {piece.note}" if piece.note else piece.label
            yield _Said(found, words, ("", piece.note or piece.label), tuple(piece.law))
        elif isinstance(piece, Sentence) and piece.law:
            words = f"{piece.text} | {piece.plural}" if piece.plural else piece.text
            yield _Said(found, words, (f"letter.{piece.id}", piece.text), tuple(piece.law))


def _numbered(
    texts: Iterator[_Said], entries: dict[str, Law], teller: Teller
) -> Iterator[Statement]:
    times: dict[str, int] = {}
    for found, words, key, law, source in texts:
        piece = found.piece
        stands_in = identity((*found.around, piece))
        identical = f"{stands_in}\0{words}"
        times[identical] = times.get(identical, 0) + 1
        resting = [entries[name] for name in law]
        where = piece.comment if isinstance(piece, Sentence) else place(found.around)
        yield Statement(
            number=number(LAW, "text", stands_in, words, str(times[identical])),
            seal=seal(
                stands_in, words, sealed(found.conditions), source, *map(_fact_seal, resting)
            ),
            heading=heading(resting[0]) if resting else _GUIDE_HEADING,
            english=words,
            where=where,
            condition=teller.tell(found.conditions),
            rests_on=source or "; ".join(f"{heading(e)} ({e.citation})" for e in resting),
            law=law,
            check_by=min((entry.check_by for entry in resting), default=""),
            key=key,
        )


def _rules(teller: Teller) -> Iterator[Statement]:
    tables = cases()
    for name, rule in RULES.items():
        says = " ".join((rule.__doc__ or "").split())
        table = tables.get(name, [])
        lines = [_case_line(case, teller) for case in table]
        yield Statement(
            number=number(LAW, "rule", name),
            seal=seal("rule", name, says, [_sealed_case(case) for case in table]),
            heading=_RULES_HEADING,
            english="\n".join([f"{name}: {says}", *lines]),
            where="decides which pages, boxes and sentences of the letter appear",
            rests_on="named in the text of the rule",
        )


def _sealed_case(case: Case) -> list[object]:
    return [case.answers, case.holds]


def _case_line(case: Case, teller: Teller) -> str:
    said = "; ".join(_said(name, value, teller) for name, value in case.answers.items())
    because = f" ({case.because})" if case.because else ""
    return f"• {said or 'Nothing answered'} – {'YES' if case.holds else 'no'}{because}"


def _said(name: str, value: Any, teller: Teller) -> str:
    asked = teller.question(name)
    label = asked.short.rstrip("?:") if asked else name
    if isinstance(value, dict):
        items = [f"{teller.paper(paper)}: {status}" for paper, status in value.items()]
    elif isinstance(value, list):
        items = [
            " + ".join(_said(key, it, teller) for key, it in item.items())
            if isinstance(item, dict)
            else teller.label(asked, item)
            for item in value
        ]
    else:
        items = ["I do not know" if value is None else teller.label(asked, str(value))]
    return f"{label}: {', '.join(items) or 'none'}"
