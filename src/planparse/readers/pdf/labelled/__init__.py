"""Tables whose first column holds labels, each with a text or a table of its own beside it: the blocks of a plan."""
