"""Where tables without a full frame may stand: between rules or fills of equal width."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from statistics import median

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import WHITE, Fill, Rule
from planparse.readers.pdf.ruled.rules import REACH, join_rules
from planparse.readers.pdf.unruled.between import (
    across,
    heading,
    is_tabular,
    named_over,
    row_over,
    running_text,
    standing,
)
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import (
    NEAR_GAP,
    Span,
    cut,
    has_leader,
    is_foot,
    is_page_number,
    is_value,
    is_year,
)

_BESIDE = 12.0
"""Points; the text of a table stands no further beside the ends of its rules: the scale of a chart does."""
_ONE = 3.0
"""Points; rules that begin nearer to each other begin at one place."""
_FULL = 4
"""Texts of a line that is a row, were it the only one."""
_FEW = 2
"""Rows between two rules each; of more of them one that is far higher is none."""
_LARGE = 1.3
"""Times the size of a row; a heading is set larger."""
_TITLE = 1.12
"""Times the size of a header that the title over its table is; what spans its columns is set as it is."""
_OTHERS = 3
"""Rules of another table."""
_HIGH = 4
"""Times the distance of two rows; no row is so high."""
_NAMES = 3
"""Names of columns that a header has at least."""
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
    header_alone: bool = False
    """Nothing but the header stands at the page's end, over its rule."""
    rest_alone: bool = False
    """Nothing but the rest of a torn row stands under a header that came before."""
    told: str = ""
    """What tells its rows, where nothing is drawn."""


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
        for part in _without_others(chain, rules, lines):
            if len(part) > 1:
                regions.extend(_chain_regions(part, lines, _beside_labels(part, rules, lines)))
    return regions


def _without_others(chain: list[Rule], rules: list[Rule], lines: list[Line]) -> list[list[Rule]]:
    """The chain, in parts where another table of fewer columns stands between two of its rules: three rules or more of
    one width, beside which no text stands. Those that end where it does may leave out a column of labels, and those
    that keep clear of both ends stand in a box."""
    out = [chain[:1]]
    for above, below in itertools.pairwise(chain):
        groups: dict[tuple[int, int], list[Rule]] = {}
        for rule in rules:
            between = above.at + _ONE < rule.at < below.at - _ONE
            if between and abs(rule.start - above.start) <= 6 and rule.end < above.end - 6:
                groups.setdefault((round(rule.start / 6), round(rule.end / 6)), []).append(rule)
        for own in groups.values():
            if len(own) < _OTHERS:
                continue
            level = [line for line in lines if own[0].at < line.base < own[-1].at]
            if level and all(own[0].start - _ONE <= line.x0 and line.x1 <= own[0].end + _ONE for line in level):
                out.append([])
                break
        out[-1].append(below)
    return out


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
    inner = [r for r in rules if chain[0].at < r.at < chain[-1].at]
    short = [r for r in inner if abs(r.end - end) <= 6 and r.start > start + 20]
    short = [r for r in short if not any(abs(r.at - o.at) < 1 and o.end < r.start for o in inner)]  # under titles
    return short if _several(short) or any(_parts_rows(r, chain, lines) for r in short) else []


def _several(beside: list[Rule]) -> bool:
    """Whether two of these rules or more begin at the column right of the labels."""
    first = min([r.start for r in beside], default=0.0)
    return sum(r.start - first <= _ONE for r in beside) > 1


def _parts_rows(rule: Rule, chain: list[Rule], lines: list[Line]) -> bool:
    """Whether rows of several texts stand over and under a rule, between it and those of the chain: not so around one
    under a title."""
    top = max((r.at for r in chain if r.at < rule.at - _ONE), default=0.0)
    bottom = min((r.at for r in chain if r.at > rule.at + _ONE), default=float("inf"))
    over, under = (
        [
            [run for run in cut(line, NEAR_GAP).runs if run.x0 > rule.start - _ONE]
            for line in lines
            if y0 < line.base < y1
        ]
        for y0, y1 in ((top, rule.at), (rule.at, bottom))
    )
    titles, names = (max((len(runs) for runs in side), default=0) for side in (over, under))
    if titles < names and not any(is_value(run.text) for runs in over for run in runs):
        return False  # titles over the names of columns
    return min(titles, names) > 2


