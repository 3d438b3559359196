"""One widget for each kind of question: shows it, and hands back the answer."""
