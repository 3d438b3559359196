"""The guide as typed data, its loader, and the extraction of its texts for translators."""