def _chain_regions(chain: list[Rule], lines: list[Line], beside: list[Rule]) -> list[Region]:
    x0, x1 = min(r.start for r in chain), max(r.end for r in chain)
    inside = [line for line in lines if x0 - _BESIDE <= line.x0 and line.x1 <= x1 + _BESIDE]
    among = [line for line in lines if chain[0].at < line.base < chain[-1].at and line.x0 < x1 and x0 < line.x1]
    if len(among) > 2 * len([line for line in inside if chain[0].at < line.base < chain[-1].at]):
        return []  # rules under titles, each of another table
    bands = [
        (above, below, own, tabular or any(above.at + 1 < r.at < below.at - 1 and _reach(own, r) for r in beside))
        for above, below, own, tabular in _bands(chain, inside)
    ]
    blank = sum(1 for above, below, own, _ in bands if not own and below.at - above.at > 2 * REACH)
    if 2 * blank > len(bands):
        return []  # the lines of a chart
    for n in range(len(bands) - 2, -1, -1):
        above, below, own, tabular = bands[n]
        inset = not tabular and len(own) == 1 and own[0].x0 > x0 + 0.2 * (x1 - x0)
        if inset and bands[n + 1][3] and own[0].size <= _TITLE * max(line.size for line in bands[n + 1][2]):
            bands[n] = (above, below, own, True)  # a header that spans the columns below it
    out: list[Region] = []
    current: list[_Band] = []
    for band in [*bands, None]:
        joins = band is not None and bool(current) and (_is_band_row(band, bands) or _is_rest(band, current, bands))
        if band is not None and (band[3] or joins) and not _heads_other(band, current):
            current.append(band)
            continue
        after = [line for line in inside if line.base > chain[-1].at] if band is None else []
        goes_on = bool(after) and is_tabular(after[:1]) and after[0].top - chain[-1].at < 1.6 * after[0].size
        while current and not current[-1][3] and not goes_on:
            current.pop()
        if current:
            out.append(_region(current))
            out[-1].beside = [r for r in beside if current[0][0].at < r.at < current[-1][1].at]
            if after and current[-1][1] is chain[-1] and not _holds_rows(current):
                _lengthen(out[-1], after, chain[-1].at)
        current = [band] if band is not None and band[3] else []
    first = min([r.start for r in beside], default=0.0)
    for region in out:
        region.beside = [r for r in region.beside if r.start - first <= _ONE]
    if not any(
        _several(region.beside)
        or any(_parts_rows(r, chain, inside) for r in region.beside if r.at > min(region.horizontals, default=r.at))
        for region in out
    ):
        for region in out:
            region.beside = []  # rules under titles, one in each table
    return out


def _reach(lines: list[Line], rule: Rule) -> bool:
    """Whether a text stands over or under a rule, not but beside it."""
    return any(line.x1 > rule.start for line in lines)


def _heads_other(band: _Band, current: list[_Band]) -> bool:
    """Whether a band is the header of another table, with columns elsewhere: bold, below rows that are not."""
    names, plain = band[2], [b for b in current if b[3] and not all(line.bold for line in b[2])]
    if not plain or not band[3] or [x.text for x in current[0][2]] == [x.text for x in names]:
        return False
    return are_other_names(names, current[0][2])


def are_other_names(names: list[Line], head: list[Line]) -> bool:
    """Whether bold lines without a figure, which would be a sum, name columns that begin elsewhere than the texts of
    ``head`` do."""
    if not all(line.bold for line in names):
        return False
    starts = [run.x0 for line in head for run in cut(line, NEAR_GAP).runs]
    own = max((cut(line, NEAR_GAP).runs for line in names), key=len)
    if any(is_value(run.text) and not is_year(run.text) for run in own):
        return False
    off = sum(all(abs(run.x0 - x) > _ONE for x in starts) for run in own)
    fewer = all(line.bold for line in head) and len(own) < max(len(cut(line, NEAR_GAP).runs) for line in head)
    return len(own) >= _NAMES and (off > 1 or (off == 1 and fewer))


def _holds_rows(bands: list[_Band]) -> bool:
    """Whether several rows stand between the last two rules, under the header and at the table's end."""
    rows = sum(any(is_value(run.text) for run in cut(line, NEAR_GAP).runs[2:]) for line in bands[-1][2])
    return len(bands) > 1 and rows > _FEW


def _region(bands: list[_Band]) -> Region:
    found = [line for band in bands for line in band[2]]
    own = [rule for band in bands for rule in band[:2]]
    x0, x1 = min(r.start for r in own), max(r.end for r in own)
    return Region(found, (x0, bands[0][0].at, x1, bands[-1][1].at), [band[1].at for band in bands[:-1]])


