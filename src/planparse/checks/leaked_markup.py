"""PP701: tags in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope
from planparse.model.finding import Quote, Rule
from planparse.text import strip_markup

RULE = Rule(
    code="PP701",
    name="leaked-markup",
    severity="warning",
    summary="HTML tags or entities stand in the text as printed",
    why="Readers see '<ul style=...>'; whatever was pasted there lost its form, and perhaps part of its words.",
    bad="development: <ul style='x'> • New cleaning contract • Park wardens",
    good="development: • New cleaning contract • Park wardens",
    near_miss="development: • Response times < 5 days and > 2 days • Parks & gardens",
)

_ENTITY = re.compile(
    r"&(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|rsquo|lsquo|pound|bull|hellip|#\d{2,5}|#x[0-9a-fA-F]{2,4});"
)


def find(scope: Scope) -> Iterator[Hit]:
    """One hit a record and tag: by the source as printed where there is a trace, else by what the plan kept."""
    found: dict[tuple[str | None, str], list[Quote]] = {}
    for quote in _sources(scope) if scope.trace else scope.texts():
        for tag in (*strip_markup(quote.text)[1], *_ENTITY.findall(quote.text)):
            found.setdefault((quote.record, _name(tag)), []).append(quote)
    for (_, tag), quotes in found.items():
        once = tuple({(q.field, q.text): q for q in quotes}.values())
        yield Hit(f"markup {tag} stands in the text", once, tag)


def _name(tag: str) -> str:
    """A tag without its attributes and its slash; an entity as it is."""
    m = re.match(r"</?(\w+)", tag)
    return f"<{m[1].lower()}>" if m else tag


def _sources(scope: Scope) -> Iterator[Quote]:
    """The text of each source unit under the first record that it was used for; code that is kept out is no leak."""
    owner: dict[int, tuple[str, str]] = {}
    for source in scope.trace.sources if scope.trace else ():
        for place in source.places:
            owner.setdefault(place.unit, (source.record, source.field))
    for unit in scope.trace.units if scope.trace else ():
        if unit.use.kind in ("hidden", "furniture"):
            continue
        record, field = owner.get(unit.place.unit, ("plan", unit.use.kind))
        yield Quote(None if record == "plan" else record, field, unit.text, (unit.place,))


__all__ = ["RULE", "find"]
