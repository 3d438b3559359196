"""Manual updates: a signed release is checked, installed side by side, tested, switched to."""
