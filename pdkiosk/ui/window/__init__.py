"""The one window: shell, frame, bars, idle guard, keys."""
