"""Where tables without a full frame may stand: between rules or fills of equal width."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from statistics import median

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import WHITE, Fill, Rule
from planparse.readers.pdf.ruled.rules import REACH, join_rules
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import (
    NEAR_GAP,
    Row,
    Run,
    Span,
    cut,
    has_leader,
    is_label,
    is_page_number,
    is_value,
    white_columns,
)

_BESIDE = 12.0
"""Points; the text of a table stands no further beside the ends of its rules: the scale of a chart does."""
_ONE = 3.0
"""Points; rules that begin nearer to each other begin at one place."""
_FULL = 4
"""Texts of a line that is a row, were it the only one."""
_FEW = 2
"""Rows between two rules each; of more of them one that is far higher is none."""
_HIGH = 4
"""Times the distance of two rows; no row is so high."""
_WIDE = 1.6
"""Heights of a letter from one line to the next that are of two texts."""
_LABEL = 5
"""Words of a line of a label."""
_OUTSIDE = 2.0
"""Points by which a heading stands left of the texts in the cells below it."""
_LABELLED = 2
"""Texts of a line of a label and the text beside it."""
_Band = tuple[Rule, Rule, list[Line], bool]
"""Upper and lower rule, the lines between them, and whether they have several runs."""


@dataclass(slots=True)
class Region:
    """Lines that may be a table. ``box`` is known where rules or fills bound it."""

    lines: list[Line]
    box: BBox | None
    horizontals: list[float]
    open_bottom: bool = False
    """The last row has no rule below it."""
    columns: list[float] = field(default_factory=list)
    """The inner column borders, all of them, where a rule shows them."""
    titles: list[Rule] = field(default_factory=list)
    """Rules under titles over some of the columns."""
    beside: list[Rule] = field(default_factory=list)
    """Row borders that leave out the label at the left, which spans the rows above and below each."""
    rows: list[Span] = field(default_factory=list)
    """Top and bottom of rows that one painted cell of theirs shows."""


def level_rules(horizontals: list[Rule], fills: list[Fill]) -> list[Rule]:
    """Horizontal rules, with the upper and lower edges of shaded bands among them."""
    edges = list(horizontals)
    for fill in fills:
        if fill.colour != WHITE and fill.bottom - fill.top < 150:
            edges.append(Rule(fill.top, fill.x0, fill.x1))
            edges.append(Rule(fill.bottom, fill.x0, fill.x1))
    return [r for r in join_rules(edges) if r.end - r.start > 40]


def ruled_regions(rules: list[Rule], lines: list[Line]) -> list[Region]:
    """Regions between horizontal rules of equal extent that have lines of several runs between them."""
    regions: list[Region] = []
    rules = _from_label(rules)
    left = list(rules)
    while left:
        first = left.pop(0)
        chain = [first]
        for rule in list(left):
            if abs(rule.start - first.start) <= 6 and abs(rule.end - first.end) <= 6:
                chain.append(rule)
                left.remove(rule)
        if len(chain) > 1:
            regions.extend(_chain_regions(chain, lines, _beside_labels(chain, rules, lines)))
    return regions


def _from_label(rules: list[Rule]) -> list[Rule]:
    """The rules, the first of them made as wide as the table where it and others leave out a column of labels: at the
    top of a page, beside a label that goes on from the page before."""
    first = rules[0] if rules else None
    if first is None:
        return rules
    wide = [r for r in rules if abs(r.end - first.end) <= 6 and r.start < first.start - 20]
    within = [r for r in rules if abs(r.start - first.start) <= _ONE and wide and wide[0].at < r.at < wide[-1].at]
    if not within or any(abs(r.start - wide[0].start) > _ONE for r in wide):
        return rules
    return [Rule(first.at, wide[0].start, first.end), *rules[1:]]


def _beside_labels(chain: list[Rule], rules: list[Rule], lines: list[Line]) -> list[Rule]:
    """The rules between those of a chain that end where they do and begin right of a column of labels, and shorter ones
    under titles."""
    end, start = max(r.end for r in chain), min(r.start for r in chain)
    short = [r for r in rules if chain[0].at < r.at < chain[-1].at and abs(r.end - end) <= 6 and r.start > start + 20]
    return short if _several(short) or any(_parts_rows(r, lines) for r in short) else []


def _several(beside: list[Rule]) -> bool:
    """Whether two of these rules or more begin at the column right of the labels."""
    first = min([r.start for r in beside], default=0.0)
    return sum(r.start - first <= _ONE for r in beside) > 1


def _parts_rows(rule: Rule, lines: list[Line]) -> bool:
    """Whether rows of several texts stand right over and right under a rule: not so around one under a title."""
    over = [line for line in lines if line.base < rule.at][-2:]
    under = [line for line in lines if line.base > rule.at][:2]
    return all(
        any(sum(run.x0 > rule.start - _ONE for run in cut(line, NEAR_GAP).runs) > 2 for line in side)
        for side in (over, under)
    )


def _chain_regions(chain: list[Rule], lines: list[Line], beside: list[Rule]) -> list[Region]:
    x0, x1 = min(r.start for r in chain), max(r.end for r in chain)
    inside = [line for line in lines if x0 - _BESIDE <= line.x0 and line.x1 <= x1 + _BESIDE]
    among = [line for line in lines if chain[0].at < line.base < chain[-1].at and line.x0 < x1 and x0 < line.x1]
    if len(among) > 2 * len([line for line in inside if chain[0].at < line.base < chain[-1].at]):
        return []  # rules under titles, each of another table
    bands = [
        (above, below, own, tabular or (bool(own) and any(above.at + 1 < r.at < below.at - 1 for r in beside)))
        for above, below, own, tabular in _bands(chain, inside)
    ]
    blank = sum(1 for above, below, own, _ in bands if not own and below.at - above.at > 2 * REACH)
    if 2 * blank > len(bands):
        return []  # the lines of a chart
    for n in range(len(bands) - 2, -1, -1):
        above, below, own, tabular = bands[n]
        if not tabular and bands[n + 1][3] and len(own) == 1 and own[0].x0 > x0 + 0.2 * (x1 - x0):
            bands[n] = (above, below, own, True)  # a header that spans the columns below it
    out: list[Region] = []
    current: list[_Band] = []
    for band in [*bands, None]:
        joins = band is not None and bool(current) and (_is_band_row(band, bands) or _is_rest(band, current, bands))
        if band is not None and (band[3] or joins):
            current.append(band)
            continue
        after = [line for line in inside if line.base > chain[-1].at] if band is None else []
        goes_on = bool(after) and _is_tabular(after[:1]) and after[0].top - chain[-1].at < 1.6 * after[0].size
        while current and not current[-1][3] and not goes_on:
            current.pop()
        if current:
            out.append(_region(current, x0, x1))
            out[-1].beside = [r for r in beside if current[0][0].at < r.at < current[-1][1].at]
            if after and current[-1][1] is chain[-1] and not _holds_rows(current):
                _lengthen(out[-1], after, chain[-1].at)
        current = []
    first = min([r.start for r in beside], default=0.0)
    for region in out:
        region.beside = [r for r in region.beside if r.start - first <= _ONE]
    if not any(
        _several(region.beside)
        or any(_parts_rows(r, inside) for r in region.beside if r.at > min(region.horizontals, default=r.at))
        for region in out
    ):
        for region in out:
            region.beside = []  # rules under titles, one in each table
    return out


def _holds_rows(bands: list[_Band]) -> bool:
    """Whether several rows stand between the last two rules, under the header and at the table's end."""
    rows = sum(any(is_value(run.text) for run in cut(line, NEAR_GAP).runs[2:]) for line in bands[-1][2])
    return len(bands) > 1 and rows > _FEW


