"""Turns the legal terms in a page's texts into links to their meaning.

Within an answer, where a touch chooses the answer, a round "?" leads to the meaning. A button that
lists all terms of the page remains, for keyboards, screen readers and people who cannot hit a word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from pdkiosk.guide.model import Term, said
from pdkiosk.guide.terms import first_place, first_place_translated
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.message import Message
from pdkiosk.ui.context import Context
from pdkiosk.ui.widgets import CardKind, ChoiceCard, TextPair
from pdkiosk.ui.widgets.tap_button import TapButton
from pdkiosk.ui.widgets.word_links import WordLink

# Translators: a round button with a question mark beside an answer, for a screen reader. {word} is
# a legal word: "green card".
_WHAT_IS = Message("What does this mean: {word}?", "words.what_is")


def link_terms(
    page: QWidget, context: Context, terms: Sequence[Term], on_touch: Callable[[str], None]
) -> None:
    """Underlines the first occurrence of each term in the texts of the page.

    ``on_touch`` is called with the id of the touched term.
    """
    first, second = context.preferences.first, context.preferences.second
    for label in page.findChildren(TextPair):
        source = label.pair.source
        if source is None or "{" in source.text or _in_button(label, page):
            continue  # the person's own words are not searched
        found = _words(context, terms, label.pair.first, first)
        found_second = _words(context, terms, label.pair.second, second) if second else []
        if found or found_second:
            label.set_links(found, found_second)
            label.link_touched.connect(on_touch)


def mark_answers(
    page: QWidget, context: Context, terms: Sequence[Term], on_touch: Callable[[str], None]
) -> None:
    """Gives each answer that contains terms a "?" for the first one."""
    first, second = context.preferences.first, context.preferences.second
    for card in page.findChildren(ChoiceCard):
        source = card.pair.source
        if card.kind is CardKind.ACTION or source is None or "{" in source.text:
            continue
        found = _words(context, terms, card.pair.first, first)
        if not found:
            continue
        word = min(found, key=lambda each: each.span)
        named = [each for each in terms if each.id == word.name]
        under = _words(context, named, card.pair.second, second) if second else []
        title = context.text(said(named[0].term), first)
        mark = card.offer_word(
            context.pair(_WHAT_IS(word=title)),
            [word.span],
            [each.span for each in under],
        )
        mark.setObjectName(f"term:{word.name}")
        mark.activated.connect(partial(on_touch, word.name))


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
    """Of overlapping terms, keeps the longer: "final order" before "order"."""
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
