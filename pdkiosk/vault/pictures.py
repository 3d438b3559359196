"""The pictures that name saved work, with a number: never a person's name."""

from __future__ import annotations

PICTURES = (
    "sun", "moon", "star", "mountain", "tree", "flower", "leaf", "apple",
    "bird", "fish", "horse", "cat", "dog", "butterfly", "turtle", "rabbit",
    "house", "boat", "bicycle", "guitar", "lamp", "bell", "cup", "umbrella",
)  # fmt: skip
"""Names of folders too: never rename one; new ones go to the end."""
