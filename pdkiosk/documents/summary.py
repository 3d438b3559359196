"""The summary: what the person needs on one page, with private things hidden unless wanted."""

from __future__ import annotations

import datetime

from pdkiosk.documents.arguments import DATE_BLANK, NAME_BLANK, Speaker, masked_a_number
from pdkiosk.documents.exhibits import Exhibits, exhibits
from pdkiosk.documents.letter import requested
from pdkiosk.documents.model import Summary, SummaryRow, SummarySection
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import Choices, said
from pdkiosk.interview.flow import chosen_factors
from pdkiosk.interview.rules import holds, years_here
from pdkiosk.language.message import Arg, Blank, DateArg, Message, Own, PartialDate, alone

# Ranks for what may be left out when space runs out; 0 stays always.
_REASON, _PAPER, _FIND = 1, 2, 1


def compose_summary(speaker: Speaker, facility: Facility, drafted: bool) -> Summary:
    """The one-page summary. ``drafted``: the translation was not reviewed by a person."""
    about = speaker.guide.about
    credit = [said(about.credit), speaker.sentence("sum.not_prepared")]
    if drafted:
        credit.append(speaker.sentence("sum.review.drafted"))
    today = speaker.situation.today
    if today > datetime.date.fromisoformat(about.check_by):
        credit.append(said(about.expired)(date=DateArg(_iso(about.check_by))))
    shown = exhibits(speaker)
    return Summary(
        title=speaker.sentence("sum.title"),
        who=speaker.sentence(
            "sum.who",
            name=_name(speaker),
            a_number=masked_a_number(speaker.answers.text("a_number")),
        ),
        date=alone(DateArg(PartialDate(today.year, today.month, today.day))),
        edition=speaker.sentence("sum.edition", date=DateArg(_iso(about.checked))),
        warnings=tuple(_warnings(speaker)),
        sections=(
            _section(speaker, "ask", _asked(speaker)),
            _section(speaker, "reasons", _reasons(speaker)),
            _section(speaker, "papers", _papers(speaker, shown)),
            *_find_out(speaker, facility),
            _section(speaker, "next", _next(speaker)),
            _call(speaker, facility),
            _section(
                speaker,
                "remember",
                [
                    SummaryRow(speaker.sentence("sum.remember.temporary")),
                    SummaryRow(speaker.sentence("sum.remember.rules")),
                ],
            ),
        ),
        left_out=speaker.sentence("sum.left_out", n=1),
        credit=tuple(credit),
    )


def _iso(text: str) -> PartialDate:
    day = datetime.date.fromisoformat(text)
    return PartialDate(day.year, day.month, day.day)


def _shows_all(speaker: Speaker) -> bool:
    return speaker.answers.text("summary_show") == "show"


def _section(speaker: Speaker, name: str, rows: list[SummaryRow]) -> SummarySection:
    return SummarySection(speaker.sentence(f"sum.{name}.title"), tuple(rows))


def _name(speaker: Speaker) -> Arg:
    name = speaker.answers.text("full_name").strip()
    if not name:
        return Blank(NAME_BLANK)
    if _shows_all(speaker):
        return Own(name)
    return Own(" ".join(f"{part[0]}." for part in name.split()))


def _warnings(speaker: Speaker) -> list[Message]:
    """The warning for everyone, and those that matter for these answers, at most three."""
    answers = speaker.answers
    applies = {
        "order": answers.text("in_proceedings") == "order",
        "appeal": answers.text("stage") == "against_me",
        "dismiss": "dismiss" in answers.chosen("requests"),
        "strong": answers.text("strong_case") == "yes",
        "record": bool(answers.chosen("weighs") or answers.cards("record")),
        "english": answers.text("understands_english") == "no",
    }
    chosen = [speaker.sentence(f"sum.warn.{name}") for name, fits in applies.items() if fits]
    return [speaker.sentence("sum.warn.base"), *chosen[:3]]


def _asked(speaker: Speaker) -> list[SummaryRow]:
    question = speaker.questions["requests"]
    assert isinstance(question, Choices)
    wanted = requested(speaker)
    rows = [SummaryRow(said(o.label)) for o in question.options if o.id in wanted]
    return rows or [SummaryRow(speaker.sentence("sum.ask.any"))]


