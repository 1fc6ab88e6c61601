"""Row borders that only the column borders show: in a table without row rules these break where a text goes across,
and where each row draws its own piece of them the pieces meet at the ends of the rows."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter

from planparse.readers.pdf.page import Rule, Word
from planparse.readers.pdf.ruled.labels import label_starts
from planparse.readers.pdf.ruled.rules import JOIN, SHORT, SNAP, Frame

_LEAST = 8.0
"""Points; a break that is shorter holds no line of text."""
_KNOWN = 4.0
"""Points from a rule at which a break ends with it."""
_FEW = 2
"""Breaks of the borders within a table at least."""
_MEET, _SAME = 0.5, 1.5
"""Points between two pieces that meet, and between the heights at which pieces of two borders do."""
_FEWEST_TITLES = 2
"""Columns without a rule below their titles, where bold type shows that a header ends."""
_STEP = 1.5
"""Heights of a letter from one line of a text to the next at most."""
_OVER = 2.0
"""Points from a row's border to its label."""
_MOST = 400
"""Pieces of the borders of one table; with more of them it is a drawing."""

Side = tuple[float, float]
"""A column, between its borders."""

_base = attrgetter("base")


def with_breaks(found: list[Frame], drawn: list[Rule], words: list[Word]) -> list[Frame]:
    """The frames, each with a rule at both ends of each break, as wide as the cell that goes across there, and where
    pieces of its sides meet. The pieces of column borders that touch no rule are of the frame around them. ``drawn``
    are all uprights as they are drawn; a piece that ends within a line of ``words`` says nothing."""
    loose = [v for f in found if not f.horizontals for v in f.verticals]
    if not loose and not any(len(f.verticals) > 2 for f in found):
        return found
    out = []
    for frame in found:
        if frame.horizontals and len(frame.verticals) > 1:
            x0, x1 = min(v.at for v in frame.verticals), max(v.at for v in frame.verticals)
            top, bottom = min(v.start for v in frame.verticals), max(v.end for v in frame.verticals)
            own = [v for v in loose if x0 < v.at < x1 and top - JOIN < v.start and v.end < bottom + JOIN]
            if own:
                loose = [v for v in loose if v not in own]
                frame = Frame(frame.horizontals, sorted([*frame.verticals, *own]), frame.pieced)
            out.append(_broken(frame, drawn, words))
        elif frame.horizontals:
            out.append(frame)
    return [*out, *(Frame([], [v]) for v in loose)]


def _broken(frame: Frame, drawn: list[Rule], words: list[Word]) -> Frame:
    sides = _columns(frame.verticals)
    if frame.pieced or not frame.horizontals or len(sides) < 3 or len(frame.verticals) > _MOST:
        return frame
    top, bottom = min(v.start for v in frame.verticals), max(v.end for v in frame.verticals)
    added: set[Rule] = set()
    own = [r for r in drawn if top - JOIN < r.start and r.end < bottom + JOIN]
    if len(own) > len(sides):
        open_ = min(h.start for h in frame.horizontals), max(h.end for h in frame.horizontals)
        added = _meetings(sides, own, words, [h.at for h in frame.horizontals], open_)
    inner = [h for h in frame.horizontals if top + JOIN < h.at < bottom - JOIN]
    held = [w for w in words if top < w.base < bottom + JOIN]
    if inner:
        added |= _completed(inner, own if added else [], sides, held)
    elif not added and (labelled := _at_labels(sorted(sides), held)):
        outer = {*sorted(sides)[:2], max(sides)}
        begun = Counter(round(v.start) for x, rules in sides.items() for v in rules[:1] if x not in outer)
        first = min(begun, default=0)  # the rows of a table within begin without a label
        if begun[first] > 1 and first > top + JOIN and all(abs(r.at - first) > _LEAST for r in labelled):
            labelled.add(Rule(first, min(sides), max(sides)))
        through = [
            v
            for x, rules in sides.items()
            for v in rules
            if x in outer or any(v.start + _LEAST < r.at < v.end for r in labelled)
        ]
        return Frame(sorted([*frame.horizontals, *labelled]), sorted(through))
    gaps = {x: _gaps(sides[x], top, bottom) for x in sorted(sides)[1:-1]}
    inside = [top < a and b < bottom for found in gaps.values() for a, b in found]
    if len(inside) < _FEW or not any(inside):
        gaps = {}
    ends = [
        (x, y, y + inside) for x, found in gaps.items() for gap in found for y, inside in zip(gap, (2, -2), strict=True)
    ]
    for x, y, within in ends:
        x0 = max(other for other in sides if other < x and _covers(sides[other], within, other not in gaps))
        x1 = min(other for other in sides if other > x and _covers(sides[other], within, other not in gaps))
        if top < y < bottom and not _is_drawn([*frame.horizontals, *added], y, x0, x1):
            added.add(_prolonged(Rule(y, x0, x1), sorted(sides), words))
    return Frame(sorted([*frame.horizontals, *added]), frame.verticals) if added else frame


