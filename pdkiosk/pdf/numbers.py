"""Formats numbers for the content of a page."""

from __future__ import annotations


def written(*values: float) -> str:
    """Points with three decimals. reportlab's own function, in Python, takes five times as long."""
    return " ".join([f"{value:.3f}" for value in values])
