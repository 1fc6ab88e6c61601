"""Rules drawn in pieces, one for each cell: where the pieces of one meet, and which of them are of one table.

Browsers and their kin draw a border for each cell of its own: the pieces of a rule meet where two columns meet.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import takewhile

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.ruled.rules import JOIN, SNAP
from planparse.readers.pdf.words.runs import Span

PIECE = 12.0
"""Points; shorter pieces are dashes."""
SAME = 2.0
"""Points by which the places where pieces meet may differ from rule to rule."""
NEAR = 45.0
"""Points; no row of one cell at the end of a table is higher."""


@dataclass(slots=True)
class Pieced:
    """A rule and the places where its pieces meet; ``ends`` are its own ends and these."""

    rule: Rule
    ends: list[float]
    drawn: bool = True
    """Not the edge of painted cells."""
    spans: list[Span] = field(default_factory=list)
    """Pieces that lie over some of these places: the rule is also that of a cell that spans columns."""

    @property
    def whole(self) -> bool:
        """Drawn in one piece: as under a cell that spans all of the columns over it."""
        return len(self.ends) == 2

    def beside(self, other: Pieced) -> bool:
        """Whether one of them stands left of the other."""
        return self.rule.start > other.rule.end or other.rule.start > self.rule.end


def pieced_rules(lone: list[Rule], raw: list[Rule]) -> list[Pieced]:
    """The rules that are made of pieces which touch each other, and those drawn in one piece, top to bottom."""
    lone = sorted(lone)
    at = [r.at for r in lone]
    pieces: list[list[Rule]] = [[] for _ in lone]
    for piece in raw:
        for k in range(bisect_left(at, piece.at - SNAP), bisect_right(at, piece.at + SNAP)):
            if lone[k].start - 1 <= piece.start and piece.end <= lone[k].end + 1:
                pieces[k].append(piece)
    out = []
    for rule, own in zip(lone, pieces, strict=True):
        whole = all(p.start - rule.start < 1 and rule.end - p.end < 1 for p in own)  # drawn once, or by two rows
        meets = [] if whole else _meets(own)
        if meets or (own and whole):
            spans = {(p.start, p.end) for p in own if any(p.start + SAME < x < p.end - SAME for x in meets)}
            out.append(Pieced(rule, [rule.start, *meets, rule.end], spans=sorted(spans)))
    return out


def _meets(pieces: list[Rule]) -> list[float]:
    """Where one piece ends and another begins; none where there are short pieces, as of a dashed line.

    A longer piece, as of a cell of another row that spans columns, may lie over such a place.
    """
    if 2 * sum(piece.end - piece.start < PIECE for piece in pieces) > len(pieces):
        return []
    pieces = sorted(pieces, key=lambda p: (p.start, p.end))
    starts = [piece.start for piece in pieces]
    out: list[float] = []
    for end in sorted({piece.end for piece in pieces}):
        k = bisect_left(starts, end - JOIN)
        if k < len(starts) and starts[k] - end <= JOIN:
            following = pieces[k]
            if following.end - following.start < PIECE and following.start - end > 0.5:
                return []
            at = (end + following.start) / 2
            if not out or at - out[-1] > SNAP:
                out.append(at)
    return out


def alike(pieced: list[Pieced]) -> list[list[Pieced]]:
    """Rules that follow each other and whose pieces meet at the same places, as far as they reach.

    Where a rule of other pieces stands between, the table has ended. A rule in one piece joins those around it.
    """
    out: list[list[Pieced]] = []
    waiting: list[Pieced] = []
    for rule in pieced:
        if rule.whole:
            waiting.append(rule)
            continue
        over = [k for k, group in enumerate(out) if not rule.beside(group[-1])]
        group = next((out[k] for k in reversed(over) if len(out[k]) > 1), None) if over else None
        latest = out[over[-1]] if over else None
        chosen = next((g for g in (latest, group) if g is not None and _joins(rule, g)), None)
        if chosen is None:
            chosen = _led(rule, waiting)
            if latest is not None:
                latest += _trailing(latest[-1], [w for w in waiting if w not in chosen])
        else:
            out.remove(chosen)
            last = chosen[-1]
            beside = [w for w in waiting if w.rule.at <= last.rule.at and _within(w, rule) and _is_beside(w, chosen)]
            chosen += [w for w in waiting if w.rule.at > last.rule.at and _within(w, rule, last)]
            if beside:
                chosen += beside
                chosen.sort(key=lambda r: (r.rule.at, r.rule.start))
        chosen.append(rule)
        out.append(chosen)
        waiting = [w for w in waiting if w.beside(rule)]
    for group in out:
        group += _trailing(group[-1], waiting)
    return out


def _joins(rule: Pieced, group: list[Pieced]) -> bool:
    """The edges of painted cells begin and end with a title over some columns."""
    parted = [r for r in group if not r.whole] or group
    last, most = parted[-1], max(group, key=lambda r: len(r.ends))
    if all((_fits if rule.drawn or other.drawn else _fits_over)(rule, other) for other in (last, most)):
        return True
    return _is_indented(rule, parted) and _fits_over(rule, last) and _fits_over(rule, most)


def _is_indented(rule: Pieced, above: list[Pieced]) -> bool:
    """Whether a rule begins at a column of the rules above and ends where they do: rows beside a label."""
    begins = any(abs(rule.rule.start - x) <= SAME for r in above for x in r.ends[1:-1])
    return begins and all(abs(rule.rule.end - r.rule.end) <= SAME for r in above)


def _within(whole: Pieced, *rules: Pieced) -> bool:
    """Whether a rule in one piece begins and ends where pieces of one of these rules do."""
    return any(_fits(whole, rule) for rule in rules)


def _is_beside(edge: Pieced, group: list[Pieced]) -> bool:
    """Whether the edge of one painted cell goes on in the line of one of these rules, top to bottom, past white cells
    that go down over it."""
    if edge.drawn:
        return False
    level = bisect_left(group, edge.rule.at - SNAP, key=lambda r: r.rule.at)
    return any(edge.beside(r) for r in takewhile(lambda r: r.rule.at <= edge.rule.at + SNAP, group[level:]))


def _led(rule: Pieced, waiting: list[Pieced]) -> list[Pieced]:
    """The rules in one piece that stand close over the first rule of a table: under a header that spans columns."""
    out: list[Pieced] = []
    top = rule.rule.at
    for whole in reversed(waiting):
        if not whole.beside(rule):
            if top - whole.rule.at > NEAR or not _fits(whole, rule):
                break
            out.insert(0, whole)
            top = whole.rule.at
    return out


def _trailing(last: Pieced, waiting: list[Pieced]) -> list[Pieced]:
    """The rules in one piece, as wide as the table, that stand close under its last one and each other: under rows of
    one cell, or drawn in dots."""
    out: list[Pieced] = []
    at = last.rule.at
    for whole in waiting:
        if whole.rule.at > at and not whole.beside(last):
            near = whole.rule.at - at <= NEAR
            wide = abs(whole.rule.start - last.rule.start) <= SAME and abs(whole.rule.end - last.rule.end) <= SAME
            if not (near and wide):
                break
            out.append(whole)
            at = whole.rule.at
    return out


def _fits(a: Pieced, b: Pieced) -> bool:
    if len(a.ends) > len(b.ends):
        a, b = b, a
    return all(any(abs(x - y) <= SAME for y in b.ends) for x in a.ends)


def _fits_over(a: Pieced, b: Pieced) -> bool:
    """Whether the pieces meet at the same places as far as both rules reach."""
    start, end = max(a.rule.start, b.rule.start) - SAME, min(a.rule.end, b.rule.end) + SAME
    less, more = sorted(([x for x in rule.ends if start <= x <= end] for rule in (a, b)), key=len)
    return len(less) > 1 and all(any(abs(x - y) <= SAME for y in more) for x in less)
