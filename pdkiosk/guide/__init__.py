"""The guide as typed data, its loader, and what finds its texts for translators."""
