"""Compares what is read aloud of a screen with what is painted on it, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from pdkiosk.ui.context import Context
from pdkiosk.ui.reading.script import ReadingMode, Sentence, in_words, script
from pdkiosk.ui.screens.letter_sheet import SentenceRow
from pdkiosk.ui.widgets.drawing import DrawingView
from pdkiosk.ui.widgets.spoken import SILENT
from pdkiosk.ui.widgets.text_block import TextBlock
from pdkiosk.ui.widgets.text_lines import Laid

WORDS = ("abandonar", "butterfly", "electricidad", "identificar", "paraguas", "zurdo")
"""Those with which the stage's person saves."""

CANARY = "Pneumono"  # a part of what the stage's person typed into every field


class Drawn(Protocol):
    """A block as it was painted."""

    @property
    def block(self) -> TextBlock: ...

    @property
    def laid(self) -> Laid: ...


def mode(context: Context, *, aloud: bool) -> ReadingMode:
    """How the screen is read in its first language."""
    first = context.preferences.first
    return ReadingMode(first, lambda message: context.text(message, first), aloud=aloud)


def spoken_faults(
    context: Context, root: QWidget | None, seen: Mapping[QWidget, Sequence[Drawn]]
) -> Iterator[str]:
    """What is painted in ``root`` and not read, read and not painted, or read though private.

    ``seen``: what each widget painted.
    """
    assert root is not None
    said = script(root, mode(context, aloud=True))
    yield from _faults_of_words(root, seen, said)
    yield from _faults_of_editors(root, said)
    for sentence in said:
        if not in_words(sentence.text, mode(context, aloud=True).say):
            yield f"has nothing to say: {sentence.text!r}"
    for sentence in script(root, mode(context, aloud=False)):
        secret = CANARY in sentence.text or sentence.text.split()[-1] in WORDS
        if sentence.private or secret:
            yield f"is read without headphones: {sentence.text[:60]!r}"


def _faults_of_words(
    root: QWidget, seen: Mapping[QWidget, Sequence[Drawn]], said: Sequence[Sentence]
) -> Iterator[str]:
    heard: dict[int, list[str]] = {}
    yield from _faults_of_drawings(root, said)
    for sentence in said:
        if sentence.block is not None and not isinstance(sentence.widget, DrawingView):
            heard.setdefault(id(sentence.block), []).extend(sentence.text.split())
    painted: dict[int, list[str]] = {}
    for widget, blocks in seen.items():
        if not root.isAncestorOf(widget) or _is_silent(widget):
            continue
        for drawn in blocks:
            if isinstance(widget, SentenceRow) and _is_in_english(widget, drawn.block):
                continue  # the letter stands there twice, beside each other
            words = [
                word
                for paragraph in drawn.laid.paragraphs
                if not paragraph.second
                for word in paragraph.layout.text().replace("\u2011", "-").split()
            ]
            if any(character.isalnum() for word in words for character in word):
                painted[id(drawn.block)] = words
    for block, words in painted.items():
        if heard.get(block) != words and words != ["[x]"]:  # a box: it is said in words
            yield f"shows {' '.join(words)[:60]!r}, says {' '.join(heard.get(block, []))[:60]!r}"
    for block, words in heard.items():
        if block not in painted and any(c.isalnum() for w in words for c in w):
            yield f"says {' '.join(words)[:60]!r}, which is not shown"


def _faults_of_drawings(root: QWidget, said: Sequence[Sentence]) -> Iterator[str]:
    """A drawing has a name, and is heard in the same words where it says more than its caption."""
    for drawing in root.findChildren(DrawingView):
        words = " ".join(sentence.text for sentence in said if sentence.widget is drawing)
        wanted = drawing.accessibleName() if drawing.says_more else ""
        if drawing.isVisibleTo(root) and (not drawing.accessibleName() or words != wanted):
            yield f"has a drawing {drawing.accessibleName()!r}, says {words!r}"


def _is_in_english(row: SentenceRow, block: TextBlock) -> bool:
    return block in row._blocks[1:]


def _is_silent(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return bool(widget.property(SILENT)) or (parent is not None and bool(parent.property(SILENT)))


def _faults_of_editors(root: QWidget, said: Sequence[Sentence]) -> Iterator[str]:
    editors: list[QLineEdit | QPlainTextEdit] = [
        *root.findChildren(QLineEdit),
        *root.findChildren(QPlainTextEdit),
    ]
    for editor in editors:
        if not editor.isVisibleTo(root):
            continue
        text = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
        heard = [s.text for s in said if s.widget is editor]
        if not heard:
            yield f"says nothing of the field {editor.objectName()}"
        elif text.strip() and " ".join(heard).split() != text.split():
            yield f"the field {editor.objectName()} has {text[:40]!r}, says {heard[0][:40]!r}"
