"""planparse reads a public body's business plan out of the file in which it was published."""
