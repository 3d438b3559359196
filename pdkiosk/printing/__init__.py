"""Brings pages to paper and tells the truth about it."""
