"""Measures speed and memory against bare peers in the same run: ``python -m benchmarks``."""
