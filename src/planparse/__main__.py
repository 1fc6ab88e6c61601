"""``python -m planparse``, and what the ``planparse`` command calls."""

from __future__ import annotations

from planparse.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    raise SystemExit(main())
