"""The pictures that, with a number, name saved work: never a person's name."""

from __future__ import annotations

PICTURES = (
    "sun", "moon", "star", "mountain", "tree", "flower", "leaf", "apple",
    "bird", "fish", "horse", "cat", "dog", "butterfly", "turtle", "rabbit",
    "house", "boat", "bicycle", "guitar", "lamp", "bell", "cup", "umbrella",
)  # fmt: skip
"""These are also folder names: never rename one; add new ones at the end."""
