"""The look of the program: colours, sizes, icons, style sheet."""
