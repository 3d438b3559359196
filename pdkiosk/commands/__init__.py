"""What the program does without its window: render, schema, check."""
