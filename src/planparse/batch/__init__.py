"""Many files at once, each in a process of its own: see ``runner`` for a batch, ``isolated`` for one file."""
