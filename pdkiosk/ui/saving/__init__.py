"""Saving for another day, as the window shows it."""
