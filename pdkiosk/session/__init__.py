"""One person's session: answers, place, look, papers and saved work; no Qt."""
