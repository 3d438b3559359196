"""One person's session: answers, place, papers and saved work; without Qt."""
