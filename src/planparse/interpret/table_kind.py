"""What kind of table its columns make: of actions, of indicators, or another one."""

from __future__ import annotations

from planparse.interpret.bodies import Bodies, share
from planparse.interpret.codes import is_code
from planparse.interpret.dates import find_due, parse_due
from planparse.interpret.draft import Column
from planparse.interpret.header_rows import VALUE_ROLES
from planparse.interpret.periods import parse_period
from planparse.interpret.values import is_words
from planparse.interpret.vocabulary import phrase_key
from planparse.model.vocabulary import Vocabulary


def kind_of(columns: list[Column], bodies: Bodies, vocabulary: Vocabulary) -> str:
    roles = {c.role for c in columns}
    decoys = sum(c.role == "decoy" for c in columns)
    values = [c for c in columns if c.role in VALUE_ROLES]
    if decoys * 3 >= len(columns) or (decoys and not values):
        return "other"
    if not values and _are_risks(columns, bodies, vocabulary):
        return "other"
    if (
        "action" in roles
        and roles & {"due", "lead", "progress", "rag", "mark", "details", "own_period"}
        and not ("measure" in roles and len(values) > 1)
    ):
        return "actions"
    if _are_of_objectives(roles, columns, bodies, vocabulary):
        return "actions"
    if "measure" in roles and values:
        texts = [t for c in values for t in bodies[c.index]]
        real = [t for t in texts if not is_words(t, vocabulary) or is_code(t)]  # "G1" is a grade
        if texts and len(real) * 4 < len(texts):
            return "other"
        return "indicators"
    return "other"


def _are_of_objectives(roles: set[str], columns: list[Column], bodies: Bodies, vocabulary: Vocabulary) -> bool:
    """Whether a table holds actions and whose they are, and nothing else: "Objective | Milestones"."""
    if roles != {"objective", "action"} or len(columns) > len(roles):
        return False
    texts = [text for c in columns for text in bodies[c.index]]
    return bool(texts) and all(is_words(text, vocabulary) for text in texts)


def _are_risks(columns: list[Column], bodies: Bodies, vocabulary: Vocabulary) -> bool:
    """Whether the first column, behind one of codes, names risks, and nothing says by when anything is due."""
    first = next((c for c in columns if c.role != "code"), None)
    if first is None or phrase_key(first.label) not in vocabulary.risks:
        return False
    others = [bodies[c.index] for c in columns if c is not first]
    dated = [share(own, lambda t: bool(parse_due(t) or find_due(t) or parse_period(t))) for own in others]
    return all(c.role != "due" for c in columns) and not any(share > 0.5 for share in dated)
