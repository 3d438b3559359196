"""Every message about printing exists in all languages and has a code."""

from __future__ import annotations

import enum
from collections.abc import Mapping

import pytest

from pdkiosk import resources
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.extraction import read_catalog
from pdkiosk.language.languages import load_languages, settled
from pdkiosk.language.message import Message
from pdkiosk.language.update import catalog_path
from pdkiosk.printing import outcome, state
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.state import State

_LANGUAGES = [code for code in settled(load_languages()) if code != SOURCE_LANGUAGE]
_ALL: list[tuple[type[enum.Enum], Mapping[Outcome, Message] | Mapping[State, Message]]] = [
    (Outcome, outcome.MESSAGES),
    (State, state.MESSAGES),
]


@pytest.mark.parametrize(("members", "messages"), _ALL)
def test_every_member_has_its_own_message_and_code(
    members: type[enum.Enum], messages: Mapping[Outcome, Message] | Mapping[State, Message]
) -> None:
    assert set(messages) == set(members)
    texts = [(message.context, message.text) for message in messages.values()]
    assert all(context and text for context, text in texts)
    assert len({text for _, text in texts}) == len(texts)
    assert len({context for context, _ in texts}) == len(texts)
    assert not [name for name in members.__members__ if members[name].name != name]  # no alias


def test_codes_do_not_meet() -> None:
    codes = [member.code for member in Outcome] + [member.code for member in State]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("member", [*Outcome, *State])
def test_every_message_is_translated(language: str, member: Outcome | State) -> None:
    catalog = read_catalog(catalog_path(resources.folder("translations"), language), language)
    message = catalog.get(member.message.text, member.message.context)
    assert message is not None and message.string and not message.fuzzy
    assert message.string != member.message.text


@pytest.mark.parametrize("member", [o for o in Outcome if not o.ok and o is not o.NOT_CANCELED])
def test_a_failure_says_that_the_letter_is_still_here(member: Outcome) -> None:
    assert "Your letter is still here." in member.message.text


def test_only_a_complete_job_is_printed() -> None:
    assert [o for o in Outcome if o.ok and not o.unsure] == [Outcome.PRINTED, Outcome.SAVED]
