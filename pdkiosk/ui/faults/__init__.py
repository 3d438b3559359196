"""What the window does when something went wrong."""
