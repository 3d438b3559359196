"""Messages, catalogs, formats and the list of languages; independent of any screen."""
