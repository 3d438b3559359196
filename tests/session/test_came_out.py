"""What came out so far, as the printings of a session tell it."""

from __future__ import annotations

import pytest

from pdkiosk.language.message import Message
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Progress, finished
from pdkiosk.printing.state import State
from pdkiosk.session.came_out import came_out_in, is_out, is_outdated, may_be_out
from pdkiosk.session.papers import Part, Printing


def paper(name: str, version: bytes) -> Part:
    return Part(name, Message(name), 2, version)


LETTER, NEWER, SUMMARY = paper("letter", b"1"), paper("letter", b"2"), paper("summary", b"1")


def printed(
    *parts: Part,
    outcome: Outcome | None = Outcome.PRINTED,
    part: int = 1,
    page: int | None = None,
    whole: int = 0,
) -> Printing:
    progress = Progress(part, len(parts), 2, page, State.READY, whole, outcome)
    return Printing(finished(parts, State.READY, Outcome.PRINTED), list(parts), progress)


def test_nothing_is_out_at_first_or_while_it_is_printed() -> None:
    assert not is_out([], LETTER) and came_out_in([], LETTER) is None
    going = [printed(LETTER, SUMMARY, outcome=None, part=2, whole=1)]
    assert not is_out(going, LETTER) and not may_be_out(going, LETTER)


@pytest.mark.parametrize(
    "outcome", [Outcome.PRINTED, Outcome.SAVED, Outcome.SENT, Outcome.DOUBTFUL]
)
def test_all_of_a_good_printing_is_out(outcome: Outcome) -> None:
    good = [printed(LETTER, SUMMARY, outcome=outcome)]
    assert is_out(good, LETTER) and is_out(good, SUMMARY)
    assert came_out_in(good, SUMMARY) is good[0]
    assert not is_out(good, NEWER)


def test_of_a_failed_printing_the_papers_that_were_complete_are_out() -> None:
    failed = [printed(LETTER, SUMMARY, outcome=Outcome.JAM, part=2, whole=1)]
    assert is_out(failed, LETTER) and not is_out(failed, SUMMARY)
    assert not may_be_out(failed, SUMMARY)


def test_what_is_printed_again_is_out_only_when_it_came_out_again() -> None:
    tries = [printed(LETTER), printed(LETTER, outcome=None)]
    assert not is_out(tries, LETTER)
    tries[-1] = printed(LETTER, outcome=Outcome.OUT_OF_PAPER)
    assert not is_out(tries, LETTER) and may_be_out(tries, LETTER)
    assert is_out([*tries, printed(LETTER)], LETTER)


def test_other_papers_change_nothing() -> None:
    tries = [printed(LETTER), printed(SUMMARY, outcome=Outcome.JAM)]
    assert is_out(tries, LETTER) and not is_out(tries, SUMMARY)


def test_who_takes_a_change_back_has_both_versions_and_prints_again() -> None:
    both = [printed(LETTER), printed(NEWER)]
    assert not is_out(both, LETTER)
    assert is_outdated(both, both, LETTER)
    one = [printed(LETTER), printed(NEWER, outcome=Outcome.OUT_OF_PAPER)]
    assert is_out(one, LETTER)
    assert not is_outdated(one, one, LETTER)


def test_old_pages_are_replaced_by_new_ones_of_the_same_paper_only() -> None:
    old = [printed(LETTER, SUMMARY)]
    assert not is_outdated(old, old, LETTER)
    assert is_outdated(old, old, NEWER)
    assert not is_outdated(old, [], NEWER), "only of the printings asked for"
    more = [*old, printed(SUMMARY), printed(NEWER, outcome=Outcome.REFUSED)]
    assert is_outdated(more, more, NEWER)
    more.append(printed(NEWER))
    assert not is_outdated(more, more, NEWER)


LEAVE = {
    Outcome.CANCELED,
    Outcome.CANCELED_BY_STAFF,
    Outcome.NOT_CANCELED,
    Outcome.ABORTED,
    Outcome.SERVICE_LOST,
}


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if not outcome.ok])
def test_pages_may_be_out_of_what_was_begun_where_the_message_says_so(outcome: Outcome) -> None:
    begun = [printed(LETTER, SUMMARY, outcome=outcome)]
    assert may_be_out(begun, LETTER) is (outcome in LEAVE)
    assert not may_be_out(begun, SUMMARY), "it was never sent"


def test_pages_may_be_out_where_the_printer_counted_one() -> None:
    assert not may_be_out([printed(LETTER, outcome=Outcome.JAM, page=1)], LETTER)
    assert may_be_out([printed(LETTER, outcome=Outcome.JAM, page=2)], LETTER)
