"""The only window: shell, navigation, idle guard, countdown, keys."""
