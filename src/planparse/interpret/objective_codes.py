"""The codes that the titles of objectives begin with, alone or behind the word for an objective.

AB1: Swim more                      <- set apart: a code whatever the others have
Objective AB-01 – Swim more
Service objective AB-01 Swim more   <- nothing between the two: a code where most objectives have one of its shape
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from planparse.interpret.codes import SplitCode, code_shape, split_code, split_lettered
from planparse.interpret.draft import ObjectiveDraft
from planparse.interpret.labels import match_label
from planparse.interpret.vocabulary import phrase_key
from planparse.model.vocabulary import Vocabulary

_NAME_WORDS = 3
"""Words of a name for objectives at most: "Key service objective"."""


def bare_shape(code: str) -> str:
    """The shape of a code, whatever its number."""
    return re.sub("9+", "9", code_shape(code))


def code_series(drafts: list[ObjectiveDraft]) -> frozenset[str]:
    """What most of the objectives' titles begin with, where that is a series of codes: of one shape, with letters, and
    each another one. Headings that stand for objectives may be of another series than the others."""
    found: set[str] = set()
    for titles in _titles(drafts):
        splits = [s for t in titles if (s := split_code(t) or split_lettered(t)) and s.rest and not s.glued]
        found.update(_series([s.printed for s in splits if any(c.isalpha() for c in s.printed)], len(titles)))
    return frozenset(found)


def named_series(drafts: list[ObjectiveDraft], vocabulary: Vocabulary) -> frozenset[str]:
    """The same of what stands behind the word for an objective in most of the titles."""
    found: set[str] = set()
    for titles in _titles(drafts):
        splits = [s for t in titles if (s := _behind_name(t, vocabulary))]
        found.update(_series([s.printed for s in splits], len(titles)))
    return frozenset(found)


def _titles(drafts: list[ObjectiveDraft]) -> list[list[str]]:
    """The titles without a code of their own: those of headings, and the others."""
    uncoded = [(d.from_heading, d.title.text) for d in drafts if d.title and d.code is None]
    return [[text for headed, text in uncoded if headed == from_heading] for from_heading in (False, True)]


def _series(printed: Sequence[str], titles: int) -> Sequence[str]:
    alike = len({bare_shape(c) for c in printed}) == 1 and len(set(printed)) == len(printed)
    return printed if alike and len(printed) > 1 and len(printed) * 2 > titles else ()


def is_set_apart(code: str, title: str) -> bool:
    """Whether a colon stands right before or behind a code in a heading, or a dash behind one that has a word in
    front."""
    code = re.escape(code)
    return re.search(rf"{code}\s*:|:\s*{code}\b|\w\s+{code}\s+[-–—]\s", title) is not None


def _has_both(code: str) -> bool:
    """Whether a code has letters and figures."""
    return any(c.isalpha() for c in code) and any(c.isdigit() for c in code)


def split_objective(title: str, vocabulary: Vocabulary) -> SplitCode | None:
    """The code in front of an objective's title, or behind the word for one: "Objective ABC01: Improve services".

    >>> from planparse.interpret.vocabulary import load_vocabulary
    >>> split_objective("ABC01: Improve services", load_vocabulary()).printed
    'ABC01'
    >>> split_objective("Objective H1 Prevent homelessness", load_vocabulary()).rest
    'Prevent homelessness'
    """
    head, colon, rest = title.partition(":")
    label = match_label(head, vocabulary) if colon and rest.strip() else None
    coded = label is not None and len(label.rest) > 1 and any(c.isalpha() for c in label.rest)
    if label is not None and label.role == "objective" and coded:
        return SplitCode(label.rest, rest.strip())
    if label is not None and label.role == "objective":
        behind_colon = split_code(rest.strip())
        if behind_colon is not None and behind_colon.rest and _has_both(behind_colon.printed):
            return behind_colon
    behind_name = _behind_name(title, vocabulary)
    if behind_name is not None:
        return behind_name
    split = split_code(title)
    if split is None or not split.rest or split.glued:
        return None
    behind = title[len(split.printed) :].lstrip()
    return split if behind[:1] in ":;-–—." or len(split.printed) >= 4 else None


def _behind_name(title: str, vocabulary: Vocabulary) -> SplitCode | None:
    """The code with letters and figures between the word for an objective and a title that begins with a capital."""
    words = title.split(" ")
    for n in range(1, min(_NAME_WORDS, len(words) - 2) + 1):
        rest = " ".join(words[n:])
        if rest[:1].isupper() and vocabulary.labels.get(phrase_key(" ".join(words[:n]))) == "objective":
            split = split_code(rest)
            if split is not None and split.rest[:1].isupper() and _has_both(split.printed):
                return split
    return None
