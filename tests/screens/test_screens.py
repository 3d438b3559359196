"""Every screen, at every size, in every language and pseudo-language: nothing clipped or too small.

Nor has any widget of them a way out of the program (tests/lockdown/ways.py).

The short form runs with the other tests. The whole form, some minutes long, looks at each screen
in 100 settings (settings.py says which): ``pytest tests/screens -m whole -n auto``. All 400, for
an hour or so: ``pytest tests/screens -m product -n auto``. Both end with a table.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, product

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk.ui.theme.look import THEMES
from tests.language.pseudo import PSEUDO_LANGUAGE
from tests.lockdown.ways import ways_out
from tests.screens.audit import Audit, Painted
from tests.screens.settings import LANGUAGES, PRODUCT, SCREENS, SHORT, SIZES, WHOLE
from tests.screens.stage import Setting, Stage

Record = Callable[[str, object], None]


def _audit(
    setting: Setting, qapp: QApplication, patch: pytest.MonkeyPatch, record: Record, colors: bool
) -> None:
    painted = Painted()
    painted.listen(patch)
    stage = Stage(setting, qapp)
    # A made-up word may be longer than the screen is wide, at the largest size.
    torn = setting.first != PSEUDO_LANGUAGE
    audit = Audit(stage.shell, painted, torn=torn)
    out: dict[str, str] = {}
    seen = 0
    try:
        for place in stage.places():
            audit.look_at(place, colors=colors)
            for widget in [stage.shell, *stage.shell.findChildren(QWidget)]:
                seen += 1
                for way in ways_out(widget):
                    out.setdefault(f"{type(widget).__name__} {way}", place)
            assert QApplication.activePopupWidget() is None
            assert QApplication.activeModalWidget() is None
    finally:
        stage.close()
    record("audit", {"setting": str(setting), **audit.row()})
    assert audit.screens > 150
    assert not audit.faults, audit.report()
    assert seen > 5000
    assert out == {}


@pytest.mark.parametrize("setting", SHORT, ids=str)
def test_screens(
    setting: Setting, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, record_property: Record
) -> None:
    _audit(setting, qapp, monkeypatch, record_property, colors=False)


@pytest.mark.whole
@pytest.mark.parametrize("setting", WHOLE, ids=str)
def test_all_screens(
    setting: Setting, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, record_property: Record
) -> None:
    _audit(setting, qapp, monkeypatch, record_property, colors=True)


@pytest.mark.product
@pytest.mark.parametrize("setting", PRODUCT, ids=str)
def test_all_screens_in_all_settings(
    setting: Setting, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, record_property: Record
) -> None:
    _audit(setting, qapp, monkeypatch, record_property, colors=True)


def test_every_pair_of_settings_is_among_the_whole() -> None:
    kinds = (SCREENS, LANGUAGES, SIZES, THEMES)
    seen = [((s.size, s.diagonal), (s.first, s.second), s.text, s.theme) for s in WHOLE]
    for one, other in combinations(range(4), 2):
        pairs = {(setting[one], setting[other]) for setting in seen}
        assert pairs == set(product(kinds[one], kinds[other]))
