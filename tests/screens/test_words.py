"""Every legal term on a page can be touched there for its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk import resources
from pdkiosk.guide.model import Words, said
from pdkiosk.guide.terms import terms_in
from pdkiosk.language.extraction import read_catalog, texts
from pdkiosk.language.update import catalog_path
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui.widgets import PageScroll, TextPair
from pdkiosk.ui.widgets.big_button import WordButton
from pdkiosk.ui.widgets.spoken import PRIVATE, own_texts, speaks
from tests.guide.pieces import all_texts, catalogs, guide
from tests.screens.stage import Setting, Stage

_ASK = ("info", "stop", "end", "questions", "follow", "papers", "cards", "letter", "print")

# Written down here, not taken from the glossary: how each legal word may stand in a text, in
# English and in Spanish. In any case, but for letters.
FORMS = {
    "pd": (r"prosecutorial discretion", r"discreción procesal"),
    "opla": (r"OPLA", r"OPLA"),
    "ero": (r"ERO", r"ERO"),
    "custody": (r"custody", r"custodia"),
    "proceedings": (r"proceedings?", r"procesos? de deportación|procedimientos? de remoción"),
    "nta": (r"NTAs?|notices? to appear", r"NTA|avisos? de comparecencia"),
    "hearing": (r"hearings?", r"audiencias?"),
    "final_order": (
        r"final (?:\w+ )?orders?",
        r"órden(?:es)? final(?:es)?|orden(?:es)? final(?:es)?",
    ),
    "supervision": (r"orders? of supervision", r"[oó]rden(?:es)? de supervisión"),
    "appeal": (r"appeal(?:s|ed|ing)?", r"apel(?!l)\w+"),
    "bond": (r"bonds?", r"fianzas?"),
    "recognizance": (r"recognizance", r"bajo palabra"),
    "parole": (r"parole[ds]?", r"parole"),
    "closure": (r"administrative(?:ly)? clos\w+", r"cierres? administrativos?"),
    "dismissal": (r"dismiss(?:al|als|ed|es)?", r"desestim\w+"),
    "continuance": (r"continuances?", r"aplazamientos?"),
    "stay": (r"stays? of (?:deportation|removal)", r"suspensi\w+ temporal\w* de la deportación"),
    "deferred": (r"deferred action", r"acción diferida"),
    "asylum": (r"asylum", r"asilo"),
    "credible_fear": (r"credible fear", r"miedo creíble"),
    "cancellation": (r"cancellation of removal", r"cancelación de (?:la )?deportación"),
    "adjustment": (r"adjust(?:ment|ing)? (?:of )?status", r"ajuste de estatus"),
    "green_card": (r"green cards?", r"tarjetas? verdes?"),
    "work_permit": (r"work permits?|EAD", r"permisos? de trabajo"),
    "conviction": (r"convict(?:ed|ions?)", r"condenad[oa]s?|condenaron"),
    "felony": (r"felon(?:y|ies)|misdemeanors?", r"felony"),
    "probation": (r"probation", r"probation|libertad condicional"),
    "dui": (r"DUIs?", r"DUI"),
    "perjury": (r"perjury", r"perjurio"),
    "trafficking": (r"traffick\w*", r"trata de personas"),
    "exhibit": (r"exhibits?", r"pruebas? adjuntas?"),
    "sponsor": (r"sponsors?", r"patrocinador\w*"),
    "notary": (r"notar(?:y|ies|ios?|ized)", r"notari\w+"),
}
_LETTERS = {"opla", "ero"}


def _leads(name: str, language: str, text: str) -> bool:
    """Whether a legal word stands in a text."""
    form = FORMS[name][("en", "es").index(language)]
    return bool(re.search(rf"\b(?:{form})\b", text, 0 if name in _LETTERS else re.IGNORECASE))


def _said() -> Iterator[tuple[str, str]]:
    """Every text of a page and of the program, in English and in Spanish."""
    for thing in (*guide().page, *guide().factor, *guide().paper):
        for _, text in all_texts(thing):
            yield text, catalogs().pattern(said(Words(text)), "es")
    for message in read_catalog(catalog_path(resources.folder("translations"), "es"), "es"):
        if message.id and any(str(place).endswith(".py") for place, _ in message.locations):
            english = message.id if isinstance(message.id, str) else message.id[-1]
            yield english, texts(message)[-1]


SAID = sorted(set(_said()))


@pytest.mark.parametrize("name", FORMS)
def test_a_legal_word_leads_to_its_card_in_any_text_and_form(name: str) -> None:
    def left_out(english: str) -> bool:
        return name not in terms_in(guide(), english)

    assert [
        (english, spanish)
        for english, spanish in SAID
        if _leads(name, "en", english) or _leads(name, "es", spanish)
        if left_out(english)
    ] == []


@pytest.mark.parametrize("text", ["Tell more, in your own words", "This paper will appear soon"])
def test_common_words_lead_nowhere(text: str) -> None:
    assert terms_in(guide(), text) == []


def test_each_card_but_the_known_ones_is_looked_for() -> None:
    known = {
        "ice": "on nearly every page; the first page tells what it is",
        "a_number": "the page that asks for it draws it",
        "relief": "a common word in Spanish and in English",
        "false_claim": "a phrase, said in other words on each page",
    }
    assert {term.id for term in guide().term} == {*FORMS, *known}


@pytest.mark.parametrize("first", ["en", "es"])
def test_every_legal_word_on_a_page_can_be_touched(qapp: QApplication, first: str) -> None:
    stage = Stage(Setting(first=first, second=""), qapp)
    missing: dict[str, set[str]] = {}
    try:
        for step in stage.shell.course().steps:
            if step.page.kind in _ASK:
                stage.shell.navigator.go_to(step.id)
                missing[step.id] = _missing(stage, first)
        for chapter in guide().chapter:
            stage.shell.navigator.open_tool(Tool(ToolKind.CHAPTER, chapter.id))
            missing[f"chapter:{chapter.id}"] = _missing(stage, first)
            stage.shell.navigator.close_tool()
    finally:
        stage.close()
    assert not {place: names for place, names in missing.items() if names}


@pytest.mark.parametrize("first", ["en", "es"])
def test_a_legal_word_is_touched_where_it_stands(qapp: QApplication, first: str) -> None:
    stage = Stage(Setting(first=first, second="es" if first == "en" else "en"), qapp)
    stage.shell.context.preferences.everywhere = True
    touched: set[tuple[str, bool]] = set()
    try:
        for step in stage.shell.course().steps:
            if step.page.kind in _ASK:
                stage.shell.navigator.go_to(step.id)
                _touch_all(stage, step.id, touched)
        for chapter in guide().chapter:
            stage.shell.navigator.open_tool(Tool(ToolKind.CHAPTER, chapter.id))
            _touch_all(stage, f"chapter:{chapter.id}", touched)
            stage.shell.navigator.close_tool()
    finally:
        stage.close()
    # Not all: some stand in cards alone, some in Spanish only in forms that are not the card's.
    for second in (False, True):
        assert len({name for name, in_second in touched if in_second is second}) >= 20


def _missing(stage: Stage, first: str) -> set[str]:
    """The legal words that stand on the page on the screen and that its list does not offer."""
    stage.settle()
    content = _page(stage)
    offered = _offered(stage, content)
    text = " ".join(_texts(content))
    standing = {name for name in FORMS if _leads(name, first, text)}
    if first == "en":
        standing.update(terms_in(stage.shell.context.guide, text))
    return {name for name in standing if f"term:{name}" not in offered}


def _offered(stage: Stage, content: QWidget) -> set[str]:
    """The words that the list of the page leads to."""
    if not content.findChildren(WordButton, "words"):
        return set()
    content.findChildren(WordButton, "words")[0].activated.emit()
    stage.settle()
    sheet = stage.shell.frame.sheet
    assert sheet is not None and stage.shell.place.startswith("words:")
    found = {button.objectName() for button in sheet.findChildren(WordButton)}
    stage.shell.navigator.close_tool()
    stage.settle()
    assert stage.shell.frame.sheet is None
    return found


def _touch_all(stage: Stage, step: str, touched: set[tuple[str, bool]]) -> None:
    """Looks at each word that is underlined on a page; its card must open where it is touched.

    It is scrolled into view and touched once in each language: ``touched`` grows by those.
    """
    shell = stage.shell
    preferences = shell.context.preferences
    stage.settle()
    for place in range(len(_labels(stage))):
        links = _labels(stage)[place].links
        for word, second in links.words if links else ():
            label = _labels(stage)[place]  # a card was open: the page is a new one
            start, length = word.span
            text = label.pair.second if second else label.pair.first
            name = word.name
            code = preferences.second if second else preferences.first
            piece = text[start : start + length]
            assert _is_named(stage, name, code, piece), (step, name, piece)
            if (name, second) in touched:
                continue
            scroll = shell.frame.scroll
            assert isinstance(scroll, PageScroll)
            scroll.reveal(label)
            stage.settle()
            at = label.mapTo(shell, label.word_places(word.span, second)[0].center().toPoint())
            if shell.childAt(at) is not label:
                continue  # its text is higher than the screen
            shell.context.look.taps.hold(0)  # nobody waits for a page to have stood a moment
            QTest.mouseClick(shell.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
            stage.settle()
            assert shell.place == f"term:{name}", (step, name)
            touched.add((name, second))
            shell.navigator.close_tool()
            stage.settle()


def _is_named(stage: Stage, name: str, language: str, piece: str) -> bool:
    """Whether some words are a card's name, or one of the forms that are known to lead to it."""
    (term,) = [term for term in guide().term if term.id == name]
    card = stage.shell.context.text(said(term.term), language).casefold()
    if piece.casefold().rstrip("s") in card or (name in FORMS and _leads(name, language, piece)):
        return True
    # English has more spellings ("discretion"), all of them in the glossary.
    return language == "en" and name in terms_in(guide(), piece)


def _labels(stage: Stage) -> list[TextPair]:
    return _page(stage).findChildren(TextPair)


def _page(stage: Stage) -> QWidget:
    scroll = stage.shell.frame.scroll
    content = scroll.content() if isinstance(scroll, PageScroll) else None
    assert content is not None
    return content


def _texts(content: QWidget) -> list[str]:
    """What the program says on a page; not what the person answered."""
    return [
        spoken.pair.first
        for widget in content.findChildren(QWidget)
        if speaks(widget) and _is_ours(widget)
        for spoken in own_texts(widget)
        if not spoken.private
    ]


def _is_ours(widget: QWidget) -> bool:
    above: QWidget | None = widget
    while above is not None:
        if above.property(PRIVATE):
            return False
        above = above.parentWidget()
    return True
