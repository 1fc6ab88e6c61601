"""What reads a PDF file: two engines that give the same pages, guards before them, and recognition of letters."""
