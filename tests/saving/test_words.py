"""Every picture and every trouble has its words, in every language, and a picture to see."""

from __future__ import annotations

import pytest

from pdkiosk import resources
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import load_languages, settled
from pdkiosk.session.saved_work_words import PICTURES, TROUBLES, comfort, trouble_message
from pdkiosk.vault import pictures
from pdkiosk.vault.trouble import Trouble, VaultError

CATALOGS = Catalogs(resources.folder("translations"))


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_is_said_in_every_language(trouble: Trouble) -> None:
    assert trouble in TROUBLES
    error = VaultError(trouble, wait=4.2)
    codes = settled(load_languages())
    texts = {code: CATALOGS.text(trouble_message(error), code) for code in codes}
    assert all(text and "{" not in text for text in texts.values())
    assert len(set(texts.values())) == len(texts), "two languages say it in the same words"
    assert comfort(error)


def test_no_two_troubles_are_said_alike() -> None:
    assert len({message.text for message in TROUBLES.values()}) == len(Trouble)


def test_the_wait_is_told_in_whole_seconds() -> None:
    error = VaultError(Trouble.TOO_MANY_TRIES, wait=4.2)
    assert "5 seconds" in CATALOGS.text(trouble_message(error), "en")


@pytest.mark.parametrize("code", settled(load_languages()))
def test_every_picture_has_a_name_and_an_icon(code: str) -> None:
    assert list(PICTURES) == list(pictures.PICTURES)
    names = [CATALOGS.text(words, code) for words, _ in PICTURES.values()]
    assert len(set(names)) == len(names)
    icons = [icon for _, icon in PICTURES.values()]
    assert len(set(icons)) == len(icons)
    for icon in icons:
        assert resources.read(f"icons/{icon}.svg")
