"""Composes the letter, the summary and the other papers from the answers."""
