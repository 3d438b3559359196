"""Messages, catalogs, formats and the list of languages: a leaf that knows no screen."""
