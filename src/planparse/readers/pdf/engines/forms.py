"""Drawings inside drawings (form XObjects): how often the innermost would be drawn, and whether one holds itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from planparse.errors import LimitExceeded
from planparse.model.options import Limits

_FORM = re.compile(rb"/Subtype\s*/Form\b")
_XOBJECTS = re.compile(rb"/XObject\s*<<(.*?)>>", re.S)
_NAMED = re.compile(rb"/([^\s/<>\[\]()]+)\s+([0-9]{1,10})\s+[0-9]{1,5}\s+R\b")
_DO = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")


@dataclass(slots=True)
class Forms:
    """Who draws whom: form's object number -> number of each form that it draws, and how often."""

    calls: dict[int, Counter[int]] = field(default_factory=dict)

    def add(self, number: int, head: bytes, content: bytes) -> None:
        """Takes in a stream; one that is no form is passed over."""
        if not _FORM.search(head):
            return
        resources = _XOBJECTS.search(head)
        named = {name: int(n) for name, n in _NAMED.findall(resources[1])} if resources else {}
        self.calls[number] = Counter(named[name] for name in _DO.findall(content) if name in named)

    def check(self, limits: Limits) -> bool:
        """Whether a form holds itself. Raises ``LimitExceeded`` where forms draw forms too often."""
        times: dict[int, int] = {}
        holds_itself = False
        for first in self.calls:
            above: dict[int, None] = {}
            waiting = [first]
            while waiting:
                here = waiting[-1]
                if here in times:
                    waiting.pop()
                    continue
                if here in above:
                    count = 1 + sum(n * times.get(inner, 1) for inner, n in self.calls[here].items())
                    if count > limits.max_marks:
                        raise LimitExceeded(
                            f"drawings of the PDF are drawn more than {limits.max_marks:,} times inside each other; "
                            "raise --max-marks if it can be trusted"
                        )
                    times[here] = count
                    del above[here]
                    waiting.pop()
                    continue
                above[here] = None
                for inner in self.calls[here]:
                    if inner in above:
                        holds_itself = True
                    elif inner in self.calls and inner not in times:
                        waiting.append(inner)
        return holds_itself
