"""Repair passes: Document -> Document and what was mended."""
