"""Dumps that keep the layout of a page: what becomes a table, its rows and cells, and what stays text."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from planparse.model.document import Document, Grid, Paragraph, units
from planparse.model.options import ReadOptions
from planparse.readers.text import read
from planparse.repair import repair


def dump(text: str) -> Document:
    return read(textwrap.dedent(text).lstrip("\n").encode(), ReadOptions())


def tables(document: Document) -> list[list[list[str]]]:
    return [
        [[c.text.replace("\n", " ") for c in row] for row in block.rows()]
        for block in document.blocks
        if isinstance(block, Grid)
    ]


def texts(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


def test_columns_of_blanks():
    document = dump("""
        Business plan 2020/21

        Measure               2019/20   2020/21   Lead
        Roads inspected       80%       85%       A Smith
        Holes mended                    12        B Jones
        """)
    assert tables(document) == [
        [
            ["Measure", "2019/20", "2020/21", "Lead"],
            ["Roads inspected", "80%", "85%", "A Smith"],
            ["Holes mended", "", "12", "B Jones"],
        ]
    ]
    grid = document.blocks[1]
    assert not grid.spans_known
    assert [c.places[0].line for c in grid.rows()[2]] == [4, 4, 4, 4]
    assert texts(document) == ["Business plan 2020/21"]


def test_one_blank_between_columns_where_a_text_fills_its_column():
    document = dump("""
        Measure                     Actual   Target
        Emergency repairs made safe 62.4%    63.7%
        Average void                38 days  37 days
        Complaints                  12       11
        """)
    assert tables(document)[0][1] == ["Emergency repairs made safe", "62.4%", "63.7%"]


def test_wrapped_cells_from_the_top():
    document = dump("""
        Measure                          Actual      Target
                                         2019/20     2020/21
        People hurt on roads of the      To be       12
        county in one year               confirmed
        Days to mend a hole              10          8
        """)
    assert tables(document) == [
        [
            ["Measure", "Actual 2019/20", "Target 2020/21"],
            ["People hurt on roads of the county in one year", "To be confirmed", "12"],
            ["Days to mend a hole", "10", "8"],
        ]
    ]
    cell = document.blocks[0].rows()[1][1]
    assert [p.line for p in cell.places] == [2, 3]


def test_values_in_the_midst_of_their_row():
    document = dump("""
        Measure                          2019/20     2020/21
        People hurt on roads of the
                                         14          12
        county in one year
        Days to mend a hole              10          8
        Lamps that are out and not
                                         3           2
        mended within a week
        """)
    assert [row[0] for row in tables(document)[0]] == [
        "Measure",
        "People hurt on roads of the county in one year",
        "Days to mend a hole",
        "Lamps that are out and not mended within a week",
    ]


def test_spanner_at_the_start_of_its_columns_and_in_their_midst():
    left = dump("""
        Measure            Latest     Targets
                                      2019/20    2020/21    2021/22
        Roads inspected    80%        81%        82%        83%
        Holes mended       10         11         12         13
        """)
    middle = dump("""
        Measure            Latest               Targets
                                      2019/20   2020/21   2021/22
        Roads inspected    80%        81%       82%       83%
        Holes mended       10         11        12        13
        """)
    expected = [["Measure", "Latest", "Targets", "", ""], ["", "", "2019/20", "2020/21", "2021/22"]]
    assert tables(left)[0][:2] == tables(middle)[0][:2] == expected


def test_header_that_stands_beside_its_values():
    document = dump("""
        Measure                      Outturn                 Target
        Roads inspected                         80%                     85%
        Holes mended                            12                      11
        """)
    assert tables(document) == [
        [["Measure", "Outturn", "Target"], ["Roads inspected", "80%", "85%"], ["Holes mended", "12", "11"]]
    ]


def test_first_column_over_several_rows():
    document = dump("""
        Objective                  No.   Action                 When
        RD01 Keep roads open and
        safe in winter             1.1   Inspect all bridges    June 2020
                                   1.2   Resurface the square   July 2020
        RD02 Mend holes            2.1   Buy a second roller    May 2020
        """)
    assert [row[0] for row in tables(document)[0]] == [
        "Objective",
        "RD01 Keep roads open and safe in winter",
        "",
        "RD02 Mend holes",
    ]


def test_first_column_set_in_the_midst_of_its_rows_is_left_alone():
    document = dump("""
        Objective            No.   Action                 When
                             1.1   Inspect all bridges    June 2020
        Keep roads open      1.2   Resurface the square   July 2020
                             1.3   Buy a second roller    May 2020
        """)
    assert tables(document) == []
    assert [n.code for n in document.notes] == ["layout-unclear"]


def test_band_rows():
    document = dump("""
        Measure            2019/20   2020/21
        Quality of the roads and paths of the whole county and its towns
        Roads inspected    80%       85%
        Timeliness
        Holes mended       12        11
        """)
    assert [row[0] for row in tables(document)[0]] == [
        "Measure",
        "Quality of the roads and paths of the whole county and its towns",
        "Roads inspected",
        "Timeliness",
        "Holes mended",
    ]


def test_two_tables_with_a_heading_between():
    document = dump("""
        Keep roads open

        Action                 When         Lead
        Inspect all bridges    June 2020    A Smith
        Resurface the square   July 2020    B Jones

        Measure                          Actual          Target
        Roads inspected                  80%             85%
        Holes mended                     12              11

        Mend every hole that is reported to us within ten days
        Action                 When         Lead
        Buy a second roller    May 2020     A Smith
        Hire two crews         May 2020     B Jones
        """)
    assert [len(rows[0]) for rows in tables(document)] == [3, 3, 3]
    assert texts(document) == ["Keep roads open", "Mend every hole that is reported to us within ten days"]


def test_labels_with_lists():
    document = dump("""
        Owner                  A Smith
        Recent developments    •  New depot opened
                               •  Grant for bridges
        Emerging issues        •  Cost of salt
        """)
    assert tables(document) == [
        [
            ["Owner", "A Smith"],
            ["Recent developments", "•  New depot opened •  Grant for bridges"],
            ["Emerging issues", "•  Cost of salt"],
        ]
    ]
    assert len(document.blocks[0].rows()[1][1].blocks) == 2


LABELS = """
Key             •  {0}
developments    •  New depot opened
                •  Grant for bridges
