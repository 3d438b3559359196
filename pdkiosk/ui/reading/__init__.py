"""Reading aloud: what a page says, who says it, and the strip that shows it."""