def _region(bands: list[_Band], x0: float, x1: float) -> Region:
    found = [line for band in bands for line in band[2]]
    return Region(found, (x0, bands[0][0].at, x1, bands[-1][1].at), [band[1].at for band in bands[:-1]])


def _bands(chain: list[Rule], inside: list[Line]) -> list[_Band]:
    """What stands between two rules each. A header may stand on a rule, below other text or with nothing above it."""
    own = [
        [line for line in inside if above.at - 1 <= line.base - 0.3 * line.size <= below.at + 1]
        for above, below in itertools.pairwise(chain)
    ]
    tabular = [
        (a, b, lines) for (a, b), lines in zip(itertools.pairwise(chain), own, strict=True) if _is_tabular(lines)
    ]
    pad = median([lines[0].top - above.at for above, _, lines in tabular] or [0.0])
    room = median([below.at - lines[-1].bottom for _, below, lines in tabular] or [0.0]) + 2
    size = median([line.size for _, _, lines in tabular for line in lines] or [0.0])
    bands: list[_Band] = []
    upper = [line for line in inside if line.base < chain[0].at]
    first, second = ([lines for lines in own if lines] + [[], []])[:2]
    band_first = len(first) == 1 and not _is_tabular(first) and _is_tabular(second)
    pitch = min([b.at - a.at - (lines[-1].base - lines[0].base) for a, b, lines in tabular], default=0.0)
    low = sum(b.at - a.at <= _HIGH * pitch for a, b, _ in tabular)
    over = _standing(upper, chain[0].at, room + size if band_first else room, pitch) or _row_over(
        upper, first, chain[0].at
    )
    counts = [len(cut(line, NEAR_GAP).runs) for lines in own for line in lines]
    several = sum(count > 1 for count in counts) > 1
    if over and (several or max(counts, default=0) > _FULL) and (band_first or _is_tabular(first)):
        bands.append((Rule(over[0].top - 2, chain[0].start, chain[0].end), chain[0], over, True))
    for (above, below), lines in zip(itertools.pairwise(chain), own, strict=True):
        cut_at = _heading(lines, above, pad, size) if several else None
        if cut_at is None and several:
            cut_at = _running_text(lines, below.at, room, pitch)
        if cut_at is None and low > _FEW and below.at - above.at > _HIGH * pitch:
            names = max((cut(line, NEAR_GAP).runs for line in first), key=len, default=[])
            cut_at = _across(lines, above, names)
        if cut_at is None:
            bands.append((above, below, lines, _is_tabular(lines)))
            continue
        rows, header = lines[:cut_at], _standing(lines[cut_at + 1 :], below.at, room, pitch)
        apart = lines[cut_at : len(lines) - len(header)]
        end = Rule(rows[-1].bottom + 1, above.start, above.end) if rows else above
        if rows:
            bands.append((above, end, rows, _is_tabular(rows)))
        begin = Rule(header[0].top - 2, above.start, above.end) if header else below
        bands.append((end, begin, apart, False))
        if header:
            bands.append((begin, below, header, True))
    return bands


