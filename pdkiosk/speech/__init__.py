"""Reading aloud: the voice interface, the system's speech in its own process, recordings."""
