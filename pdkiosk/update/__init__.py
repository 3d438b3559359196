"""Updates by hand: a signed release is checked, installed side by side, tested, switched to."""
