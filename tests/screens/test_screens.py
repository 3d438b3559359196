"""Every screen, at every size, in every language and pseudo-language: nothing clipped or too small.

The short form runs with the other tests. The whole form, some minutes long, looks at each
screen in each setting: ``pytest tests/screens -m whole -n auto``.
"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from pdkiosk.language.pseudo import PSEUDO_LANGUAGE
from pdkiosk.ui.theme import THEMES, TextSize
from tests.screens.audit import Audit, Painted
from tests.screens.stage import Setting, Stage

_SIZES = (((1280, 1024), 19.0), ((1024, 768), 22.0), ((1920, 1080), 22.0), ((1080, 1920), 22.0))
_LANGUAGES = (
    ("en", ""),
    ("es", ""),
    ("es", "en"),
    (PSEUDO_LANGUAGE, ""),
    (PSEUDO_LANGUAGE, "en"),
)

SHORT = (
    Setting(),
    Setting((1024, 768), 22.0, PSEUDO_LANGUAGE),
    Setting((1080, 1920), 22.0, text=TextSize.LARGEST),
    Setting((1280, 1024), 19.0, PSEUDO_LANGUAGE, text=TextSize.LARGEST),
)

WHOLE = (
    *(Setting(size, inches, *pair) for size, inches in _SIZES for pair in _LANGUAGES),
    *(
        Setting(size, inches, *pair, text)
        for size, inches in (_SIZES[0], _SIZES[3])
        for pair in _LANGUAGES
        for text in (TextSize.LARGE, TextSize.LARGEST)
    ),
    # The smallest true screen that there still is: 15 inches.
    *(Setting((1024, 768), 15.0, *pair) for pair in _LANGUAGES),
    Setting((1366, 768), 15.6),
    Setting(text=TextSize.SMALL),
)


def _audit(setting: Setting, qapp: QApplication, patch: pytest.MonkeyPatch, colours: bool) -> None:
    painted = Painted()
    painted.listen(patch)
    stage = Stage(setting, qapp)
    # A made-up word may be longer than the screen is wide, at the largest size.
    torn = setting.first != PSEUDO_LANGUAGE
    audit = Audit(stage.shell, painted, torn=torn)
    try:
        for place in stage.places():
            audit.look_at(place, colours=colours)
    finally:
        stage.close()
        qapp.setStyleSheet("")
    assert audit.screens > 150
    assert not audit.faults, audit.report()


@pytest.mark.parametrize("setting", SHORT, ids=str)
def test_screens(setting: Setting, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    _audit(setting, qapp, monkeypatch, colours=False)


@pytest.mark.whole
@pytest.mark.parametrize("setting", WHOLE, ids=str)
def test_all_screens(setting: Setting, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    _audit(setting, qapp, monkeypatch, colours=False)


@pytest.mark.whole
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_contrast_of_all_words(
    theme: object, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = next(each for each in THEMES if each is theme)
    _audit(Setting(theme=chosen), qapp, monkeypatch, colours=True)
