"""Writers: records -> files."""
