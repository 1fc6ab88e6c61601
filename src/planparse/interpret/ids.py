"""Ids of records: unique in the plan, legal as XML ID, URL part and JSON Pointer token."""

from __future__ import annotations

import re


class Ids:
    """Hands out ids; the second of a name gets ``-2``.

    >>> ids = Ids()
    >>> ids.take("LAA EN15"), ids.take("ABC014"), ids.take("ABC014"), ids.take("1.1.2.KR")
    ('LAA-EN15', 'ABC014', 'ABC014-2', 'I-1-1-2-KR')
    """

    def __init__(self) -> None:
        self.taken: dict[str, int] = {}

    def take(self, name: str, prefix: str = "I") -> str:
        base = re.sub(r"[^A-Za-z0-9_]+", "-", name).strip("-")
        if not re.match(r"[A-Za-z]", base):
            base = f"{prefix}-{base}".rstrip("-")
        candidate, number = base, self.taken.get(base, 0)
        while candidate in self.taken:
            number += 1
            candidate = f"{base}-{number + 1}"
        self.taken[base] = number
        self.taken.setdefault(candidate, 0)
        return candidate
