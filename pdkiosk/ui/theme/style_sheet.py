"""The only style sheet: for the editors, which Qt draws; everything else paints itself."""

from __future__ import annotations

from pdkiosk.ui.theme.colors import Theme
from pdkiosk.ui.theme.scale import Scale

# State is set with dynamic properties: an editor with an error has ``invalid`` "true".
_SHEET = """
QLineEdit, QPlainTextEdit {{
    background: {surface}; color: {text};
    border: {line}px solid {border}; border-radius: {radius}px; padding: {pad_y}px {pad_x}px;
    selection-background-color: {primary}; selection-color: {on_primary};
}}
QLineEdit:focus, QPlainTextEdit:focus {{
    border: {ring}px solid {focus}; padding: {focus_pad_y}px {focus_pad_x}px;
}}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] {{
    border: {ring}px solid {stop}; padding: {focus_pad_y}px {focus_pad_x}px;
}}
QLineEdit[speaking="true"] {{ background: {highlight}; color: {on_highlight}; }}
QLineEdit[invalid="true"]:focus, QPlainTextEdit[invalid="true"]:focus {{ border-color: {focus}; }}
"""


def style_sheet(theme: Theme, scale: Scale, ring: int, radius: int) -> str:
    """The style sheet of an editor for a theme and a scale; ``ring`` and ``radius`` in pixels.

    It is set on each editor, not on the application: otherwise Qt would match it against every new
    widget.
    """
    pad_x, pad_y = scale.mm(3.5), scale.mm(2.0)
    grown = ring - scale.line  # compensates for the thicker edge, so that the words do not move
    return _SHEET.format(
        surface=theme.surface,
        text=theme.text,
        border=theme.border,
        primary=theme.primary,
        on_primary=theme.on_primary,
        focus=theme.focus,
        highlight=theme.highlight,
        on_highlight=theme.on_highlight,
        stop=theme.stop.bar,
        line=scale.line,
        ring=ring,
        radius=radius,
        pad_x=pad_x,
        pad_y=pad_y,
        focus_pad_x=max(0, pad_x - grown),
        focus_pad_y=max(0, pad_y - grown),
    )
