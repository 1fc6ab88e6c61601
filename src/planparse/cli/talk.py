"""Talk goes to standard error, data to standard output or to files."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from planparse.errors import OutputFailed
from planparse.writers.terminal import visible


def say(message: str) -> None:
    """One line on standard error, free of control characters. Where nobody listens, nothing happens."""
    try:
        sys.stderr.write(visible(message) + "\n")
        sys.stderr.flush()
    except (OSError, AttributeError, ValueError):
        pass


def emit(text: str | Iterable[str], output: str | Path | None) -> None:
    """Writes data, UTF-8 whatever the locale: to a file, whole or not at all, or to standard output (None or ``-``).

    A long text may come in pieces.
    Raises ``OutputFailed``, or ``BrokenPipeError`` where the reader of a pipe went away.
    """
    if output is not None and str(output) != "-":
        from planparse.writers.files import write_file

        write_file(Path(output), text)
        return
    if sys.stdout is None:
        raise OutputFailed("standard output: cannot be written: it is closed")
    try:
        sys.stdout.flush()
        for piece in (text,) if isinstance(text, str) else text:
            sys.stdout.buffer.write(piece.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        from planparse.cli.outcome import output_lost

        output_lost(BrokenPipeError())
        raise OutputFailed(f"standard output: cannot be written: {error.strerror or error}") from error


def text_columns() -> int:
    """How wide a text may be: the terminal's width, 100 where the output is no terminal, or COLUMNS."""
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns
