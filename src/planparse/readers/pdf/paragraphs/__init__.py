"""Text outside tables and within cells: order, paragraphs, broken words, headings, page furniture."""
