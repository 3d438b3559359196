"""The window: theme, widgets, fields, screens, and the shell that holds them."""
