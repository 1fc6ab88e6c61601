"""Plan x Plan -> changes."""
