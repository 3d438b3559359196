"""Reading aloud: the sentences of a page, the reader, and the control strip."""
