"""Every legal word that stands on a page can be touched on it for its meaning."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk.guide.terms import terms_in
from pdkiosk.ui.widgets import PageScroll
from pdkiosk.ui.widgets.big_button import WordButton
from pdkiosk.ui.widgets.spoken import PRIVATE, Speaks
from tests.screens.stage import Setting, Stage

_ASK = ("info", "stop", "end", "questions", "follow", "papers", "cards")


def test_every_legal_word_on_a_page_can_be_touched(qapp: QApplication) -> None:
    stage = Stage(Setting(first="en", second=""), qapp)
    missing: dict[str, set[str]] = {}
    try:
        for step in stage.shell.course().steps:
            if step.page.kind not in _ASK:
                continue
            stage.shell.go_to(step.id)
            stage.settle()
            scroll = stage.shell.frame.scroll
            content = scroll.content() if isinstance(scroll, PageScroll) else None
            assert content is not None
            offered = {button.objectName() for button in content.findChildren(WordButton)}
            standing = terms_in(stage.shell.context.guide, _texts(content), lambda when: True)
            left = {name for name in standing if f"term:{name}" not in offered}
            if left:
                missing[step.id] = left
    finally:
        stage.close()
        qapp.setStyleSheet("")
    assert not missing


def _texts(content: QWidget) -> list[str]:
    """What the program says on a page; not what the person answered."""
    return [
        spoken.pair.first
        for widget in content.findChildren(QWidget)
        if isinstance(widget, Speaks) and _is_ours(widget)
        for spoken in widget.spoken()
        if not spoken.private
    ]


def _is_ours(widget: QWidget) -> bool:
    above: QWidget | None = widget
    while above is not None:
        if above.property(PRIVATE):
            return False
        above = above.parentWidget()
    return True
