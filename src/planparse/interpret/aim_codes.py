"""Codes that stand beside the priority of an objective: "Priority | A clean town | Ref | AB1"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.interpret.codes import is_code, split_code
from planparse.interpret.draft import ObjectiveDraft, Text
from planparse.interpret.labels import Label, names_code
from planparse.interpret.ledger import Ledger
from planparse.model.document import Block, Cell
from planparse.model.trace import Remark
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold, squash

_AIMS = frozenset({"priority", "objective"})
_PAIR = 2
"""Cells of a name and what stands behind it."""


def without_code(
    label: Label, rest: list[Cell], vocabulary: Vocabulary
) -> tuple[list[Cell], list[tuple[Label, Cell, Cell | None]]]:
    """The text beside the label of an aim, and the name of a code behind it with what stands there, if anything:
    "Priority | A clean town | Ref | to follow", "Priority | A clean town | Ref: AB1"."""
    first = rest[: not label.rest]  # the text may stand in the cell of its label
    others = rest[len(first) :]
    if label.role not in _AIMS or not 0 < len(others) <= _PAIR:
        return rest, []
    name, *behind = others
    text = fold(name.text)
    if names_code(text, vocabulary):
        return first, [(Label("extra", text.rstrip(" :")), name, behind[0] if behind else None)]
    head, _, code = text.partition(":" if ":" in text else " ")
    if behind or not names_code(head, vocabulary) or not is_code(code.strip()) or code.strip().isdigit():
        return rest, []
    return first, [(Label("ref", head), name, replace(name, blocks=(Block(code.strip()),)))]


def settle_aim_codes(objectives: Sequence[ObjectiveDraft], ledger: Ledger) -> None:
    """Gives the objectives the codes that stand beside their priorities, where these are not the priorities' own.

    A priority that stands with several codes shows that they are of what stands below it; a code that comes again with
    its priority, and no priority with another one, that they are the priorities'. Where neither is to be seen, they
    are taken for the objectives', and that is said.
    """
    beside = [(o, o.ref) for o in objectives if o.ref is not None]
    pairs = {(squash(o.priority.text) if o.priority else "", squash(ref.text)) for o, ref in beside}
    is_of_objectives = len({priority for priority, _ in pairs}) < len(pairs)
    if not is_of_objectives and len({code for _, code in pairs}) < len(beside):
        return
    for objective, ref in beside:
        if objective.code is not None or (objective.title and split_code(objective.title.text)):
            continue
        objective.code = ref
        objective.extra = {name: text for name, text in objective.extra.items() if text is not ref}
        if not is_of_objectives:
            _doubt(ref, ledger)


def _doubt(ref: Text, ledger: Ledger) -> None:
    message = f"the code '{ref.text}' stands beside a priority; taken for that of the objective below it"
    ledger.remarks.append(Remark("warning", "objective-code-unsure", message, (), ref.places))
