"""Columns that row rules show by being drawn cell by cell.

Where a table has borders below its rows only, the pieces of these rules meet at the same places in one rule after
the other. Uprights are put there, as far as the text leaves them free; a cell that spans columns has text across them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import pairwise

from planparse.readers.pdf.page import Fill, Page, Rule, Word
from planparse.readers.pdf.ruled.beside_paint import with_labels_beside
from planparse.readers.pdf.ruled.chains import Chain, chains_of, lies_over
from planparse.readers.pdf.ruled.framed import is_panel
from planparse.readers.pdf.ruled.level_edges import level_edges
from planparse.readers.pdf.ruled.outer_rows import (
    FOOT,
    columns_with_text,
    ends_page,
    go_on,
    is_rest,
    pitch,
    row_above,
    row_below,
)
from planparse.readers.pdf.ruled.painted import (
    edge_rules,
    every_other,
    is_named,
    one_row,
    painted_cells,
    put_cells,
    with_header,
)
from planparse.readers.pdf.ruled.pieced import PIECE, SAME, Pieced, alike, pieced_rules
from planparse.readers.pdf.ruled.rules import JOIN, SNAP, Frame
from planparse.readers.pdf.ruled.uprights import is_crossed, is_spanned, shown_below, shown_borders, uprights
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_number_label, is_value, is_year

_BAND = 1.7
"""Heights of a letter from a band to the row below it; the lines of a text stand nearer to each other."""
_HEADED = 2
"""Bands of a table of which only the header has a rule under it, and the last row."""
_APART = 1.1
"""Times the step between the lines of a text that is between two rows."""
_MANY = 3
"""Texts side by side in a line, and such lines, that show rows."""
_HALF = 0.8
"""Heights of a letter from one line to the next of its column at least."""
_BESIDE = 6.0
"""Points from a border to a text that begins right behind it."""
_BLANKS = 4
"""Points from one word of a text to the next, less than these."""
_MOST = 500
"""Lone rules on a page; with more of them it is a drawing."""


def with_pieces(found: list[Frame], page: Page, words: list[Word], before: tuple[float, ...] | None) -> list[Frame]:
    """The frames, those of lone rules drawn cell by cell made into frames of tables, and those of painted cells.

    ``before`` are the column borders of the table that ended the page before, which may go on here.
    """
    found = _with_rules(found, page, words, before)
    if not page.fills:
        return found
    boxes = [f for f in found if len(f.horizontals) == len(f.verticals) == 2 or is_panel(f, page.fills)]
    others = [f for f in found if f not in boxes]
    sides = [h for box in boxes for h in box.horizontals]
    inner = [r for r in page.horizontals if not any(_is_part(r, side) for side in sides)] if boxes else page.horizontals
    cells = painted_cells(page.fills, inner, others, page.height)
    made = _of_paint(cells, others, page, words, before) if cells else []
    return others + [box for box in boxes if not any(_is_around(box, frame) for frame in made)] + made


def _is_part(rule: Rule, side: Rule) -> bool:
    return abs(rule.at - side.at) <= SNAP and side.start - 1 <= rule.start and rule.end <= side.end + 1


def _is_around(box: Frame, frame: Frame) -> bool:
    """Whether a frame without inner rules is that of this table."""
    return all(abs(a - b) <= 2 * JOIN for a, b in zip(_extent(box), _extent(frame), strict=True))


def _extent(frame: Frame) -> tuple[float, float, float, float]:
    return (
        min(h.start for h in frame.horizontals),
        min([h.at for h in frame.horizontals] + [v.start for v in frame.verticals]),
        max(h.end for h in frame.horizontals),
        max([h.at for h in frame.horizontals] + [v.end for v in frame.verticals]),
    )


def _of_paint(
    cells: list[Fill], found: list[Frame], page: Page, words: list[Word], before: tuple[float, ...] | None
) -> list[Frame]:
    """The frames of rows that are painted cell by cell."""
    chains = _chains(edge_rules(cells), [f for f in found if f.verticals], page, words, painted=True)
    for chain in chains:
        put_cells(chain, cells)
    return with_labels_beside(_frames(chains, page, before), page.horizontals, words)


def _with_rules(found: list[Frame], page: Page, words: list[Word], before: tuple[float, ...] | None) -> list[Frame]:
    sided = [f for f in found if _has_sides_alone(f)]
    lone = [f.horizontals[0] for f in found if not f.verticals and len(f.horizontals) == 1]
    lone += [rule for frame in sided for rule in frame.horizontals]
    pieced = pieced_rules(lone, page.horizontals) if 0 < len(lone) <= _MOST else []
    if all(rule.whole for rule in pieced):
        return found
    cells = painted_cells(page.fills, page.horizontals, found, page.height) if page.fills else []
    edges = edge_rules(cells) if cells else []
    pieced = sorted(_prolonged(pieced, edges), key=lambda p: p.rule.at)
    others = [f for f in found if f.verticals and all(f is not own for own in sided)]
    made = _frames(_chains(pieced, others, page, words), page, before)
    used = {id(r) for frame in made for r in frame.horizontals}
    kept = [f for f in found if not all(id(r) in used for r in f.horizontals) or not f.horizontals]
    left = {id(r) for f in kept if f.verticals for r in f.horizontals}
    return kept + [f for f in made if not any(id(r) in left for r in f.horizontals)]


def _has_sides_alone(frame: Frame) -> bool:
    """Whether the uprights are but the two sides of rules between rows: pieces of these may show columns."""
    if len(frame.horizontals) < _MANY or len(frame.verticals) != 2:
        return False
    sides = min(h.start for h in frame.horizontals), max(h.end for h in frame.horizontals)
    return all(abs(v.at - x) <= SNAP for v, x in zip(sorted(frame.verticals), sides, strict=True))


def _prolonged(drawn: list[Pieced], edges: list[Pieced]) -> list[Pieced]:
    """The rules and the edges of painted cells; where one goes on beside another on one line they are one rule."""
    out: list[Pieced] = []
    for own in sorted([*drawn, *edges], key=lambda p: (round(p.rule.at / SNAP), p.rule.start)):
        last = out[-1] if out else None
        if last and abs(last.rule.at - own.rule.at) <= SNAP and abs(own.rule.start - last.rule.end) <= JOIN:
            ends = [*last.ends[:-1], (last.rule.end + own.rule.start) / 2, *own.ends[1:]]
            out[-1] = Pieced(Rule(last.rule.at, last.rule.start, own.rule.end), ends)
        else:
            out.append(own)
    return out


def _chains(
    pieced: list[Pieced], others: list[Frame], page: Page, words: list[Word], painted: bool = False
) -> list[Chain]:
    """The chains of these rules, top to bottom."""
    chains: list[Chain] = []
    seen: dict[tuple[float, float], list[Line]] = {}
    for rules in alike(pieced):
        if not painted and not any(rule.drawn and not rule.whole for rule in rules):
            continue
        ends = min(r.rule.start for r in rules) - 4, max(r.rule.end for r in rules) + 4
        if ends not in seen:
            seen[ends] = _lines_between(*ends, words)
        chains += chains_of(rules, seen[ends], others, page.fills)
    chains.sort(key=lambda c: c.rules[0].rule.at)
    return chains


def _frames(chains: list[Chain], page: Page, before: tuple[float, ...] | None) -> list[Frame]:
    """The frames of the chains, top to bottom. What stands between two of them is first the header of the lower."""
    out: list[Frame] = []
    lower: list[tuple[Chain, float]] = []
    for k in range(len(chains) - 1, -1, -1):
        chain = chains[k]
        first, last = chain.rules[0].rule.at, chain.rules[-1].rule.at
        upper = next((c for c in map(chains.__getitem__, range(k - 1, -1, -1)) if _stands_over(c, chain)), None)
        if upper is not None:
            chain.follows = True
            end = upper.rules[-1].rule.at
            chain.above = [x for x in chain.above if x.base - 0.3 * x.size > end]
        top = next((top for c, top in reversed(lower) if c.rules[0].rule.at > last and not c.beside(chain)), None)
        if top is not None:
            chain.followed = True
            chain.below = [x for x in chain.below if x.base < top]
        frame = _frame(chain, page, before)
        if frame is not None:
            out.append(frame)
            lower.append((chain, min([first, *(v.start for v in frame.verticals)])))
    out.reverse()
    return out


def _stands_over(upper: Chain, chain: Chain) -> bool:
    return not upper.beside(chain) and upper.rules[-1].rule.at <= chain.rules[0].rule.at


def _lines_between(left: float, right: float, words: list[Word]) -> list[Line]:
    """The lines of what stands over, between or under rules; another table may stand beside them, but no text goes on
    from left of them."""
    level = [w for w in words if w.style.angle == 0]
    own = [w for w in level if left <= (w.x0 + w.x1) / 2 <= right]
    before = {(round(w.base), round(w.x1 + blank)) for w in level if w.x0 < left for blank in range(1, _BLANKS)}
    lines = make_lines(own) if own else []
    return [line for line in lines if (round(line.base), round(line.x0)) not in before] if before else lines


def _frame(chain: Chain, page: Page, before: tuple[float, ...] | None) -> Frame | None:
    """The rules of the chain with the uprights that they show; None where the text does not stand between them."""
    first, last = chain.rules[0].rule, chain.rules[-1].rule
    left, right = min(r.rule.start for r in chain.rules), max(r.rule.end for r in chain.rules)
    known: tuple[float, ...] = ()
    if before is not None and not chain.follows and first.at < 0.4 * page.height:
        beside = before[1:]  # of labels that are not painted with the rows beside them
        known = next((xs for xs in (before, beside) if len(xs) > 2 and _as_wide(xs, left, right)), ())
    borders = [x for x in chain.borders() if any(abs(x - b) <= 3 for b in known) or _bears(chain, x)]
    if not borders or any(_stacked(band, borders) for band in chain.bands):
        return None
    goes_on = bool(known) and _goes_on(known, borders)
    if (
        chain.painted
        and not every_other(chain)
        and not is_named(chain, borders)
        and not (goes_on and len(chain.bands) == 1 and _rest_alone(chain, borders))
    ):
        return None
    headed = _begins_with_header(chain)  # nothing of a torn row stands right over a header
    upper = row_above(chain, borders, goes_on and not headed)
    if upper and headed and not upper[-1].bold:
        upper = []
    bands = [b for r, b in zip(chain.rules, chain.bands[:_HEADED], strict=False) if r.rule.start < left + PIECE]
    rests = not chain.painted and any(_has_rest(band, borders) for band in bands)  # beside a label it may be of that
    if goes_on and (rests or _stacked(upper, borders)):
        return None  # rows without rules over the rule that ends their table
    lower = row_below(chain, borders, page)
    rows = [row for row in (upper, *chain.bands, lower) if row]
    if len(chain.rules) == 1 and len(chain.below) > len(lower) + FOOT:
        return None  # the rule under a header: see ``headed``
    if not any(map(_has_figures, chain.bands)) and go_on(chain.below, lower, borders):
        return None  # so are these
    several = sum(1 for row in rows if len(columns_with_text(row, borders)) > 1)
    torn = bool(lower or (upper and chain.again)) and ends_page(chain, len(lower), page)
    fewest = 1 if torn and chain.again else 2
    if not (goes_on and rows) and (several < fewest or (len(chain.rules) == 1 and not torn)):
        return None
    if (
        _stacked(lower, borders)
        or _banded(lower, borders)
        or _labelled(lower, borders)
        or (chain.painted and not one_row(lower, chain))
    ):
        return None
    verticals = uprights(chain, borders)
    rules = [r.rule for r in chain.rules]
    if chain.painted:
        rules += level_edges(chain, borders, upper)
    if upper:
        painted = chain.painted
        if painted:
            heads, upper = with_header(upper, chain.above, borders, pitch(chain))
        elif first.start - left > PIECE:
            heads = []  # the rule stands under a title, and the names beside that are level with it
        else:
            heads, upper = _with_titles(upper, borders)
        if chain.painted and all(x.bold for x in upper) and chain.bands and not all(x.bold for x in chain.bands[0]):
            rules[0] = Rule(first.at, left, right)  # not only under the cells that happen to be painted below a header
        edges = [(heads[0] if heads else upper)[0].top - 2]
        edges += [(above[-1].bottom + below[0].top) / 2 for above, below in pairwise([*heads, upper])]
        rules = [*(Rule(y, left, right) for y in edges[1:]), *rules]
        for head, (top, bottom) in zip(heads, pairwise(edges), strict=True):
            verticals += [Rule(x, top, bottom) for x in (left, *shown_borders(head, borders))]
        parted = shown_borders(upper, borders, goes_on)
        parted = [x for x in parted if not is_spanned(chain, chain.rules[0], upper, borders, x)]
        verticals += [Rule(x, edges[-1], first.at) for x in (left, *parted)]
    if lower:
        bottom = max(line.bottom for line in lower) + 2
        verticals += [Rule(x, last.at, bottom) for x in (left, *shown_below(chain, lower, borders))]
    return Frame(rules, verticals, pieced=True)


def _with_titles(upper: list[Line], borders: list[float]) -> tuple[list[list[Line]], list[Line]]:
    """The rows of titles over the names of columns in a bold header, and these: a title lies over a border beside which
    its columns have names."""
    titles, names = upper[:-1], upper[-1]
    over = [x for x in borders if any(lies_over(line, x) for line in titles)]
    parted = len(cut(names, NEAR_GAP).runs) > _MANY - 1 and not any(lies_over(names, x) for x in over)
    if not over or not parted or not all(line.bold and line.x0 > borders[0] for line in titles) or not names.bold:
        return [], upper
    return [titles], [names]


def _begins_with_header(chain: Chain) -> bool:
    """Whether the first row between rules is bold, and the second one is not."""
    first, second = ([band for band in chain.bands if band] + [[], []])[:2]
    return bool(first and second) and all(x.bold for x in first) and not any(x.bold for x in second)


def _has_figures(band: list[Line]) -> bool:
    """Whether a value stands in these lines; a year, were it in brackets as below "Year 1", is none."""
    texts = [run.text for line in band for run in cut(line, NEAR_GAP).runs]
    return any(is_value(text) and not is_year(text.removeprefix("(").removesuffix(")")) for text in texts)


def _bears(chain: Chain, x: float) -> bool:
    """Whether this is a border: a text that lies over it says no where the rules above and below are parted there,
    unless somewhere a text begins right behind it, beside another one."""
    over = [is_crossed(band, x) for band in chain.bands]
    if 2 * sum(over) <= len(chain.bands):
        return True
    shown = [any(abs(x - e) <= SAME for e in rule.ends) for rule in chain.rules]
    between = [band for k, band in enumerate(chain.bands) if shown[k] and shown[k + 1]]
    if any(_parts(band, x) or _parts_figures(band, x) for band in between):
        return True
    if sum(_parts_figures(band, x, beside_text=True) for band in between) >= _MANY:
        return True
    return not any(is_crossed(band, x) for band in between)


def _parts(band: list[Line], x: float) -> bool:
    """Whether a text begins right behind a border and another one ends before it."""
    runs = [cut(line, NEAR_GAP).runs for line in band]
    return any(a.x1 <= x <= b.x0 <= x + _BESIDE for own in runs for a, b in pairwise(own))


def _parts_figures(band: list[Line], x: float, beside_text: bool = False) -> bool:
    """Whether two figures stand beside each other at a border, on one line; or a text and a figure."""
    runs = [cut(line, NEAR_GAP).runs for line in band]
    pairs = [(a, b) for own in runs for a, b in pairwise(own) if a.x1 <= x <= b.x0]
    return any((beside_text or is_value(a.text)) and is_value(b.text) and not is_year(b.text) for a, b in pairs)


def _stacked(band: list[Line], borders: list[float]) -> bool:
    """Whether several rows stand between two rules, which then do not bound each row: lines of figures, or of texts in
    many columns with a number in one of them, or one such as "1.2"; or lines apart with a text in each column."""
    if len(band) > 1 and len(borders) >= _MANY - 1 and all(_is_full_row(*pair, borders) for pair in pairwise(band)):
        return True
    rows = 0
    numbers: Counter[int] = Counter()
    numbered: Counter[int] = Counter()
    base = float("-inf")
    for line in band:
        if line.base - base < _HALF * line.size:
            continue  # entries of two lines in the middle of a row beside those of one
        base = line.base
        runs = cut(line, NEAR_GAP).runs
        valued = {bisect_right(borders, run.x0) for run in runs if is_value(run.text)} - {0}
        rows += len(valued) > 1
        if len(runs) >= _MANY:
            numbers.update(valued)
            numbered.update({bisect_right(borders, run.x0) for run in runs if is_number_label(run.text)})
    return rows > 1 or max(numbers.values(), default=0) >= _MANY or max(numbered.values(), default=0) > 1


def _is_full_row(above: Line, line: Line, borders: list[float]) -> bool:
    """Whether two lines are further from each other than those of a text, and each has one in every column."""
    apart = line.base - above.base > _BAND * line.size
    return apart and all(len(columns_with_text([own], borders)) > len(borders) for own in (above, line))


def _has_rest(band: list[Line], borders: list[float]) -> bool:
    """Whether the rest of a torn row and a whole one stand between two rules: the one in one column, apart from the
    other."""
    if not is_rest(band) or len(columns_with_text(band[:1], borders)) > 1 or all(line.bold for line in band):
        return False
    steps = [b.base - a.base for a, b in pairwise(band)]
    whole = [len(columns_with_text([line], borders)) >= _MANY for line in band[1:]]
    return any(row and step > _APART * min(steps) for row, step in zip(whole, steps, strict=True))


def _rest_alone(chain: Chain, borders: list[float]) -> bool:
    """Whether nothing of the table stands under the chain but the rest of a torn row."""
    below = chain.below
    if not is_rest(below):
        return False
    n = 1
    while n < len(below) and below[n].base - below[n - 1].base <= _BAND * below[n].size:
        n += 1
    following = columns_with_text(below[n : n + 1], borders)
    return len(following) < 2 and all(len(columns_with_text([line], borders)) == 1 for line in below[1:n])


def _banded(row: list[Line], borders: list[float]) -> bool:
    """Whether a line of figures stands well below a text at the left: a band, and the row below it."""
    return any(
        line.base - above.base > _BAND * line.size and line.x0 < borders[0] and _has_figures([line])
        for above, line in pairwise(row)
    )


def _labelled(row: list[Line], borders: list[float]) -> bool:
    """Whether two labels stand one well below the other beside the lines of texts: so do two rows."""
    labels = [line for line in row if line.x0 < borders[0]]
    return any(
        b.base - a.base > _BAND * b.size and b.bold and len(cut(b, NEAR_GAP).runs) > 1 for a, b in pairwise(labels)
    )


def _as_wide(before: tuple[float, ...], left: float, right: float) -> bool:
    """Whether the table that ended the page before begins and ends at the same places."""
    return abs(before[0] - left) <= 3 and abs(before[-1] - right) <= 3


def _goes_on(before: tuple[float, ...], borders: list[float]) -> bool:
    """Whether these are columns of the table that ended the page before."""
    fewer, more = sorted((before[1:-1], tuple(borders)), key=len)
    return all(any(abs(x - b) <= 3 for b in more) for x in fewer)