def _is_tabular(lines: list[Line]) -> bool:
    rows = [cut(line, NEAR_GAP) for line in lines]
    several = sum(1 for row in rows if len(row.runs) > 1 and not has_leader(row.line))
    if several and (several >= 0.3 * len(lines) or (len(rows[0].runs) > 1 and _beside_label(rows))):
        return True
    if several and _in_columns(rows):
        return True
    return len(rows) > 2 and _around_label(rows)


def _in_columns(rows: list[Row]) -> bool:
    """Whether one line has three texts or more, and all other lines go on with one or some of them."""
    most = max(rows, key=lambda row: len(row.runs))
    starts = [run.x0 for run in most.runs]
    if len(starts) < 3:
        return False
    ends = [*(x - 1 for x in starts[1:]), float("inf")]
    return all(
        any(start - 2 <= run.x0 and run.x1 <= end for start, end in zip(starts, ends, strict=True))
        for row in rows
        for run in row.runs
    )


def _around_label(rows: list[Row]) -> bool:
    """Whether a short label stands in the middle beside the lines of a text."""
    size = rows[0].line.size
    spans = [[(run.x0, run.x1) for run in row.runs] for row in rows]
    for start, end in white_columns(spans, NEAR_GAP * size):
        left = [(row.line.base, len(row.runs[0].words)) for row in rows if row.runs[0].x1 <= start]
        right = [row.line.base for row in rows if row.runs[-1].x0 >= end]
        if not left or not right or not right[0] < left[0][0] <= left[-1][0] < right[-1]:
            continue
        if len(left) <= len(right) and max(words for _, words in left) <= _LABEL:
            return True
    return False


