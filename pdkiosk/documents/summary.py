"""The summary: what the person needs on one page; private things are hidden unless wanted."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from pdkiosk.documents.arguments import Speaker, masked_a_number
from pdkiosk.documents.exhibits import Exhibits, collect_exhibits, label_of
from pdkiosk.documents.initials import initials
from pdkiosk.documents.letter_head import has_order
from pdkiosk.documents.model import OneLanguage, Summary, SummaryRow, SummarySection
from pdkiosk.documents.wishes import asks_to_end, wants_to_end, wish_labels
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.contract import (
    A_NUMBER,
    AFRAID,
    AGAINST_ME,
    APPEALED,
    FOR_ME,
    FULL_NAME,
    HAS_LAWYER,
    LONG_RESIDENCE,
    NEXT_HEARING,
    RECORD,
    SHOW_ALL,
    SPEAKS_ENGLISH,
    STRONG_CASE,
    WEIGHS,
)
from pdkiosk.guide.model import Factor, Paper, Question, Words, said
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.interview.citizenship import perhaps_citizen
from pdkiosk.interview.deadlines import hearing_missed
from pdkiosk.interview.factors import chosen_factors, for_lawyer, for_lawyer_entries
from pdkiosk.interview.rules import (
    arrival_month_known,
    check_overdue,
    holds,
    is_minor,
    law_overdue,
    years_here,
)
from pdkiosk.interview.screen_arguments import screen_arguments
from pdkiosk.interview.untold import is_untold, severe_is_theirs
from pdkiosk.language.message import (
    Arg,
    Blank,
    LanguageName,
    Listing,
    Message,
    Own,
    PartialDate,
    alone,
)
from pdkiosk.review.status import NOTHING, language_status_shown, law_status_shown
from pdkiosk.review.wording import language_line, law_line

# Ranks for what is left out if space runs out: the highest first, 0 never. Reasons and papers are
# also in the letter. What the facility adds must not displace what belongs to the person.
_REASON, _PAPER, _MORE_HELP, _IF_ROOM = 1, 2, 3, 4
_HELPERS_KEPT = 2
_NAME_BLANK = 36.0
_DATE_BLANK = 24.0
_MOST_WARNINGS = 3
# A larger number of reasons share rows in pairs, if a pair is no longer than this (characters).
_MOST_REASON_ROWS = 5
_TWO_IN_A_ROW = 44
_MONTHS: tuple[SentenceId, ...] = (
    "sum.month.1", "sum.month.2", "sum.month.3", "sum.month.4", "sum.month.5", "sum.month.6",
    "sum.month.7", "sum.month.8", "sum.month.9", "sum.month.10", "sum.month.11", "sum.month.12",
)  # fmt: skip


def compose_summary(speaker: Speaker, facility: Facility, drafted: str) -> Summary:
    """The one-page summary.

    ``drafted``: the code of the language, if its texts are a translation; else "".
    """
    about = speaker.guide.about
    checked = short_date(speaker, _iso(about.checked))
    credit = [speaker.sentence("sum.credit"), speaker.sentence("sum.not_prepared")]
    credit += [speaker.sentence("sum.edition.small", date=checked), *_reviews(speaker, drafted)]
    if check_overdue(speaker.situation):
        credit.append(said(about.expired)(date=short_date(speaker, _iso(about.check_by))))
    exhibits = collect_exhibits(speaker)
    return Summary(
        title=speaker.sentence("sum.title"),
        who=_who(speaker),
        date=alone(_today(speaker)),
        edition=speaker.sentence("sum.edition", date=checked),
        warnings=tuple(_warnings(speaker)),
        sections=(
            _section(speaker, "sum.ask.title", _asked(speaker)),
            _section(speaker, "sum.reasons.title", _reasons(speaker)),
            _section(speaker, "sum.papers.title", _papers(speaker, exhibits)),
            *_find_out(speaker, facility),
            _section(speaker, "sum.next.title", _next(speaker, facility)),
            _call(speaker, facility),
            _section(speaker, "sum.remember.title", _remember(speaker)),
        ),
        left_out=speaker.sentence("sum.left_out", n=1),
        credit=tuple(credit),
    )


def _law_line(speaker: Speaker) -> Message:
    """How far a lawyer has checked the statements about the law."""
    return law_line(law_status_shown(speaker.guide, speaker.situation.today))


def _reviews(speaker: Speaker, language: str) -> Iterator[Message]:
    """How far people have checked law and translation; one short line if nobody has."""
    law = law_status_shown(speaker.guide, speaker.situation.today)
    translation = language_status_shown(language) if language else NOTHING
    if language and not law.checked and not translation.checked:
        yield speaker.sentence("sum.review.drafted", language=LanguageName(language))
        return
    yield law_line(law)
    if language:
        yield language_line(translation, language)


def _today(speaker: Speaker) -> Arg:
    """The date of the page, or a line to write it on if the clock cannot be trusted."""
    day = speaker.situation.day
    if not day.known:
        return Blank(_DATE_BLANK)
    return short_date(speaker, PartialDate(day.says.year, day.says.month, day.says.day))


def short_date(speaker: Speaker, date: PartialDate) -> Message:
    """A short form of a date: "Nov 24, 2026", "24 nov 2026"."""
    if date.about:
        # As in the letter: nobody says "about March 5".
        date = PartialDate(date.year, date.month, None, about=True)
    year = str(date.year)
    if date.month is None:
        shown = alone(year)
    else:
        month = speaker.sentence(_MONTHS[date.month - 1])
        if date.day is None:
            shown = speaker.sentence("sum.month", month=month, year=year)
        else:
            shown = speaker.sentence("sum.day", month=month, day=str(date.day), year=year)
    return speaker.sentence("sum.about", date=shown) if date.about else shown


def _iso(text: str) -> PartialDate:
    day = datetime.date.fromisoformat(text)
    return PartialDate(day.year, day.month, day.day)


def _shows_all(speaker: Speaker) -> bool:
    return speaker.answers.says(SHOW_ALL)


def _section(speaker: Speaker, title: SentenceId, rows: list[SummaryRow]) -> SummarySection:
    return SummarySection(speaker.sentence(title), tuple(rows))


def _who(speaker: Speaker) -> Message:
    """Name or initials and the masked number; a line for the name when it is not known."""
    name = speaker.answers.text(FULL_NAME).strip()
    number = speaker.answers.text(A_NUMBER).strip()
    shown: Arg
    if not name:
        shown = speaker.sentence("sender.name", name=Blank(_NAME_BLANK))
    elif _shows_all(speaker):
        shown = Own(name)
    else:
        shown = Own(initials(name))
    if not number:
        return alone(shown)
    return speaker.sentence("sum.who", name=shown, a_number=masked_a_number(number))


def _warnings(speaker: Speaker) -> list[Message]:
    """The warning for everyone and those that matter for these answers; at most three."""
    answers = speaker.answers
    order = has_order(speaker)
    on_record = bool(answers.chosen(WEIGHS) or answers.cards(RECORD))
    applies: list[tuple[SentenceId, bool]] = [
        ("sum.warn.citizen", perhaps_citizen(speaker.situation)),
        ("sum.warn.minor", is_minor(speaker.situation)),
        ("sum.warn.order", order),
        ("sum.warn.appeal", answers.says(AGAINST_ME) and not answers.says(APPEALED)),
        ("sum.warn.dismiss", wants_to_end(speaker)),
        ("sum.warn.lawyer", answers.says(HAS_LAWYER)),
        ("sum.warn.strong", answers.says(STRONG_CASE)),
        # The existence of a record is private too.
        ("sum.warn.record", on_record and _shows_all(speaker)),
        ("sum.warn.sign", on_record and not _shows_all(speaker)),
        ("sum.warn.english", not answers.says(SPEAKS_ENGLISH)),
    ]
    said_too = [warning for warning, fits in applies if fits][:_MOST_WARNINGS]
    base: SentenceId = "sum.warn.base.order" if order else "sum.warn.base"
    warnings = [speaker.sentence(warning) for warning in (base, *said_too)]
    if law_overdue(speaker.situation, speaker.rests_on(base, *said_too)):
        warnings.append(speaker.sentence("sum.warn.overdue"))
    return warnings


def _asked(speaker: Speaker) -> list[SummaryRow]:
    return [SummaryRow(label) for label in wish_labels(speaker)]


def _reasons(speaker: Speaker) -> list[SummaryRow]:
    show = _shows_all(speaker)
    messages: list[Message] = []
    # As in the letter: only as a chosen reason, and only if it may be said.
    years = years_here(speaker.situation) if arrival_month_known(speaker.situation) else None
    if years:
        messages.append(speaker.sentence("sum.reasons.years", n=years))
    for factor in chosen_factors(speaker.guide, speaker.answers):
        if factor.group == "high" or (years and factor.id == LONG_RESIDENCE.option):
            continue
        if is_untold(speaker.situation, factor):
            continue
        if factor.group == "medical" and severe_is_theirs(speaker.situation):
            continue  # it would read as the writer's; another row already says that someone is ill
        words = _told(speaker, factor) if show or factor.masked is None else factor.masked
        if said(words) not in messages:
            messages.append(said(words))
    if len(messages) > _MOST_REASON_ROWS:
        messages = _side_by_side(speaker, messages)
    rows = [SummaryRow(message, keep=_REASON) for message in messages]
    return rows or [SummaryRow(speaker.sentence("sum.reasons.none"))]


def _told(speaker: Speaker, factor: Factor) -> Words:
    """A reason in words, by what was answered about it."""
    fitting = (line for line in factor.summaries if holds(line.when, speaker.situation))
    return next((line.summary for line in fitting), factor.summary)


def _side_by_side(speaker: Speaker, messages: list[Message]) -> list[Message]:
    """Lets adjacent lines that are short enough share a row."""
    rows: list[Message] = []
    waiting: Message | None = None
    for message in messages:
        if waiting is None:
            waiting = message
        elif len(waiting.text) + len(message.text) <= _TWO_IN_A_ROW:
            rows.append(speaker.sentence("sum.reasons.two", first=waiting, second=message))
            waiting = None
        else:
            rows.append(waiting)
            waiting = message
    return rows if waiting is None else [*rows, waiting]


def _papers(speaker: Speaker, exhibits: Exhibits) -> list[SummaryRow]:
    rows: list[SummaryRow] = []
    private: dict[bool, list[Arg]] = {}
    for paper in exhibits.papers:
        letter = exhibits.letters[paper.id]
        ask = paper.id in exhibits.to_follow
        if _is_private(speaker, paper):
            private.setdefault(ask, []).append(letter)
            continue
        message = speaker.sentence(
            "sum.paper.ask" if ask else "sum.paper.have",
            paper=label_of(speaker, paper),
            letter=letter,
            source=said(paper.from_whom),
        )
        rows.append(SummaryRow(message, tick=True, keep=_PAPER))
    for ask, letters in private.items():
        message = speaker.sentence(
            "sum.paper.private_ask" if ask else "sum.paper.private_have",
            letters=Listing(tuple(letters)),
            n=len(letters),
        )
        rows.append(SummaryRow(message, tick=True, keep=_PAPER))
    return rows or [SummaryRow(speaker.sentence("sum.papers.none"))]


def _is_private(speaker: Speaker, paper: Paper) -> bool:
    """Whether the name of a paper alone reveals what the summary hides.

    That is so for papers that prove only hidden reasons, and for papers of relatives.
    """
    if _shows_all(speaker):
        return False
    if paper.private:
        return True
    proves = [factor for factor in speaker.guide.factor if paper.id in factor.papers]
    return bool(proves) and all(factor.masked is not None for factor in proves)


def _find_out(speaker: Speaker, facility: Facility) -> list[SummarySection]:
    answers = speaker.answers
    known = screen_arguments(speaker.guide, facility, _law_line(speaker))
    rows = [
        SummaryRow(said(question.find_out)(**known), tick=True)
        for question in _reachable(speaker)
        if question.find_out is not None and answers.get(question) in (None, "")
    ]
    left_out = for_lawyer(speaker.guide, answers)
    entries = for_lawyer_entries(answers)
    show = _shows_all(speaker)
    if show:
        rows += [
            SummaryRow(speaker.sentence("sum.find.lawyer", thing=said(factor.summary)), True)
            for factor in left_out
        ]
    if entries or (left_out and not show):
        rows.append(SummaryRow(speaker.sentence("sum.find.lawyer_masked"), True))
    if show and answers.says(AFRAID):
        rows.append(SummaryRow(speaker.sentence("sum.find.asylum"), True))
    return [_section(speaker, "sum.find.title", rows)] if rows else []


def _reachable(speaker: Speaker) -> list[Question]:
    """The questions that make sense for these answers, including skipped ones."""
    # Once the judge has decided, no hearing is expected.
    decided = any(map(speaker.answers.says, (FOR_ME, AGAINST_ME)))
    return [
        question
        for page in speaker.guide.page
        if holds(page.when, speaker.situation)
        for question in page.questions
        if holds(question.when, speaker.situation) and not (decided and question.id == NEXT_HEARING)
    ]


def _remember(speaker: Speaker) -> list[SummaryRow]:
    rows = [SummaryRow(speaker.sentence("sum.remember.rules"))]
    if has_order(speaker):  # there is no case to reopen
        rows.insert(0, SummaryRow(speaker.sentence("sum.remember.temporary.order")))
    elif not speaker.answers.says(FOR_ME):
        # ICE cannot take back what a judge has granted.
        rows.insert(0, SummaryRow(speaker.sentence("sum.remember.temporary")))
    # Safety notes, section 8, row 1; not for someone with a final order or a won case, nor for
    # someone who asks for it.
    going_on = not has_order(speaker) and not speaker.answers.says(FOR_ME)
    if going_on and not asks_to_end(speaker):
        # Others may read the page: it tells of a fear only if it shows everything.
        afraid = _shows_all(speaker) and speaker.answers.says(AFRAID)
        said = speaker.sentence(
            "sum.remember.dismissal.afraid" if afraid else "sum.remember.dismissal"
        )
        rows.append(SummaryRow(said, keep=_IF_ROOM, silent=True))
    return rows


def _numbers(facility: Facility) -> dict[str, Arg]:
    return {"court_line": facility.court_line, "ice_line": facility.ice_line}


def _next(speaker: Speaker, facility: Facility) -> list[SummaryRow]:
    hearing = speaker.answers.date(NEXT_HEARING)
    first: tuple[SentenceId, ...] = (
        "sum.next.read",
        "sum.next.sign",
        "sum.next.copy",
        "sum.next.lawyer" if perhaps_citizen(speaker.situation) else "sum.next.send",
    )
    steps = [speaker.sentence(step) for step in first]
    if has_order(speaker):
        steps.append(speaker.sentence("sum.next.report"))
    elif hearing_missed(speaker.situation):
        steps.append(speaker.sentence("sum.next.hearing_missed", **_numbers(facility)))
    elif hearing is None:
        steps.append(speaker.sentence("sum.next.hearing"))
    else:
        when = short_date(speaker, hearing)
        steps.append(speaker.sentence("sum.next.hearing_date", next_hearing=when))
    steps.append(speaker.sentence("sum.next.again"))
    return [SummaryRow(step, tick=True) for step in steps]


def _call(speaker: Speaker, facility: Facility) -> SummarySection:
    numbers = _numbers(facility)
    rows = [
        SummaryRow(
            alone(line),
            keep=0 if number < _HELPERS_KEPT else _MORE_HELP,
            once=OneLanguage(alone(line)),
        )
        for number, line in enumerate(facility.legal_help)
    ]
    rows.append(SummaryRow(speaker.sentence("sum.call.court", **numbers)))
    rows.append(SummaryRow(speaker.sentence("sum.call.ice", **numbers)))
    write_ins = []
    if not facility.legal_help:
        write_ins.append(speaker.sentence("sum.call.help"))
    if facility.library:
        known = speaker.sentence("sum.call.library_known", library=facility.library)
        label = speaker.sentence("sum.call.library")
        rows.append(SummaryRow(known, once=OneLanguage(alone(facility.library), label)))
    else:
        write_ins.append(speaker.sentence("sum.call.library"))
    date = short_date(speaker, _iso(facility.numbers_checked))
    title = speaker.sentence("sum.call.title", date=date)
    left_out = speaker.sentence("sum.left_out.call", n=1)
    return SummarySection(title, tuple(rows), tuple(write_ins), left_out)
