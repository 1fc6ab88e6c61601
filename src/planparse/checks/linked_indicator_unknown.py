"""PP605: a linked indicator that is nowhere defined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.checks.scope import Hit, Scope, bare
from planparse.model.finding import Quote, Rule

RULE = Rule(
    code="PP605",
    name="linked-indicator-unknown",
    severity="warning",
    summary="an objective names a linked indicator that the plan does not define",
    why=(
        "The objective seems to be measured and is not; or the code is mistyped. Lists of linked codes stand "
        "only in the source, "
        "so a plan.json cannot be checked for it. Codes of a set of which the plan defines none are passed over."
    ),
    bad="""
        linked: CLN001, CLN002, CLN009
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN003: % of bins emptied on the day | 90% | 92% | 93% | 94%
    """,
    good="""
        linked: CLN001, CLN002, CLN003
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN003: % of bins emptied on the day | 90% | 92% | 93% | 94%
    """,
    near_miss="""
        linked: CLN 001, 002 & 003, NI 192
        CLN001: % of streets free of litter | 87% | 88% | 89% | 90%
        CLN002: % of parks with a green flag | 40% | 45% | 50% | 55%
        CLN003: % of bins emptied on the day | 90% | 92% | 93% | 94%
    """,
)

_CODE = re.compile(
    r"\b(?P<prefix>[A-Z][A-Za-z&]{0,7}(?:[ -][A-Z]{1,5})?)[ -]?(?P<number>\d{1,4}[a-z]?)\b|\b(?P<more>\d{1,4}[a-z]?)\b"
)


def find(scope: Scope) -> Iterator[Hit]:
    known = {_key(c) for i in scope.plan.indicators for c in (i.code, i.printed_code) if c}
    sets = {re.sub(r"\d.*", "", code) for code in known}
    for source in scope.trace.sources if scope.trace and known else ():
        if not source.field.startswith("linked/"):
            continue
        text = " ".join(scope.units[p.unit].text for p in source.places if p.unit in scope.units)
        for printed, code in named_codes(text):
            if code not in known and re.sub(r"\d.*", "", code) in sets:
                quote = Quote(source.record, source.field, text, source.places)
                yield Hit(f"linked indicator {printed} is nowhere defined", (quote,), code)


def named_codes(text: str) -> Iterator[tuple[str, str]]:
    """The codes of a list as printed, each with its key; a bare number takes the letters of the code before it.

    >>> list(named_codes("LI 10, 11 & CP SH12"))
    [('LI 10', 'li10'), ('LI 11', 'li11'), ('CP SH12', 'cpsh12')]
    """
    prefix = ""
    for m in _CODE.finditer(text):
        prefix = m["prefix"] or prefix
        if prefix:
            printed = m[0] if m["prefix"] else f"{prefix} {m[0]}"
            yield printed, _key(printed)


def _key(code: str) -> str:
    return bare(code).replace(" ", "")


__all__ = ["RULE", "find", "named_codes"]