def _bands(chain: list[Rule], inside: list[Line]) -> list[_Band]:
    """What stands between two rules each. A header may stand on a rule, below other text or with nothing above it."""
    own = [
        [line for line in inside if above.at - 1 <= line.base - 0.3 * line.size <= below.at + 1]
        for above, below in itertools.pairwise(chain)
    ]
    tabular = [(a, b, lines) for (a, b), lines in zip(itertools.pairwise(chain), own, strict=True) if is_tabular(lines)]
    pad = median([lines[0].top - above.at for above, _, lines in tabular] or [0.0])
    room = median([below.at - lines[-1].bottom for _, below, lines in tabular] or [0.0]) + 2
    size = median([line.size for _, _, lines in tabular for line in lines] or [0.0])
    bands: list[_Band] = []
    upper = [line for line in inside if line.base < chain[0].at]
    first, second = ([lines for lines in own if lines] + [[], []])[:2]
    band_first = (
        0 < len(first) <= _FEW and not any(len(cut(x, NEAR_GAP).runs) > 1 for x in first) and is_tabular(second)
    )
    pitch = min([b.at - a.at - (lines[-1].base - lines[0].base) for a, b, lines in tabular], default=0.0)
    low = sum(b.at - a.at <= _HIGH * pitch for a, b, _ in tabular)
    shown = [line for _, _, lines in tabular for line in lines]
    over = (
        standing(upper, chain[0].at, room + size if band_first else room, pitch)
        or row_over(upper, first, chain[0].at)
        or named_over(upper, shown, chain[0].at)
    )
    counts = [len(cut(line, NEAR_GAP).runs) for lines in own for line in lines]
    several = sum(count > 1 for count in counts) > 1
    if over and (several or max(counts, default=0) > _FULL) and (band_first or is_tabular(first)):
        bands.append((Rule(over[0].top - 2, chain[0].start, chain[0].end), chain[0], over, True))
    for (above, below), lines in zip(itertools.pairwise(chain), own, strict=True):
        cut_at = heading(lines, above, pad, size) if several else None
        if cut_at is None and several:
            cut_at = running_text(lines, below.at, room, pitch)
        if cut_at is None and low > _FEW and below.at - above.at > _HIGH * pitch:
            names = max((cut(line, NEAR_GAP).runs for line in first), key=len, default=[])
            cut_at = across(lines, above, names)
        if cut_at is None:
            names_at = _names_at_end(lines, below.at, room)
            if names_at:
                begin = Rule((lines[names_at - 1].bottom + lines[names_at].top) / 2, above.start, above.end)
                bands.append((above, begin, lines[:names_at], is_tabular(lines[:names_at])))
                above, lines = begin, lines[names_at:]
            bands.append((above, below, lines, is_tabular(lines)))
            continue
        rows, lower = lines[:cut_at], lines[cut_at + 1 :]
        header = standing(lower, below.at, room, pitch) or named_over(lower, shown, below.at)
        apart = lines[cut_at : len(lines) - len(header)]
        end = Rule(rows[-1].bottom + 1, above.start, above.end) if rows else above
        if rows:
            bands.append((above, end, rows, is_tabular(rows)))
        begin = Rule(header[0].top - 2, above.start, above.end) if header else below
        bands.append((end, begin, apart, False))
        if header:
            bands.append((begin, below, header, True))
    return bands


def _names_at_end(lines: list[Line], rule: float, room: float) -> int:
    """Where a header of one line stands on the rule below several rows: bold, as none of them is, and without a figure;
    0 where there is none."""
    if len(lines) <= _FEW:
        return 0
    *rows, names = lines
    if not names.bold or rule - names.bottom > room + names.size:
        return 0
    runs = cut(names, NEAR_GAP).runs
    if len(runs) < _NAMES or any(is_value(run.text) for run in runs) or any(line.bold for line in rows):
        return 0
    return len(rows) if any(is_value(run.text) for line in rows for run in cut(line, NEAR_GAP).runs[1:]) else 0


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
    size = region.lines[-1].size
    several = [len(cut(line, NEAR_GAP).runs) > 1 and not has_leader(line) for line in below]
    header = region.lines[-1].text
    if not several[0] and several[1:2] == [True] and any(line.text == header for line in region.lines[:-1]):
        several[0] = True  # a band below the header, which came again right above the last rule
    for n, line in enumerate(below):
        row = several[n] or (0 < n < len(below) - 1 and several[n - 1] and several[n + 1] and not line.bold)
        if line.top - bottom > (1.6 if row else 0.9) * line.size or not (several[n] or taken):
            break
        if is_page_number(line.text) or is_foot(line, size) or line.size > _LARGE * size:
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
