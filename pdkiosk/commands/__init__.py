"""The commands that need no window: render, check, review, update and others."""
