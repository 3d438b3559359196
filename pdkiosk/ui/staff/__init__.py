"""The staff page, opened from the start screen of a process that nobody has used yet."""
