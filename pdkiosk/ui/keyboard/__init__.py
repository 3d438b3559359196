"""The on-screen keyboard, part of the window: it learns nothing and stores nothing."""

from __future__ import annotations

from pdkiosk.ui.keyboard.keyboard import Keyboard
from pdkiosk.ui.keyboard.layout import KeyLayout, KeyLayouts, LayoutError, load_layouts

__all__ = ["KeyLayout", "KeyLayouts", "Keyboard", "LayoutError", "load_layouts"]