def _beside_label(rows: list[Row]) -> bool:
    """Whether all lines stand beside the label at the left of the first one, or are lines of that label."""
    label, text = rows[0].runs[:2]
    if len(label.words) > _LABEL or (len(rows[0].runs) > 2 and not is_label(text.text)):
        return False
    return all(row.line.x0 > text.x0 - 1 or len(row.runs) in (2, 3) for row in rows[1:])


def _heading(lines: list[Line], rule: Rule, pad: float, size: float) -> int | None:
    """Which line under a rule is a heading or running text: large, bold or long and apart from the rule, or bold, apart
    from the lines below and further left, by the inset of the table's cells."""
    width = rule.end - rule.start
    for n, line in enumerate(lines):
        off = abs(line.x0 + line.x1 - rule.start - rule.end) / 2
        most = 2 if line.bold and line.size > 1.12 * size else 1  # "Aim 2", and the aim at some distance
        if len(cut(line, NEAR_GAP).runs) > most or (line.x0 > rule.start + 0.2 * width and off > 0.05 * width):
            continue
        far = n == 0 and line.top - rule.at > pad + 0.6 * size
        if line.size > 1.12 * size or (far and (line.bold or len(line.words) > 5)):
            return n
        below = lines[1:] if n == 0 and line.bold else []
        if below and below[0].base - line.base > _WIDE * line.size and line.x0 < min(b.x0 for b in below) - _OUTSIDE:
            return n
        last = 0 < n == len(lines) - 1 and line.top - lines[n - 1].bottom > size
        if last and line.bold and not lines[n - 1].bold and line.size > 1.05 * size:
            return n
    return None


def _running_text(lines: list[Line], rule: float, room: float, pitch: float) -> int | None:
    """Which line is text between the last row of one table and the header of the next, which stands on the rule.

    It is apart from the rows and lies over the white between their columns.
    """
    starts: list[float] = []
    for n, line in enumerate(lines):
        runs = cut(line, NEAR_GAP).runs
        if len(runs) > 1:
            starts.append(runs[1].x0)
            continue
        apart = n > 0 and len(line.words) > 5 and line.base - lines[n - 1].base > 1.6 * line.size
        across = bool(starts) and all(line.x0 < x - 1 < line.x1 for x in starts)
        if apart and across and _standing(lines[n + 1 :], rule, room, pitch):
            return n
    return None


def _across(lines: list[Line], rule: Rule, names: list[Run]) -> int | None:
    """Which line between two rules is the first one below a table: apart from the row or the rule above, and a text of
    it lies over the begin of one of the names in the table's header. In a line of more texts than a label and its own
    that is a note in a row."""
    for n, line in enumerate(lines):
        runs = cut(line, NEAR_GAP).runs
        over = len(runs) <= _LABELLED and any(r.x0 + 1 < name.x0 < r.x1 - 1 for r in runs for name in names)
        apart = line.base - lines[n - 1].base > _WIDE * line.size if n else line.top - rule.at > line.size
        if over and apart:
            return n
    return None


