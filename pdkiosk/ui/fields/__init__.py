"""One widget for each kind of question: shows it and returns the answer."""
