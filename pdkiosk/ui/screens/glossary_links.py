"""Makes the legal words in a page's texts ones to be touched for their meaning, in their place.

The buttons with the same words stay: for the keyboard, for screen readers, and for words within
cards, where a touch chooses the card.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from pdkiosk.guide.model import Term, said
from pdkiosk.guide.terms import first_place, first_place_translated
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.ui.context import Context
from pdkiosk.ui.widgets import TextPair
from pdkiosk.ui.widgets.tap_button import TapButton
from pdkiosk.ui.widgets.word_links import WordLink


def link_terms(
    page: QWidget, context: Context, terms: Sequence[Term], on_touch: Callable[[str], None]
) -> None:
    """Underlines each of the terms where it first stands in a text of the page.

    ``on_touch`` gets the id of the term that was touched.
    """
    first, second = context.preferences.first, context.preferences.second
    for label in page.findChildren(TextPair):
        source = label.pair.source
        if source is None or "{" in source.text or _in_button(label, page):
            continue  # the person's own words are not looked at
        found = _words(context, terms, label.pair.first, first)
        found_second = _words(context, terms, label.pair.second, second) if second else []
        if found or found_second:
            label.set_links(found, found_second)
            label.link_touched.connect(on_touch)


def _words(context: Context, terms: Sequence[Term], text: str, language: str) -> list[WordLink]:
    found = []
    for term in terms:
        if language == SOURCE_LANGUAGE:
            span = first_place(term, text)
        else:
            span = first_place_translated(context.text(said(term.term), language), text)
        if span is not None:
            found.append(WordLink(span, term.id))
    return _longest(found)


def _longest(words: list[WordLink]) -> list[WordLink]:
    """Of words that lie in each other the longer: "final order" before "order"."""
    kept: list[WordLink] = []
    for word in sorted(words, key=lambda word: -word.span[1]):
        start, end = word.span[0], word.span[0] + word.span[1]
        if all(end <= k.span[0] or start >= k.span[0] + k.span[1] for k in kept):
            kept.append(word)
    return kept


def _in_button(label: QWidget, page: QWidget) -> bool:
    place: QWidget | None = label.parentWidget()
    while place is not None and place is not page:
        if isinstance(place, TapButton):
            return True
        place = place.parentWidget()
    return False
