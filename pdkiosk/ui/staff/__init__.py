"""The staff page: opened from the start screen of a process that no person has used yet."""