def _reasons(speaker: Speaker) -> list[SummaryRow]:
    show = _shows_all(speaker)
    messages: list[Message] = []
    years = years_here(speaker.situation)
    if years:
        messages.append(speaker.sentence("sum.reasons.years", n=years))
    for factor in chosen_factors(speaker.guide, speaker.answers):
        if factor.group == "high" or (years and factor.id == "long_residence"):
            continue
        words = factor.summary if show or factor.masked is None else factor.masked
        if said(words) not in messages:
            messages.append(said(words))
    rows = [SummaryRow(message, keep=_REASON) for message in messages]
    return rows or [SummaryRow(speaker.sentence("sum.reasons.none"))]


def _papers(speaker: Speaker, shown: Exhibits) -> list[SummaryRow]:
    rows = []
    for paper in shown.papers:
        hidden = paper.private and not _shows_all(speaker)
        name = speaker.sentence("sum.paper.masked") if hidden else said(paper.label)
        letter = shown.letters[paper.id]
        if paper.id in shown.to_follow and not hidden:
            message = speaker.sentence(
                "sum.paper.ask", paper=name, letter=letter, source=said(paper.from_whom)
            )
        elif paper.id in shown.to_follow:
            message = speaker.sentence("sum.paper.ask_masked", paper=name, letter=letter)
        else:
            message = speaker.sentence("sum.paper.have", paper=name, letter=letter)
        rows.append(SummaryRow(message, tick=True, keep=_PAPER))
    return rows or [SummaryRow(speaker.sentence("sum.papers.none"))]


def _find_out(speaker: Speaker, facility: Facility) -> list[SummarySection]:
    answers = speaker.answers
    rows = [
        SummaryRow(said(question.find_out)(**_numbers(facility)), tick=True, keep=_FIND)
        for question in speaker.questions.values()
        if question.find_out is not None
        and holds(question.when, speaker.situation)
        and question.id in answers
        and answers.get(question.id) is None
    ]
    left_out = [
        factor
        for factor in chosen_factors(speaker.guide, answers)
        if factor.group == "high" and answers.get(f"{factor.id}_way") in ("lawyer", "leave", None)
    ]
    entries = [c for c in answers.cards("record") if c.get("record_way") != "keep"]
    if _shows_all(speaker):
        rows += [
            SummaryRow(
                speaker.sentence("sum.find.lawyer", thing=said(factor.summary)), True, _FIND
            )
            for factor in left_out
        ]
    if entries or (left_out and not _shows_all(speaker)):
        rows.append(SummaryRow(speaker.sentence("sum.find.lawyer_masked"), True, _FIND))
    if _shows_all(speaker) and answers.text("fear") == "yes":
        rows.append(SummaryRow(speaker.sentence("sum.find.asylum"), True, _FIND))
    return [_section(speaker, "find", rows)] if rows else []


def _numbers(facility: Facility) -> dict[str, Arg]:
    return {"court_line": facility.court_line, "ice_line": facility.ice_line}


def _next(speaker: Speaker) -> list[SummaryRow]:
    order = speaker.answers.text("in_proceedings") == "order"
    hearing = speaker.answers.date("next_hearing")
    steps = [speaker.sentence(f"sum.next.{name}") for name in ("read", "sign", "copy", "send")]
    if order:
        steps.append(speaker.sentence("sum.next.report"))
    else:
        when: Arg = DateArg(hearing) if hearing else Blank(DATE_BLANK)
        steps.append(speaker.sentence("sum.next.hearing", next_hearing=when))
    steps.append(speaker.sentence("sum.next.again"))
    return [SummaryRow(step, tick=True) for step in steps]


def _call(speaker: Speaker, facility: Facility) -> SummarySection:
    checked: Arg = DateArg(_iso(facility.numbers_checked))
    numbers = _numbers(facility)
    rows = [SummaryRow(alone(line)) for line in facility.legal_help]
    rows.append(SummaryRow(speaker.sentence("sum.call.court", date=checked, **numbers)))
    rows.append(SummaryRow(speaker.sentence("sum.call.ice", date=checked, **numbers), keep=3))
    write_ins = []
    if not facility.legal_help:
        write_ins.append(speaker.sentence("sum.call.help"))
    if facility.library:
        rows.append(
            SummaryRow(speaker.sentence("sum.call.library_known", library=facility.library))
        )
    else:
        write_ins.append(speaker.sentence("sum.call.library"))
    return SummarySection(speaker.sentence("sum.call.title"), tuple(rows), tuple(write_ins))
