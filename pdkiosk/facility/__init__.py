"""The settings of one facility."""
