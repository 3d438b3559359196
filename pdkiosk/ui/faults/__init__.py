"""What the window does after something went wrong."""
