"""No key leads out: every key with every modifier, against what may reach the wizard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from pdkiosk.ui.window.key_filter import allowed

M = Qt.KeyboardModifier
NONE = M.NoModifier


@pytest.mark.parametrize("text", ["a", "Ñ", "¿", "5", "@", "é", " "])
def test_what_types_something_is_allowed(text: str) -> None:
    assert allowed(0, NONE, text)
    assert allowed(0, M.ShiftModifier, text)
    # AltGr, as some systems report it.
    assert allowed(0, M.ControlModifier | M.AltModifier, text)


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_F4, M.AltModifier),
        (Qt.Key.Key_Tab, M.AltModifier),
        (Qt.Key.Key_Q, M.ControlModifier),
        (Qt.Key.Key_W, M.ControlModifier),
        (Qt.Key.Key_P, M.ControlModifier),
        (Qt.Key.Key_C, M.ControlModifier),
        (Qt.Key.Key_V, M.ControlModifier),
        (Qt.Key.Key_Z, M.ControlModifier),
        (Qt.Key.Key_Delete, M.ControlModifier | M.AltModifier),
        (Qt.Key.Key_Print, NONE),
        (Qt.Key.Key_Menu, NONE),
        (Qt.Key.Key_Meta, NONE),
        (Qt.Key.Key_L, M.MetaModifier),
        (Qt.Key.Key_HomePage, NONE),
        (Qt.Key.Key_Sleep, NONE),
        *((getattr(Qt.Key, f"Key_F{number}"), NONE) for number in range(1, 25)),
    ],
)
def test_what_could_lead_out_is_not(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    assert not allowed(key, modifiers, "")


def test_only_named_keys_and_typing_pass() -> None:
    passing = {key for key in Qt.Key if allowed(key, NONE, "")}
    assert {key.name for key in passing} == {
        *(f"Key_{name}" for name in ("Tab", "Backtab", "Return", "Enter", "Space", "Left")),
        *(f"Key_{name}" for name in ("Right", "Up", "Down", "Home", "End", "PageUp", "PageDown")),
        *(
            f"Key_{name}"
            for name in ("Backspace", "Delete", "Escape", "Shift", "CapsLock", "AltGr")
        ),
        *(f"Key_Dead_{name}" for name in ("Acute", "Grave", "Tilde", "Diaeresis", "Circumflex")),
        "Key_Multi_key",
    }


@pytest.mark.parametrize("text", ["\x03", "\x1b", "\t", ""])
def test_control_characters_type_nothing(text: str) -> None:
    assert not allowed(Qt.Key.Key_F1, NONE, text)
