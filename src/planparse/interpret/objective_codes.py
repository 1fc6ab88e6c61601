"""The codes that the titles of objectives begin with, alone or behind the word for an objective.

AB1: Swim more                      <- set apart: a code whatever the others have
Objective AB-01 – Swim more
Service objective AB-01 Swim more   <- nothing between the two: a code where most objectives have one of its shape
1.1 AB1 Swim more                   <- so is one behind the number of a heading
"""

from __future__ import annotations

import re

from planparse.interpret.codes import SplitCode, code_shape, split_code, split_lettered
from planparse.interpret.draft import ObjectiveDraft
from planparse.interpret.labels import match_label
from planparse.interpret.vocabulary import phrase_key
from planparse.model.vocabulary import Vocabulary

_SECTION = re.compile(r"\d+(?:\.\d+)*\.?\s+(?=[A-Z])")
"""The number of a heading."""
_NAME_WORDS = 3
"""Words of a name for objectives at most: "Key service objective"."""


def bare_shape(code: str) -> str:
    """The shape of a code, whatever its number."""
    return re.sub("9+", "9", code_shape(code))


def code_series(drafts: list[ObjectiveDraft], vocabulary: Vocabulary) -> frozenset[str]:
    """What most of the objectives' titles begin with, where that is a series of codes: of one shape, with letters, and
    each another one. Headings that stand for objectives may be of another series than the others."""
    found: set[str] = set()
    for from_heading in (False, True):
        titles = [d.title.text for d in drafts if d.from_heading == from_heading and d.title and d.code is None]
        splits = [s for t in titles if (s := plain_code(t, vocabulary)) and s.rest and not s.glued]
        printed = [s.printed for s in splits if any(c.isalpha() for c in s.printed)]
        alike = len({bare_shape(c) for c in printed}) == 1 and len(set(printed)) == len(printed)
        if alike and len(printed) > 1 and len(printed) * 2 > len(titles):
            found.update(printed)
    return frozenset(found)


def plain_code(title: str, vocabulary: Vocabulary) -> SplitCode | None:
    """The code that a title begins with, or that stands behind the number of its heading or the word for an objective,
    where it has letters and figures there."""
    number = _SECTION.match(title)
    bare = title[number.end() :] if number else title
    split = _behind_name(bare, vocabulary) or split_code(bare)
    if number and (split is None or not _has_both(split.printed)):
        split = split_code(title)
    return split or split_lettered(title)


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
    number = _SECTION.match(title)
    if number and _behind_name(title[number.end() :], vocabulary):
        return split_objective(title[number.end() :], vocabulary)
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
        if vocabulary.labels.get(phrase_key(" ".join(words[:n]).rstrip(":"))) == "objective":
            rest = " ".join(words[n:])
            split = split_code(rest) if rest[:1].isupper() else None
            if split is not None and split.rest[:1].isupper() and _has_both(split.printed):
                return split
    return None
