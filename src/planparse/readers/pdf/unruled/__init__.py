"""Tables whose rows or columns are not drawn: found by the alignment of words."""