def _standing(lines: list[Line], rule: float, room: float, pitch: float) -> list[Line]:
    """The lines of a header that stands on a rule: close to it and each other, of one size, several runs among them.

    Bold ones may stand as far apart as rows of one line do, which is ``pitch``.
    """
    if not lines or rule - lines[-1].bottom > max(room, 1.2 * lines[-1].size):
        return []
    out: list[Line] = []
    for line in reversed(lines):
        bold = line.bold and bool(out) and len(cut(line, NEAR_GAP).runs) > 2
        most = max(2.2 * line.size, pitch + 1) if bold else 1.5 * line.size
        if out and (out[0].base - line.base > most or abs(line.size - out[0].size) > 0.12 * line.size):
            break
        out.insert(0, line)
    while out and len(cut(out[0], NEAR_GAP).runs) < 2:
        out.pop(0)
    return out if any(len(cut(line, NEAR_GAP).runs) > 2 for line in out) and not any(map(has_leader, out)) else []


def _row_over(upper: list[Line], own: list[Line], rule: float) -> list[Line]:
    """The line above a shaded row, where it has a label and a text at the places of those in that row."""
    if not upper or not own or rule - upper[-1].bottom > upper[-1].size:
        return []
    above, below = cut(upper[-1], NEAR_GAP).runs, cut(own[0], NEAR_GAP).runs
    level = len(above) == 2 <= len(below) and abs(above[1].x0 - below[1].x0) < 1
    return upper[-1:] if level else []


def _is_band_row(band: _Band, bands: list[_Band]) -> bool:
    """Whether a band without several runs is a row of the table, not a heading between two tables."""
    above, below, own, _ = band
    if not own:
        return below.at - above.at < 2 * REACH
    rows = [b for b in bands if b[3]]
    size = max(line.size for b in rows for line in b[2])
    height = min(b[1].at - b[0].at for b in rows)
    if max(line.size for line in own) > 1.08 * size or below.at - above.at > (0.7 + 0.8 * len(own)) * height:
        return False
    return len(own) == 1 or (len(own) <= 3 and not all(line.bold for line in own))


def _is_rest(band: _Band, current: list[_Band], bands: list[_Band]) -> bool:
    """Whether a blank band between a header and its first row is all that is left of a row torn by the page's end."""
    n = bands.index(band) + 1
    if band[2] or len(current) > 1 or n == len(bands) or not bands[n][3]:
        return False
    bold = [all(line.bold for line in lines) for lines in (current[0][2], bands[n][2])]
    return bold == [True, False] and band[1].at - band[0].at <= current[0][1].at - current[0][0].at


def _lengthen(region: Region, below: list[Line], last: float) -> None:
    """Takes in the lines below the last rule that go on in several runs: rows whose rule the page's end cut off."""
    assert region.box is not None
    taken: list[Line] = []
    bottom = last
    several = [len(cut(line, NEAR_GAP).runs) > 1 and not has_leader(line) for line in below]
    header = region.lines[-1].text
    if not several[0] and several[1:2] == [True] and any(line.text == header for line in region.lines[:-1]):
        several[0] = True  # a band below the header, which came again right above the last rule
    for n, line in enumerate(below):
        row = several[n] or (0 < n < len(below) - 1 and several[n - 1] and several[n + 1] and not line.bold)
        if line.top - bottom > (1.6 if row else 0.9) * line.size or not (several[n] or taken):
            break
        if is_page_number(line.text):
            break
        taken.append(line)
        bottom = line.bottom
    while taken and len(taken) > 1 and _is_prose(taken[-1], region.box):
        taken.pop()
    if taken:
        region.lines = region.lines + taken
        region.horizontals = [*region.horizontals, last]
        region.box = (*region.box[:3], taken[-1].bottom + 1)
        region.open_bottom = True


def _is_prose(line: Line, box: BBox) -> bool:
    """Whether a line runs over most of the width without a gap."""
    return len(cut(line, NEAR_GAP).runs) == 1 and line.x1 - line.x0 > 0.7 * (box[2] - box[0])
