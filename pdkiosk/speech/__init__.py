"""Reads aloud: what a voice is, the system's speech in a process of its own, recordings."""
