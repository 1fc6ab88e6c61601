"""Whether a text stops in mid-sentence."""

from __future__ import annotations

import re

_JOINING = "and or but the a an which whose their our its your such than including & e.g i.e"
_PREPOSITIONS = "of for with from into between against towards through via"
_OPEN = frozenset(_JOINING.split())
_LINKS = frozenset(_PREPOSITIONS.split())
_ENDED = re.compile(r"\w+(?:ed|en|lt|et|ght|ept|ent|ing|ought)$|(?:care|rid|out|up|off|away|place|use)$")


def cut_off(text: str) -> str | None:
    """The word or mark with which a text breaks off; None for a text that ends well.

    A preposition at the end counts only where no participle stands before it: "complaints dealt with" is whole.

    >>> cut_off("Commission support and"), cut_off("Complaints dealt with"), cut_off("Review the plan for")
    ('and', None, 'for')
    """
    text = text.rstrip()
    if text.endswith((",", " -", "–", "(", "[")):
        return text[-1]
    words = re.findall(r"[\w.'’-]+|&", text.casefold())
    if len(words) < 3 or text[-1:] in '.!?:;)]%”"’*':
        return None
    last, before = str(words[-1]), str(words[-2])
    if last in _OPEN and not re.search(r"\b[A-Z]$", text):
        return last
    return last if last in _LINKS and not _ENDED.search(before) else None