def _prolonged(rule: Rule, xs: list[float], words: list[Word]) -> Rule:
    """The rule over the columns beside it, as far as it parts none of their texts, were these of several lines."""
    first, last = xs.index(rule.start), xs.index(rule.end)
    while first > 0 and _parts(rule.at, _inside(xs[first - 1], xs[first], words)):
        first -= 1
    while last < len(xs) - 1 and _parts(rule.at, _inside(xs[last], xs[last + 1], words)):
        last += 1
    return Rule(rule.at, xs[first], xs[last])


def _parts(y: float, own: list[Word]) -> bool:
    """Whether the texts over and under a height in a column are two."""
    if any(w.top + 1 < y < w.bottom - 1 for w in own):
        return False
    over, under = [w for w in own if w.base < y], [w for w in own if w.base > y]
    if not over or not under:
        return True
    last, first = max(over, key=lambda w: w.base), min(under, key=lambda w: w.base)
    return first.base - last.base > _STEP * max(first.style.size, last.style.size)


def _columns(verticals: list[Rule]) -> dict[float, list[Rule]]:
    """The pieces of each column border, top to bottom."""
    out: dict[float, list[Rule]] = defaultdict(list)
    at = None
    for rule in sorted(verticals):
        at = rule.at if at is None or rule.at - at > SNAP else at
        out[at].append(rule)
    for pieces in out.values():
        pieces.sort(key=lambda r: r.start)
    return out


def _meetings(
    sides: Iterable[float], drawn: list[Rule], words: list[Word], known: list[float], open_: tuple[float, float]
) -> set[Rule]:
    """Rules where one piece of a border ends and the next one begins, at one height in one side of the table and in
    others; none where a rule is ``known``, or where many of them would cross a line of text. ``open_`` are the places
    where the table begins and ends, with borders or without."""
    left, right = min(sides), max(sides)
    ends = [(y, x) for x in (left, right) for y in _ends(drawn, x, known)]
    if not ends:
        return set()
    ends += [(y, x) for x in sides if x not in (left, right) for y in _ends(drawn, x, known)]
    levels: list[tuple[float, list[float]]] = []
    for y, x in sorted(ends):
        if not levels or y - levels[-1][0] > _SAME:
            levels.append((y, []))
        levels[-1][1].append(x)
    out: set[Rule] = set()
    for y, own in levels:
        if len(own) > 1 and (left in own or right in own):
            start, end = min(own), max(own)
            start, end = min(start, open_[0]) if start == left else start, max(end, open_[1]) if end == right else end
            out.add(Rule(y, start, end))
    if not out or _is_blank_end(out, drawn, words, known):
        return set()
    ends_at = [rule.at for rule in sorted(out)[1:]] + [max(r.end for r in drawn)]
    xs = [*([open_[0]] if open_[0] < left - SHORT else []), *sorted(sides)]
    xs += [open_[1]] if open_[1] > right + SHORT else []
    beside = [_beside_label(r, end, xs, words) for r, end in zip(sorted(out), ends_at, strict=True)]
    clear = {rule for rule in beside if rule is not None}
    return clear if 3 * len(clear) >= 2 * len(out) else set()


def _is_blank_end(met: set[Rule], drawn: list[Rule], words: list[Word], known: list[float]) -> bool:
    """Whether pieces meet but once, below the rules that part all rows, and no text nor rule stands further down: the
    page's end has torn the last row, whose pieces it draws anew."""
    rule, bottom = min(met), max(r.end for r in drawn)
    if len(met) > 1 or sum(b - a > _LEAST for a, b in pairwise(sorted(known))) < _FEW or max(known) > rule.at:
        return False
    return not any(rule.at < w.base < bottom + w.style.size and rule.start < w.x1 and w.x0 < rule.end for w in words)


def _completed(known: list[Rule], drawn: list[Rule], xs: Iterable[float], words: list[Word]) -> set[Rule]:
    """What is not drawn of rules that go over a part of the columns: where in each of the others a text begins below
    them level with the row, and pieces of the borders meet there or a header in bold ends there."""
    sides = list(pairwise(sorted(xs)))
    levels: list[list[Rule]] = []
    for rule in sorted(known):
        if levels and rule.at - levels[-1][0].at <= SNAP:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    ends: dict[float, set[float]] = {}
    within: dict[Side, list[Word]] = {}
    out: set[Rule] = set()
    for level in levels:
        y = level[0].at
        if [r for r in level if r.start < sides[0][0] + JOIN and sides[-1][1] - JOIN < r.end]:
            continue
        rest = [side for side in sides if not _is_drawn(level, y, *side)]
        if not rest or len(rest) == len(sides):
            continue
        ends = ends or {x: _ends(drawn, x, []) for x in xs}
        meeting = all(any(abs(end - y) <= _SAME for x in side for end in ends[x]) for side in rest)
        if not meeting and len(rest) < _FEWEST_TITLES:
            continue
        within = within or _by_column(sides, words)
        beside = [w for side in sides if side not in rest for w in within[side]]
        others = {side: within[side] for side in rest}
        if _is_head(y, others, beside) or (meeting and _are_level(y, others, beside)):
            out.update(Rule(y, x0, x1) for x0, x1 in rest)
    return out


