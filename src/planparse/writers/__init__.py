"""Writers: Plan, Document or Trace -> text, and text -> files. One module a format."""
