"""The look of the program: colors, sizes, icons, style sheet."""
