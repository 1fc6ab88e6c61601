"""Columns of codes, told by what stands below them and beside them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from planparse.interpret.bodies import Bodies, share
from planparse.interpret.codes import is_code
from planparse.interpret.draft import Column
from planparse.interpret.values import is_words
from planparse.model.vocabulary import Vocabulary
from planparse.text import squash


def codes_beside(columns: list[Column], bodies: Bodies) -> list[Column]:
    """A column left of the objectives holds their codes, one for each, under the same name or where another column of
    codes is left; one left of the measures theirs, where it has the name of their family, though that says something
    else: "NI" over "NI 1"."""
    out = list(columns)
    coded = [c for c in columns if c.role == "code"]
    for n, (c, beside) in enumerate(pairwise(columns)):
        codes = bodies[c.index]
        if not codes or share(codes, is_code) < 0.8 or len(set(codes)) < len(codes):
            continue
        family = squash(c.label)
        names = bodies[beside.index]
        one_each = len(set(names)) == len(names) == len(codes)
        same = c.role == "objective" and c.label == beside.label
        if beside.role == "objective" and (same or (c.role == "code" and len(coded) > 1 and one_each)):
            out[n] = replace(c, role="objective_code", why=(*c.why, "codes beside the names of objectives"))
        elif beside.role == "measure" and not coded and family and all(squash(t).startswith(family) for t in codes):
            out[n] = replace(c, role="code", why=(*c.why, "codes beside the names of measures"))
    return out


def measures_beside_codes(columns: list[Column], bodies: Bodies, vocabulary: Vocabulary) -> list[Column]:
    """Behind a column that is called a measure and holds codes, one of words: "KPI" over "A1", beside its text."""
    out = list(columns)
    for n, (c, beside) in enumerate(pairwise(columns)):
        if c.role != "measure" or beside.role not in ("unknown", "extra", "action") or beside.period:
            continue
        words = share(bodies[beside.index], lambda t: is_words(t, vocabulary))
        if words > 0.8 and share(bodies[c.index], is_code) > 0.8:
            out[n] = replace(c, role="code", why=(*c.why, "its cells are codes"))
            out[n + 1] = replace(beside, role="measure", why=(*beside.why, "words beside the codes of measures"))
    return out
