"""Answers, steps, gates and rules: the interview without a window."""
