"""Tables whose cells are drawn: by rules, by gaps in paint, or by pieces of row rules."""
