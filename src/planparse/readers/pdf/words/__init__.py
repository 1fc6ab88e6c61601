"""Words and lines of a page, as they are read: made whole, upright and visible."""