Emerging        •  Cost of salt
Risks           •  Wet winters
"""


def test_labels_that_may_be_one_or_two_are_left_alone():
    assert tables(dump(LABELS.format("Depot closed"))) == []


def test_labels_that_always_follow_each_other_are_one():
    three = "\n\n".join(LABELS.format(x) for x in ("Depot closed", "Depot sold", "Depot bought"))
    assert [row[0] for row in tables(dump(three))[0]] == ["Key developments", "Emerging Risks"]


TABLE = """
Measure            2019/20   2020/21
Roads inspected    80%       85%
Holes mended       12        11
"""


def test_tables_are_not_trusted_where_most_others_cannot_be_told():
    unclear = [
        LABELS.format("Depot closed").replace("Emerging", word)
        for word in ("Emerging", "Upcoming", "Known", "Foreseen")
    ]
    assert len(tables(dump(TABLE * 6 + "\n\n" + unclear[0]))) == 6
    document = dump(TABLE + "\n\n".join(unclear))
    assert tables(document) == []
    assert document.notes[-1].level == "warning"


PAGES = (
    "Roads service\n\nMeasure                2019/20   2020/21\nRoads inspected        80%       85%\n"
    "Holes mended in good   12        11\n\n\nPage 1\n"
    "\fRoads service\n\nMeasure                2019/20   2020/21\ntime               \n"
    "Lamps mended at once   4         5\n\n\nPage 2\n"
)


def test_running_heads_are_set_aside():
    document = read(PAGES.encode(), ReadOptions())
    assert [a.text for a in document.asides] == ["Roads service", "Page 1", "Roads service", "Page 2"]
    assert {a.kind for a in document.asides} == {"furniture"}
    assert texts(document) == []
    assert [row[0] for rows in tables(document) for row in rows] == [
        *("Measure", "Roads inspected", "Holes mended in good"),
        *("Measure", "time", "Lamps mended at once"),
    ]


def test_a_row_torn_by_a_form_feed_is_one_again():
    document, _ = repair(read(PAGES.encode(), ReadOptions()), frozenset())
    assert [row[0] for row in tables(document)[0]] == [
        *("Measure", "Roads inspected", "Holes mended in good time", "Lamps mended at once"),
    ]


def test_a_header_at_the_top_of_pages_is_no_running_head():
    pages = "Measure        2019/20   2020/21\nHoles mended   12        11\nRoads paved    3         4\n"
    document = read((pages + "\f" + pages.replace("12", "13")).encode(), ReadOptions())
    assert document.asides == ()
    assert len(tables(document)) == 2


def test_a_form_feed_is_no_line():
    document = read(b"One\n\fTwo\n", ReadOptions())
    assert [b.places[0].line for b in document.blocks] == [0, 1]


PROSE = [
    # justified text
    """
    This plan  sets out what  we mean to do  and how we shall
    know that  it  has been  done. Progress  is  reported  to
    the committee  every three  months, and  members may  ask
    for  more at  any time  of the year if  they wish  to  do
    """,
    # a list with labels set off
    """
    1.   Inspect all bridges
    2.   Resurface the square
    3.   Buy a second roller
    4.   Hire two crews
    """,
    """
    •    New depot opened
    •    Grant for bridges
    •    Cost of salt
    """,
    # contents
    """
    Introduction ........................  3
    Our objectives ......................  4
    Money ...............................  7
    """,
    # two columns of prose
    """
    This plan sets out what we        and members may ask for more
    mean to do and how we shall       at any time of the year where
    know that it has been done        they wish to hear about work
    and who answers for it when       that has been done for them by
    the year is at its end and        the crews of the county and of
    the figures have come in.         its towns in the past year.
    """,
    # a letter's head
    """
    The Director                Tel 01234
    Dear members,
    This plan sets out what we mean to do.
    """,
]


def test_prose_lists_and_contents_are_no_tables():
    for text in PROSE:
        assert tables(dump(text)) == [], text


def test_a_phrase_over_columns_is_not_cut():
    document = dump("""
        Measure            2019/20     2020/21     2021/22
        Roads inspected    80%         85%         86%
        Holes mended       12          11          10
        Lamps mended       no figure   is given    as it is new
        Signs cleaned      The counts are not yet  known to us
        Gates painted      The figures and figures are not known
        """)
    assert not any("The figures" in cell for rows in tables(document) for row in rows for cell in row)


def test_wrapped_paragraphs_and_items_are_one():
    document = dump("""
        RD01: Keep the roads of the county open, safe and
        clean in winter
        a. Inspect all bridges before the first frost and
           2 tunnels
        b. Resurface the square
        """)
    assert [t.replace("\n", " ") for t in texts(document)] == [
        "RD01: Keep the roads of the county open, safe and clean in winter",
        "a. Inspect all bridges before the first frost and 2 tunnels",
        "b. Resurface the square",
    ]


WORDS = st.text("ab1%•-. \f\n", max_size=400)


@given(WORDS)
def test_no_text_is_lost_and_each_unit_comes_once(text: str):
    if not text.strip():
        return
    document = read(text.encode(), ReadOptions())
    places = [place for place, _ in units(document)]
    assert len({p.unit for p in places}) == len(places)
    assert {line for line, raw in enumerate(text.split("\n")) if raw.strip()} <= {p.line for p in places}
    kept = "".join(
        t for b in document.blocks for t in ([b.text] if isinstance(b, Paragraph) else [c.text for c in b.cells])
    )
    kept += "".join(a.text for a in document.asides)
    assert sorted("".join(kept.split())) == sorted("".join(text.split()))


VALUES = st.lists(
    st.lists(st.integers(0, 99999).map(lambda n: f"{n:,}"), min_size=3, max_size=3), min_size=3, max_size=8
)


@given(VALUES, st.integers(2, 9), st.booleans())
def test_a_table_of_any_width_comes_back(values: list[list[str]], gap: int, right: bool):
    names = [
        "Roads",
        "Bridges inspected",
        "Holes mended in time",
        "Lamps",
        "Signs",
        "Gates",
        "Trees",
        "Paths of the county",
    ]
    rows = [["Measure", "2019/20", "2020/21", "2021/22"], *([n, *v] for n, v in zip(names, values, strict=False))]
    widths = [max(len(row[c]) for row in rows) + gap for c in range(4)]
    lines = [
        row[0].ljust(widths[0])
        + "".join(t.rjust(w) if right else t.ljust(w) for t, w in zip(row[1:], widths[1:], strict=True))
        for row in rows
    ]
    assert tables(read("\n".join(lines).encode(), ReadOptions())) == [rows]