def _at_labels(xs: list[float], words: list[Word]) -> set[Rule]:
    """Rules over the labels in the first column of a table without any between its rows: in bold, each with a colon at
    its end and a text beside its first line."""
    starts = label_starts(_inside(xs[0], xs[1], words), {round(w.base) for w in words if w.x0 > xs[1]})
    return {Rule(line.top - _OVER, xs[0], xs[-1]) for line in starts[1:]}


def _is_head(y: float, rest: dict[Side, list[Word]], beside: list[Word]) -> bool:
    """Whether all texts above a height are bold, and none below it: a header ends there."""
    if len(rest) < _FEWEST_TITLES or not all(_parts(y, texts) for texts in rest.values()):
        return False
    columns = (beside, *rest.values())
    over = [max((w for w in texts if w.base < y), key=_base, default=None) for texts in columns]
    under = [min((w for w in texts if w.base > y), key=_base, default=None) for texts in columns]
    if not any(under) or not all(w is not None and w.style.bold for w in over):
        return False
    return not any(w is not None and w.style.bold for w in under)


def _are_level(y: float, rest: dict[Side, list[Word]], beside: list[Word]) -> bool:
    """Whether the texts below a height are others than those above it, and begin level with the row beside them."""
    first = min((w.base for w in beside if w.base > y), default=None)
    for own in rest.values() if first is not None else ():
        under = min((w.base for w in own if w.base > y), default=None)
        if under is None or first is None or abs(under - first) > 1 or not _parts(y, own):
            return False
    return first is not None


def _inside(x0: float, x1: float, words: list[Word]) -> list[Word]:
    return [w for w in words if x0 < w.x0 and w.x1 < x1]


def _by_column(sides: list[Side], words: list[Word]) -> dict[Side, list[Word]]:
    """``_inside`` of each of these columns, which stand side by side, left to right."""
    starts = [x0 for x0, _ in sides]
    out: dict[Side, list[Word]] = {side: [] for side in sides}
    for word in words:
        side = sides[bisect_left(starts, word.x0) - 1]
        if side[0] < word.x0 and word.x1 < side[1]:
            out[side].append(word)
    return out


def _ends(drawn: list[Rule], x: float, known: list[float]) -> set[float]:
    """Where a piece of a border ends and another one begins, away from the known rules."""
    pieces = [r for r in drawn if abs(r.at - x) <= SNAP]
    starts = sorted(r.start for r in pieces)
    level = sorted(known)
    return {y for _, _, y in pieces if _is_near(starts, y, _MEET) and not _is_near(level, y, _KNOWN)}


def _is_near(places: list[float], y: float, most: float) -> bool:
    k = bisect_left(places, y - most)
    return k < len(places) and places[k] <= y + most


def _beside_label(rule: Rule, below: float, xs: list[float], words: list[Word]) -> Rule | None:
    """The part of a rule right of a text at its left that goes on through it, or past it with nothing beside the row
    down to ``below``: a label beside several rows. None where less than two columns are left."""
    over = [w.x1 for w in words if rule.start < w.x0 and w.x1 < rule.end and w.top + 1 < rule.at < w.bottom - 1]
    start = next((x for x in xs if x >= max(over)), rule.end) if over else rule.start
    if start <= xs[0] and len(xs) > 3:
        row = [w for w in words if xs[0] < w.x0 and rule.at < w.base < below]
        label = min((w.base for w in row if w.x1 < xs[1]), default=None)
        level = label is not None and abs(label - min(w.base for w in row)) <= 1  # with the first line of its row
        start = xs[0] if label is not None and (level or _parts(rule.at, _inside(xs[0], xs[1], words))) else xs[1]
    left = [x for x in xs if start - SNAP <= x <= rule.end + SNAP]
    return Rule(rule.at, start, rule.end) if len(left) > 2 or not over else None


def _gaps(pieces: list[Rule], top: float, bottom: float) -> list[tuple[float, float]]:
    """Where a border is not drawn between the ends of the table."""
    ends = [top, *(y for piece in pieces for y in (piece.start, piece.end)), bottom]
    return [(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True) if b - a > _LEAST]


def _covers(pieces: list[Rule], y: float, outer: bool) -> bool:
    return outer or any(piece.start <= y <= piece.end for piece in pieces)


def _is_drawn(rules: list[Rule], at: float, left: float, right: float) -> bool:
    return any(abs(r.at - at) < _KNOWN and r.start < left + JOIN and right - JOIN < r.end for r in rules)
